"""How far a drawn audit has come: in each stratum, the answers that were drawn before the first that nobody has coded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath

import numpy as np

from freetext.errors import InputError, named, rows_listed
from freetext.files.auditing.audit_labels import DRAW, NOTHING, STRATUM, AuditLabels
from freetext.files.auditing.audit_strata import WHOLE, strata_of
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray, FloatArray, IntArray

NO_DRAW = "The audit is taken for a simple random sample{of}: no column `draw` says in which order it was drawn."


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """Which of `n` answers the audit has reached, bool (n,), the probability of that, float (n,), and what there is to tell."""

    audited: BoolArray
    pi: FloatArray
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _Drawn:
    """The drawn answers of one stratum, in the order of the draw: their rows in LABELS, their places, and whether they are done."""

    name: str
    rows: Sequence[int]
    spots: IntArray
    done: BoolArray


def reached(
    table: Table, labels: AuditLabels, rows: Sequence[int], spots: IntArray, labelled: BoolArray, known: BoolArray
) -> Reach:
    """Say how far the audit has come; `spots` are the places of the labels' `rows`, `labelled` and `known` are bool (n,).

    The probability is the share of the audited among the answers of the stratum that are not known. Raises InputError for strata
    that nothing tells, and for a draw that is none.
    """
    of_answer = np.array(strata_of(table, [labels.strata[row] for row in rows], file=labels.table.file), dtype=object)
    audited, pi = np.zeros(table.size, dtype=np.bool_), np.zeros(table.size)
    notes = []
    for name in dict.fromkeys(of_answer[~known].tolist()):
        inside = of_answer == name
        drawn = _drawn(labels, rows, spots, labelled | known, inside, name)
        if labels.draws is not None:
            drawn, note = _before_gap(labels, labels.draws, drawn)
            notes += note
        audited[drawn.spots[drawn.done]] = True
        audited &= ~known
        if not (audited & inside).any():
            notes.append(f"Nothing of {name} is audited yet." if name else "Nothing is audited yet.")
        pi[inside] = np.count_nonzero(audited & inside) / np.count_nonzero(~known & inside)
    if labels.draws is None:
        notes.append(NO_DRAW.format(of=" in each stratum" if len(set(of_answer.tolist())) > 1 else ""))
    return Reach(audited, pi, tuple(notes))


def _drawn(
    labels: AuditLabels, rows: Sequence[int], spots: IntArray, done: BoolArray, inside: BoolArray, name: str
) -> _Drawn:
    """Find the drawn answers of a stratum; raises InputError for one that is of another stratum by now."""
    here = np.flatnonzero(inside[spots])
    for place in here.tolist():
        said = labels.strata[rows[place]]
        if said != name and not (said == WHOLE and not name):
            raise InputError(
                f"the answer was drawn in the stratum {named(said)!r}, and is of {named(name)!r} by now.",
                file=labels.table.file,
                row=labels.table.row(rows[place]),
                column=STRATUM,
            )
    return _Drawn(name, [rows[place] for place in here.tolist()], spots[here], done[spots[here]])


def _before_gap(labels: AuditLabels, draws: Sequence[int], drawn: _Drawn) -> tuple[_Drawn, list[str]]:
    """Keep what was drawn before the first gap: a number that is missing, or an answer that nobody has coded."""
    order = sorted(range(len(drawn.rows)), key=lambda place: draws[drawn.rows[place]])
    _check_once(labels, draws, [drawn.rows[place] for place in order])
    count, blank = 0, None
    for place in order:
        if draws[drawn.rows[place]] != count + 1 or not drawn.done[place]:
            blank = drawn.rows[place] if draws[drawn.rows[place]] == count + 1 else None
            break
        count += 1
    kept = _Drawn(
        drawn.name,
        [drawn.rows[place] for place in order[:count]],
        drawn.spots[order[:count]],
        drawn.done[order[:count]],
    )
    lost = int(np.count_nonzero(drawn.done[order[count:]]))
    return kept, [_lost(labels, drawn.name, count + 1, blank, lost)] if lost else []


def _lost(labels: AuditLabels, name: str, number: int, blank: int | None, lost: int) -> str:
    """Say how many labels stand behind a gap, and what closes it; `blank` is the row that nobody has filled, None where it is missing."""
    labelled, where = "answer is" if lost == 1 else "answers are", f" of {name}" if name else ""
    told, sheet = f"{lost:,} {labelled} labelled and not counted as audited", PurePath(labels.table.file).name
    which = f"number {number} of the draw{where}"
    if blank is None:
        return f"{told}: {which} is missing from {sheet}, and the audit stops before it. Put its row back."
    row = f"row {labels.table.row(blank)} of {sheet}"
    mend = f"Fill that row, or write {NOTHING!r} where no theme applies."
    return f"{told}: {which} ({row}) is blank, and the audit stops before it. {mend}"


def _check_once(labels: AuditLabels, draws: Sequence[int], rows: Sequence[int]) -> None:
    for one, two in pairwise(rows):
        if draws[one] == draws[two]:
            raise InputError(
                f"number {draws[one]} of the draw stands twice, in rows {rows_listed([labels.table.row(row) for row in (one, two)])}.",
                file=labels.table.file,
                column=DRAW,
                remedy="Keep the column as `freetext audit draw` wrote it.",
            )

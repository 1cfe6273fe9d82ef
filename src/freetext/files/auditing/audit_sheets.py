"""The sheet of a blind random audit: drawn by permanent random numbers, so that a larger one holds every smaller one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from math import ceil

import numpy as np
from numpy.typing import NDArray

from freetext.errors import SHOWN, InputError, NegativeAnswer, UsageError, quoted
from freetext.files.auditing.audit_labels import DRAW, ID, OURS, QUESTION, STRATUM, TEXT, THEMES, AuditLabels
from freetext.files.auditing.audit_strata import strata_by
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.codings import ours
from freetext.files.tabular.cells import Column
from freetext.files.tabular.guard import unguarded
from freetext.files.tabular.tables import Table
from freetext.guard.handed_on import handed_on
from freetext.review.audit import audit_order, draw
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.labels import Key
from freetext.survey.questionnaire import Questionnaire
from freetext.tallies.audited import FEWEST, Audited, audit_wanted
from freetext.tallies.banners import MOST
from freetext.tallies.intervals import ROUNDING

Strata = NDArray[np.object_]
"""The stratum of each answer, by name."""

CLOSED = ("closed", "multi", "ranking")

USUAL = 150
"""Answers of an audit that nobody gave a size: enough for 3 to 5 points at shares up to 10 %."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How an audit is drawn, for each question.

    n           so many answers, or all
    half_width  as many as this half-width wants for a share of 10 %, 0..1; 0 where `n` says it
    by          closed columns: each of their values gets 30 answers, or all
    shown       columns that the coder sees beside the text
    seed        another one draws others
    redact      personal data in the texts is covered
    """

    n: int = USUAL
    half_width: float = 0.0
    by: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    seed: str = ""
    redact: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Within:
    """Which rows of a table are drawn from, bool (n,), and the columns that tell them.

    Strata are parted by these columns too, so that an audit of some answers is never taken for one of all.
    """

    rows: BoolArray
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AuditSheet:
    """What is to be coded: the table, of how many answers it was drawn, in how many strata, and how many are coded already.

    `said` is what was assumed, for people.
    """

    table: Table
    answers: int
    strata: int
    kept: int = 0
    said: tuple[str, ...] = ()


def audit_sheet(
    file: AnswerFile, wanted: Drawing, keep: AuditLabels | None = None, within: Within | None = None
) -> AuditSheet:
    """Draw an audit of the answers of a file that are not blank, and lay it out to be coded, in an order that may be left anywhere.

    `keep` are labels of an earlier, smaller one. Raises InputError where any of them is not in this one, or a column has too many values
    for strata, and NegativeAnswer where every answer is blank.
    """
    answers = file.answers
    eligible, asked = ~answers.blank, np.array(answers.questions, dtype=object)
    if within is not None:
        eligible &= np.tile(within.rows, len(file.columns))
        for name in within.columns:
            _values(file.table, name, "--where", within.rows)
    if not eligible.any():
        raise NegativeAnswer(f"{file.table.file}: every answer is blank; there is nothing to audit.")
    rates = _rates(file, wanted, eligible)
    parting = tuple(dict.fromkeys((*wanted.by, *(within.columns if within else ()))))
    strata = np.array(strata_by(file.table, parting, option="--by") * len(file.columns), dtype=object)
    draws = draw(wanted.seed, answers.respondents)
    order = audit_order(draws)
    order = order[eligible[order]]
    found = [
        each
        for question in dict.fromkeys(answers.questions)
        for each in _drawn(order[asked[order] == question], strata, rates, draws)
    ]
    head = _columns(file, found, strata, wanted.shown, handed_on if wanted.redact else str)
    columns, kept = _carried(head, keep) if keep else (head, 0)
    number = len({*zip(asked[eligible].tolist(), strata[eligible].tolist(), strict=True)})
    table = Table("audit", tuple(columns), tuple(columns.values()), len(found))
    return AuditSheet(table, int(np.count_nonzero(eligible)), number, kept)


def _rates(file: AnswerFile, wanted: Drawing, eligible: BoolArray) -> FloatArray:
    """The part of its stratum that is drawn with each answer, float (n,): what its question and each of its columns want at least."""
    asked = np.array(file.answers.questions, dtype=object)
    rates = np.zeros(len(asked))
    columns = [np.array(_values(file.table, name) * len(file.columns), dtype=object) for name in wanted.by]
    for question in dict.fromkeys(file.answers.questions):
        here = eligible & (asked == question)
        rates[here] = _size(wanted, int(np.count_nonzero(here))) / np.count_nonzero(here) if here.any() else 0
        for cells in columns:
            for value in dict.fromkeys(cells[here].tolist()):
                inside = here & (cells == value)
                rates[inside] = np.maximum(rates[inside], min(1.0, FEWEST / np.count_nonzero(inside)))
    return rates


def _size(wanted: Drawing, answers: int) -> int:
    if wanted.half_width:
        return audit_wanted(Audited(answers, 0, 0.0, 0, 0.0), wanted.half_width)
    return min(wanted.n, answers)


def _values(table: Table, column: str, option: str = "--by", rows: BoolArray | None = None) -> list[str]:
    """Read a column to stratify by; raises InputError where these rows, or all, have too many values."""
    cells = [" ".join(cell.split()) for cell in table.texts(column, option=option)]
    count = len(set(cells if rows is None else compress(cells, rows)))
    if count > MOST:
        raise InputError(
            f"{count:,} different values are too many strata (at most {MOST}).",
            file=table.file,
            column=column,
            remedy=f"Name a closed column with {option}.",
        )
    return cells


def _drawn(inside: IntArray, strata: Strata, rates: FloatArray, draws: FloatArray) -> list[tuple[int, int]]:
    """Draw from the answers to one question, given in the order of u: (place, number in its stratum), so that all strata go on evenly."""
    found: list[tuple[float, float, int, int]] = []
    for name in dict.fromkeys(strata[inside].tolist()):
        places = inside[strata[inside] == name]
        size = min(len(places), ceil(len(places) * rates[places].max() - ROUNDING))
        for number, place in enumerate(places[:size].tolist(), start=1):
            found.append(((number - 0.5) / size, float(draws[place]), place, number))
    return [(place, number) for *_, place, number in sorted(found)]


def _columns(
    file: AnswerFile,
    found: Sequence[tuple[int, int]],
    strata: Strata,
    shown: Sequence[str],
    written: Callable[[str], str],
) -> dict[str, Column]:
    """Lay out what a coder sees: the text and closed answers, and no code."""
    answers, rows = file.answers, [place % file.table.size for place, _ in found]
    columns: dict[str, Column] = {
        ID: [answers.ids[place] for place, _ in found],
        QUESTION: [answers.questions[place] for place, _ in found],
        STRATUM: [strata[place] for place, _ in found],
        DRAW: [number for _, number in found],
    }
    for name in shown:
        cells = file.table.texts(name, option="--show")
        columns[f"{name} (answer)" if name in OURS else name] = [written(cells[row]) for row in rows]
    columns[TEXT] = [written(answers.texts[place]) for place, _ in found]
    columns[THEMES] = [""] * len(found)
    return columns


def shown_columns(
    table: Table, survey: Questionnaire, by: Iterable[str], show: Sequence[str], hidden: Iterable[str]
) -> tuple[str, ...]:
    """Return the columns that a coder sees: the strata, the survey's closed questions, and what was asked for.

    What is `hidden` stands in the sheet anyway. Raises UsageError for codes: the audit is blind.
    """
    for name in show:
        if ours([name]):
            raise UsageError(f"--show {name}: an audit is blind, so that no code is shown.")
    closed = (column for each in survey.questions if each.kind in CLOSED for column in each.columns)
    wanted = dict.fromkeys((*by, *(name for name in closed if name in table.names), *show))
    return tuple(name for name in wanted if name not in set(hidden))


def _carried(columns: Mapping[str, Column], keep: AuditLabels) -> tuple[dict[str, Column], int]:
    """Put labels of an earlier sheet into this one, and every column that somebody added to it; also says how many labels."""
    if keep.cells is None:
        raise InputError(f"no column {THEMES!r} to keep.", file=keep.table.file)
    keys: list[Key] = list(zip(map(str, columns[ID]), map(str, columns[QUESTION]), strict=True))
    places = {key: place for place, key in enumerate(keys)}
    alone = len({question for _, question in keys}) == 1
    found: dict[int, int] = {}
    lost = []
    for row, cell in enumerate(keep.cells):
        place = _place(keep, row, places, keys[0][1] if alone else None)
        if place is not None:
            found[place] = row
        elif cell.strip() or (keep.done and keep.done[row]):
            lost.append(row)
    _refuse_loss(keep, lost)
    others = [name for name in keep.table.names if name not in columns and name]
    carried = dict(columns)
    for name in (THEMES, *others):
        cells = keep.cells if name == THEMES else keep.table.texts(name)
        carried[name] = [cells[found[place]] if place in found else "" for place in range(len(keys))]
    done = [keep.cells[row].strip() or (keep.done and keep.done[row]) for row in found.values()]
    return carried, sum(map(bool, done))


def _place(keep: AuditLabels, row: int, places: Mapping[Key, int], question: str | None) -> int | None:
    asked = keep.questions[row] or question or ""
    ids = (keep.ids[row], unguarded((keep.ids[row],))[0])
    return next((places[each, asked] for each in ids if (each, asked) in places), None)


def _refuse_loss(keep: AuditLabels, lost: Sequence[int]) -> None:
    if lost:
        shown = ", ".join(f"{quoted(keep.ids[row])} in row {keep.table.row(row)}" for row in lost[:SHOWN])
        more = f" and {len(lost) - SHOWN:,} more" if len(lost) > SHOWN else ""
        raise InputError(
            f"{len(lost):,} labelled answers are not in this draw: {shown}{more}.",
            file=keep.table.file,
            remedy="A draw of the same answers with the same seed, columns and at least the same size holds them all.",
        )

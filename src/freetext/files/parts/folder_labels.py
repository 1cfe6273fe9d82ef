"""People's decisions on the answers of a folder: taken out of its statistics as they were coded, and added again as people said.

Exact, for sums of different respondents add: the whole without these rows, and these rows with what an audit knows of them, are the
sums of the whole with that audit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from freetext.files.auditing.audits import overruled_by, overruling_notes
from freetext.files.coding.coded_blocks import THEMES
from freetext.files.coding.said_cells import CodedColumn
from freetext.files.parts.folder_candidates import LabelledAnswers, LabelledCandidates
from freetext.files.parts.folder_ground import Ground
from freetext.files.parts.part_counts import PartCounts, Said
from freetext.files.parts.part_splits import Splitter, batch_weights
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Banner, Responses
from freetext.tallies.entries import OPEN, Columns
from freetext.tallies.merging import added
from freetext.tallies.statistics import Statistics, less
from freetext.tallies.summing import sums_from
from freetext.tallies.sums import Sums, sums_of
from freetext.tallies.table import BaseKind


@dataclass(frozen=True, slots=True, eq=False)
class Corrected:
    """One question that people have decided answers to: all others as they were coded, and these as people decided, with the audit.

    reach  the probability with which an answer that nobody knows was audited
    """

    rest: Statistics
    decided: Responses
    columns: dict[str, Columns]
    weights: FloatArray | None
    reach: float
    notes: tuple[str, ...] = ()

    def sums(self, banner: str, names: Sequence[str], base: BaseKind) -> Sums:
        """Return the sums of one table; `names` are the banner's columns."""
        rest = sums_from(self.rest, banner=banner, base=base, pi=self.reach if self.reach < 1 else 0.0)
        split = banner_over(banner, names, self.columns[banner]) if banner else None
        weights = self.weights if self.rest.weighted else None
        if weights is not None and not weights.any():  # nobody has a say: nothing changes but heads
            weights = None
        own = sums_of(replace(self.decided, title=""), banner=split, weights=weights, base=base)
        return added(rest, own)


def banner_over(name: str, names: Sequence[str], columns: Columns) -> Banner:
    """Make a banner of these columns."""
    member = np.zeros((len(columns.rounds[0]), len(names)), dtype=np.bool_)
    place = np.array([-1, *(names.index(each) if each in names else -1 for each in columns.names)], dtype=np.int64)
    for slots in columns.rounds:
        at = place[slots]
        rows = np.flatnonzero(at >= 0)
        member[rows, at[rows]] = True
    return Banner(name, tuple(names), member)


def corrected(
    each: Statistics, labelled: LabelledCandidates, column: LabelledAnswers, ground: Ground, inside: BoolArray
) -> Corrected:
    """Correct the statistics of a question by what people decided on the answers of a column, in the rows `inside`, bool (n,).

    Raises UnknownTheme for a decision whose theme the codeframe does not have.
    """
    read = ground.column(each.question)
    inside = inside & column.decided(each.question)
    if read is not None and read.asked:
        inside &= np.array([name == each.question for name in labelled.table.texts(read.asked)], dtype=np.bool_)
    return _corrected(each, labelled.table, column, np.flatnonzero(inside), ground)


def _corrected(each: Statistics, table: Table, column: LabelledAnswers, rows: IntArray, ground: Ground) -> Corrected:
    plan, scored, read = ground.sums.plan, not ground.again, ground.column(each.question)
    before = _as_coded(each, table, column, rows, text=read.text if read else "", scored=scored)
    counts = PartCounts(replace(plan, closed=(), respondent=""))
    counts.add(table, [Said(before, rows)])
    rest = less(each, counts.sums().statistics[0]) if len(rows) else each
    after, notes, reach = _as_decided(before, column, rows, scored=scored)
    whole = not rest.total.n[0, list(OPEN)].any() and (after.audit is None or bool(after.audit.known.all()))
    if not (whole or column.audited[column.decided(each.question)].any()):  # nobody has audited anything
        after, reach = replace(after, audit=None), 0.0
    splitters = {split.name: Splitter(split).columns(table) for split in plan.banners}
    columns = {
        name: replace(found, rounds=tuple(slots[rows] for slots in found.rounds))
        for name, found in splitters.items()
        if found is not None
    }
    weights = batch_weights(table, plan.weight)[rows] if plan.weight else None
    return Corrected(rest, after, columns, weights, reach, notes)


def _as_coded(
    each: Statistics, table: Table, column: LabelledAnswers, rows: IntArray, *, text: str, scored: bool
) -> Responses:
    """Read the rows as the statistics have them; other rows may hold the codes of other codeframes."""
    frames = {each.question: each.codeframe}
    themes = CodedColumn(THEMES + column.lane.behind, each.question, text=text, frames=frames)
    (said,) = themes.said(_taken(table, rows, themes.columns))
    found = said.responses
    n, k = found.given.shape
    sure = ~found.answered | (found.source >= Source.HUMAN).all(axis=1)
    nobody, unsaid = np.zeros(n, dtype=np.bool_), np.full((n, k), np.nan)
    scores = column.scores[rows] if scored else None
    return replace(found, audit=Audit(sure, nobody, np.zeros(n), unsaid, scores))  # type: ignore[arg-type]  # float32 will do: only bands are looked at


def _taken(table: Table, rows: IntArray, names: Sequence[str]) -> Table:
    """Some rows and columns of a table."""
    import pyarrow as pa

    places = [place for place, name in enumerate(table.names) if name in names]
    cells = [table.columns[place] for place in places]
    columns = [
        each.take(pa.array(rows)) if not isinstance(each, Sequence) else [each[row] for row in rows.tolist()]
        for each in cells
    ]
    return replace(table, names=tuple(table.names[place] for place in places), columns=tuple(columns), size=len(rows))


def _as_decided(
    before: Responses, column: LabelledAnswers, rows: IntArray, *, scored: bool
) -> tuple[Responses, tuple[str, ...], float]:
    """Put what people decided into the rows, and what the audit knows of them beside these."""
    pairs = ((place, column.settled[row]) for place, row in enumerate(rows.tolist()) if before.answered[place])
    decided = {place: settled for place, settled in pairs if settled is not None}
    after, truth = overruled_by(before, decided)
    known, audited = column.known[rows] | ~before.answered, column.audited[rows] & before.answered
    audited &= ~known
    reach = column.reach.get(before.question, 0.0)
    pi = np.full(len(rows), reach)
    scores = column.scores[rows].astype(np.float64) if scored else None
    inside: BoolArray = before.answered
    unused = int(np.count_nonzero(inside & ~known & ~audited))
    notes = overruling_notes(before, after, truth, inside, unused)
    return replace(after, audit=Audit(known, audited, pi, truth, scores)), notes, reach

"""People's decisions on the answers of a folder: taken out of its statistics as they were coded, and added again as people said.

Exact, for sums of different respondents add: the whole without these rows, and these rows with what an audit knows of them, are the
sums of the whole with that audit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np

from freetext.errors import InputError, UnknownTheme
from freetext.files.audits import overruled_by, overruling_notes
from freetext.files.coded_blocks import THEMES
from freetext.files.folder_candidates import LabelledAnswers, LabelledCandidates
from freetext.files.folder_ground import Ground
from freetext.files.part_counts import PartCounts, Said, SumsPlan
from freetext.files.part_splits import Splitter, batch_weights
from freetext.files.said_cells import CodedColumn
from freetext.files.second_pass import Filter
from freetext.files.settings import Project
from freetext.files.tables import Table
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Banner, Responses
from freetext.tallies.entries import Columns
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
    each: Statistics, labelled: LabelledCandidates, ground: Ground, where: Sequence[str], project: Project
) -> Corrected | None:
    """Correct the statistics of a question by what people decided; None where nobody has, or by another codeframe.

    `where` filters the rows as it did those of the statistics. Raises InputError for a label whose theme the codeframe does not have.
    """
    inside = Filter(where, project.questionnaire).met(labelled.table)
    for column in labelled.columns:
        if column.lane.codeframe != each.codeframe.digest:
            continue
        asked = np.array([name == each.question for name in column.question], dtype=np.bool_)
        settled = np.array([one is not None for one in column.settled], dtype=np.bool_)
        if (asked & settled).any():
            rows = np.flatnonzero(asked & settled & inside)
            with labels_of(project):
                return _corrected(each, labelled.table, column, rows, ground.sums.plan, scored=not ground.again)
    return None


@contextmanager
def labels_of(project: Project) -> Iterator[None]:
    """Where people's labels hold a theme that is not known, name their folder."""
    try:
        yield
    except UnknownTheme as error:
        mend = "Where a slug was changed by hand, `freetext codeframe rename OLD NEW` carries the labels over."
        folder = project.path(project.questionnaire.labels)
        raise InputError(error.what, file=folder, remedy=f"{error.remedy} {mend}".strip()) from error


def _corrected(
    each: Statistics, table: Table, column: LabelledAnswers, rows: IntArray, plan: SumsPlan, *, scored: bool
) -> Corrected:
    before = _as_coded(each, table, column, rows, scored=scored)
    counts = PartCounts(replace(plan, closed=(), respondent=""))
    counts.add(table, [Said(before, rows)])
    rest = less(each, counts.sums().statistics[0]) if len(rows) else each
    after, notes, reach = _as_decided(before, column, rows, scored=scored)
    splitters = {split.name: Splitter(split).columns(table) for split in plan.banners}
    columns = {
        name: replace(found, rounds=tuple(slots[rows] for slots in found.rounds))
        for name, found in splitters.items()
        if found is not None
    }
    weights = batch_weights(table, plan.weight)[rows] if plan.weight else None
    return Corrected(rest, after, columns, weights, reach, notes)


def _as_coded(each: Statistics, table: Table, column: LabelledAnswers, rows: IntArray, *, scored: bool) -> Responses:
    """Read the rows as the statistics have them."""
    themes = CodedColumn(THEMES + column.lane.behind, each.question, frames={each.question: each.codeframe})
    said = next(iter(themes.said(table))).responses
    there = np.zeros(len(said), dtype=np.bool_)
    there[rows] = True
    found = said.take(there)
    n, k = found.given.shape
    sure = ~found.answered | (found.source >= Source.HUMAN).all(axis=1)
    nobody, unsaid = np.zeros(n, dtype=np.bool_), np.full((n, k), np.nan)
    scores = column.scores[rows] if scored else None
    return replace(found, audit=Audit(sure, nobody, np.zeros(n), unsaid, scores))  # type: ignore[arg-type]  # float32 will do: only bands are looked at


def _as_decided(
    before: Responses, column: LabelledAnswers, rows: IntArray, *, scored: bool
) -> tuple[Responses, tuple[str, ...], float]:
    """Put what people decided into the rows, and what the audit knows of them beside these."""
    decided = {place: one for place, row in enumerate(rows.tolist()) if (one := column.settled[row]) is not None}
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

"""Additive sums: what a table is made of. Those of parts, added in any order, are exactly those of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Source
from freetext.survey.responses import Banner, Kind, Responses
from freetext.tallies import exact
from freetext.tallies.bases import empty_codes
from freetext.tallies.exact import counted, crossed, squared
from freetext.tallies.lines import Line, any_of, least_of, lines_of
from freetext.tallies.preferences import beats_of, firsts_of, ranked_of
from freetext.tallies.splits import Split, machine_decided, split_by
from freetext.tallies.strata import CellSums
from freetext.tallies.stratified import Evidence, Pairs, cells_of, evidence_of
from freetext.tallies.table import BaseKind

Whole = exact.Whole
"""Python's whole numbers, which are exact at any size: sums of weights in units of 1 / SCALE."""

SCALE = exact.SCALE
"""Weights are counted in units of 1 / SCALE, so that every float weight from 0.004 on is a whole number, and smaller ones lose nothing that shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """The sums of one question by one banner: `c` columns (the total first), `r` rows (the lines of the codeframe, nets included).

    shared_n, shared_w, shared_w2   (c, c): respondents in the bases of both columns, their weights and squared weights; a column's own
                                    base stands on the diagonal
    given_n, given_w                (r, c): respondents with the code
    sources                         (r, c, 5): who decided in the base, by `Source` (0: nobody knows), among those who answered; on a
                                    net whoever is trusted least
    both_n, both_w                  (r, r): respondents of the total base with both codes
    mentions_n, mentions_w          (c,): mentions, and each times its respondent's weight
    decided                         (c,): respondents of the base whose codes people decided, or they themselves
    cells                           (row, column) -> the sums of the estimate; without those of which everything is known and is as
                                    the codes have it, so that it is empty where no machine decided anything
    left_out, several               respondents of the base who are in no column of the banner, and in more than one
    agreed                          of merged parts: how many themes and columns, from the first, stand in the order that all parts
                                    share; those behind stand by name. None: all of them
    ranked                          of a ranking: (items, c, 4) sums of weights: of points, of ranks, of those who ranked the item, of
                                    those who ranked anything; `first_*` is `given_*`
    beats                           of a ranking: (items, items): weight of those who rank the one above the other, left-out items last
    """

    question: str
    title: str
    kind: Kind
    banner: str
    base: BaseKind
    codeframe: Codeframe
    columns: tuple[str, ...]
    shared_n: IntArray
    shared_w: Whole
    shared_w2: Whole
    given_n: IntArray
    given_w: Whole
    sources: IntArray
    both_n: IntArray
    both_w: Whole
    mentions_n: IntArray
    mentions_w: Whole
    decided: IntArray
    cells: Mapping[tuple[int, int], CellSums]
    weighted: bool = False
    unsure: tuple[bool, ...] = ()
    """By column: whether the base itself rests on machine codes."""
    left_out: int = 0
    several: int = 0
    agreed: tuple[int, int] | None = None
    notes: tuple[str, ...] = ()
    ranked: Whole | None = None
    beats: Whole | None = None
    told: bool = True
    """Whether blank answers can be told from those without a code."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows: codes and nets in the order of print."""
        return lines_of(self.codeframe)


def sums_of(
    responses: Responses,
    *,
    banner: Banner | None = None,
    weights: Sequence[float] | FloatArray | None = None,
    base: BaseKind = "answered",
) -> Sums:
    """Sum one question by the columns of a banner; `weights` is one number a respondent. Raises InputError for one that is none."""
    split = split_by(responses, banner=banner, weights=weights, base=base)
    lines, member, units = lines_of(responses.codeframe), split.member, split.units
    given = any_of(responses.given, lines) if responses.ranks is None else firsts_of(responses.ranks)
    inside = given & member[:, :1]
    said = np.count_nonzero(responses.given[:, ~empty_codes(responses)], axis=1)[:, None]
    shared = (counted(member, member), crossed(member, member, units), crossed(member, member, squared(units)))
    weighed = crossed(given, member, units)
    return Sums(
        question=responses.question,
        title=responses.title,
        kind=responses.kind,
        banner=banner.name if banner else "",
        base=base,
        codeframe=responses.codeframe,
        columns=split.columns,
        shared_n=shared[0],
        shared_w=shared[1],
        shared_w2=shared[2],
        given_n=counted(given, member),
        given_w=weighed,
        sources=_sources(responses, lines, member),
        both_n=counted(inside, given),
        both_w=crossed(inside, given, units),
        mentions_n=counted(said, member)[0],
        mentions_w=crossed(said, member, units)[0],
        decided=counted(_decided(responses)[:, None], member)[0],
        cells=_cells(split, evidence_of(responses, lines, given), shared, weighed),
        weighted=weights is not None,
        unsure=split.unsure,
        left_out=split.left_out,
        several=split.several,
        notes=responses.notes,
        ranked=None if responses.ranks is None else ranked_of(responses.ranks, member, units),
        beats=None if responses.ranks is None else beats_of(responses.ranks, member[:, 0], units),
        told=responses.told,
    )


def plain(cell: CellSums, given: int) -> bool:
    """Whether everything in a cell is known and is as the codes have it, `given` being the weight of those who have the code."""
    return not cell.strata and cell.known.given == 2 * given


def _cells(
    split: Split, evidence: Iterable[Evidence | None], shared: Sequence[IntArray | Whole], weighed: Whole
) -> dict[tuple[int, int], CellSums]:
    person, column = np.nonzero(split.member)
    pairs = Pairs(person, column, len(split.columns), split.units.take(person))
    bases = list(zip(*(each.diagonal().tolist() for each in shared), strict=True))
    return {
        (row, place): cell
        for row, known in enumerate(evidence)
        if known is not None
        for place, cell in enumerate(cells_of(pairs, known, bases))
        if not plain(cell, weighed[row, place])
    }


def _sources(responses: Responses, lines: Sequence[Line], member: BoolArray) -> IntArray:
    """Count who decided on each line in each column, int (r, c, 5)."""
    least, who = least_of(responses.source, lines), (0, *Source)
    inside = member & responses.answered[:, None]
    found = np.bincount(least.ravel(), minlength=len(who))
    none = np.zeros((len(lines), member.shape[1]), dtype=np.int64)
    return np.stack([counted(least == source, inside) if found[source] else none for source in who], axis=2)


def _decided(responses: Responses) -> BoolArray:
    """Of whom people, or they themselves, decided every code, bool (n,)."""
    people = ~np.asarray(machine_decided(responses).any(axis=1), dtype=np.bool_)
    return people if responses.audit is None else people | responses.audit.known | responses.audit.audited

"""Themes that come together in one answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from freetext.reports.figures import standing
from freetext.reports.hiding import rounded, told_by
from freetext.reports.report import Entry, Listing
from freetext.reports.words import headed, named, opened
from freetext.survey.answers import BoolArray, IntArray
from freetext.survey.responses import Responses
from freetext.tallies.bases import base_of
from freetext.tallies.conventions import Profile
from freetext.tallies.counts import VERY_SMALL
from freetext.tallies.exact import counted
from freetext.tallies.rounding import count, fixed, percent
from freetext.tallies.table import CORRECTABLE, TallyTable

FEWEST = 3
"""Answers that hold both themes, before a pair is listed."""

LISTED = 20


@dataclass(frozen=True, slots=True)
class Together:
    """Two themes in `n` respondents: how many have the one, the other, and both."""

    one: str
    other: str
    n: int
    ones: int
    others: int
    both: int

    @property
    def expected(self) -> float:
        """How many would have both if neither cared about the other."""
        return self.ones * self.others / self.n

    @property
    def lift(self) -> float:
        """How many times as often they come together as that."""
        return self.both / self.expected


def together_listing(
    responses: Responses,
    table: TallyTable,
    name: str,
    title: str,
    profile: Profile = "",
    *,
    publication: bool = False,
) -> Listing | None:
    """List the pairs of themes that come together most often, counts as the codes stand; None where no two do.

    For publication a base under 30 has no percentage.
    """
    least = VERY_SMALL if publication else 0
    pairs = sorted(_pairs(responses, table, profile), key=lambda each: (-each.both, -each.lift))
    if not pairs:
        return None
    head = (
        "Theme",
        "With",
        "Both",
        "Of the first, also the second",
        "Of the second, also the first",
        "Expected",
        "Times expected",
    )
    rows = tuple(_line(each, least) for each in pairs[:LISTED])
    return Listing(
        name,
        headed(title, "themes together"),
        _finding(pairs, table, least),
        head,
        rows,
        tuple(_notes(table, len(pairs))),
    )


def _pairs(responses: Responses, table: TallyTable, profile: Profile) -> Iterator[Together]:
    """Yield the pairs of themes that may be told, in the order of the table."""
    inside = base_of(responses, table.base)
    both = both_given(responses, inside)
    n = int(np.count_nonzero(inside))
    places = [
        (row, responses.codeframe.position[row.theme])
        for row in table.rows
        if row.theme in responses.codeframe.position
    ]
    told = [(row, place) for row, place in places if not row.reserved and standing(row.cells[0]) != "hidden"]
    for left, (one, i) in enumerate(told):
        for other, j in told[left + 1 :]:
            each = Together(named(one.name), named(other.name), n, int(both[i, i]), int(both[j, j]), int(both[i, j]))
            if each.both >= FEWEST and told_by(profile, *_fields(each)):
                sizes = (rounded(profile, number) for number in (n, each.ones, each.others, each.both))
                yield Together(each.one, each.other, *sizes)


def _fields(pair: Together) -> tuple[int, int, int, int]:
    """The four fields of the cross: both, the one alone, the other alone, neither."""
    return (pair.both, pair.ones - pair.both, pair.others - pair.both, pair.n - pair.ones - pair.others + pair.both)


def both_given(responses: Responses, inside: BoolArray) -> IntArray:
    """How many respondents of the base gave both codes, int (k, k); one code alone on the diagonal."""
    given = responses.given[inside]
    return counted(given, given)


def _line(pair: Together, least: int) -> tuple[Entry, ...]:
    return (
        Entry(pair.one, "label"),
        Entry(pair.other, "label"),
        Entry(pair.both, "count"),
        Entry(pair.both / pair.ones if pair.ones >= least else None, "percent"),
        Entry(pair.both / pair.others if pair.others >= least else None, "percent"),
        Entry(round(pair.expected, 2), "number"),
        Entry(round(pair.lift, 2), "number"),
    )


def _coded(table: TallyTable) -> bool:
    """Whether a machine decided any code of the total."""
    return any(row.cells[0].kind in CORRECTABLE for row in table.rows)


def _finding(pairs: list[Together], table: TallyTable, least: int) -> str:
    """Say which two come together most often; the share is of the one that more often has the other with it."""
    top = pairs[0]
    one, other, ones = (top.one, top.other, top.ones) if top.ones <= top.others else (top.other, top.one, top.others)
    expected = count(int(fixed(top.expected, 0))) if top.expected >= 10 else fixed(top.expected, 1)
    whom = f"all {count(ones)}" if top.both == ones else f"{count(top.both)} of the {count(ones)}"
    share = f"{percent(top.both / ones)}; " if ones >= least else ""
    said = f"{whom} who name {one} also name {other} ({share}{expected} expected by chance)"
    return f"As the codes stand, {said}." if _coded(table) else f"{opened(said)}."


def _notes(table: TallyTable, found: int) -> Iterator[str]:
    yield "Respondents, unweighted. Expected: as many as would name both if neither had to do with the other."
    if found > LISTED:
        yield f"The {LISTED} commonest of {found} pairs."
    if _coded(table):
        yield "As the codes stand, without the correction for coding errors."

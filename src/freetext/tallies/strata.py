"""The sums that an estimate is made of: one theme in one column, by stratum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

EDGES = (0.1, 0.5)
"""Scores at which the strata part."""


@dataclass(frozen=True, slots=True)
class Known:
    """Answers that are known for certain: how many, the sum of their weights, and of those that hold the theme.

    Sums of weights are whole numbers in a unit of the table's own (see `sums`), which every estimate divides out; `given` is twice the sum of w * Y, for
    an answer in dispute counts half.
    """

    n: int = 0
    weight: int = 0
    given: int = 0


@dataclass(frozen=True, slots=True)
class Stratum:
    """Answers that are not known, of one score band and one probability of being audited.

    band      their place among the bands of the score, lowest first
    pi        the probability with which they were audited, 0..1
    n, weight        all of them: how many, and the sum of their weights
    audited          how many of them were audited
    a, a2, given     over the audited: sum of w, of w * w, and twice the sum of w * Y
    """

    band: int
    pi: float
    n: int
    weight: int
    audited: int = 0
    a: int = 0
    a2: int = 0
    given: int = 0


@dataclass(frozen=True, slots=True)
class CellSums:
    """One theme in one column: the known, the strata of the rest in the order of (band, pi), and the base's sum of w and of w * w.

    n is the base unweighted. `known.n` and the strata's `n` add up to it.
    """

    n: int
    weight: int
    weight2: int
    known: Known
    strata: tuple[Stratum, ...] = ()


def summed(cells: Sequence[CellSums]) -> CellSums:
    """Add cells of different respondents, stratum by stratum."""
    strata: dict[tuple[int, float], list[Stratum]] = {}
    for each in (stratum for cell in cells for stratum in cell.strata):
        strata.setdefault((each.band, each.pi), []).append(each)
    known = [cell.known for cell in cells]
    return CellSums(
        n=sum(cell.n for cell in cells),
        weight=sum(cell.weight for cell in cells),
        weight2=sum(cell.weight2 for cell in cells),
        known=Known(
            sum(each.n for each in known), sum(each.weight for each in known), sum(each.given for each in known)
        ),
        strata=tuple(_stratum(band, pi, strata[band, pi]) for band, pi in sorted(strata)),
    )


def _stratum(band: int, pi: float, parts: Sequence[Stratum]) -> Stratum:
    return Stratum(
        band,
        pi,
        n=sum(each.n for each in parts),
        weight=sum(each.weight for each in parts),
        audited=sum(each.audited for each in parts),
        a=sum(each.a for each in parts),
        a2=sum(each.a2 for each in parts),
        given=sum(each.given for each in parts),
    )

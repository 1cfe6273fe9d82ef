"""The sums that an estimate is made of: one theme in one column, by stratum."""

from __future__ import annotations

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

"""Are two columns' shares further apart than chance? Where a machine coded and an audit corrects: MOVER-D, its level inverted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, nan, sqrt

import numpy as np

from freetext.survey.answers import FloatArray, IntArray
from freetext.tallies.intervals import wilson
from freetext.tallies.prevalence import grounded, too_small
from freetext.tallies.strata import CellSums, Known, Stratum
from freetext.tallies.student import normal_two_sided

GRID = (0.8, 1.2815515655446004, 1.6448536269514722, 1.959963984540054, 2.5, 3.2, 4.2, 5.5)
"""Normal quantiles at which intervals are made, those of 80, 90 and 95 % among them; between two of them p is interpolated."""

LEVELS = tuple(1 - erfc(z / sqrt(2)) for z in GRID)


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """How far shares' total intervals reach below and above them at each level of the grid: `share` (m,), the others (m, levels).

    nan where nothing can be said of a share.
    """

    share: FloatArray
    below: FloatArray
    above: FloatArray

    def take(self, places: IntArray) -> Reach:
        """Those at these places, which may repeat."""
        return Reach(self.share[places], self.below[places], self.above[places])


def reach_of_cell(cell: CellSums, population: int | None) -> Reach:
    """Of the share that sums bear, which none may: an empty base, too small an audit."""
    ground = None if too_small(cell) else grounded(cell, population=population)
    if ground is None:
        return _reach(nan, [(nan, nan)] * len(GRID))
    return _reach(ground.share, [ground.interval(level)[1:] for level in LEVELS])


def reach_of_share(share: float, cell: CellSums, population: int | None) -> Reach:
    """Of a share whose codes are certain, on the base that the sums have."""
    if population is not None and cell.n >= population:
        return _reach(share, [(share, share)] * len(GRID))
    size = cell.weight**2 / cell.weight2 / (1 if population is None else 1 - cell.n / population)
    return _reach(share, [wilson(share, size, level) for level in LEVELS])


def joined(reaches: Sequence[Reach]) -> Reach:
    """Put reaches into one, in this order."""
    if not reaches:
        return Reach(np.zeros(0), np.zeros((0, len(GRID))), np.zeros((0, len(GRID))))
    return Reach(*(np.concatenate([getattr(each, part) for each in reaches]) for part in ("share", "below", "above")))


def mover_p(one: Reach, two: Reach) -> FloatArray:
    """The p of each difference, one less two: 1 less the highest level at which MOVER-D's interval leaves 0 out.

        d_L = d - sqrt((theta_1 - L_1)^2 + (U_2 - theta_2)^2), and the other way round for d below 0

    Exact at the levels of the grid, interpolated between them; beyond the last it is that one's, 4e-8. The columns must not overlap.
    Source: Zou and Donner (2008).
    """
    difference = one.share - two.share
    up = (difference >= 0)[:, None]
    width = np.sqrt(np.where(up, one.below, one.above) ** 2 + np.where(up, two.above, two.below) ** 2)
    nothing = np.zeros((len(difference), 1))
    left = np.abs(difference)[:, None] - np.hstack([nothing, np.maximum.accumulate(width, axis=1)])
    z = np.array((0.0, *GRID))
    last = np.maximum(np.count_nonzero(left > 0, axis=1) - 1, 0)
    following = np.minimum(last + 1, len(GRID))
    rows = np.arange(len(left))
    drop = left[rows, last] - left[rows, following]
    part = np.divide(left[rows, last], drop, out=np.zeros(len(left)), where=drop > 0)
    found = normal_two_sided(z[last] + part * (z[following] - z[last]))
    return np.where(np.isnan(difference), np.nan, np.where(difference == 0, 1.0, found))


def rest_of(total: CellSums, column: CellSums) -> CellSums:
    """The sums of the total without one of its columns, exact."""
    known, less = total.known, column.known
    taken = {(each.band, each.pi): each for each in column.strata}
    strata = (_less(each, taken.get((each.band, each.pi))) for each in total.strata)
    return CellSums(
        total.n - column.n,
        total.weight - column.weight,
        total.weight2 - column.weight2,
        Known(known.n - less.n, known.weight - less.weight, known.given - less.given),
        tuple(each for each in strata if each.n),
    )


def _less(whole: Stratum, part: Stratum | None) -> Stratum:
    if part is None:
        return whole
    return Stratum(
        whole.band,
        whole.pi,
        whole.n - part.n,
        whole.weight - part.weight,
        whole.audited - part.audited,
        whole.a - part.a,
        whole.a2 - part.a2,
        whole.given - part.given,
    )


def _reach(share: float, intervals: Sequence[tuple[float, float]]) -> Reach:
    ends = np.array(intervals)
    return Reach(np.array([share]), share - ends[None, :, 0], ends[None, :, 1] - share)

"""Are two columns' shares further apart than chance? Where the codes are certain: a t-test that knows of overlap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.tallies.exact import SCALE
from freetext.tallies.student import two_sided
from freetext.tallies.sums import Sums


@dataclass(frozen=True, slots=True, eq=False)
class Bases:
    """The bases of `c` columns and of what two of them share, (c, c): respondents, weight, and the effective base.

    rest_n, rest_effective   (c,): the total without each column
    """

    n: IntArray
    weight: FloatArray
    effective: FloatArray
    rest_n: IntArray
    rest_effective: FloatArray

    def enough(self, least: int) -> BoolArray:
        """Which columns have a base that can be tested, by respondents and by what their weights leave of them, bool (c,)."""
        size = np.minimum(self.n.diagonal(), self.effective.diagonal())
        return np.asarray((size >= least) & (self.weight.diagonal() > 0))

    def rest_enough(self, least: int) -> BoolArray:
        """Of which columns the rest of the total can be tested, bool (c,)."""
        return np.asarray((np.minimum(self.rest_n, self.rest_effective) >= least) & (self.rest_n > 0))


def bases_of(sums: Sums) -> Bases:
    """Take the bases out of sums; the effective ones are made of whole numbers."""
    n, weight, square = sums.shared_n, sums.shared_w.tolist(), sums.shared_w2.tolist()
    places = range(len(weight))
    return Bases(
        n=n,
        weight=np.array([[each / SCALE for each in row] for row in weight]),
        effective=np.array([[_effective(weight[i][j], square[i][j]) for j in places] for i in places]),
        rest_n=n[0, 0] - n.diagonal(),
        rest_effective=np.array([_effective(weight[0][0] - weight[i][i], square[0][0] - square[i][i]) for i in places]),
    )


def overlap_t(shares: FloatArray, bases: Bases, one: IntArray, two: IntArray) -> FloatArray:
    """Test columns against each other: the two-sided p of each row and pair, (r, pairs); nan where there is nothing to test.

    `shares` is (r, c), `one` and `two` (pairs,) are columns.

        p = (B1 p1 + B2 p2) / (B1 + B2),  e0 the effective base of those who are in both
        t = (p1 - p2) / sqrt(p (1 - p) (1 / e1 + 1 / e2 - 2 e0 / (e1 e2))),  df = e1 + e2 - e0 - 2

    Not tested: a pooled share of 0 or 1, and columns that are the same people. Weights can make e0 larger than e1; it then counts as
    e1, which only widens what chance allows. Source: the t-test of market research for weighted columns that overlap, with the
    effective bases of Kish (1965).
    """
    first, second = bases.effective[one, one], bases.effective[two, two]
    both = np.minimum(bases.effective[one, two], np.minimum(first, second))
    heavy, other = bases.weight[one, one], bases.weight[two, two]
    df = first + second - both - 2
    with np.errstate(divide="ignore", invalid="ignore"):
        pooled = (heavy * shares[:, one] + other * shares[:, two]) / (heavy + other)
        spread = 1 / first + 1 / second - 2 * both / (first * second)
        error = np.sqrt(pooled * (1 - pooled) * np.maximum(spread, 0.0))
        t = (shares[:, one] - shares[:, two]) / error
    found = np.full(t.shape, np.nan)
    can = np.isfinite(t) & (pooled > 0) & (pooled < 1) & (df > 0)
    found[can] = two_sided(t[can], np.broadcast_to(df, t.shape)[can])
    return found


def _effective(weight: int, square: int) -> float:
    """Kish's effective base, (sum w)^2 / sum w^2."""
    return weight * weight / square if square else 0.0

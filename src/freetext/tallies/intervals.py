"""Confidence intervals of a share."""

from __future__ import annotations

from functools import cache
from math import sqrt
from statistics import NormalDist

LEVEL = 0.95


def wilson(share: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    """Wilson's score interval of a share in 0..1 of `n` (a count, or an effective base), as (low, high) in 0..1.

    With nothing counted it is (0, 1). Source: Wilson (1927), as in Brown, Cai and DasGupta (2001).
    """
    if not 0 <= share <= 1 or n < 0:
        message = f"a share lies in 0..1 and a base is not negative, not {share} of {n}"
        raise ValueError(message)
    if n == 0:
        return (0.0, 1.0)
    z = _quantile(level)
    whole = n + z * z
    centre = (share * n + z * z / 2) / whole
    half = z * sqrt(share * (1 - share) * n + z * z / 4) / whole
    low = 0.0 if share == 0 else max(0.0, min(share, centre - half))
    high = 1.0 if share == 1 else min(1.0, max(share, centre + half))
    return (low, high)


@cache
def _quantile(level: float) -> float:
    return NormalDist().inv_cdf(0.5 + level / 2)

"""MOVER: intervals of sums and differences, put together from the intervals of their parts.

Each distance from a share to the end of its interval stands for so many standard errors on that side; squared distances of parts that
are independent add up. Sources: Newcombe (1998) for two shares; Zou and Donner (2008), "the method of variance estimates recovery".
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple, Protocol

Pair = tuple[float, float]


class Between(NamedTuple):
    """A share, or a difference of two, and the ends of its interval."""

    share: float
    low: float
    high: float


class Bounded(Protocol):
    """Whatever has a share and the ends of its interval: `Between`, an estimate, a table's cell."""

    @property
    def share(self) -> float | None:
        """The share, 0..1."""

    @property
    def low(self) -> float | None:
        """The lower end of its interval."""

    @property
    def high(self) -> float | None:
        """The upper end."""


def mover_sum(share: float, one: Pair, two: Pair) -> Pair:
    """Return the interval (low, high), within 0..1, of a share that is uncertain for two independent reasons, each with its interval."""
    below = sqrt((share - one[0]) ** 2 + (share - two[0]) ** 2)
    above = sqrt((one[1] - share) ** 2 + (two[1] - share) ** 2)
    return (max(0.0, share - below), min(1.0, share + above))


def mover_d(one: Bounded, two: Bounded) -> Between:
    """Return one share less another, of samples that do not overlap, and the interval of the difference.

        d_L = d - sqrt((theta_1 - L_1)^2 + (U_2 - theta_2)^2),  d_U = d + sqrt((U_1 - theta_1)^2 + (theta_2 - L_2)^2)

    Raises ValueError for a share without an interval. Sources: Newcombe (1998), method 10; Zou and Donner (2008).
    """
    first, second = _between(one), _between(two)
    difference = first.share - second.share
    below = sqrt((first.share - first.low) ** 2 + (second.high - second.share) ** 2)
    above = sqrt((first.high - first.share) ** 2 + (second.share - second.low) ** 2)
    return Between(difference, difference - below, difference + above)


def _between(found: Bounded) -> Between:
    if found.share is None or found.low is None or found.high is None:
        message = "a share without an interval cannot be compared"
        raise ValueError(message)
    return Between(found.share, found.low, found.high)

"""How a difference of shares is printed, wherever it is: in points with one decimal and its sign."""

from __future__ import annotations

from decimal import Decimal

from freetext.tallies.mover import Between
from freetext.tallies.rounding import fixed


def in_points(share: float) -> float:
    """A difference of shares, -1..1, in points, as it is printed."""
    return float(fixed(100 * share, 1)) + 0.0  # and never -0.0


def signed(share: float) -> str:
    """A difference in points with its sign; `0.0` has none."""
    return signed_points(Decimal(fixed(100 * share, 1)))


def signed_points(rounded: Decimal) -> str:
    """Points that are rounded already, with their sign; nothing has none."""
    return f"{rounded:+f}" if rounded else f"{abs(rounded):f}"


def extent(between: Between) -> str:
    """The interval of a difference in points: `-2.1 to +4.0`."""
    return f"{signed(between.low)} to {signed(between.high)}"

"""Shares and numbers, rounded as everybody who prints them rounds: half up on the shortest decimal."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

EMPTY = "-"
"""What stands where there is no number."""


def percent(share: float | None) -> str:
    """A share as a whole percentage, half up: 0.565 is `57 %`."""
    return EMPTY if share is None else f"{points(share)} %"


def points(share: float) -> str:
    """A share in whole percentage points, half up, never `-0`. The shortest decimal that is the share is what gets rounded."""
    return fixed(share * 100 if abs(share) > 1 else Decimal(repr(float(share))) * 100, 0)


def fixed(value: float | Decimal | None, places: int) -> str:
    """A number with so many decimals, half up, never `-0`; a dash for None."""
    if value is None:
        return EMPTY
    exact = value if isinstance(value, Decimal) else Decimal(repr(float(value)))
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{abs(rounded) if rounded == 0 else rounded:f}"


def count(value: int) -> str:
    """A count with its thousands parted: `1,234`."""
    return f"{value:,}"

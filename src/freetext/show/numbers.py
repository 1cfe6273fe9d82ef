"""Numbers as a reader sees them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from freetext.tallies.table import CellCount

EMPTY = "-"
"""What stands where there is no number."""

UNAUDITED = "~"
"""Marks a percentage that rests on machine codes which nobody has audited."""

BASE_MARKS = {"small base": "*", "very small base": "**", "": ""}


def percent(share: float | None) -> str:
    """A share as a whole percentage, half up: 0.565 is `57 %`."""
    return EMPTY if share is None else f"{points(share)} %"


def points(share: float) -> str:
    """A share in whole percentage points, half up, never `-0`. The shortest decimal that is the share is what gets rounded."""
    return fixed(share * 100 if abs(share) > 1 else Decimal(repr(float(share))) * 100, 0)


def interval(cell: CellCount) -> str:
    """An interval in whole percentage points: `41-70`; empty where there is none."""
    return "" if cell.low is None or cell.high is None else f"{points(cell.low)}-{points(cell.high)}"


def marked_percent(cell: CellCount) -> str:
    """The percentage with its mark where a machine coded and nobody audited."""
    return (UNAUDITED if cell.kind == "not audited" else "") + percent(cell.share)


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

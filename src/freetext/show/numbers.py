"""Numbers as a reader sees them."""

from __future__ import annotations

from freetext.tallies.rounding import EMPTY, fixed, percent, points
from freetext.tallies.rounding import count as counted
from freetext.tallies.table import CellCount

__all__ = [
    "BASE_MARKS",
    "EMPTY",
    "HIDDEN",
    "TOO_FEW",
    "UNAUDITED",
    "count",
    "fixed",
    "interval",
    "lettered_percent",
    "marked_percent",
    "percent",
    "points",
]

UNAUDITED = "~"
"""Marks a percentage that rests on machine codes which nobody has audited, or too few of them."""

HIDDEN = "*"
"""What stands where a disclosure profile hides a number."""

TOO_FEW = "**"
"""What stands for a percentage of a base under 30, in publication mode."""

BASE_MARKS = {"small base": "*", "very small base": "**", "": ""}

MARKED = ("not audited", "audit too small")


def count(value: int | None) -> str:
    """A count with its thousands parted: `1,234`; `*` for a hidden one."""
    return HIDDEN if value is None else counted(value)


def interval(cell: CellCount) -> str:
    """An interval in whole percentage points: `41-70`; empty where there is none."""
    return "" if cell.low is None or cell.high is None else f"{points(cell.low)}-{points(cell.high)}"


def marked_percent(cell: CellCount) -> str:
    """The percentage, marked where a machine coded and nobody audited; `*` where it is hidden, `**` where the base is too small."""
    if cell.kind in {"suppressed", "too few"}:
        return HIDDEN if cell.kind == "suppressed" else TOO_FEW
    return (UNAUDITED if cell.kind in MARKED else "") + percent(cell.share)


def lettered_percent(cell: CellCount) -> str:
    """The marked percentage, and behind it the letters of the columns that it is above of: `62 % BC`."""
    return f"{marked_percent(cell)} {cell.letters}".rstrip()

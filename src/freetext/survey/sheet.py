"""Laid-out cells: what show draws and files writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Value = str | int | float | bool | None
Style = Literal[
    "",
    "title",
    "head",
    "note",
    "count",
    "percent",
    "number",
    "points",
    "range",
    "label",
    "sub",
    "finding",
    "over",
    "span",
    "mark",
    "text",
    "entry",
    "link",
]
"""`points` is a difference with its sign, in points; `range` is text that stands below numbers, such as an interval; `over` is a head over numbers, `span` one over several columns (empty heads follow it), `mark` what stands where a number does
not, `text` is broken into lines, `entry` is text that people change, and stays text whatever they type, `link` can be clicked."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a value (never a formula) and how it looks; `indent` in steps."""

    value: Value
    style: Style = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook: rows of cells, and column widths in characters."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    freeze: tuple[int, int] = (0, 0)

"""A report's workbook as a value: laid-out pages, and what is drawn from their cells."""

from __future__ import annotations

from dataclasses import dataclass

from freetext.reports.report import ChartKind
from freetext.survey.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Area:
    """A block of cells; rows and columns are counted from 0."""

    row: int
    column: int
    height: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class Plot:
    """Where a series of a drawing stands on its page.

    name, shares  the cell of its name, and its shares, one a label
    less, more    how far its interval reaches to either side; None without intervals
    ends          where the texts of bars begin; None where a series prints its shares in or beside themselves
    texts         what is printed for each label instead of its share; empty where the share itself is
    """

    name: Area
    shares: Area
    less: Area | None = None
    more: Area | None = None
    ends: Area | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart that a spreadsheet draws itself, from cells of the page it stands on.

    `at` is the cell of its upper left corner, `size` its width and height in pixels, `alt` what it shows, in words.
    """

    kind: ChartKind
    title: Area
    base: Area
    labels: Area
    plots: tuple[Plot, ...]
    at: tuple[int, int]
    size: tuple[int, int]
    alt: str


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of the workbook.

    drawings  charts beside its cells
    scales    areas of shares in which the darker is the larger
    links     row, column and the name of the sheet that a click on this cell opens
    repeated  the first and last row that are printed again on every page; empty for none
    """

    sheet: Sheet
    drawings: tuple[Drawing, ...] = ()
    scales: tuple[Area, ...] = ()
    links: tuple[tuple[int, int, str], ...] = ()
    repeated: tuple[int, ...] = ()

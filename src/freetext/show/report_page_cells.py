"""What a table of a page is made of, ready to be written."""

from __future__ import annotations

from dataclasses import dataclass

from freetext.show.report_page_verbatims import Look

MOST_UPRIGHT = 8
"""A cross-tab of more columns is printed across the page."""

FEW = 4
"""Columns that are kept together, where a whole line's width would part them from their rows."""

MOST_TOGETHER = 16
"""A table of more rows is broken over pages."""


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head of a column, what stands small below it, and its bare name."""

    text: str
    below: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell: its number, letters behind it, what stands small below, what it is sorted by, and where its answers are."""

    text: str
    letters: str = ""
    below: str = ""
    order: float | None = None
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; `last` are those that stay below the others however the table is sorted."""

    label: str
    cells: tuple[TableCell, ...]
    depth: int = 0
    net: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of the page: its heads, then bases, rows and mentions, and the notes below it."""

    layout: str
    title: str
    subtitle: str
    banner: str
    heads: tuple[TableHead, ...]
    bases: tuple[TableRow, ...]
    rows: tuple[TableRow, ...]
    mentions: tuple[TableRow, ...]
    notes: tuple[str, ...]

    @property
    def short(self) -> bool:
        """Whether it can be kept on one sheet of paper."""
        return len(self.rows) <= MOST_TOGETHER

    @property
    def few(self) -> bool:
        """Whether it wants less than the page's width."""
        return len(self.heads) <= FEW

    @property
    def across(self) -> bool:
        """Whether it wants a wide sheet of paper."""
        return self.layout != "alone" and len(self.heads) > MOST_UPRIGHT

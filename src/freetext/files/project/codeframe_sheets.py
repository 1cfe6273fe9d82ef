"""Codeframes laid out for workbooks and CSV: one row for what is said of the whole, then nets, then themes."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.files.project.codeframe_cells import cell_of, list_cell
from freetext.files.project.codeframe_columns import COLUMNS
from freetext.files.project.codeframe_tables import HEAD, NET, THEME
from freetext.files.project.codeframes import head_text
from freetext.files.tabular.rows import Table
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.sheet import Cell, Sheet

LISTS = ("include", "exclude", "examples", "keywords", "always", "never")
SHEET, WIDEST = "Codeframe", 60
"""What the sheet of a workbook is called, and how many characters its columns are wide at most."""


def table_of_codeframe(codeframe: Codeframe, file: str) -> Table:
    """Lay a codeframe out, a row each: first what it says of itself, then nets, then themes, in their order."""
    rows = [
        {
            "kind": HEAD,
            "slug": codeframe.name,
            "name": cell_of(codeframe.title),
            "definition": cell_of(head_text(codeframe).rstrip("\n")),
        }
    ]
    rows += [_cells(net, NET) for net in codeframe.nets]
    rows += [_cells(theme, THEME) for theme in codeframe.themes]
    columns = tuple([row.get(column, "") for row in rows] for column in COLUMNS)
    return Table(file, COLUMNS, columns, len(rows))


def sheet_of_table(table: Table) -> Sheet:
    """Lay a codeframe's table out for people who change it: header frozen, every cell stays text, lists are seen line by line."""
    head = tuple(Cell(name, "head") for name in table.names)
    columns = [table.texts_at(place) for place in range(len(table.names))]
    rows = [tuple(Cell(text or None, "entry") for text in row) for row in zip(*columns, strict=True)]
    widths = tuple(_width(name, column) for name, column in zip(table.names, columns, strict=True))
    return Sheet(SHEET, (head, *rows), widths, (1, 0))


def _width(name: str, column: Sequence[str]) -> float:
    """A column's width in characters: that of its longest line, within bounds."""
    longest = max((len(line) for text in (name, *column[1:]) for line in text.splitlines()), default=0)
    return float(min(max(longest + 2, 10), WIDEST))


def _cells(theme: Theme, kind: str) -> dict[str, str]:
    plain = {
        "kind": kind,
        "slug": theme.slug,
        "number": str(theme.number),
        "net": theme.net,
        "reserved": theme.reserved,
    }
    lists = {column: list_cell(getattr(theme, column)) for column in LISTS}
    return {**plain, **lists, "name": cell_of(theme.name), "definition": cell_of(theme.definition)}

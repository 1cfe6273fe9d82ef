"""Tables and listings as grids of printed texts, as narrow as a page of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from freetext.reports.document import Grid, Line
from freetext.reports.report import Entry, Listing
from freetext.show.notes import column_name
from freetext.show.numbers import EMPTY, HIDDEN, count, fixed, interval, lettered_percent, percent
from freetext.show.screens import safe
from freetext.show.tables import base_lines, mention_lines
from freetext.tallies.points import signed
from freetext.tallies.table import CellCount, Row, TallyTable

ACROSS = 6
"""Columns that a page of paper takes beside the labels; further ones go on in another grid."""


def grids(table: TallyTable) -> tuple[Grid, ...]:
    """A tally as grids: share and count in each column, the total's interval beside it; a ranking's scores instead."""
    head, rows = (_rank_head(table), _rank_rows(table)) if table.score else (_head(table), _rows(table))
    return tuple(_parted(head, list(rows)))


def _parted(head: Sequence[str], rows: Sequence[Line]) -> Iterator[Grid]:
    """Part a grid that is too wide, into parts of much the same width."""
    columns = max(len(head) - 1, 1)
    size = ceil(columns / ceil(columns / ACROSS))
    for start in range(0, columns, size):
        here = slice(start, start + size)
        parts = (Line(row.label, row.cells[here], row.depth, row.bold) for row in rows)
        yield Grid((head[0], *head[1:][here]), tuple(parts))


def _ranges(table: TallyTable) -> bool:
    return any(interval(row.cells[0]) for row in table.rows)


def _head(table: TallyTable) -> tuple[str, ...]:
    first, *others = (column_name(table, place) for place in range(len(table.columns)))
    return ("", first, *(["95 %"] if _ranges(table) else []), *others)


def _rows(table: TallyTable) -> Iterator[Line]:
    beside = _ranges(table)
    for label, numbers in base_lines(table):
        yield Line(label, _spread(numbers, "", beside=beside))
    for row in table.rows:
        cells = [_figure(cell) for cell in row.cells]
        yield Line(safe(row.name), _spread(cells, interval(row.cells[0]), beside=beside), row.depth, row.net)
    for label, numbers in mention_lines(table):
        yield Line(label, _spread(numbers, "", beside=beside))


def _figure(cell: CellCount) -> str:
    return HIDDEN if cell.kind == "suppressed" else f"{lettered_percent(cell)} ({count(cell.count)})"


def _spread(cells: Sequence[str], ends: str, *, beside: bool) -> tuple[str, ...]:
    """Put the total's interval beside the total."""
    return (cells[0], *([ends] if beside else []), *cells[1:])


def _rank_head(table: TallyTable) -> tuple[str, ...]:
    first, *others = (column_name(table, place) for place in range(len(table.columns)))
    return ("", f"{first}: score", "first choice", "mean rank", *(f"{name}: score" for name in others))


def _rank_rows(table: TallyTable) -> Iterator[Line]:
    for label, numbers in base_lines(table):
        yield Line(label, (numbers[0], "", "", *numbers[1:]))
    for row in table.rows:
        yield Line(f"{row.place} {safe(row.name)}".strip(), _ranked(row))


def _ranked(row: Row) -> tuple[str, ...]:
    first, *others = row.cells
    return (
        fixed(first.score, 2),
        _figure(first),
        fixed(first.mean_rank, 1),
        *(fixed(cell.score, 2) for cell in others),
    )


def listed_grids(listing: Listing) -> tuple[Grid, ...]:
    """A listing as grids."""
    head = tuple(map(safe, listing.head))
    rows = [Line(written(row[0]), tuple(map(written, row[1:])), row[0].depth) for row in listing.rows]
    return tuple(_parted(head, rows)) if head else ()


def written(entry: Entry) -> str:
    """An entry as it is printed."""
    value = entry.value
    if value is None:
        return EMPTY
    if isinstance(value, str):
        return safe(value)
    if entry.style == "percent":
        return percent(float(value))
    if entry.style == "points":
        return signed(float(value) / 100)
    if isinstance(value, float) and entry.style != "count":
        return fixed(value, 2)
    return count(int(value))

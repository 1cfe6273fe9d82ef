"""A tally as the rows and cells of a page's table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from freetext.show.notes import column_name, footnotes, heading, subheading
from freetext.show.numbers import EMPTY, MARKED, count, fixed, interval, marked_percent, percent, points
from freetext.show.report_page_cells import PageTable, TableCell, TableHead, TableRow
from freetext.show.report_page_verbatims import NOTHING, Look, Looks
from freetext.show.screens import safe
from freetext.show.tables import base_lines, mention_lines
from freetext.tallies.table import CellCount, Row, TallyTable

RESPONDENTS = "Respondents"
Figure = tuple[str, Callable[[CellCount], TableCell]]
"""A column of a table that stands for one figure of the total: its head, and how a cell is written."""


def page_table(table: TallyTable, found: Looks | None, within: str = "") -> PageTable:
    """Lay a tally out: the total alone with a column a figure, a cross-tab with a column a column, a ranking with its scores.

    `within` is the title of what it stands in, which its caption does not repeat.
    """
    layout = "ranked" if table.score else "crossed" if len(table.columns) > 1 else "alone"
    parts = LAYOUTS[layout](table, found or NOTHING)
    title = heading(table)
    short = f"By {safe(table.banner)}" if table.banner else "Total"
    return PageTable(
        layout, short if title == within else title, subheading(table), table.banner, *parts, footnotes(table)
    )


Parts = tuple[tuple[TableHead, ...], tuple[TableRow, ...], tuple[TableRow, ...], tuple[TableRow, ...]]
"""Heads, bases, rows and mentions."""


def _alone(table: TallyTable, found: Looks) -> Parts:
    """The total: a column for each figure that any row has; bases and mentions stand below the respondents."""
    figures = _figures([row.cells[0] for row in table.rows], several=table.kind in {"open", "multi"})
    names = [head for head, _ in figures]
    heads = (*_heads(table, names[0]), *map(TableHead, names[1:]))
    place = names.index(RESPONDENTS)

    def line(label: str, number: TableCell) -> TableRow:
        return TableRow(label, tuple(number if here == place else TableCell("") for here in range(len(heads))))

    def cells(row: Row) -> tuple[TableCell, ...]:
        share, *others = (write(row.cells[0]) for _, write in figures)
        look = found.at(row.theme, table.columns[0], row.cells[0].count, total=True)
        return (TableCell(share.text, row.cells[0].letters, "", share.order, look), *others)

    bases = [line(label, cell) for label, (cell,) in _bases(table, found)]
    mentions = [line(label, TableCell(number)) for label, (number,) in mention_lines(table)]
    return heads, tuple(bases), tuple(_row(row, cells(row)) for row in table.rows), tuple(mentions)


def _figures(cells: Sequence[CellCount], *, several: bool) -> list[Figure]:
    figures: list[Figure] = [("share", _share)]
    if any(map(_range, cells)):
        figures.append(("95 % interval", lambda cell: TableCell(_range(cell), order=cell.low)))
    figures.append((RESPONDENTS, lambda cell: TableCell(count(cell.count), order=cell.count)))
    if several and any(cell.mentions is not None for cell in cells):
        figures.append(("Of mentions", lambda cell: TableCell(percent(cell.mentions), order=cell.mentions)))
    if any(cell.kind == "audited" for cell in cells):
        figures += [
            ("As coded", lambda cell: TableCell(percent(cell.raw), order=cell.raw)),
            ("From coding", lambda cell: TableCell(_ends(cell.coding))),
            ("From sampling", lambda cell: TableCell(_ends(cell.sampling))),
        ]
    return figures


def _crossed(table: TallyTable, found: Looks) -> Parts:
    """A cross-tab: in each cell the percentage with its letters, below it count and interval."""

    def cells(row: Row) -> tuple[TableCell, ...]:
        return tuple(_cell(cell, _look(table, found, row, place)) for place, cell in enumerate(row.cells))

    heads = tuple(_heads(table))
    bases = tuple(TableRow(label, numbers) for label, numbers in _bases(table, found))
    mentions = tuple(TableRow(label, tuple(map(TableCell, numbers))) for label, numbers in mention_lines(table))
    return heads, bases, tuple(_row(row, cells(row)) for row in table.rows), mentions


def _ranked(table: TallyTable, found: Looks) -> Parts:
    """A ranking: score, first choice and mean rank of the total, the scores of the other columns."""
    total, *others = _heads(table, "score")
    heads = (total, TableHead("First choice"), TableHead("Mean rank"), *others)

    def cells(row: Row) -> tuple[TableCell, ...]:
        first, *rest = row.cells
        look = _look(table, found, row, 0)
        chosen = TableCell(marked_percent(first), "", _below(first), first.share, look)
        mean = TableCell(fixed(first.mean_rank, 1), order=first.mean_rank)
        return (_score(first), chosen, mean, *map(_score, rest))

    bases = (
        TableRow(label, (cells[0], TableCell(""), TableCell(""), *cells[1:])) for label, cells in _bases(table, found)
    )
    return heads, tuple(bases), tuple(_row(row, cells(row)) for row in table.rows), ()


LAYOUTS: dict[str, Callable[[TallyTable, Looks], Parts]] = {"alone": _alone, "crossed": _crossed, "ranked": _ranked}


def _heads(table: TallyTable, below: str = "") -> list[TableHead]:
    return [TableHead(column_name(table, at), below, safe(column.name)) for at, column in enumerate(table.columns)]


def _bases(table: TallyTable, found: Looks) -> list[tuple[str, tuple[TableCell, ...]]]:
    """The lines of bases; all answers of the first can be looked up."""
    lines = []
    for line, (label, numbers) in enumerate(base_lines(table)):
        cells = [TableCell(number) for number in numbers]
        if line == 0:
            pairs = enumerate(zip(table.columns, numbers, strict=True))
            cells = [
                TableCell(text, look=found.at(None, column, column.n, total=at == 0)) for at, (column, text) in pairs
            ]
        lines.append((label, tuple(cells)))
    return lines


def _row(row: Row, cells: tuple[TableCell, ...]) -> TableRow:
    return TableRow(f"{row.place} {safe(row.name)}".strip(), cells, row.depth, row.net, bool(row.reserved))


def _look(table: TallyTable, found: Looks, row: Row, place: int) -> Look | None:
    return found.at(row.theme, table.columns[place], row.cells[place].count, total=place == 0)


def _cell(cell: CellCount, look: Look | None) -> TableCell:
    return TableCell(marked_percent(cell), cell.letters, _below(cell), cell.share, look)


def _share(cell: CellCount) -> TableCell:
    return TableCell(marked_percent(cell), order=cell.share)


def _score(cell: CellCount) -> TableCell:
    return TableCell(fixed(cell.score, 2), order=cell.score)


def _below(cell: CellCount) -> str:
    """Count and interval, or why there is none; nothing in a hidden cell."""
    if cell.count is None:
        return ""
    return " · ".join(part for part in (count(cell.count), interval(cell) or _why(cell)) if part)


def _range(cell: CellCount) -> str:
    return interval(cell) or _why(cell)


def _why(cell: CellCount) -> str:
    """Say what is wrong with a machine's share; where nothing is audited, its mark and the foot of the table do."""
    return f"audit too small ({cell.audited})" if cell.kind == MARKED[1] else ""


def _ends(ends: tuple[float, float] | None) -> str:
    return EMPTY if ends is None else f"{points(ends[0])}-{points(ends[1])}"

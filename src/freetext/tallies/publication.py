"""Tables for publication: no percentage of a base under 30."""

from __future__ import annotations

from dataclasses import replace

from freetext.tallies.table import CellCount, TallyTable


def published(table: TallyTable) -> TallyTable:
    """Leave the count of a cell whose base is under 30, and nothing that is drawn from it: no share, interval, letter or score."""
    rows = (replace(row, cells=tuple(map(_published, row.cells))) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _published(cell: CellCount) -> CellCount:
    if cell.flag != "very small base":
        return cell
    return CellCount(cell.count, cell.weighted, None, kind="too few", flag=cell.flag)

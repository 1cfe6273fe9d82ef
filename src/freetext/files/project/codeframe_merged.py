"""Cells that a workbook merges downwards: a net beside several themes is the net of all of them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import counted
from freetext.files.disk.places import bytes_of
from freetext.files.project.codeframe_columns import KNOWN
from freetext.files.project.codeframe_drafts import key_of
from freetext.files.tabular.rows import Table

MERGING = (".xlsx", ".xlsm")
"""Workbooks that say which cells are merged, as far as the reader knows; others are read in a process of their own."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells merged in one column of a table: its place, and the first and last place of the rows, from 0."""

    column: int
    first: int
    last: int


def merged_below(path: str | Path, sheet: str | None) -> tuple[Merged, ...]:
    """Find the cells of a workbook's sheet that are merged over several rows; none in other files.

    To be called when the sheet has been read as a table: what is wrong with it is told then. Raises InputError.
    """
    if Path(path).suffix.lower() not in MERGING:
        return ()
    from freetext.files.tabular.workbooks import chosen_sheet, steady

    with steady(str(path)):
        from python_calamine import CalamineWorkbook

        book = CalamineWorkbook.from_filelike(io.BytesIO(bytes_of(path)))
        page = book.get_sheet_by_name(chosen_sheet(book, sheet, file=str(path))[0])
        top, left = page.start or (0, 0)
        ranges = getattr(page, "merged_cell_ranges", None) or ()  # older readers do not know them
    places = [Merged(first[1] - left, first[0] - top - 1, last[0] - top - 1) for first, last in ranges]
    return tuple(each for each in places if 0 <= each.first < each.last and each.column >= 0)


def with_nets_filled(
    table: Table, cells: Sequence[Sequence[str]], merged: Sequence[Merged]
) -> tuple[list[Sequence[str]], tuple[str, ...]]:
    """Write the net of merged cells into each of their rows; the cells, column by column, and what people should know.

    Blank cells that are not merged stay blank: a theme in no net is nothing odd.
    """
    filled, count = list(cells), 0
    for each in merged:
        if each.column >= len(cells) or KNOWN.get(key_of(table.names[each.column])) != "net":
            continue
        column = list(filled[each.column])
        below = [row for row in range(each.first + 1, min(each.last + 1, len(column))) if not column[row].strip()]
        for row in below if column[each.first].strip() else ():
            column[row] = column[each.first]
            count += 1
        filled[each.column] = column
    return filled, (f"in a net by merged cells: {counted(count, 'row')}",) if count else ()

"""Workbooks of the older and the other kinds, as calamine gives them; runs in the process of `apart_job` only."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from freetext.errors import InputError
from freetext.files.tabular.cells import text_of
from freetext.files.tabular.workbooks import chosen_sheet, plain_cell, said_of_errors, steady
from freetext.files.tabular.workbooks_errors import xls_errors, xlsb_errors
from freetext.files.tabular.workbooks_ods import Mended, error_cells, length_of, mended
from freetext.files.tabular.zips import check_spread

FILE = ""
"""The name of the file is put before what is said here by the process that asked."""


def read_workbook(path: str, asked: Mapping[str, object]) -> tuple[dict[str, object], list[list[object]]]:
    """Read a sheet of a workbook; notes and columns."""
    from python_calamine import CalamineWorkbook

    document = mended(Path(path).read_bytes()) if path.lower().endswith(".ods") else None
    sheet = cast("str | None", asked.get("sheet"))
    with steady(FILE):
        book = CalamineWorkbook.from_path(path)
        if document and document.signs:
            book = CalamineWorkbook.from_filelike(io.BytesIO(document.book))
        name, took = chosen_sheet(book, sheet, file=FILE)
        page = book.get_sheet_by_name(name)
        start = page.start or (0, 0)
        end = page.end or (0, 0)
        rows = cast("list[list[object]]", page.to_python(skip_empty_area=True))
        place = [each.name for each in book.sheets_metadata].index(name)
        took += said_of_errors(_errors(path, document, place), "")
        if document:
            rows = [[length_of(cell) for cell in row] for row in rows]
    filled = sum(sum(cell != "" for cell in row) for row in rows)
    check_spread((filled, end[0] - start[0] + 1, end[1] - start[1] + 1), file=FILE)
    while rows and all(cell == "" for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise InputError(f"sheet {name!r} is empty: no header and no rows.")
    header, body = rows[0], rows[1:]
    names = [text_of(plain_cell(cell)) for cell in header]
    columns = [list(column) for column in zip(*body, strict=True)] or [[] for _ in header]
    return {"took": took, "first": start[0] + 2, "names": names}, columns


def _errors(path: str, document: Mended | None, sheet: int) -> int:
    """How many cells of a sheet, by its place, hold an error."""
    if document:
        return error_cells(document.content, sheet)
    count = xlsb_errors if path.lower().endswith(".xlsb") else xls_errors
    return count(Path(path).read_bytes(), sheet)

"""Workbooks in: .xlsx, .xlsm, .xls, .xlsb, .ods -> rows, cells typed as the sheet has them. No formula is run; its last result is the cell."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from freetext.errors import InputError, did_you_mean
from freetext.files.disk.places import bytes_of
from freetext.files.tabular.apart import Limits, read_apart
from freetext.files.tabular.cells import EXACT, text_of
from freetext.files.tabular.rows import Table
from freetext.files.tabular.zips import check_workbook, error_cells
from freetext.files.tabular.zips_other import check_other

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def read_xlsx(data: bytes, *, file: str, sheet: str | None = None) -> Table:
    """Read a sheet of a workbook; the first one when none is named.

    Its first row that is not empty is the header. Blank cells are None, as are error values such as `#N/A`, which are counted
    in `took`; whole numbers come as int; of merged cells the first holds the value. Wholly blank rows at the end are none. Raises InputError.
    """
    parts = check_workbook(data, file=file)
    with steady(file):
        from python_calamine import CalamineWorkbook

        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        name, took = chosen_sheet(book, sheet, file=file)
        page = book.get_sheet_by_name(name)
        rows = page.to_python(skip_empty_area=True)
        start = page.start
        place = [each.name for each in book.sheets_metadata].index(name)
        took += said_of_errors(*error_cells(data, place, parts, file=file))
    return _table(cast("list[list[object]]", rows), start, name, took, file=file)


def read_book(path: str | Path, *, sheet: str | None = None) -> Table:
    """Read a sheet of any workbook, by the file's ending."""
    if Path(path).suffix.lower() in {".xlsx", ".xlsm"}:
        return read_xlsx(bytes_of(path), file=str(path), sheet=sheet)
    return read_other(path, sheet=sheet)


def read_other(path: str | Path, *, sheet: str | None = None, limits: Limits | None = None) -> Table:
    """Read a sheet of an .xls, .xlsb or .ods, as `read_xlsx` does; of error cells only the count is said, not the place.

    Read in a process of its own (see `apart`), for nothing says beforehand how far apart the cells of these stand.
    """
    data = bytes_of(path)
    check_other(data, Path(path).suffix.lower(), file=str(path))
    sent = read_apart("workbook", path, {"sheet": sheet}, limits or Limits.of(len(data)))
    names, took = (tuple(cast("list[str]", sent.notes[key])) for key in ("names", "took"))
    first = cast("int", sent.notes["first"])
    return Table(str(path), names, sent.columns, len(sent.columns[0]), took, first=first)


def _table(
    rows: list[list[object]], start: tuple[int, int] | None, name: str, took: tuple[str, ...], *, file: str
) -> Table:
    while rows and all(cell == "" for cell in rows[-1]):
        rows.pop()
    if not rows or start is None:
        raise InputError(f"sheet {name!r} is empty: no header and no rows.", file=file)
    header, body = rows[0], rows[1:]
    columns = tuple([plain_cell(cell) for cell in cells] for cells in zip(*body, strict=True)) or tuple(
        [] for _ in header
    )
    names = tuple(text_of(plain_cell(cell)) for cell in header)
    return Table(file, names, columns, len(body), took, first=start[0] + 2)


def chosen_sheet(book: CalamineWorkbook, sheet: str | None, *, file: str) -> tuple[str, tuple[str, ...]]:
    """The sheet to read, and what to say about it."""
    from python_calamine import SheetTypeEnum

    names = [each.name for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    if not names:
        raise InputError("has no sheet with cells.", file=file)
    if sheet is None:
        return names[0], (f"sheet {names[0]!r} (first of {len(names)})",) if len(names) > 1 else ()
    if sheet not in names:
        there = ", ".join(repr(name) for name in names)
        raise InputError(
            f"no sheet {sheet!r} (--sheet). Sheets: {there}.", file=file, remedy=did_you_mean(sheet, names)
        )
    return sheet, (f"sheet {sheet!r}",)


def said_of_errors(count: int, first: str) -> tuple[str, ...]:
    """What to say about a sheet's error cells."""
    if not count:
        return ()
    place = f", the first in {first}" if first and count > 1 else f", in {first}" if first else ""
    return (f"{count:,} error cell{'s' * (count > 1)} (#N/A and the like) read as blank{place}",)


def plain_cell(cell: object) -> object:
    """A whole number as int, a blank cell as None."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT:
        return int(cell)
    return None if cell == "" else cell


@contextmanager
def steady(file: str) -> Iterator[None]:
    """Turn the reader's errors into an InputError; its panics too, which are no Exception."""
    try:
        yield
    except InputError:
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        said = str(error).splitlines()[0] if str(error) else "unreadable"
        if type(error).__name__ == "PasswordError":
            raise InputError(
                "is protected by a password.", file=file, remedy="Save it without the password."
            ) from error
        if said.startswith("Unsupported cell error value"):
            what = f"holds an error cell that cannot be read, {said.rpartition(' ')[2]}."
            raise InputError(what, file=file, remedy="Clear the cells that show this error.") from error
        if many := re.match(r"Cell limit exceeded \((\d+) cells", said):
            what = f"a sheet spreads over {int(many[1]):,} cells, most of them empty."
            raise InputError(what, file=file, remedy="Delete the far cells, or save the sheet as .csv.") from error
        what = f"is a damaged workbook ({said})."
        raise InputError(what, file=file, remedy="Open it in a spreadsheet program and save it again.") from error

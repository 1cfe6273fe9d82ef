"""Tables in and out, by the file's ending; what the rest of freetext calls.

Nothing here imports what only one kind of file needs: a CSV is read without pandas, Arrow or a workbook library.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from freetext.errors import InputError, OutputError
from freetext.files.disk.atomic import replacing, write_standard, write_text
from freetext.files.disk.places import (
    OTHER_WORKBOOKS,
    STANDARD,
    STATISTICAL,
    TABLE_ENDINGS,
    TRIPLE_S,
    bytes_of,
    check_output,
    ending_of,
)
from freetext.files.tabular.cells import Column, text_of
from freetext.files.tabular.csvs import read_csv, write_csv
from freetext.files.tabular.dialects import Dialect, folded, wanted_of
from freetext.files.tabular.encodings import Fallback
from freetext.files.tabular.rows import Table, require_rows
from freetext.survey.sheet import Sheet

__all__ = [
    "TABLE_ENDINGS",
    "Column",
    "Table",
    "Written",
    "check_output",
    "read_table",
    "require_rows",
    "text_of",
    "write_table",
    "write_text",
    "write_workbook",
]

DELIMITERS = {".csv": ",", ".tsv": "\t", ".txt": "\t"}
WORKBOOKS = (".xlsx", *OTHER_WORKBOOKS)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: where, how many rows, and how many cells had to be changed.

    guarded   got an apostrophe in front, so that no spreadsheet runs them as a formula
    cut       were longer than a workbook's cell holds
    stripped  held control characters that a workbook cannot hold
    """

    path: str
    rows: int
    guarded: int = 0
    cut: int = 0
    stripped: int = 0


def read_table(
    path: str | Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    fallback: Fallback | None = None,
    dialect: Dialect | str | None = None,
) -> Table:
    """Read a table by its ending, and fold a survey platform's export; `-` is standard input as CSV.

    `sheet` matters to workbooks, `encoding` and `delimiter` to text; they default to the first sheet, the mark or UTF-8, and
    what the first records show. `fallback` gives the encoding of text that has no mark and is no UTF-8. `dialect` is the platform
    (`plain` for none); by default its header tells. Parquet and Triple-S are taken as they stand. Raises InputError (MissingFile for
    a file that is not there) and UsageError for a dialect that nobody knows.
    """
    wanted = wanted_of(dialect)
    table = _read_raw(path, sheet=sheet, encoding=encoding, delimiter=delimiter, fallback=fallback)
    return table if str(path).lower().endswith((".parquet", *TRIPLE_S)) else folded(table, wanted)


def _read_raw(
    path: str | Path, *, sheet: str | None, encoding: str | None, delimiter: str | None, fallback: Fallback | None
) -> Table:
    """Read a table as its rows stand in the file."""
    file = str(path)
    if sheet and (file == STANDARD or ending_of(path) not in WORKBOOKS):
        raise InputError("has no sheets: --sheet goes with a workbook (.xlsx).", file=path)
    if file == STANDARD:
        return read_csv(_standard(), file="standard input", encoding=encoding, delimiter=delimiter, fallback=fallback)
    ending = ending_of(path)
    if ending == ".parquet":
        from freetext.files.tabular.parquet import read_parquet

        return read_parquet(path)
    if ending in STATISTICAL:
        from freetext.files.tabular.statistical import read_statistical

        return read_statistical(path, encoding=encoding)
    if ending in TRIPLE_S:
        from freetext.files.tabular.triple_s_reading import read_triple_s

        return read_triple_s(path, encoding=encoding, fallback=fallback)
    if ending in WORKBOOKS:
        from freetext.files.tabular.workbooks import read_book

        return read_book(path, sheet=sheet)
    data = bytes_of(path)
    asked = delimiter or ("\t" if ending == ".tsv" else None)
    favourite = DELIMITERS[ending]
    return read_csv(data, file=file, encoding=encoding, delimiter=asked, favourite=favourite, fallback=fallback)


def _standard() -> bytes:
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}.", file="standard input") from error


def write_table(table: Table, path: str | Path, *, raw: bool = False, force: bool = False) -> Written:
    """Write a table whole or not at all, by ending; `-` is standard output as CSV, unguarded and not atomic.

    Text tables are UTF-8 with a mark, and guarded against formulas; with `raw` neither. In workbooks and Parquet text is text
    anyway. An existing file is refused unless `force`. Raises OutputError; BrokenPipeError when nobody reads standard output.
    """
    if str(path) == STANDARD:
        text = io.StringIO(newline="")
        write_csv(table, text, raw=True)
        write_standard(text.getvalue())
        return Written(STANDARD, table.size)
    check_output(path, force=force)
    ending = Path(path).suffix.lower()
    with replacing(path, force=force) as out:
        if ending == ".parquet":
            from freetext.files.tabular.parquet import write_parquet

            write_parquet(table, out, path=path)
            return Written(str(path), table.size)
        if ending == ".xlsx":
            from freetext.files.tabular.sheets import write_xlsx

            pen = write_xlsx(table, out, path=path)
            return Written(str(path), table.size, cut=pen.cut, stripped=pen.stripped)
        guarded = _write_text_table(table, out, DELIMITERS[ending], raw=raw)
        return Written(str(path), table.size, guarded=guarded)


def _write_text_table(table: Table, out: BinaryIO, delimiter: str, *, raw: bool) -> int:
    text = io.TextIOWrapper(out, encoding="utf-8" if raw else "utf-8-sig", newline="", write_through=False)
    count = write_csv(table, text, delimiter=delimiter, raw=raw)
    text.detach()
    return count


def write_workbook(sheets: Sequence[Sheet], path: str | Path, *, force: bool = False) -> Written:
    """Write laid-out sheets as a workbook, whole or not at all; raises OutputError."""
    if str(path) == STANDARD:
        raise OutputError("standard output", "a workbook needs a file; name one that ends in .xlsx.")
    check_output(path, force=force, endings=(".xlsx",))
    from freetext.files.tabular.sheets import write_sheets

    with replacing(path, force=force) as out:
        pen = write_sheets(sheets, out)
    return Written(str(path), sum(len(sheet.rows) for sheet in sheets), cut=pen.cut, stripped=pen.stripped)

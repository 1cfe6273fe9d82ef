"""Text tables: CSV and its sisters. Every cell is text, verbatim: nothing is guessed to be a number or missing.

A record of a file with several columns that is a wholly empty line is passed over at the end of the file only. In a file of one
column an empty line inside is a blank cell; those at the end are passed over, and `""` is a blank cell anywhere.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from freetext.errors import InputError, rows_listed
from freetext.files.delimiters import CANDIDATES, delimiter_asked, shown, sniffed
from freetext.files.encodings import Fallback, decoded
from freetext.files.guard import guarded, is_ours, unguarded
from freetext.files.rows import Table

LONGEST = 2**31 - 1
"""The longest cell; the most that the reader takes on every system."""


def read_csv(
    data: bytes,
    *,
    file: str,
    encoding: str | None = None,
    delimiter: str | None = None,
    favourite: str = ",",
    fallback: Fallback | None = None,
) -> Table:
    """Read a text table of bytes; `favourite` is the delimiter that its ending promises, `fallback` as for `decoded`.

    Raises InputError for bytes that are no text, an empty file, a quotation mark that never closes, and ragged rows.
    """
    text, name = decoded(data, encoding, file=file, fallback=fallback)
    with _long_cells():
        parted = delimiter_asked(delimiter) if delimiter else sniffed(text, favourite=favourite)
        records = _records(text, parted, file=file)
    blank = next((place for place, record in enumerate(records) if record), len(records))
    records = records[blank:]
    if not records:
        raise InputError("is empty: no header and no rows.", file=file)
    header, body = records[0], _squared(records, blank + 1, shown(parted), file=file)
    columns = [list(cells) for cells in zip(*body, strict=True)] or [[] for _ in header]
    if is_ours(header):
        header, columns = unguarded(header), [unguarded(cells) for cells in columns]
    took = (f"encoding {name}", shown(parted) if len(header) > 1 else "one column")
    return Table(file, tuple(header), tuple(columns), len(body), took, first=blank + 2)


def _records(text: str, delimiter: str, *, file: str) -> list[list[str]]:
    """Part the text into records; empty lines at its end are left out."""
    records: list[list[str]] = []
    try:
        records.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        row = len(records) + 1
        if "unexpected end" in str(error):
            what, mends = "a quotation mark opens here and never closes.", "Close it, or write it twice inside a cell."
        else:
            what, mends = f"{error}.", "Write a quotation mark inside a quoted cell twice."
        raise InputError(what, file=file, row=row, remedy=mends) from error
    while records and not records[-1]:
        records.pop()
    return records


def _squared(records: list[list[str]], header_row: int, parted: str, *, file: str) -> list[list[str]]:
    """The records behind the header, if each has as many cells as it."""
    width, body = len(records[0]), records[1:]
    if width == 1:
        body = [record or [""] for record in body]
    odd: dict[int, list[int]] = defaultdict(list)
    if set(map(len, body)) - {width}:
        for row, record in enumerate(body, start=header_row + 1):
            if len(record) != width:
                odd[len(record)].append(row)
        listed = "; ".join(f"{count} in row {rows_listed(rows)}" for count, rows in sorted(odd.items())[:4])
        raise InputError(
            f"ragged rows: the header has {_cells(width)}, but there are {listed} ({parted}).",
            file=file,
            row=min(rows[0] for rows in odd.values()),
            remedy="Quote cells that hold the delimiter, or name another with --delimiter.",
        )
    return body


def _cells(count: int) -> str:
    return f"{count} cell" + "s" * (count != 1)


@contextmanager
def _long_cells() -> Iterator[None]:
    """Lift the csv module's limit of 131,072 characters a cell, and put it back."""
    before = csv.field_size_limit(LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def write_csv(table: Table, out: TextIO, *, delimiter: str = ",", raw: bool = False) -> int:
    """Write a table as text, records ended by CR LF; gives how many cells were guarded, none when `raw`.

    A header that holds another delimiter is quoted, so that no reader takes that one for the file's.
    """
    header, count = (list(table.names), 0) if raw else guarded(table.names)
    columns: list[list[str]] = []
    for place in range(len(table.names)):
        texts = table.texts_at(place)
        cells, changed = (texts, 0) if raw else guarded(texts)
        columns.append(cells)
        count += changed
    misleading = any(mark in name for name in header for mark in CANDIDATES)
    plain = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    quoted = csv.writer(out, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    (quoted if misleading else plain).writerow(header)
    plain.writerows(zip(*columns, strict=True))
    return count

"""Text tables: CSV and its sisters. Every cell is text, verbatim: nothing is guessed to be a number or missing.

A record of a file with several columns that is a wholly empty line is passed over at the end of the file only. In a file of one
column an empty line inside is a blank cell; those at the end are passed over, and `""` is a blank cell anywhere.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO, TextIO

from freetext.errors import InputError, rows_listed
from freetext.files.tabular.cells import Column
from freetext.files.tabular.delimiters import CANDIDATES, LONG, delimiter_asked, shown, sniffed
from freetext.files.tabular.encodings import BOM, Fallback, Script, script_of
from freetext.files.tabular.guard import guarded, is_ours, unguarded
from freetext.files.tabular.rows import Table
from freetext.files.tabular.statistical_claims import HEAD, check_text

LONGEST = 2**31 - 1
"""The longest cell; the most that the reader takes on every system."""

TOGETHER = 512
"""Records between two looks at how much was read."""

CELLS, CHARACTERS = 1 << 21, 1 << 26
"""Cells and characters that stand in memory together, give or take some records."""

Record = list[str]
Opened = Callable[[], BinaryIO]
"""Opens a file again, at its beginning."""


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
    text = open_csv(
        lambda: io.BytesIO(data),
        file=file,
        encoding=encoding,
        delimiter=delimiter,
        favourite=favourite,
        fallback=fallback,
    )
    parts = list(text.batches(max(len(data), 1), None))
    columns = [list(chain.from_iterable(cells)) for cells in zip(*(part.columns for part in parts), strict=True)]
    size = sum(map(len, parts))
    return Table(file, text.names, tuple(columns), size, text.took, first=text.first, delimiter=text.delimiter)


@dataclass(frozen=True, slots=True, eq=False)
class CsvText:
    """A text table whose header is known: how it is written, and its rows, batch by batch.

    header  its cells as they stand, with the guard of a coded file
    first   the number of the first record of data; records are counted from 1, empty lines too
    """

    opened: Opened
    file: str
    script: Script
    delimiter: str
    header: tuple[str, ...]
    first: int
    bytes: int

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(unguarded(self.header)) if is_ours(self.header) else self.header

    @property
    def took(self) -> tuple[str, ...]:
        """What was assumed, for people."""
        parted = shown(self.delimiter) if len(self.header) > 1 else "one column"
        return (f"encoding {self.script.name}", parted)

    def batches(self, size: int, only: Collection[str] | None) -> Iterator[Table]:
        """Read the rows, in tables of `size` at most; a table of none where there are none. See `Stream.batches`."""
        names = self.names
        kept = [place for place, name in enumerate(names) if only is None or name in only]
        ours, empty = is_ours(self.header), True
        with self.opened() as handle:
            reader = _Records(handle, self, max(1, min(size, CELLS // len(names))))
            for row, records in reader.batches():
                columns: tuple[Column, ...] = tuple([record[place] for record in records] for place in kept)
                if ours:
                    columns = tuple(unguarded(cells) for cells in columns)  # type: ignore[arg-type]
                empty = False
                yield self._table(names, kept, columns, len(records), row)
        if empty:
            yield self._table(names, kept, tuple([] for _ in kept), 0, self.first)

    def _table(
        self, names: tuple[str, ...], kept: list[int], columns: tuple[Column, ...], size: int, row: int
    ) -> Table:
        chosen = tuple(names[place] for place in kept)
        return Table(self.file, chosen, columns, size, self.took, first=row, delimiter=self.delimiter)


def open_csv(
    opened: Opened,
    *,
    file: str,
    encoding: str | None = None,
    delimiter: str | None = None,
    favourite: str = ",",
    fallback: Fallback | None = None,
) -> CsvText:
    """Find out how a text table is written and read its header; see `read_csv`. Its bytes are read once, block by block."""
    with opened() as handle:
        check_text(handle.read(HEAD), file=file)
        handle.seek(0)
        script = script_of(handle, encoding, file=file, fallback=fallback)
        size = handle.seek(0, io.SEEK_END)
        sample = _beginning(handle, script)
    with opened() as handle:
        with long_cells():
            parted = delimiter_asked(delimiter) if delimiter else sniffed(sample, favourite=favourite)
        text = CsvText(opened, file, script, parted, (), 1, size)
        blank, header = _header(_Records(handle, text, 1))
    return CsvText(opened, file, script, parted, tuple(header), blank + 2, size)


def _beginning(handle: BinaryIO, script: Script) -> str:
    """As much of the file's text as a delimiter is looked for in, and one character more where there is more."""
    handle.seek(script.mark)
    text = io.TextIOWrapper(handle, encoding=script.reads, newline="")
    sample = text.read(LONG + 2).removeprefix(BOM)[: LONG + 1]
    text.detach()
    return sample


def _header(records: _Records) -> tuple[int, Record]:
    """How many empty lines stand above the header, and the header."""
    blank = 0
    while record := records.some(1):
        if record[0]:
            return blank, record[0]
        blank += 1
    raise InputError("is empty: no header and no rows.", file=records.text.file)


class _Records:
    """The records of a text table, from the first on."""

    def __init__(self, handle: BinaryIO, text: CsvText, size: int) -> None:
        """Begin behind the mark."""
        handle.seek(text.script.mark)
        self.text, self._size, self._weight, self._read = text, size, 0, 0
        self._lines = io.TextIOWrapper(handle, encoding=text.script.reads, newline="")
        self._reader = csv.reader(self._weighed(), delimiter=text.delimiter, strict=True)

    def _weighed(self) -> Iterator[str]:
        for line in self._lines:
            plain = line.removeprefix(BOM) if not self._weight else line
            self._weight += len(line)
            if plain:
                yield plain

    def some(self, count: int) -> list[Record]:
        """Read some records; none at the end."""
        records: list[Record] = []
        try:
            with long_cells():
                records.extend(islice(self._reader, count))
        except csv.Error as error:
            row = self._read + len(records) + 1
            if "unexpected end" in str(error):
                what, mends = (
                    "a quotation mark opens here and never closes.",
                    "Close it, or write it twice inside a cell.",
                )
            else:
                what, mends = f"{error}.", "Write a quotation mark inside a quoted cell twice."
            raise InputError(what, file=self.text.file, row=row, remedy=mends) from error
        self._read += len(records)
        return records

    def batches(self) -> Iterator[tuple[int, list[Record]]]:
        """Read the records behind the header, with the number of each batch's first; empty lines at the end are left out."""
        self.some(self.text.first - 1)
        waiting: list[Record] = []
        row, empty, weight = self.text.first, 0, self._weight
        while some := self.some(min(TOGETHER, self._size)):
            last = next((place for place in range(len(some), 0, -1) if some[place - 1]), 0)
            if last:
                waiting += [[] for _ in range(empty)] + some[:last]
                empty = 0
            empty += len(some) - last
            full = self._weight - weight > CHARACTERS
            given = 0
            while len(waiting) - given >= self._size or (full and given < len(waiting)):
                yield row, self._squared(waiting, given, row)
                few = min(self._size, len(waiting) - given)
                row, given, weight = row + few, given + few, self._weight
            waiting = waiting[given:]
        if waiting:
            yield row, self._squared(waiting, 0, row)

    def _squared(self, waiting: list[Record], start: int, row: int) -> list[Record]:
        """Give the next of the waiting records back, if each has as many cells as the header."""
        width = len(self.text.header)
        body = waiting[start : start + self._size]
        if width == 1:
            body = [record or [""] for record in body]
        if set(map(len, body)) <= {width}:
            return body
        odd: dict[int, list[int]] = defaultdict(list)
        for number, record in enumerate(self._till_the_end(waiting[start:]), start=row):
            if len(record or [""] if width == 1 else record) != width:
                odd[len(record)].append(number)
        listed = "; ".join(f"{count} in row {rows_listed(rows)}" for count, rows in sorted(odd.items())[:4])
        rows = sorted(row for each in odd.values() for row in each)
        mends = ["Take the empty lines between the rows out."] if 0 in odd else []
        mends += ["Quote cells that hold the delimiter, or name another with --delimiter."] if set(odd) - {0} else []
        raise InputError(
            f"ragged rows: the header has {_cells(width)}, but there are {listed} ({shown(self.text.delimiter)}).",
            file=self.text.file,
            row=rows[0],
            remedy=" ".join(mends),
            rows=rows,
        )

    def _till_the_end(self, read: list[Record]) -> Iterator[Record]:
        """The records from those already read to the last that is no empty line."""
        empty = 0
        for record in chain(read, *iter(lambda: self.some(TOGETHER), [])):
            if not record:
                empty += 1
                continue
            yield from ([] for _ in range(empty))
            empty = 0
            yield record


def _cells(count: int) -> str:
    return f"{count} cell" + "s" * (count != 1)


@contextmanager
def long_cells() -> Iterator[None]:
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
    rows = CsvRows(out, delimiter, raw=raw)
    rows.write(table)
    return rows.guarded


class CsvRows:
    """Text rows, the header before the first; `guarded` counts the cells that were changed."""

    def __init__(self, out: TextIO, delimiter: str, *, raw: bool) -> None:
        """Take what is written to."""
        self._out, self._delimiter, self._raw, self._begun = out, delimiter, raw, False
        self._rows = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
        self.guarded = 0

    def write(self, table: Table) -> None:
        """Write the rows of a table."""
        if not self._begun:
            self._head(self._safe(table.names))
        self._rows.writerows(
            zip(*(self._safe(table.texts_at(place)) for place in range(len(table.names))), strict=True)
        )

    def _head(self, names: Sequence[str]) -> None:
        quoted = csv.writer(self._out, delimiter=self._delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
        misleading = any(mark in name for name in names for mark in CANDIDATES)
        (quoted if misleading else self._rows).writerow(names)
        self._begun = True

    def _safe(self, texts: Sequence[str]) -> Sequence[str]:
        if self._raw:
            return texts
        cells, changed = guarded(texts)
        self.guarded += changed
        return cells


class CsvPen(CsvRows):
    """A text table as bytes: UTF-8 with a mark, and guarded; with `raw` neither."""

    def __init__(self, out: BinaryIO, *, delimiter: str, raw: bool) -> None:
        """Take the file that is written to."""
        self._text = io.TextIOWrapper(out, encoding="utf-8" if raw else "utf-8-sig", newline="", write_through=False)
        super().__init__(self._text, delimiter, raw=raw)

    def close(self) -> None:
        """Write what is left; the file stays open."""
        self._text.detach()

    def drop(self) -> None:
        """Let go of what is left: it stays with the file that goes."""

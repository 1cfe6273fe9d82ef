"""Tables of any length, batch by batch: text tables and Parquet, here or at an address."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from freetext.errors import InputError
from freetext.files.disk.addresses import open_binary
from freetext.files.disk.places import ending_of
from freetext.files.tabular.dialects import (
    Dialect,
    first_rows,
    heading_of,
    marks_in,
    may_be_export,
    told,
    wanted_of,
)
from freetext.files.tabular.encodings import Fallback
from freetext.files.tabular.headings import HEADER_ROWS, Heading
from freetext.files.tabular.rows import UNMARKED, Marked, Table

if TYPE_CHECKING:
    from freetext.files.tabular.csvs import CsvText

BATCH = 32_768
"""Rows that are read together, at most."""

Batches = Callable[[int, Collection[str] | None], Iterator[Table]]

DELIMITERS = {".csv": ",", ".tsv": "\t", ".txt": "\t"}


@dataclass(frozen=True, slots=True, eq=False)
class Stream:
    """A file that is read batch by batch, as often as it is wanted.

    file   as the user wrote it
    names  of its columns, in order; they may repeat
    took   what was assumed, for people
    first  the file's own number of the first row of data
    rows   how many there are, None where nobody knows before they were read
    bytes  how large the file is
    """

    file: str
    names: tuple[str, ...]
    took: tuple[str, ...]
    first: int
    rows: int | None
    bytes: int
    read: Batches

    def batches(self, size: int = BATCH, *, only: Collection[str] | None = None) -> Iterator[Table]:
        """Read the file from its beginning, in tables of `size` rows at most; an empty one has one table without rows.

        `only` names the columns that are wanted. Each table's `first` is the file's own number of its first row. Raises InputError.
        """
        return self.read(size, only)

    def __enter__(self) -> Self:
        """Nothing is open between two readings."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing is open between two readings."""


def open_stream(
    path: str | Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    fallback: Fallback | None = None,
    rows: tuple[int, int] | None = None,
    dialect: Dialect | str | None = None,
) -> Stream:
    """Open a .csv, .tsv, .txt or .parquet file, at a path or an address (`s3://...`), to be read batch by batch.

    `encoding`, `delimiter`, `fallback` and `dialect` as for `read_table`; `rows` is a range of row groups of a Parquet file. Raises InputError
    (MissingFile for a file that is not there); what is wrong further behind is told when it is read.
    """
    wanted, file = wanted_of(dialect), str(path)
    ending = ending_of(path, (*DELIMITERS, ".parquet"))
    if ending == ".parquet":
        from freetext.files.tabular.parquet import open_parquet

        source = open_parquet(file, rows)
        return Stream(file, source.names, (), source.first, source.size, source.bytes, source.batches)
    from freetext.files.tabular.csvs import open_csv

    asked = delimiter or ("\t" if ending == ".tsv" else None)
    text = open_csv(
        lambda: open_binary(file),
        file=file,
        encoding=encoding,
        delimiter=asked,
        favourite=DELIMITERS[ending],
        fallback=fallback,
    )
    return _folded(text, wanted)


def _folded(text: CsvText, wanted: Dialect) -> Stream:
    """The stream of a text table; of a platform's export with its names and without its previews, which are looked for at once."""
    heading = heading_of(text.names, _peek(text), wanted, file=text.file) if may_be_export(text.names, wanted) else None
    if heading is None:
        return Stream(text.file, text.names, text.took, text.first, None, text.bytes, text.batches)
    plain = replace(text, header=heading.names, first=text.first + heading.rows)
    marked = _marked(plain, heading, wanted)
    read = partial(_kept, plain, marked.previews)
    return Stream(text.file, heading.names, (*text.took, *told(heading, marked)), plain.first, None, text.bytes, read)


def _peek(text: CsvText) -> list[list[str]]:
    """The first rows; none of a file whose rows cannot be read, which is told when they are."""
    try:
        return first_rows(next(text.batches(HEADER_ROWS, None)))
    except InputError:
        return []


def _marked(text: CsvText, heading: Heading, wanted: Dialect) -> Marked:
    places = {place for place, _ in (*heading.previews, *heading.spam)}
    if not places:
        return UNMARKED
    only = {heading.names[place] for place in places}
    found = [marks_in(table, heading, wanted) for table in text.batches(BATCH, only)]
    previews = tuple(row for each in found for row in each.previews)
    return Marked(previews, tuple(row for each in found for row in each.spam))


def _kept(text: CsvText, gone: Sequence[int], size: int, only: Collection[str] | None) -> Iterator[Table]:
    """The batches without the rows that are gone, parted where these were, so that the rows of each follow one another."""
    some = False
    for table in text.batches(size, only):
        parts = _parted(table, gone[bisect_left(gone, table.first) : bisect_left(gone, table.first + table.size)])
        for part in parts:
            if part.size:
                some = True
                yield part
    if not some:
        yield parts[-1]


def _parted(table: Table, gone: Sequence[int]) -> list[Table]:
    if not gone:
        return [table]
    cuts = [row - table.first for row in gone]
    ends = zip([0, *(cut + 1 for cut in cuts)], [*cuts, table.size], strict=True)
    return [
        replace(table, columns=tuple(c[start:end] for c in table.columns), size=end - start, first=table.first + start)
        for start, end in ends
    ]


def count_rows(stream: Stream) -> int:
    """Count the rows of a file: a text table is read for it from end to end. Raises InputError."""
    if stream.rows is not None:
        return stream.rows
    return sum(table.size for table in stream.batches(only=()))

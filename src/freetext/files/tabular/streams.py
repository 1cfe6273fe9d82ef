"""Tables of any length, batch by batch: text tables and Parquet, here or at an address."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from freetext.files.disk.addresses import open_binary
from freetext.files.disk.places import ending_of
from freetext.files.tabular.encodings import Fallback
from freetext.files.tabular.rows import Table

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
) -> Stream:
    """Open a .csv, .tsv, .txt or .parquet file, at a path or an address (`s3://...`), to be read batch by batch.

    `encoding`, `delimiter` and `fallback` as for `read_table`; `rows` is a range of row groups of a Parquet file. Raises InputError
    (MissingFile for a file that is not there); what is wrong further behind is told when it is read.
    """
    file = str(path)
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
    return Stream(file, text.names, text.took, text.first, None, text.bytes, text.batches)


def count_rows(stream: Stream) -> int:
    """Count the rows of a file: a text table is read for it from end to end. Raises InputError."""
    if stream.rows is not None:
        return stream.rows
    return sum(table.size for table in stream.batches(only=()))

"""Parquet: columns keep their Arrow types and values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias, cast

from freetext.errors import InputError, OutputError
from freetext.files.disk.addresses import is_address, open_binary
from freetext.files.disk.places import explaining
from freetext.files.tabular.cells import EXACT, Column, texts_of
from freetext.files.tabular.parquet_foot import check_foot
from freetext.files.tabular.rows import Table
from freetext.files.tabular.unpacked import check_unpacked, most_of, steps_of

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

Meta: TypeAlias = "Mapping[bytes, bytes] | None"
"""Notes about a schema."""

GROUP, PART = 131_072, 32_768
"""Rows of a row group that we write, and that are taken together."""

WINDOW = 1 << 20
"""Bytes of a column that are read at a time; read ahead, a file would stand in memory as a whole before it ends."""

HEAVY = 1 << 28
"""Bytes from which rows become a row group however few they are."""

MOST_ROWS, ROWS_A_BYTE = 5_000_000, 100
"""Rows that are always taken; beyond them, how many there may be for each byte of the file."""

SCORES = "freetext_score"
"""How the names of columns begin that hold numbers even where all are missing."""


@contextmanager
def _readable(path: str | Path) -> Iterator[None]:
    """Say of a file that cannot be read that it is damaged."""
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, ValueError, TypeError, LookupError, OverflowError, MemoryError, OSError) as error:
        what = f"is no readable Parquet file ({str(error).splitlines()[0] if str(error) else type(error).__name__})."
        raise InputError(what, file=path, remedy="Write it again.") from error


def read_parquet(path: str | Path, *, most: int | None = None) -> Table:
    """Read a Parquet file whole; raises InputError when it is damaged or unpacks to more than `most` bytes.

    None: as many as a file of its size may.
    """
    import pyarrow.parquet as pq

    with explaining(path) as place, place.open("rb") as handle, _readable(path):
        file = pq.ParquetFile(handle)
        check_foot(handle, file.metadata)
        _check_rows(file.metadata.num_rows, place.stat().st_size)
        check_unpacked(file, handle, most_of(place.stat().st_size) if most is None else most, path=path)
        whole = file.read()
        whole.validate(full=True)
        names, meta = tuple(whole.schema.names), whole.schema.metadata
    _require_columns(names, path)
    return Table(str(path), names, tuple(whole.columns), whole.num_rows, meta=meta)


def _check_rows(rows: int, size: int) -> None:
    """Refuse more rows than a file of this size can mean: walking through them would take minutes, of whatever there is nothing."""
    if rows > MOST_ROWS and rows > ROWS_A_BYTE * size:
        raise ValueError(f"{rows:,} rows in {size:,} bytes")


def _require_columns(names: Sequence[str], path: str | Path) -> None:
    if not names:
        raise InputError("is empty: no columns.", file=path)


@dataclass(frozen=True, slots=True, eq=False)
class ParquetRows:
    """The rows of a Parquet file, or of some of its row groups, batch by batch; `first` is the number of the first of them."""

    path: str
    names: tuple[str, ...]
    first: int
    size: int
    bytes: int
    groups: tuple[int, ...]

    def batches(self, size: int, only: Collection[str] | None) -> Iterator[Table]:
        """Read the rows, in tables of `size` at most; a table of none where there are none. See `Stream.batches`."""
        import pyarrow.parquet as pq

        row = self.first
        with open_binary(self.path) as handle:
            with _readable(self.path):
                file = pq.ParquetFile(handle, buffer_size=_window(self.path), pre_buffer=False)
                kept = None if only is None else [name for name in self.names if name in only]
                steps = list(steps_of(file, handle, self.groups, size, kept, path=self.path))
            for step, groups in steps:
                batches = file.iter_batches(step, groups, kept, use_threads=False)
                while (batch := self._next(batches)) is not None:
                    table = self._table(batch, kept, row, file.schema_arrow.metadata)
                    yield table
                    row += table.size
            if row == self.first:
                empty = file.schema_arrow.empty_table()
                yield self._table(empty, kept, row, file.schema_arrow.metadata)

    def _next(self, batches: Iterator[pa.RecordBatch]) -> pa.RecordBatch | None:
        with _readable(self.path):
            batch = next(batches, None)
            if batch is not None:
                batch.validate(full=True)
            return batch

    def _table(self, batch: pa.RecordBatch | pa.Table, only: Sequence[str] | None, row: int, meta: Meta) -> Table:
        import pyarrow as pa

        whole = batch if isinstance(batch, pa.Table) else pa.Table.from_batches([batch])
        places = [place for place, name in enumerate(whole.schema.names) if only is None or name in only]
        names = tuple(whole.schema.names[place] for place in places)
        columns = tuple(whole.column(place) for place in places)
        return Table(self.path, names, columns, whole.num_rows, first=row, meta=meta)


def _window(path: str) -> int:
    """Bytes of a column that are read at a time; 0 for all of a row group's, in one request, where the file stands elsewhere."""
    return 0 if is_address(path) else WINDOW


def open_parquet(path: str | Path, rows: tuple[int, int] | None = None) -> ParquetRows:
    """Read what a Parquet file says of itself; `rows` is the range of its row groups that is wanted. Raises InputError."""
    import pyarrow.parquet as pq

    with open_binary(str(path)) as handle, _readable(path):
        size = handle.seek(0, 2)
        handle.seek(0)
        file = pq.ParquetFile(handle)
        check_foot(handle, file.metadata)
        _check_rows(file.metadata.num_rows, size)
        names, meta = tuple(file.schema_arrow.names), file.metadata
        counts = [meta.row_group(group).num_rows for group in range(meta.num_row_groups)]
    _require_columns(names, path)
    begin, end = rows or (0, len(counts))
    return ParquetRows(
        str(path), names, 2 + sum(counts[:begin]), sum(counts[begin:end]), size, tuple(range(begin, end))
    )


def write_parquet(table: Table, out: BinaryIO, *, path: object) -> None:
    """Write a table with zstd; Arrow columns as they came, others by their cells' one type, or as text. Raises OutputError."""
    pen = ParquetPen(out, path=path)
    pen.write(table)
    pen.close()


class ParquetPen:
    """Rows of one schema, that of the first table; the same rows give the same bytes, whatever tables they come in."""

    guarded = 0

    def __init__(self, out: BinaryIO, *, path: object) -> None:
        """Take the file that is written to; `path` is what messages call it."""
        self._out, self._path = out, path
        self._writer: pq.ParquetWriter | None = None
        self._waiting: list[pa.Table] = []
        self._rows = self._bytes = 0

    def write(self, table: Table) -> None:
        """Write rows behind those written before; raises OutputError where Parquet cannot hold them."""
        import pyarrow as pa

        try:
            arrays = self._arrays(table)
            whole = pa.Table.from_arrays(arrays, schema=self._schema(table, arrays))
            for begin in range(0, whole.num_rows, PART):
                self._take(whole.slice(begin, PART))
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError, pa.ArrowTypeError) as error:
            raise OutputError(self._path, f"Parquet cannot hold this table: {error}; name a .csv file.") from error

    def _arrays(self, table: Table) -> list[pa.ChunkedArray | pa.Array]:
        kinds = [field.type for field in self._writer.schema] if self._writer else [None] * len(table.names)
        return [_arrow_of(*each) for each in zip(table.columns, table.names, kinds, strict=True)]

    def _schema(self, table: Table, arrays: Sequence[pa.ChunkedArray | pa.Array]) -> pa.Schema:
        import pyarrow as pa
        import pyarrow.parquet as pq

        if self._writer is None:
            fields = [pa.field(name, array.type) for name, array in zip(table.names, arrays, strict=True)]
            schema = pa.schema(fields, metadata=table.meta)
            self._writer = pq.ParquetWriter(self._out, schema, compression="zstd", compression_level=1)
        return self._writer.schema

    def _take(self, part: pa.Table) -> None:
        self._waiting.append(part)
        self._rows += part.num_rows
        self._bytes += part.nbytes
        if self._rows >= GROUP or self._bytes >= HEAVY:
            self._flush()

    def _flush(self) -> None:
        """Write the rows that wait as row groups; what is more than a row group waits on."""
        import pyarrow as pa

        assert self._writer is not None
        whole = pa.concat_tables(self._waiting)
        part, rest = whole.slice(0, GROUP), whole.slice(GROUP)
        self._writer.write_table(part.unify_dictionaries().combine_chunks(), row_group_size=GROUP)
        self._waiting, self._rows, self._bytes = ([rest] if rest.num_rows else []), rest.num_rows, rest.nbytes

    def close(self) -> None:
        """Write what is left; the file stays open."""
        if self._waiting:
            self._flush()
        if self._writer is not None:
            self._writer.close()

    def drop(self) -> None:
        """Let go of what is left: a writer that is forgotten would write into a file that is closed."""
        if self._writer is not None:
            self._writer.is_open = False


def _arrow_of(column: Column, name: str = "", kind: pa.DataType | None = None) -> pa.ChunkedArray | pa.Array:
    import pyarrow as pa

    if isinstance(column, (pa.ChunkedArray, pa.Array)):
        return column if kind is None or column.type == kind else column.cast(kind)
    if kind is not None:
        return pa.array(_texts(column) if pa.types.is_string(kind) else column, kind)
    return _typed(column, name)


def _typed(column: Sequence[object], name: str) -> pa.Array:
    """Find the type of a list of cells."""
    import pyarrow as pa

    kinds = {type(value) for value in column if value is not None}
    if not kinds and name.partition(":")[0] == SCORES:
        return pa.array(column, pa.float64())
    if kinds <= {str}:
        return pa.array(column, pa.string())
    if kinds == {dt.date, dt.datetime}:
        column = [_moment(value) for value in column]
    elif len(kinds) > 1 and not (kinds == {int, float} and _exact(column)):
        return pa.array(_texts(column), pa.string())
    try:
        return pa.array(column)
    except (pa.ArrowException, ValueError, OverflowError, TypeError):
        return pa.array(_texts(column), pa.string())


def _moment(value: object) -> object:
    day_only = isinstance(value, dt.date) and not isinstance(value, dt.datetime)
    return dt.datetime.combine(cast("dt.date", value), dt.time()) if day_only else value


def _exact(column: Sequence[object]) -> bool:
    """Whether every whole number of a column is the same as float."""
    return all(abs(value) <= EXACT for value in column if isinstance(value, int))


def _texts(column: Sequence[object]) -> list[str | None]:
    return [None if value is None else text for value, text in zip(column, texts_of(column), strict=True)]

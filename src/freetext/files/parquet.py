"""Parquet: columns keep their Arrow types and values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from freetext.errors import InputError, OutputError
from freetext.files.cells import EXACT, Column, texts_of
from freetext.files.places import explaining
from freetext.files.rows import Table
from freetext.files.unpacked import check_unpacked, most_of

if TYPE_CHECKING:
    import pyarrow as pa


def read_parquet(path: str | Path, *, most: int | None = None) -> Table:
    """Read a Parquet file whole; raises InputError when it is damaged or unpacks to more than `most` bytes.

    None: as many as a file of its size may.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    with explaining(path) as place, place.open("rb") as handle:
        try:
            file = pq.ParquetFile(handle)
            check_unpacked(file, handle, most_of(place.stat().st_size) if most is None else most, path=path)
            whole = file.read()
            whole.validate(full=True)
            names, meta = tuple(whole.schema.names), whole.schema.metadata
        except (pa.ArrowException, ValueError, TypeError, KeyError, OverflowError, MemoryError, OSError) as error:
            what = (
                f"is no readable Parquet file ({str(error).splitlines()[0] if str(error) else type(error).__name__})."
            )
            raise InputError(what, file=path, remedy="Write it again.") from error
    if not names:
        raise InputError("is empty: no columns.", file=path)
    return Table(str(path), names, tuple(whole.columns), whole.num_rows, meta=meta)


def write_parquet(table: Table, out: BinaryIO, *, path: object) -> None:
    """Write a table with zstd; Arrow columns as they came, others by their cells' one type, or as text. Raises OutputError."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        columns = [_arrow_of(column) for column in table.columns]
        whole = pa.Table.from_arrays(columns, names=list(table.names))
        pq.write_table(whole.replace_schema_metadata(table.meta), out, compression="zstd")
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, pa.ArrowTypeError) as error:
        raise OutputError(path, f"Parquet cannot hold this table: {error}; name a .csv file.") from error


def _arrow_of(column: Column) -> pa.ChunkedArray | pa.Array:
    import pyarrow as pa

    if isinstance(column, (pa.ChunkedArray, pa.Array)):
        return column
    kinds = {type(value) for value in column if value is not None}
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

"""Arrow's cells as Python values. A column's type alone says how: not its other cells, and not whether pandas is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, cast

from freetext.files.tabular.moments import day_of, length_of, moment_of, time_of

if TYPE_CHECKING:
    import pyarrow as pa

NANOSECONDS = {"s": 10**9, "ms": 10**6, "us": 1000, "ns": 1}
"""Of each unit of a moment."""

DAYS_MS = 86_400_000
"""Milliseconds of a day."""


def arrow_values(column: pa.ChunkedArray | pa.Array) -> list[object]:
    """Give an Arrow column's cells as Python values, None where there is none.

    Moments that Python has no exact value for come as text, see `moments`; a struct whose names repeat as pairs of name and value.
    Raises ValueError for a cell that has neither a value nor a text.
    """
    import pyarrow as pa

    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    try:
        return list(chain.from_iterable(map(_values, chunks)))
    except pa.ArrowException as error:
        raise ValueError(str(error)) from error


def _values(array: pa.Array) -> list[object]:
    import pyarrow as pa

    kind = array.type
    if not _is_ours(kind):
        return _as_arrow_says(array)
    if _is_moment(kind):
        return _moments(array)
    return _values(array.storage) if isinstance(kind, pa.BaseExtensionType) else _nested(array)


def _nested(array: pa.Array) -> list[object]:
    import pyarrow as pa

    kind = array.type
    if pa.types.is_dictionary(kind):
        named = _values(array.dictionary)
        return [None if place is None else named[place] for place in array.indices.to_pylist()]
    if pa.types.is_struct(kind):
        return _structs(array)
    return _maps(array) if pa.types.is_map(kind) else cast("list[object]", _lists(array))


def _is_ours(kind: pa.DataType) -> bool:
    """Whether cells of a type, or what they hold, are read by a rule of our own."""
    import pyarrow as pa

    types = pa.types
    if _is_moment(kind):
        return True
    if types.is_dictionary(kind):
        return _is_ours(kind.value_type)
    if isinstance(kind, pa.BaseExtensionType):
        return _is_ours(kind.storage_type)
    if types.is_union(kind) or types.is_run_end_encoded(kind):
        return False  # no file that we read holds them
    inner = [kind.field(place) for place in range(kind.num_fields)]
    repeats = types.is_struct(kind) and len({field.name for field in inner}) < len(inner)
    return repeats or any(_is_ours(field.type) for field in inner)


def _is_moment(kind: pa.DataType) -> bool:
    import pyarrow as pa

    types = pa.types
    return bool(types.is_timestamp(kind) or types.is_date(kind) or types.is_time(kind) or types.is_duration(kind))


def _moments(array: pa.Array) -> list[object]:
    import pyarrow as pa

    read = _reader(array.type)
    counts = array.cast(pa.int32() if array.type.bit_width == 32 else pa.int64()).to_pylist()
    return [None if count is None else read(count) for count in counts]


def _reader(kind: pa.DataType) -> Callable[[int], object]:
    import pyarrow as pa

    types = pa.types
    if types.is_date32(kind):
        return day_of
    if types.is_date64(kind):
        return lambda count: day_of(count // DAYS_MS)
    unit = NANOSECONDS[kind.unit]
    if types.is_timestamp(kind):
        read: Callable[[int], object] = partial(moment_of, zone=_zone(kind.tz))
    else:
        read = length_of if types.is_duration(kind) else time_of
    return lambda count: read(count * unit)


def _zone(name: str | None) -> dt.tzinfo | None:
    """The zone of this name, where nobody knows it UTC, in which Arrow counts."""
    import pyarrow as pa

    if name is None:
        return None
    try:
        return cast("dt.tzinfo", pa.lib.string_to_tzinfo(name))
    except (ValueError, KeyError, NotImplementedError, pa.ArrowException):
        return dt.UTC


def _structs(array: pa.Array) -> list[object]:
    names = [array.type.field(place).name for place in range(array.type.num_fields)]
    there = array.is_valid().to_pylist()
    rows = zip(*map(_values, array.flatten()), strict=True)
    pairs = (list(zip(names, row, strict=True)) for row in rows)
    make: Callable[[list[tuple[str, object]]], object] = dict if len(set(names)) == len(names) else list
    return [make(row) if full else None for row, full in zip(pairs, there, strict=True)]


def _lists(array: pa.Array) -> list[list[object] | None]:
    import pyarrow.compute as pc

    cells: Iterator[object] = iter(_values(array.flatten()))
    lengths = pc.list_value_length(array).to_pylist()
    return [None if length is None else list(islice(cells, length)) for length in lengths]


def _maps(array: pa.Array) -> list[object]:
    ends = array.offsets.to_pylist()
    inside = (ends[0], ends[-1] - ends[0])
    pairs = list(zip(_values(array.keys.slice(*inside)), _values(array.items.slice(*inside)), strict=True))
    rows = (pairs[begin - ends[0] : end - ends[0]] for begin, end in pairwise(ends))
    return [row if full else None for row, full in zip(rows, array.is_valid().to_pylist(), strict=True)]


def _as_arrow_says(array: pa.Array) -> list[object]:
    """Take the values that Arrow makes, for a value that it cannot make its text."""
    import pyarrow as pa

    try:
        return cast("list[object]", array.to_pylist())
    except (ValueError, OverflowError, KeyError, NotImplementedError, pa.ArrowException):
        return [_alone(cell) for cell in array]


def _alone(cell: pa.Scalar) -> object:
    import pyarrow as pa

    with suppress(ValueError, OverflowError, KeyError, NotImplementedError, pa.ArrowException):
        return cell.as_py()
    return cell.cast(pa.string()).as_py()

"""Where a Parquet file can be cut so that nobody's rows fall on both sides: by what its foot says of one column, group by group."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, TypeAlias

from freetext.errors import InputError
from freetext.files.disk.addresses import open_binary

Bounds: TypeAlias = tuple[Any, Any] | None
"""The least and the largest value of some rows, or what is less and larger still; None where all are missing."""


def range_borders(place: str, column: str) -> frozenset[int]:
    """Return the row groups in front of which a file can be cut: no value of the column stands on both sides.

    There are none where the foot says nothing about the column, or the file is not sorted by it. Raises InputError where the
    place cannot be read.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    with open_binary(place) as handle:
        try:
            return _apart(_bounds(pq.ParquetFile(handle).metadata, column))
        except (pa.ArrowException, ValueError, TypeError):
            return frozenset()
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror or error}.", file=place) from error


def _bounds(foot: Any, column: str) -> list[Bounds]:
    """Read the bounds of each group; raises ValueError where some group says none, or no column has the name."""
    names = [foot.schema.column(place).path for place in range(foot.num_columns)]
    at = names.index(column)
    return [_bound(foot.row_group(group).column(at)) for group in range(foot.num_row_groups)]


def _bound(chunk: Any) -> Bounds:
    told = chunk.statistics
    if told is not None and told.has_min_max:
        return told.min, told.max
    if told is not None and told.has_null_count and told.null_count == chunk.num_values:
        return None
    message = "no bounds"
    raise ValueError(message)


def _apart(bounds: Sequence[Bounds]) -> frozenset[int]:
    """Say in front of which groups all values differ from all behind, be the file sorted up or down."""
    before = list(accumulate(bounds, _widest))
    behind = list(accumulate(reversed(bounds), _widest))[::-1]
    return frozenset(group for group in range(1, len(bounds)) if _differ(before[group - 1], behind[group]))


def _widest(one: Bounds, other: Bounds) -> Bounds:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def _differ(one: Bounds, other: Bounds) -> bool:
    return one is None or other is None or bool(one[1] < other[0] or other[1] < one[0])

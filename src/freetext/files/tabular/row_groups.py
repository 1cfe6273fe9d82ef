"""How many rows a Parquet file holds, group by group, by its foot alone."""

from __future__ import annotations

from freetext.errors import InputError
from freetext.files.disk.addresses import open_binary


def row_groups(place: str) -> tuple[int, ...]:
    """Return the rows of each row group of a Parquet file; nothing for a damaged one, which tells so when it is read.

    Raises InputError where the place cannot be read (MissingFile where nothing is there).
    """
    return _counted(place) or ()


def held_rows(place: str) -> int | None:
    """Return how many rows a Parquet file holds; None for a damaged one. Raises InputError as `row_groups` does."""
    counts = _counted(place)
    return None if counts is None else sum(counts)


def _counted(place: str) -> tuple[int, ...] | None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with open_binary(place) as handle:
            foot = pq.ParquetFile(handle).metadata
            return tuple(foot.row_group(group).num_rows for group in range(foot.num_row_groups))
    except (pa.ArrowException, ValueError):
        return None
    except OSError as error:
        if error.errno is None:  # Arrow says so of a foot that makes no sense; what the system says has a number
            return None
        raise InputError(f"cannot be read: {error.strerror or error}.", file=place) from error

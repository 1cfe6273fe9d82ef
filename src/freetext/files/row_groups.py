"""How many rows a Parquet file holds, group by group, by its foot alone."""

from __future__ import annotations

from freetext.errors import InputError
from freetext.files.addresses import open_binary


def row_groups(place: str) -> tuple[int, ...]:
    """Return the rows of each row group of a Parquet file; nothing for a damaged one, which tells so when it is read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with open_binary(place) as handle:
            foot = pq.ParquetFile(handle).metadata
            return tuple(foot.row_group(group).num_rows for group in range(foot.num_row_groups))
    except (pa.ArrowException, ValueError, OSError, InputError):
        return ()

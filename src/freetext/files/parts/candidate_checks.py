"""Candidates of a part as bytes: weighed before they are unpacked, and held against what they must be before anything is built of them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from freetext.files.coding.candidate_rows import DIGEST, DRAW, ID, PART, PLACE, Kept, Lane, Sizes, scores_of
from freetext.files.disk.json_values import count_in, text_in

if TYPE_CHECKING:
    import pyarrow as pa


def unpacked_table(content: bytes) -> pa.Table:
    """Read the table of candidates; raises ValueError, InputError or what Arrow says of a damaged one."""
    import pyarrow.parquet as pq

    from freetext.files.tabular.parquet_foot import check_foot
    from freetext.files.tabular.unpacked import check_unpacked, most_of

    handle = io.BytesIO(content)
    file = pq.ParquetFile(handle)
    check_foot(handle, file.metadata)
    check_unpacked(file, handle, most_of(len(content)), path="candidates")
    table = file.read()
    table.validate(full=True)
    return table


def lane_of(said: Mapping[str, Any]) -> tuple[Lane, Kept]:
    """Take a lane from what the notes say of it; raises TypeError or ValueError."""
    column, behind, codeframe, name = (text_in(said[key]) for key in ("column", "behind", "codeframe", "name"))
    lane = Lane(column, behind, codeframe, name, tuple(map(text_in, said["slugs"])))
    counts = {text_in(name): count_in(count) for name, count in said["counts"].items()}
    return lane, Kept(counts, {text_in(name): _share(limit) for name, limit in said["limits"].items()})


def sizes_of(said: Mapping[str, Any]) -> Sizes:
    """Take the sizes from the notes; raises TypeError or ValueError."""
    return Sizes(**{key: count_in(value) for key, value in said.items()})


def _share(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise ValueError("a limit is no number")
    return float(value)


def check_columns(table: pa.Table, lanes: Mapping[Lane, Kept]) -> None:
    """Hold our columns against what they must be: there, once, of their type, and full where they must be; raises ValueError."""
    import pyarrow as pa

    if len(set(table.column_names)) != len(table.column_names):
        raise ValueError("a column stands twice")
    kinds = dict(
        zip(
            (PART, PLACE, ID, DIGEST, DRAW),
            (pa.string(), pa.int64(), pa.string(), pa.uint64(), pa.float64()),
            strict=True,
        )
    )
    full = set(kinds)
    for lane in lanes:
        scores = pa.list_(pa.float32(), len(lane.slugs))
        kinds |= {lane.named("question"): pa.string(), lane.named("same"): pa.uint64(), lane.named("scores"): scores}
        full |= {lane.named("same"), lane.named("scores")}
    for name, kind in kinds.items():
        if name not in table.column_names or table.schema.field(name).type != kind:
            raise ValueError("a column of ours is missing, or of another type")
        if name in full and table.column(name).null_count:
            raise ValueError("a column of ours has gaps")
    for lane, kept in lanes.items() if len(table) else ():
        _check_lane(table, lane, kept)


def _check_lane(table: pa.Table, lane: Lane, kept: Kept) -> None:
    asked = set(table.column(lane.named("question")).unique().to_pylist()) - {None}
    if lane.column not in table.column_names or not asked <= kept.counts.keys():
        raise ValueError("a lane without its column, or a question that was not counted")
    scores = scores_of(table, lane)
    if not (np.isnan(scores) | ((scores >= 0) & (scores <= 1))).all():
        raise ValueError("a score beyond 0 and 1")

"""Arrow columns that keep each different value once, as pandas' categories: without the values that no cell holds any more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from freetext.files.tabular.cells import Column

if TYPE_CHECKING:
    import pyarrow as pa


def with_used_values(column: Column) -> Column:
    """Give a column whose dictionaries hold what its cells hold, in their order; any other column as it is."""
    if isinstance(column, Sequence):
        return column
    import pyarrow as pa

    if not pa.types.is_dictionary(column.type):
        return column
    whole = pa.chunked_array([column]) if isinstance(column, pa.Array) else column
    return pa.chunked_array([_used(chunk) for chunk in whole.unify_dictionaries().chunks], type=column.type)


def _used(chunk: pa.DictionaryArray) -> pa.DictionaryArray:
    import pyarrow as pa

    places = chunk.indices.drop_null().to_numpy()
    used = np.unique(places)
    if len(used) == len(chunk.dictionary):
        return chunk
    told = np.zeros(len(chunk.dictionary), dtype=np.int64)
    told[used] = np.arange(len(used))
    there = chunk.indices.is_valid().to_numpy(zero_copy_only=False)
    new = told[chunk.indices.fill_null(0).to_numpy()] if len(told) else np.zeros(len(chunk), dtype=np.int64)
    return of_values(pa.array(new, mask=~there), chunk.dictionary.take(pa.array(used)), chunk.type)


def of_values(places: pa.Array, values: pa.Array, kind: pa.DictionaryType) -> pa.DictionaryArray:
    """Make a column of this type from the places of its cells among the values."""
    import pyarrow as pa

    return pa.DictionaryArray.from_arrays(places.cast(kind.index_type), values, ordered=kind.ordered)


def with_cells(cells: Sequence[object], like: pa.ChunkedArray) -> pa.ChunkedArray:
    """Make a column of these cells of the type of another, whose values come first and in their order where they are still used."""
    import pyarrow as pa

    held = {cell for cell in set(cells) if cell is not None}
    chunks = like.unify_dictionaries().chunks
    known = [each for each in chunks[0].dictionary.to_pylist() if each in held] if chunks else []
    values = {each: place for place, each in enumerate(dict.fromkeys([*known, *(c for c in cells if c is not None)]))}
    places = pa.array([None if cell is None else values[cell] for cell in cells], pa.int64())
    made = of_values(places, pa.array(list(values), like.type.value_type), like.type)
    return pa.chunked_array([made], type=like.type)

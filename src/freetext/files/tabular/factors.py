"""A column as its different texts and where each stands: what is decided by a cell alone is decided once for all that are the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from freetext.files.tabular.cells import Column, texts_of
from freetext.files.tabular.rows import Table
from freetext.survey.answers import IntArray

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True, eq=False)
class Factor:
    """The different texts of a column in the order in which they come, and the place among them of each of `n` cells."""

    texts: tuple[str, ...]
    places: IntArray

    def taken(self, values: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
        """Give each cell what its text was given, (texts, ...) to (n, ...)."""
        return values[self.places]


def factor_of(table: Table, name: str, *, option: str = "") -> Factor:
    """Take a column of a table apart; raises MissingColumn, RepeatedColumn or InputError as `Table.texts` does."""
    place = table.place(name, option=option)
    column = table.columns[place]
    found = None if isinstance(column, Sequence) else _of_arrow(column)
    return found or _of_texts(table.texts_at(place))


def _of_texts(texts: Sequence[str]) -> Factor:
    seen: dict[str, int] = {}
    places = [seen.setdefault(text, len(seen)) for text in texts]
    return Factor(tuple(seen), np.array(places, dtype=np.int64))


def _of_arrow(column: pa.ChunkedArray) -> Factor | None:
    """Let Arrow take it apart; None for what it has no dictionary of, such as lists."""
    import pyarrow as pa

    try:
        if pa.types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        whole = pa.chunked_array([column]) if isinstance(column, pa.Array) else column
        encoded = whole.combine_chunks().dictionary_encode(null_encoding="encode")
    except (pa.ArrowNotImplementedError, pa.ArrowInvalid):
        return None
    texts = texts_of(cast("Column", pa.chunked_array([encoded.dictionary])))
    places = np.asarray(encoded.indices, dtype=np.int64)
    if len(set(texts)) == len(texts):
        return Factor(tuple(texts), places)
    same = _of_texts(texts)
    return Factor(same.texts, same.places[places])

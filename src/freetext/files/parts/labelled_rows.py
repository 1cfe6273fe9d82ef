"""The answers of a part that people have labelled: ids are looked at first, and texts only where a labelled one stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from freetext.files.coding.coded_batches import table_ids, text_cells
from freetext.files.tabular.streams import Stream, open_stream
from freetext.survey.labels import Key

if TYPE_CHECKING:
    import pyarrow as pa

    from freetext.files.tabular.tables import Table
    from freetext.survey.answers import IntArray


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a part's answers stand: the columns of ids, of what was asked, and of verbatims with their questions."""

    id: str
    stem: str
    question: str
    texts: tuple[tuple[str, str], ...]


def labelled_rows(stream: Stream, columns: Columns, wanted: Collection[Key]) -> Iterator[tuple[str, str, str]]:
    """Find the answers of a part that are wanted: id, text, question. Raises InputError for blank ids."""
    names = {name for name, _ in wanted}
    if not columns.id:
        names = {name for name in names if _row_of(name, columns.stem) is not None}
    if not names:
        return
    import pyarrow as pa

    ids = pa.array(sorted(names), pa.string())
    if stream.rows is None:  # to know how many rows a text holds is to read it
        only = _only(stream, (columns.id, columns.question, *(text for text, _ in columns.texts)))
        for table in stream.batches(only=only):
            yield from _labelled(table, columns, ids, wanted)
        return
    rows = _rows_of(stream, columns, ids)
    for table in _holding(stream, columns, rows):
        yield from _labelled(table, columns, ids, wanted)


def _row_of(name: str, stem: str) -> int | None:
    """The row that an id of a part without ids speaks of; None for one of another part."""
    begin = f"{stem}:" if stem else ""
    digits = name.removeprefix(begin)
    return int(digits) if name.startswith(begin) and digits.isascii() and digits.isdecimal() else None


def _rows_of(stream: Stream, columns: Columns, ids: pa.Array) -> IntArray:
    """The file's own numbers of the rows that bear one of these ids, in order."""
    if not columns.id:
        named = (_row_of(name, columns.stem) for name in ids.to_pylist())
        last = stream.first + (stream.rows or 0)
        return np.array(
            sorted({row for row in named if row is not None and stream.first <= row < last}), dtype=np.int64
        )
    only = _only(stream, (columns.id,))
    found = [table.first + _among(table_ids(table, columns.id), ids) for table in stream.batches(only=only)]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def _holding(stream: Stream, columns: Columns, rows: IntArray) -> Iterator[Table]:
    """Read the batches of a Parquet file that hold these rows: no other row group is opened, and none further than its last row."""
    if not len(rows):
        return
    from freetext.files.tabular.row_groups import row_groups

    only = _only(stream, (columns.id, columns.question, *(text for text, _ in columns.texts)))
    edges = np.concatenate(([0], np.cumsum(row_groups(stream.file)))) + FIRST
    for group, (begin, end) in enumerate(pairwise(edges.tolist())):
        mine = rows[(rows >= begin) & (rows < end)]
        if not len(mine):
            continue
        with open_stream(stream.file, rows=(group, group + 1)) as part:
            for table in part.batches(only=only):
                if ((mine >= table.first) & (mine < table.first + table.size)).any():
                    yield table
                if mine[-1] < table.first + table.size:
                    break


FIRST = 2
"""The number of a Parquet file's first row."""


def _only(stream: Stream, names: Sequence[str]) -> tuple[str, ...] | None:
    """The columns to read; all of them where one is not there, or stands twice, so that the message can name them."""
    wanted = tuple(dict.fromkeys(filter(None, names)))
    return wanted if all(stream.names.count(name) == 1 for name in wanted) else None


def _labelled(
    table: Table, columns: Columns, names: pa.Array, wanted: Collection[Key]
) -> Iterator[tuple[str, str, str]]:
    """Find the labelled answers of a batch: id, text, question."""
    ids = table_ids(table, columns.id, columns.stem)
    rows = _among(ids, names)
    if not len(rows):
        return
    own = ids.take(rows).to_pylist()
    for column, question in columns.texts:
        texts = text_cells(table, column, option="--text").take(rows).to_pylist()
        asked = (
            text_cells(table, columns.question).take(rows).to_pylist() if columns.question else [question] * len(rows)
        )
        yield from (each for each in zip(own, texts, asked, strict=True) if (each[0], each[2]) in wanted)


def _among(ids: pa.Array, names: pa.Array) -> IntArray:
    """The places of the ids that are among these."""
    import pyarrow.compute as pc

    return np.flatnonzero(pc.is_in(ids, value_set=names))

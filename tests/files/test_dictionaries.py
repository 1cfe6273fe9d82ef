"""Parquet's dictionaries hold what the cells hold: nothing of rows that were taken out, nothing that was masked."""

import io
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.forgetting.rows_out import take_rows_out
from freetext.files.tabular.dictionaries import with_used_values
from freetext.files.tabular.parquet import ParquetPen, open_parquet
from freetext.files.tabular.rows import Table
from freetext.files.tabular.samples import rows_at
from freetext.files.tabular.tables import read_table
from freetext.guard.redactor import Redactor
from freetext.interfaces.redacting import redacted

SECRET = "call Zebedee on 07700 900123"
TEXTS = [SECRET, "money", "cold food", "money", None]


def frame_in(path, *, ordered=False):
    """A Parquet file of pandas' categories, and where it is."""
    categories = ["money", "unused", SECRET, "cold food"]
    pd.DataFrame({"id": range(5), "why": pd.Categorical(TEXTS, categories, ordered=ordered)}).to_parquet(path)
    return path


def values_in(path):
    """The dictionary of a file's column `why`."""
    column = pq.read_table(path)["why"].unify_dictionaries()
    return column.chunk(0).dictionary.to_pylist()


@pytest.mark.parametrize("ordered", [False, True])
def test_a_row_that_is_taken_out_leaves_no_text(tmp_path, ordered):
    """Of rows that are forgotten no text stays in the file, and the others keep their order and type."""
    path = frame_in(tmp_path / "a.parquet", ordered=ordered)
    kind = pq.read_schema(path).field("why").type
    take_rows_out(path, read_table(path), [0])
    assert b"Zebedee" not in path.read_bytes()
    assert values_in(path) == ["money", "cold food"]
    assert pq.read_table(path)["why"].to_pylist() == TEXTS[1:]
    assert pq.read_schema(path).field("why").type == kind


@pytest.mark.parametrize("size", [1, 2, 100])
def test_a_text_that_is_masked_is_in_no_dictionary(tmp_path, size):
    """Whatever batches a file is masked in, also those without a finding, no dictionary holds what was covered."""
    path, out = frame_in(tmp_path / "a.parquet"), io.BytesIO()
    pen = ParquetPen(out, path="b.parquet")
    for batch in open_parquet(path).batches(size, None):
        pen.write(redacted(batch, ["why"], Redactor()).table)
    pen.close()
    done = tmp_path / "b.parquet"
    done.write_bytes(out.getvalue())
    assert b"900123" not in out.getvalue()
    assert set(values_in(done)) == {"call Zebedee on [phone]", "money", "cold food"}
    assert pq.read_table(done)["why"].to_pylist()[1:] == TEXTS[1:]


def test_values_that_stay_keep_their_order_where_others_are_masked(tmp_path):
    """The values of a masked column stand in their order, new ones behind them."""
    table = read_table(frame_in(tmp_path / "a.parquet"))
    masked: Any = redacted(table, ["why"], Redactor()).table.columns[1]
    (column,) = masked.chunks
    assert column.dictionary.to_pylist() == ["money", "cold food", "call Zebedee on [phone]"]


@settings(max_examples=40)
@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", None]), max_size=5), max_size=3), st.randoms())
def test_cells_stay_and_dictionaries_hold_them_alone(chunks, dice):
    """Whatever the chunks of a column, its cells stay, and each dictionary holds used values in their order."""
    kind = pa.dictionary(pa.int8(), pa.string())
    order = ["c", "x", "a", "b"]
    arrays = [
        pa.DictionaryArray.from_arrays(pa.array([order.index(c) if c else None for c in cells], pa.int8()), order)
        for cells in chunks
    ]
    column: Any = with_used_values(pa.chunked_array(arrays, type=kind))
    cells = [cell for each in chunks for cell in each]
    assert column.to_pylist() == cells
    for chunk in column.chunks:
        assert chunk.dictionary.to_pylist() == [each for each in order if each in chunk.to_pylist()]
    table = Table("a", ("why",), (column,), len(cells))
    places = np.array([place for place in range(len(cells)) if dice.random() < 0.5], dtype=np.int64)
    taken: Any = rows_at(table, places).columns[0]
    assert taken.to_pylist() == [cells[place] for place in places]

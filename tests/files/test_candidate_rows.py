"""Rows of candidates put under each other, whatever kinds their columns are of."""

import datetime as dt

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.coding.candidate_rows import joined
from freetext.files.tabular.cells import texts_of

MOMENT = dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=dt.UTC)

CELLS = {
    "text": pa.array(["7", None]),
    "number": pa.array([7, None]),
    "fraction": pa.array([1.5, 2.0]),
    "list": pa.array([["a", "b"], None]),
    "lists": pa.array([[["a"], []], None]),
    "struct": pa.array([{"x": 1, "y": [2]}, None]),
    "map": pa.array([[("k", 1)], None], pa.map_(pa.string(), pa.int64())),
    "truth": pa.array([True, None]),
    "moment": pa.array([MOMENT, None], pa.timestamp("us", tz="UTC")),
    "coded": pa.array(["a", None]).dictionary_encode(),
    "bytes": pa.array([b"a", None]),
    "nothing": pa.nulls(2),
}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.none() | st.sampled_from(sorted(CELLS)), min_size=3, max_size=3), min_size=1, max_size=4))
def test_any_kinds_go_together(parts):
    """Columns of any kinds, nested ones too, or that a part lacks: each cell says the same, and kinds that agree are kept."""
    tables = [
        pa.table({f"c{place}": CELLS[kind] for place, kind in enumerate(kinds) if kind} | {"row": pa.array([0, 1])})
        for kinds in parts
    ]
    whole = joined(tables, [])
    assert len(whole) == 2 * len(parts)
    for place in range(3):
        kinds = [kinds[place] for kinds in parts]
        if any(kinds):
            found = whole.column(f"c{place}")
            assert texts_of(found) == [text for kind in kinds for text in (texts_of(CELLS[kind]) if kind else ["", ""])]
            if len(set(kinds) - {None, "nothing"}) == 1:
                assert found.type in {CELLS[kind].type for kind in kinds if kind}


@pytest.mark.parametrize("other", ["list", "struct"])
def test_a_nested_column_survives_beside_mixed_ones(other):
    """Where a number meets a text, a list that has nothing to do with it stays a list."""
    whole = joined([pa.table({"w": CELLS[kind], "nested": CELLS[other]}) for kind in ("text", "number")], [])
    assert whole.column("w").to_pylist() == ["7", None, "7", None]
    assert whole.column("nested").to_pylist() == CELLS[other].to_pylist() * 2

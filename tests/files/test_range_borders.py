"""Where a Parquet file can be cut so that nobody's rows fall on both sides."""

import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import MissingFile
from freetext.files.tabular.range_borders import range_borders


def written(path, values, *, group, statistics=True):
    """A file with one column `who`, in groups of so many rows."""
    pq.write_table(pa.table({"who": values}), path, row_group_size=group, write_statistics=statistics)
    return str(path)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.none() | st.integers(0, 9), min_size=1, max_size=24), st.integers(1, 5), st.sampled_from("iufd"))
def test_nobody_stands_on_both_sides(values, group, order):
    """In front of every group that is named, no value before stands behind; sorted up or down, every such group is named."""
    values = sorted(values, key=lambda one: (one is None, one or 0), reverse=order == "d") if order != "u" else values
    with tempfile.TemporaryDirectory() as folder:
        found = range_borders(written(Path(folder) / "a.parquet", pa.array(values, pa.int64()), group=group), "who")
    sides = {cut: _shared(values, cut * group) for cut in range(1, -(-len(values) // group))}
    assert not any(sides[cut] for cut in found)
    if order != "u":
        assert found == {cut for cut, both in sides.items() if not both}


def _shared(values, row):
    """Who stands on both sides of a row."""
    return set(values[:row]) & set(values[row:]) - {None}


def test_texts_are_compared_as_the_file_sorts_them(tmp_path):
    """Texts beyond ASCII and long ones that begin alike are told apart as rows sorted by their characters are."""
    people = sorted([f"{letter * 100}{number}" for letter in "zäAé€😀" for number in range(3)])
    path = written(tmp_path / "a.parquet", pa.array([each for each in people for _ in range(2)]), group=4)
    assert range_borders(path, "who") == set(range(1, 9))


def test_no_border_where_the_foot_says_nothing(tmp_path):
    """Without statistics, or without the column, a file is not cut; a file that is not there is an error."""
    path = written(tmp_path / "a.parquet", pa.array(["a", "b", "c", "d"]), group=2)
    bare = written(tmp_path / "b.parquet", pa.array(["a", "b", "c", "d"]), group=2, statistics=False)
    assert range_borders(path, "who") == {1}
    assert range_borders(bare, "who") == range_borders(path, "whom") == set()
    with pytest.raises(MissingFile):
        range_borders(str(tmp_path / "gone.parquet"), "who")

"""Rows of a random sample of a long file."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.tabular.rows import Table
from freetext.files.tabular.samples import Wanted, rows_at, sampled_rows
from freetext.files.tabular.streams import open_stream
from freetext.survey.samples import drawn, highest


class Batches:
    """A file in memory, read in batches of a size."""

    def __init__(self, people, labels, size):
        self.people, self.labels, self.size = people, labels, size

    def batches(self, *, only):
        """Read it from its beginning."""
        for start in range(0, max(len(self.people), 1), self.size):
            piece = slice(start, start + self.size)
            columns = (self.people[piece], self.labels[piece])
            yield Table("x.csv", tuple(only), columns, len(columns[0]), first=start + 2)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 12).map(str), st.sampled_from(["", "a"])), min_size=1, max_size=60),
    st.integers(1, 20),
    st.integers(1, 30),
    st.booleans(),
)
def test_batches_give_the_sample_of_the_whole(rows, most, size, only_filled):
    """Whatever the batches, the rows drawn are those of the people drawn from the whole file, in order, with their own numbers."""
    people, labels = [row[0] for row in rows], [row[1] for row in rows]
    wanted = Wanted(("person", "label"), 1, ("label",) if only_filled else (), "person", most)
    table, told = sampled_rows(Batches(people, labels, size), wanted)
    counted = np.array([bool(label) or not only_filled for label in labels])
    numbers = drawn(people, 0)
    every = counted.sum() <= most
    kept = np.ones(len(rows), dtype=bool) if every else numbers <= highest(numbers, counted, most)
    assert [table.row(place) for place in range(table.size)] == [place + 2 for place in np.flatnonzero(kept)]
    assert table.texts("person") == [person for person, took in zip(people, kept, strict=True) if took]
    assert (told is None) == bool(every)
    if told:
        assert (told.answers, told.kept) == (counted.sum(), (counted & kept).sum())
        assert told.respondents == len({person for person, count in zip(people, counted, strict=True) if count})


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_long_file_is_read_once_and_never_held(tmp_path, ending):
    """Of 30,000 rows of a file 500 are kept, with the numbers that they have in the file; each row has its own label."""
    columns = {"id": [f"r{place}" for place in range(30_000)], "text": ["word"] * 30_000}
    path = tmp_path / f"long.{ending}"
    if ending == "csv":
        path.write_text("\n".join(["id,text", *(f"{each},word" for each in columns["id"])]), encoding="utf-8")
    else:
        pq.write_table(pa.table(columns), path, row_group_size=4_000)
    stream = open_stream(path)
    table, told = sampled_rows(stream, Wanted(("id", "text"), 1, (), "id", 500))
    assert told
    assert table.size == told.kept == 500
    assert told.answers == told.respondents == 30_000
    first = stream.first
    assert table.texts("id") == [f"r{table.row(place) - first}" for place in range(500)]


def test_rows_keep_their_numbers_when_they_are_taken_twice():
    """Rows taken from rows that were taken have the numbers of the file."""
    table = Table("x.csv", ("a",), (["0", "1", "2", "3"],), 4, first=10)
    again = rows_at(rows_at(table, np.array([1, 2, 3])), np.array([0, 2]))
    assert [again.row(0), again.row(1)] == [11, 13]
    assert again.texts("a") == ["1", "3"]

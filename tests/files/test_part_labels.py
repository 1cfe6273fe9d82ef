"""People's decisions on the answers of a part."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, MissingColumn
from freetext.files.labelling.labels import text_hash
from freetext.files.parts.part_labels import Columns, PartLabels, settled_in
from freetext.files.tabular.streams import open_stream
from freetext.survey.labels import Label, Settled

ROWS = 60
NAMES = [f"r{number}" for number in range(ROWS)]
COLUMNS = {
    "id": NAMES,
    "why": [f"why {number}" for number in range(ROWS)],
    "what": [f"what {number}" for number in range(ROWS)],
    "asked": [("x", "y")[number % 2] for number in range(ROWS)],
    "other": ["nobody asks"] * ROWS,
}


@pytest.fixture(scope="module", name="places")
def _places(tmp_path_factory):
    """The same rows as a Parquet file of many row groups and as text."""
    folder = tmp_path_factory.mktemp("parts")
    pq.write_table(pa.table(COLUMNS), folder / "part.parquet", row_group_size=7)
    lines = [",".join(COLUMNS), *(",".join(row) for row in zip(*COLUMNS.values(), strict=True))]
    (folder / "part.csv").write_text("\n".join(lines) + "\n")
    return folder


def recorded(stream):
    """The stream, and what was asked of it from now on: the columns of each reading."""
    asked = []

    def read(size, only):
        asked.append(only)
        return stream.read(size, only)

    return replace(stream, read=read), asked


def decided(name, question="why", *, text=None):
    """A decision on an answer, with the hash of its text where there is one."""
    return Label(name, question, ("money",), "ada", text_hash="" if text is None else text_hash("k", text))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([".parquet", ".csv"]),
    st.booleans(),
    st.sampled_from(["wide", "long"]),
    st.lists(st.tuples(st.integers(0, ROWS + 4), st.sampled_from(["why", "what", "x", "y", "z"]), st.booleans())),
    st.sampled_from([None, (0, 2), (3, 4), (4, 9)]),
)
def test_a_part_finds_the_decisions_on_its_own_answers(places, ending, by_id, shape, said, groups):
    """Whatever the file, the ids and the questions: what is found are the decisions on the very texts of the part's rows."""
    groups = groups if ending == ".parquet" else None
    inside = range(*(7 * edge for edge in groups)) if groups else range(ROWS)
    labels, expected = [], {}
    for row, question, stale in {(row, question): (row, question, stale) for row, question, stale in said}.values():
        name = f"r{row}" if by_id else f"part:{row + 2}"
        column = question if shape == "wide" else "why"
        here = (
            row in inside
            and row < ROWS
            and (column in COLUMNS if shape == "wide" else COLUMNS["asked"][row] == question)
        )
        text = f"{column} {row}"
        labels.append(decided(name, question, text="another" if stale else text))
        if here and not stale:
            expected[name, question] = Settled(("money",), (), ("ada",))
    texts = (("why", "why"), ("what", "what")) if shape == "wide" else (("why", ""),)
    columns = Columns("id" if by_id else "", "part", "" if shape == "wide" else "asked", texts)
    with open_stream(places / f"part{ending}", rows=groups) as stream:
        found, told = settled_in(stream, columns, PartLabels(tuple(labels), key="k"), own=False)
    assert dict(found) == expected
    assert bool(told) <= any(stale for *_, stale in said)


def test_without_ids_a_part_that_no_label_speaks_of_is_not_read(places):
    """Ids made of a file's name tell by themselves that nobody has decided on its answers."""
    for ending in (".parquet", ".csv"):
        stream, asked = recorded(open_stream(places / f"part{ending}"))
        labels = PartLabels((decided("elsewhere:7", text="why 5"), decided("part:x", text="why 5")), key="k")
        assert settled_in(stream, Columns("", "part", "", (("why", "why"),)), labels, own=False) == ({}, ())
        assert asked == []


def test_ids_are_looked_at_before_texts(places):
    """Of a Parquet part the ids alone are read from end to end, of a text no other columns than the answers' are kept."""
    columns = Columns("id", "part", "", (("why", "why"),))
    labels = PartLabels((decided("r40", text="why 40"),), key="k")
    stream, asked = recorded(open_stream(places / "part.parquet"))
    assert list(settled_in(stream, columns, labels, own=False)[0]) == [("r40", "why")]
    assert asked == [("id",)]
    stream, asked = recorded(open_stream(places / "part.csv"))
    assert list(settled_in(stream, columns, labels, own=False)[0]) == [("r40", "why")]
    assert asked == [("id", "why")]


def test_other_row_groups_may_be_damaged(places, tmp_path):
    """Row groups without a labelled row are not opened for their texts."""
    whole = (places / "part.parquet").read_bytes()
    foot = pq.ParquetFile(places / "part.parquet").metadata
    chunk = foot.row_group(0).column(1)
    begin = chunk.dictionary_page_offset or chunk.data_page_offset
    (tmp_path / "part.parquet").write_bytes(
        whole[:begin] + b"\xff" * chunk.total_compressed_size + whole[begin + chunk.total_compressed_size :]
    )
    labels = PartLabels((decided("r40", text="why 40"),), key="k")
    columns = Columns("id", "part", "", (("why", "why"),))
    with open_stream(tmp_path / "part.parquet") as stream:
        assert list(settled_in(stream, columns, labels, own=False)[0]) == [("r40", "why")]


def test_blank_ids_and_missing_columns_are_named(tmp_path):
    """What stands in the way is said as it is when all columns are read."""
    pq.write_table(pa.table({"id": ["a", " "], "why": ["one", "two"]}), tmp_path / "part.parquet")
    labels = PartLabels((decided("a", text="one"),), key="k")
    with open_stream(tmp_path / "part.parquet") as stream:
        with pytest.raises(InputError, match="no id in rows 3"):
            settled_in(stream, Columns("id", "part", "", (("why", "why"),)), labels, own=False)
        with pytest.raises(MissingColumn, match="why"):
            settled_in(stream, Columns("name", "part", "", (("why", "why"),)), labels, own=False)


def test_ids_may_be_numbers(tmp_path):
    """An id that Parquet holds as a number is the text that a label calls it."""
    numbers = np.arange(30)
    pq.write_table(
        pa.table({"id": numbers, "why": [f"why {each}" for each in numbers]}),
        tmp_path / "part.parquet",
        row_group_size=8,
    )
    with open_stream(tmp_path / "part.parquet") as stream:
        labels = PartLabels((decided("9", text="why 9"),), key="k")
        assert list(settled_in(stream, Columns("id", "part", "", (("why", "why"),)), labels, own=False)[0]) == [
            ("9", "why")
        ]

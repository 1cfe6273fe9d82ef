"""Arrow's cells as values and text: by the column's type alone."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.tabular.arrow_cells import arrow_values
from freetext.files.tabular.cells import text_of, texts_of
from freetext.files.tabular.moments import day_of, moment_of
from freetext.files.tabular.streams import open_stream
from freetext.files.tabular.tables import read_table, write_table

DAY = 86_400 * 10**9
NEW_YEAR = 1_577_836_800 * 10**9
"""Nanoseconds from 1970 to 2020."""
FAR = 253_402_300_800
"""Seconds from 1970 to the year 10000."""

NANOS = pa.timestamp("ns")
ODD = pa.table(
    {
        "ns": pa.array([NEW_YEAR, NEW_YEAR + 1, None], NANOS),
        "zone": pa.array([NEW_YEAR, NEW_YEAR + 1, None], pa.timestamp("ns", "Europe/Paris")),
        "length": pa.array([-DAY - 1, 3_600 * 10**9, None], pa.duration("ns")),
        "time": pa.array([1, 2_000, None], pa.time64("ns")),
        "far": pa.array([FAR, 0, None], pa.timestamp("s")),
        "far_zone": pa.array([FAR * 10**6, 0, None], pa.timestamp("us", "Europe/Paris")),
        "lost": pa.array([0, FAR, None], pa.timestamp("s", "No/Where")),
        "day": pa.array([10**7, 0, None], pa.date32()),
        "list": pa.array([[1, None], [], None], pa.list_(NANOS)),
        "struct": pa.array(
            [{"a": 1, "b": "x"}, {"a": 0, "b": ""}, None], pa.struct([("a", NANOS), ("b", pa.string())])
        ),
        "map": pa.array([[("a", 1)], [], None], pa.map_(pa.string(), pa.duration("ns"))),
        "deep": pa.array([[[1], None], [], None], pa.large_list(pa.list_(NANOS))),
        "dictionary": pa.array([NEW_YEAR + 1, NEW_YEAR, None], NANOS).dictionary_encode(),
    }
)
TEXTS = {
    "ns": ["2020-01-01T00:00:00", "2020-01-01T00:00:00.000000001", ""],
    "zone": ["2020-01-01T01:00:00+01:00", "2020-01-01T01:00:00.000000001+01:00", ""],
    "length": ["-24:00:00.000000001", "1:00:00", ""],
    "time": ["00:00:00.000000001", "00:00:00.000002", ""],
    "far": ["10000-01-01T00:00:00", "1970-01-01T00:00:00", ""],
    "far_zone": ["10000-01-01T01:00:00+01:00", "1970-01-01T01:00:00+01:00", ""],
    "lost": ["1970-01-01T00:00:00+00:00", "10000-01-01T00:00:00+00:00", ""],
    "day": ["29349-01-26", "1970-01-01", ""],
    "list": ["1970-01-01T00:00:00.000000001;", "", ""],
    "struct": ['{"a": "1970-01-01T00:00:00.000000001", "b": "x"}', '{"a": "1970-01-01T00:00:00", "b": ""}', ""],
    "map": ['[["a", "0:00:00.000000001"]]', "", ""],
    "deep": ['[["1970-01-01T00:00:00.000000001"], null]', "", ""],
    "dictionary": ["2020-01-01T00:00:00.000000001", "2020-01-01T00:00:00", ""],
}


def texts(column):
    """The texts of an Arrow array."""
    return texts_of(pa.chunked_array([column]))


@pytest.mark.parametrize("name", ODD.column_names)
def test_every_moment_has_its_text(name):
    """Nanoseconds, years beyond 9999 and unknown zones are written out, at any depth, whatever the column's other cells are."""
    column = ODD.column(name)
    assert texts_of(column) == TEXTS[name]
    assert [texts_of(column.slice(place, 1))[0] for place in range(3)] == TEXTS[name]


def test_asleep_and_awake_are_the_same():
    """Where pandas is kept asleep, as in our own processes, every cell has the text that it has where pandas is there."""
    program = (
        "import sys, json; from freetext.files.disk.asleep import let_sleep; let_sleep(); import pyarrow as pa;"
        "from freetext.files.tabular.cells import texts_of; whole = pa.ipc.open_stream(sys.stdin.buffer).read_all();"
        "assert 'pandas' not in sys.modules;"
        "print(json.dumps({name: texts_of(whole.column(name)) for name in whole.column_names}))"
    )
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, ODD.schema) as writer:
        writer.write_table(ODD)
    asleep = subprocess.run([sys.executable, "-c", program], input=sink.getvalue(), capture_output=True, check=True)
    assert json.loads(asleep.stdout) == TEXTS


def test_a_batch_is_written_as_the_whole(tmp_path: Path):
    """Over the border of a batch equal moments have equal texts, those of the table that is read as a whole."""
    counts = np.full(50, NEW_YEAR)
    counts[40] += 1
    pq.write_table(pa.table({"t": pa.array(counts, NANOS)}), tmp_path / "a.parquet")
    batches = [table.texts("t") for table in open_stream(tmp_path / "a.parquet").batches(16)]
    assert [len(each) for each in batches] == [16, 16, 16, 2]
    parts = [text for each in batches for text in each]
    assert parts == read_table(tmp_path / "a.parquet").texts("t")
    assert set(parts) == {"2020-01-01T00:00:00", "2020-01-01T00:00:00.000000001"}


def test_a_workbook_holds_the_same(tmp_path: Path):
    """What a workbook has no exact cell for stands in it as the text that a CSV has."""
    odd = {"ns": 1, "zone": 1, "lost": 1, "dictionary": 0}
    cells = {name: ODD.column(name).slice(odd.get(name, 0), 1) for name in ODD.column_names}
    pq.write_table(pa.table(cells), tmp_path / "a.parquet")
    write_table(read_table(tmp_path / "a.parquet"), tmp_path / "a.xlsx")
    book = read_table(tmp_path / "a.xlsx")
    assert {name: book.texts(name)[0] for name in cells} == {name: TEXTS[name][odd.get(name, 0)] for name in cells}


KINDS = [
    *(pa.timestamp(unit, zone) for unit in ("s", "ms", "us") for zone in (None, "Europe/London", "+05:30")),
    *(pa.duration(unit) for unit in ("s", "ms", "us")),
]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(KINDS), st.lists(st.none() | st.integers(-(2**33), 2**33), max_size=5), st.integers(0, 2))
def test_ordinary_moments_are_those_of_arrow(kind, counts, cut):
    """Moments to the microsecond in known years are Arrow's own, alone, in lists, in structs and in dictionaries."""
    column = pa.array(counts, kind).slice(cut)
    assert arrow_values(column) == column.to_pylist()
    assert [text_of(value) for value in arrow_values(column)] == texts(column)
    rows = [None if count is None else [count, None] for count in counts]
    structs = [None if count is None else {"a": count, "b": 1} for count in counts]
    fields = pa.struct([("a", kind), ("b", pa.int8())])
    pairs = [None if count is None else [("x", count), ("y", None)] for count in counts]
    for array in (
        *(pa.array(rows, of(kind)) for of in (pa.list_, pa.large_list, pa.list_view)),
        *(pa.array(rows, pa.list_(kind, 2)), pa.array(structs, fields), pa.array(pairs, pa.map_(pa.string(), kind))),
        column.dictionary_encode(),
    ):
        assert arrow_values(array.slice(cut)) == array.slice(cut).to_pylist()


@pytest.mark.parametrize(
    ("counts", "kind"),
    [([0, 86_399, None], pa.time32("s")), ([-5, 11_016], pa.date32()), ([DAY // 10**6], pa.date64())],
)
def test_ordinary_days_and_times_are_those_of_arrow(counts, kind):
    """Days and times of day are Arrow's own."""
    column = pa.array(counts, kind)
    assert arrow_values(column) == column.to_pylist()


@settings(max_examples=60, deadline=None)
@given(st.integers(1 - 2**63, 2**63 - 1))
def test_any_second_has_its_day(seconds):
    """A moment of any year is the one that the calendar of numpy has."""
    assert text_of(moment_of(seconds * 10**9)).lstrip("-0") == str(np.datetime64(seconds, "s")).lstrip("-0")
    days = seconds % 2**40 - 2**39
    assert text_of(day_of(days)).lstrip("-0") == str(np.datetime64(days, "D")).lstrip("-0")


def test_the_last_day_has_its_zone():
    """Where a zone moves a moment out of the years that Python knows, it is written there all the same."""
    column = pa.array([FAR - 1, -62_135_596_800], pa.timestamp("s", "Asia/Tokyo"))
    assert texts(column)[0] == "10000-01-01T08:59:59+09:00"
    assert texts(column)[1].startswith("0001-01-01T09:18:59")
    assert texts(column.cast(pa.timestamp("s", "America/New_York")))[1].startswith("0000-12-31T19:03:58")


def test_names_that_repeat_are_kept():
    """A struct with two fields of one name, which Python's dictionaries have no room for, is told as pairs."""
    array = pa.StructArray.from_arrays([pa.array([1]), pa.array(["x"])], names=["a", "a"])
    assert texts(array) == ['[["a", 1], ["a", "x"]]']


def test_pandas_nanoseconds_are_written():
    """A duration of pandas is written to the nanosecond, like Arrow's."""
    pandas = pytest.importorskip("pandas")
    assert text_of(pandas.Timedelta(-1, "ns")) == "-0:00:00.000000001"
    assert text_of(pandas.Timedelta(90, "s") + dt.timedelta(milliseconds=500)) == "0:01:30.5"

"""Parquet in and out."""

import datetime as dt
import decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError
from freetext.files.tabular.tables import Table, read_table, write_table


@pytest.fixture
def typed() -> pa.Table:
    day = dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
    arrays = {
        "id": pa.array([1, None], pa.int16()),
        "kind": pa.array(["a", "b"]).dictionary_encode(),
        "tags": pa.array([["x", "=y"], []], pa.list_(pa.string())),
        "deep": pa.array([{"a": [1]}, None]),
        "when": pa.array([day, None], pa.timestamp("ms", "Europe/London")),
        "money": pa.array([decimal.Decimal("1.50"), None]),
        "part": pa.array([0.1, float("nan")], pa.float32()),
        "raw": pa.array([b"\xff", b"a"]),
    }
    return pa.table(arrays).replace_schema_metadata({b"pandas": b"{}"})


def test_columns_keep_types_and_values(tmp_path: Path, typed):
    """Original columns come out of Parquet as they went in, types, values and notes, ours behind them."""
    pq.write_table(typed, tmp_path / "a.parquet")
    before = pq.ParquetFile(tmp_path / "a.parquet").read()
    read = read_table(tmp_path / "a.parquet")
    write_table(read.with_columns({"freetext_review": [True, False]}), tmp_path / "b.parquet")
    again = pq.ParquetFile(tmp_path / "b.parquet").read()
    assert again.schema.metadata == {b"pandas": b"{}"}
    assert again.column("freetext_review").type == pa.bool_()
    kept = again.drop_columns(["freetext_review"])
    assert kept.schema == before.schema
    assert kept.drop_columns(["part"]).equals(before.drop_columns(["part"]))
    assert str(kept.column("part")) == str(before.column("part"))
    assert pq.ParquetFile(tmp_path / "b.parquet").metadata.row_group(0).column(0).compression == "ZSTD"


def test_any_type_has_a_text(tmp_path, typed):
    """Every type has a text: lists joined, nested ones as JSON, dates ISO, nothing for null and not-a-number."""
    pq.write_table(typed, tmp_path / "a.parquet")
    read = read_table(tmp_path / "a.parquet")
    texts = {name: read.texts(name) for name in read.names}
    assert texts == {
        "id": ["1", ""],
        "kind": ["a", "b"],
        "tags": ["x;=y", ""],
        "deep": ['{"a": [1]}', ""],
        "when": ["2024-01-02T03:04:05+00:00", ""],
        "money": ["1.50", ""],
        "part": [texts["part"][0], ""],
        "raw": ["\ufffd", "a"],
    }
    assert texts["part"][0].startswith("0.1")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_parquet_goes_out_elsewhere(tmp_path, typed, ending):
    """A table from Parquet goes out as text or workbook with the same rows."""
    pq.write_table(typed, tmp_path / "a.parquet")
    write_table(read_table(tmp_path / "a.parquet"), tmp_path / f"b{ending}")
    read = read_table(tmp_path / f"b{ending}")
    assert (read.names, read.size) == (tuple(typed.column_names), 2)
    assert read.texts("id") == ["1", ""]


def test_values_beyond_python(tmp_path):
    """A moment that Python has no room for comes as ISO 8601 has it, with a longer year."""
    far = pa.table({"t": pa.array([10**12], pa.timestamp("s"))})
    pq.write_table(far, tmp_path / "a.parquet")
    assert read_table(tmp_path / "a.parquet").texts("t")[0] == "33658-09-27T01:46:40"


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"x" * 90 + b"PAR1", b"id,text\n"])
def test_damaged_files_are_refused(tmp_path, data):
    """What is no Parquet is refused."""
    (tmp_path / "a.parquet").write_bytes(data)
    with pytest.raises(InputError, match="no readable Parquet"):
        read_table(tmp_path / "a.parquet")


def test_invalid_text_is_refused(tmp_path):
    """Text in Parquet that is no UTF-8 is refused when read, not when used."""
    odd = pa.array([b"\xff"]).view(pa.string())
    pq.write_table(pa.table({"t": odd}), tmp_path / "a.parquet")
    with pytest.raises(InputError, match="no readable Parquet"):
        read_table(tmp_path / "a.parquet")


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["a", None, ""], pa.string()),
        ([1, None], pa.int64()),
        ([1, 2.5], pa.float64()),
        ([True, None], pa.bool_()),
        ([dt.date(2020, 1, 1), dt.datetime.fromisoformat("2020-01-01T02")], pa.timestamp("us")),
        ([1, "a"], pa.string()),
        ([2**60, 0.5], pa.string()),
        ([2**70], pa.string()),
        ([None], pa.string()),
        ([["a"], []], pa.list_(pa.string())),
        ([[1], ["a"]], pa.string()),
    ],
)
def test_lists_find_their_type(tmp_path, cells, kind):
    """A column of one type gets that type, one of several becomes text, missing cells stay missing."""
    write_table(Table("x", ("c", "c"), (cells, cells), len(cells)), tmp_path / "a.parquet")
    column = pq.ParquetFile(tmp_path / "a.parquet").read().column(1)
    assert column.type == kind
    assert column.is_null().to_pylist() == [cell is None for cell in cells]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_text_comes_back(tmp_path_factory, rows):
    """Text written to Parquet comes back the same, whatever characters it holds."""
    path = tmp_path_factory.mktemp("t") / "a.parquet"
    columns = ([a for a, _ in rows], [b for _, b in rows])
    write_table(Table("x", ("a", "a"), columns, len(rows)), path)
    read = read_table(path)
    assert [read.texts_at(0), read.texts_at(1)] == list(columns)

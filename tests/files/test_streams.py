"""Files read batch by batch, against the same files read at once."""

import csv
import io
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, MissingFile
from freetext.files.disk.doubles import Doubles
from freetext.files.tabular import csvs, encodings
from freetext.files.tabular.streams import count_rows, open_stream
from freetext.files.tabular.tables import read_table
from freetext.files.tabular.unpacked import steps_of

CELL = st.text(alphabet="ab,;\"\r\n\té\U0001f642 ='", max_size=6)


def joined(stream, size):
    """All batches of a stream, put together."""
    batches = list(stream.batches(size))
    assert all(batch.size <= size for batch in batches)
    assert [batch.first for batch in batches] == [
        stream.first + sum(each.size for each in batches[:place]) for place in range(len(batches))
    ]
    width = len(stream.names)
    return [[cell for batch in batches for cell in batch.texts_at(place)] for place in range(width)]


@settings(max_examples=80)
@given(
    st.integers(1, 3).flatmap(
        lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=8)
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]),
    st.sampled_from(["\r\n", "\n"]),
    st.integers(1, 4),
)
def test_batches_are_the_table(tmp_path_factory, rows, encoding, ending, size):
    """Whatever stands in cells and in whatever encoding, the batches together are the table, row numbers too."""
    text = io.StringIO()
    csv.writer(text, lineterminator=ending, quoting=csv.QUOTE_ALL).writerows(
        [[f"c{n}" for n in range(len(rows[0]))], *rows]
    )
    path = tmp_path_factory.mktemp("s") / "a.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    asked = encoding if encoding == "utf-16-le" else None
    whole = read_table(path, encoding=asked, delimiter=",")
    stream = open_stream(path, encoding=asked, delimiter=",")
    assert (stream.names, stream.took, stream.first) == (whole.names, whole.took, whole.first)
    assert (
        joined(stream, size)
        == [list(column) for column in whole.columns]
        == [list(each) for each in zip(*rows, strict=True)]
    )


@pytest.mark.parametrize(
    "data",
    [
        b"id,text\n1,a\n\n\n",
        b"\n\nid,text\n1,a\n2,b\n\n",
        b"text\na\n\nb\n\n\n",
        b"id,text\n1,a\n\n2,b\n",
        b"id,text\n1,a\n2\n3,b,c\n4\n",
        b'id,text\n1,a\n2,"b\n',
        b'id,text\n1,a\n2\n3,"b"x\n',
        b"id,text\n1,caf\xe9\n2,\xc3\xa9\n",
        b"id,text\n1,a\n2,caf\xe9",
        b"\xef\xbb\xbfid,text\n1,caf\xe9\n",
        "id,text\n1,é🙂\n2,ü".encode(),
        "id,text\n1,é🙂\n2,ü".encode("utf-16"),
        "id,text\n1,é🙂\n2,ü".encode("utf-16-le"),
        b"\xff\xfei\x00d\x00,",
        b"\xff\xfei",
        b"",
        b"\n\n",
        b"\xef\xbb\xbf",
        b"id,text\n",
        b"PK\x03\x04zz",
        b"PAR1zzzzPAR1",
        b"freetext_themes,text\na,'=1\n,b\n",
        b"id;text\r1;a,b\r2;c\r",
    ],
)
@pytest.mark.parametrize("fallback", [None, "cp1252"])
def test_borders_change_nothing(tmp_path, monkeypatch, data, fallback):
    """Where blocks and batches end changes neither what is read nor what is said of a file that is none."""
    path = tmp_path / "a.csv"
    path.write_bytes(data)

    def read(size):
        try:
            stream = open_stream(path, fallback=(lambda: fallback) if fallback else None)
            return stream.names, stream.took, stream.first, joined(stream, size), count_rows(stream)
        except InputError as error:
            return str(error)

    large = read(1000)
    monkeypatch.setattr(encodings, "BLOCK", 3)
    monkeypatch.setattr(csvs, "TOGETHER", 2)
    assert read(1) == read(2) == large


def test_a_cell_may_be_long(tmp_path):
    """A cell of a million characters is one cell."""
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1," + "x" * 1_000_000 + "\n2,y\n", encoding="utf-8")
    assert [len(text) for text in joined(open_stream(path), 1)[1]] == [1_000_000, 1]


def test_few_rows_of_many_cells_come_together(tmp_path, monkeypatch):
    """Wide and long rows come in smaller batches, so that no batch fills the memory."""
    monkeypatch.setattr(csvs, "CELLS", 40)
    monkeypatch.setattr(csvs, "TOGETHER", 2)
    path = tmp_path / "a.csv"
    path.write_text(",".join(f"c{n}" for n in range(10)) + "\n" + ("1," * 9 + "1\n") * 9, encoding="utf-8")
    assert [batch.size for batch in open_stream(path).batches(100)] == [4, 4, 1]
    monkeypatch.setattr(csvs, "CHARACTERS", 30)
    assert [batch.size for batch in open_stream(path).batches(100)] == [2, 2, 2, 2, 1]


@pytest.fixture(name="parquet")
def _parquet(tmp_path):
    kinds = pa.array(["a", None, "b", "a", "c"] * 20).dictionary_encode()
    table = pa.table({"n": range(100), "t": ["x", None] * 50, "k": kinds}).replace_schema_metadata({b"note": b"kept"})
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=30)
    return tmp_path / "a.parquet"


@pytest.mark.parametrize("size", [7, 30, 1000])
def test_parquet_keeps_types_and_notes(parquet, size):
    """Batches of Parquet have the types, the values and the notes of the file, and say how many rows there are."""
    stream, whole = open_stream(parquet), pq.ParquetFile(parquet).read()
    batches = list(stream.batches(size))
    again = pa.concat_tables([pa.table(dict(zip(each.names, each.columns, strict=True))) for each in batches])
    assert again.equals(whole)
    assert again.schema.remove_metadata() == whole.schema.remove_metadata()
    assert {each.meta[b"note"] for each in batches if each.meta} == {b"kept"}
    assert stream.rows == 100
    assert batches[0].first == 2


def test_a_range_of_row_groups(parquet):
    """Some row groups are read as rows of the whole file: their numbers are those of the file."""
    stream = open_stream(parquet, rows=(1, 3))
    table = next(iter(stream.batches()))
    assert (stream.rows, stream.first, table.first, table.texts("n")[0]) == (60, 32, 32, "30")
    assert list(open_stream(parquet, rows=(3, 4)).batches())[-1].texts("n")[-1] == "99"


def test_columns_that_are_not_wanted_are_not_read(parquet, tmp_path):
    """Only the columns that are wanted come, in the order of the file."""
    assert next(iter(open_stream(parquet).batches(only={"k", "n"}))).names == ("n", "k")
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert next(iter(open_stream(tmp_path / "a.csv").batches(only=["b"]))).columns == (["2"],)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_file_without_rows_is_one_table(tmp_path, kind):
    """A file that has a header and no rows comes as one table without rows."""
    (tmp_path / "a.csv").write_text("a,b\n", encoding="utf-8")
    pq.write_table(pa.table({"a": pa.array([], pa.string()), "b": pa.array([], pa.int8())}), tmp_path / "a.parquet")
    (table,) = open_stream(tmp_path / f"a.{kind}").batches()
    assert (table.names, table.size) == (("a", "b"), 0)


@pytest.mark.parametrize("name", ["no.csv", "no.parquet"])
def test_a_file_that_is_not_there(tmp_path, name):
    """A missing file is told as such."""
    with pytest.raises(MissingFile):
        open_stream(tmp_path / name)


def test_a_damaged_parquet_is_told(parquet):
    """A file that is damaged in its middle is told when that is reached."""
    data = bytearray(parquet.read_bytes())
    data[4:60] = b"\xff" * 56
    parquet.write_bytes(bytes(data))
    with pytest.raises(InputError, match="no readable Parquet"):
        list(open_stream(parquet).batches())


def test_a_repeated_long_text_comes_in_small_batches(tmp_path):
    """Rows that repeat a long text, which a few bytes can say, come so few at a time that they have room."""
    long = "x" * 20_000_000
    table = pa.table({"t": pa.array([long] * 100).dictionary_encode()})
    pq.write_table(table, tmp_path / "a.parquet", compression="zstd", write_statistics=False)
    assert (tmp_path / "a.parquet").stat().st_size < 100_000
    sizes = [batch.size for batch in open_stream(tmp_path / "a.parquet").batches()]
    assert sum(sizes) == 100
    assert max(sizes) == 13


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="bytes read are counted on Linux")
def test_nothing_is_read_ahead(tmp_path):
    """When the first batch comes only a small part of a long file has been read, so that memory does not grow with it."""

    def read_so_far():
        return int(Path("/proc/self/io").read_text().split()[1])

    noise = pa.array(np.random.default_rng(1).integers(0, 2**60, 1_500_000))
    pq.write_table(pa.table({"n": noise}), tmp_path / "a.parquet", row_group_size=100_000)
    batches = open_stream(tmp_path / "a.parquet").batches()
    before = read_so_far()
    next(batches)
    assert read_so_far() - before < (tmp_path / "a.parquet").stat().st_size / 3
    list(batches)


def test_honest_row_groups_are_read_together(parquet):
    """Row groups that need no care are read in runs, of as many rows as were asked for."""
    with parquet.open("rb") as handle:
        steps = list(steps_of(pq.ParquetFile(handle), handle, range(4), 32_768, None, path=parquet))
    assert steps == [(32_768, [0, 1, 2, 3])]


@given(st.lists(st.lists(st.integers(0, 30), max_size=8), max_size=6), st.integers(1, 100))
def test_doubles_are_found_in_memory_and_on_disk(blocks, kept):
    """Hashes that came twice are found, however many are kept in memory."""
    flat = [each << 59 | each for block in blocks for each in block]
    with Doubles(kept) as doubles:
        for block in blocks:
            doubles.add(
                np.array([each << 59 | each for each in block], dtype=object).astype(np.uint64)
                if block
                else np.zeros(0, np.uint64)
            )
        found = doubles.found().tolist()
    assert found == sorted({each for each in flat if flat.count(each) > 1})


def test_rows_of_nothing_are_not_walked_through(tmp_path):
    """A few kilobytes that claim sixty million rows are refused, whole and in batches: somebody wants us to be busy."""
    path = tmp_path / "nothing.parquet"
    pq.write_table(pa.table({"a": pa.nulls(60_000_000)}), path, compression="zstd")
    for read in (open_stream, read_table):
        with pytest.raises(InputError, match="60,000,000 rows in"):
            read(path)

"""Tables written batch by batch, against those written at once; whole or not at all."""

import os
import signal
import subprocess
import sys
import textwrap

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import OutputError
from freetext.files.tabular.sinks import open_sink
from freetext.files.tabular.tables import Table, read_table, write_table

ROWS = st.lists(st.tuples(st.text(), st.sampled_from(["", "=1+1", "'=x", "a;b", "-5", 'say "no"'])), max_size=12)


def table_of(rows, names=("a", "b;c")):
    columns = tuple([row[place] for row in rows] for place in range(len(names)))
    return Table("x", names, columns, len(rows))


def write_all(place, tables):
    with open_sink(place, force=True) as sink:
        for table in tables:
            sink.write(table)


def broken(table, error):
    yield table
    raise error


@settings(max_examples=60)
@given(ROWS, st.integers(1, 5), st.sampled_from([".csv", ".tsv", ".parquet"]), st.booleans())
def test_batches_give_the_bytes_of_the_whole(tmp_path_factory, rows, size, ending, raw):
    """However a table is cut, the file has the bytes, and the count of guarded cells, of the table written at once."""
    folder = tmp_path_factory.mktemp("s")
    with open_sink(folder / f"a{ending}", raw=raw) as sink:
        for begin in range(0, max(len(rows), 1), size):
            sink.write(table_of(rows[begin : begin + size]))
    written = write_table(table_of(rows), folder / f"b{ending}", raw=raw)
    assert (folder / f"a{ending}").read_bytes() == (folder / f"b{ending}").read_bytes()
    assert (sink.written.rows, sink.written.guarded) == (written.rows, written.guarded)


def test_row_groups_are_bounded(tmp_path):
    """A long Parquet file has row groups of 131,072 rows, wherever its batches end, and the same bytes each time."""
    numbers = pa.array(range(300_000))
    for name, size in (("a", 32_768), ("b", 50_001), ("c", 300_000)):
        with open_sink(tmp_path / f"{name}.parquet") as sink:
            for begin in range(0, 300_000, size):
                part = numbers.slice(begin, size)
                sink.write(Table("x", ("n",), (part,), len(part)))
    meta = pq.ParquetFile(tmp_path / "a.parquet").metadata
    assert [meta.row_group(group).num_rows for group in range(meta.num_row_groups)] == [131_072, 131_072, 37_856]
    assert len({(tmp_path / f"{name}.parquet").read_bytes() for name in "abc"}) == 1


def test_the_first_table_says_the_types(tmp_path):
    """Columns of lists keep the type that they have in the first table, notes and dictionaries too."""
    first = Table("x", ("n", "s"), ([1, 2], pa.array(["a", "b"]).dictionary_encode()), 2, meta={b"k": b"v"})
    then = Table("x", ("n", "s"), ([None, 3], pa.array(["c", None]).dictionary_encode()), 2)
    with open_sink(tmp_path / "a.parquet") as sink:
        sink.write(first)
        sink.write(then)
    read = pq.ParquetFile(tmp_path / "a.parquet").read()
    assert read.to_pydict() == {"n": [1, 2, None, 3], "s": ["a", "b", "c", None]}
    assert read.schema.field("s").type == pa.dictionary(pa.int32(), pa.string())
    assert read.schema.metadata == {b"k": b"v"}


def test_what_does_not_fit_is_refused(tmp_path):
    """A later table that does not fit the first is refused, and nothing is there."""
    tables = [Table("x", ("n",), ([1],), 1), Table("x", ("n",), (["x"],), 1)]
    with pytest.raises(OutputError, match="Parquet cannot hold"):
        write_all(tmp_path / "a.parquet", tables)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_leaves_the_old_file(tmp_path, ending, error):
    """Whatever goes wrong between two tables, the old file stays and no other is there."""
    place = tmp_path / f"a{ending}"
    write_table(table_of([("old", "")]), place)
    before = place.read_bytes()
    with pytest.raises(error):
        write_all(place, broken(table_of([("new", "")]), error))
    assert [path.name for path in tmp_path.iterdir()] == [place.name]
    assert place.read_bytes() == before


def test_an_existing_file_is_refused(tmp_path):
    """A file that is there is replaced only when that is forced; a workbook is not written batch by batch."""
    (tmp_path / "a.csv").write_text("old")
    with pytest.raises(OutputError, match="--force"), open_sink(tmp_path / "a.csv"):
        pass
    with pytest.raises(OutputError, match="batch by batch"), open_sink(tmp_path / "a.xlsx"):
        pass
    with open_sink(tmp_path / "a.csv", force=True) as sink:
        sink.write(table_of([("new", "")]))
    assert read_table(tmp_path / "a.csv").texts("a") == ["new"]


@pytest.mark.skipif(os.name != "posix", reason="limits of file sizes are POSIX's")
def test_a_disk_that_is_full(tmp_path):
    """Where no more can be written the old file stays, nothing else is there, and one line says why."""
    code = f"""
        import resource, signal
        from freetext.errors import OutputError
        from freetext.files.tabular.sinks import open_sink
        from freetext.files.tabular.tables import Table
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        for ending in ("csv", "parquet"):
            try:
                with open_sink({str(tmp_path)!r} + "/a." + ending) as sink:
                    for block in range(200):
                        sink.write(Table("x", ("a",), ([str(hash((block, n))) for n in range(2000)],), 2000))
                print("written")
            except OutputError as error:
                print(error)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=True)
    assert done.stdout.count("cannot be written") == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="killing is POSIX's")
def test_a_killed_writer_leaves_the_old_file(tmp_path):
    """Killed between two tables a writer leaves the old file as it was."""
    (tmp_path / "a.csv").write_text("old")
    code = f"""
        import sys, time
        from freetext.files.tabular.sinks import open_sink
        from freetext.files.tabular.tables import Table
        with open_sink({str(tmp_path / "a.csv")!r}, force=True) as sink:
            sink.write(Table("x", ("a",), (["b"] * 100_000,), 100_000))
            print("begun", flush=True)
            time.sleep(60)
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
    assert (tmp_path / "a.csv").read_text() == "old"

"""Rows of a Parquet file by its foot alone: damage is one thing, a place that cannot be read another."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from freetext.errors import InputError, MissingFile
from freetext.files.disk.addresses import write_bytes
from freetext.files.tabular.row_groups import held_rows, row_groups


@pytest.fixture
def whole(tmp_path):
    """Ten rows in groups of four."""
    path = tmp_path / "whole.parquet"
    pq.write_table(pa.table({"x": list(range(10))}), path, row_group_size=4)
    return path


def test_groups_are_counted(whole):
    """Each row group says its rows."""
    assert row_groups(str(whole)) == (4, 4, 2)
    assert held_rows(str(whole)) == 10


def test_damage_is_told_from_no_rows(tmp_path, whole):
    """A file that is no Parquet has no groups and no number of rows; one without rows has none of them."""
    content = whole.read_bytes()
    for number, torn in enumerate([b"", b"PAR1 no", content[:-40] + b"x" * 32 + content[-8:]]):
        path = tmp_path / f"torn{number}.parquet"
        path.write_bytes(torn)
        assert row_groups(str(path)) == ()
        assert held_rows(str(path)) is None
    pq.write_table(pa.table({"x": pa.array([], pa.int64())}), tmp_path / "none.parquet")
    assert held_rows(str(tmp_path / "none.parquet")) == 0


def test_what_cannot_be_read_is_named(tmp_path):
    """A file that has gone and a folder of that name are errors of their own, not files without rows."""
    with pytest.raises(MissingFile):
        row_groups(str(tmp_path / "gone.parquet"))
    (tmp_path / "folder.parquet").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        row_groups(str(tmp_path / "folder.parquet"))


def test_a_store_that_refuses_is_named(whole):
    """A store that says no is not a file without rows."""
    fsspec = pytest.importorskip("fsspec", reason="the extra `cloud` is not installed")
    memory = pytest.importorskip("fsspec.implementations.memory")

    class Refusing(memory.MemoryFileSystem):  # type: ignore[misc, name-defined]  # a class of a library without types
        protocol = "refusing"

        def _open(self, *_asked: object, **_how: object) -> object:
            """Say no."""
            raise PermissionError("no right to read")

    fsspec.register_implementation("refusing", Refusing, clobber=True)
    write_bytes(whole.read_bytes(), "memory://rows/whole.parquet")
    assert row_groups("memory://rows/whole.parquet") == (4, 4, 2)
    with pytest.raises(InputError, match="the store refuses"):
        row_groups("refusing://rows/whole.parquet")

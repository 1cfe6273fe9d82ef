"""Written whole or not at all."""

import io
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from freetext.errors import OutputError
from freetext.files.disk.atomic import replacing
from freetext.files.tabular.tables import Table, check_output, read_table, write_table, write_text

SMALL = Table("x", ("a",), (["1", "é"],), 2)
ENDINGS = [".csv", ".tsv", ".txt", ".xlsx", ".parquet"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_existing_files_are_kept(tmp_path: Path, ending):
    """An existing file is refused unless forced, and a forced one is replaced."""
    path = tmp_path / f"a{ending}"
    path.write_text("old")
    with pytest.raises(OutputError, match=r"a\.\w+: exists; --force replaces it"):
        write_table(SMALL, path)
    assert path.read_text() == "old"
    write_table(SMALL, path, force=True)
    assert read_table(path).texts("a") == ["1", "é"]
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_half_written(tmp_path, ending):
    """When writing fails, the old file stays as it was and no other is left."""
    path = tmp_path / f"a{ending}"
    path.write_text("old")

    class Odd:
        def __str__(self) -> str:
            raise OSError(28, "no room")

    with pytest.raises(OutputError, match="disk is full"):
        write_table(Table("x", ("a",), ([Odd()],), 1), path, force=True)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def half_written(path: Path, then: Callable[[], object]) -> None:
    with replacing(path, force=False) as out:
        out.write(b"half")
        then()


def test_any_failure_leaves_the_old_file(tmp_path):
    """Whatever is raised while writing goes on, and the folder is as before."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half_written(tmp_path / "a.csv", interrupted)
    assert list(tmp_path.iterdir()) == []


def test_file_that_came_meanwhile(tmp_path):
    """A file that appeared while ours was written is not replaced unasked."""
    path = tmp_path / "a.csv"
    with pytest.raises(OutputError, match="exists"):
        half_written(path, lambda: path.write_text("theirs"))
    assert path.read_text() == "theirs"


def test_half_characters_are_refused(tmp_path):
    """A lone surrogate cannot be written as UTF-8: refused, nothing left."""
    for ending in (".csv", ".parquet"):
        with pytest.raises(OutputError, match=r"half a character, '\\ud800'"):
            write_table(Table("x", ("a",), (["\ud800"],), 1), tmp_path / f"a{ending}")
    assert list(tmp_path.iterdir()) == []


def test_places_are_checked_early(tmp_path):
    """What could not be written later is refused early: endings, folders, what exists."""
    check_output("-", force=False)
    check_output(tmp_path / "a.CSV", force=False)
    with pytest.raises(OutputError, match=r"'.docx' cannot be written. Known: .csv"):
        check_output(tmp_path / "a.docx", force=False)
    check_output(tmp_path / "a.json", force=False, endings=())
    with pytest.raises(OutputError, match="make it first"):
        check_output(tmp_path / "none" / "a.csv", force=False)
    (tmp_path / "d.csv").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        check_output(tmp_path / "d.csv", force=True)
    with pytest.raises(OutputError):
        check_output(tmp_path / "a\0.csv", force=True)
    with pytest.raises(OutputError):
        check_output(tmp_path / ("a" * 300 + ".csv"), force=False)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights bind on POSIX, and not the superuser")
def test_rights_are_respected(tmp_path):
    """A folder or file that may not be written is refused with a remedy, one that may not be read too."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="may not be written"):
            check_output(tmp_path / "a.csv", force=False)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="rights and links of POSIX")
def test_rights_and_links_stay(tmp_path):
    """A replaced file keeps its rights, and a link still points to it."""
    path, link = tmp_path / "a.csv", tmp_path / "link.csv"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_table(SMALL, link, force=True)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert read_table(path).size == 2


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
@pytest.mark.parametrize(
    ("old", "mask", "rights"), [(0o600, 0o022, 0o600), (0o664, 0o077, 0o664), (None, 0o027, 0o640)]
)
def test_what_is_being_written_is_its_owners_alone(tmp_path, old, mask, rights):
    """A temporary file can be read by nobody else; whole, it has the old file's rights, or those that a new one gets."""
    path = tmp_path / "a.csv"
    if old is not None:
        path.write_text("old")
        path.chmod(old)
    before = os.umask(mask)
    try:
        with replacing(path, force=True) as out:
            out.write(b"half")
            (temporary,) = tmp_path.glob(".freetext-*.tmp")
            assert stat.S_IMODE(temporary.stat().st_mode) == 0o600
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == rights


def test_standard_output(monkeypatch):
    """`-` is standard output: UTF-8 without mark or guard."""
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
    assert write_table(Table("x", ("a",), (["=é"],), 1), "-").guarded == 0
    write_text("ü", "-")
    assert out.getvalue() == "a\r\n=é\r\nü".encode()


def test_text_files(tmp_path):
    """Text is written as UTF-8, line ends untouched."""
    write_text("é\n", tmp_path / "a.md")
    assert (tmp_path / "a.md").read_bytes() == "é\n".encode()
    with pytest.raises(OutputError, match="--force"):
        write_text("x", tmp_path / "a.md")


def test_repeated_names_stay(tmp_path):
    """Names that stand twice, and blank ones, are written as they were."""
    table = Table("x", ("a", "a", ""), (["1"], ["2"], ["3"]), 1)
    for ending in (".csv", ".xlsx", ".parquet"):
        write_table(table, tmp_path / f"a{ending}")
        read = read_table(tmp_path / f"a{ending}")
        assert read.names == ("a", "a", "")
        assert [read.texts_at(place) for place in range(3)] == [["1"], ["2"], ["3"]]


def test_tables_start_light(tmp_path):
    """Reading and writing text tables wakes no pandas, Arrow or workbook library."""
    (tmp_path / "a.csv").write_text("a\n1\n")
    code = (
        "import sys; from freetext.files.tabular.tables import read_table, write_table;"
        f"write_table(read_table({str(tmp_path / 'a.csv')!r}), {str(tmp_path / 'b.csv')!r});"
        "print([m for m in ('pandas', 'pyarrow', 'python_calamine', 'xlsxwriter', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

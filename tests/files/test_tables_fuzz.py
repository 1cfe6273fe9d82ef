"""Random bytes and random tables for every reader."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from freetext.errors import FreetextError
from freetext.files.tabular.tables import TABLE_ENDINGS, Table, read_table, write_table

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SAMPLE = Table("x", ("id", "text", "day"), (["1", "2"], ["=é", None], [dt.date(2020, 1, 1), 2.5]), 2)
SNIPPETS = st.one_of(
    st.binary(max_size=6), st.sampled_from([b'"', b"<", b"<c ", b"XFD", b"999999999", b"\0", b"\xff\xfe"])
)
EDITS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 20), SNIPPETS), min_size=1, max_size=5)


def edited(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    for place, dropped, added in edits:
        at = place % (len(data) + 1)
        data = data[:at] + added + data[at + dropped :]
    return data


def tried(path: Path, data: bytes) -> None:
    """Read rightly or refused; nothing else, and nothing written."""
    path.write_bytes(data)
    before = sorted(path.parent.iterdir())
    said = ""
    try:
        read = read_table(path)
        texts = [read.texts_at(place) for place in range(len(read.names))]
        assert all(isinstance(text, str) for column in texts for text in column)
        assert {len(column) for column in texts} <= {read.size}
    except FreetextError as error:
        said = str(error)
    assert said.startswith(str(path)) or not said
    assert "\n" not in said
    assert sorted(path.parent.iterdir()) == before


@pytest.mark.parametrize("ending", TABLE_ENDINGS)
@QUICK
@given(data=st.binary(max_size=200))
def test_random_bytes(tmp_path, ending, data):
    """Any bytes under any ending are read or refused in one line that begins with the file."""
    tried(tmp_path / f"a{ending}", data)


@pytest.mark.parametrize("ending", TABLE_ENDINGS)
@QUICK
@given(edits=EDITS)
def test_damaged_files(tmp_path, ending, edits):
    """A sound file with damaged bytes is read or refused."""
    sound = tmp_path / f"sound{ending}"
    write_table(SAMPLE, sound, force=True)
    tried(tmp_path / f"a{ending}", edited(sound.read_bytes(), edits))


@QUICK
@given(edits=EDITS, part=st.integers(0, 100))
def test_damaged_workbook_parts(tmp_path, edits, part):
    """A workbook whose zip is sound and one part is not is read or refused."""
    sound = tmp_path / "sound.xlsx"
    write_table(SAMPLE, sound, force=True)
    packed = io.BytesIO()
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        for name in names:
            data = old.read(name)
            new.writestr(name, edited(data, edits) if name == names[part % len(names)] else data)
    tried(tmp_path / "a.xlsx", packed.getvalue())


CELL = st.text(st.characters(codec="utf-8"), max_size=6)


@QUICK
@given(width=st.integers(1, 4), ending=st.sampled_from([".csv", ".tsv", ".txt"]), data=st.data())
def test_random_tables(tmp_path, width, ending, data):
    """A random table of text, written raw and read back, has the same names and cells."""
    names = tuple(
        data.draw(st.lists(CELL.filter(lambda name: name.strip("\ufeff") == name), min_size=width, max_size=width))
    )
    rows = data.draw(st.lists(st.lists(CELL, min_size=width, max_size=width), max_size=5))
    columns = tuple([row[place] for row in rows] for place in range(width))
    if any("\0" in name for name in names):
        return
    write_table(Table("x", names, columns, len(rows)), tmp_path / f"a{ending}", raw=True, force=True)
    read = read_table(tmp_path / f"a{ending}")
    assert (read.names, read.columns) == (names, columns)

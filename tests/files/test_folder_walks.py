"""The files of a folder and those that match a pattern: none is passed over in silence."""

import glob
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError
from freetext.files.disk.addresses import listed
from freetext.files.disk.folder_walks import files_in, files_like

PLACES = st.tuples(st.lists(st.sampled_from(["x", "y1", ".z"]), max_size=2), st.sampled_from(["a.csv", "b1", ".c"]))
PIECES = st.sampled_from(["*", "**", "y?", "[xb]*", "[!a]*", "x", "*.csv", ".z"])

AS_NOBODY = """
import os, sys
from freetext.errors import InputError
from freetext.files.disk.addresses import listed
os.getuid() or os.setuid(65534)
assert listed("in/*.csv") == ("in/a.csv",)
try:
    print(listed(sys.argv[1], deep=True))
except InputError as error:
    print(error)
"""
"""Lists a folder as somebody who may not read everything."""


def made(folder, *names):
    """Write files of these names below a folder; return their places."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return tuple(sorted(str(folder / name) for name in names))


@settings(max_examples=60, deadline=None)
@given(st.lists(PLACES, max_size=6), st.lists(PIECES, min_size=1, max_size=3))
def test_patterns_match_as_everywhere(places, pieces):
    """A pattern finds the files that Python's own finds, hidden ones too; a folder has all that are below it."""
    with tempfile.TemporaryDirectory() as folder:
        all_of_them = made(Path(folder), *{"/".join([*folders, name]) for folders, name in places})
        pattern = Path(folder, *pieces)
        found = glob.glob(str(pattern), recursive=True, include_hidden=True)  # noqa: PTH207  # the oracle
        assert files_like(pattern) == tuple(sorted({each for each in found if Path(each).is_file()}))
        assert files_in(Path(folder), deep=True) == all_of_them


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="the system has no links")
def test_linked_folders_are_gone_through_once(tmp_path):
    """What stands in a linked folder is found; links that lead back, twice or to nothing add nothing and never end."""
    (own,) = made(tmp_path / "in", "sub/a.csv")
    made(tmp_path / "else", "b.csv")
    for link, target in {"more": "else", "twice": "else", "loop": "in", "up": ".", "gone": "nothing"}.items():
        (tmp_path / "in" / link).symlink_to(tmp_path / target)
    (tmp_path / "else/back").symlink_to(tmp_path / "in")
    (tmp_path / "in/sub/self").symlink_to(tmp_path / "in/sub")
    there = (str(tmp_path / "in/more/b.csv"), own)
    assert listed(tmp_path / "in", deep=True) == listed(tmp_path / "in/**/*.csv") == there
    assert listed(tmp_path / "in/more/*.csv") == there[:1]


@pytest.mark.skipif(os.name != "posix", reason="rights are those of POSIX")
@pytest.mark.parametrize("rights", [0o000, 0o444])
@pytest.mark.parametrize("source", ["in", "in/**/*.csv", "in/*/b.csv", "in/sub"])
def test_a_folder_that_cannot_be_read_is_named(tmp_path, rights, source):
    """Parts that nobody may see are not taken for gone: the folder is named, in a pattern too; others are found all the same."""
    made(tmp_path / "in", "a.csv", "sub/b.csv", ".Trashes/c.csv")
    tmp_path.chmod(0o755)
    for name in ("sub", ".Trashes"):
        (tmp_path / "in" / name).chmod(rights)
    try:
        ran = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, source], capture_output=True, text=True, cwd=tmp_path, check=True
        )
    finally:
        for name in ("sub", ".Trashes"):
            (tmp_path / "in" / name).chmod(0o755)
    assert "in/sub" in ran.stdout
    assert "cannot be listed: Permission denied. Ask for the right" in ran.stdout


def test_a_folder_that_goes_while_it_is_listed_is_an_error(tmp_path):
    """What cannot be listed is an InputError with the folder's name."""
    with pytest.raises(InputError, match=r"nothing: cannot be listed"):
        files_in(tmp_path / "nothing", deep=True)

"""What a bridge is drawn from, on the disk."""

import pytest

from freetext.errors import InputError, OutputError
from freetext.files.labelling.bridge_frames import NAME, Framed, read_frame, write_frame

FRAME = (Framed("r1", "say", "ab", 0.25), Framed("ré", "say", "cd", 1.0), Framed("r3", "why", "ef", None))


def test_a_frame_comes_back_as_it_was_written(tmp_path):
    """Answers, their texts' hashes and what was known of them are read as written; where no bridge was begun there is nothing."""
    assert read_frame(tmp_path / "one") == ()
    write_frame(tmp_path / "one", FRAME)
    assert read_frame(tmp_path / "one") == FRAME
    assert [each.name for each in (tmp_path / "one").iterdir()] == [NAME]


@pytest.mark.parametrize(
    "line",
    ["<<<<<<< HEAD", "[]", '{"id": "r1"}', '{"id": 1, "question": "q", "text_hash": "a", "known": 1}', "", "{"]
    + [f'{{"id": "r", "question": "q", "text_hash": "a", "known": {known}}}' for known in ("true", "2", '"1"', "NaN")],
)
def test_a_damaged_frame_is_refused_with_its_line_and_what_mends_it(tmp_path, line):
    """Nothing is drawn from a part of a frame: the message names the file, the line, and what happens without it."""
    write_frame(tmp_path, FRAME[:1])
    with (tmp_path / NAME).open("a", encoding="utf-8") as out:
        out.write(f"{line}\n")
    with pytest.raises(InputError, match=rf"{NAME}, row 2: .*version control.*Without the file"):
        read_frame(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    """A file where the folder should be is an error of writing."""
    (tmp_path / "bridge").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutputError):
        write_frame(tmp_path / "bridge" / "one", FRAME)

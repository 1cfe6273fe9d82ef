"""Searching and explaining for Python users: a project's folder, files and frames."""

import pandas as pd
import pytest

from freetext.errors import InputError, UsageError
from freetext.interfaces.searching import explain, search
from freetext.survey.found import Given

ROWS = {
    "id": ["1", "2", "3"],
    "asked": ["x", "y", "x"],
    "verbatim": ["more money", "kind staff", "money for staff"],
    "freetext_themes": ["money", "staff", ""],
    "freetext_source": ["money=model", "staff=human", "human"],
}


@pytest.fixture(name="frame")
def _frame():
    """A small coded frame."""
    return pd.DataFrame(ROWS)


def test_a_frame_is_searched(frame):
    """Words, a theme and a limit; each answer says what it has and who gave it."""
    found = search(frame, "money", text="verbatim", id="id")
    assert [(each.id, each.spans) for each in found] == [("1", ((5, 10),)), ("3", ((0, 5),))]
    assert found[0].themes == (Given("money", "model"),)
    assert found[1].none
    assert [each.id for each in search(frame, theme="staff", text="verbatim", id="id")] == ["2"]
    assert len(search(frame, "money", text="verbatim", limit=1)) == 1
    long = search(frame, question="x", text="verbatim", id="id", question_column="asked")
    assert [each.id for each in long] == ["1", "3"]


def test_a_file_is_searched_as_its_frame_is(frame, tmp_path):
    """A path and a frame of the same rows give the same answers."""
    path = tmp_path / "coded.csv"
    frame.to_csv(path, index=False)
    assert search(path, "staff", text="verbatim", id="id") == search(frame, "staff", text="verbatim", id="id")


def test_what_cannot_be_searched_is_refused(frame, tmp_path):
    """Without a text column, without anything wanted, and in a folder that is no project."""
    with pytest.raises(UsageError, match="which column holds the verbatims"):
        search(frame, "money")
    with pytest.raises(UsageError, match="what shall be looked for"):
        search(frame, text="verbatim")
    with pytest.raises(InputError, match=r"holds no freetext\.toml"):
        search(tmp_path, "money")
    (tmp_path / "freetext.toml").write_text('[survey]\n[[question]]\nname = "q"\nkind = "open"\ncolumn = "q"\n')
    with pytest.raises(UsageError, match="names no `file`"):
        search(tmp_path, "money")
    with pytest.raises(InputError, match="no column 'q'"):
        search(frame, "money", project=tmp_path)


def test_a_frame_is_explained(frame):
    """Without project and model an explanation says what the frame itself says."""
    (answer,) = explain(frame, "1", text="verbatim", id_column="id")
    assert answer.found.themes == (Given("money", "model"),)
    assert answer.in_file is not None
    assert answer.in_file[1:] == ("money", "money=model")
    assert answer.notes
    with pytest.raises(InputError, match="no answer has the id '10'"):
        explain(frame, "10", text="verbatim", id_column="id")

"""freetext.toml edited in place, and the options codeframe's file."""

import pytest

from freetext.errors import CodeframeError, SettingsError
from freetext.files.backcoding.option_frames import add_categories, frame_there, write_frame
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.question_edits import planned_edit, write_edit
from freetext.files.project.settings import read_settings
from freetext.review.option_frame import new_category, option_codeframe

SETTINGS = """# what we asked
format = 1

[[question]]
name = "q"          # the closed one
kind = "closed"
column = "q"
options = [
  "seed",           # money
  "staff",
  "Other",
]
# its texts follow

[[question]]
name = "q_other"
kind = "other"
of = "q"
column = "q_other"

[survey]
name = "s"          # last, for once
id = "id"
"""


@pytest.fixture(name="project")
def _project(tmp_path):
    (tmp_path / "freetext.toml").write_text(SETTINGS)
    return read_settings(tmp_path)


def edited(project, options, moves):
    """The file after an edit of the first question."""
    write_edit(project, planned_edit(project, project.questionnaire.questions[0], options=options, moves=moves))
    return (project.folder / "freetext.toml").read_text()


def test_an_option_and_the_list_of_moves_come_in_and_everything_else_stays(project):
    """An option stands where it was put, `moves` behind the last key; comments, layout and order stay."""
    text = edited(project, ("seed", "staff", "evidence", "Other"), "moves.csv")
    assert text == SETTINGS.replace('  "Other",\n]\n', '  "evidence",\n  "Other",\n]\nmoves = "moves.csv"\n')
    assert read_settings(project.folder).questionnaire.questions[0].moves == "moves.csv"


def test_an_option_that_comes_and_goes_leaves_the_file_as_it_was(project):
    """Taking out what was put in gives the same bytes."""
    edited(project, ("seed", "staff", "evidence", "Other"), "")
    again = read_settings(project.folder)
    assert edited(again, ("seed", "staff", "Other"), "") == SETTINGS


def test_what_the_file_says_already_is_not_written(project):
    """Nothing to change, nothing written."""
    before = (project.folder / "freetext.toml").stat().st_mtime_ns
    edited(project, ("seed", "staff", "Other"), "")
    assert (project.folder / "freetext.toml").stat().st_mtime_ns == before


def test_windows_line_ends_and_a_mark_stay(project):
    """A file with a mark and CR LF keeps both."""
    path = project.folder / "freetext.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SETTINGS.replace("\n", "\r\n").encode())
    edited(project, ("seed", "staff", "evidence", "Other"), "")
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\n") == raw.count(b"\r\n")


def test_a_file_that_has_changed_meanwhile_is_left_alone(project):
    """Options that are not those that were read mean that somebody was there."""
    path = project.folder / "freetext.toml"
    path.write_text(SETTINGS.replace('  "staff",\n', ""))
    with pytest.raises(SettingsError, match="has changed meanwhile"):
        edited(project, ("seed", "evidence", "Other"), "")


def test_questions_written_in_one_line_are_refused(tmp_path):
    """Where questions are no tables of their own nothing is written, and the message says what to do."""
    text = 'question = [{ name = "q", kind = "closed", column = "q", options = ["a", "Other"] }]\n'
    (tmp_path / "freetext.toml").write_text(text)
    project = read_settings(tmp_path)
    with pytest.raises(SettingsError, match=r"write 'q' under a \[\[question\]\] of its own"):
        edited(project, ("a", "b", "Other"), "")
    assert (tmp_path / "freetext.toml").read_text() == text


def test_categories_are_added_to_the_file_as_it_stands(project):
    """A category comes at the end of the options codeframe's file; what people wrote in it stays."""
    question = project.questionnaire.questions[0]
    assert frame_there(project, question) is None
    path = write_frame(project, question, option_codeframe(question, question.options, "Other"))
    path.write_text(path.read_text() + "# mine\n")
    frame = frame_there(project, question)
    assert frame is not None
    theme = new_category(frame, "evidence")
    assert add_categories(project, question, frame, [theme]) == read_codeframe(path)
    assert "# mine\n\n[[theme]]\n" in path.read_text()
    with pytest.raises(CodeframeError, match="has changed meanwhile"):
        add_categories(project, question, frame, [theme])


def test_a_file_that_says_meanwhile_what_it_is_to_say_is_no_fault(project):
    """Somebody else's same edit is left as it stands."""
    text = edited(project, ("seed", "staff", "evidence", "Other"), "moves.csv")
    assert edited(project, ("seed", "staff", "evidence", "Other"), "moves.csv") == text

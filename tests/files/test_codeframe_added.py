"""A theme added to codeframe.toml by discover: what its author wrote stays."""

import difflib

from freetext.files.project.codeframe_edits import rewritten
from freetext.files.project.codeframes import parse_codeframe, read_codeframe
from freetext.survey.codeframe import Theme
from freetext.survey.recoding import add

TIME = "2026-11-22T10:00:00Z"
TEXT = """\
# Ours.
format = 1
name = "visit"

[[theme]]
slug = "cost"   # money
number = 4

[[theme]]
slug = "travel"
keywords = ["bus",
  "train"]  # and more
# a note on travel

# Reserved codes come last.
[[theme]]
slug = "other"
number = 97
reserved = "other"
"""


def edited(tmp_path, text, themes):
    """Add themes to a file: the text before and after, and what was planned."""
    path = tmp_path / "codeframe.toml"
    path.write_text(text, newline="")
    before = read_codeframe(path)
    planned = add(before, themes, time=TIME, why="found").codeframe
    return rewritten(path, before, planned), planned


def test_a_new_theme_stands_behind_the_last_ordinary_one(tmp_path):
    """Nothing that stood there goes; the theme comes before the reserved codes, with a free number and an entry in the log."""
    text, planned = edited(tmp_path, TEXT, [Theme("food", 0, "Food", "What is eaten.", examples=("Cold soup.",))])
    came = [line for line in difflib.ndiff(TEXT.split("\n"), text.split("\n")) if line[0] in "+-"]
    assert not any(line[0] == "-" for line in came)
    assert text.index('slug = "travel"') < text.index('slug = "food"') < text.index("# Reserved codes come last.")
    assert text.index("# a note on travel") < text.index('slug = "food"')
    assert "number = 5\n" in text
    assert text.endswith(f'[[change]]\nop = "add"\nto = ["food"]\ntime = "{TIME}"\nwhy = "found"\n')
    assert parse_codeframe(text) == planned
    assert planned.added("food") == TIME


def test_a_theme_without_a_definition_says_so(tmp_path):
    """What nobody has defined yet is marked in the file, as a part of a split is."""
    text, _ = edited(tmp_path, TEXT, [Theme("food", 0, "Food"), Theme("beds", 0, "Beds", "Sleep.")])
    assert text.count("Write it before anybody codes with this theme") == 1
    assert text.index('slug = "food"') < text.index('slug = "beds"')


def test_line_ends_and_a_bare_end_stay(tmp_path):
    """A file with Windows line ends, and one without a last line end, are edited as they are written."""
    text, planned = edited(tmp_path, TEXT.replace("\n", "\r\n"), [Theme("food", 0, "Food")])
    assert text.count("\n") == text.count("\r\n")
    bare, _ = edited(tmp_path, 'name = "x"\n[[theme]]\nslug = "a"', [Theme("food", 0, "Food")])
    assert parse_codeframe(bare).slugs == ("a", "food")
    assert parse_codeframe(text.replace("\r\n", "\n")) == planned

"""Themes added to a codeframe that is in use."""

import pytest

from freetext.errors import CodeframeError
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.recoding import add, retire

TIME = "2026-11-22T10:00:00Z"
FRAME = Codeframe("v", (Theme("cost", 3, "Cost"), Theme("other", 97, "Other", reserved="other")))


def test_a_new_theme_has_a_free_number_and_a_time():
    """It stands behind the ordinary themes, is entered in the log, and says when it began."""
    done = add(FRAME, [Theme("food", 0, "Food")], time=TIME, why="found")
    assert done.codeframe.slugs == ("cost", "food", "other")
    assert done.codeframe.find("food").number == 4
    assert done.codeframe.added("food") == TIME
    assert not done.codeframe.added("cost")
    assert str(done.codeframe.changes[-1]) == "add food"
    assert done.said == ("'food' has no definition yet: write one before anybody codes with it",)


def test_slugs_that_are_there_or_have_gone_are_refused():
    """A slug means one theme for ever."""
    with pytest.raises(CodeframeError, match="there already"):
        add(FRAME, [Theme("cost", 0, "Cost")], time=TIME)
    gone = retire(add(FRAME, [Theme("food", 0, "Food")], time=TIME).codeframe, "food", time=TIME).codeframe
    with pytest.raises(CodeframeError, match="has gone before"):
        add(gone, [Theme("food", 0, "Food")], time=TIME)

"""Themes that were added to a codeframe in use."""

import pytest

from freetext.errors import CodeframeError
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.fates import Change, added, fates

THEN, LATER = "2026-01-02T00:00:00Z", "2026-03-04T00:00:00Z"


def frame(*changes, slugs=("a", "x")):
    themes = tuple(Theme(slug, place, slug) for place, slug in enumerate(slugs, 1))
    return Codeframe("f", themes, changes=changes)


def change(op, from_, to, time=THEN):
    return Change(op, tuple(from_), tuple(to), time)


def test_an_added_theme_says_since_when():
    """`added` gives the time of the entry, and nothing for a theme that was there from the first."""
    found = frame(change("add", "", "x"))
    assert (found.added("x"), found.added("a"), found.added("nobody")) == (THEN, "", "")


def test_several_themes_are_added_at_once():
    """One entry may name all themes that came together."""
    assert added([change("add", "", "xy")]) == {"x": THEN, "y": THEN}


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (change("rename", "x", "y", LATER), {"x": THEN, "y": THEN}),
        (change("split", "x", "yz", LATER), {"x": THEN, "y": THEN, "z": THEN}),
        (change("merge", "xa", "x", LATER), {}),
        (change("merge", "x", "a", LATER), {"x": THEN}),
        (change("retire", "x", "", LATER), {"x": THEN}),
    ],
)
def test_what_becomes_of_an_added_theme_is_as_new_as_it(later, expected):
    """A new name and parts inherit the time; what it is merged with an old theme into is not new."""
    assert added([change("add", "", "x"), later]) == expected


def test_of_two_added_themes_that_are_merged_the_older_counts():
    """The merged theme could be given since the first of them was."""
    log = [change("add", "", "x", LATER), change("add", "", "y"), change("merge", "xy", "x", LATER)]
    assert added(log)["x"] == THEN


def test_an_added_theme_is_its_own_fate():
    """To add a theme moves no label."""
    assert all(fate.slugs == (slug,) and fate.sure for slug, fate in fates([change("add", "", "xy")]).items())


def test_a_theme_is_added_once_and_never_again():
    """A slug that was there, or that has gone, cannot be added."""
    with pytest.raises(CodeframeError, match="add x: 'x' was there already"):
        fates([change("add", "", "x"), change("add", "", "x", LATER)])
    with pytest.raises(CodeframeError, match="has gone before"):
        fates([change("retire", "x", ""), change("add", "", "x", LATER)])


def test_an_added_theme_must_be_there():
    """The log of a codeframe cannot add what its themes lack."""
    with pytest.raises(CodeframeError, match="leads to 'y', which is no theme"):
        frame(change("add", "", "y"))


def test_an_entry_says_what_was_added():
    """It reads as the others do, without an arrow from nothing; one with a `from` is refused."""
    assert str(change("add", "", "xy")) == "add x, y"
    with pytest.raises(CodeframeError, match="no slug in `from` and one or more in `to`"):
        change("add", "a", "x")

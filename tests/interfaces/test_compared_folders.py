"""What the sums of a folder cannot follow when a codeframe changes."""

from freetext.interfaces.compared_folders import not_followed, without
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.fates import Change as Moved
from freetext.tallies.carried import origins
from freetext.tallies.changes import Change, ChangeRow, Changes

TIME = "2025-01-01T00:00:00Z"


def frame(slugs, nets=(), changes=(), inside=None):
    """A codeframe; `inside` says in which net a theme is."""
    net = inside or {}
    themes = tuple(Theme(slug, place + 1, slug, net=net.get(slug, "")) for place, slug in enumerate(slugs))
    return Codeframe(
        "f", themes, tuple(Theme(each, 90 + place, each) for place, each in enumerate(nets)), changes=changes
    )


def lost(before, now):
    return not_followed(before, now, origins(now, before.slugs))


def test_what_stayed_is_compared_and_what_is_new_is_new():
    """A theme that was added takes nothing from the others, nor from its net."""
    before = frame("ab", ("n",), inside={"a": "n", "b": "n"})
    now = frame("abc", ("n",), (Moved("add", (), ("c",), TIME),), {"a": "n", "b": "n", "c": "n"})
    assert lost(before, before) == frozenset()
    assert lost(before, now) == frozenset()


def test_what_was_renamed_or_merged_is_not_compared():
    """Sums hold no answer twice or once: what two themes had together nobody can tell from them, nor what a net lost."""
    before = frame("abxy", ("n",), inside={"a": "n", "b": "n"})
    assert lost(before, frame("aby", ("n",), (Moved("merge", ("x",), ("y",), TIME),), {"a": "n", "b": "n"})) == {"y"}
    assert lost(before, frame("abxz", ("n",), (Moved("rename", ("y",), ("z",), TIME),), {"a": "n", "b": "n"})) == {"z"}
    assert lost(before, frame("abxy", ("n",), (), {"a": "n", "b": "n", "x": "n"})) == {"n"}
    assert lost(before, frame("abxy", ("n", "m"), (), {"a": "n", "b": "n", "x": "m"})) == {"m"}


def test_it_says_why_there_is_no_change():
    """The share of now stands; in place of a change it says that OLD has no such sum."""
    row = ChangeRow("y", "Y", 0, net=False, reserved="", cells=(Change("compared", said=""),))
    table = Changes("q", "", "", ("Total",), (row,), "")
    assert without(table, {"y"}).row("y").cells[0] == Change("no interval", said="no such sum in OLD")
    assert without(table, {"x"}) == table

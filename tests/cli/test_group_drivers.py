"""The two drivers of a walk through groups: Textual through its pilot, and lines in, lines out."""

import asyncio
import io
from typing import TYPE_CHECKING, cast

import pytest

from freetext.cli.grouped import _place, lines_in
from freetext.cli.screen import Face, Look, ReviewApp
from freetext.review.group_showing import group_view
from freetext.review.group_views import TYPED
from freetext.review.grouping import Grouping
from freetext.review.groups import Group, Groups
from freetext.show.group_screen import draw_groups
from freetext.survey.codeframe import Codeframe, Theme

if TYPE_CHECKING:
    from freetext.interfaces.grouping import GroupDesk

TEXTS = {"1": "the bus was late", "2": "late bus", "3": "cold food"}
FRAME = Codeframe("visit", (Theme("travel", 1, "Getting there"),))
GROUPS = Groups(
    "d",
    (
        Group(1, "bus, late", ("bus", "late"), (("1", "q"), ("2", "q"))),
        Group(2, "food", ("food",), (("3", "q"),)),
    ),
    answers=3,
    looked_at=3,
    unclaimed=1.0,
)


class Desk:
    """A walk in memory."""

    def __init__(self):
        self.walk = Grouping(GROUPS, lambda key: TEXTS[key[0]], codeframe=FRAME)
        self.ticks = 0

    def view(self):
        """What there is to see."""
        return group_view(self.walk, "ann", survey="visit")

    def tick(self):
        """Nothing goes on beside the keys."""
        self.ticks += 1
        return False

    def press(self, key):
        """Take a key."""
        step = self.walk.move(key)
        self.walk.accept(step)
        return not step.leaves


def walked(*lines):
    """Walk line by line: what was said, and the walk."""
    desk, out = Desk(), io.StringIO()
    lines_in(cast("GroupDesk", desk), io.StringIO("".join(f"{line}\n" for line in lines)), out)
    return out.getvalue(), desk.walk


def test_lines_decide_one_answer_each():
    """A letter a line; an empty line is Enter; names and finds are typed on lines of their own, or behind their key."""
    said, walk = walked("y", "n", "", "Late buses", "", "y", "/getting")
    assert [each.fate for each in walk.walk] == ["theme", "synonym"]
    assert walk.walk[0].name == "Late buses"
    assert "Name of the theme:" in said
    assert "becomes a theme" in said


@pytest.mark.parametrize("line", ["yy", "hello", "3", "y n"])
def test_a_line_that_means_nothing_changes_nothing(line):
    """Nobody decides on two answers by one line, for the second was not read."""
    said, walk = walked(line)
    assert f"Not understood: {line}. Nothing is changed" in said
    assert not walk.history


def test_a_minus_gives_up_what_is_typed():
    """A name that was begun is dropped; the answer comes back."""
    said, walk = walked("t", "-", "t Late buses", "?", "q")
    assert walk.walk[0].name == "Late buses"
    assert "y: the answer belongs" in said


def test_the_full_screen_gives_keys_to_the_walk():
    """The application of the review drives a walk too: keys decide, letters are typed, pasted text too, q leaves."""

    async def walk():
        desk = Desk()
        app = ReviewApp(desk, Look(draw_groups, TYPED, _place))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("y", "n", "enter", *"Late", "enter", "enter")
            face = app.query_one(Face)
            shown = face.screen_now().text
            await pilot.press("pagedown", "g", "down", "escape", "q", "q")
        return desk.walk, shown, app

    done, shown, app = asyncio.run(walk())
    assert (done.walk[0].fate, done.walk[0].name) == ("theme", "Late")
    assert "Group 2: food (proposed)" in shown
    assert app.left
    assert app.fault is None

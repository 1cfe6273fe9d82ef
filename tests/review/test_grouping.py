"""Groups looked through: what keys decide, what undo takes back, and that a log gives the same walk again."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.review.group_outcome import outcome, told
from freetext.review.group_showing import group_view
from freetext.review.grouping import Grouping
from freetext.review.groups import Decision, Group, Groups, Undo, Written
from freetext.survey.codeframe import Codeframe, Theme

FRAME = Codeframe(
    "visit",
    (Theme("travel", 1, "Getting there"), Theme("cost", 2, "Cost"), Theme("other", 97, "Other", reserved="other")),
)
TEXTS = {
    "1": "the bus was late",
    "2": "late bus again",
    "3": "no bus on sunday",
    "4": "the food was cold",
    "5": "cold food, small portions",
    "6": "the food and the bus",
}


def keys(*names):
    """Answers of one question."""
    return tuple((name, "q") for name in names)


GROUPS = Groups(
    "d",
    (
        Group(
            1,
            "bus, late",
            ("bus", "late"),
            keys("1", "2", "3", "6"),
            near=(("travel", 0.4),),
            parts=(keys("1", "2"), keys("3", "6")),
        ),
        Group(2, "food, cold", ("food", "cold"), keys("4", "5", "6"), also=9),
        Group(
            3,
            "sunday",
            ("sunday",),
            keys(
                "3",
            ),
        ),
    ),
    answers=10,
    looked_at=6,
    unclaimed=0.6,
)


class Driven:
    """A walk with its log, as a desk drives it."""

    def __init__(self, frame=FRAME, log=()):
        self.log = list(log)
        self.walk = Grouping(GROUPS, lambda key: TEXTS[key[0]], codeframe=frame, log=self.log)

    def press(self, *pressed):
        """Press keys: what is decided is logged first."""
        for key in pressed:
            step = self.walk.move(key)
            if step.writes:
                due = self.walk.due
                self.log += [Written(due.slugs), Written(due.slugs, done=True)]
                self.walk.wrote(dict(due.slugs))
                continue
            self.log += [Undo()] if step.undoes else step.decisions
            self.walk.accept(step)
        return self

    def type(self, text):
        """Type a text and take it."""
        return self.press(*("space" if letter == " " else letter for letter in text), "enter")

    @property
    def view(self):
        """What is seen."""
        return group_view(self.walk, "ann")


def test_a_group_becomes_a_theme_with_name_and_definition():
    """Enter asks for a name and a definition; answers marked y get a label with this theme alone."""
    driven = Driven().press("y", "n", "y", "enter").type("Late buses").type("Buses that come late.")
    due = driven.walk.due
    assert due.slugs == ((1, "late-buses"),)
    assert due.labels == ((("1", "q"), ("late-buses",)), (("3", "q"), ("late-buses",)))
    assert driven.walk.walk[0].definition == "Buses that come late."
    assert driven.walk.place.group == 2


def test_a_theme_wants_an_answer_that_belongs():
    """Nobody makes a theme of a group that was not looked at, or of which no answer belongs."""
    driven = Driven().press("enter")
    assert "Look at its answers first" in driven.view.message
    assert driven.press("n", "n", "n", "n", "enter").view.message.startswith("No answer of it belongs")
    assert not driven.walk.due.groups


def test_a_name_that_is_there_leads_to_the_synonym():
    """A name that a theme or another group has is refused, and the key that mends it is named."""
    driven = Driven().press("y", "enter").type("getting THERE")
    assert "/ makes this group a part of it" in driven.view.message
    driven.press(*["backspace"] * 20).type("Buses").type("").press("y", "t").type("buses")
    assert "Group 1 has that name: m makes" in driven.view.message
    driven.press(*["backspace"] * 20).type("!?")
    assert driven.view.message == "A name has a letter or a digit."


def test_a_synonym_adds_to_a_theme_that_is_there():
    """`/` finds a theme, those that are near first, and the labels are that theme's."""
    driven = Driven().press("y", "/")
    assert driven.view.found[0] == "Getting there"
    assert "Other" not in driven.view.found
    driven.press("enter")
    assert driven.walk.walk[0].fate == "synonym"
    assert driven.walk.due.labels == ((("1", "q"), ("travel",)),)
    assert told(driven.walk.due, driven.walk.walk)[0].startswith("Theme travel: words and examples of group 1")


def test_other_themes_that_are_named_stand_in_the_label():
    """`a` takes themes until nothing is typed; without any the answer gets no label, for the review asks it."""
    driven = Driven().press("a").type("cost").press("enter", "a", "enter", "enter").type("Buses").type("")
    assert driven.walk.due.labels == ((("1", "q"), ("buses", "cost")),)
    assert driven.walk.due.later == (("2", "q"),)
    assert any("no label yet" in line for line in told(driven.walk.due, driven.walk.walk))


def test_an_answer_of_two_groups_gets_both_themes():
    """What an answer was given in several groups stands in one label."""
    driven = Driven().press("s", "s", "s", "a", "enter", "enter").type("Buses").type("")
    driven.press("s", "s", "y", "enter").type("Food").type("")
    assert (("6", "q"), ("buses", "food")) in driven.walk.due.labels


def test_a_split_keeps_marks_and_counts_anew():
    """The parts are groups of their own with the marks of their answers, sizes and what they do to the table."""
    driven = Driven().press("y", "x")
    parts = [each for each in driven.walk.walk if each.number in {4, 5}]
    assert [each.group.members for each in parts] == [keys("1", "2"), keys("3", "6")]
    assert parts[0].held == keys("1")
    assert parts[0].group.share == pytest.approx(0.2)
    assert parts[0].group.after == pytest.approx(0.4)
    assert driven.walk.walk[0].into == "4, 5"
    assert Driven().press("g").type("2").press("x").view.message.startswith("It does not fall into parts")


def test_the_words_of_a_part_are_as_its_answers_write_them():
    """Accents and umlauts stay, for words become keywords; what only carries grammar in the answers' language is none of them."""
    driven = Driven()
    said = {
        "1": "zu sp\u00e4t und kalt",
        "2": "sp\u00e4t, und m\u00fcde",
        "3": "die Suppe und das Brot",
        "6": "das Brot und die Suppe",
    }
    common = frozenset({"und", "das", "die"})
    driven.walk.grounds = replace(driven.walk.grounds, text=lambda key: said[key[0]], common=lambda: common)
    driven.press("x")
    assert [each.group.words for each in driven.walk.walk[-2:]] == [("sp\u00e4t",), ("brot", "suppe")]


def test_a_session_begins_where_the_last_one_ended():
    """The part that was being looked through comes before groups that nobody has looked at, and the next open answer before the first."""
    for pressed, number, key in (
        ("yn", 1, "3"),
        ("xy", 4, "2"),
        ("ynu", 1, "2"),
        ("xyyr", 5, "3"),
        ("rryu", 3, "3"),
        ("t", 1, "1"),
    ):
        driven = Driven().press(*pressed)
        again = Driven(log=driven.log)
        assert (again.walk.place.group, again.walk.place.key) == (number, (key, "q")), pressed
    driven = Driven().press("y", "/", "enter", "w", "enter", "y", "n")
    assert Driven(log=driven.log).walk.place == replace(driven.walk.place, message="")
    assert Driven(log=[Decision("drop", 77)]).walk.place == Driven().walk.place


def test_a_first_codeframe_gets_its_reserved_codes_of_itself():
    """No group takes the name or the slug of a code that stands alone in every codeframe."""
    for name in ("Other", "don't know", "NONE", "dont-know"):
        driven = Driven(frame=None).press("y", "enter").type(name)
        assert "of itself" in driven.view.message
        assert driven.view.phase == "name"
    assert Driven().press("y", "enter").type("Don't know").view.phase == "define"
    assert Driven(frame=None).press("y", "enter").type("Other!").type("").walk.due.slugs == ((1, "other-2"),)


def test_no_personal_data_is_a_word_of_a_part():
    """The words of a part, which become keywords, hold nothing of who was named in its answers."""
    driven = Driven()
    said = {
        "1": "Mrs Hemsworth shouted at me",
        "2": "mrs hemsworth shouted again",
        "3": "cold food",
        "6": "food was cold",
    }
    driven.walk.grounds = replace(driven.walk.grounds, text=lambda key: said[key[0]])
    driven.press("x")
    parts = [each for each in driven.walk.walk if each.number in {4, 5}]
    assert any("shouted" in each.group.words for each in parts)
    assert not any(word in {"hemsworth", "mrs", "name"} for each in parts for word in each.group.words)


def test_a_merge_joins_answers_words_and_marks():
    """A group becomes a part of another one; an answer that both hold stands once, and claimed answers, which both may reach for, are not counted."""
    driven = Driven().press("y", "m").type("2")
    whole = driven.walk.walk[1]
    assert set(whole.group.members) == set(keys("1", "2", "3", "4", "5", "6"))
    assert len(whole.group.members) == 6
    assert whole.held == keys("1")
    assert driven.walk.place.group == 2
    assert driven.view.lines[0].fate == "a part of group 2"
    assert whole.group.near == (("travel", pytest.approx(0.4 * 4 / 7)),)
    assert whole.group.also == 0
    assert driven.press("x").walk.walk[-1].group.members


def test_undo_goes_back_through_former_sessions():
    """Undo takes back decisions one by one, also those of a session before, and leads to the answer."""
    driven = Driven().press("y", "n", "r")
    again = Driven(log=driven.log)
    assert again.walk.walk == driven.walk.walk
    again.press("u")
    assert again.view.message == "Taken back: the drop."
    again.press("u", "u")
    assert again.walk.walk == Driven().walk.walk
    assert again.walk.place.key == ("1", "q")
    assert "Nothing is left to undo" in again.press("u").view.message


def test_an_answer_is_at_hand_after_every_undo_of_a_former_session():
    """Undoing what was decided about a whole group leads to an answer of it, so that the next key decides on that."""
    driven = Driven().press("y", "t").type("Buses").press("r")
    again = Driven(log=driven.log).press("u", "u")
    assert again.walk.place.group == 1
    again.press("n")
    assert again.walk.walk[0].of_kind("not") == keys("2")


def test_what_is_written_cannot_be_undone_or_changed():
    """Behind what stands in the codeframe undo stops; the group can still be read."""
    driven = Driven().press("y", "/", "enter", "q")
    assert driven.view.phase == "summary"
    driven.press("enter")
    assert driven.walk.walk[0].written
    assert "codeframe retire" in driven.press("u").view.message
    assert "in the codeframe" in driven.press("g").type("1").press("y").view.message
    assert driven.press("s").view.place == 2
    assert Driven(log=driven.log).walk.walk == driven.walk.walk


def test_leaving_shows_first_what_waits():
    """The summary comes first where something waits, then q leaves; ctrl+c leaves from anywhere."""
    driven = Driven()
    assert driven.walk.move("q").leaves
    driven.press("y", "/", "enter", "q")
    assert driven.view.phase == "summary"
    assert driven.view.waiting
    assert driven.walk.move("q").leaves
    assert driven.press("b").view.phase == "group"
    assert driven.press("t").walk.move("ctrl+c").leaves


def test_slugs_that_are_there_or_have_gone_are_not_given():
    """A new theme gets a slug of its own; one that was given before its writing was broken off stays."""
    driven = Driven().press("y", "enter").type("Cost?!").type("")
    assert driven.walk.due.slugs == ((1, "cost-2"),)
    assert outcome(driven.walk.walk, FRAME, {1: "given"}).slugs == ((1, "given"),)
    assert not outcome(driven.walk.walk, FRAME, {9: "given"}, only=True).groups


def test_a_first_codeframe_has_no_theme_to_join():
    """Without a codeframe `/` says so, and `a` asks for no themes."""
    driven = Driven(frame=None).press("a")
    assert driven.walk.walk[0].held == keys("1")
    assert "There is no other theme yet" in driven.press("/").view.message


def test_a_decision_of_another_log_changes_nothing():
    """A line that names no group of these is passed over."""
    stray = [Decision("drop", 77), Decision("merge", 1, other=1), Undo(), Undo(), Undo()]
    assert Driven(log=stray).walk.walk == Driven().walk.walk


PRESSED = st.lists(
    st.sampled_from([*"yansbtdmxrguw?q/1", "enter", "enter", "escape", "tab", "backspace", "up", "Z"]), max_size=40
)


@settings(max_examples=150, deadline=None)
@given(pressed=PRESSED)
def test_every_walk_can_be_undone_gone_on_with_and_seen(pressed):
    """Whatever is pressed: a killed session finds all that was decided in the log, undo restores what was there before, and no answer is lost."""
    driven = Driven()
    for key in pressed:
        before, steps = driven.walk.walk, len(driven.walk.history)
        driven.press(key)
        assert Driven(log=driven.log).walk.walk == driven.walk.walk
        assert driven.view.phase
        if len(driven.walk.history) > steps:
            undone = Driven(log=[*driven.log, *[Undo()] * (len(driven.walk.history) - steps)])
            assert undone.walk.walk == before
        there = {key for each in driven.walk.walk if each.fate not in {"merged", "split"} for key in each.group.members}
        assert there == {key for group in GROUPS.groups for key in group.members}

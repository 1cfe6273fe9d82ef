"""A walk through groups on the full screen and in sentences."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from freetext.review.group_views import GroupView, Line, Member
from freetext.show.group_plain import spoken_groups
from freetext.show.group_screen import draw_groups
from freetext.show.review_spans import row_cells

MEMBERS = tuple(
    Member((str(place), "q"), text, mark)
    for place, (text, mark) in enumerate(
        [("the bus was late", ""), ("late again\x1b[2J", "y"), ("no bus", "n"), ("日本語 " * 40, "a")]
    )
)
VIEW = GroupView(
    "group", "ann", "visit", 2, "bus, late", words=("bus", "late"), size=4, share=0.04, low=0.02, high=0.08,
    near=(("travel", 0.25),), before=0.5, after=0.46, held=1, out=1, open=2, members=MEMBERS, title="What could be better?",
    parts=(3, 1), lines=(Line(1, "food", 9, "becomes a theme"), Line(2, "bus, late", 4)), done=1, groups=2,
)  # fmt: skip
PHASES = ("group", "name", "define", "also", "synonym", "merge", "groups", "help", "summary", "empty")


def test_the_screen_shows_the_group_the_answer_and_its_neighbours():
    """Figures above, the answer with its telling words lit, the answers around it with their marks, the keys below."""
    shown = draw_groups(VIEW, 100, 30).text
    for part in (
        "Discover · visit · ann",
        "1 of 2 groups decided",
        "Group 2: bus, late (proposed)",
        "4 answers, 4.0 % of all (2.0-8.0); no theme: 50.0 % now, 46.0 % with it",
        "near: travel 25 %",
        "2 parts of 3, 1 (x splits it)",
        "answer 1 of 4 · 1 belong, 1 not, 2 open",
        "the \u2039bus\u203a was \u2039late\u203a",
        " > [ ] the bus was late",
        "   [y] late again",
        "Enter theme",
    ):
        assert part in shown


def test_the_head_says_how_many_claimed_answers_say_the_same():
    """On the screen and read aloud, where there are any."""
    reaching = replace(VIEW, also=1200)
    assert "also 1,200 answers that themes claim · words: bus" in draw_groups(reaching, 100, 30).text
    assert "Also 1,200 answers that themes claim." in spoken_groups(reaching)
    assert "Also 1 answer that a theme claims." in spoken_groups(replace(VIEW, also=1))
    assert "that themes claim" not in draw_groups(VIEW, 100, 30).text + " ".join(spoken_groups(VIEW))


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(PHASES), st.integers(40, 140), st.integers(15, 50), st.integers(0, 3), st.text(max_size=40),
    st.integers(0, 200),
)  # fmt: skip
def test_every_view_fills_the_window_exactly(phase, width, height, place, typed, scroll):
    """Whatever the phase, the size and what is typed: so many rows of so many cells, and no control character."""
    view = VIEW.__class__(
        **{
            **{name: getattr(VIEW, name) for name in VIEW.__dataclass_fields__},
            "phase": phase, "place": place, "typed": typed, "found": ("one", typed), "message": typed, "definition": typed,
            "ticked": ("Cost",), "told": (typed, "New theme"), "scroll": scroll,
        }
    )  # fmt: skip
    screen = draw_groups(view, width, height)
    assert len(screen.rows) == height
    assert {row_cells(row) for row in screen.rows} == {width}
    assert "\x1b" not in screen.text
    assert spoken_groups(view)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(40, 140), st.integers(15, 50), st.integers(0, 3), st.sampled_from(["", "What belongs. " * 9]), st.booleans()
)  # fmt: skip
@example(40, 15, 3, "What belongs. " * 9, True)
def test_the_answer_and_its_line_are_always_in_sight(width, height, place, definition, earlier):
    """However small the window: the heading, the beginning of the answer, what was said of it, its line among the others, and the keys."""
    said = ("your label: Cost", "n in group 1, food, cold, portions") if earlier else ()
    members = tuple(replace(each, earlier=said) for each in MEMBERS)
    view = replace(VIEW, members=members, place=place, definition=definition, concerns=("self-harm",))
    rows = draw_groups(view, width, height).text
    assert ("Earlier: your label: Cost" in rows) == earlier
    assert len(rows.splitlines()) == height
    assert "Group 2: bus, late" in rows
    assert any(line.startswith(" > [") for line in rows.splitlines())
    assert any(line.startswith("\u2503 ") for line in rows.splitlines())
    assert "quit" in rows


@pytest.mark.parametrize(
    ("place", "said"), [(1, "belongs, and has no"), (2, "does not belong"), (3, "belongs, with other")]
)
def test_what_was_decided_is_seen_by_whoever_comes_back(place, said):
    """An answer's own mark is read beside its place, before the counts, in the narrowest window and aloud; so is what was said elsewhere."""
    view = replace(VIEW, place=place)
    assert f"answer {place + 1} of 4 \u00b7 {said}" in draw_groups(view, 40, 15).text
    assert said in spoken_groups(view, VIEW)[0]
    other = tuple(replace(each, earlier=("y in group 1, food",)) for each in MEMBERS)
    assert "Earlier: y in group 1, food." in spoken_groups(replace(view, members=other), VIEW)


def test_an_answer_that_is_gone_is_told_apart_from_one_that_is_open():
    """It has a sign of its own, and is counted."""
    view = replace(VIEW, members=(replace(MEMBERS[0], mark="-"), *MEMBERS[1:]), gone=1)
    shown = draw_groups(view, 100, 30).text
    assert " > [-] " in shown
    assert "2 open, 1 gone" in shown
    assert "answer 1 of 4 \u00b7 gone" in shown


def test_an_answer_that_looks_like_harm_says_so():
    """What a person must look at stands by the answer on either screen, with where it is escalated."""
    grave = replace(VIEW, concerns=("self-harm",))
    assert "Safeguarding: looks like self-harm." in draw_groups(grave, 120, 30).text
    assert any("! marks it" in line for line in spoken_groups(grave))


def test_a_small_window_says_so():
    """Below 40 by 15 nothing is drawn but what is needed."""
    assert "40 x 15" in draw_groups(VIEW, 30, 10).text


def test_only_what_is_new_is_said():
    """The next answer is read without the group; another group is read whole; nothing new is nothing."""
    first = spoken_groups(VIEW)
    assert first[0] == "Group 2: bus, late (proposed)."
    assert first[-1] == "? says the keys."
    assert spoken_groups(VIEW, VIEW) == ()
    then = spoken_groups(replace(VIEW, place=2, held=2), VIEW)
    assert then == (
        "Answer 3 of 4, does not belong; 2 belong, 1 not, 2 open.",
        "Question: What could be better?",
        "  no bus",
    )
    assert spoken_groups(replace(VIEW, number=3), VIEW)[0] == "Group 3: bus, late (proposed)."


@pytest.mark.parametrize("phase", ["name", "synonym"])
def test_what_is_typed_is_asked_in_words(phase):
    """A phase in which letters are typed says what to type, and what it finds."""
    said = spoken_groups(replace(VIEW, phase=phase, found=("Travel", "Cost")), VIEW)
    assert said[-1].startswith("Type it and press Enter")
    assert "Found: Travel; Cost." in said

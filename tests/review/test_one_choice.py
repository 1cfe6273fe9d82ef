"""Decisions of one theme at most, and reviews in which every answer is decided."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from freetext.review.advice import progress
from freetext.review.audit import decided, population
from freetext.review.draft import Draft, toggled
from freetext.review.items import Item
from freetext.review.session import Session
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.survey.labels import Label

FRAME = codeframe_of(["a", "b", "c"])


@given(st.lists(st.sampled_from("abc"), max_size=8))
def test_one_theme_at_most_is_ticked(keys):
    """Whatever is pressed, one theme is ticked or none, and it is the one that was pressed last."""
    draft = Draft()
    for slug in keys:
        before = draft
        draft = toggled(draft, slug, FRAME, one=True)
        assert draft.themes == (frozenset() if slug in before.themes else {slug})


def test_the_summary_counts_what_is_left():
    """Where every answer is to be decided the summary says how many are, and how long the others take; no number is worked out."""
    answers = answers_of(["x", "y", "", "z"], questions="q")
    state = decided(population(answers, "k"), [Label("1", "q", ("a",), "ada")])
    told = progress(population(answers, "k"), state, {"q": ()}, pace=30.0)
    assert (told.head, told.advice) == ("1 of 3 answers decided.", ("2 answers left: about a minute at your pace.",))
    assert told.reaches == ()


SINGLE = replace(FRAME, single=True)


def session(codeframe, log=()):
    item = Item(("1", "q"), "said", codeframe, "audit", one=codeframe.single)
    made = Session(lambda key: item, decided=log)
    made.deal([item])
    return made


def pressed(made, *keys):
    events = []
    for key in keys:
        move = made.move(key)
        events += move.events
        made.accept(move)
    return events


def test_one_theme_an_answer_is_what_is_saved():
    """Under a single-code codeframe the second theme takes the place of the first, also one that was found by its name."""
    (event,) = pressed(session(SINGLE), "1", "2", "enter")
    assert event.draft.themes == {"b"}
    (event,) = pressed(session(SINGLE), "1", "/", "c", "enter", "enter")
    assert event.draft.themes == {"c"}


def test_no_theme_is_not_accepted_where_one_is_wanted():
    """Under a single-code codeframe `n` says why it does nothing, and neither nothing, nor an old "no theme", nor two old themes are saved."""
    made = session(SINGLE)
    assert pressed(made, "n") == []
    assert made.state.message.startswith("Every answer has one theme here")
    assert pressed(made, "enter") == []
    for themes in ((), ("a", "b")):
        old = session(SINGLE, [Label("1", "q", themes, "ada", source="audit")])
        pressed(old, "b")
        assert pressed(old, "enter") == []
        assert old.state.message.startswith("Every answer has one theme here")
        assert [event.draft.themes for event in pressed(old, "3", "enter")] == [{"c"}]
    assert [event.draft.none for event in pressed(session(FRAME), "n", "enter")] == [True]

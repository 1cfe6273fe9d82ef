"""Decisions of one theme at most, and reviews in which every answer is decided."""

from hypothesis import given
from hypothesis import strategies as st

from freetext.review.advice import progress
from freetext.review.audit import decided, population
from freetext.review.draft import Draft, toggled
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

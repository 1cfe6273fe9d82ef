"""Margins to codes, under codeframes of many themes an answer and of one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.cutoffs import Cutoff
from freetext.model.deciding import decided, heights
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of

FRAME = replace(codeframe_of(["a", "b", "c"]), single=True)
WITH_OTHER = Codeframe("f", (Theme("a", 1, "A"), Theme("b", 2, "B"), Theme("z", 9, "Z", reserved="other")), single=True)
CUTOFFS = (Cutoff(0.0, 1.0, 0.0), Cutoff(1.0, 2.0, 0.0), Cutoff(-1.0, 0.5, 0.0))
rows = st.lists(st.lists(st.integers(-40, 40), min_size=3, max_size=3), min_size=1, max_size=8).map(
    lambda rows: np.array(rows, dtype=np.float32) / 8
)
ticks = st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=8, max_size=8).map(
    lambda rows: np.array(rows, dtype=np.bool_)
)


def chosen(margins, **more):
    return decided(FRAME, np.array([margins], dtype=np.float32), CUTOFFS, **more)[0].tolist()


@pytest.mark.parametrize(
    ("margins", "place"),
    [((0.5, 1.2, -2.0), 0), ((0.5, 1.3, -2.0), 1), ((-3.0, -2.0, -4.0), 2), ((-3.0, -1.0, -9.0), 0)],
)
def test_the_theme_that_lies_furthest_above_its_cutoff_is_the_answers(margins, place):
    """Heights are told in calibrated units; one theme is chosen even where none reaches its cut-off."""
    assert chosen(margins) == [each == place for each in range(3)]


@given(rows, ticks, ticks)
def test_every_answer_that_was_heard_has_exactly_one_theme(margins, always, never):
    """Whatever margins and phrases say, nobody has two themes, a forbidden one or, where anything is left, none."""
    told, kept = always[: len(margins)], never[: len(margins)]
    found = decided(FRAME, margins, CUTOFFS, always=told, never=kept)
    assert not (found & kept).any()
    assert found.sum(axis=1).tolist() == (~kept).any(axis=1).astype(int).tolist()
    demanded = (told & ~kept).any(axis=1)
    assert (found & told)[demanded].any(axis=1).all()


def test_who_was_not_heard_has_a_theme_by_a_phrase_alone():
    """Of an answer without a known word the model chooses nothing, and an always-phrase does."""
    deaf = np.array([False])
    assert chosen((5.0, 0.0, 0.0), heard=deaf) == [False] * 3
    assert chosen((5.0, 0.0, 0.0), heard=deaf, always=np.array([[False, False, True]])) == [False, False, True]


def test_a_theme_of_which_nothing_is_known_is_chosen_by_phrase_only():
    """Without cut-off or slope a theme lies infinitely low; where all do, nobody gets a theme unless a phrase demands it."""
    blank = (Cutoff(), Cutoff(None, 0.0, 1.0), Cutoff(0.0, 0.0, 0.0))
    margins = np.ones((1, 3), dtype=np.float32)
    assert np.isneginf(heights(margins, blank)).all()
    assert not decided(FRAME, margins, blank).any()
    assert decided(FRAME, margins, blank, always=np.array([[False, True, True]]))[0].tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("margins", "never", "slug"),
    [
        ((0.1, 0.0, -5.0), (), "a"),
        ((-0.1, 0.5, 0.0), (), "z"),
        ((-0.1, 0.5, 0.0), ("z",), "a"),
        ((0.1, 0.0, -5.0), ("a",), "z"),
        ((0.1, 0.0, 3.0), (), "z"),
    ],
)
def test_other_gets_what_reaches_no_cutoff(margins, never, slug):
    """Below every cut-off an answer is `other`, unless a phrase forbids that; above, `other` is a theme like any."""
    forbidden = np.array([[each in never for each in WITH_OTHER.slugs]])
    found = decided(WITH_OTHER, np.array([margins], dtype=np.float32), CUTOFFS, never=forbidden)
    assert [WITH_OTHER.slugs[place] for place in np.flatnonzero(found[0])] == [slug]


@settings(max_examples=50)
@given(rows, ticks)
def test_without_rules_and_reserved_codes_a_theme_is_coded_where_its_margin_reaches_the_cutoff(margins, heard):
    """Codeframes of several themes an answer read each theme by itself."""
    listens = heard[: len(margins), 0]
    plain = replace(FRAME, single=False)
    edges = np.array([each.margin for each in CUTOFFS], dtype=np.float32)
    assert (decided(plain, margins, CUTOFFS, heard=listens) == (margins >= edges) & listens[:, None]).all()

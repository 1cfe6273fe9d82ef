import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.errors import InputError, UnknownTheme
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.labels import Settled
from freetext.training.dataset import (
    ABSENT,
    DISPUTED,
    FOLDS,
    PRESENT,
    folds_of,
    labelled_set,
    settled_set,
    training_set,
)

FRAME = Codeframe("f", (Theme("a", 1, "Alpha", net="n"), Theme("b", 2, "Beta")), (Theme("n", 9, "Net"),))


@given(st.lists(st.text(st.characters(), max_size=5), max_size=40), st.integers(0, 99))
def test_folds_never_part_a_respondent(respondents, seed):
    """One respondent is in one fold, whatever else is in the set, and in the same one again."""
    folds = folds_of(tuple(respondents), seed)
    assert len(folds) == len(respondents)
    assert ((folds >= 0) & (folds < FOLDS)).all()
    assert len(set(zip(respondents, folds.tolist(), strict=True))) == len(set(respondents))
    assert folds_of(tuple(reversed(respondents)), seed).tolist() == folds.tolist()[::-1]


def test_folds_are_about_equal_and_depend_on_the_seed():
    """A thousand respondents fall into five folds of about a fifth, others with another seed."""
    people = tuple(map(str, range(1000)))
    sizes = np.bincount(folds_of(people, 0))
    assert len(sizes) == FOLDS
    assert sizes.min() > 150
    assert folds_of(people, 0).tolist() != folds_of(people, 1).tolist()


def test_blank_answers_are_left_out():
    """Empty and white-space answers teach nothing, whatever their labels."""
    made = training_set(
        FRAME, answers_of(["x", "", " \n", "y"]), np.array([[1, 0], [1, 1], [0, 1], [0, 1]], dtype=np.int8)
    )
    assert made.answers.texts == ("x", "y")
    assert made.given.tolist() == [[1, 0], [0, 1]]
    assert made.positives == (1, 1)


@pytest.mark.parametrize("texts", [[], ["", " "]])
def test_a_set_without_an_answer_is_refused(texts):
    """Nothing to learn from is the user's mistake, with what mends it."""
    with pytest.raises(InputError, match=r"no labelled answer to learn from\. .*--labels"):
        training_set(FRAME, answers_of(texts), np.ones((len(texts), 2), dtype=np.int8))


@pytest.mark.parametrize("value", [ABSENT, DISPUTED])
def test_a_set_without_a_positive_is_refused(value):
    """Where no answer holds any theme for certain, there is nothing to learn."""
    with pytest.raises(InputError, match="holds any theme"):
        training_set(FRAME, answers_of(["x", "y"]), np.full((2, 2), value, dtype=np.int8))


def test_answers_that_nobody_labelled_are_left_out():
    """Of label columns, the labelled answers that are not blank teach, with the themes given."""
    given = np.array([[1, 0], [1, 1], [0, 1], [0, 0]], dtype=np.bool_)
    made = labelled_set(FRAME, answers_of(["w", "x", "", "z"]), given, np.array([True, False, True, True]))
    assert made.answers.texts == ("w", "z")
    assert made.given.tolist() == [[PRESENT, ABSENT], [ABSENT, ABSENT]]


def test_settled_labels_become_a_training_set():
    """Answers that people settled are taken, with agreed and disputed themes, found by slug or name; the others are not."""
    answers = answers_of(["w", "x", "y", "z"], ids=["1", "2", "3", "4"], questions=["q", "q", "r", "q"])
    settled = {
        ("2", "q"): Settled(("a",), ("b",)),
        ("3", "r"): Settled(("beta",)),
        ("4", "q"): Settled(()),
        ("1", "r"): Settled(("a",)),
        ("9", "q"): Settled(("a",)),
    }
    made = settled_set(FRAME, answers, settled)
    assert made.answers.texts == ("x", "y", "z")
    assert made.given.tolist() == [[PRESENT, DISPUTED], [ABSENT, PRESENT], [ABSENT, ABSENT]]


@pytest.mark.parametrize("slug", ["c", "n"])
def test_labels_with_no_theme_of_the_codeframe_are_refused(slug):
    """An unknown slug, and a net, which is counted and never coded, name the themes that exist."""
    with pytest.raises(UnknownTheme, match="Themes: a, b"):
        settled_set(FRAME, answers_of(["x"], ids=["1"]), {("1", ""): Settled((slug,))})

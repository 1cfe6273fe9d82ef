"""Evaluation against the truth."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score, precision_score, recall_score

from freetext.survey.codeframe import codeframe_of
from freetext.tallies.evaluate import evaluate

FRAME = codeframe_of(["a", "b", "c"])


@st.composite
def codings(draw):
    """Two random codings of the same answers."""
    n = draw(st.integers(1, 20))
    cells = st.lists(st.lists(st.booleans(), min_size=3, max_size=3), min_size=n, max_size=n)
    return np.array(draw(cells)), np.array(draw(cells))


@settings(max_examples=60)
@given(codings())
def test_figures_equal_scikit_learns(pair):
    """Where a figure is defined it is scikit-learn's, per theme, micro, macro and by samples."""
    chosen, truth = pair
    found = evaluate(FRAME, chosen, truth)
    for place, theme in enumerate(found.themes):
        ours, theirs = chosen[:, place], truth[:, place]
        for figure, score in ((theme.precision, precision_score), (theme.recall, recall_score), (theme.f1, f1_score)):
            expected = score(theirs, ours, zero_division=np.nan)
            assert (np.nan if figure is None else figure) == pytest.approx(expected, nan_ok=True)
        if theme.kappa is not None:
            assert theme.kappa == pytest.approx(cohen_kappa_score(theirs, ours))
    supported = [theme.f1 for theme in found.themes if theme.n and theme.f1 is not None]
    assert found.macro_f1 == (pytest.approx(np.mean(supported)) if supported else None)
    if chosen.any() or truth.any():
        assert found.micro_f1 == pytest.approx(f1_score(truth, chosen, average="micro"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = f1_score(truth, chosen, average="samples", zero_division=1.0)
    assert found.samples_f1 == pytest.approx(expected)


def test_blank_answers_are_left_out():
    """A blank answer counts neither for nor against."""
    chosen, truth = np.array([[1, 0, 0], [1, 1, 1]], dtype=bool), np.array([[1, 0, 0], [0, 0, 0]], dtype=bool)
    found = evaluate(FRAME, chosen, truth, blank=np.array([False, True]))
    assert (found.answers, found.blank, found.micro_f1, found.samples_f1) == (1, 1, 1.0, 1.0)


def test_two_empty_sets_agree():
    """An answer without themes in both codings counts 1, and what is undefined is None."""
    none = np.zeros((2, 3), dtype=bool)
    found = evaluate(FRAME, none, none)
    assert found.samples_f1 == 1.0
    assert (found.micro_f1, found.macro_f1, found.themes[0].f1, found.themes[0].kappa) == (None, None, None, None)


def test_no_answer_gives_no_figure():
    """Without answers everything is undefined."""
    none = np.zeros((0, 3), dtype=bool)
    assert evaluate(FRAME, none, none).samples_f1 is None


def test_shapes_that_do_not_fit_are_refused():
    """Codings of other themes than the codeframe's are a mistake of the caller."""
    with pytest.raises(ValueError, match="3 themes"):
        evaluate(FRAME, np.zeros((2, 2), dtype=bool), np.zeros((2, 3), dtype=bool))

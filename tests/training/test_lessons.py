"""Answers made ready for all themes at once, and lines that are to the bit those of one theme alone."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from sklearn.svm import LinearSVC

from freetext.training.classifier import DEFAULT, STRENGTH
from freetext.training.dataset import DISPUTED, PRESENT
from freetext.training.lessons import SHARED, fit_line, lesson_of, taught


def features(seed, answers, width, dense=0.3):
    """Weighted counts of answers, sorted."""
    dice = np.random.default_rng(seed)
    matrix = sparse.csr_matrix(dice.random((answers, width)) * (dice.random((answers, width)) < dense))
    matrix.sort_indices()
    return matrix


def plain_line(matrix, truth, counted):
    """Fit a line as the formula is written, with nothing prepared."""
    held = matrix[:, :counted].copy()
    held.data = np.ones_like(held.data)
    positive = np.asarray(held[truth].sum(axis=0)).ravel()
    negative = np.asarray(held.sum(axis=0)).ravel() - positive
    ratio = np.abs(np.log((positive + 1) / (truth.sum() + 2) / ((negative + 1) / ((~truth).sum() + 2))))
    weights = np.ones(matrix.shape[1])
    weights[:counted] = 1 + ratio / max(float(np.sqrt(np.mean(ratio**2))), 1e-9)
    squared = matrix[:, :counted].power(2)
    after = (squared @ weights[:counted] ** 2).sum()
    weights[:counted] *= np.sqrt(squared.sum() / after) if after > 0 else 1
    solver = LinearSVC(C=STRENGTH, random_state=0, max_iter=10_000)
    fitted = solver.fit(sparse.csr_matrix(matrix @ sparse.diags(weights)), truth)
    return fitted.coef_[0] * weights, float(fitted.intercept_[0])


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 999), st.integers(6, 40), st.integers(1, 12), st.integers(0, 3))
def test_a_line_is_to_the_bit_that_of_the_written_formula(seed, answers, width, behind):
    """Whatever is prepared once for all themes, each gets the very line that the formula gives it alone, dense features behind the counts too."""
    matrix = features(seed, answers, width + behind)
    truth = np.random.default_rng(seed).random(answers) < 0.4
    truth[:2] = True, False
    line = fit_line(matrix, truth, 0, counted=width)
    coefficients, bias = plain_line(matrix, truth, width)
    assert line.coefficients.tolist() == coefficients.tolist()
    assert line.bias == bias


def test_disputed_answers_are_as_if_they_were_not_there():
    """A theme's disputed answers leave the line as the others alone make it; another theme of the same lesson keeps them."""
    matrix = features(1, 40, 9)
    given = (np.random.default_rng(1).random((40, 2)) < 0.4).astype(np.int8)
    given[:5, 0] = DISPUTED
    one, two = taught(lesson_of(matrix), given, np.array([True, True]), 0, DEFAULT, 1)
    assert one.coefficients.tolist() == fit_line(matrix[5:], given[5:, 0] == PRESENT, 0).coefficients.tolist()
    assert two.coefficients.tolist() == fit_line(matrix, given[:, 1] == PRESENT, 0).coefficients.tolist()


def test_a_theme_that_is_not_learnt_is_silent_in_its_place():
    """Lines come in the order of the themes, nought where nothing is learnt."""
    matrix = features(2, 30, 6)
    given = (np.random.default_rng(2).random((30, 3)) < 0.4).astype(np.int8)
    lines = list(taught(lesson_of(matrix), given, np.array([True, False, True]), 0, DEFAULT, 1))
    assert not lines[1].coefficients.any()
    assert lines[1].bias == 0
    assert lines[2].bias == fit_line(matrix, given[:, 2] == PRESENT, 0).bias


def test_processes_that_share_their_arrays_find_the_same_lines():
    """Arrays that are large enough to be shared between processes give the same lines as one process, bit by bit."""
    matrix = features(3, 1500, 200, dense=0.6)
    assert matrix.data.nbytes > int(SHARED.rstrip("M")) * 2**20
    given = (np.random.default_rng(3).random((1500, 3)) < 0.3).astype(np.int8)
    given[0, 1] = DISPUTED
    learnt = np.ones(3, dtype=np.bool_)
    one, several = (list(taught(lesson_of(matrix), given, learnt, 0, DEFAULT, each)) for each in (1, 2))
    assert [line.coefficients.tolist() for line in one] == [line.coefficients.tolist() for line in several]
    assert [line.bias for line in one] == [line.bias for line in several]

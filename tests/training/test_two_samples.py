import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import Ridge
from sklearn.metrics import roc_auc_score
from tests.training.invented_answers import said

from freetext.tallies.drift_relabel import relabelled, tail
from freetext.text.tokens import Tokenizer
from freetext.training.two_samples import FOLDS, PENALTY, SIZE, auc, directions, told_apart
from freetext.training.two_samples import _folds as folds_of


def waves_of(old, new, rounds=199, seed=0):
    """Label respondents with one answer each."""
    return relabelled(np.arange(old + new), np.arange(old + new) >= old, rounds, seed)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=2, max_size=40))
def test_auc_is_that_of_scikit_learn(pairs):
    """The AUC is scikit-learn's, ties by half; a half where a wave is missing."""
    guesses = np.array([[guess] for guess, _ in pairs], dtype=np.float32)
    new = np.array([[float(label)] for _, label in pairs], dtype=np.float32)
    both = len(set(new[:, 0].tolist())) == 2
    assert auc(guesses, new)[0] == pytest.approx(roc_auc_score(new[:, 0], guesses[:, 0]) if both else 0.5)


def test_guesses_are_those_of_a_ridge_regression():
    """The AUC is the mean over folds of one by scikit-learn's ridge regression on the other folds, under every labelling."""
    points = np.random.default_rng(0).normal(size=(60, 5)).astype(np.float32)
    waves = waves_of(30, 30, rounds=3)
    found = told_apart(points, waves)
    folds = folds_of(waves, 0)
    for number, labels in enumerate(waves.labels):
        each = []
        for fold in range(FOLDS):
            inside = folds == fold
            ridge = Ridge(alpha=PENALTY).fit(points[~inside], labels[~inside])
            each.append(roc_auc_score(labels[inside], ridge.predict(points[inside])))
        assert found[number] == pytest.approx(np.mean(each), abs=1e-3)


def test_a_wave_with_a_word_of_its_own_is_told_apart():
    """Answers that now speak of parking are told from those that did not: the AUC is far from .5, and p is the smallest there is."""
    texts = [*said(100, 1), *said(100, 2, "parking")]
    waves = waves_of(100, 100)
    found = told_apart(directions(Tokenizer("en")(texts), waves), waves)
    assert found[0] > 0.9
    assert tail(found) == 1 / 200


def test_waves_that_are_alike_are_not_told_apart():
    """Over twenty draws of like waves p is spread, not small."""
    found = []
    for seed in range(20):
        waves = waves_of(60, 60, rounds=99, seed=seed)
        points = directions(Tokenizer("en")(said(120, seed)), waves)
        found.append(tail(told_apart(points, waves)))
    assert np.mean(np.array(found) <= 0.1) <= 0.3


def test_texts_without_a_word_have_no_directions():
    """Answers of which no two share a word are points in one place, and nobody can tell them apart."""
    waves = waves_of(6, 6, rounds=9)
    points = directions(Tokenizer("en")(["" for _ in range(12)]), waves)
    assert points.shape[0] == 12
    assert points.shape[1] <= SIZE
    assert told_apart(points, waves)[0] == 0.5

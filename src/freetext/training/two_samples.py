"""Can a machine tell which of two waves an answer is of? The classifier two-sample test, out of fold.

Source: Lopez-Paz and Oquab 2017, "Revisiting classifier two-sample tests". A ridge regression on SIZE directions of words and pairs guesses
the wave of answers whose respondents it has not seen; the AUC of its guesses is .5 where the waves are alike. It is learnt anew under every
relabelling of respondents, so that p is exact: the least squares of all relabellings have one matrix, which is solved once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.linalg import cho_factor, cho_solve
from scipy.stats import rankdata
from sklearn.utils.extmath import randomized_svd

from freetext.model.features import learn_features
from freetext.survey.answers import FloatArray, IntArray
from freetext.tallies.drift_relabel import Relabelled
from freetext.text.tokens import TokenBatch

SIZE = 100
"""Directions. At 300 and 1,000 answers a side 100 told planted themes as well as 300, or all words, pairs and n-grams of letters, in a tenth of the time."""

PENALTY = 30.0
"""Of the ridge regression; of .3, 3 and 30 the best for common themes, and no worse for rare ones."""

FOLDS = 5
AT_ONCE = 250
"""Relabellings that are ranked together: it bounds memory."""


def directions(batch: TokenBatch, waves: Relabelled, seed: int = 0) -> NDArray[np.float32]:
    """Return float32 (answers, SIZE at most): what answers say by their words and pairs, by whoever wrote them."""
    unasked, people = [""] * len(batch), [*map(str, waves.unit.tolist())]
    features = learn_features(batch, unasked, people)
    worded: sparse.csr_matrix = features.matrix(batch, unasked)[:, : features.vocabulary.starts[2]]
    size = min(SIZE, *worded.shape)
    if size < 1:
        return np.zeros((len(batch), 1), dtype=np.float32)
    left, sizes, _ = randomized_svd(worded, size, n_iter=3, random_state=seed)
    return np.asarray(left * sizes, dtype=np.float32)


def told_apart(points: NDArray[np.float32], waves: Relabelled, seed: int = 0) -> FloatArray:
    """Return the AUC (1 + rounds,) of guessing each answer's wave from its points (answers, d), under each labelling.

    It is the mean over folds of respondents, each guessed by what was learnt from the others.
    """
    folds = _folds(waves, seed)[waves.unit]
    found = np.zeros(len(waves.labels))
    used = 0
    for number in range(FOLDS):
        inside = folds == number
        if inside.any() and not inside.all():
            found += _fold_auc(points, waves, inside)
            used += 1
    return found / max(used, 1)


def _folds(waves: Relabelled, seed: int) -> IntArray:
    units = waves.labels.shape[1]
    return np.asarray(np.random.default_rng([seed, units]).permutation(units) % FOLDS, dtype=np.int64)


def _fold_auc(points: NDArray[np.float32], waves: Relabelled, inside: NDArray[np.bool_]) -> FloatArray:
    known = points[~inside].astype(np.float64)
    middle = known.mean(axis=0)
    known -= middle
    solver = cho_factor(known.T @ known + PENALTY * np.eye(known.shape[1]))
    asked = points[inside].astype(np.float64) - middle
    found = np.empty(len(waves.labels))
    for start in range(0, len(found), AT_ONCE):
        labels = waves.labels[start : start + AT_ONCE]
        learnt = cho_solve(solver, known.T @ labels[:, waves.unit[~inside]].T)
        guesses = (asked @ learnt).astype(np.float32)
        found[start : start + AT_ONCE] = auc(guesses, labels[:, waves.unit[inside]].T)
    return found


def auc(guesses: NDArray[np.float32], new: NDArray[np.float32]) -> FloatArray:
    """Return how often the guess (n, m) for a new answer is higher than that for an old one, (m,); ties by half, .5 where a side is missing."""
    ranks = rankdata(guesses, axis=0)
    ones = new.sum(axis=0, dtype=np.float64)
    pairs = ones * (len(new) - ones)
    wins = (ranks * new).sum(axis=0, dtype=np.float64) - ones * (ones + 1) / 2
    found: FloatArray = np.divide(wins, pairs, out=np.full(len(pairs), 0.5), where=pairs > 0)
    return found

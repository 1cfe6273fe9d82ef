"""Answers made ready once, for the lines of all themes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy import sparse

from freetext.survey.answers import BoolArray, FloatArray
from freetext.training.classifier import DEFAULT, Contrasted, Line, Recipe, constant, solved
from freetext.training.dataset import DISPUTED, PRESENT

WORTH_PROCESSES = 140_000
"""Answers times themes from which on the others of a machine's cores are put to work: 5,000 answers with 28 themes."""

SHARED = "1M"
"""Arrays from this size on are written once, where all processes read them."""


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """What lines are fitted on; all that does not hang on a theme is worked out already.

    matrix   (answers, features)
    squared  (answers, counts): squares of those of its features that are counts, which stand first
    turned   the matrix as the solver gets it: the features of each answer stand the other way round
    holders  (counts,): how many answers hold each of them
    energy   the sum of the squares
    """

    matrix: sparse.csr_matrix
    squared: sparse.csr_matrix
    turned: sparse.csr_matrix
    holders: FloatArray
    energy: float

    def among(self, clear: BoolArray) -> Lesson:
        """Return the lesson of some of the answers (answers,)."""
        return self if clear.all() else lesson_of(self.matrix[clear], self.squared.shape[1])

    def fit(self, truth: BoolArray, seed: int, recipe: Recipe = DEFAULT) -> Line:
        """Fit one theme; one that all answers hold, or none, or where no feature tells answers apart, is its own constant."""
        if truth.all() or not truth.any() or not self.matrix.shape[1]:
            return constant(self.matrix.shape[1], truth)
        weights = np.ones(self.matrix.shape[1])
        weights[: len(self.holders)] = self.contrast(truth)
        turned = self.turned
        parts = (turned.data * weights[turned.indices], turned.indices, turned.indptr)
        contrasted: Contrasted = sparse.csr_matrix(parts, shape=turned.shape)
        coefficients, bias = solved(contrasted, truth, seed, recipe)
        return Line(coefficients * weights, bias)

    def contrast(self, truth: BoolArray) -> FloatArray:
        """Return a weight (counts,) for each of them: larger, the more often answers with the theme have it than others, or less often.

        1 + |r| / rms(r), r the log-count ratio with one added to each count, scaled so that the mean squared length of the answers
        stays. Source: Wang and Manning 2012, "Baselines and bigrams", who use r itself; the 1 keeps features that are rare.
        """
        positive = np.bincount(self.squared[truth].indices, minlength=len(self.holders))
        negative = self.holders - positive
        with_theme, without = (positive + 1) / (truth.sum() + 2), (negative + 1) / ((~truth).sum() + 2)
        ratio = np.abs(np.log(with_theme / without))
        weights: FloatArray = 1 + ratio / max(float(np.sqrt(np.mean(ratio**2))), 1e-9)
        after = (self.squared @ weights**2).sum()
        return np.asarray(weights * np.sqrt(self.energy / after) if after > 0 else weights)


def lesson_of(matrix: sparse.csr_matrix, counted: int | None = None) -> Lesson:
    """Make answers (answers, features) ready; the first `counted` features (default: all) are counts, which are contrasted.

    What stands behind them keeps its weight. The turned order is that in which a product of sparse matrices comes out: with any other
    the lines would differ in their last digits from those of earlier versions.
    """
    width = matrix.shape[1]
    counts = matrix if counted in {None, width} else matrix[:, :counted]
    squared = sparse.csr_matrix((counts.data**2, counts.indices, counts.indptr), shape=counts.shape)
    turned = sparse.csr_matrix(matrix @ sparse.identity(width, format="csr"))
    holders = np.bincount(squared.indices, minlength=squared.shape[1]).astype(np.float64)
    return Lesson(matrix, squared, turned, holders, float(squared.sum()))


def fit_line(
    matrix: sparse.csr_matrix, truth: BoolArray, seed: int, recipe: Recipe = DEFAULT, counted: int | None = None
) -> Line:
    """Fit one theme on answers that serve no other, as `Lesson.fit` does."""
    return lesson_of(matrix, counted).fit(truth, seed, recipe)


def taught(
    lesson: Lesson, given: NDArray[np.int8], learnt: BoolArray, seed: int, recipe: Recipe, jobs: int | None
) -> Iterator[Line]:
    """Fit each theme on its undisputed answers of `given` (answers, themes), in order; a theme that is not `learnt` (themes,) is silent.

    `jobs` is the number of processes, and changes nothing else; default: one for little, one a core for much.
    """
    if jobs is None:
        jobs = -1 if given.size >= WORTH_PROCESSES else 1
    # Never threads: the solver draws from one random stream for the whole process, and the model would depend on their race.
    found = Parallel(n_jobs=jobs, max_nbytes=SHARED, return_as="generator")(
        delayed(_line)(lesson, given[:, place], seed, recipe) for place in np.flatnonzero(learnt)
    )
    for told in learnt.tolist():
        yield next(found) if told else Line(np.zeros(lesson.matrix.shape[1]), 0.0)


def _line(lesson: Lesson, given: NDArray[np.int8], seed: int, recipe: Recipe) -> Line:
    clear: BoolArray = given != DISPUTED
    return lesson.among(clear).fit(given[clear] == PRESENT, seed, recipe)

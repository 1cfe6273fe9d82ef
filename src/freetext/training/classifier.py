"""The learner: one linear model per theme, without class weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from scipy import sparse
from sklearn import config_context
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.svm import LinearSVC

from freetext.survey.answers import BoolArray, FloatArray

STRENGTH = 0.1
"""C of the linear support vector machine: best of .05, .1 and .3 over the surveys of the bench, within noise."""

LARGE = 10_000
"""Labelled answers beyond which C falls as one over their number: the sum of losses would leave nothing of the penalty.

Measured on 43,410 answers with 28 themes, mean AP out of fold: .1 gives .469, .03 .477.
"""

Learner = Literal["svm", "logistic", "ridge"]

LEARNERS: Mapping[Learner, str] = {
    "svm": "linear support vector machine on contrasted features",
    "logistic": "logistic regression on contrasted features",
    "ridge": "ridge regression on contrasted features",
}
"""What a model's facts call them."""

SHARE, EXPECTED = "training share", "expected share of the survey"
"""Where cut-offs are set; which of the two follows from the answers, for without unlabelled ones nothing is to be expected."""

Favour = Literal["tally", "f1"]
"""What cut-offs serve."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How models are learnt: `strength` is C of the learner (of ridge regression: half of one over alpha)."""

    strength: float = STRENGTH
    learner: Learner = "svm"

    def told(self, cutoffs: str, favour: Favour = "tally") -> dict[str, Any]:
        """Tell the recipe as a model's facts do, with cut-offs at SHARE or EXPECTED, and what they favour."""
        return {"learner": LEARNERS[self.learner], "C": self.strength, "cutoffs": cutoffs, "favour": favour}

    @property
    def facts(self) -> dict[str, Any]:
        """The recipe of a model that saw labelled answers only."""
        return self.told(SHARE)


DEFAULT = Recipe()

DEFAULTS: Mapping[Learner, Recipe] = {
    "svm": DEFAULT,
    "logistic": Recipe(1.0, "logistic"),
    "ridge": Recipe(0.1, "ridge"),
}
"""The recipe of each learner where nothing else is said."""


def recipe_of(facts: Mapping[str, Any]) -> Recipe | None:
    """Return the recipe that facts tell, wherever its cut-offs were set and whatever they favour; None for one that this version does not know."""
    strength = facts.get("C")
    if isinstance(strength, bool) or not isinstance(strength, int | float) or not 0 < strength < np.inf:
        return None
    for learner in LEARNERS:
        recipe = Recipe(float(strength), learner)
        if dict(facts) in [
            recipe.told(cutoffs, favour) for cutoffs in (SHARE, EXPECTED) for favour in get_args(Favour)
        ]:
            return recipe
    return None


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One theme's coefficients (features,) and bias."""

    coefficients: FloatArray
    bias: float

    def margins(self, matrix: sparse.csr_matrix) -> FloatArray:
        """Return the signed distances (answers,)."""
        return np.asarray(matrix @ self.coefficients + self.bias, dtype=np.float64)


def fit_line(
    matrix: sparse.csr_matrix, truth: BoolArray, seed: int, recipe: Recipe = DEFAULT, counted: int | None = None
) -> Line:
    """Fit one theme; one that all answers hold, or none, or where no feature tells answers apart, is its own constant.

    The first `counted` features (default: all) are counts, which are contrasted; what stands behind them keeps its weight.
    """
    if truth.all() or not truth.any() or not matrix.shape[1]:
        return Line(np.zeros(matrix.shape[1]), 1.0 if 2 * truth.sum() > len(truth) else -1.0)
    weights = np.ones(matrix.shape[1])
    weights[:counted] = contrast(matrix[:, :counted], truth)
    with config_context(
        assume_finite=True, skip_parameter_validation=True
    ):  # a tenth of the time goes into these checks
        contrasted = sparse.csr_matrix(matrix @ sparse.diags(weights))
        coefficients, bias = _solved(contrasted, truth, seed, recipe)
    return Line(coefficients * weights, bias)


def _solved(matrix: sparse.csr_matrix, truth: BoolArray, seed: int, recipe: Recipe) -> tuple[FloatArray, float]:
    strength = recipe.strength * min(1.0, LARGE / len(truth))
    if recipe.learner == "ridge":
        ridge = Ridge(alpha=0.5 / strength, solver="sparse_cg", random_state=seed).fit(matrix, 2.0 * truth - 1)
        return np.asarray(ridge.coef_, dtype=np.float64), float(ridge.intercept_)
    if recipe.learner == "logistic":
        fitted = LogisticRegression(C=strength, solver="liblinear", random_state=seed).fit(matrix, truth)
    else:
        fitted = LinearSVC(C=strength, random_state=seed, max_iter=10_000).fit(matrix, truth)
    return np.asarray(fitted.coef_[0], dtype=np.float64), float(fitted.intercept_[0])


def contrast(matrix: sparse.csr_matrix, truth: BoolArray) -> FloatArray:
    """Return a weight (features,) for each feature: larger, the more often answers with the theme have it than others, or less often.

    1 + |r| / rms(r), r the log-count ratio with one added to each count, scaled so that the mean squared length of the answers
    stays. Source: Wang and Manning 2012, "Baselines and bigrams", who use r itself; the 1 keeps features that are rare.
    """
    held = sparse.csr_matrix((np.ones_like(matrix.data), matrix.indices, matrix.indptr), shape=matrix.shape)
    positive = np.asarray(held[truth].sum(axis=0)).ravel()
    negative = np.asarray(held.sum(axis=0)).ravel() - positive
    with_theme, without = (positive + 1) / (truth.sum() + 2), (negative + 1) / ((~truth).sum() + 2)
    ratio = np.abs(np.log(with_theme / without))
    weights: FloatArray = 1 + ratio / max(float(np.sqrt(np.mean(ratio**2))), 1e-9)
    squared = matrix.power(2)
    before, after = squared.sum(), (squared @ weights**2).sum()
    return np.asarray(weights * np.sqrt(before / after) if after > 0 else weights)

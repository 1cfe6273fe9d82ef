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

Contrasted = sparse.csr_matrix
"""Features (answers, features) that are weighed by how well they tell a theme's answers from others."""

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


def constant(features: int, truth: BoolArray) -> Line:
    """Return the line of a theme on which no feature has a say: all answers have it, or none."""
    return Line(np.zeros(features), 1.0 if 2 * truth.sum() > len(truth) else -1.0)


def solved(matrix: Contrasted, truth: BoolArray, seed: int, recipe: Recipe) -> tuple[FloatArray, float]:
    """Return the coefficients (features,) and the bias that a recipe finds for contrasted features (answers, features)."""
    strength = recipe.strength * min(1.0, LARGE / len(truth))
    with config_context(
        assume_finite=True, skip_parameter_validation=True
    ):  # a tenth of the time goes into these checks
        if recipe.learner == "ridge":
            ridge = Ridge(alpha=0.5 / strength, solver="sparse_cg", random_state=seed).fit(matrix, 2.0 * truth - 1)
            return np.asarray(ridge.coef_, dtype=np.float64), float(ridge.intercept_)
        if recipe.learner == "logistic":
            fitted = LogisticRegression(C=strength, solver="liblinear", random_state=seed).fit(matrix, truth)
        else:
            fitted = LinearSVC(C=strength, random_state=seed, max_iter=10_000).fit(matrix, truth)
    return np.asarray(fitted.coef_[0], dtype=np.float64), float(fitted.intercept_[0])

"""The learner: one linear model per theme, without class weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn import config_context
from sklearn.svm import LinearSVC

from freetext.survey.answers import BoolArray, FloatArray

STRENGTH = 0.3
"""C of the linear support vector machine: best of .2, .3 and .5 over the surveys of the bench, within noise."""

LEARNER = "linear support vector machine"

SHARE, EXPECTED = "training share", "expected share of the survey"
"""Where cut-offs are set; which of the two follows from the answers, for without unlabelled ones nothing is to be expected."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How models are learnt: `strength` is C of the learner."""

    strength: float = STRENGTH

    def told(self, cutoffs: str) -> dict[str, Any]:
        """Tell the recipe as a model's facts do, with cut-offs at SHARE or EXPECTED."""
        return {"learner": LEARNER, "C": self.strength, "cutoffs": cutoffs}

    @property
    def facts(self) -> dict[str, Any]:
        """The recipe of a model that saw labelled answers only."""
        return self.told(SHARE)


DEFAULT = Recipe()


def recipe_of(facts: Mapping[str, Any]) -> Recipe | None:
    """Return the recipe that facts tell, wherever its cut-offs were set; None for one that this version does not know."""
    strength = facts.get("C")
    if isinstance(strength, bool) or not isinstance(strength, int | float) or not 0 < strength < np.inf:
        return None
    recipe = Recipe(float(strength))
    return recipe if dict(facts) in (recipe.told(SHARE), recipe.told(EXPECTED)) else None


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One theme's coefficients (features,) and bias."""

    coefficients: FloatArray
    bias: float

    def margins(self, matrix: sparse.csr_matrix) -> FloatArray:
        """Return the signed distances (answers,)."""
        return np.asarray(matrix @ self.coefficients + self.bias, dtype=np.float64)


def fit_line(matrix: sparse.csr_matrix, truth: BoolArray, seed: int, recipe: Recipe = DEFAULT) -> Line:
    """Fit one theme; one that all answers hold, or none, or where no feature tells answers apart, is its own constant."""
    if truth.all() or not truth.any() or not matrix.shape[1]:
        return Line(np.zeros(matrix.shape[1]), 1.0 if 2 * truth.sum() > len(truth) else -1.0)
    with config_context(
        assume_finite=True, skip_parameter_validation=True
    ):  # a tenth of the time goes into these checks
        fitted = LinearSVC(C=recipe.strength, random_state=seed, max_iter=10_000).fit(matrix, truth)
    return Line(np.asarray(fitted.coef_[0], dtype=np.float64), float(fitted.intercept_[0]))

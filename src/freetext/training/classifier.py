"""The learner: one linear model per theme, without class weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.svm import LinearSVC

from freetext.survey.answers import BoolArray, FloatArray

STRENGTH = 0.3
"""C of the linear support vector machine: best of .2, .3 and .5 over the surveys of the bench, within noise."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One theme's coefficients (features,) and bias."""

    coefficients: FloatArray
    bias: float

    def margins(self, matrix: sparse.csr_matrix) -> FloatArray:
        """Return the signed distances (answers,)."""
        return np.asarray(matrix @ self.coefficients + self.bias, dtype=np.float64)


def fit_line(matrix: sparse.csr_matrix, truth: BoolArray, seed: int) -> Line:
    """Fit one theme; one that all answers hold, or none, or where no feature tells answers apart, is its own constant."""
    if truth.all() or not truth.any() or not matrix.shape[1]:
        return Line(np.zeros(matrix.shape[1]), 1.0 if 2 * truth.sum() > len(truth) else -1.0)
    fitted = LinearSVC(C=STRENGTH, random_state=seed, max_iter=10_000).fit(matrix, truth)
    return Line(np.asarray(fitted.coef_[0], dtype=np.float64), float(fitted.intercept_[0]))

"""Labelled answers to lines: each theme's, fitted on all of them, and one a fold that has not seen it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy import sparse

from freetext.model.compiled import Folded
from freetext.model.cutoffs import FEWEST_POSITIVES, Cutoff, learn_cutoff
from freetext.model.features import Features, learn_features
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.text.tokens import TokenBatch
from freetext.training.classifier import DEFAULT, Line, Recipe, fit_line
from freetext.training.dataset import DISPUTED, FOLDS, PRESENT, TrainingSet

WORTH_PROCESSES = 500_000
"""Answers times themes from which on starting other processes pays."""


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """All themes' lines, folded over a vocabulary, and what was learnt from them.

    whole    fitted on all labelled answers
    parts    FOLDS: each fitted without the answers of its fold; none where they were not asked for
    cutoffs  one a theme, from the margins
    margins  out-of-fold margins of the labelled answers (answers, themes)
    """

    whole: Folded
    parts: tuple[Folded, ...]
    cutoffs: tuple[Cutoff, ...]
    margins: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class _Theme:
    """One theme: the line on all undisputed answers, those without a fold each, cut-off and out-of-fold margins (answers,)."""

    whole: Line
    parts: tuple[Line, ...]
    cutoff: Cutoff
    margins: FloatArray


def fit_lines(
    training: TrainingSet,
    batch: TokenBatch,
    folds: IntArray,
    *,
    seed: int = 0,
    jobs: int | None = None,
    advance: Callable[[int], None] | None = None,
    keep_parts: bool = False,
    recipe: Recipe = DEFAULT,
) -> Lines:
    """Fit every theme on the labelled answers and, once more for each fold, on those outside it.

    `batch` holds the tokens of the training answers, `folds` (answers,) their folds. `advance` is told of each theme that is done.
    """
    answers, themes = training.answers, len(training.codeframe)
    features = learn_features(batch, answers.questions, answers.respondents)
    cuts = _Cuts(features.matrix(batch, answers.questions), folds)
    if jobs is None:
        jobs = -1 if len(answers) * themes >= WORTH_PROCESSES else 1
    whole = _Rows(features, themes)
    parts = [_Rows(features, themes) for _ in range(FOLDS if keep_parts else 0)]
    cutoffs, margins = [], np.empty((len(answers), themes))
    # Never threads: the solver draws from one random stream for the whole process, and the model would depend on their race.
    fitted: Iterable[_Theme] = Parallel(n_jobs=jobs, max_nbytes=None, return_as="generator")(
        delayed(_fit_theme)(cuts, training.given[:, place], seed, recipe, keep_parts=keep_parts)
        for place in range(themes)
    )
    for place, theme in enumerate(fitted):
        whole.put(place, theme.whole)
        for rows, line in zip(parts, theme.parts, strict=False):
            rows.put(place, line)
        cutoffs.append(theme.cutoff)
        margins[:, place] = theme.margins
        if advance:
            advance(1)
    return Lines(whole.folded(), tuple(each.folded() for each in parts), tuple(cutoffs), margins)


class _Cuts:
    """The features of the answers, cut by folds once for all themes; a process cuts for itself."""

    def __init__(self, matrix: sparse.csr_matrix, folds: IntArray) -> None:
        self.matrix, self.folds = matrix, folds

    @cached_property
    def numbers(self) -> list[int]:
        """The folds that hold an answer."""
        return sorted(set(self.folds.tolist()))

    @cached_property
    def inside(self) -> dict[int, sparse.csr_matrix]:
        """The answers of each fold."""
        return {number: self.matrix[self.folds == number] for number in self.numbers}

    @cached_property
    def _outside(self) -> dict[int, sparse.csr_matrix]:
        return {number: self.matrix[self.folds != number] for number in self.numbers}

    def outside(self, number: int, clear: BoolArray) -> sparse.csr_matrix:
        """The answers outside a fold that are clear."""
        return self._outside[number] if clear.all() else self.matrix[(self.folds != number) & clear]

    def whole(self, clear: BoolArray) -> sparse.csr_matrix:
        """All answers that are clear."""
        return self.matrix if clear.all() else self.matrix[clear]


class _Rows:
    """Lines in the making of a folded model: the weights of the features go into the coefficients."""

    def __init__(self, features: Features, themes: int) -> None:
        self._features = features
        self._rows = np.zeros((features.vocabulary.size, themes), dtype=np.float32)
        self._bias = np.zeros(themes, dtype=np.float32)

    def put(self, place: int, line: Line) -> None:
        """Put a theme's line into its place."""
        self._rows[:, place] = line.coefficients * self._features.weights
        self._bias[place] = line.bias

    def folded(self) -> Folded:
        """Return what was put together."""
        return Folded(self._features.vocabulary, self._rows, self._bias)


def _fit_theme(cuts: _Cuts, given: NDArray[np.int8], seed: int, recipe: Recipe, *, keep_parts: bool) -> _Theme:
    """Fit one theme on all its undisputed answers, and once more without each fold."""
    clear: BoolArray = given != DISPUTED
    truth: BoolArray = given == PRESENT
    margins = np.full(len(given), -1.0)
    if int(truth.sum()) < FEWEST_POSITIVES:
        silent = Line(np.zeros(cuts.matrix.shape[1]), -1.0)
        return _Theme(silent, (silent,) * FOLDS if keep_parts else (), Cutoff(), margins)
    whole = fit_line(cuts.whole(clear), truth[clear], seed, recipe)
    parts = [whole] * FOLDS
    for number in cuts.numbers:
        rest = (cuts.folds != number) & clear
        parts[number] = fit_line(cuts.outside(number, clear), truth[rest], seed, recipe)
        margins[cuts.folds == number] = parts[number].margins(cuts.inside[number])
    if len(cuts.numbers) == 1:  # one respondent cannot be held out of their own model
        margins = whole.margins(cuts.matrix)
    return _Theme(whole, tuple(parts) if keep_parts else (), learn_cutoff(margins[clear], truth[clear]), margins)

"""Labelled answers to lines: each theme's, fitted on all of them, and one a fold that has not seen it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray
from scipy import sparse

from freetext.model.compiled import Folded
from freetext.model.cutoffs import FEWEST_POSITIVES, Cutoff
from freetext.model.features import FEWEST_RESPONDENTS
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.training.blend import Blend, Spread, blend_of, mean_spread, spread_of, trusted
from freetext.training.classifier import DEFAULT, Line, Recipe, fit_line
from freetext.training.dataset import DISPUTED, FOLDS, PRESENT, TrainingSet
from freetext.training.ground import Ground
from freetext.training.reading import read_margins

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
    """One theme: the line on all undisputed answers, and FOLDS without those of a fold each."""

    whole: Line
    parts: tuple[Line, ...]


def fit_lines(
    training: TrainingSet,
    ground: Ground,
    folds: IntArray,
    *,
    seed: int = 0,
    jobs: int | None = None,
    advance: Callable[[int], None] | None = None,
    keep_parts: bool = False,
    recipe: Recipe = DEFAULT,
) -> Lines:
    """Fit every theme on the labelled answers and, once more for each fold, on those outside it.

    `folds` (answers,) are those of the training answers. `advance` is told of each theme that is done.
    """
    themes = len(training.codeframe)
    cuts = _Cuts(ground.matrix, folds, ground.features.vocabulary.size, ground.around.getnnz(axis=0))
    if jobs is None:
        jobs = -1 if len(training.answers) * themes >= WORTH_PROCESSES else 1
    fitted = []
    # Never threads: the solver draws from one random stream for the whole process, and the model would depend on their race.
    found: Iterable[_Theme] = Parallel(n_jobs=jobs, max_nbytes=None, return_as="generator")(
        delayed(_fit_theme)(cuts, training.given[:, place], seed, recipe, least)
        for place, least in enumerate(np.where(ground.prior.speaks, 1, FEWEST_POSITIVES).tolist())
    )
    for theme in found:
        fitted.append(theme)
        if advance:
            advance(1)
    return _together(training, ground, cuts, fitted, keep_parts=keep_parts)


def _together(
    training: TrainingSet, ground: Ground, cuts: _Cuts, fitted: Sequence[_Theme], *, keep_parts: bool
) -> Lines:
    """Blend what was learnt with what the definitions say, and learn how the margins are read."""
    said = ground.prior.margins(ground.matrix)
    numbers = cuts.numbers if len(cuts.numbers) > 1 else []  # one respondent cannot be held out of their own model
    spreads = {
        number: spread_of(ground, [theme.parts[number] for theme in fitted], _unseen(ground, cuts.folds == number))
        for number in numbers
    }

    def blended(lines: list[Line], seen: BoolArray, spread: Spread | None) -> Blend:
        given = training.given[seen]
        return blend_of(ground, lines, (given == PRESENT).sum(axis=0), trusted(said[seen], given), spread)

    every = np.ones(len(said), dtype=np.bool_)
    whole = blended([theme.whole for theme in fitted], every, mean_spread([*spreads.values()]) if spreads else None)
    parts = [
        blended([theme.parts[number] for theme in fitted], cuts.folds != number, spreads[number])
        if number in spreads
        else whole
        for number in range(FOLDS)
    ]
    margins = np.empty(said.shape)
    for number in cuts.numbers:
        margins[cuts.folds == number] = parts[number].margins(cuts.inside[number])
    cutoffs = read_margins(training.given, margins, whole.margins(ground.around), ground.prior.speaks)
    return Lines(whole.folded(), tuple(each.folded() for each in parts) if keep_parts else (), cutoffs, margins)


def _unseen(ground: Ground, held: BoolArray) -> BoolArray:
    """Which of the survey's answers a fold's lines have not seen: those `held` out of the labelled ones, and all others."""
    unseen = np.ones(ground.around.shape[0], dtype=np.bool_)
    unseen[: len(held)] = held
    return unseen


class _Cuts:
    """The features of the answers, cut by folds once for all themes; a process cuts for itself."""

    def __init__(self, matrix: sparse.csr_matrix, folds: IntArray, counted: int, holders: IntArray) -> None:
        self.matrix, self.folds, self.counted, self.holders = matrix, folds, counted, holders

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
        return {number: self._shared(number) for number in self.numbers}

    def _shared(self, number: int) -> sparse.csr_matrix:
        """The answers outside a fold, without what would be no feature if those of the fold did not hold it.

        Else the fold would know words by one answer besides its own, as no new answer does, and its margins would promise too much.
        """
        rare = self.holders - self.inside[number].getnnz(axis=0) < FEWEST_RESPONDENTS
        outside: sparse.csr_matrix = self.matrix[self.folds != number]
        outside.data[rare[outside.indices]] = 0
        outside.eliminate_zeros()
        return outside

    def outside(self, number: int, clear: BoolArray) -> sparse.csr_matrix:
        """The answers outside a fold that are clear."""
        return self._outside[number] if clear.all() else self._outside[number][clear[self.folds != number]]

    def whole(self, clear: BoolArray) -> sparse.csr_matrix:
        """All answers that are clear."""
        return self.matrix if clear.all() else self.matrix[clear]


def _fit_theme(cuts: _Cuts, given: NDArray[np.int8], seed: int, recipe: Recipe, least: int) -> _Theme:
    """Fit one theme on all its undisputed answers, and once more without each fold; with fewer than `least` positives it is silent."""
    clear: BoolArray = given != DISPUTED
    truth: BoolArray = given == PRESENT
    if int(truth.sum()) < least:
        silent = Line(np.zeros(cuts.matrix.shape[1]), 0.0)
        return _Theme(silent, (silent,) * FOLDS)
    whole = fit_line(cuts.whole(clear), truth[clear], seed, recipe, cuts.counted)
    parts = [whole] * FOLDS
    for number in cuts.numbers if len(cuts.numbers) > 1 else ():
        rest = (cuts.folds != number) & clear
        parts[number] = fit_line(cuts.outside(number, clear), truth[rest], seed, recipe, cuts.counted)
    return _Theme(whole, tuple(parts))

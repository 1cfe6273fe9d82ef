"""Labelled answers to lines: each theme's, fitted on all of them, and one a fold that has not seen it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from freetext.model.compiled import Folded
from freetext.model.cutoffs import FEWEST_POSITIVES, Cutoff
from freetext.model.features import FEWEST_RESPONDENTS
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.training.blend import Blend, Spread, blend_of, mean_spread, spread_of, trusted
from freetext.training.classifier import DEFAULT, Line, Recipe
from freetext.training.dataset import FOLDS, PRESENT, TrainingSet
from freetext.training.ground import Ground
from freetext.training.lessons import Lesson, lesson_of, taught
from freetext.training.reading import read_margins


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

    `folds` (answers,) are those of the training answers. `advance` is told of each theme, or as much work, that is done.
    """
    cuts = Cuts(ground.matrix, folds, ground.features.vocabulary.size, ground.around.getnnz(axis=0))
    given, positives = training.given, (training.given == PRESENT).sum(axis=0)
    learnt = positives >= np.where(ground.prior.speaks, 1, FEWEST_POSITIVES)
    done = _Done(advance, 1 + len(cuts.held_out))
    whole = done.told(taught(cuts.whole(), given, learnt, seed, recipe, jobs))
    parts = {
        number: done.told(taught(cuts.outside(number), given[folds != number], learnt, seed, recipe, jobs))
        for number in cuts.held_out
    }
    return _together(training, ground, cuts, whole, parts, keep_parts=keep_parts)


class _Done:
    """How much of the work is done, told in themes: each has `rounds` lines."""

    def __init__(self, advance: Callable[[int], None] | None, rounds: int) -> None:
        self._advance, self._rounds, self._lines = advance, rounds, 0

    def told(self, found: Iterable[Line]) -> list[Line]:
        """Collect lines, and tell of them."""
        lines = []
        for line in found:
            lines.append(line)
            self._lines += 1
            if self._advance and self._lines % self._rounds == 0:
                self._advance(1)
        return lines


def _together(
    training: TrainingSet,
    ground: Ground,
    cuts: Cuts,
    fitted: list[Line],
    apart: Mapping[int, list[Line]],
    *,
    keep_parts: bool,
) -> Lines:
    """Blend what was learnt with what the definitions say, and learn how the margins are read."""
    said = ground.prior.margins(ground.matrix)
    spreads = {
        number: spread_of(ground, lines, _unseen(ground, cuts.folds == number)) for number, lines in apart.items()
    }

    def blended(lines: list[Line], seen: BoolArray, spread: Spread | None) -> Blend:
        given = training.given[seen]
        return blend_of(ground, lines, (given == PRESENT).sum(axis=0), trusted(said[seen], given), spread)

    every = np.ones(len(said), dtype=np.bool_)
    whole = blended(fitted, every, mean_spread([*spreads.values()]) if spreads else None)
    parts = [
        blended(apart[number], cuts.folds != number, spreads[number]) if number in spreads else whole
        for number in range(FOLDS)
    ]
    margins = np.empty(said.shape)
    for number in cuts.numbers:
        margins[cuts.folds == number] = parts[number].margins(cuts.inside(number))
    cutoffs = read_margins(training.given, margins, whole.margins(ground.around), ground.prior.speaks)
    return Lines(whole.folded(), tuple(each.folded() for each in parts) if keep_parts else (), cutoffs, margins)


def _unseen(ground: Ground, held: BoolArray) -> BoolArray:
    """Which of the survey's answers a fold's lines have not seen: those `held` out of the labelled ones, and all others."""
    unseen = np.ones(ground.around.shape[0], dtype=np.bool_)
    unseen[: len(held)] = held
    return unseen


class Cuts:
    """The features of the answers, cut by folds; one cut at a time is made ready for all themes, for it is large."""

    def __init__(self, matrix: sparse.csr_matrix, folds: IntArray, counted: int, holders: IntArray) -> None:
        self.matrix, self.folds, self.counted, self.holders = matrix, folds, counted, holders

    @cached_property
    def numbers(self) -> list[int]:
        """The folds that hold an answer."""
        return sorted(set(self.folds.tolist()))

    @property
    def held_out(self) -> list[int]:
        """The folds that can be held out: one respondent cannot be held out of their own model."""
        return self.numbers if len(self.numbers) > 1 else []

    def inside(self, number: int) -> sparse.csr_matrix:
        """The answers of a fold."""
        inside: sparse.csr_matrix = self.matrix[self.folds == number]
        return inside

    def outside(self, number: int) -> Lesson:
        """The answers outside a fold, without what would be no feature if those of the fold did not hold it.

        Else the fold would know words by one answer besides its own, as no new answer does, and its margins would promise too much.
        """
        rare = self.holders - self.inside(number).getnnz(axis=0) < FEWEST_RESPONDENTS
        outside: sparse.csr_matrix = self.matrix[self.folds != number]
        outside.data[rare[outside.indices]] = 0
        outside.eliminate_zeros()
        return lesson_of(outside, self.counted)

    def whole(self) -> Lesson:
        """All answers."""
        return lesson_of(self.matrix, self.counted)

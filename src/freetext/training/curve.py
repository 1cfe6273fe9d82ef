"""How well themes would be coded with fewer labels: what more of them would bring follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.text.tokens import Tokenizer
from freetext.text.vectors import Vectors
from freetext.training.as_read import as_read
from freetext.training.blend import blend_of, trusted
from freetext.training.classifier import DEFAULT, Recipe
from freetext.training.dataset import FOLDS, PRESENT, TrainingSet, folds_of
from freetext.training.ground import Ground, ground_of
from freetext.training.lessons import lesson_of, taught
from freetext.training.surveyed import Rest

PARTS = (0.25, 0.5)
"""Parts of the respondents outside a fold, on whom models are fitted once more; training has done so on all."""

LARGE, LARGE_PARTS = 8_000, (0.125, 0.25)
"""From so many answers on these parts are enough, and cost a quarter of the training."""


@dataclass(frozen=True, slots=True, eq=False)
class Size:
    """Out-of-fold margins (answers, themes) by models that had learnt from about `answers` answers."""

    answers: int
    margins: FloatArray


def learning_sizes(
    training: TrainingSet,
    margins: FloatArray,
    *,
    rest: Rest | None = None,
    seed: int = 0,
    recipe: Recipe = DEFAULT,
    jobs: int | None = None,
    vectors: Vectors | None = None,
    ground: Ground | None = None,
) -> tuple[Size, ...]:
    """Return margins by models of several sizes, the smallest first; the last are the `margins` of training itself.

    Smaller ones learn from a part of the respondents outside the answer's fold. Parts are nested, and the folds those of training:
    all sizes are judged on the same answers. It takes about six tenths of the time of training. `ground` is that of training, where it
    is at hand.
    """
    answers = training.answers
    folds = folds_of(answers.respondents, seed)
    if ground is None:
        tokenizer = Tokenizer(training.codeframe.lang, training.codeframe.glossary)
        taught = as_read(training.codeframe, answers)
        around = as_read(training.codeframe, rest.answers) if rest else None
        ground = ground_of(training.codeframe, taught, around, tokenizer, vectors)
    place = _places(answers.respondents, seed)
    parts = LARGE_PARTS if len(answers) >= LARGE else PARTS
    outside = len(answers) * (FOLDS - 1) / FOLDS
    found = [
        Size(round(part * outside), _margins(training, ground, folds, place < part, seed, recipe, jobs))
        for part in parts
    ]
    return (*found, Size(round(outside), margins))


def _places(respondents: Sequence[str], seed: int) -> FloatArray:
    """Return each answer's place (answers,) in 0..1, drawn for its respondent."""
    people = sorted(set(respondents))
    drawn = (np.random.default_rng(seed).permutation(len(people)) + 0.5) / len(people)
    found = dict(zip(people, drawn.tolist(), strict=True))
    return np.array([found[each] for each in respondents], dtype=np.float64)


def _margins(
    training: TrainingSet,
    ground: Ground,
    folds: IntArray,
    chosen: BoolArray,
    seed: int,
    recipe: Recipe,
    jobs: int | None,
) -> FloatArray:
    """Return out-of-fold margins (answers, themes) by models that learn from the `chosen` answers (answers,) alone."""
    margins = np.zeros((len(folds), len(training.codeframe)))
    for number in sorted(set(folds.tolist())):
        inside, seen = folds == number, (folds != number) & chosen
        if seen.any():
            matrix, given = ground.matrix[seen], training.given[seen]
            positives = (given == PRESENT).sum(axis=0)
            lesson = lesson_of(matrix, ground.features.vocabulary.size)
            lines = list(taught(lesson, given, positives > 0, seed, recipe, jobs))
            blend = blend_of(ground, lines, positives, trusted(ground.prior.margins(matrix), given))
            margins[inside] = blend.margins(ground.matrix[inside])
    return margins

"""Which learner serves a survey best, tried on its own labels, out of fold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import t
from sklearn.metrics import average_precision_score

from freetext.survey.answers import FloatArray, IntArray
from freetext.training.classifier import DEFAULT, DEFAULTS, Recipe
from freetext.training.dataset import DISPUTED, PRESENT, TrainingSet
from freetext.training.ground import Ground
from freetext.training.lines import fit_lines

SHORTLIST = (*DEFAULTS.values(), Recipe(0.03), Recipe(0.3), Recipe(3.0, "logistic"))
"""The default first. On the eight surveys of the bench none of the others was better than it beyond noise."""

FEWEST_ANSWERS, FEWEST_POSITIVES, FEWEST_THEMES = 300, 10, 5
"""With fewer labelled answers, or fewer themes that have so many positives, nothing is tried: the default stands."""

MISTAKEN = 0.05
"""How often another recipe is taken at most where none is better than the default."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A recipe, its mean average precision out of fold over the themes, and how much better than the default it is, with the standard error."""

    recipe: Recipe
    precision: float
    better: float
    error: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The recipe that serves best, and all that were tried; none where there were too few labels to tell."""

    recipe: Recipe
    tried: tuple[Tried, ...] = ()


def choose_recipe(
    training: TrainingSet, ground: Ground, folds: IntArray, *, seed: int = 0, jobs: int | None = None
) -> Choice:
    """Try the shortlist on the labelled answers; another recipe than the default is chosen only if it is better beyond chance.

    Compared is each theme's average precision out of fold, which no cut-off moves; the differences over the themes have a
    standard error (`bar`). Vectors are left out of it: they would double the time and say nothing of the recipe. Six recipes take about seven times as long as one training: 20 to 40 s at 5,000 answers and 44 themes.
    """
    frequent = np.flatnonzero((training.given == PRESENT).sum(axis=0) >= FEWEST_POSITIVES)
    if len(training.answers) < FEWEST_ANSWERS or len(frequent) < FEWEST_THEMES or len(set(folds.tolist())) == 1:
        return Choice(DEFAULT)
    found = [
        _precisions(
            training, fit_lines(training, ground.counted, folds, seed=seed, jobs=jobs, recipe=recipe).margins, frequent
        )
        for recipe in SHORTLIST
    ]
    tried = tuple(_compared(recipe, each, found[0]) for recipe, each in zip(SHORTLIST, found, strict=True))
    return Choice(best_of(tried, len(frequent)), tried)


def best_of(tried: Sequence[Tried], themes: int) -> Recipe:
    """Return the best of the recipes that are surely better than the first, which stands where there is none."""
    surely = [each for each in tried[1:] if each.better > bar(len(tried) - 1, themes) * each.error]
    return max(surely, key=lambda each: each.precision).recipe if surely else tried[0].recipe


def bar(others: int, themes: int) -> float:
    """Return by how many standard errors over so many themes one of the `others` has to be better.

    It is Student's quantile with Bonferroni's correction: two standard errors, whatever is tried, would take a recipe that is no
    better in 9 to 20 of 100 surveys.
    """
    return float(t.ppf(1 - MISTAKEN / others, themes - 1))


def _precisions(training: TrainingSet, margins: FloatArray, themes: IntArray) -> FloatArray:
    clear, truth = training.given != DISPUTED, training.given == PRESENT
    found = [
        average_precision_score(truth[clear[:, place], place], margins[clear[:, place], place])
        for place in themes.tolist()
    ]
    return np.array(found, dtype=np.float64)


def _compared(recipe: Recipe, found: FloatArray, default: FloatArray) -> Tried:
    gain = found - default
    return Tried(recipe, float(found.mean()), float(gain.mean()), float(gain.std(ddof=1) / np.sqrt(len(gain))))

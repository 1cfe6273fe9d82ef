"""What a coding is worth: F1 three ways, mean average precision, tally error and calibration, each under weights of the answers.

Weights make the bootstrap a matter of a few matrix products: a replicate counts each respondent as often as they were drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, FloatArray, IntArray

BINS = 10
Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What a system made of a test.

    scores   float32 (answers, themes): the higher, the likelier
    chances  float32 (answers, themes): calibrated probabilities, 0 where the system can say nothing
    chosen   bool (answers, themes)
    seconds  of training, processor time; rate is answers coded a second, tokenising included
    """

    scores: Singles
    chances: Singles
    chosen: BoolArray
    seconds: float
    rate: float


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A tested part: its truth (answers, themes), the place of each answer's respondent among all, and what was made of it."""

    truth: BoolArray
    people: IntArray
    outcome: Outcome


MEASURES = ("micro", "macro", "samples", "mean_ap", "tally", "relative", "calibration", "accuracy")
BETTER_LOW = ("tally", "relative", "calibration")


def measured(draw: Sequence[Part], weights: FloatArray, *, pooled: bool = False) -> dict[str, FloatArray]:
    """Measure a draw under weights (replicates, people): each measure (replicates,).

    F1 and mean average precision are means over the draw's parts, or `pooled`; tally error and calibration are of all parts together,
    for a few answers have no shares to speak of.
    """
    parts = [(part, weights[:, part.people]) for part in draw]
    together = _joined(draw)
    whole = (together, weights[:, together.people])
    found = [f1s(*each) for each in ([whole] if pooled else parts)]
    means = {name: np.nanmean([each[name] for each in found], axis=0) for name in found[0]}
    precision = np.nanmean([mean_precision(*each) for each in ([whole] if pooled else parts)], axis=0)
    return {**means, "mean_ap": precision, **tallied(*whole), "calibration": calibration_error(*whole)}


def _joined(draw: Sequence[Part]) -> Part:
    if len(draw) == 1:
        return draw[0]
    outcomes = [part.outcome for part in draw]
    whole = Outcome(
        np.concatenate([each.scores for each in outcomes]),
        np.concatenate([each.chances for each in outcomes]),
        np.concatenate([each.chosen for each in outcomes]),
        0.0,
        0.0,
    )
    return Part(np.concatenate([part.truth for part in draw]), np.concatenate([part.people for part in draw]), whole)


def f1s(part: Part, weights: FloatArray) -> dict[str, FloatArray]:
    """Return micro, macro (over themes that occur) and samples F1 (two empty sets count 1), and the accuracy of the likeliest theme.

    `weights` is (replicates, answers).
    """
    truth, chosen = part.truth, part.outcome.chosen
    right, size = weights @ (truth & chosen), weights @ truth + weights @ chosen
    occurs = weights @ truth > 0
    each = np.where(occurs, 2 * right / np.maximum(size, 1e-12), np.nan)
    sizes = truth.sum(axis=1) + chosen.sum(axis=1)
    samples = np.where(sizes == 0, 1.0, 2 * (truth & chosen).sum(axis=1) / np.maximum(sizes, 1))
    first = truth[np.arange(len(truth)), part.outcome.chances.argmax(axis=1)]
    total = weights.sum(axis=1)
    return {
        "micro": 2 * right.sum(axis=1) / np.maximum(size.sum(axis=1), 1e-12),
        "macro": np.nanmean(each, axis=1),
        "samples": weights @ samples / total,
        "accuracy": weights @ first / total,
    }


def tallied(part: Part, weights: FloatArray) -> dict[str, FloatArray]:
    """Return the mean error of the tally over themes, in points, and relative to the share of each theme that occurs."""
    total = weights.sum(axis=1, keepdims=True)
    true = weights @ part.truth / total
    error = np.abs(weights @ part.outcome.chosen / total - true)
    occurs = true > 0
    relative = np.where(occurs, error / np.where(occurs, true, 1), np.nan)
    return {"tally": 100 * error.mean(axis=1), "relative": np.nanmean(relative, axis=1)}


def calibration_error(part: Part, weights: FloatArray) -> FloatArray:
    """Return the expected calibration error of all decisions in ten bins of one width, in points. Source: Naeini and others 2015."""
    place = np.minimum((part.outcome.chances * BINS).astype(np.int64), BINS - 1)
    gap = np.zeros(len(weights))
    for number in range(BINS):
        inside = place == number
        off = np.where(inside, part.outcome.chances.astype(np.float64) - part.truth, 0).sum(axis=1)
        gap += np.abs(weights @ off)
    return np.asarray(100 * gap / (weights.sum(axis=1) * part.truth.shape[1]))


def mean_precision(part: Part, weights: FloatArray) -> FloatArray:
    """Return the mean over themes that occur of the average precision, ties taken together as scikit-learn does."""
    columns = [
        average_precision(part.outcome.scores[:, theme], part.truth[:, theme], weights)
        for theme in np.flatnonzero(part.truth.any(axis=0)).tolist()
    ]
    return np.asarray(np.nanmean(columns, axis=0))


def average_precision(scores: Singles, truth: BoolArray, weights: FloatArray) -> FloatArray:
    """Return one theme's average precision (replicates,); nan where a replicate has no positive."""
    order = np.argsort(-scores, kind="stable")
    last = np.append(np.flatnonzero(np.diff(scores[order])), len(order) - 1)
    right = np.cumsum(weights[:, order] * truth[order], axis=1)[:, last]
    seen = np.cumsum(weights[:, order], axis=1)[:, last]
    steps = np.diff(right, axis=1, prepend=0.0)
    total = right[:, -1]
    found = (steps * right / np.maximum(seen, 1e-12)).sum(axis=1)
    return np.asarray(np.where(total > 0, found / np.maximum(total, 1e-12), np.nan))


def drawn_weights(people: int, replicates: int, seed: int = 0) -> FloatArray:
    """Draw how often each respondent counts in each replicate (replicates, people)."""
    draw = np.random.default_rng(seed)
    return draw.multinomial(people, np.full(people, 1 / people), size=replicates).astype(np.float64)

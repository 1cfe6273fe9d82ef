"""From margins to codes and probabilities, theme by theme, learnt from out-of-fold margins only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, FloatArray

FEWEST_POSITIVES = 3
"""A theme with fewer positive answers codes nothing: its margins are as good as constant."""


CERTAIN = 15
"""Log odds beyond which nothing is surer: in float32 a probability stays within 0..1, neither included."""


@dataclass(frozen=True, slots=True)
class Cutoff:
    """How one theme's margins are read.

    margin  codes begin here; None codes nothing
    slope, offset  probability = 1 / (1 + exp(-(slope * margin + offset))); None where nothing was learnt
    """

    margin: float | None = None
    slope: float | None = None
    offset: float | None = None


def learn_cutoff(margins: FloatArray, truth: BoolArray) -> Cutoff:
    """Learn a theme's cut-off and calibration from out-of-fold margins (n,) and the truth (n,)."""
    if int(truth.sum()) < FEWEST_POSITIVES:
        return Cutoff()
    slope, offset = sigmoid(margins, truth)
    return Cutoff(share_margin(margins, truth), slope, offset)


def share_margin(margins: FloatArray, truth: BoolArray) -> float:
    """Return the margin above which as many answers lie as are truly positive: the training share, frozen.

    Answers with the same margin (often the same words) fall on the same side, the one that comes nearer to the share.
    """
    return _counted_margin(margins, int(truth.sum()))


def expected_margin(margins: FloatArray, chances: FloatArray, weights: FloatArray | None = None) -> float:
    """Return the margin above which as many answers lie as are expected to have the theme; ties as in `share_margin`.

    `chances` (n,) is 1 or 0 where a person has said so, and elsewhere the calibrated probability; `weights` (n,) how many answers
    each one stands for. Labels that were not drawn at random have a share that is not the survey's; the sum of probabilities is.
    Source: Bella, Ferri, Hernandez-Orallo and Ramirez-Quintana 2010, "Quantification via probability estimators".
    """
    return _counted_margin(margins, float(np.sum(chances if weights is None else chances * weights)), weights)


def _counted_margin(margins: FloatArray, wanted: float, weights: FloatArray | None = None) -> float:
    steps, place = np.unique(margins, return_inverse=True)
    steps, coded = steps[::-1], np.cumsum(np.bincount(place, weights)[::-1])
    last = int(np.abs(coded - wanted).argmin())
    if wanted < coded[last] - wanted:
        return float(np.nextafter(np.float32(steps[0]), np.float32(np.inf)))
    return float((steps[last] + steps[last + 1]) / 2) if last + 1 < len(steps) else float(steps[last])


def sigmoid(margins: FloatArray, truth: BoolArray, *, rounds: int = 100) -> tuple[float, float]:
    """Fit slope and offset of Platt's sigmoid with his smoothed targets, by Newton's method with halved steps.

    Source: Platt 1999; Lin, Lin and Weng 2007, "A note on Platt's probabilistic outputs for support vector machines". A slope
    below zero (margins that say the opposite of the truth) becomes zero: the theme's share, for every answer.
    """
    positive, negative = int(truth.sum()), int((~truth).sum())
    target = np.where(truth, (positive + 1) / (positive + 2), 1 / (negative + 2))
    design = np.stack((margins, np.ones_like(margins)), axis=1)
    solution = np.array([0.0, np.log((positive + 1) / (negative + 1))])
    loss = _log_loss(design @ solution, target)
    for _ in range(rounds):
        probability = 1 / (1 + np.exp(-np.clip(design @ solution, -30, 30)))
        slope = design.T @ (probability - target)
        curve = (design * (probability * (1 - probability))[:, None]).T @ design + 1e-9 * np.eye(2)
        step = np.linalg.solve(curve, slope)
        size = 1.0
        while size > 1e-10 and (now := _log_loss(design @ (solution - size * step), target)) > loss - 1e-4 * size * (
            slope @ step
        ):
            size /= 2
        if size <= 1e-10 or loss - now < 1e-10:
            break
        solution, loss = solution - size * step, now
    if solution[0] < 0:
        return 0.0, float(np.log((positive + 1) / (negative + 1)))
    return float(solution[0]), float(solution[1])


def _log_loss(logits: FloatArray, target: FloatArray) -> float:
    return float(np.sum(np.logaddexp(0, logits) - target * logits))


def apply_cutoffs(margins: NDArray[np.float32], cutoffs: tuple[Cutoff, ...]) -> BoolArray:
    """Return bool (n, k): which margins (n, k) reach their theme's cut-off; raising one never adds a code."""
    edges = np.array([np.inf if each.margin is None else each.margin for each in cutoffs], dtype=np.float32)
    return margins >= edges


def probabilities(margins: NDArray[np.float32], cutoffs: tuple[Cutoff, ...]) -> NDArray[np.float32]:
    """Return float32 (n, k): calibrated probabilities, nan for a theme without calibration."""
    slope = np.array([np.nan if each.slope is None else each.slope for each in cutoffs], dtype=np.float64)
    offset = np.array([np.nan if each.offset is None else each.offset for each in cutoffs], dtype=np.float64)
    odds = margins * slope
    odds += offset
    np.clip(odds, -CERTAIN, CERTAIN, out=odds)
    np.exp(np.negative(odds, out=odds), out=odds)
    odds += 1
    return np.divide(1, odds, out=odds).astype(np.float32)

"""The law by which codes get better as labels come in: (1 - F1) falls like a power of their number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from freetext.model.cutoffs import share_margin
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.training.curve import Size
from freetext.training.dataset import DISPUTED, PRESENT

USUAL, WORTH = 0.2, 1000
"""The exponent on surveys of the bench, and how many labels this experience counts for."""

LEAST, MOST = 0.05, 0.4
"""No exponent is outside: models get better with labels, and never as fast as one part of a few answers makes believe."""

SPREAD = 0.04
"""Deviation of what the law foresees where F1 is known for sure."""

EIGHTY = 1.2816
"""Deviations that hold 80 of 100 draws of a normal distribution."""

DRAWS = 20


@dataclass(frozen=True, slots=True, eq=False)
class Quality:
    """How well a size codes: F1 of each theme (themes,), nan where it is undefined, and of all decisions."""

    f1: FloatArray
    micro: float
    macro: float


def quality(given: NDArray[np.int8], margins: FloatArray) -> Quality:
    """Code answers at cut-offs that keep each theme's share, and hold the codes against what is `given`, both (answers, themes)."""
    clear, true = given != DISPUTED, given == PRESENT
    coded = coded_by_share(given, margins, np.ones(len(given), dtype=np.bool_)) & clear
    both, said, held = (coded & true).sum(axis=0), coded.sum(axis=0), true.sum(axis=0)
    f1 = np.where(said + held > 0, 2 * both / np.maximum(said + held, 1), np.nan)
    micro = 2 * both.sum() / max(int(said.sum() + held.sum()), 1)
    return Quality(f1, float(micro), float(np.nanmean(f1)))


def coded_by_share(given: NDArray[np.int8], margins: FloatArray, seen: BoolArray) -> BoolArray:
    """Code answers (answers, themes) at the cut-offs at which those `seen` (answers,) keep each theme's share."""
    edges = np.full(given.shape[1], np.inf)
    for theme in range(given.shape[1]):
        taught = seen & (given[:, theme] != DISPUTED)
        truth = given[taught, theme] == PRESENT
        if truth.any():
            edges[theme] = share_margin(margins[taught, theme], truth)
    return np.asarray(margins >= edges)


def exponent(given: NDArray[np.int8], sizes: Sequence[Size], micro: Sequence[float]) -> float:
    """Fit the exponent of (1 - micro F1) over the sizes, drawn to the usual one where labels are few."""
    x = np.log([size.answers for size in sizes])
    y = np.log(1 - np.clip(micro, 0, 0.98))
    steps = x - x.mean()
    spread = float(steps @ steps)
    own = -float(steps @ y) / spread if spread else USUAL
    labels = int((given == PRESENT).sum())
    return float(np.clip((labels * own + WORTH * USUAL) / (labels + WORTH), LEAST, MOST))


def foreseen(f1: FloatArray, seen: float, wanted: float, power: float) -> FloatArray:
    """Return F1 by models that learn from `wanted` answers, where those that learnt from `seen` have `f1`."""
    return np.asarray(1 - (1 - f1) * (wanted / seen) ** -power, dtype=np.float64)


def needed(f1: FloatArray, seen: float, goal: float, power: float) -> FloatArray:
    """Return from how many answers on F1 reaches a goal."""
    return np.asarray(seen * (np.maximum(1 - f1, 1e-9) / (1 - goal)) ** (1 / power), dtype=np.float64)


def give_or_take(f1: FloatArray, labels: IntArray) -> FloatArray:
    """Return what to give or take of a foreseen F1 so that 80 of 100 fall into it: few labels tell little of it.

    The variance of a share, f1 * (1 - f1) / labels, and that of the law. Of the themes of two surveys .78 fell into it.
    """
    return np.asarray(EIGHTY * np.sqrt(np.maximum(f1 * (1 - f1), 0.05) / np.maximum(labels, 1) + SPREAD**2))


def tally_error(given: NDArray[np.int8], size: Size, seed: int) -> float | None:
    """Return the mean error of shares coded by a model of this size, in points, as it would be over a large survey.

    Cut-offs are set on a random draw of as many answers as the models had seen, and the others' coded share is held against their
    true one; that the others are few themselves is taken out again, for the square of an error falls like one over the number.
    """
    answers = len(given)
    known = ~(given == DISPUTED).any(axis=1)
    drawn, rest = min(size.answers, answers - 1), answers - min(size.answers, answers - 1)
    if drawn < 1 or known.sum() < 2:
        return None
    dice, errors = np.random.default_rng(seed), []
    for _ in range(DRAWS):
        seen = np.zeros(answers, dtype=np.bool_)
        seen[dice.choice(answers, drawn, replace=False)] = True
        judged = known & ~seen
        if judged.any():
            coded = coded_by_share(given, size.margins, seen)[judged]
            errors.append(np.abs(coded.mean(axis=0) - (given[judged] == PRESENT).mean(axis=0)).mean())
    return float(100 * np.mean(errors) * np.sqrt(rest / answers)) if errors else None

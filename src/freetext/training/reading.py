"""How margins are read, theme by theme: cut-off and calibration, from labels where there are enough and else from what may be expected."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from freetext.model.cutoffs import FEWEST_POSITIVES, Cutoff, expected_margin, learn_cutoff
from freetext.survey.answers import BoolArray, FloatArray
from freetext.training.dataset import DISPUTED, PRESENT

THEMES_AN_ANSWER, MOST = 1.2, 0.3
"""How many themes an answer is expected to have before anybody has said so, and the largest share that a theme gets by it."""

WORTH = 5
"""Labelled answers that this expectation counts for."""

SLOPE = 1.0
"""Of the sigmoid of a theme that only its definition tells."""


def read_margins(
    given: NDArray[np.int8], margins: FloatArray, said: FloatArray, speaks: BoolArray
) -> tuple[Cutoff, ...]:
    """Learn each theme's cut-off and calibration.

    `given` and `margins` (out of fold) are (answers, themes), `said` (answers of the survey, themes) the margins of the model,
    `speaks` (themes,) whether a definition has its say in them. A theme with too few positives and a definition has the share that may be expected; one
    without either codes nothing.
    """
    return tuple(
        _read(given[:, place], margins[:, place], said[:, place] if speaks[place] else None, given.shape[1])
        for place in range(given.shape[1])
    )


def _read(given: NDArray[np.int8], margins: FloatArray, said: FloatArray | None, themes: int) -> Cutoff:
    clear, truth = given != DISPUTED, given == PRESENT
    if said is None or int(truth.sum()) >= FEWEST_POSITIVES:
        return learn_cutoff(margins[clear], truth[clear])
    return guessed_cutoff(said, expected_share(int(truth.sum()), int(clear.sum()), themes))


def expected_share(positives: int, answers: int, themes: int) -> float:
    """Return the share of a theme of which few labels speak: the labels', drawn to what an answer has on average."""
    return (positives + WORTH * min(THEMES_AN_ANSWER / themes, MOST)) / (answers + WORTH)


def guessed_cutoff(said: FloatArray, share: float) -> Cutoff:
    """Return the cut-off and the sigmoid by which the answers of a survey (answers,) have a theme's share on average."""
    low, high = -40.0, 40.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _chances(said, middle).mean() < share else (low, middle)
    return Cutoff(expected_margin(said, _chances(said, low)), SLOPE, low)


def _chances(said: FloatArray, offset: float) -> FloatArray:
    return np.asarray(1 / (1 + np.exp(-np.clip(SLOPE * said + offset, -30, 30))), dtype=np.float64)

"""Why a person should look at an answer, in words: for a whole batch at once, nothing is said answer by answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, IntArray

Texts = NDArray[np.object_]

NAMED = 3
"""Themes in doubt that a reason names."""

UNSURE = "unsure: "
UNPROVEN = "model not proven yet"
"""Why a person is wanted where training could not show that the model may be left alone."""
NO_THEME = "no theme found"
NO_WORD = "no word that the model knows"


def doubts_named(codes: Sequence[str], scores: NDArray[np.float32], unsure: BoolArray) -> Texts:
    """Name for each answer the themes in doubt, the most doubtful first; empty where there is none.

    `scores` and `unsure` are (answers, themes). Texts are made once for each theme and hundredth, and picked.
    """
    rows, places = np.nonzero(unsure)
    said = scores[rows, places]
    # Of floats from zero on the bits sort as the numbers do; rows stand in order already, and so do themes within one.
    order = np.argsort((rows << 32) | np.abs(said - np.float32(0.5)).view(np.int32), kind="stable")
    rows, texts = rows[order], _phrases(codes)[places[order] * 101 + _hundredths(said[order])]
    first = np.flatnonzero(np.diff(rows, prepend=-1))
    nth = np.arange(len(rows)) - np.repeat(first, np.diff(first, append=len(rows)))
    reasons = np.full(len(unsure), "", dtype=object)
    for number in range(NAMED):
        here = nth == number
        reasons[rows[here]] += ", " + texts[here] if number else UNSURE + texts[here]
    return reasons


def _hundredths(scores: NDArray[np.float32]) -> IntArray:
    """Round to hundredths as printing does: the product is exact in float64, and halves go to the even one."""
    return np.rint(scores.astype(np.float64) * 100).astype(np.int64)


def _phrases(codes: Sequence[str]) -> Texts:
    """Return `code 0.42` for each code and hundredth from 0 to 100, flat."""
    hundredths = [f" {number / 100:.2f}" for number in range(101)]
    return np.array([code + hundredth for code in codes for hundredth in hundredths], dtype=object)

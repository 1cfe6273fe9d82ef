"""Below which probability a code is flagged, so that few of the codes in all other answers are wrong."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.model.trust import Trust, doubtful
from freetext.survey.answers import BoolArray
from freetext.tallies.intervals import wilson
from freetext.training.dataset import DISPUTED, PRESENT

BOUND = 0.1
"""Of the codes in answers that are not flagged at most this part is wrong."""

CERTAINTY = 0.9
"""Level of the two-sided interval whose upper end is a one-sided limit at 95 %."""

FEWEST = 100
"""Codes in answers that are not flagged; fewer prove nothing: 4 wrong ones of 100 are just below the bound."""

STEPS = range(98, 28, -2)
"""Limits that are tried, in hundredths, the strictest first."""


def proven(
    given: NDArray[np.int8], coded: BoolArray, scores: NDArray[np.float32], bound: float = BOUND
) -> dict[str, Any]:
    """Learn the limits of a model's judgement from what is `given`, and from out-of-fold codes and scores, all (answers, themes).

    An answer is flagged where a code is less probable than the limit, an uncoded theme more probable than 1 - limit, or no theme is
    found. Limits are loosened step by step, beginning with the first that leaves FEWEST codes, for as long as the upper confidence
    limit of their error lies below the bound: steps in a fixed order of which the first failure is the last need no correction for
    their number. Disputed decisions are neither right nor wrong.

    Returns JSON values: the bound, the limits (None where none is proven), the share of answers flagged, codes and wrong codes in the others,
    and codes and wrong codes in all answers.
    Source: Wilson 1927; Angelopoulos and others 2021, "Learn then test", on testing in a fixed sequence.
    """
    found: dict[str, Any] = {"below": None, "above": None, "flagged": 1.0, "codes": 0, "wrong": 0}
    for step in STEPS:
        trust = Trust(step / 100, (100 - step) / 100)
        free = ~flagged(scores, coded, trust)
        codes, wrong = _counts(given[free], coded[free])
        if codes >= FEWEST and wilson(wrong / codes, codes, CERTAINTY)[1] >= bound:
            break
        if codes >= FEWEST:
            share = round(float(1 - free.mean()), 4)
            found = {"below": trust.below, "above": trust.above, "flagged": share, "codes": codes, "wrong": wrong}
    every, amiss = _counts(given, coded)
    return {"bound": bound, **found, "all_codes": every, "all_wrong": amiss}


def flagged(scores: NDArray[np.float32], coded: BoolArray, trust: Trust) -> BoolArray:
    """Return bool (answers,): which answers want a person."""
    return np.asarray(doubtful(scores, coded, trust).any(axis=1) | ~coded.any(axis=1))


def _counts(given: NDArray[np.int8], coded: BoolArray) -> tuple[int, int]:
    clear = coded & (given != DISPUTED)
    return int(clear.sum()), int((clear & (given != PRESENT)).sum())

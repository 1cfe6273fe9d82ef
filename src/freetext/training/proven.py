"""Below which probability a code is flagged, so that few of the codes in all other answers are wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.model.trust import Trust, doubtful
from freetext.survey.answers import BoolArray, IntArray
from freetext.tallies.intervals import wilson
from freetext.tallies.paired import groups_of
from freetext.training.dataset import DISPUTED, PRESENT

BOUND = 0.1
"""Of the codes in answers that are not flagged at most this part is wrong."""

CERTAINTY = 0.9
"""Level of the two-sided interval whose upper end is a one-sided limit at 95 %."""

FEWEST = 100
"""Independent codes in answers that are not flagged; fewer prove nothing: 4 wrong ones of 100 are just below the bound."""

STEPS = range(98, 28, -2)
"""Limits that are tried, in hundredths, the strictest first."""


def proven(
    given: NDArray[np.int8],
    coded: BoolArray,
    scores: NDArray[np.float32],
    respondents: Sequence[str],
    bound: float = BOUND,
) -> dict[str, Any]:
    """Learn the limits of a model's judgement from what is `given`, and from out-of-fold codes and scores, all (answers, themes).

    An answer is flagged where a code is less probable than the limit, an uncoded theme more probable than 1 - limit, or no theme is
    found. Limits are loosened step by step, beginning with the first that leaves FEWEST codes, for as long as the upper confidence
    limit of their error lies below the bound: steps in a fixed order of which the first failure is the last need no correction for
    their number. Disputed decisions are neither right nor wrong. One of the `respondents` (answers,) who is misread once is misread
    again: codes count for as many as independent ones would say as much.

    Returns JSON values: the bound, the limits (None where none is proven), the share of answers flagged, codes and wrong codes in the others,
    codes and wrong codes in all answers, and how many independent codes these are worth.
    Source: Wilson 1927; Angelopoulos and others 2021, "Learn then test", on testing in a fixed sequence; Kish 1965 on the design effect.
    """
    people = groups_of(respondents)
    every, amiss = _counts(given, coded, people)
    alike = _alike(every, amiss)
    found: dict[str, Any] = {"below": None, "above": None, "flagged": 1.0, "codes": 0, "wrong": 0}
    for step in STEPS:
        trust = Trust(step / 100, (100 - step) / 100)
        free = ~flagged(scores, coded, trust)
        codes, wrong = _counts(given[free], coded[free], people[free])
        count, worth = int(codes.sum()), _worth(codes, wrong, alike)
        if worth >= FEWEST and wilson(wrong.sum() / count, worth, CERTAINTY)[1] >= bound:
            break
        if worth >= FEWEST:
            share = round(float(1 - free.mean()), 4)
            found = {"below": trust.below, "above": trust.above, "flagged": share}
            found |= {"codes": count, "wrong": int(wrong.sum())}
    told = {"all_codes": int(every.sum()), "all_wrong": int(amiss.sum()), "all_worth": int(_worth(every, amiss, alike))}
    return {"bound": bound, **found, **told}


def flagged(scores: NDArray[np.float32], coded: BoolArray, trust: Trust) -> BoolArray:
    """Return bool (answers,): which answers want a person."""
    return np.asarray(doubtful(scores, coded, trust).any(axis=1) | ~coded.any(axis=1))


def _counts(given: NDArray[np.int8], coded: BoolArray, people: IntArray) -> tuple[IntArray, IntArray]:
    """Count undisputed codes, and the wrong ones of these, of each person (people,); those without any code are left out."""
    clear = coded & (given != DISPUTED)
    size = int(people.max(initial=-1)) + 1
    codes = np.bincount(people, clear.sum(axis=1), size).astype(np.int64)
    wrong = np.bincount(people, (clear & (given != PRESENT)).sum(axis=1), size).astype(np.int64)
    return codes[codes > 0], wrong[codes > 0]


def _worth(codes: IntArray, wrong: IntArray, alike: float) -> float:
    """Return how many independent codes say as much about the share of wrong ones: codes over their design effect.

    That is the larger one of what is seen among these codes, and of what the likeness of a person's codes (`alike`) would make of
    them: few wrong ones show no likeness.
    """
    if not len(codes):
        return 0.0
    effect = max(1.0, _effect(codes, wrong) or 1.0, 1 + (_crowd(codes) - 1) * alike)
    return float(codes.sum() / effect)


def _effect(codes: IntArray, wrong: IntArray) -> float | None:
    """Return the design effect of the share of wrong codes, a ratio of two counts over people; None where all or none are wrong."""
    count = int(codes.sum())
    share = float(wrong.sum() / max(count, 1))
    if not 0 < share < 1 or len(codes) < 2:
        return None
    residuals = wrong - share * codes
    return float((residuals**2).sum() / (count * share * (1 - share)))


def _crowd(codes: IntArray) -> float:
    """Return how many codes the person has who gave a code, on average over codes."""
    return float((codes**2).sum() / codes.sum())


def _alike(codes: IntArray, wrong: IntArray) -> float:
    """Return the likeness 0..1 (intraclass correlation) of the codes of a person; 1 where nothing shows that they differ."""
    effect = _effect(codes, wrong)
    if effect is None:
        return 1.0
    crowd = _crowd(codes)
    return min(max((effect - 1) / (crowd - 1), 0.0), 1.0) if crowd > 1 else 0.0

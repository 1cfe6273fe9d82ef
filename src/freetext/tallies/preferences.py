"""What respondents put above what: the sums of a ranking."""

from __future__ import annotations

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray
from freetext.tallies.exact import Units, Whole, crossed


def firsts_of(ranks: FloatArray) -> BoolArray:
    """Who put each item first, bool (n, items). Raises ValueError for ranks that are no whole numbers."""
    ranked = ranks[~np.isnan(ranks)]
    if (ranked != np.rint(ranked)).any():
        message = "ranks are whole numbers, 1 for the first"
        raise ValueError(message)
    first: BoolArray = ranks == 1
    return first


def ranked_of(ranks: FloatArray, member: BoolArray, units: Units) -> Whole:
    """Sum weights by item and column, (items, c, 4): of points, of ranks, of those who ranked it, of those who ranked anything.

    Of k items a rank is worth k - rank points; an item that was left out gets none.
    """
    ranked = ~np.isnan(ranks)
    place = np.where(ranked, ranks, 0.0)
    points = np.where(ranked, ranks.shape[1] - ranks, 0.0)
    some = np.repeat(ranked.any(axis=1, keepdims=True), ranks.shape[1], axis=1)
    return np.stack([crossed(each, member, units) for each in (points, place, ranked, some)], axis=2)


def beats_of(ranks: FloatArray, member: BoolArray, units: Units) -> Whole:
    """Sum the weights of the members, bool (n,), who rank one item above the other, (items, items); items left out stand last."""
    last = np.where(np.isnan(ranks), np.inf, ranks)
    inside = member[:, None]
    above = [crossed(inside, last[:, [place]] < last, units) for place in range(ranks.shape[1])]
    return np.concatenate(above) if above else np.zeros((0, 0), dtype=object)

"""Coefficients of agreement, for many things and many weightings of the answers at once.

Values are int (c, n, t): which of `q` categories each of `c` coders said of each of `n` answers about each of `t` things; -1
where a coder said nothing. A theme is a thing of two categories, given (1) or not (0).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import FloatArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Coefficients:
    """Figures of `t` things under `b` weightings of the answers: float (b, t) each, nan where undefined.

    alpha     Krippendorff's, nominal; any number of coders
    kappa     Cohen's; nan where there are not two coders
    ac1       Gwet's; any number of coders
    positive  agreement on category 1: of the pairs in which one said it, how many had the other say it too
    """

    alpha: FloatArray
    kappa: FloatArray
    ac1: FloatArray
    positive: FloatArray


def coefficients(values: IntArray, weights: FloatArray, *, categories: int = 2, doubt: float = 0.0) -> Coefficients:
    """Work out the coefficients of values (c, n, t) under weights (b, n): how often each answer counts.

    `doubt` is a share of answers in which, besides all that was said, one coder shall have differed from all others. Answers
    that fewer than two coders decided on count for Gwet's prevalences alone.

    Sources: Krippendorff 2019, chapter 12: alpha = 1 - Do / De; Cohen 1960; Gwet 2008: AC1 = (pa - pe) / (1 - pe),
    pe = sum_k p_k (1 - p_k) / (q - 1); Cicchetti and Feinstein 1990: 2a / (2a + b + c), for more coders Uebersax 1982.
    """
    counts = _counts(values, categories)
    size = counts.sum(axis=2)
    paired = size > 1
    said = np.where(paired[:, :, None], counts, 0.0)
    together = (said**2).sum(axis=2) - said.sum(axis=2)
    n = weights @ paired.astype(np.float64)
    pairable = np.tensordot(weights, said, axes=1)
    total = pairable.sum(axis=2)
    extra = doubt * n
    agreed = _ratio(weights @ _ratio(together, size * (size - 1), undefined=0.0), n)
    agreed -= doubt * 2 * _ratio(n, total)
    return Coefficients(
        _alpha(
            weights @ _ratio(said.sum(axis=2) ** 2 - (said**2).sum(axis=2), size - 1, undefined=0.0), pairable, extra
        ),
        _kappa(values, weights, categories, doubt),
        _chance(agreed, _gwet(weights, counts, size, categories)),
        _positive(weights, said[:, :, 1], np.where(paired, size, 1.0), _ratio(total, n) - 1, extra),
    )


def _counts(values: IntArray, categories: int) -> FloatArray:
    """How many coders said each category: (n, t, q)."""
    counts = [np.count_nonzero(values == category, axis=0) for category in range(categories)]
    return np.stack(counts, axis=2).astype(np.float64)


def _alpha(apart: FloatArray, pairable: FloatArray, extra: FloatArray) -> FloatArray:
    """1 - Do / De, from the sums of disagreements (b, t) and of pairable values (b, t, q); an answer in doubt adds 2."""
    total = pairable.sum(axis=2)
    expected = total**2 - (pairable**2).sum(axis=2)
    return np.subtract(1.0, _ratio((apart + 2 * extra) * (total - 1), expected))


def _kappa(values: IntArray, weights: FloatArray, categories: int, doubt: float) -> FloatArray:
    """(po - pe) / (1 - pe) with each coder's own shares, on the answers that both decided on."""
    if len(values) != 2:
        return np.full((len(weights), values.shape[2]), np.nan)
    one, other = values
    both = (one >= 0) & (other >= 0)
    n = weights @ both.astype(np.float64)
    agreed = _ratio(weights @ (both & (one == other)).astype(np.float64), n) - doubt
    by_chance = np.zeros_like(n)
    for category in range(categories):
        first, second = (weights @ (both & (each == category)).astype(np.float64) for each in (one, other))
        by_chance += _ratio(first * second, n * n)
    return _chance(agreed, by_chance)


def _gwet(weights: FloatArray, counts: FloatArray, size: FloatArray, categories: int) -> FloatArray:
    """Gwet's agreement by chance (b, t): sum_k p_k (1 - p_k) / (q - 1), p_k the mean share of an answer's coders."""
    shares = _ratio(counts, size[:, :, None], undefined=0.0)
    decided = weights @ (size > 0).astype(np.float64)
    mean = _ratio(np.tensordot(weights, shares, axes=1), decided[:, :, None])
    by_chance: FloatArray = (mean * (1 - mean)).sum(axis=2) / (categories - 1)
    return by_chance


def _positive(
    weights: FloatArray, ones: FloatArray, size: FloatArray, others: FloatArray, extra: FloatArray
) -> FloatArray:
    """Pairs in which both said 1 over pairs whose first did; an answer in doubt adds one who did, among so many others."""
    return _ratio(
        weights @ (ones * (ones - 1)), weights @ (ones * (size - 1)) + extra * np.where(extra > 0, others, 0.0)
    )


def set_alpha(values: IntArray, distances: FloatArray, weights: FloatArray, *, doubt: float = 0.0) -> FloatArray:
    """Krippendorff's alpha (b,) of values (c, n), -1 for none, whose distances are (s, s), under weights (b, n).

    An answer in `doubt` adds one coder at distance 1 from all others; nan where undefined. Source: Krippendorff 2019, chapter 12.
    """
    size = np.count_nonzero(values >= 0, axis=0)
    paired = size > 1
    apart = np.zeros(values.shape[1])
    for place, one in enumerate(values):
        for other in values[place + 1 :]:
            both = (one >= 0) & (other >= 0)
            apart[both] += 2 * distances[one[both], other[both]]
    pairable = sum(
        (_summed(weights, np.where(paired, one, -1), len(distances)) for one in values),
        start=np.zeros((len(weights), len(distances))),
    )
    total = pairable.sum(axis=1)
    expected = ((pairable @ distances) * pairable).sum(axis=1)
    observed = weights @ (apart / np.maximum(size - 1, 1)) + 2 * doubt * (weights @ paired.astype(np.float64))
    return np.subtract(1.0, _ratio(observed * (total - 1), expected))


def _summed(weights: FloatArray, values: IntArray, size: int) -> FloatArray:
    """Add the weights (b, n) up by value (n,), -1 left out: (b, size)."""
    known = np.argsort(values, kind="stable")[np.count_nonzero(values < 0) :]
    there, first = np.unique(values[known], return_index=True)
    summed = np.zeros((len(weights), size))
    if len(known):
        summed[:, there] = np.add.reduceat(weights[:, known], first, axis=1)
    return summed


def _chance(agreed: FloatArray, by_chance: FloatArray) -> FloatArray:
    return _ratio(agreed - by_chance, 1 - by_chance)


def _ratio(part: FloatArray, whole: FloatArray, *, undefined: float = np.nan) -> FloatArray:
    """Divide; `undefined` (nan) where the whole is nothing."""
    shape = np.broadcast_shapes(part.shape, whole.shape)
    divided: FloatArray = np.full(shape, undefined)
    np.divide(part, whole, out=divided, where=np.broadcast_to(whole > 0, shape))
    return divided

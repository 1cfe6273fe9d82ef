"""Student's t distribution, for many tests at once."""

from __future__ import annotations

from math import erfc, lgamma, log, pi, sqrt

import numpy as np
from numpy.typing import ArrayLike

from freetext.survey.answers import FloatArray

LARGE = 1000.0
"""Degrees of freedom from which the series about the normal distribution is right to 1e-12, and quicker."""

STEPS = 500
"""Steps of the continued fraction at most; 1,000 degrees of freedom take fewer than a hundred."""

TINY = 1e-300
CLOSE = 1e-16

SERIES = (
    (4, (1, 1)),
    (96, (3, -7, -5, -3)),
    (384, (1, -11, 14, 6, -3, -15)),
    (92160, (15, -375, 2225, -2141, -939, -213, -915, 945)),
)
"""Fisher's series: for each power of 1 / df the divisor and the coefficients of t * (t^2)^k, the highest first."""


def two_sided(t: ArrayLike, df: ArrayLike) -> FloatArray:
    """Return the probability of a value as far from 0 as `t` or farther, with `df` (above 0) degrees of freedom; right to 1e-12.

    Any shapes that broadcast. Sources: the incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8, 26.7.1;
    Lentz's method), from 1,000 degrees of freedom on Fisher's series (Fisher 1925).
    """
    far, freedom = np.broadcast_arrays(np.abs(np.asarray(t, dtype=np.float64)), np.asarray(df, dtype=np.float64))
    found = np.empty(far.shape)
    large = freedom >= LARGE
    found[large] = _by_series(far[large], freedom[large])
    found[~large] = _by_fraction(far[~large], freedom[~large])
    return np.clip(found, 0.0, 1.0)


def normal_two_sided(z: ArrayLike) -> FloatArray:
    """Return the probability that a standard normal value is as far from 0 as `z` or farther."""
    far = np.abs(np.asarray(z, dtype=np.float64)) / sqrt(2)
    return np.array([erfc(each) for each in far.ravel().tolist()]).reshape(far.shape)


def _by_series(t: FloatArray, df: FloatArray) -> FloatArray:
    square = t * t
    total = np.zeros_like(t)
    for power, (divisor, coefficients) in enumerate(SERIES, start=1):
        total += np.polyval(coefficients, square) / (divisor * df**power)
    density = np.exp(-square / 2) / sqrt(2 * pi)
    return normal_two_sided(t) + 2 * density * t * total


def _by_fraction(t: FloatArray, df: FloatArray) -> FloatArray:
    """I_x(df / 2, 1 / 2) at x = df / (df + t^2), or what the other end leaves of 1, whichever fraction is shorter."""
    half = df / 2
    odds = t * t / df
    x = 1 / (1 + odds)
    front = np.exp(_log_beta_front(half, odds))
    near = x > (half + 1) / (half + 2.5)  # where t is small the other tail's fraction is the shorter
    found = np.empty_like(t)
    far = ~near
    found[far] = front[far] / half[far] * _fraction(half[far], np.full(int(far.sum()), 0.5), x[far])
    found[near] = 1 - 2 * front[near] * _fraction(np.full(int(near.sum()), 0.5), half[near], (odds * x)[near])
    return found


def _log_beta_front(half: FloatArray, odds: FloatArray) -> FloatArray:
    """The logarithm of x^a (1 - x)^(1/2) / B(a, 1/2), a being half the degrees of freedom and x = 1 / (1 + odds)."""
    unlikely = np.log(np.maximum(odds, TINY)) / 2
    power: FloatArray = unlikely - (half + 0.5) * np.log1p(odds) + _log_ratio(half) - log(pi) / 2
    return power


def _log_ratio(a: FloatArray) -> FloatArray:
    """The logarithm of gamma(a + 1/2) / gamma(a), by Stirling's series where `a` is not small."""
    unique, where = np.unique(a, return_inverse=True)
    small = [lgamma(each + 0.5) - lgamma(each) for each in unique[unique < 20].tolist()]
    rest = unique[unique >= 20]
    series = np.log(rest) / 2 - 1 / (8 * rest) + 1 / (192 * rest**3) - 1 / (640 * rest**5) + 17 / (14336 * rest**7)
    return np.concatenate((small, series))[where.reshape(a.shape)]


def _fraction(a: FloatArray, b: FloatArray, x: FloatArray) -> FloatArray:
    """The continued fraction of the incomplete beta function, by Lentz's method; those that have settled are left alone."""
    found = np.ones_like(x)
    todo = np.arange(len(x))
    c, d = np.ones_like(x), 1 / _away(1 - (a + b) * x / (a + 1))
    h = d.copy()
    for step in range(1, STEPS):
        even = step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step))
        odd = -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1))
        factor = np.ones_like(x)
        for term in (even, odd):
            d, c = 1 / _away(1 + term * d), _away(1 + term / c)
            factor *= c * d
        h *= factor
        settled = np.abs(factor - 1) <= 2 * CLOSE
        if settled.any():
            found[todo[settled]] = h[settled]
            a, b, x, c, d, h = (each[~settled] for each in (a, b, x, c, d, h))
            todo = todo[~settled]
            if not len(todo):
                break
    found[todo] = h
    return found


def _away(values: FloatArray) -> FloatArray:
    """Keep a divisor away from 0."""
    return np.where(np.abs(values) < TINY, TINY, values)

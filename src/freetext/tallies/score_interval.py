"""The interval of a weighted sum of shares, each seen in a sample of its own: Wilson's, for more than one sample."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, sqrt
from typing import NamedTuple

ROUNDS = 100
CLOSE = 1e-12
"""How near the root is to be, as a part of z^2; five rounds reach it."""


class Piece(NamedTuple):
    """A share in 0..1 that was seen in `size` answers (a count, or an effective base), and its weight in the sum, all above 0."""

    share: float
    size: float
    weight: float


def distances(pieces: Sequence[Piece], z: float) -> tuple[float, float]:
    """Return how far the interval of the sum reaches (below, above) it, z being the normal quantile of its level.

    The interval holds every sum S that a score test keeps: with q_h the most likely shares whose weighted sum is S,

        (sum of lambda_h p_h - S)^2 <= z^2 * sum of lambda_h^2 q_h (1 - q_h) / m_h

    Of one piece it is Wilson's interval, of p_1 and 1 - p_2 the score interval of the difference. Sources: Wilson (1927) for one
    share; Mee (1984) and Miettinen and Nurminen (1985) for two; Yan and Su (2010) for Wilson's interval over strata.
    """
    below = _below([_Seen(share, 1 - share, size, weight) for share, size, weight in pieces if share > 0], z)
    return below, _below([_Seen(1 - share, share, size, weight) for share, size, weight in pieces if share < 1], z)


class _Seen(NamedTuple):
    share: float
    other: float
    size: float
    weight: float


def _below(held: Sequence[_Seen], z: float) -> float:
    """Solve t * (sum of lambda_h (p_h - q_h(t))) = z^2, which rises with t, by Newton's method on logarithms between bounds."""
    if not held or z <= 0:
        return 0.0
    square = z * z
    least, most = square / sum(each.weight * each.share for each in held), inf
    t = max(least, _start(held, z))
    far = 0.0
    for _ in range(ROUNDS):
        far, rise = _moved(held, t)
        got = t * far
        if abs(got - square) <= CLOSE * square:
            break
        least, most = (t, most) if got < square else (least, t)
        wanted = t * (square / got) ** (far / (far + t * rise)) if far > 0 else inf
        if not least < wanted < most:
            wanted = sqrt(least * most) if most < inf else 2 * least
        t = wanted
    return far


def _start(held: Sequence[_Seen], z: float) -> float:
    """Guess t from the variance at Wilson's centres."""
    variance = 0.0
    for share, _, size, weight in held:
        centre = (share * size + z * z / 2) / (size + z * z)
        variance += weight * weight * centre * (1 - centre) / size
    return z / sqrt(variance)


def _moved(held: Sequence[_Seen], t: float) -> tuple[float, float]:
    """Return how far the sum has fallen at t, and how fast it falls there.

    Each q solves m (p - q) = t lambda q (1 - q), the condition of the most likely shares with a given sum. Both q and 1 - q are taken
    from the root of the quadratic that loses no digits.
    """
    far = rise = 0.0
    for share, other, size, weight in held:
        pull = t * weight
        apart = size - pull
        root = sqrt(apart * apart + 4 * pull * size * other)
        q = 2 * size * share / (size + pull + root)
        rest = 2 * size * other / (apart + root) if apart > 0 else (root - apart) / (2 * pull)
        spread = weight * q * rest
        far += pull * spread / size
        if root > 0:
            rise += weight * spread / root
    return far, rise

"""Percentile intervals by drawing answers again: how far a figure could have come out elsewhere with other answers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from freetext.survey.answers import FloatArray, IntArray
from freetext.tallies.intervals import LEVEL

DRAWS = 1000
CELLS = 4_000_000
"""Numbers that are held at a time: 32 MB."""

KNOWN = 0.5
"""The share of draws in which a figure must be defined for its interval to say anything."""


def weights_drawn(counts: IntArray, draws: int, seed: int, *, wide: int = 1) -> Iterator[FloatArray]:
    """Draw `n` answers with replacement, `draws` times, in batches of float (draws, p).

    `counts` (p,) says how many answers there are of each kind; a draw says how often each kind came. Drawing kinds is drawing
    answers, but quicker. `wide` is how many numbers a draw takes later on, where those are more than p. The same seed gives the
    same draws.
    """
    dice = np.random.default_rng(seed)
    n = int(counts.sum())
    step = max(1, CELLS // max(len(counts), wide, 1))
    for start in range(0, draws if n else 0, step):
        yield dice.multinomial(n, counts / n, size=min(step, draws - start)).astype(np.float64)


def percentiles(drawn: FloatArray, level: float = LEVEL) -> tuple[float, float] | None:
    """Return the middle `level` of a figure's draws (draws,), nan where undefined; None where most are.

    Source: Efron and Tibshirani 1993, chapter 13; for agreement, Zapf, Castell, Morawietz and Karch 2016.
    """
    known = drawn[~np.isnan(drawn)]
    if not len(known) or len(known) < KNOWN * len(drawn):
        return None
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def none_seen(n: float, level: float = LEVEL) -> float:
    """Return the share of something that `n` answers without a single one still allow: about 3 / n.

    Source: the rule of three, Hanley and Lippman-Hand 1983.
    """
    return 1 - (1 - level) ** (1 / n) if n > 0 else 1.0

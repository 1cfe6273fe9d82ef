"""The queue: all answers, in the order in which labels of them help most.

It ranks by out-of-fold scores and knows nothing of who has coded what: an order that skipped audited answers, or scored them by
models that had learnt from them, would make the audit a sample of the wrong answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from freetext.review.audit import Digests, Population, digest_of, mixed
from freetext.review.ranking import Ranking
from freetext.survey.answers import FloatArray, IntArray

Strategy = Literal["auto", "tally-variance", "margin", "entropy", "diverse", "random"]
"""What is asked first.

tally-variance  what the shares of the table are least sure of: sum of w p (1 - p) over the themes
margin          where one theme stands nearest to a half
entropy         where all themes together are least sure: sum of -p log p - (1 - p) log(1 - p)
diverse         what is unlike all that stands before it
random          by a digest
auto            diverse and random in turn until about 60 answers are labelled, then tally-variance
"""
STRATEGIES: tuple[str, ...] = get_args(Strategy)

LEARNT = 60
"""Labels from which on a model's scores say more than chance which answers to ask."""

TINY = np.float32(1e-6)
"""Probabilities nearer to 0 or 1 than this count as this."""

LAST = 2.0
"""Behind all fractions: where an answer stands that no ranking knows."""


def queue_order(
    answers: Population,
    rankings: Sequence[Ranking],
    strategy: Strategy = "auto",
    *,
    seed: int = 0,
    weights: Mapping[str, float] | None = None,
) -> IntArray:
    """Return the places of all answers, those to be asked first in front; equal ones in an order by digest.

    Scores of different codeframes are compared as they are; where some rankings have scores to go by and others have not yet,
    each goes by the fraction of its own that stands before an answer. `weights` by theme: 1 where nothing is said; a theme whose
    interval shall be half as wide as the others' has weight 4.
    """
    chance = _chance(answers, seed)
    standing = np.full(len(answers), LAST)
    groups: dict[Strategy, list[Ranking]] = {}
    for ranking in rankings:
        groups.setdefault(_resolved(strategy, ranking), []).append(ranking)
    for chosen, group in groups.items():
        known = [_known(answers, ranking) for ranking in group]
        places = np.concatenate([places for _, places in known])
        value = np.concatenate(
            [_value(ranking, chosen, weights or {})[rows] for ranking, (rows, _) in zip(group, known, strict=True)]
        )
        standing[places] = (_ranked(value, chance[places], chosen) + 0.5) / max(len(places), 1)
    return np.lexsort((chance, standing))


def _resolved(strategy: Strategy, ranking: Ranking) -> Strategy:
    """Put tally-variance in place of auto where there are labels enough; otherwise auto stands for diverse and random in turn."""
    enough = strategy == "auto" and ranking.labelled >= min(LEARNT, len(ranking.keys))
    return "tally-variance" if enough else strategy


def _chance(answers: Population, seed: int) -> Digests:
    """A digest of each answer (n,) that has nothing to do with its respondent's u."""
    salts = np.array([digest_of("queue", str(seed), name) for name in answers.questions], dtype=np.uint64)
    return mixed(answers.digests, salts[answers.question]) if len(answers) else answers.digests


def _known(answers: Population, ranking: Ranking) -> tuple[IntArray, IntArray]:
    """Which rows of a ranking are answers of this file, and their places."""
    places = np.fromiter((answers.place.get(key, -1) for key in ranking.keys), dtype=np.int64, count=len(ranking.keys))
    rows = np.flatnonzero(places >= 0)
    return rows, places[rows]


def _value(ranking: Ranking, strategy: Strategy, weights: Mapping[str, float]) -> FloatArray:
    """What a strategy goes by, float64 (rows,), the smallest first."""
    if strategy not in SCORED:
        return ranking.diverse / max(len(ranking.keys), 1)
    weight = np.array([weights.get(slug, 1.0) for slug in ranking.slugs])
    return SCORED[strategy](np.clip(ranking.scores, 0, 1), weight)


def _ranked(value: FloatArray, chance: Digests, strategy: Strategy) -> IntArray:
    """The place of each in the order that a strategy makes of the values, equal ones by chance, int64 (n,)."""
    by_chance = _ranks(np.argsort(chance, kind="stable"))
    if strategy == "random":
        return by_chance
    rank = _ranks(np.lexsort((chance, value)))
    return _ranks(np.argsort(np.minimum(2 * rank, 2 * by_chance + 1))) if strategy == "auto" else rank


def _ranks(order: IntArray) -> IntArray:
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def _variance(scores: NDArray[np.float32], weight: FloatArray) -> FloatArray:
    return -np.asarray((scores * (1 - scores)) @ weight, dtype=np.float64)


def _nearest(scores: NDArray[np.float32], _weight: FloatArray) -> FloatArray:
    return np.asarray(np.abs(scores - 0.5).min(axis=1, initial=0.5), dtype=np.float64)


def _entropy(scores: NDArray[np.float32], _weight: FloatArray) -> FloatArray:
    inside = np.clip(scores, TINY, 1 - TINY)
    terms = inside * np.log(inside) + (1 - inside) * np.log(1 - inside)
    return np.asarray(terms.sum(axis=1), dtype=np.float64)


SCORED: dict[Strategy, Callable[[NDArray[np.float32], FloatArray], FloatArray]] = {
    "tally-variance": _variance,
    "margin": _nearest,
    "entropy": _entropy,
}
"""Strategies that go by scores (n, k) and the themes' weights (k,): values of which the smallest is asked first."""

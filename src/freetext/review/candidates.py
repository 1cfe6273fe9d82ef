"""Which of very many answers a review may ask: the first of the audit, and those that the queue wants most.

Both are the smallest of an order that each answer has by itself, so they can be found part by part: what comes first in the whole
comes first in its part. Source of the audit's sample: bottom-k sketches (Cohen and Kaplan 2007).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from freetext.review.audit import Digests
from freetext.survey.answers import BoolArray, FloatArray, IntArray

Values = NDArray[np.float32]

ALL = 1.0
"""The limit of an audit that has left nobody out: u stays below it."""

TIED = 10_000
"""Answers with one u (one respondent's) beyond the audit's size, from which on they are left out: they would fill the memory."""

SMALLEST = float(np.finfo(np.float32).tiny)
"""The least that an answer is wanted by a theme, if at all."""

WIDER = 3
"""How many times the places that are wanted are looked at first: answers that say the same take one place together."""


def audit_limit(draws: FloatArray, limit: float, size: int) -> float:
    """Return the u up to which all answers are kept, where at least `size` of them (all, if fewer) are to be: a respondent's never part.

    `draws` are of answers to one question that are not blank, (n,), of which those beyond `limit` are not complete.
    """
    inside = draws[draws <= limit]
    if len(inside) <= size:
        return limit
    found = float(np.partition(inside, size - 1)[size - 1])
    if np.count_nonzero(inside <= found) <= size + TIED:
        return found
    return float(np.nextafter(found, -1.0))


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """How much the queue wants `n` answers by each of `k` themes, and by all together: the last column.

    values  float32 (n, k + 1): p (1 - p), what the theme's share is unsure of; 0 where a theme has no score
    chance  uint64 (n,): which of two equal ones comes first
    """

    values: Values
    chance: Digests

    def __len__(self) -> int:
        """How many answers."""
        return len(self.chance)


def wanted(scores: Values | None, chance: Digests, themes: int) -> Wanted:
    """Return how much the queue wants answers by their calibrated scores (n, k), or None: then by chance alone."""
    values = np.zeros((len(chance), themes + 1), dtype=np.float32)
    if scores is not None:
        np.multiply(scores, 1 - scores, out=values[:, :-1])
        np.sum(values[:, :-1], axis=1, out=values[:, -1])
        if np.isnan(values[:, -1]).any():
            values[:, :-1][np.isnan(values[:, :-1])] = 0
            np.sum(values[:, :-1], axis=1, out=values[:, -1])
    return Wanted(_coarse(np.maximum(values, 0, out=values)), chance)


def _coarse(values: Values) -> Values:
    """Round to 13 binary digits: sums of the same scores may differ in the last ones, by the order in which they were added."""
    bits = values.view(np.uint32)
    bits += np.uint32(0x200)
    bits &= np.uint32(0xFFFFFC00)
    return values


def places_for(size: int, themes: int) -> IntArray:
    """Share a queue's places out, int64 (k + 1,): half for all themes together, the rest evenly, at least one each."""
    together = -(-size // 2)
    each = max(1, (size - together) // max(themes, 1)) if size else 0
    return np.array([each] * themes + [together], dtype=np.int64)


def queue_lists(wants: Wanted, same: Digests, places: IntArray) -> Iterator[IntArray]:
    """Yield, theme by theme and for all together, the places of the answers that are wanted most, the first in front.

    Of answers that say the `same`, uint64 (n,), the first stands for all. `places` (k + 1,) says how many are wanted.
    """
    for column, size in enumerate(places.tolist()):
        yield _first(wants.values[:, column], wants.chance, same, size, spare=column == len(places) - 1)


def _first(values: Values, chance: Digests, same: Digests, size: int, *, spare: bool) -> IntArray:
    """Return the first `size` that differ; where it is not `spare`, only those that are wanted at all."""
    there = np.arange(len(values)) if spare else np.flatnonzero(values > 0)
    there = there[:0] if not size else there
    if len(there) > WIDER * size > 0:
        found = _distinct(there[values[there] >= _least(values[there], size)], values, chance, same, size)
        if len(found) == size:
            return found
    return _distinct(there, values, chance, same, size)


def _least(values: Values, size: int) -> float:
    """The value that some more than `size` answers reach."""
    place = max(len(values) - WIDER * size, 0)
    return float(np.partition(values, place)[place])


def _distinct(there: IntArray, values: Values, chance: Digests, same: Digests, size: int) -> IntArray:
    order = there[np.lexsort((same[there], chance[there], -values[there]))]
    firsts = np.unique(same[order], return_index=True)[1]
    return order[np.sort(firsts)][:size]


def likely(wants: Wanted, places: IntArray) -> BoolArray:
    """Which of many answers surely hold all that is wanted, unless too many of them say the same, bool (n,)."""
    found = np.zeros(len(wants), dtype=np.bool_)
    for column, size in enumerate(places.tolist()):
        values = wants.values[:, column]
        if size and len(values):
            found |= values >= max(_least(values, size), SMALLEST if column < len(places) - 1 else 0)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Bar:
    """What an answer has to beat to be wanted: the last that is, by each theme and by all together; (k + 1,) each."""

    values: Values
    chance: Digests

    def beaten(self, wants: Wanted) -> BoolArray:
        """Which answers come before the last one in some list, or level with it, bool (n,)."""
        found: BoolArray = np.asarray((wants.values > self.values).any(axis=1), dtype=np.bool_)
        level = wants.values == self.values
        rows = np.flatnonzero(level.any(axis=1) & ~found)
        found[rows] = (level[rows] & (wants.chance[rows, None] <= self.chance)).any(axis=1)
        return found


def bar_of(wants: Wanted, lists: list[IntArray], places: IntArray) -> Bar:
    """Return what has to be beaten: nothing where a list has room; a theme without a score never takes anybody."""
    values = np.zeros(len(places), dtype=np.float32)
    chance = np.zeros(len(places), dtype=np.uint64)
    values[-1] = -1
    for column, found in enumerate(lists):
        if len(found) == places[column] and len(found):
            values[column] = wants.values[found[-1], column]
            chance[column] = wants.chance[found[-1]]
    if not places[-1]:
        values[:] = np.inf
    return Bar(values, chance)


def in_turn(lists: list[IntArray]) -> IntArray:
    """Return the places of all lists, each once: the first of all together, a theme's first, the second of all, the next theme's first..."""
    *themes, together = lists
    rounds = max((len(each) for each in themes), default=0)
    across = [int(each[turn]) for turn in range(rounds) for each in themes if turn < len(each)]
    mixed: dict[int, None] = {}
    for turn in range(max(len(together), len(across))):
        mixed.update(dict.fromkeys((*together[turn : turn + 1].tolist(), *across[turn : turn + 1])))
    return np.fromiter(mixed, dtype=np.int64, count=len(mixed))

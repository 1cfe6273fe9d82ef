"""Groups sought among answers: trees in several views, votes, groups that differ; each gathers its members anew and reaches beyond."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from freetext.survey.answers import IntArray
from freetext.text.tokens import TokenBatch
from freetext.text.vectors import Vectors
from freetext.training.gathered import Ground, gathered, standing
from freetext.training.grouped import agreed, distinct, ranks, tree
from freetext.training.points import Points, View, reaching, views_of
from freetext.training.reached import Reach

LEARNT, COMPARED = 10_000, 4_000
"""Answers that views are learnt from, and answers that are compared with each other; of more, so many are drawn."""

LEAST, SHARE, LARGEST = 4, 0.01, 0.4
"""Answers, and the share of those compared, that a group holds at least; and the share that it holds at most."""

ALIKE, WITHIN = 0.2, 0.5
"""How much two groups may share before they gather."""

ONE = 0.5
"""The likeness from which on two groups have become one after that; SPARE stand ready in the place of one."""

SPARE = 5

ROUNDS, GROWTH = 6, 1.3
"""How often a group gathers its members anew, and how much it grows by it."""


@dataclass(frozen=True, slots=True, eq=False)
class Sought:
    """What was found among the answers of a survey, all as places among its answers with text.

    members   of each group, the one that stands out most first; rising
    also      of each group, the answers that themes claim and that it reaches, the likeliest first
    points    (answers, dimensions) of all that were looked at; `place` says where
    compared  those whose likeness was compared, rising
    """

    members: tuple[IntArray, ...]
    also: tuple[IntArray, ...]
    points: Points
    looked: IntArray
    compared: IntArray

    def at(self, places: IntArray) -> Points:
        """Return the points of answers that were looked at."""
        return np.asarray(self.points[np.searchsorted(self.looked, places)])


def sought(
    batch: TokenBatch,
    counts: sparse.csr_matrix,
    looked: IntArray,
    others: IntArray,
    *,
    groups: int,
    seed: int,
    vectors: Vectors | None = None,
) -> Sought:
    """Seek at most so many groups among the answers `looked` (rising places), which may reach for the `others`; `counts` (answers, lexicon) holds all words."""
    dice = np.random.default_rng(seed)
    learnt = _drawn(dice, np.arange(len(batch)), LEARNT)
    views = views_of(batch, learnt, vectors, seed)
    empty = np.zeros(0, dtype=np.int64)
    if not views:
        return Sought((), (), np.zeros((len(looked), 1), dtype=np.float32), looked, empty)
    points = views[0].points(counts[looked])
    known = looked[points.any(axis=1)]
    compared = _drawn(dice, known, COMPARED)
    rest = np.setdiff1d(known, compared, assume_unique=True)
    nothing = Sought((), (), points, looked, compared)
    least, most = max(LEAST, round(SHARE * len(compared))), LARGEST * len(compared)
    trees = [tree(view.points(counts[compared]), least, most) for view in views]
    if not any(map(len, trees)) or groups < 1:
        return nothing
    members, stability = agreed(trees)
    large = members.sum(axis=1) >= LEAST
    members, stability = members[large], stability[large]
    first = distinct(members, ranks(members, stability), groups + SPARE, alike=ALIKE, within=WITHIN)
    if not len(first):
        return nothing
    ground = Ground.of(views[0].points(counts[learnt]))
    found = gathered(members[first], nothing.at(compared), ground, rounds=ROUNDS, growth=GROWTH)
    kept = distinct(found.members, -np.arange(len(first), dtype=np.float64), groups, alike=ONE, within=1.0)
    kept = kept[np.argsort(-standing(found.members[kept], nothing.at(compared)), kind="stable")]
    beyond = found.scores(nothing.at(rest), ground) >= 0
    held = tuple(np.union1d(compared[found.members[place] > 0], rest[beyond[place]]) for place in kept.tolist())
    also = _reached(reaching(views), counts, learnt, looked, others, held, seed)
    return Sought(held, also, points, looked, compared)


def _reached(
    view: View,
    counts: sparse.csr_matrix,
    learnt: IntArray,
    looked: IntArray,
    others: IntArray,
    held: Sequence[IntArray],
    seed: int,
) -> tuple[IntArray, ...]:
    """Return for each group the answers beyond those `looked` at that it reaches."""
    if not len(others):
        return tuple(others for _ in held)
    ground = Ground.of(view.points(counts[learnt]))
    reach = Reach.over(view.points(counts[looked]), view.points(counts[others]), ground)
    return tuple(others[reach.of(np.searchsorted(looked, members), seed)] for members in held)


def _drawn(dice: np.random.Generator, places: IntArray, most: int) -> IntArray:
    """Return all places, or so many of them drawn at random, rising."""
    return np.sort(dice.choice(places, most, replace=False)) if len(places) > most else places

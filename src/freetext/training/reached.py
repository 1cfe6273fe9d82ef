"""How far a group reaches: the answers that themes claim and that say what the group says, too."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.training.gathered import NEARER, Ground
from freetext.training.points import Points

FOLDS = 5
"""Parts of a group, each of which the others tell."""

PURE = 0.7
"""The part of what lies beyond the cut, among answers that no theme claims, that must be members."""


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """Answers that groups are told in, and answers that they may reach: points (answers, dimensions) as they lie from the survey's mean.

    Groups are told where no theme claims the answers, since there it is known who is a member and who is not.
    """

    told: FloatArray
    claimed: FloatArray
    known: BoolArray
    inverse: FloatArray

    @classmethod
    def over(cls, told: Points, claimed: Points, ground: Ground) -> Reach:
        """Take the points of both; a claimed answer of which nothing is known is never reached."""
        return cls(told - ground.mean, claimed - ground.mean, np.asarray(claimed.any(axis=1)), ground.inverse)

    def of(self, members: IntArray, seed: int) -> IntArray:
        """Return the claimed answers that a group reaches, as places among them, the likeliest first; `members` are places of `told`.

        A line is Fisher's, as where the group gathered, by four fifths of it in turn. The answers that a fifth of the lines has
        not seen say how far down most of what lies beyond are members; a claimed answer is scored by all lines on average. None is
        reached that lies too near to the survey's mean.
        """
        parts = min(FOLDS, len(members))
        if parts < 2 or not len(self.claimed):
            return np.zeros(0, dtype=np.int64)
        inside = np.zeros(len(self.told), dtype=np.bool_)
        inside[members] = True
        folds = _folds(inside, parts, seed)
        lines = np.array([self._line(inside, folds != part) for part in range(parts)])
        unseen = np.einsum("ij,ij->i", self.told, lines[folds])
        scores = np.round(self.claimed @ lines.mean(axis=0), 6)
        scores[~self.known] = -np.inf
        order = np.argsort(-scores, kind="stable")
        cut = max(lowest(np.round(unseen, 6), inside), NEARER)
        return np.asarray(order[scores[order] >= cut], dtype=np.int64)

    def _line(self, inside: BoolArray, seen: BoolArray) -> FloatArray:
        """Return the line of the members that are seen, so long that a member lies at 1 on average."""
        mean = self.told[inside & seen].mean(axis=0)
        line = self.inverse @ mean
        return np.asarray(line / max(float(line @ mean), 1e-9), dtype=np.float64)


def lowest(scores: FloatArray, inside: BoolArray) -> float:
    """Return the lowest score from which on PURE of the answers (answers,) are `inside`; infinity where there is none."""
    order = np.argsort(-scores, kind="stable")
    pure = np.cumsum(inside[order]) >= PURE * np.arange(1, len(order) + 1)
    last = np.append(np.diff(scores[order]) != 0, True)
    found = np.flatnonzero(pure & last)
    return float(scores[order[found[-1]]]) if len(found) else np.inf


def _folds(inside: BoolArray, parts: int, seed: int) -> IntArray:
    """Part members and others alike, at random."""
    dice = np.random.default_rng(seed)
    folds = np.zeros(len(inside), dtype=np.int64)
    for side in (inside, ~inside):
        folds[side] = dice.permutation(int(side.sum())) % parts
    return folds

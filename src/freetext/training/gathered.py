"""A group gathers its members anew: a line parts them from the rest of the survey, answers change sides, and again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import FloatArray
from freetext.training.grouped import Members
from freetext.training.points import Points

RIDGE = 0.1
"""What is added to the spread in every direction, as a part of the mean spread."""

NEARER = 0.3
"""How far on the way from the survey's mean to the group's an answer must lie."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What the answers of a survey are like on the whole: their mean point, and the inverse of their spread."""

    mean: FloatArray
    inverse: FloatArray

    @classmethod
    def of(cls, points: Points) -> Ground:
        """Learn it from points (answers, dimensions), claimed or not."""
        mean = points.mean(axis=0, dtype=np.float64)
        away = points - mean
        spread = away.T @ away / max(len(points), 1)
        ridge = RIDGE * float(np.trace(spread)) / max(len(spread), 1) or 1.0
        return cls(mean, np.linalg.inv(spread + ridge * np.eye(len(spread))))


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """Groups with the line that each was gathered by.

    members  (groups, answers) of 0 and 1
    lines    (groups, dimensions): Fisher's direction
    cuts     (groups,): the score at which members begin
    """

    members: Members
    lines: FloatArray
    cuts: FloatArray

    def scores(self, points: Points, ground: Ground) -> FloatArray:
        """Return how far beyond its cut each answer lies (groups, answers); members lie at 0 or above."""
        return np.asarray(self.lines @ (points - ground.mean).T - self.cuts[:, None], dtype=np.float64)


def gathered(members: Members, points: Points, ground: Ground, *, rounds: int, growth: float) -> Gathered:
    """Gather each group anew among the answers (answers, dimensions), `rounds` times; it becomes up to `growth` times as large, once.

    Its line is Fisher's: from the mean of the survey to the mean of the group, by the inverse of the spread. The answers that lie
    farthest along it are the new members, no more than wanted and none that lies too near to the survey's mean: a group of which
    nothing is missing stays as it is. Sources: Fisher 1936; Scudder 1965 (learning from one's own decisions).
    """
    away = (points - ground.mean).astype(np.float64)
    wanted = np.clip(np.round(members.sum(axis=1) * growth), 1, max(len(points), 1)).astype(np.int64)
    rows = np.arange(len(members))
    for _ in range(rounds):
        means = members.astype(np.float64) @ away / np.maximum(members.sum(axis=1, dtype=np.float64), 1)[:, None]
        lines = means @ ground.inverse
        scores = lines @ away.T
        order = np.argsort(-scores, axis=1, kind="stable")
        cuts = np.maximum(scores[rows, order[rows, wanted - 1]], NEARER * (lines * means).sum(axis=1))
        members = (scores >= cuts[:, None]).astype(np.float32)
    return Gathered(members, lines, cuts)


def standing(members: Members, points: Points) -> FloatArray:
    """Return how each group (groups, answers) stands out: how much nearer to its centre its members are than others, times the log of its size."""
    sizes = np.maximum(members.sum(axis=1, dtype=np.float64), 1)
    centres = members.astype(np.float64) @ points / sizes[:, None]
    near = centres @ points.T / np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-9)
    inside = (near * members).sum(axis=1) / sizes
    outside = (near * (1 - members)).sum(axis=1) / np.maximum(members.shape[1] - sizes, 1)
    return np.asarray(np.round((inside - outside) * np.log1p(sizes), 6), dtype=np.float64)

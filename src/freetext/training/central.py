"""Which members of a group stand for it: the order of its members, a few that differ to be read, and its own parts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage

from freetext.survey.answers import FloatArray, IntArray
from freetext.training.points import Points, of_length_one

SHORT, LONG = 8, 240
"""Characters of an answer that is short enough to be read at a glance, and long enough to say something."""

READ = 5
"""Members to read first."""

APART = 0.25
"""How much an answer's likeness to those chosen before counts against its own place."""

FEWEST, PARTS, COMPARED = 8, 4, 1000
"""Members from which on a group may have parts, how many parts at most, and members that are compared."""

SMALLEST, WORTH = 0.1, 0.05
"""The part of a group that each of its parts has at least, and the least silhouette at which there are any."""


def central_order(points: Points) -> IntArray:
    """Return the places of a group's points (members, dimensions), the nearest to their centre first."""
    centre = of_length_one(points.mean(axis=0, keepdims=True))
    return np.argsort(-np.round((points @ centre.T)[:, 0], 5), kind="stable")


def to_read(texts: Sequence[str], points: Points) -> list[int]:
    """Return places of up to five texts, given the most central first: short, unlike each other, no two told apart by case or marks alone."""
    first = firsts(texts)
    fit = [place for place in first if SHORT <= len(texts[place].strip()) <= LONG]
    rest = (fit or first)[: 40 * READ]
    chosen: list[int] = []
    while rest and len(chosen) < READ:
        near = (points[rest] @ points[chosen].T).max(axis=1) if chosen else np.zeros(len(rest))
        late = np.arange(len(rest)) / len(rest)
        best = int(np.argmin(late + APART * 4 * near))
        chosen.append(rest.pop(best))
    return chosen


def firsts(texts: Sequence[str]) -> list[int]:
    """Return the place of the first of all texts that differ in case and marks alone."""
    return sorted({_bare(text): place for place, text in reversed([*enumerate(texts)])}.values())


def _bare(text: str) -> str:
    return " ".join("".join(each if each.isalnum() else " " for each in text.casefold()).split())


def parts_of(points: Points) -> list[IntArray]:
    """Return a group's own parts, as places of its points, the largest first; none where it does not fall apart.

    Ward's tree of the first thousand is cut where two to four parts have the best silhouette; the others go to the nearest centre.
    """
    some = points[:COMPARED]
    if len(some) < FEWEST:
        return []
    links = linkage(some, "ward")
    cut = [np.asarray(fcluster(links, count, "maxclust") - 1, dtype=np.int64) for count in range(2, PARTS + 1)]
    fair = [each for each in cut if np.bincount(each).min() >= max(2, SMALLEST * len(some)) and each.max() > 0]
    if not fair:
        return []
    worth, best = max(((_silhouette(some, each), each) for each in fair), key=lambda found: found[0])
    if worth < WORTH:
        return []
    rest = (points[COMPARED:] @ _centres(some, best).T).argmax(axis=1)
    side = np.concatenate((best, rest))
    parts = [np.flatnonzero(side == number) for number in range(int(best.max()) + 1)]
    return sorted(parts, key=lambda places: (-len(places), int(places[0])))


def _centres(points: Points, side: IntArray) -> Points:
    return of_length_one(np.array([points[side == number].mean(axis=0) for number in range(int(side.max()) + 1)]))


def _silhouette(points: Points, side: IntArray) -> float:
    """Return the mean simplified silhouette: of each point, how much nearer its own centre is than the next. Source: Hruschka 2004."""
    away: FloatArray = 1 - np.asarray(points @ _centres(points, side).T, dtype=np.float64)
    rows = np.arange(len(points))
    own = away[rows, side]
    away[rows, side] = np.inf
    other = away.min(axis=1)
    return float(np.mean((other - own) / np.maximum(np.maximum(other, own), 1e-9)))

"""Groups that several views of the same answers agree on: trees of clusters, votes between them, and the pick of groups that differ."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import linkage

from freetext.survey.answers import FloatArray, IntArray
from freetext.training.points import Points

Members = NDArray[np.float32]
"""float32 (groups, answers) of 0 and 1."""

VOTES = 0.5
"""The share of the views that must put an answer into a group."""

STABILITY = 1.0
"""How much the logarithm of a group's stability counts beside that of its size."""


MANY, STEP = 300, 1.1
"""Clusters of one tree from which on those are left out that the next larger one exceeds by less than a tenth."""


def tree(points: Points, least: int, most: float) -> Members:
    """Return the clusters of Ward's tree that hold `least` to `most` answers. Source: Ward 1963."""
    count = len(points)
    inside: list[list[int]] = [[place] for place in range(count)]
    found: dict[int, list[int]] = {}
    slow: set[int] = set()
    links = linkage(points, "ward")[:, :2].astype(int).tolist() if count > 1 else []
    for number, (one, two) in enumerate(links, count):
        inside.append(inside[one] + inside[two])
        slow.update(part for part in (one, two) if STEP * len(inside[part]) > len(inside[number]))
        inside[one] = inside[two] = []
        if least <= len(inside[number]) <= most:
            found[number] = inside[number]
    kept = [places for number, places in found.items() if len(found) <= MANY or number not in slow]
    members = np.zeros((len(kept), count), dtype=np.float32)
    for row, places in zip(members, kept, strict=True):
        row[places] = 1
    return members


def likeness(one: Members, two: Members) -> FloatArray:
    """Return Jaccard's index (groups, groups): the answers in both, of those in either."""
    both = one @ two.T
    either = one.sum(axis=1)[:, None] + two.sum(axis=1)[None] - both
    return np.asarray(both / np.maximum(either, 1), dtype=np.float64)


def agreed(trees: Sequence[Members]) -> tuple[Members, FloatArray]:
    """Let the views vote on each cluster of each of them; return what at least half of them put there, and how stable it is, 0..1.

    In each view the cluster that is most like the one in question votes; stability is the mean likeness of these. Source: Hennig
    2007, "Cluster-wise assessment of cluster stability", with views in the place of bootstrap samples.
    """
    clusters = np.concatenate(trees)
    votes, stability = np.zeros_like(clusters), np.zeros(len(clusters))
    speaking = [each for each in trees if len(each)]
    for each in speaking:
        alike = likeness(clusters, each)
        votes += each[alike.argmax(axis=1)]
        stability += alike.max(axis=1)
    others = max(len(speaking) - 1, 1)
    return (votes >= VOTES * len(speaking)).astype(np.float32), np.maximum(stability - 1, 0) / others


def distinct(members: Members, score: FloatArray, most: int, *, alike: float, within: float) -> IntArray:
    """Return the places of at most so many groups, best score first, none too much like a better one.

    Two are too much alike where their likeness exceeds `alike`, or where one holds more than `within` of the other.
    """
    chosen: list[int] = []
    sizes = members.sum(axis=1)
    for place in np.argsort(-score, kind="stable").tolist():
        if len(chosen) == most:
            break
        both = members[chosen] @ members[place]
        either = sizes[chosen] + sizes[place] - both
        smaller = np.minimum(sizes[chosen], sizes[place])
        if not ((both > alike * either) | (both > within * smaller)).any():
            chosen.append(place)
    return np.array(chosen, dtype=np.int64)


def ranks(members: Members, stability: FloatArray) -> FloatArray:
    """Return each group's score: large groups first, those that all views see before those that few do."""
    size = np.log(np.maximum(members.sum(axis=1), 1e-3))
    return np.asarray(size + STABILITY * np.log(np.maximum(stability, 1e-3)), dtype=np.float64)

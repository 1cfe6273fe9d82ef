"""How far apart two sets of themes are, 0 (the same) to 1 (nothing in common); two empty sets are the same."""

from __future__ import annotations

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray

SUBSET, OVERLAP = 2 / 3, 1 / 3
"""How much of the likeness stays where one set holds the other, and where they only overlap."""


def jaccard(sets: BoolArray) -> FloatArray:
    """Distances (s, s) of sets, bool (s, k): 1 - |A and B| / |A or B|. Source: Jaccard 1912."""
    return 1 - _likeness(*_sizes(sets))


def masi(sets: BoolArray) -> FloatArray:
    """Distances (s, s) of sets, bool (s, k): 1 - M |A and B| / |A or B|; M is 1 for equal sets, 2/3 for a subset, 1/3 for an overlap.

    Source: Passonneau 2006, "Measuring agreement on set-valued items (MASI) for semantic and pragmatic annotation".
    """
    shared, either, smaller = _sizes(sets)
    monotone = np.where(shared == either, 1.0, np.where(shared == smaller, SUBSET, OVERLAP))
    return 1 - monotone * _likeness(shared, either, smaller)


def _sizes(sets: BoolArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Of each pair of sets: how many themes in both, in either, in the smaller."""
    themes = sets.astype(np.float64)
    shared, size = themes @ themes.T, themes.sum(axis=1)
    return shared, size[:, None] + size[None, :] - shared, np.minimum(size[:, None], size[None, :])


def _likeness(shared: FloatArray, either: FloatArray, _smaller: FloatArray) -> FloatArray:
    return np.where(either > 0, shared / np.maximum(either, 1), 1.0)


def sets_named(given: BoolArray, said: BoolArray) -> tuple[IntArray, BoolArray]:
    """Number the distinct sets of given bool (c, n, k): values int (c, n), -1 where nobody said anything, and the sets bool (s, k)."""
    sets, places = np.unique(given[said], axis=0, return_inverse=True)
    values = np.full(said.shape, -1, dtype=np.int64)
    values[said] = places.ravel()
    return values, sets

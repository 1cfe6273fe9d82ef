"""Many comparisons in one table: which of them count."""

from __future__ import annotations

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.tallies.conventions import Correction
from freetext.tallies.paired import discoveries

NOTHING = "Nothing could be tested"


def significant(p: FloatArray, rows: IntArray, correction: Correction, rate: float) -> BoolArray:
    """Say of each comparison of one table whether it counts, bool (m,); `rows` (m,) names the row of each.

    bh          Benjamini and Hochberg over all of them: of what counts, `rate` is expected to be false; where nothing differs, it is
                the probability that anything counts
    bonferroni  `rate` shared out among the comparisons of a row
    none        each by itself
    """
    if correction == "bh":
        return discoveries(p, rate)
    if correction == "none":
        return np.asarray(p <= rate)
    unique, where, counts = np.unique(rows, return_inverse=True, return_counts=True)
    return np.asarray(p * counts[where] <= rate) if len(unique) else np.zeros(0, dtype=np.bool_)


def told(correction: Correction, comparisons: int, apart: int = 0) -> str:
    """Say for the foot of a table what was done about the number of comparisons; those of a banner's columns may stand `apart` from the total's."""
    every = comparisons + apart
    if not every:
        return NOTHING
    number = "1 comparison" if every == 1 else f"{every:,} comparisons"
    if correction == "bh" and apart:
        return f"Corrected for the {comparisons:,} of the total and the {apart:,} of the columns, each for themselves (Benjamini-Hochberg)"
    if correction == "bh":
        return f"Corrected for the {number} of this table (Benjamini-Hochberg)"
    if correction == "bonferroni":
        return f"Corrected for the comparisons of each row (Bonferroni; {number} in this table)"
    return f"Not corrected for their number: of {number} 1 in 20 differs by chance alone"

"""Who is of which wave, shuffled: the one test behind every fact of a comparison.

If nothing has changed, it means nothing which respondents are called old and which new. So every statistic is computed again under
many random relabellings of respondents, all answers of one together; p is the share of relabellings (the real one among them) under which it is as large.
Exact at any size, for rare things and for respondents with several answers. Source: Phipson and Smyth 2010; for the greatest of several
statistics Westfall and Young 1993.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, FloatArray, IntArray

Labels = NDArray[np.float32]

SLACK = 1e-5
"""By how much of its spread a statistic may be smaller and still count as equal: sums are of 32 bits."""


@dataclass(frozen=True, eq=False)
class Relabelled:
    """Respondents and their labels.

    unit    int (answers,): each answer's respondent, 0 to units - 1; who is in both waves is two
    labels  float32 (1 + rounds, units): 1 for new, 0 for old; the first row is what is true
    """

    unit: IntArray
    labels: Labels

    @property
    def new(self) -> BoolArray:
        """Which answers are new, bool (answers,)."""
        return np.asarray(self.labels[0, self.unit] > 0)

    @property
    def rounds(self) -> int:
        """How many relabellings there are beside the truth."""
        return len(self.labels) - 1

    @cached_property
    def _order(self) -> tuple[IntArray, IntArray]:
        order = np.argsort(self.unit, kind="stable")
        return order, np.searchsorted(self.unit[order], np.arange(self.labels.shape[1]))

    def by_unit(self, values: FloatArray) -> FloatArray:
        """Sum values (answers, k) by respondent: (units, k)."""
        order, starts = self._order
        return np.asarray(np.add.reduceat(values[order], starts, axis=0))

    def sums(self, values: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Sum values (answers, k) over the new and over the old answers, under each labelling: twice (1 + rounds, k)."""
        summed = self.by_unit(values)
        new = np.asarray(self.labels @ summed.astype(np.float32), dtype=np.float64)
        return new, summed.sum(axis=0) - new

    def means(self, values: FloatArray, base: BoolArray) -> tuple[FloatArray, FloatArray]:
        """Average values (answers, k) over the new and the old answers of a base, under each labelling: twice (1 + rounds, k).

        Sums of 32 bits are made of what is beyond the first value: what is the same for all differs by nothing, not by the rounding of its sum.
        """
        first = values[base][:1].sum(axis=0)
        whole = np.column_stack((base, np.where(base[:, None], values - first, 0.0))).astype(np.float64)
        new, old = self.sums(whole)
        return _shares(new) + first, _shares(old) + first


def relabelled(unit: IntArray, new: BoolArray, rounds: int, seed: int) -> Relabelled:
    """Draw the labellings: `unit` (answers,) and `new` bool (units,); always as many respondents are new."""
    labels = np.empty((1 + rounds, len(new)), dtype=np.float32)
    labels[:] = new
    np.random.default_rng(seed).permuted(labels[1:], axis=1, out=labels[1:])
    return Relabelled(unit, labels)


def tail(statistics: FloatArray) -> float:
    """Return p of the first of statistics (1 + rounds,): how many are as large as it, itself counted."""
    slack = SLACK * float(statistics.std())
    return float(np.mean(statistics >= statistics[0] - slack))


def together(differences: FloatArray) -> tuple[float, FloatArray]:
    """Return p of the greatest of k differences (1 + rounds, k), each over its own spread, and p of each, (k,), corrected for their number."""
    spread = differences.std(axis=0)
    sized = np.abs(differences) / np.where(spread > 0, spread, np.inf)
    greatest = sized.max(axis=1, initial=0.0)
    return tail(greatest), (greatest[:, None] >= sized[0] - SLACK).mean(axis=0)


def adjusted(p: FloatArray, weights: FloatArray) -> FloatArray:
    """Correct p (m,) for their number, so that those at a rate or below are the discoveries at it; what weighs more bears a larger p.

    Weights (m,) over their mean are what each p is divided by first; none becomes smaller than it was. Sources: Benjamini and Hochberg 1995; Genovese, Roeder and Wasserman 2006.
    """
    weighed = p * weights.mean() / weights if len(p) else p
    order = np.argsort(weighed, kind="stable")
    raised = weighed[order] * len(p) / np.arange(1, len(p) + 1)
    found = np.empty(len(p))
    found[order] = np.minimum(np.minimum.accumulate(raised[::-1])[::-1], 1.0)
    return np.maximum(found, p)


def _shares(sums: FloatArray) -> FloatArray:
    return np.divide(sums[:, 1:], sums[:, :1], out=np.zeros((len(sums), sums.shape[1] - 1)), where=sums[:, :1] > 0)

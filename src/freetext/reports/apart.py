"""Figures of two tables: which of them are further apart than chance."""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, sqrt
from statistics import NormalDist

import numpy as np

from freetext.reports.figures import standing
from freetext.tallies.intervals import LEVEL
from freetext.tallies.mover import mover_d
from freetext.tallies.paired import discoveries
from freetext.tallies.table import CellCount

Two = tuple[CellCount, CellCount]


def known(cell: CellCount) -> bool:
    """Whether a figure has an interval, so that it can be compared with another."""
    return standing(cell) == "said" and cell.share is not None and cell.low is not None and cell.high is not None


def apart(pairs: Sequence[Two]) -> list[bool]:
    """Say of each pair of known figures whether they differ by more than chance, at 95 %, their number allowed for.

    MOVER-D (Zou and Donner 2008) on their intervals, coding errors included, as of separate samples; with the same respondents in both
    that is careful. p is read off the 95 % interval as if its half-width grew with the normal quantile; then Benjamini and Hochberg.
    """
    if not pairs:
        return []
    return [bool(each) for each in discoveries(np.array([_p(one, other) for one, other in pairs]), 1 - LEVEL)]


def _p(one: CellCount, other: CellCount) -> float:
    difference, low, high = mover_d(one, other)
    width = difference - low if difference > 0 else high - difference
    if difference == 0 or width == 0:
        return float(difference == 0)
    return erfc(abs(difference) / width * NormalDist().inv_cdf(0.5 + LEVEL / 2) / sqrt(2))

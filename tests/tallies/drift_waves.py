"""Waves that tests of drift share: answers of invented respondents, half of them new."""

from __future__ import annotations

import numpy as np

from freetext.tallies.drift_relabel import Relabelled, relabelled


def waves_of(old: int, new: int, *, each: int = 1, rounds: int = 999, seed: int = 0) -> Relabelled:
    """Return the labels of so many old and new respondents, `each` with so many answers, the old first."""
    unit = np.repeat(np.arange(old + new), each)
    return relabelled(unit, np.arange(old + new) >= old, rounds, seed)

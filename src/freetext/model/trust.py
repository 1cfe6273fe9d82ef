"""Which codes may stand unseen: below a probability that training has learnt, a person is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray


@dataclass(frozen=True, slots=True)
class Trust:
    """The limits of a model's own judgement.

    below   a code with a lower probability wants a person
    above   so does a theme that is not coded and has a higher one: just missed
    proven  whether the other codes may be left alone; where not, every one wants a person
    """

    below: float
    above: float
    proven: bool = True


UNSURE = Trust(0.7, 0.3)
"""Of a model from before limits were learnt."""


def trust_of(facts: Mapping[str, Any]) -> Trust:
    """Return the limits that a model's facts tell; UNSURE where they tell none, and nothing proven where they tell what is none."""
    if "review" not in facts:
        return UNSURE
    told = facts["review"]
    below, above = (_share(told.get(key)) if isinstance(told, Mapping) else None for key in ("below", "above"))
    return replace(UNSURE, proven=False) if below is None or above is None else Trust(below, above)


def _share(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return None
    return float(value)


def doubtful(scores: NDArray[np.float32], chosen: BoolArray, trust: Trust) -> BoolArray:
    """Return bool (answers, themes): decisions beyond the limits, by calibrated scores and codes, both (answers, themes).

    A theme without a probability (nan) is never in doubt: it is coded by phrases alone.
    """
    return np.where(chosen, scores < trust.below, scores > trust.above)

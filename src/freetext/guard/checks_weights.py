"""Checks of a column of weights."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from freetext.guard.checks import Cells, Finding, found

EXTREME = 5.0
"""Times the mean beyond which a weight is extreme (usual trimming is at 3 to 5 times)."""

DESIGN = 2.0
"""The design effect from which on a table loses half of its respondents or more."""

AWAY = 0.02
"""How far the weights' mean may be from 1."""


def check_weights(cells: Cells) -> Iterator[Finding]:
    """Weights that are missing, no number, negative, zero or extreme, and what they do to the tables."""
    weights = np.array([_number(text) for text in cells.texts], dtype=np.float64)
    bare = [place for place, text in enumerate(cells.texts) if not text.strip()]
    remedy = "Fill them in, or take the rows out: a table needs a weight for everybody."
    yield from found("weight-missing", "person", cells, bare, "{n} without a weight.", remedy)
    odd = np.setdiff1d(np.flatnonzero(~np.isfinite(weights)), bare).tolist()
    yield from found("weight-no-number", "person", cells, odd, "{n} whose weight is no number.", remedy)
    finite = np.nan_to_num(weights, nan=1.0, posinf=1.0, neginf=1.0)
    below = np.flatnonzero(finite < 0).tolist()
    yield from found("weight-negative", "person", cells, below, "{n} whose weight is negative.", remedy)
    nothing = np.flatnonzero(finite == 0).tolist()
    remedy = "Is that meant? If so, the base of every table is smaller than the file."
    yield from found("weight-zero", "note", cells, nothing, "{n} with the weight 0, which counts in no table.", remedy)
    yield from _spread(cells, weights)


def _spread(cells: Cells, weights: NDArray[np.float64]) -> Iterator[Finding]:
    """What the weights above 0 are together; Kish's design effect is n sum(w^2) / sum(w)^2."""
    good = np.isfinite(weights) & (weights > 0)
    used = weights[good]
    if len(used) < 2:
        return
    mean = float(used.mean())
    high = np.flatnonzero(good & (np.nan_to_num(weights) > EXTREME * mean)).tolist()
    what = f"{{n}} whose weight is over {EXTREME:g} times the mean (the largest is {used.max() / mean:.1f} times)."
    yield from found("weight-extreme", "note", cells, high, what, "Trim the weights, or say so beside the tables.")
    if abs(mean - 1) > AWAY:
        what = f"the weights' mean is {mean:.4g}, not 1: weighted bases are not numbers of respondents."
        yield Finding(
            "weight-sum", "note", what, cells.name, (), len(used), "Divide by the mean, if they are meant to be."
        )
    effect = len(used) * float(np.square(used / mean).sum()) / float((used / mean).sum()) ** 2
    if effect >= DESIGN:
        what = (
            f"the design effect is {effect:.2f}: {len(used):,} respondents tell as much as {len(used) / effect:,.0f}."
        )
        yield Finding("weight-effect", "note", what, cells.name, (), len(used), "Intervals in tables allow for it.")


def _number(text: str) -> float:
    """A weight as it is read, with a comma or a dot; nan where it is none."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return math.nan
    return number if "_" not in text else math.nan

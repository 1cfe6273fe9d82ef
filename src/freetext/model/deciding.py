"""Margins to codes: the one decision that coding, suggestions and out-of-fold scores share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from freetext.model.cutoffs import Cutoff, apply_cutoffs, probabilities
from freetext.model.scoring import Scored
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codeframe import Codeframe

OTHER = "other"
"""The reserved code of answers that are near to no theme."""


def decided(
    codeframe: Codeframe,
    margins: NDArray[np.float32],
    cutoffs: tuple[Cutoff, ...],
    *,
    heard: BoolArray | None = None,
    always: BoolArray | None = None,
    never: BoolArray | None = None,
) -> BoolArray:
    """Return bool (answers, themes): the codes of answers by their margins (answers, themes), and by rules where there are any.

    The model speaks where it `heard` something (answers,), phrases speak over it, and above all those of `never`, which name
    exceptions; `always` and `never` are (answers, themes). Under a single-code codeframe exactly one theme is chosen wherever
    anything speaks for one; elsewhere a reserved code stands alone.
    """
    listens = np.ones(len(margins), dtype=np.bool_) if heard is None else heard
    if codeframe.single:
        none = np.zeros(margins.shape, dtype=np.bool_)
        told, kept = (none if always is None else always), (none if never is None else never)
        return _one(codeframe, heights(margins, cutoffs), listens, told & ~kept, kept)
    chosen = apply_cutoffs(margins, cutoffs)
    chosen &= listens[:, None]
    if always is not None:
        chosen |= always
    if never is not None:
        chosen &= ~never
    _part_reserved(codeframe, chosen, margins, cutoffs, always)
    return chosen


def _part_reserved(
    codeframe: Codeframe,
    chosen: BoolArray,
    margins: NDArray[np.float32],
    cutoffs: tuple[Cutoff, ...],
    always: BoolArray | None,
) -> None:
    """Let reserved codes stand alone, in place; what a phrase codes is as probable as can be."""
    rows = np.flatnonzero(chosen[:, np.asarray(codeframe.reserved, dtype=np.bool_)].any(axis=1))
    rows = rows[chosen[rows].sum(axis=1) > 1]
    if len(rows):
        scores = probabilities(margins[rows], cutoffs)
        sure = scores if always is None else np.where(always[rows], np.inf, scores)
        chosen[rows] = stand_alone(chosen[rows], sure, codeframe.reserved)


def heard_by(codeframe: Codeframe, scored: Scored, *, has_vectors: bool) -> BoolArray:
    """Return bool (answers,): which answers the model has a say on.

    A word that merely looks like a known one may speak for a theme, as far as its cut-off lets it. Where the nearest theme is chosen
    however far away, a word must be known: by the vocabulary, or by vectors.
    """
    return scored.heard & ~scored.unknown if codeframe.single and not has_vectors else scored.heard


def heights(margins: NDArray[np.float32], cutoffs: tuple[Cutoff, ...]) -> FloatArray:
    """Return (answers, themes): how far margins lie above their theme's cut-off, in calibrated units (log odds).

    A theme without a cut-off, or of which the margins say nothing, lies infinitely low.
    """
    edges = np.array([np.nan if each.margin is None else each.margin for each in cutoffs], dtype=np.float64)
    slopes = np.array([each.slope or 0.0 for each in cutoffs], dtype=np.float64)
    known = (slopes > 0) & ~np.isnan(edges)
    high = (margins.astype(np.float64) - np.where(known, edges, 0.0)) * slopes
    return np.where(known, high, -np.inf)


def highest(codeframe: Codeframe, high: FloatArray, allowed: BoolArray) -> IntArray:
    """Return for each answer the place of the highest of the `allowed` themes (answers, themes), -1 where none is.

    Where the codeframe has a code `other` that is allowed, it gets the answers of which no theme reaches its cut-off.
    """
    open_to = allowed & ~np.isneginf(high)
    best = np.where(open_to, high, -np.inf)
    found = np.where(open_to.any(axis=1), best.argmax(axis=1), -1)
    other = place_of_other(codeframe)
    if other is not None:
        found[allowed[:, other] & (best.max(axis=1) < 0)] = other
    return found


def place_of_other(codeframe: Codeframe) -> int | None:
    """Return the place of the code `other` (the first, if there are several); None where the codeframe has none."""
    return next((place for place, theme in enumerate(codeframe.themes) if theme.reserved == OTHER), None)


def _one(codeframe: Codeframe, high: FloatArray, heard: BoolArray, always: BoolArray, never: BoolArray) -> BoolArray:
    """Choose one theme of each answer: of those with an always-phrase if there are any, else of all that no phrase forbids."""
    by_phrase = always.any(axis=1)
    # An infinitely low theme can be demanded, and then it is chosen.
    demanded = np.where(always, np.maximum(high, np.finfo(np.float64).min), -np.inf)
    best = highest(codeframe, high, ~never & heard[:, None])
    best[by_phrase] = demanded[by_phrase].argmax(axis=1)
    return np.asarray(best[:, None] == np.arange(len(codeframe)), dtype=np.bool_)


def stand_alone(chosen: BoolArray, scores: NDArray[np.floating], reserved: Sequence[bool]) -> BoolArray:
    """Let a reserved code exclude all others where it is the most probable of the chosen, and give way where it is not."""
    alone = np.asarray(reserved, dtype=np.bool_)
    if not alone.any():
        return chosen
    order = np.where(chosen, np.nan_to_num(scores, nan=0.0, posinf=2.0), -1.0)
    top = order.argmax(axis=1)
    by_reserved = chosen.any(axis=1) & alone[top]
    kept = chosen & ~alone
    kept[by_reserved] = False
    kept[by_reserved, top[by_reserved]] = True
    return kept

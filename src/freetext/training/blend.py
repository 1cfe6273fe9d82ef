"""What labels teach and what definitions say, in one line a theme; definitions count for less as positives arrive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.stats import rankdata

from freetext.model.compiled import Folded, fold
from freetext.model.cutoffs import FEWEST_POSITIVES
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.training.classifier import Line
from freetext.training.dataset import DISPUTED, PRESENT
from freetext.training.ground import Ground

STRENGTH, HALVED = 2.0, 5
"""A definition counts as much as two models before there is a label, half of that at five positives: 2 * 5 / (5 + positives).

Measured, mean AP at 32 / 128 / 512 labels: NHS answers .374/.425/.528 (halved at ten positives .376/.426/.519, at three .370/.421/.528),
by names alone .315/.401/.525 (.311/.388/.510, .317/.406/.527); terror .370/.455/.568 (.370/.447/.556, .370/.456/.572).
"""

FULL, DRAWN = 0.75, 4
"""From which chance on a definition counts in full, and by how many positives the chance is drawn to it."""

FEWEST_UNSEEN = 10
"""Answers below which unseen ones measure no spread."""

LEAST = 1e-9
"""A deviation below this is none."""


@dataclass(frozen=True, slots=True, eq=False)
class Blend:
    """margin = sure * (learnt - centre) / scale + weight * said.

    lines   (features, themes) and bias (themes,), what was learnt, scaled and weighed already
    weight  (themes,): that of what definitions say
    """

    ground: Ground
    lines: FloatArray
    bias: FloatArray
    weight: FloatArray

    def margins(self, matrix: sparse.csr_matrix) -> FloatArray:
        """Return the margins of answers (answers, themes)."""
        return np.asarray(matrix @ self.lines + self.bias + self.said(matrix), dtype=np.float64)

    def said(self, matrix: sparse.csr_matrix) -> FloatArray:
        """Return what definitions say of answers (answers, themes), at the weight that they have."""
        return np.asarray(self.ground.prior.margins(matrix) * self.weight, dtype=np.float64)

    def folded(self) -> Folded:
        """Fold the weights of the features into the lines."""
        prior = self.ground.prior
        return fold(self.ground.features, self.lines + prior.rows * self.weight, self.bias + prior.bias * self.weight)


def trusted(said: FloatArray, given: NDArray[np.int8]) -> FloatArray:
    """Return how far labels bear definitions out, 0..1 (themes,).

    `said` are margins of definitions, `given` the labels of the same answers, both (answers, themes). It is the chance that an answer
    with the theme is said to be liker than one without, drawn to .75 by four positives: at .75 and more a definition counts in
    full, at .5 it says nothing and counts for nothing. A name such as "general" likes much that is not meant.
    """
    found = np.ones(said.shape[1])
    for place in range(said.shape[1]):
        clear, truth = given[:, place] != DISPUTED, given[:, place] == PRESENT
        count, others = int(truth.sum()), int((clear & ~truth).sum())
        if count and others:
            ranks = rankdata(said[clear, place])[truth[clear]]
            area = (ranks.sum() - count * (count + 1) / 2) / (count * others)
            found[place] = np.clip(((count * area + DRAWN * FULL) / (count + DRAWN) - 0.5) / (FULL - 0.5), 0, 1)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Mean and deviation (themes,) of what lines say of answers that they have not seen."""

    centre: FloatArray
    scale: FloatArray


def spread_of(ground: Ground, lines: Sequence[Line], unseen: BoolArray | None = None) -> Spread:
    """Measure lines on the survey's answers that are `unseen` (answers,); on all of them where these are too few.

    Lines say more of the answers that they were fitted on: a scale taken from those would be too large for new ones.
    """
    around = ground.around if unseen is None or unseen.sum() < FEWEST_UNSEEN else ground.around[np.flatnonzero(unseen)]
    margins = around @ np.stack([line.coefficients for line in lines], axis=1) + np.array([line.bias for line in lines])
    scale = margins.std(axis=0)
    return Spread(np.asarray(margins.mean(axis=0)), np.where(scale > LEAST, scale, 1.0))


def mean_spread(spreads: Sequence[Spread]) -> Spread:
    """Return the mean of spreads: that of lines which have seen all answers, and so none that could measure them."""
    return Spread(np.mean([each.centre for each in spreads], axis=0), np.mean([each.scale for each in spreads], axis=0))


def blend_of(
    ground: Ground,
    lines: Sequence[Line],
    positives: IntArray,
    trust: FloatArray | float = 1.0,
    spread: Spread | None = None,
) -> Blend:
    """Scale what the lines say of the survey's answers to mean 0 and deviation 1, as what definitions say is.

    `positives` (themes,) are the labelled answers with each theme that the lines have seen; `trust` (themes,) is what definitions are
    multiplied with; `spread` is by default that over all answers. Where a definition speaks, a line that has seen one or two positives counts for a
    third or two thirds. Measured, mean AP at 8/16/32/48/64 labels: NHS answers .366/.366/.373/.382/.385 without these
    lines, .366/.365/.376/.387/.390 with them.
    """
    spread = spread or spread_of(ground, lines)
    coefficients = np.stack([line.coefficients for line in lines], axis=1)
    bias = np.array([line.bias for line in lines])
    weight = STRENGTH * HALVED / (HALVED + positives) * ground.prior.speaks * trust
    sure = np.where(ground.prior.speaks, np.minimum(1, positives / FEWEST_POSITIVES), 1) / spread.scale
    return Blend(ground, coefficients * sure, (bias - spread.centre) * sure, np.asarray(weight, dtype=np.float64))

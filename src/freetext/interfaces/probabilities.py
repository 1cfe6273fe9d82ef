"""Scores for libraries that want a number for every text and theme."""

from __future__ import annotations

import numpy as np

from freetext.model.bundle import Model
from freetext.survey.answers import FloatArray
from freetext.survey.codings import Codings


def probabilities_of(model: Model, codings: Codings) -> FloatArray:
    """Return calibrated probabilities 0..1, float64 (n, k), never nan.

    A theme too rare to be calibrated has its share of the training texts for every text, a blank text 0 for every theme.
    """
    assert codings.scores is not None
    shares = np.array(model.positives, dtype=np.float64) / model.facts["answers"]
    scores = codings.scores.astype(np.float64)
    scores = np.where(np.isnan(scores), shares, scores)
    scores[codings.blank] = 0.0
    return scores

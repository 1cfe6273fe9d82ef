"""Labelled answers to a model."""

from __future__ import annotations

import numpy as np

from freetext.interfaces.reading import LabelledAnswers
from freetext.model.bundle import Model
from freetext.training.dataset import training_set
from freetext.training.fit import fit


def train(answers: LabelledAnswers, *, seed: int = 0) -> Model:
    """Learn one linear model per theme, as `freetext train` does.

    Answers that nobody labelled and blank ones are left out. The same labels and seed give the same `Model.digest` on one machine
    with one set of versions; `Model.facts["scores"]` holds the out-of-fold scores. Raises InputError where there is nothing to
    learn from.
    """
    if not hasattr(answers, "labelled"):
        message = "train wants labelled answers: read_answers(..., labels=...)"
        raise TypeError(message)
    places = np.flatnonzero(answers.labelled)
    chosen = answers.given[places].astype(np.int8)
    return fit(training_set(answers.codeframe, answers.answers.take(places), chosen), seed=seed).model

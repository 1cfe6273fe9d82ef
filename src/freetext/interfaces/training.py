"""Labelled answers to a model."""

from __future__ import annotations

import operator
from typing import Any

from freetext.interfaces.reading import LabelledAnswers
from freetext.model.bundle import Model
from freetext.training.dataset import labelled_set
from freetext.training.fit import fit

LARGEST_SEED = 2**32 - 1


def train(answers: LabelledAnswers, *, seed: int = 0) -> Model:
    """Learn one linear model per theme, as `freetext train` does.

    Answers that nobody labelled and blank ones are left out. The same labels and seed give the same `Model.digest` on one machine
    with one set of versions; `Model.facts["scores"]` holds the out-of-fold scores. `seed` is 0..4294967295. Raises InputError where
    there is nothing to learn from, ValueError for another seed.
    """
    if not hasattr(answers, "labelled"):
        message = "train wants labelled answers: read_answers(..., labels=...)"
        raise TypeError(message)
    training = labelled_set(answers.codeframe, answers.answers, answers.given, answers.labelled)
    return fit(training, seed=seed_from(seed)).model


def seed_from(seed: Any) -> int:
    """Take a whole number that the solver can begin with; raises ValueError for anything else."""
    message = f"seed is {seed!r}: give a whole number 0..{LARGEST_SEED}"
    try:
        number = operator.index(seed)
    except TypeError as error:
        raise ValueError(message) from error
    if not 0 <= number <= LARGEST_SEED:
        raise ValueError(message)
    return number

"""Labelled answers to a model."""

from __future__ import annotations

import operator
from typing import Any, Literal, get_args

from freetext.interfaces.reading import LabelledAnswers
from freetext.model.bundle import Model
from freetext.survey.samples import MOST
from freetext.text.vectors import Vectors
from freetext.training.classifier import DEFAULTS, Favour, Learner
from freetext.training.dataset import labelled_set
from freetext.training.fit import fit
from freetext.training.sampling import sample_of, with_sample

LARGEST_SEED = 2**32 - 1


def train(
    answers: LabelledAnswers,
    *,
    seed: int = 0,
    favour: Favour = "tally",
    learner: Learner | Literal["auto"] = "svm",
    vectors: Vectors | None = None,
    most: int = MOST,
    jobs: int | None = None,
) -> Model:
    """Learn one linear model per theme, as `freetext train` does.

    Blank answers are left out; of those that nobody labelled the words count, and cut-offs are set for all. The same labels and seed give the same `Model.digest` on one machine
    with one set of versions. Cut-offs serve what they `favour`: the shares of themes (`tally`) or `f1`; `Model.facts["favours"]` tells
    what either costs. `learner` `auto` tries all of them on the labels. `Model.facts["scores"]` holds the out-of-fold scores. `seed` is 0..4294967295. `vectors`
    (of `load_vectors`) are learnt with; the model then wants the same again to code. Raises InputError where
    there is nothing to learn from, ValueError for another seed, favour or learner. Of more than `most` labelled answers a random sample
    is learnt from, person by person; `Model.facts["sample"]` then says so. `jobs` is the number of processes, which changes nothing else.
    """
    if learner != "auto" and learner not in DEFAULTS:
        message = f"learner is {learner!r}: one of {', '.join(DEFAULTS)}, auto"
        raise ValueError(message)
    if favour not in get_args(Favour):
        message = f"favour is {favour!r}: one of {', '.join(get_args(Favour))}"
        raise ValueError(message)
    if not hasattr(answers, "labelled"):
        message = "train wants labelled answers: read_answers(..., labels=...)"
        raise TypeError(message)
    training = labelled_set(answers.codeframe, answers.answers, answers.given, answers.labelled)
    recipe = None if learner == "auto" else DEFAULTS[learner]
    number = seed_from(seed)
    training, survey, sampled = sample_of(training, answers.answers, most=most, seed=number)
    fitted = fit(training, survey=survey, seed=number, jobs=jobs, recipe=recipe, favour=favour, vectors=vectors)
    return with_sample(fitted.model, sampled)


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

"""More labels than a machine learns from: a sample of the respondents stands for all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from freetext.model.bundle import Model
from freetext.survey.answers import Answers
from freetext.survey.samples import MOST, Sampled, drawn, highest
from freetext.training.dataset import TrainingSet


def sample_of(
    training: TrainingSet, survey: Answers | None, *, most: int = MOST, seed: int = 0
) -> tuple[TrainingSet, Answers | None, Sampled | None]:
    """Draw respondents until they have `most` labelled answers; return these, the survey of the same respondents, and how it was drawn.

    Where there are no more labels than that all stays as it is. The unlabelled answers of a survey are thinned out alike, so that
    cut-offs stand where they would stand for all.
    """
    answers = training.answers
    if len(answers) <= most:
        return training, survey, None
    numbers = drawn(answers.respondents, seed)
    edge = highest(numbers, np.ones(len(answers), dtype=np.bool_), most)
    kept = numbers <= edge
    few = TrainingSet(training.codeframe, answers.take(np.flatnonzero(kept)), training.given[kept])
    if survey is not None:
        survey = survey.take(np.flatnonzero(drawn(survey.respondents, seed) <= edge))
    return few, survey, Sampled(len(answers), len(np.unique(numbers)), int(kept.sum()))


def with_sample(model: Model, sampled: Sampled | None) -> Model:
    """Return the model with a word in its facts on the sample that it was learnt from."""
    return model if sampled is None else replace(model, facts={**model.facts, "sample": sampled.facts})

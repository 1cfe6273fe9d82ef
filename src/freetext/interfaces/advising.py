"""What labels are worth: those that a model doubts, and what more of them would bring."""

from __future__ import annotations

from freetext.errors import NothingToLearn
from freetext.interfaces.reading import LabelledAnswers
from freetext.interfaces.training import seed_from
from freetext.survey.advice import Advice
from freetext.survey.doubts import Doubt
from freetext.text.vectors import Vectors
from freetext.training.advice import advice_on
from freetext.training.dataset import TrainingSet, labelled_set
from freetext.training.doubts import doubts_in
from freetext.training.fit import fit


def doubts(
    answers: LabelledAnswers, *, most: int = 20, seed: int = 0, vectors: Vectors | None = None
) -> tuple[Doubt, ...]:
    """List the labels that a model doubts most which has not seen their respondents, as `freetext labels check` does.

    The greatest doubt comes first: `id`, `question` and `theme`, whether it is `given`, the `probability` by the text alone, and the
    `chance` that the label is right, in which the answer's other labels have a say. Themes with fewer than ten labels are not
    doubted. Raises InputError where there is nothing to learn from, ValueError for a number below zero or another seed.
    """
    if most < 0:
        message = f"most is {most}: give 0 or more"
        raise ValueError(message)
    return doubts_in(_set(answers, "doubts"), most=most, seed=seed_from(seed), vectors=vectors).found


def learning_curve(answers: LabelledAnswers, *, seed: int = 0, vectors: Vectors | None = None) -> Advice:
    """Say what more labels would bring, theme by theme, as `freetext train` does; takes about twice the time of `train`.

    Answers that nobody labelled count as those left to code. Raises InputError where there is nothing to learn from, and where
    fewer than five respondents are labelled; ValueError for another seed.
    """
    training = _set(answers, "learning_curve")
    number = seed_from(seed)
    fitted = fit(training, survey=answers.answers, seed=number, vectors=vectors)
    advice = advice_on(training, fitted, survey=answers.answers, seed=number, vectors=vectors)
    if advice is None:
        raise NothingToLearn("labels of fewer than five respondents: no curve can be drawn through them.")
    return advice


def _set(answers: LabelledAnswers, name: str) -> TrainingSet:
    if not hasattr(answers, "labelled"):
        message = f"{name} wants labelled answers: read_answers(..., labels=...)"
        raise TypeError(message)
    return labelled_set(answers.codeframe, answers.answers, answers.given, answers.labelled)

"""Labelled answers to a model."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from freetext.files.coding.answers import AnswerFile
from freetext.files.labelling.settled import Decisions, refuse_other_than_one, settled_under
from freetext.interfaces.reading import LabelledAnswers
from freetext.model.bundle import Model
from freetext.survey.answers import Answers, together
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key
from freetext.survey.samples import MOST
from freetext.survey.waves import id_in, wave_names
from freetext.text.vectors import Vectors
from freetext.training.classifier import DEFAULTS, Favour, Learner
from freetext.training.dataset import TrainingSet, labelled_set, settled_rows, training_set
from freetext.training.fit import fit
from freetext.training.held_out import audited
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


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """The answers of one wave, and what people decided on them."""

    file: AnswerFile
    decisions: Decisions


def labelled_waves(
    waves: Sequence[Decided], questions: Iterable[str], frame: Codeframe
) -> tuple[TrainingSet, frozenset[Key], Answers]:
    """Put together what was decided on some questions in all waves: to learn from, what the audits coded, and all answers.

    Each wave is settled by itself, under the codeframe of today. Of several waves the ids bear their wave's name (`wave1/12`);
    respondents keep theirs, so that one name is one person in all. Raises NothingToLearn, UnknownTheme for a label with an unknown
    slug, and InputError for decisions that the codeframe does not allow.
    """
    asked, names = list(questions), wave_names([wave.file.table.file for wave in waves])
    frames = dict.fromkeys(asked, frame)
    held: set[Key] = set()
    taught: list[Answers] = []
    given: list[NDArray[np.int8]] = []
    every: list[Answers] = []
    for wave, called in zip(waves, names, strict=True):
        name = called if len(waves) > 1 else ""
        answers = wave.file.answers
        survey = answers.take(np.flatnonzero(np.isin(np.array(answers.questions), asked)))
        labels = [label for label in wave.decisions.labels if label.question in frames]
        settled = settled_under(labels, frames)
        refuse_other_than_one(settled, frame)
        rows, said = settled_rows(frame, survey, settled)
        taught.append(_named(rows, name))
        given.append(said)
        every.append(_named(survey, name))
        held |= {(id_in(name, each) if name else each, question) for each, question in audited(labels)}
    return training_set(frame, together(taught), np.concatenate(given)), frozenset(held), together(every)


def _named(answers: Answers, wave: str) -> Answers:
    """Let the ids of answers bear their wave's name."""
    if not wave:
        return answers
    ids = tuple(id_in(wave, each) for each in answers.ids)
    return Answers(ids, answers.texts, answers.questions, answers.respondents)

"""The ranking of a file's answers, made by the worker while coders read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from freetext.errors import FreetextError, NothingToLearn
from freetext.files.coding.answers import AnswerFile
from freetext.files.labelling.settled import decided_count, decisions_for, is_own
from freetext.files.modelling.vectors import load_vectors, vectors_of
from freetext.files.reviewing.rankings import save_ranking
from freetext.interfaces.reviewed import Reviewed
from freetext.interfaces.reviewing import project_answers
from freetext.review.ranking import Ranking
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Settled
from freetext.training.dataset import TrainingSet, settled_set
from freetext.training.out_of_fold import rank


def prepare(survey: Reviewed, *, seed: int = 0, suggest: int = 200, vectors: str = "") -> list[Ranking]:
    """Rank the answers of every codeframe by what people have settled so far, and write the rankings where the review reads them.

    Labels on the project's own file teach too where another file is reviewed. `vectors` is a name or a folder; default: what the
    project's settings name. Raises OutputError, and UnknownTheme for a label
    whose theme the codeframe does not have.
    """
    decisions = decisions_for(survey.file, survey.project)
    named = vectors_of(vectors, survey.project)
    loaded = load_vectors(named) if named else None
    found = []
    for frame, questions in survey.groups:
        answers = survey.answers.take(np.flatnonzero(np.isin(np.array(survey.answers.questions), questions)))
        also = _elsewhere(survey, frame, questions)
        ranking = rank(answers, frame, decisions.settled, seed=seed, suggest=suggest, also=also, vectors=loaded)
        count = decided_count(decisions, questions)
        found.append(replace(ranking, answers=survey.digest_of(questions), decided=count))
        save_ranking(found[-1], survey.folder)
    return found


def _elsewhere(survey: Reviewed, frame: Codeframe, questions: list[str]) -> TrainingSet | None:
    """What people settled on the project's own file, where that is not the one reviewed."""
    own = survey.project.questionnaire.file
    if not own or is_own(survey.file.table.file, survey.project):
        return None
    try:
        file = project_answers(survey.project)
        return _taught(file, frame, questions, decisions_for(file, survey.project).settled)
    except FreetextError:
        return None  # a review of this file does not want the other one: it only teaches


def _taught(
    file: AnswerFile, frame: Codeframe, questions: list[str], settled: Mapping[Key, Settled]
) -> TrainingSet | None:
    asked = np.flatnonzero(np.isin(np.array(file.answers.questions), questions))
    try:
        return settled_set(frame, file.answers.take(asked), settled)
    except NothingToLearn:
        return None

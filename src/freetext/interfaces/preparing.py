"""The ranking of a file's answers, made by the worker while coders read."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import numpy as np

from freetext.errors import FreetextError
from freetext.files.labelling.other_waves import is_file
from freetext.files.labelling.settled import decided_count, decisions_for
from freetext.files.modelling.vectors import load_vectors, vectors_of
from freetext.files.project.survey_answers import survey_answers
from freetext.files.reviewing.rankings import save_ranking
from freetext.interfaces.reviewed import Reviewed
from freetext.interfaces.training import Decided, labelled_waves
from freetext.review.ranking import Ranking
from freetext.survey.codeframe import Codeframe
from freetext.training.dataset import TrainingSet
from freetext.training.out_of_fold import rank


def prepare(survey: Reviewed, *, seed: int = 0, suggest: int = 200, vectors: str = "") -> list[Ranking]:
    """Rank the answers of every codeframe by what people have settled so far, and write the rankings where the review reads them.

    Labels on the survey's other waves teach too, and those on its own file where another is reviewed. `vectors` is a name or a folder; default: what the
    project's settings name. Raises OutputError, and UnknownTheme for a label
    whose theme the codeframe does not have.
    """
    decisions = decisions_for(survey.file, survey.project)
    named = vectors_of(vectors, survey.project)
    loaded = load_vectors(named) if named else None
    found, others = [], _others(survey)
    for frame, questions in survey.groups:
        answers = survey.answers.take(np.flatnonzero(np.isin(np.array(survey.answers.questions), questions)))
        also = _elsewhere(others, frame, questions)
        ranking = rank(answers, frame, decisions.settled, seed=seed, suggest=suggest, also=also, vectors=loaded)
        count = decided_count(decisions, questions)
        found.append(replace(ranking, answers=survey.digest_of(questions), decided=count))
        save_ranking(found[-1], survey.folder)
    return found


def _elsewhere(waves: Sequence[Decided], frame: Codeframe, questions: list[str]) -> TrainingSet | None:
    """What people settled on other files of the survey than the one reviewed; None where that is nothing."""
    try:
        return labelled_waves(waves, questions, frame)[0] if waves else None
    except FreetextError:
        return None  # a review of this file does not want the others: they only teach


def _others(survey: Reviewed) -> list[Decided]:
    """The other waves of the survey, with what people decided on them; a file that cannot be read teaches nothing."""
    found = []
    for wave in survey.project.questionnaire.waves:
        with suppress(FreetextError):
            if not is_file(survey.file.table.file, wave, survey.project):
                file = survey_answers(survey.project, wave)
                found.append(Decided(file, decisions_for(file, survey.project)))
    return found

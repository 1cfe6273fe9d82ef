"""The answers in a survey's own files, found as its freetext.toml says."""

from __future__ import annotations

from freetext.errors import InputError
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import Project
from freetext.files.project.survey_tables import read_survey_table
from freetext.files.tabular.tables import Table


def survey_answers(project: Project, path: str) -> AnswerFile:
    """Read the answers of one of the survey's files, as freetext.toml names it; raises InputError where it has none."""
    table = without_dropped(read_survey_table(project.path(path), project.questionnaire), project)
    return answers_of_table(table, project)


def answers_of_table(table: Table, project: Project) -> AnswerFile:
    """Find the answers to the survey's open questions in a table; raises InputError where it has none."""
    survey = project.questionnaire
    names = {each.columns[0]: each.name for each in survey.coded if each.columns[0] in table.names}
    if not names:
        missing = ", ".join(each.columns[0] for each in survey.coded)
        raise InputError(
            f"has none of the columns of open questions: {missing}."
            if missing
            else "no open question in freetext.toml.",
            file=table.file,
        )
    person = survey.respondent if survey.respondent in table.names else ""
    return answers_in(table, text=tuple(names), id=survey.id, respondent=person, names=names)

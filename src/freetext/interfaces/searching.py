"""Answers looked for and explained, in a survey's folder or in any file or frame."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

from freetext.errors import MissingColumn, UsageError
from freetext.files.coding.answers import answers_in
from freetext.files.coding.found import Known, Wanted, known_answers
from freetext.files.coding.found_in_waves import found_in
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import Project, read_settings
from freetext.files.project.survey_tables import read_survey_table
from freetext.files.tabular.filters import conditions_of
from freetext.files.tabular.tables import Table
from freetext.interfaces.sources import Names, Source, file_from, names_from, table_from
from freetext.survey.found import Explained, Found
from freetext.survey.query import query_of


def search(
    source: Source,
    words: str = "",
    *,
    theme: str = "",
    question: str = "",
    coder: str = "",
    flag: str = "",
    where: Names = (),
    limit: int | None = None,
    project: str | Path | None = None,
    text: Names = (),
    id: str = "",
    question_column: str = "",
) -> list[Found]:
    """Find the answers that hold all the words, as `freetext search` does, in the order of the file.

    `source` is the folder of a freetext.toml (of several waves `Found.wave` says which), or a file or frame (of the `project`, if one is given; else `text` names its
    verbatims, and `id` the answers). Case and accents do not matter; `"a phrase"` stays together, `fund*` is the rest of a word.
    `theme` is a slug, name or number, also of a net; `coder` who decided; `flag` personal-data or safeguarding; `where` are conditions
    that the rows must meet, such as "type = charity". Raises InputError, NegativeAnswer where no row meets them,
    and UsageError where nothing is asked for or what is asked for cannot be.
    """
    known = _known(source, project, text, id, question_column)
    wanted = Wanted(query_of(words), theme, question, coder, flag)
    questions = known[0].project.questionnaire.questions if known[0].project else ()
    hits = found_in(known, wanted, conditions_of(names_from(where)), questions)
    return [hit.found(wanted.query) for hit in hits[:limit]]


def explain(
    source: Source,
    id: str,
    *,
    question: str = "",
    model: str | Path | None = None,
    project: str | Path | None = None,
    text: Names = (),
    id_column: str = "",
    question_column: str = "",
    vectors: str | Path = "",
) -> list[Explained]:
    """Say of an answer, or of each answer of a respondent, which codes it has, who or what gave them and why, and its history.

    `source`, `project` and `text` are those of `search`; `id_column` names the answers where no project does. `model` is asked
    instead of the project's, and `vectors` names those that it was learnt with where no project does. Raises InputError, which suggests ids, where there is no such answer.
    """
    from freetext.interfaces.explaining import explain_waves  # noqa: PLC0415  (wakes spaCy)

    known = _known(source, project, text, id_column, question_column)
    return explain_waves(known, id, question, model=Path(model) if model else None, vectors=str(vectors))


def _known(source: Source, project: str | Path | None, text: Names, id: str, question: str) -> list[Known]:
    """Gather what is known of a source, of a project's folder wave by wave, the present one first; the project fills in what is not given."""
    whole = isinstance(source, (str, os.PathLike)) and Path(source).is_dir()
    if whole:
        project = project or cast("str", source)
    plan = read_settings(Path(project)) if project is not None else None
    if plan is None and not names_from(text):
        raise UsageError("which column holds the verbatims? Name it with `text`, or give the folder of a project.")
    tables = _tables(plan) if plan and whole else [table_from(file_from(source, plan), project=plan)]
    return [_known_table(without_dropped(table, plan), plan, text, id, question) for table in tables]


def _known_table(table: Table, plan: Project | None, text: Names, id: str, question: str) -> Known:
    survey = plan.questionnaire if plan else None
    names = {each.columns[0]: each.name for each in survey.coded} if survey else {}
    columns = names_from(text) or tuple(name for name in names if name in table.names)
    if not columns:
        raise MissingColumn(next(iter(names), "text"), table.names, file=table.file, option="freetext.toml")
    own = survey.id if survey and survey.id in table.names else ""
    person = survey.respondent if survey and survey.respondent in table.names else ""
    file = answers_in(table, text=columns, id=id or own, respondent=person, question=question, names=names)
    return known_answers(file, plan, id=id or own, question=question)


def _tables(plan: Project) -> list[Table]:
    """Read the files of a project's waves, the present one first."""
    survey = plan.questionnaire
    if not survey.file:
        raise UsageError(f"{plan.folder}: freetext.toml names no `file`; give the file instead of the folder.")
    return [read_survey_table(plan.path(wave), survey) for wave in reversed(survey.waves)]

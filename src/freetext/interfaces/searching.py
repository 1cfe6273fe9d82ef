"""Answers looked for and explained, in a survey's folder or in any file or frame."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from freetext.errors import MissingColumn, UsageError
from freetext.files.coding.answers import answers_in
from freetext.files.coding.found import Known, Wanted, known_answers
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import read_settings
from freetext.files.tabular.filters import conditions_of, kept_rows
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

    `source` is the folder of a freetext.toml, or a file or frame (of the `project`, if one is given; else `text` names its
    verbatims, and `id` the answers). Case and accents do not matter; `"a phrase"` stays together, `fund*` is the rest of a word.
    `theme` is a slug, name or number, also of a net; `coder` who decided; `flag` personal-data or safeguarding; `where` are conditions
    that the rows must meet, such as "type = charity". Raises InputError, NegativeAnswer where no row meets them,
    and UsageError where nothing is asked for or what is asked for cannot be.
    """
    known = _known(source, project, text, id, question_column)
    wanted = Wanted(query_of(words), theme, question, coder, flag)
    table = known.file.table
    questions = known.project.questionnaire.questions if known.project else ()
    kept = kept_rows(table, conditions_of(names_from(where)), questions).rows
    places = (place for place in known.search(wanted) if kept[place % table.size])
    return [known.found(place, wanted.query) for place in islice(places, limit)]


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
    from freetext.interfaces.explaining import explain_answers  # noqa: PLC0415  (wakes spaCy)

    known = _known(source, project, text, id_column, question_column)
    return explain_answers(known, id, question, model=Path(model) if model else None, vectors=str(vectors))


def _known(source: Source, project: str | Path | None, text: Names, id: str, question: str) -> Known:
    """Gather what is known of a source; the project fills in what is not given."""
    if isinstance(source, (str, os.PathLike)) and Path(source).is_dir():
        project = project or source
    plan = read_settings(Path(project)) if project is not None else None
    if plan is None and not names_from(text):
        raise UsageError("which column holds the verbatims? Name it with `text`, or give the folder of a project.")
    survey = plan.questionnaire if plan else None
    table = without_dropped(table_from(file_from(source, plan), project=plan), plan)
    names = {each.columns[0]: each.name for each in survey.coded} if survey else {}
    columns = names_from(text) or tuple(name for name in names if name in table.names)
    if not columns:
        raise MissingColumn(next(iter(names), "text"), table.names, file=table.file, option="freetext.toml")
    own = survey.id if survey and survey.id in table.names else ""
    person = survey.respondent if survey and survey.respondent in table.names else ""
    file = answers_in(table, text=columns, id=id or own, respondent=person, question=question, names=names)
    return known_answers(file, plan, id=id or own, question=question)

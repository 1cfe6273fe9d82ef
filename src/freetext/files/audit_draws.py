"""A file, and what its project says of it, to the sheet of its audit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from freetext.errors import MissingColumn, UsageError
from freetext.files.answers import AnswerFile, answers_in
from freetext.files.audit_labels import ID, AuditLabels
from freetext.files.audit_sheets import AuditSheet, Drawing, audit_sheet, shown_columns
from freetext.files.dropped import without_dropped
from freetext.files.settings import Project
from freetext.files.tables import Table
from freetext.survey.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Source:
    """Which columns hold the answers that are audited; what is empty the project knows, and an `id` is also found by its name."""

    text: tuple[str, ...] = ()
    id: str = ""
    respondent: str = ""
    question: str = ""


def draw_from(
    table: Table, source: Source, wanted: Drawing, keep: AuditLabels | None, project: Project | None
) -> AuditSheet:
    """Draw an audit of a file; without a seed it goes by the project's key, or the file's name.

    Raises UsageError where nobody says which column holds the verbatims, and whatever `audit_sheet` raises.
    """
    survey = project.questionnaire if project else Questionnaire()
    asked = (*source.text, source.id, source.respondent, source.question, *wanted.by, *wanted.shown)
    table = without_dropped(table, project, asked)
    file = _answers(table, source, survey)
    own = _id(table, source, survey)
    hidden = (*file.columns, own, source.question)
    shown = shown_columns(table, survey, wanted.by, wanted.shown, hidden)
    seed = wanted.seed or survey.key or Path(table.file).stem
    sheet = audit_sheet(file, replace(wanted, shown=shown, seed=seed), keep)
    return replace(sheet, said=() if own else (f"no --id: an answer's id is its row number in {table.file}",))


def _answers(table: Table, source: Source, survey: Questionnaire) -> AnswerFile:
    names = {each.columns[0]: each.name for each in survey.coded}
    text = source.text or tuple(name for name in names if name in table.names)
    if not text and not names:
        raise UsageError(
            "which column holds the verbatims? Name it with --text (again for each column of a wide file)."
        )
    if not text:
        raise MissingColumn(next(iter(names)), table.names, file=table.file, option="freetext.toml")
    own = _id(table, source, survey)
    person = survey.respondent if survey.respondent in table.names else ""
    respondent = source.respondent or ("" if source.id else person)
    return answers_in(table, text=text, id=own, respondent=respondent, question=source.question, names=names)


def _id(table: Table, source: Source, survey: Questionnaire) -> str:
    own = next((each for each in (survey.id, ID) if each and each in table.names), "")
    return source.id or own

"""A file, and what its project says of it, to the sheet of its audit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from freetext.errors import MissingColumn, UsageError
from freetext.files.auditing.audit_labels import ID, AuditLabels
from freetext.files.auditing.audit_sheets import AuditSheet, Drawing, Within, audit_sheet, shown_columns
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.coding.codings import ours
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import Project
from freetext.files.tabular.filters import conditions_of, kept_rows
from freetext.files.tabular.tables import Table
from freetext.survey.filters import Condition
from freetext.survey.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Source:
    """Which columns hold the answers that are audited; what is empty the project knows, and an `id` is also found by its name.

    `where` are conditions that the rows must meet, such as "type = charity".
    """

    text: tuple[str, ...] = ()
    id: str = ""
    respondent: str = ""
    question: str = ""
    where: tuple[str, ...] = ()


def draw_from(
    table: Table, source: Source, wanted: Drawing, keep: AuditLabels | None, project: Project | None
) -> AuditSheet:
    """Draw an audit of a file; without a seed it goes by the project's key, or the file's name.

    Raises UsageError where nobody says which column holds the verbatims, and whatever `audit_sheet` raises.
    """
    survey = project.questionnaire if project else Questionnaire()
    conditions = conditions_of(source.where)
    told = tuple(each.column for each in conditions)
    asked = (*source.text, source.id, source.respondent, source.question, *wanted.by, *wanted.shown, *told)
    table = without_dropped(table, project, asked)
    within = _within(table, conditions, survey)
    file = _answers(table, source, survey)
    own = _id(table, source, survey)
    hidden = (*file.columns, own, source.question)
    shown = shown_columns(table, survey, wanted.by, wanted.shown, hidden)
    seed = wanted.seed or survey.key or Path(table.file).stem
    sheet = audit_sheet(file, replace(wanted, shown=shown, seed=seed), keep, within)
    return replace(sheet, said=() if own else (f"no --id: an answer's id is its row number in {table.file}",))


def _within(table: Table, conditions: Sequence[Condition], survey: Questionnaire) -> Within | None:
    """Find the rows that meet the conditions; raises UsageError for one on codes: the names of strata would tell them."""
    if not conditions:
        return None
    own = {each.name: each.columns[0] for each in survey.questions if len(each.columns) == 1}
    columns = [each.column if each.column in table.names else own.get(each.column, each.column) for each in conditions]
    for name in columns:
        if ours([name]):
            raise UsageError(f"--where {name}: an audit is blind, so that no code tells whom it is drawn from.")
    return Within(kept_rows(table, conditions, survey.questions).rows, tuple(dict.fromkeys(columns)))


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
    return answers_in(
        table, text=text, id=own, respondent=source.respondent or person, question=source.question, names=names
    )


def _id(table: Table, source: Source, survey: Questionnaire) -> str:
    own = next((each for each in (survey.id, ID) if each and each in table.names), "")
    return source.id or own

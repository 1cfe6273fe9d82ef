"""`freetext.toml`: the survey described once, read with line numbers in every refusal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from freetext.errors import InputError, SettingsError, did_you_mean
from freetext.files.project.settings_checks import check_question, check_shared, check_survey
from freetext.files.project.toml_lines import read_toml
from freetext.files.project.toml_schema import Schema, TomlTable, check_format, check_repeats, the_table, the_tables
from freetext.survey.questionnaire import Question, QuestionKind, Questionnaire

NAME = "freetext.toml"
FORMAT = 1
"""The newest format of freetext.toml that is read."""

TOP: Schema = {"format": "number", "survey": "table", "question": "tables"}
SURVEY: Schema = {
    "name": "text",
    "title": "text",
    "file": "text",
    "earlier": "texts",
    "encoding": "text",
    "dialect": "text",
    "previews": "truth",
    "id": "text",
    "respondent": "text",
    "weight": "text",
    "banners": "texts",
    "drop": "texts",
    "codeframe": "text",
    "labels": "text",
    "models": "text",
    "output": "text",
    "key": "text",
    "favour": "text",
    "vectors": "text",
    "population": "number",
    "disclosure": "text",
}
QUESTION: Schema = {
    "name": "text",
    "kind": "text",
    "column": "text",
    "columns": "texts",
    "title": "text",
    "codeframe": "text",
    "options": "texts",
    "nets": "groups",
    "reserved": "pairs",
    "of": "text",
    "separator": "text",
    "moves": "text",
    "beside": "text",
}


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a freetext.toml, and what that says."""

    folder: Path
    questionnaire: Questionnaire

    def path(self, relative: str) -> Path:
        """A path of the questionnaire as one that can be opened."""
        return self.folder / relative

    @property
    def review(self) -> Path:
        """Where reviews keep their batches and rankings."""
        return self.path(self.questionnaire.output) / "review"


def find_project(start: Path | None = None) -> Project | None:
    """The project in a folder that was asked for, or in the current one if there is any.

    Raises InputError where the folder that was asked for holds no freetext.toml.
    """
    folder = start if start is not None else Path()
    if start is None and not (folder / NAME).is_file():
        return None
    return read_settings(folder)


def read_settings(path: Path) -> Project:
    """Read a project from its folder or its freetext.toml; raises SettingsError with file and line, or InputError."""
    file = path / NAME if path.is_dir() else path
    if path.is_dir() and not file.exists():
        raise InputError(f"holds no {NAME}.", file=path, remedy="`freetext init` writes one.")
    toml = read_toml(file, SettingsError)
    check_format(toml, FORMAT)
    the_table(toml, "", TOP)
    survey, tables = the_table(toml, "survey", SURVEY), the_tables(toml, "question", QUESTION)
    check_survey(survey)
    for table in tables:
        check_question(table)
    check_repeats(tables, "name")
    check_shared(tables)
    questions = tuple(_question(table) for table in tables)
    _check_others(tables, questions, "of")
    _check_others(tables, questions, "beside")
    _check_dropped(survey, tables, questions)
    return Project(file.parent, _questionnaire(survey, with_written(questions)))


def _questionnaire(survey: TomlTable, questions: tuple[Question, ...]) -> Questionnaire:
    empty = Questionnaire()
    return Questionnaire(
        name=survey.text("name", empty.name),
        title=survey.text("title"),
        file=survey.text("file"),
        earlier=survey.texts("earlier"),
        encoding=survey.text("encoding"),
        dialect=survey.text("dialect"),
        previews=survey.truth("previews"),
        id=survey.text("id"),
        respondent=survey.text("respondent"),
        weight=survey.text("weight"),
        banners=survey.texts("banners"),
        drop=survey.texts("drop"),
        codeframe=_slashed(survey.text("codeframe")),
        labels=_slashed(survey.text("labels", empty.labels)),
        models=_slashed(survey.text("models", empty.models)),
        output=_slashed(survey.text("output", empty.output)),
        key=survey.text("key"),
        favour=_favour(survey.text("favour")),
        vectors=_slashed(survey.text("vectors")),
        questions=questions,
        population=survey.number("population") or 0,
        disclosure=survey.text("disclosure"),
    )


def _question(table: TomlTable) -> Question:
    kind: QuestionKind = table.values["kind"]
    column = table.text("column")
    return Question(
        name=table.text("name"),
        kind=kind,
        columns=(column,) if column else table.texts("columns"),
        title=table.text("title"),
        codeframe=_slashed(table.text("codeframe")),
        options=table.texts("options"),
        nets=table.groups("nets"),
        reserved=table.pairs("reserved"),
        of=table.text("of"),
        separator=table.text("separator", ";"),
        moves=_slashed(table.text("moves")),
        beside=table.text("beside"),
    )


def with_written(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Tell each question of one column where its "Other, please specify" stands."""
    texts = {each.of: each.columns[0] for each in reversed(questions) if each.kind == "other"}
    return tuple(
        replace(each, written=texts.get(each.name, "")) if len(each.columns) == 1 and each.kind != "other" else each
        for each in questions
    )


def _favour(text: str) -> Literal["", "tally", "f1"]:
    return "f1" if text == "f1" else "tally" if text == "tally" else ""


def _slashed(path: str) -> str:
    """A path inside the project, the same on every system."""
    return path.replace("\\", "/")


def _check_others(tables: tuple[TomlTable, ...], questions: tuple[Question, ...], key: str) -> None:
    """Refuse an `of` or a `beside` that names no closed question."""
    kinds = {question.name: question.kind for question in questions}
    closed = [name for name, kind in kinds.items() if kind in {"closed", "multi"}]
    for table in tables:
        named = table.text(key)
        if named and named not in kinds:
            said = f"{key} = {named!r}: no such question. Closed questions: {', '.join(closed) or 'none'}."
            raise table.refuse(f"{said} {did_you_mean(named, closed)}".rstrip(), key)
        if named and named not in closed:
            raise table.refuse(f"{key} = {named!r}: that question is {kinds[named]}, not closed.", key)


def _check_dropped(survey: TomlTable, tables: tuple[TomlTable, ...], questions: tuple[Question, ...]) -> None:
    """Refuse to drop a column that the survey needs."""
    dropped = set(survey.texts("drop"))
    for key in ("id", "respondent", "weight"):
        if survey.text(key) in dropped:
            raise survey.refuse(f"drop names {survey.text(key)!r}, which is the {key}.", "drop")
    for banner in survey.texts("banners"):
        if banner in dropped:
            raise survey.refuse(f"drop names {banner!r}, which is a banner.", "drop")
    for table, question in zip(tables, questions, strict=True):
        for column in question.columns:
            if column in dropped:
                raise table.refuse(f"{question.name!r} needs the column {column!r}, which [survey] drops.", "name")

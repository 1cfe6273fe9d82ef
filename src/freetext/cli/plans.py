"""What a command works on: options first, then the project's settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from freetext.cli.run import Run
from freetext.errors import InputError, MissingColumn, UnknownTheme, UsageError
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.coding.coded_files import coded_files
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import Project
from freetext.files.project.wave_states import coded_of
from freetext.files.tabular.tables import Table
from freetext.survey.codeframe import Codeframe
from freetext.survey.questionnaire import Questionnaire
from freetext.survey.waves import CODED


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold the answers, as options and settings together say."""

    text: tuple[str, ...]
    id: str
    respondent: str
    question: str
    names: Mapping[str, str]


def settings(project: Project | None) -> Questionnaire:
    """Return the project's questionnaire, or an empty one."""
    return project.questionnaire if project else Questionnaire()


def input_file(given: str | None, project: Project | None, argument: str) -> str:
    """Return the file that was named, or the project's."""
    if given:
        return given
    if project and project.questionnaire.file:
        return str(project.path(project.questionnaire.file))
    raise UsageError(f"which file? Name {argument}, or give the project a `file` in freetext.toml.")


def wave_files(given: str | None, project: Project | None, argument: str) -> list[str]:
    """Return the file that was named, or those of all the project's waves, the oldest first."""
    if given or project is None or not project.questionnaire.file:
        return [input_file(given, project, argument)]
    survey = project.questionnaire
    for wave in survey.earlier:
        if not project.path(wave).exists():
            mend = "Put it back, or take it out of `earlier` in freetext.toml; its labels are then of no use."
            raise InputError("no such file, and it is an earlier wave.", file=project.path(wave), remedy=mend)
    return [str(project.path(wave)) for wave in survey.waves]


def latest_coded(project: Project | None) -> str:
    """Return the project's newest coded file; of a survey of several waves that of the present one."""
    if project is None:
        raise UsageError("which file? Name CODED, the file that `freetext code` wrote.")
    if project.questionnaire.earlier and (own := coded_of(project, project.questionnaire.file)):
        return str(own)
    if found := coded_files(project):
        return str(found[0])
    folder = project.path(project.questionnaire.output)
    raise InputError(f"no coded file (*{CODED}.*) here yet.", file=folder, remedy="`freetext code FILE` makes one.")


def survey_table(run: Run, path: str | Path, asked: Iterable[str] = ()) -> Table:
    """Read a table without the columns that the project drops, which nobody may ask for; says which these are."""
    whole = run.table(path)
    table = without_dropped(whole, run.project, asked)
    run.left_out(whole.names, table.names)
    return table


def columns_for(
    table: Table, text: Sequence[str], id: str, respondent: str, question: str, project: Project | None
) -> Columns:
    """Find the columns of the answers: those asked for, else those of the project's coded questions that the file has."""
    survey = settings(project)
    names = {each.columns[0]: each.name for each in survey.coded}
    if not text and not names:
        raise UsageError(
            "which column holds the verbatims? Name it with --text (again for each column of a wide file)."
        )
    found = tuple(text) or tuple(column for column in names if column in table.names)
    if not found:
        raise MissingColumn(next(iter(names)), table.names, file=table.file, option="freetext.toml")
    own = survey.id if survey.id in table.names else ""
    person = survey.respondent if survey.respondent in table.names else ""
    return Columns(found, id or own, respondent or ("" if id else person), question, names)


def answer_file(table: Table, columns: Columns) -> AnswerFile:
    """Read the answers of a table's columns."""
    return answers_in(
        table,
        text=columns.text,
        id=columns.id,
        respondent=columns.respondent,
        question=columns.question,
        names=columns.names,
    )


@contextmanager
def labels_of(folder: Path) -> Iterator[None]:
    """Where people's labels hold a theme that is not known, name their folder."""
    try:
        yield
    except UnknownTheme as error:
        if error.file is not None:
            raise
        mend = "Where a slug was changed by hand, `freetext codeframe rename OLD NEW` carries the labels over."
        raise InputError(error.what, file=folder, remedy=f"{error.remedy} {mend}".strip()) from error


def model_folder(codeframe: Codeframe, project: Project) -> Path:
    """Return where the project keeps a codeframe's models."""
    return project.path(project.questionnaire.models) / codeframe.name

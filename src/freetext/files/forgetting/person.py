"""Whose answers are to go: a respondent's, found in the survey's file and in the coded files of its project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from freetext.errors import InputError, UsageError, quoted
from freetext.files.coding.codings import OURS
from freetext.files.disk.places import TABLE_ENDINGS
from freetext.files.labelling.labels import read_labels
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table, read_table
from freetext.survey.labels import Key
from freetext.survey.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Found:
    """A table that holds answers of a person: the places of their rows, from 0."""

    path: Path
    table: Table = field(repr=False)
    places: tuple[int, ...]

    @property
    def rows(self) -> tuple[int, ...]:
        """The file's own numbers of these rows."""
        return tuple(self.table.row(place) for place in self.places)


@dataclass(frozen=True, slots=True)
class Person:
    """A respondent as a project knows them.

    ids     of their answers
    texts   what they wrote, by answer; (id, question) may have been written otherwise in several files
    survey  the survey's file, where it holds them
    coded   the coded files that hold them
    """

    ids: frozenset[str]
    texts: frozenset[tuple[Key, str]]
    survey: Found | None
    coded: tuple[Found, ...]


def find_person(project: Project, name: str) -> Person:
    """Find a respondent by the survey's column of respondents, else by the id of an answer.

    Raises InputError where no file and no log knows them, UsageError where answers go by their row number.
    """
    survey = project.questionnaire
    if not survey.id:
        raise UsageError(
            "answers go by their row number here, so nobody can be taken out without renaming the others: "
            "give [survey] an `id` column in freetext.toml."
        )
    tables = [(path, read_table(path, fallback=lambda: survey.encoding)) for path in _files(project)]
    asked = name.strip()
    ids = {asked, *(each for _, table in tables for each in _ids(table, survey, asked))}
    found = [Found(path, table, places) for path, table in tables if (places := _places(table, survey, asked, ids))]
    known = {label.id.strip() for label in read_labels(project.path(survey.labels)).labels}
    if not found and not ids & known:
        raise InputError(
            f"no respondent and no answer {quoted(asked)}.",
            file=survey.file or project.folder,
            column=survey.respondent or survey.id,
            remedy="Names are compared letter by letter.",
        )
    first = project.path(survey.file) if survey.file else None
    own = next((each for each in found if each.path == first), None)
    texts = frozenset(text for each in found for text in _texts(each, survey))
    return Person(frozenset(ids), texts, own, tuple(each for each in found if each is not own))


def _files(project: Project) -> Iterator[Path]:
    """The survey's file, and what was coded in the project's output folder."""
    survey = project.questionnaire
    if survey.file and project.path(survey.file).is_file():
        yield project.path(survey.file)
    for path in sorted(project.path(survey.output).glob("*-coded.*")):
        if path.suffix in TABLE_ENDINGS and path.name[0] not in ".~":
            yield path


def _ids(table: Table, survey: Questionnaire, name: str) -> list[str]:
    if survey.respondent not in table.names or survey.id not in table.names:
        return []
    pairs = zip(table.texts(survey.respondent), table.texts(survey.id), strict=True)
    return [each.strip() for who, each in pairs if who.strip() == name]


def _places(table: Table, survey: Questionnaire, name: str, ids: set[str]) -> tuple[int, ...]:
    """The rows of a person: by the respondent where the table tells them, else by the ids of their answers."""
    if survey.respondent in table.names:
        told = [cell.strip() == name for cell in table.texts(survey.respondent)]
    else:
        told = [False] * table.size
    if survey.id in table.names and not any(told):
        told = [cell.strip() in ids for cell in table.texts(survey.id)]
    return tuple(place for place, theirs in enumerate(told) if theirs)


def _texts(found: Found, survey: Questionnaire) -> Iterator[tuple[Key, str]]:
    table, columns = found.table, {each.columns[0]: each.name for each in survey.coded}
    if survey.id not in table.names:
        return
    ids = table.texts(survey.id)
    for column, question in columns.items():
        if column in table.names and column not in OURS:
            cells = table.texts(column)
            yield from (((ids[place].strip(), question), cells[place]) for place in found.places)

"""The tables of a project in which a person may stand: the files of its waves, what was coded, and what that was coded from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

from freetext.errors import FreetextError
from freetext.files.coding.coded_files import coded_files
from freetext.files.disk.places import READ_ENDINGS
from freetext.files.project.settings import Project
from freetext.files.project.survey_tables import read_survey_table
from freetext.files.restricting.owners import listed_files
from freetext.files.tabular.tables import Table
from freetext.survey.waves import coded_wave, wave_of

Kind: TypeAlias = Literal["survey", "coded", "source"]


def read_theirs(project: Project) -> list[tuple[Path, Kind, Table]]:
    """Read these tables as the project's settings say, rows that were answered in a preview among them.

    A source is a file of the project's folder whose name a coded file bears, and one of which a restricted list was made; one that
    cannot be read is left out.
    """
    survey = replace(project.questionnaire, previews=True)
    waves, coded = _waves(project), sorted(coded_files(project))
    read: list[tuple[Path, Kind, Table]] = [(path, "survey", read_survey_table(path, survey)) for path in waves]
    read += [(path, "coded", read_survey_table(path, survey)) for path in coded]
    for path in _sources(project, coded, {*waves, *coded}):
        with suppress(FreetextError):
            read.append((path, "source", read_survey_table(path, survey)))
    return read


def _waves(project: Project) -> list[Path]:
    return [project.path(file) for file in project.questionnaire.waves if project.path(file).is_file()]


def _sources(project: Project, coded: list[Path], known: set[Path]) -> Iterator[Path]:
    stems = {coded_wave(path.name) for path in coded}
    beside = (path for path in sorted(project.folder.iterdir()) if wave_of(path.name) in stems)
    met = {path.resolve() for path in known}
    for path in (*beside, *listed_files(project)):
        if path.suffix.lower() in READ_ENDINGS and path.resolve() not in met and path.is_file():
            met.add(path.resolve())
            yield path

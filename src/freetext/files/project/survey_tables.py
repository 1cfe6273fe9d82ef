"""A survey's own files, read as its freetext.toml says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from freetext.files.tabular.dialects import Dialect
from freetext.files.tabular.tables import Table, read_table
from freetext.survey.questionnaire import Questionnaire


def dialect_of(survey: Questionnaire, asked: str | None = None) -> Dialect:
    """Which platform's exports the survey's files are taken for: the one that was asked for, else the survey's own."""
    usual = Dialect(survey.dialect, previews=survey.previews)
    return replace(usual, platform=asked, asked=True) if asked else usual


def read_survey_table(
    path: str | Path,
    survey: Questionnaire,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    dialect: Dialect | str | None = None,
) -> Table:
    """Read one of the survey's files; what is asked for stands before what the survey says. See `read_table`."""
    return read_table(
        path,
        sheet=sheet,
        encoding=encoding,
        delimiter=delimiter,
        fallback=lambda: survey.encoding,
        dialect=dialect if isinstance(dialect, Dialect) else dialect_of(survey, dialect),
    )

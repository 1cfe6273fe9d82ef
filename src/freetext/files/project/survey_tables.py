"""A survey's own files, read as its freetext.toml says."""

from __future__ import annotations

from pathlib import Path

from freetext.files.tabular.dialects import Dialect
from freetext.files.tabular.streams import Stream, open_stream
from freetext.files.tabular.tables import Table, read_table
from freetext.survey.questionnaire import Questionnaire


def dialect_of(survey: Questionnaire) -> Dialect:
    """Which platform's exports the survey's files are taken for."""
    return Dialect(survey.dialect, previews=survey.previews)


def read_survey_table(path: str | Path, survey: Questionnaire) -> Table:
    """Read one of the survey's files; see `read_table`."""
    return read_table(path, fallback=lambda: survey.encoding, dialect=dialect_of(survey))


def open_survey_stream(path: str | Path, survey: Questionnaire) -> Stream:
    """Open one of the survey's files; see `open_stream`."""
    return open_stream(path, fallback=lambda: survey.encoding, dialect=dialect_of(survey))

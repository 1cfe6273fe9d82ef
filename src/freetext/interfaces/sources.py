"""What Python users bring: files or frames, one name or several, texts in a list, an array or a series."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from freetext.errors import UsageError, quoted
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.settings import Project
from freetext.files.project.survey_tables import read_survey_table
from freetext.files.tabular.frames import table_of
from freetext.files.tabular.tables import Table
from freetext.survey.codeframe import Codeframe
from freetext.survey.questionnaire import Questionnaire

if TYPE_CHECKING:
    import pandas as pd

Source: TypeAlias = "str | Path | pd.DataFrame"
"""A file (.csv, .tsv, .txt, .xlsx or .parquet) or a frame."""

Names = str | Sequence[str]
"""One column, or several."""


def table_from(
    source: Source,
    *,
    project: Project | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    dialect: str | None = None,
) -> Table:
    """Read a file, as the project says where nobody says otherwise, or take a frame as it is.

    Raises InputError for a file that cannot be read.
    """
    if isinstance(source, (str, os.PathLike)):
        survey = project.questionnaire if project else Questionnaire()
        return read_survey_table(source, survey, sheet=sheet, encoding=encoding, delimiter=delimiter, dialect=dialect)
    if not hasattr(source, "iloc") or not hasattr(source, "columns"):
        message = f"{type(source).__name__} is neither a path nor a DataFrame"
        raise TypeError(message)
    if sheet or encoding or delimiter or dialect:
        raise UsageError("sheet, encoding, delimiter and dialect say how to read a file, and this is a frame.")
    return table_of(source)


def file_from(source: Source, project: Project | None) -> Source:
    """Take the folder of a project for the file that its settings name; anything else stays.

    Raises UsageError where they name none.
    """
    if project is None or not isinstance(source, (str, os.PathLike)) or not Path(source).is_dir():
        return source
    if not project.questionnaire.file:
        raise UsageError(f"{project.folder}: freetext.toml names no `file`; give the file instead of the folder.")
    return project.path(project.questionnaire.file)


def names_from(names: Names) -> tuple[str, ...]:
    """Take one name or several; an empty one is none."""
    if isinstance(names, str):
        return (names,) if names else ()
    return tuple(names)


def codeframe_from(codeframe: Codeframe | str | Path | None) -> Codeframe | None:
    """Take a codeframe, or read one; raises CodeframeError with file and line."""
    return codeframe if codeframe is None or isinstance(codeframe, Codeframe) else read_codeframe(codeframe)


def texts_from(texts: Iterable[Any], *, name: str = "texts") -> list[str]:
    """Take a sequence of texts (n,), missing ones as empty.

    Raises TypeError for what is no text, naming its place counted from 0, and ValueError for a table.
    """
    if isinstance(texts, (str, bytes)):
        message = f"{name} is a single text: put it in a list"
        raise TypeError(message)
    shape = tuple(getattr(texts, "shape", ()))
    if len(shape) > 1:
        message = f"{name} has the shape {shape}: give one sequence of texts, such as frame['answer']"
        raise ValueError(message)
    cells = list(texts)
    return [_text(cell, place, name) for place, cell in enumerate(cells)]


def _text(cell: object, place: int, name: str) -> str:
    if isinstance(cell, str):
        return str(cell)
    if _is_missing(cell):
        return ""
    message = f"{name}[{place}] is no text: {quoted(cell)} ({type(cell).__name__})"
    raise TypeError(message)


def _is_missing(cell: object) -> bool:
    """None, not-a-number, and pandas' own marks, which only differ from everything."""
    return cell is None or type(cell).__name__ in {"NAType", "NaTType"} or (isinstance(cell, float) and cell != cell)  # noqa: PLR0124


def column_from(values: Sequence[str] | None, rows: int, *, name: str) -> tuple[str, ...] | None:
    """Take one value an answer (n,) as text; raises ValueError with both numbers where there are more or fewer."""
    if values is None:
        return None
    if isinstance(values, str):
        message = f"{name} is a single text: give one for each of the {rows} texts"
        raise TypeError(message)
    column = tuple(str(value) for value in cast("Iterable[object]", values))
    if len(column) != rows:
        message = f"{len(column)} {name} for {rows} texts"
        raise ValueError(message)
    return column

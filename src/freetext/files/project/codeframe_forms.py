"""Codeframes in any form, by the file's ending: TOML, workbooks, CSV, REFI-QDA."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import InputError, OutputError, UsageError, counted
from freetext.files.disk.places import bytes_of, check_output
from freetext.files.project.codeframes import OTHER_FORMS, read_codeframe, write_codeframe
from freetext.files.tabular.rows import Table
from freetext.survey.codeframe import Codeframe

WRITTEN = (".toml", ".xlsx", ".csv", ".tsv", ".qdc")
"""Endings that a codeframe can be written in."""
TEXT_TABLES = (".csv", ".tsv")
TABLES = tuple(ending for ending in OTHER_FORMS if ending not in {".qdc", ".qdpx"})
ENCODING = re.compile(r"--encoding [\w-]+")
"""What a refusal says may mend it."""


@dataclass(frozen=True, slots=True)
class Form:
    """A codeframe and what people should know of how it was read."""

    codeframe: Codeframe
    said: tuple[str, ...] = ()


def read_form(
    path: str | Path, *, sheet: str | None = None, encoding: str | None = None, delimiter: str | None = None
) -> Form:
    """Read a codeframe of any form; `sheet`, `encoding` and `delimiter` say how a table is to be read, as for `read_table`.

    A text table that is no UTF-8 is read in the encoding of the project that it stands in, if that names one. Raises CodeframeError,
    InputError, MissingFile.
    """
    ending = Path(path).suffix.lower()
    if ending in TABLES:
        return _read_table(path, sheet, encoding, delimiter)
    if sheet:
        raise InputError("has no sheets: --sheet goes with a workbook (.xlsx).", file=path)
    if ending == ".qdc":
        from freetext.files.exchange.qdc import read_qdc

        return Form(*read_qdc(path))
    if ending == ".qdpx":
        from freetext.files.exchange.qdpx_reading import read_qdpx_codes

        return Form(*read_qdpx_codes(path))
    return Form(read_codeframe(path))


def _read_table(path: str | Path, sheet: str | None, encoding: str | None, delimiter: str | None) -> Form:
    from freetext.files.project.codeframe_merged import merged_below, with_nets_filled
    from freetext.files.project.codeframe_tables import codeframe_of_table
    from freetext.files.tabular.guard import unguarded

    table = _table(path, sheet, encoding, delimiter)
    cells: list[Sequence[str]] = [table.texts_at(place) for place in range(len(table.names))]
    plain = Path(path).suffix.lower() in TEXT_TABLES
    if plain:
        cells = [unguarded(column) for column in cells]
    cells, filled = with_nets_filled(table, cells, merged_below(path, sheet))
    codeframe, said = codeframe_of_table(table, cells)
    return Form(codeframe, (*(() if plain else table.took), *filled, *said))


def _table(path: str | Path, sheet: str | None, encoding: str | None, delimiter: str | None) -> Table:
    from freetext.files.tabular.tables import read_table

    try:
        return read_table(
            path,
            sheet=sheet,
            encoding=encoding,
            delimiter=delimiter,
            fallback=lambda: _project_encoding(Path(path)),
            dialect="plain",
        )
    except InputError as error:
        raise _converted(error, path) from None


def _project_encoding(path: Path) -> str:
    """The encoding that the project names in whose folder, or below it, a codeframe stands."""
    from freetext.files.project.settings import NAME, read_settings

    folder = next((each for each in path.resolve().parents if (each / NAME).is_file()), None)
    return read_settings(folder).questionnaire.encoding if folder else ""


def _converted(error: InputError, path: str | Path) -> InputError:
    """The same refusal; where an encoding may mend it, by the command that takes one: other commands' --encoding is for answers."""
    option = ENCODING.search(error.remedy)
    if option is None:
        return error
    remedy = f"Perhaps: {_convert(path)} {option[0]}"
    return InputError(error.what, file=error.file, row=error.row, column=error.column, remedy=remedy)


def _convert(path: str | Path) -> str:
    return f"freetext codeframe convert {path} {Path(path).with_suffix('.toml')}"


def left_behind(path: str | Path) -> tuple[str, ...]:
    """Say what of a codeframe's file no other form takes: the comments of TOML."""
    if Path(path).suffix.lower() in OTHER_FORMS:
        return ()
    text = bytes_of(path).decode("utf-8", "replace")
    commented = any(line.lstrip().startswith("#") for line in text.splitlines())
    return ("its comments do not go along",) if commented else ()


def check_form(path: str | Path, *, force: bool) -> None:
    """Refuse early a place that a codeframe cannot be written to; raises OutputError."""
    if Path(path).suffix.lower() not in WRITTEN:
        raise OutputError(path, f"a codeframe is written as {', '.join(WRITTEN)}.")
    check_output(path, force=force, endings=())


def write_form(codeframe: Codeframe, path: str | Path, *, force: bool = False) -> tuple[str, ...]:
    """Write a codeframe by the file's ending, whole or not at all; returns what the form cannot hold. Raises OutputError."""
    check_form(path, force=force)
    ending = Path(path).suffix.lower()
    if ending == ".toml":
        write_codeframe(codeframe, path, force=force)
        return ()
    if ending == ".qdc":
        from freetext.files.exchange.qdc import write_qdc

        return write_qdc(codeframe, path, force=force)
    from freetext.files.project.codeframe_sheets import sheet_of_table, table_of_codeframe
    from freetext.files.tabular.tables import write_table, write_workbook

    table = table_of_codeframe(codeframe, str(path))
    if ending == ".xlsx":
        written = write_workbook((sheet_of_table(table),), path, force=force)
    else:
        written = write_table(table, path, force=force)
    said = ["title, language, glossary and changes stand in the row of kind `codeframe`"]
    said += (
        [f"an apostrophe, lest a spreadsheet run them, in front of {counted(written.guarded, 'cell')}"]
        if written.guarded
        else []
    )
    said += (
        [f"too long for a workbook, and cut: {counted(written.cut, 'cell')}. Write .csv instead"] if written.cut else []
    )
    return tuple(said)


def check_editable(path: str | Path) -> None:
    """Refuse to edit a codeframe that is no TOML, and name the command that makes one; raises UsageError."""
    if Path(path).suffix.lower() in OTHER_FORMS:
        what = f"{path}: themes are changed in a .toml file, which keeps the log of changes."
        raise UsageError(f"{what} Make one: {_convert(path)}")

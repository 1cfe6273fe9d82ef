"""Codeframes in any form, by the file's ending: TOML, workbooks, CSV, REFI-QDA."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from freetext.errors import OutputError, UsageError
from freetext.files.disk.places import bytes_of, check_output
from freetext.files.project.codeframes import OTHER_FORMS, read_codeframe, write_codeframe
from freetext.guard.checks import counted
from freetext.survey.codeframe import Codeframe

WRITTEN = (".toml", ".xlsx", ".csv", ".tsv", ".qdc")
"""Endings that a codeframe can be written in."""


@dataclass(frozen=True, slots=True)
class Form:
    """A codeframe and what people should know of how it was read."""

    codeframe: Codeframe
    said: tuple[str, ...] = ()


def read_form(path: str | Path) -> Form:
    """Read a codeframe of any form; raises CodeframeError, InputError, MissingFile."""
    ending = Path(path).suffix.lower()
    if ending == ".qdc":
        from freetext.files.exchange.qdc import read_qdc

        return Form(*read_qdc(path))
    if ending == ".qdpx":
        from freetext.files.exchange.qdpx_reading import read_qdpx

        project = read_qdpx(path)
        return Form(project.codeframe, project.said)
    return _read_table(path) if ending in OTHER_FORMS else Form(read_codeframe(path))


def _read_table(path: str | Path) -> Form:
    from freetext.files.project.codeframe_tables import codeframe_of_table
    from freetext.files.tabular.guard import unguarded
    from freetext.files.tabular.tables import read_table

    table = read_table(path, dialect="plain")
    cells: list[Sequence[str]] = [table.texts_at(place) for place in range(len(table.names))]
    plain = Path(path).suffix.lower() in {".csv", ".tsv"}
    if plain:
        cells = [unguarded(column) for column in cells]
    codeframe, said = codeframe_of_table(table, cells)
    return Form(codeframe, said if plain else (*table.took, *said))


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
    from freetext.files.project.codeframe_tables import table_of_codeframe
    from freetext.files.tabular.tables import write_table

    written = write_table(table_of_codeframe(codeframe, str(path)), path, force=force)
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
        made = Path(path).with_suffix(".toml")
        what = f"{path}: themes are changed in a .toml file, which keeps the log of changes."
        raise UsageError(f"{what} Make one: freetext codeframe convert {path} {made}")

"""SPSS, Stata and SAS files in: cells as people read them, and what the file says of its columns.

The cells of a variable with value labels are its labels, `about.values` restores the codes. A number of which only a few values
have labels stays a number. What the respondents did not say stays blank: system missing values silently, the file's own missing
codes counted in `took`, and kept in `about.unsaid`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from freetext.errors import InputError
from freetext.files.disk.places import explaining
from freetext.files.tabular.apart import Limits, Sent, read_apart
from freetext.files.tabular.encodings import COMMON, codec_of
from freetext.files.tabular.rows import About, Table
from freetext.files.tabular.statistical_claims import HEAD, check_claims, check_kind
from freetext.files.tabular.statistical_labels import Values, labelled, plain_ranges, told_apart, without_missing
from freetext.files.tabular.statistical_moments import kind_of, moments_of, with_zeros
from freetext.files.tabular.statistical_sets import Place, grouped, ticks_of
from freetext.files.tabular.statistical_took import Column, took_of

PROGRAMS = {".sav": "SPSS", ".zsav": "SPSS", ".por": "SPSS", ".dta": "Stata", ".sas7bdat": "SAS", ".xpt": "SAS"}
MEASURES = ("nominal", "ordinal", "scale")


@dataclass(frozen=True, slots=True)
class Variable:
    """What a file says of one variable."""

    name: str
    title: str
    format: str
    kind: str
    measure: str
    values: Values
    missing: tuple[tuple[object, object], ...]


def read_statistical(path: str | Path, *, encoding: str | None = None, limits: Limits | None = None) -> Table:
    """Read a .sav, .zsav, .por, .dta, .sas7bdat or .xpt; `encoding` is for old files that say theirs wrongly.

    Read in a process of its own (see `apart`). Dates and times are Python's, 3.0 is 3, blanks at the end of texts are gone, an
    empty text is None. `row` counts from 1, as these programs do. Raises InputError.
    """
    ending = Path(path).suffix.lower()
    if find_spec("pyreadstat") is None:
        raise InputError("needs pyreadstat.", file=path, remedy='pip install "freetext[spss]"')
    with explaining(path) as place:
        size = place.stat().st_size
        with place.open("rb") as handle:
            head = handle.read(HEAD)
    check_kind(head, ending, file=path)
    check_claims(head, size, ending, file=path)
    if encoding and not codec_of(encoding):
        raise InputError(f"no encoding {encoding!r} (--encoding). Common ones: {COMMON}.", file=path)
    asked = {"ending": ending, "encoding": codec_of(encoding) if encoding else ""}
    return _table(read_apart("statistics", path, asked, limits or Limits.of(size)), ending, file=str(path))


def _table(sent: Sent, ending: str, *, file: str) -> Table:
    program = PROGRAMS[ending]
    variables = _variables(sent.notes)
    if not variables:
        raise InputError("has no variables.", file=file)
    tagged = cast("list[dict[object, list[int]]]", sent.notes["tagged"])
    sets = grouped(cast("list[list[Any]]", sent.notes["sets"]), [(each.name, each.title) for each in variables])
    columns = [
        _column(variable, cells, program, letters, sets.places.get(variable.name))
        for variable, cells, letters in zip(variables, sent.columns, tagged, strict=True)
    ]
    about = {
        each.name: _about(each, column, sets.places.get(each.name))
        for each, column in zip(variables, columns, strict=True)
    }
    known = {name: each for name, each in about.items() if each != About()}
    names = tuple(each.name for each in variables)
    took = took_of(
        program, str(sent.notes["encoding"]), dict(zip(names, columns, strict=True)), portable=ending == ".por"
    )
    cells = tuple(column.cells for column in columns)
    return Table(file, names, cells, len(cells[0]), took + sets.took, first=1, about=known)


def _variables(notes: Mapping[str, object]) -> list[Variable]:
    keys = ("names", "titles", "formats", "kinds", "measures", "values", "missing")
    rows = zip(*(cast("list[Any]", notes[key]) for key in keys), strict=True)
    return [
        Variable(
            name,
            title.strip(),
            form,
            kind,
            measure,
            tuple((code, label) for code, label in values),
            plain_ranges(missing),
        )
        for name, title, form, kind, measure, values, missing in rows
    ]


def _column(
    variable: Variable, cells: list[object], program: str, letters: Mapping[object, list[int]], place: Place | None
) -> Column:
    """The cells of a variable as people read them; `letters` stood where Stata and SAS have a missing value of their own."""
    if variable.kind == "string":
        cells = [cast("str", cell).rstrip(" ") or None if cell else None for cell in cells]
    cells, places = without_missing(cells, variable.missing)
    places |= dict(letters)
    column = Column(cells, variable.values, places, blanked=sum(map(len, places.values())))
    if variable.kind != "string":
        column.cells, beyond = moments_of(column.cells, variable.format, program)
        period = kind_of(variable.format, program) == "period"
        column.said |= {"beyond"} if beyond else {"periods"} if period else set()
    plain = column.cells
    meant = [(code, label) for code, label in variable.values if variable.kind == "string" or not isinstance(code, str)]
    column.cells, column.values = labelled(plain, tuple(meant))
    if column.values:
        numbers = column.cells is plain and place is None and any(isinstance(cell, (int, float)) for cell in plain)
        column.said.add("numbers" if numbers else "labels")
    if variable.kind != "string":
        column.cells, zeros = with_zeros(column.cells, variable.format, program)
        column.said |= {"zeros"} if zeros else set()
    if place is not None:
        _tick(column, place)
    return column


def _tick(column: Column, place: Place) -> None:
    """Read a column as an option of a question of several answers."""
    ticks = ticks_of(column.cells, column.values, place)
    column.cells, column.values = ticks.cells, ticks.values
    column.places |= ticks.unsaid or {}
    column.said |= {"ticks"} if ticks.changed else set()
    column.said |= {"neither"} if ticks.unsaid else set()


def _about(variable: Variable, column: Column, place: Place | None) -> About:
    """What the file says of a column; rows count from 1."""
    unsaid = tuple((code, tuple(place + 1 for place in where)) for code, where in column.places.items())
    return About(
        title=place.title if place else variable.title,
        values=column.values,
        group=place.group if place else "",
        option=place.option if place else "",
        measure=variable.measure if variable.measure in MEASURES else "",
        wordings=told_apart(variable.values, column.values),
        missing=variable.missing,
        unsaid=unsaid,
        numeric=variable.kind != "string" and not any(cell is not None for cell in column.cells),
    )

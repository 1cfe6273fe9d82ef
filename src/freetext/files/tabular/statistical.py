"""SPSS, Stata and SAS files in: cells as people read them, and what the file says of its columns.

The cells of a variable with value labels are its labels, `about.values` restores the codes. What the respondents did not say stays
blank: system missing values silently, the file's own missing codes counted in `took`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, cast

from freetext.errors import InputError, names_listed
from freetext.files.disk.places import explaining
from freetext.files.tabular.apart import Limits, Sent, read_apart
from freetext.files.tabular.encodings import COMMON, codec_of
from freetext.files.tabular.rows import About, Table
from freetext.files.tabular.statistical_claims import HEAD, check_claims, check_kind
from freetext.files.tabular.statistical_labels import Values, labelled, without_missing
from freetext.files.tabular.statistical_moments import moments_of
from freetext.files.tabular.statistical_sets import Grouped, grouped, ticks_of

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
    missing: Sequence[Mapping[str, object]]


@dataclass(slots=True)
class Found:
    """What is worth saying about the variables, gathered on the way."""

    labelled: int = 0
    missing: int = 0
    holders: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()


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
    check_claims(head, size, file=path)
    if encoding and not codec_of(encoding):
        raise InputError(f"no encoding {encoding!r} (--encoding). Common ones: {COMMON}.", file=path)
    asked = {"ending": ending, "encoding": codec_of(encoding) if encoding else ""}
    return _table(read_apart("statistics", path, asked, limits or Limits.of(size)), ending, file=str(path))


def _table(sent: Sent, ending: str, *, file: str) -> Table:
    program, found = PROGRAMS[ending], Found()
    variables = _variables(sent.notes)
    if not variables:
        raise InputError("has no variables.", file=file)
    tagged = cast("list[int]", sent.notes["tagged"])
    sets = grouped(cast("list[list[Any]]", sent.notes["sets"]), [(each.name, each.title) for each in variables])
    columns, values = [], []
    for variable, cells, already in zip(variables, sent.columns, tagged, strict=True):
        column, pairs = _column(variable, cells, program, already, found)
        if place := sets.places.get(variable.name):
            column, pairs, changed = ticks_of(column, pairs, place)
            found.ticks += (variable.name,) if changed else ()
        columns.append(column)
        values.append(pairs)
    about = {each.name: _about(each, pairs, sets) for each, pairs in zip(variables, values, strict=True)}
    known = {name: each for name, each in about.items() if each != About()}
    took = _took(program, str(sent.notes["encoding"]), found) + sets.took
    names = tuple(each.name for each in variables)
    return Table(file, names, tuple(columns), len(columns[0]), took, first=1, about=known)


def _variables(notes: Mapping[str, object]) -> list[Variable]:
    keys = ("names", "titles", "formats", "kinds", "measures", "values", "missing")
    rows = zip(*(cast("list[Any]", notes[key]) for key in keys), strict=True)
    return [
        Variable(name, title.strip(), form, kind, measure, tuple((code, label) for code, label in values), missing)
        for name, title, form, kind, measure, values, missing in rows
    ]


def _column(
    variable: Variable, cells: list[object], program: str, already: int, found: Found
) -> tuple[list[object], Values]:
    """The cells of a variable as people read them, and its values."""
    if variable.kind == "string":
        cells = [cast("str", cell).rstrip(" ") or None if cell else None for cell in cells]
    cells, gone = without_missing(cells, variable.missing)
    if gone + already:
        found.missing += gone + already
        found.holders += (variable.name,)
    if variable.kind != "string":
        cells, beyond = moments_of(cells, variable.format, program)
        found.beyond += (variable.name,) if beyond else ()
    cells, values = labelled(cells, variable.values)
    found.labelled += bool(values)
    return cells, values


def _about(variable: Variable, values: Values, sets: Grouped) -> About:
    place = sets.places.get(variable.name)
    measure = variable.measure if variable.measure in MEASURES else ""
    group, option = (place.group, place.option) if place else ("", "")
    return About(title=variable.title, values=values, group=group, option=option, measure=measure)


def _took(program: str, encoding: str, found: Found) -> tuple[str, ...]:
    """Say how the file was read."""
    took = [f"{program} file" + (f", encoding {encoding}" if encoding else "")]
    if found.labelled:
        took.append(f"{found.labelled:,} variable{'s' * (found.labelled > 1)} with value labels")
    if found.missing:
        what = f"{found.missing:,} cell{'s' * (found.missing > 1)} with a missing-value code read as blank"
        took.append(f"{what}: {names_listed(found.holders)}")
    if found.beyond:
        took.append(f"dates outside the calendar left as numbers: {names_listed(found.beyond)}")
    if found.ticks:
        took.append(f"options read as yes and no by the counted value of their set: {names_listed(found.ticks)}")
    return tuple(took)

"""A Triple-S survey read: the XML (.sss or .xml) and the data beside it, of the same name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from freetext.errors import InputError, names_listed
from freetext.files.disk.places import bytes_of, explaining
from freetext.files.tabular.csvs import long_cells
from freetext.files.tabular.encodings import Fallback, decoded
from freetext.files.tabular.guard import unguarded
from freetext.files.tabular.headings import unused
from freetext.files.tabular.rows import Table
from freetext.files.tabular.triple_s import GUARDED, SssSurvey, SssVariable
from freetext.files.tabular.triple_s_cells import ReadColumn, columns_of, read_columns
from freetext.files.tabular.triple_s_xml import declared_encoding, survey_of

DATA_ENDINGS = (".csv", ".asc", ".dat", ".txt")
MOST_CELLS, CELLS_A_BYTE = 100_000_000, 64
"""What a table may hold: codes that few bytes list could become more columns than a machine has room for."""


def read_triple_s(path: str | Path, *, encoding: str | None = None, fallback: Fallback | None = None) -> Table:
    """Read a survey from its XML and the data beside it, CSV or fixed.

    The cells of a single are the labels of its codes, and `about` holds both; a multiple becomes one 0/1 column a code, joined by
    `about`. Data that is no UTF-8 is read in the encoding that `fallback` names, else in that of the XML. Raises InputError that names the file, the row and the column.
    """
    file = str(path)
    xml = bytes_of(path)
    survey, declared = survey_of(xml, file=file), declared_encoding(xml)
    data = _data_beside(Path(path), survey)
    raw = bytes_of(data)
    text, name = decoded(raw, encoding, file=str(data), fallback=lambda: (fallback() if fallback else "") or declared)
    records: Sequence[Sequence[str]] = _csv_records(text, str(data), survey) if survey.csv else _lines(text, survey)
    _check_room(survey, len(records), len(raw), file)
    read = [each for variable in survey.variables for each in _columns(variable, records, survey, str(data))]
    names = tuple(_unique([each.name for each in read]))
    special = [each.name for each in read if each.about.missing and any(isinstance(cell, str) for cell in each.cells)]
    took: tuple[str, ...] = (f"Triple-S {survey.version}".strip(), f"data {data.name}", f"encoding {name}")
    took += (f"special values, which are no amounts, read as their labels: {names_listed(special)}",) if special else ()
    about = {name: each.about for name, each in zip(names, read, strict=True)}
    return Table(
        file,
        names,
        tuple(each.cells for each in read),
        len(records),
        took,
        survey.skip + 1,
        about=about,
    )


def _data_beside(path: Path, survey: SssSurvey) -> Path:
    """Find the data: the name that the XML gives is a stranger's, so only the file's own name counts."""
    order = DATA_ENDINGS if survey.csv else (".asc", ".dat", ".txt", ".csv")
    with explaining(path):
        beside = sorted(each for each in path.parent.iterdir() if each.stem.casefold() == path.stem.casefold())
    for ending in order:
        found = next((each for each in beside if each.suffix.lower() == ending and each.is_file()), None)
        if found is not None:
            return found
    remedy = f"It must be called like the survey: {path.stem}{order[0]}."
    raise InputError("the data is not beside it.", file=path, remedy=remedy)


def _check_room(survey: SssSurvey, rows: int, size: int, file: str) -> None:
    columns = sum(columns_of(each) for each in survey.variables)
    if rows * columns > min(MOST_CELLS, CELLS_A_BYTE * size + 1_000_000):
        what = f"{rows:,} rows of {columns:,} columns are more than so small a file can mean."
        raise InputError(what, file=file)


def _csv_records(text: str, file: str, survey: SssSurvey) -> list[list[str]]:
    """Part the records of a CSV; empty lines at the end are none."""
    with long_cells():
        try:
            records = list(csv.reader(io.StringIO(text, newline="")))
        except csv.Error as error:
            raise InputError(f"is no CSV that can be read ({error}).", file=file) from error
    while records and not records[-1]:
        records.pop()
    needed = max(each.start for each in survey.variables)
    for row, record in enumerate(records[survey.skip :], start=survey.skip + 1):
        if len(record) < needed:
            what = f"{len(record)} fields, and the survey has variables up to field {needed}."
            raise InputError(what, file=file, row=row)
    return records[survey.skip :]


def _lines(text: str, survey: SssSurvey) -> list[str]:
    lines = text.replace("\r\n", "\n").split("\n")
    while lines and not lines[-1].strip("\x1a\r "):
        lines.pop()
    return lines[survey.skip :]


def _columns(
    variable: SssVariable, records: Sequence[Sequence[str]], survey: SssSurvey, file: str
) -> Iterator[ReadColumn]:
    def refuse(place: int, what: str) -> InputError:
        row = survey.skip + 1 + place if place >= 0 else None
        return InputError(f"{what}.", file=file, row=row, column=variable.name)

    yield from read_columns(variable, _fields(variable, records, survey), refuse)


def _fields(variable: SssVariable, records: Sequence[Sequence[str]], survey: SssSurvey) -> list[str]:
    """Take a variable's field out of each record."""
    if survey.csv:
        fields = [record[variable.start - 1] for record in records]
        character = variable.type == "character"
        return unguarded(fields) if character and GUARDED in survey.origin else fields
    return ["".join(record[variable.start - 1 : variable.finish]).rstrip() for record in records]


def _unique(names: Sequence[str]) -> Iterator[str]:
    """Give columns that a multiple made another name where a variable has theirs."""
    taken: set[str] = set()
    for name in names:
        taken.add(free := unused(name, taken))
        yield free

"""A Triple-S survey written: the XML (.sss or .xml) and the data beside it, of the same name."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from freetext.errors import OutputError
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import TRIPLE_S, check_output
from freetext.files.exchange.dataset import Dataset
from freetext.files.exchange.names import Renames
from freetext.files.exchange.triple_s_columns import triple_s_columns
from freetext.files.tabular.guard import guarded
from freetext.files.tabular.triple_s import GUARDED, SssColumn, SssSurvey, Version
from freetext.files.tabular.triple_s_xml import stripped_labels, survey_xml


@dataclass(frozen=True, slots=True)
class SssWritten:
    """What was written: the XML, the data, rows, and what had to be changed.

    renamed   (name, became): the standard's names are letters, digits and `_`
    apart     sets that are variables of their own, for one variable cannot hold them
    guarded   texts with an apostrophe in front, so that no spreadsheet runs them as a formula
    stripped  names and labels without characters that XML cannot hold
    """

    path: str
    data: str
    rows: int
    renamed: Renames = ()
    apart: tuple[str, ...] = ()
    guarded: int = 0
    stripped: int = 0


def data_path(path: str | Path) -> Path:
    """Say where the data of a survey that is written stands."""
    return Path(path).with_suffix(".csv")


def write_triple_s(
    dataset: Dataset,
    path: str | Path,
    *,
    version: Version = "2.0",
    serial: str = "",
    weight: str = "",
    raw: bool = False,
    force: bool = False,
) -> SssWritten:
    """Write a survey as Triple-S XML and a CSV of the same name, both whole or not at all.

    `serial` and `weight` name the variables of these uses. Texts that a spreadsheet would run are guarded unless `raw`; `read_triple_s`
    takes the guard off again. Raises OutputError.
    """
    data = data_path(path)
    check_output(path, force=force, endings=TRIPLE_S)
    check_output(data, force=force, endings=())
    draft = triple_s_columns(dataset, serial=serial, weight=weight)
    safe, count = (list(draft.columns), 0) if raw else _guarded(draft.columns)
    if any("\0" in cell for column in safe if column.variable.type == "character" for cell in column.cells):
        raise OutputError(path, "a text holds a NUL character, which no program reads from a text file.")
    origin = f"freetext; {GUARDED}" if count else "freetext"
    variables = tuple(column.variable for column in safe)
    survey = SssSurvey(version, dataset.name, dataset.title, variables, origin=origin)
    with replacing(data, force=force) as below, replacing(path, force=force) as above:
        _write_data(safe, dataset.size, below)
        above.write(survey_xml(survey).encode())
    return SssWritten(str(path), str(data), dataset.size, draft.renamed, draft.apart, count, stripped_labels(survey))


def _guarded(columns: Sequence[SssColumn]) -> tuple[list[SssColumn], int]:
    """Guard texts, where any needs it: then all, so that taking the guard off again loses nothing."""
    safe, total = [], 0
    for column in columns:
        if column.variable.type == "character":
            cells, count = guarded(column.cells)
            total += count
            size = max([1, *map(len, cells)])
            safe.append(SssColumn(replace(column.variable, size=size), cells))
        else:
            safe.append(column)
    return safe, total


def _write_data(columns: Sequence[SssColumn], rows: int, out: BinaryIO) -> None:
    """Write a header and one record a row; texts and ones and zeros stand in quotes."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    text.write(",".join(column.variable.name for column in columns) + "\r\n")
    for row in range(rows):
        cells = ((column.cells[row], column.quoted) for column in columns)
        fields = (_quoted(cell) if cell and quotes else cell for cell, quotes in cells)
        text.write((",".join(fields) or '""') + "\r\n")
    text.detach()


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'

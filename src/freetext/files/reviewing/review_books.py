"""A review workbook as it came back: its cells, and what its hidden sheet says of the export."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from freetext.errors import InputError
from freetext.files.reviewing.review_sheets import FORMAT, HIDDEN
from freetext.files.tabular.cells import text_of
from freetext.files.tabular.workbooks import steady
from freetext.files.tabular.zips import check_workbook, error_cells
from freetext.survey.labels import Key

MOST = 500
"""Sheets of a workbook; a review sheet has two beside one for each codeframe."""
AGAIN = "Export again, and copy your marks into the new file."


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's cells from A1 on, how many of them show an error, and where the first of these stands."""

    rows: Sequence[Sequence[object]]
    errors: int
    error: str


@dataclass(frozen=True, slots=True)
class Part:
    """A review sheet as it was exported: its name, its codeframe's name and digest, the titles of its closed questions."""

    sheet: str
    codeframe: str
    digest: str
    closed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """What the hidden sheet says; `rows` are ids and questions, as cells show them, by their row's seal, in the order dealt."""

    coder: str
    models: tuple[str, ...]
    parts: tuple[Part, ...]
    rows: Mapping[str, Key]


def grids_of(data: bytes, *, file: str) -> dict[str, Grid]:
    """Read the cells of every sheet, by name; raises InputError."""
    parts = check_workbook(data, file=file)
    with steady(file):
        from python_calamine import CalamineWorkbook, SheetTypeEnum

        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        if len(book.sheets_metadata) > MOST:
            raise InputError(f"holds more than {MOST} sheets: this is no review sheet.", file=file)
        names = [each.name if each.typ == SheetTypeEnum.WorkSheet else "" for each in book.sheets_metadata]
        rows = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names if name}
    errors = {name: error_cells(data, place, parts, file=file) for place, name in enumerate(names) if name}
    return {name: Grid(rows[name], *errors[name]) for name in rows}


def export_of(grids: Mapping[str, Grid], *, file: str) -> Export:
    """Read the hidden sheet; raises InputError where it is missing, damaged, or newer than this freetext."""
    if HIDDEN not in grids:
        what = f"has no hidden sheet {HIDDEN!r}: it was deleted, or this is no review sheet."
        raise InputError(what, file=file, remedy=AGAIN)
    said: dict[str, list[tuple[str, ...]]] = {}
    for row in grids[HIDDEN].rows:
        kind, *values = (*map(text_of, row), "", "", "", "")[:4]
        said.setdefault(kind, []).append(tuple(values))
    number = said.get("format", [("",)])[0][0]
    if number.isdecimal() and int(number) > FORMAT:
        what = f"was written by a newer freetext (format {number}; this one reads {FORMAT})."
        raise InputError(what, file=file, remedy="Update freetext.")
    if not number.isdecimal() or len(said.get("coder", ())) != 1 or not said.get("codeframe"):
        raise InputError(f"its hidden sheet {HIDDEN!r} is damaged.", file=file, remedy=AGAIN)
    closed = said.get("closed", [])
    return Export(
        said["coder"][0][0],
        tuple(model for model, *_ in said.get("model", ())),
        tuple(
            Part(sheet, name, digest, tuple(title for part, title, _ in closed if part == sheet))
            for sheet, name, digest in said["codeframe"]
        ),
        {seal: (name, question) for seal, name, question in said.get("row", ())},
    )

"""Rows taken out of a table on disk: of a text table the bytes of all other rows stay as they were."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from freetext.errors import InputError
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import bytes_of
from freetext.files.forgetting.plain_books import is_plain_book
from freetext.files.tabular.csvs import long_cells
from freetext.files.tabular.encodings import Fallback, script_of
from freetext.files.tabular.samples import rows_at
from freetext.files.tabular.tables import DELIMITERS, Table, write_table

WHOLE = (".xlsx", ".parquet")
"""Tables that are written anew as a whole; only ours, for a workbook of others would lose its looks."""


def can_lose_rows(path: Path, *, ours: bool) -> bool:
    """Whether rows can be taken out of a table without anything of others being lost."""
    ending = path.suffix.lower()
    return ending in DELIMITERS or ending == ".parquet" or (ours and ending in WHOLE and is_plain_book(path))


def take_rows_out(path: Path, table: Table, places: Collection[int], *, fallback: Fallback | None = None) -> None:
    """Write a table without the rows at these places (from 0), whole or not at all. Raises OutputError, InputError."""
    if path.suffix.lower() in DELIMITERS:
        _cut_text(path, table, places, fallback)
        return
    write_table(without_rows(table, places), path, force=True)


def without_rows(table: Table, places: Collection[int]) -> Table:
    """Return a table without the rows at these places, numbered anew; Arrow columns keep their types."""
    kept = np.setdiff1d(np.arange(table.size), list(places))
    return replace(rows_at(table, kept), numbers=None)


def _cut_text(path: Path, table: Table, places: Collection[int], fallback: Fallback | None) -> None:
    data = bytes_of(path)
    script = script_of(io.BytesIO(data), None, file=str(path), fallback=fallback)
    text = data[script.mark :].decode(script.reads)
    lines = list(io.StringIO(text, newline=""))
    ends = _record_ends(lines, table.delimiter)
    gone = {table.row(place) for place in places}
    kept = [
        "".join(lines[begin:end]) for number, (begin, end) in enumerate(pairwise((0, *ends)), 1) if number not in gone
    ]
    if len(ends) - len(kept) != len(gone):
        raise InputError("has changed while it was read.", file=path, remedy="Call the command again.")
    with replacing(path, force=True) as out:
        out.write(data[: script.mark] + "".join(kept).encode(script.reads))


def _record_ends(lines: list[str], delimiter: str) -> list[int]:
    """After how many lines each record ends; the first record ends after ends[0] lines."""
    with long_cells():
        reader = csv.reader(iter(lines), delimiter=delimiter)
        return [reader.line_num for _ in reader]

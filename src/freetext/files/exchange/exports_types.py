"""Numbers, truths, dates and times that a CSV made texts of -> what they were in the file that it was made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from freetext.files.exchange.exports_columns import NUMBER, TRUTHS, all_numbers, given_cells
from freetext.files.tabular.cells import text_of
from freetext.files.tabular.rows import Table
from freetext.survey.codeframe import fold

Reader = Callable[[str], object]


def typed_as(table: Table, source: Table) -> Table:
    """Give a table the types of the file that it was made from, column by column, where every text means the very same.

    A number with leading zeros, or a text that was one in the file, stays a text.
    """
    columns = list(table.columns)
    for place, name in enumerate(table.names):
        if table.names.count(name) != 1 or source.names.count(name) != 1:
            continue
        texts_only = {type(cell) for cell in given_cells(table, place)} <= {str, type(None)}
        if texts_only and (read := _reader(source, source.place(name))):
            texts = table.texts_at(place)
            known = _read_all(set(texts) - {""}, read)
            if known is not None:
                columns[place] = [known.get(text) for text in texts]
    return replace(table, columns=tuple(columns))


def _reader(source: Table, place: int) -> Reader | None:
    """Tell how the texts of a column are read, from its cells in the file; None where they are texts there, or several things."""
    if all_numbers(source, place):
        return _number
    kinds = {type(cell) for cell in given_cells(source, place) if cell is not None}
    if kinds == {dt.date, dt.datetime}:
        return _moment
    readers: Mapping[type, Reader] = {
        bool: _truth,
        dt.date: dt.date.fromisoformat,
        dt.datetime: dt.datetime.fromisoformat,
        dt.time: dt.time.fromisoformat,
    }
    return readers.get(kinds.pop()) if len(kinds) == 1 else None


def _read_all(texts: set[str], read: Reader) -> dict[str, object] | None:
    """Read texts; None where one is not written as such a value is."""
    known = {}
    for text in texts:
        try:
            known[text] = read(text)
        except ValueError:
            return None
        if text_of(known[text]) != text:
            return None
    return known


def _number(text: str) -> int | float:
    if not NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text) if "." in text else int(text)


def _moment(text: str) -> dt.date:
    """Read a day or a moment: a workbook gives one at midnight as its day."""
    return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)


def _truth(text: str) -> bool:
    if text not in TRUTHS:
        raise ValueError(text)
    return bool(TRUTHS[fold(text)])

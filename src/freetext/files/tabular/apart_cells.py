"""Cells on their way between two processes: no pickles, for what sends them has read a stranger's file.

A line of JSON with the notes, then for each column a line that says its kind and sizes, and its bytes.

numbers  float64, not-a-number where the cell is blank
texts    the lengths in characters, and UTF-8
mixed    JSON; what JSON lacks stands in a list of its kind and its text
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Protocol, cast

import numpy as np

from freetext.files.tabular.cells import EXACT

NUMBERS, TEXTS, MIXED = "numbers", "texts", "mixed"
BLANK = (None, "")


class Stream(Protocol):
    """What cells are received from."""

    def line(self) -> bytes:
        """One line."""

    def read(self, size: int) -> bytes:
        """So many bytes."""


def parcels(notes: Mapping[str, object], columns: Iterable[list[object]]) -> Iterator[bytes]:
    """Write notes and columns as bytes, a column at a time."""
    yield _line(notes)
    for cells in columns:
        kind, *blobs = _packed(cells)
        yield _line({"kind": kind, "cells": len(cells), "sizes": [len(blob) for blob in blobs]})
        yield from blobs
    yield _line({"kind": ""})


def _line(value: Mapping[str, object]) -> bytes:
    return json.dumps(value).encode() + b"\n"


def _packed(cells: list[object]) -> tuple[str, *tuple[bytes, ...]]:
    kinds = set(map(type, cells))
    if kinds <= {str, type(None)}:
        texts = [cast("str", cell) or "" for cell in cells]
        return TEXTS, np.fromiter(map(len, texts), np.uint32, len(texts)).tobytes(), "".join(texts).encode()
    exact = int not in kinds or all(abs(cell) < EXACT for cell in cells if type(cell) is int)
    if kinds <= {float, int, type(None)} and exact:
        return NUMBERS, np.array(cells, np.float64).tobytes()  # None becomes not-a-number
    return MIXED, json.dumps([_told(cell) for cell in cells]).encode()


def _told(cell: object) -> object:
    if isinstance(cell, dt.timedelta):
        return ["length", cell.days, cell.seconds, cell.microseconds]
    if isinstance(cell, (dt.date, dt.time)):
        return [type(cell).__name__, cell.isoformat()]
    return cell


def received(stream: Stream) -> tuple[Mapping[str, object], list[list[object]]]:
    """Read notes and columns again; raises ValueError or EOFError for a stream that ends early."""
    notes = json.loads(stream.line())
    columns = []
    while not notes.get("trouble"):
        head = json.loads(stream.line())
        if not head["kind"]:
            break
        blobs = [stream.read(size) for size in head["sizes"]]
        columns.append(UNPACKED[head["kind"]](*blobs))
    return notes, columns


def _texts(lengths: bytes, data: bytes) -> list[object]:
    text = data.decode()
    borders = accumulate(np.frombuffer(lengths, np.uint32).tolist(), initial=0)
    return [text[begin:end] or None for begin, end in pairwise(borders)]


def _numbers(data: bytes) -> list[object]:
    """Numbers, whole ones as int, None where there is none."""
    values = np.frombuffer(data, np.float64)
    blank = np.isnan(values)
    whole = (values == np.floor(values)) & (np.abs(values) < EXACT)
    if np.all(whole | blank):
        cells: list[object] = np.where(blank, 0, values).astype(np.int64).tolist()
    else:
        pairs = zip(values.tolist(), whole.tolist(), strict=True)
        cells = [int(value) if is_whole else value for value, is_whole in pairs]
    for place in np.flatnonzero(blank).tolist():
        cells[place] = None
    return cells


def _mixed(data: bytes) -> list[object]:
    return [_cell(value) for value in json.loads(data)]


def _cell(value: object) -> object:
    if isinstance(value, list):
        kind, *rest = value
        return dt.timedelta(*rest) if kind == "length" else MOMENTS[kind].fromisoformat(rest[0])
    if isinstance(value, float) and value.is_integer() and abs(value) < EXACT:
        return int(value)
    return None if value == "" else value


MOMENTS: Mapping[str, type[dt.datetime | dt.date | dt.time]] = {
    "datetime": dt.datetime,
    "date": dt.date,
    "time": dt.time,
}
UNPACKED: Mapping[str, Callable[..., list[object]]] = {NUMBERS: _numbers, TEXTS: _texts, MIXED: _mixed}

"""The list of back-coding moves edited: rows go, rows come at the end, all others and the analyst's own columns stay."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from freetext.files.atomic import replacing
from freetext.files.delimiters import sniffed
from freetext.files.encodings import decoded
from freetext.files.moves import COLUMNS, read_moves
from freetext.files.places import bytes_of, ending_of
from freetext.files.tables import DELIMITERS, Table, read_table, write_table
from freetext.survey.questionnaire import Move


@dataclass(frozen=True, slots=True)
class _Spelling:
    """How a text table is written."""

    delimiter: str
    line_end: str = "\n"
    marked: bool = False


def moves_in(path: Path, *, encoding: str = "") -> tuple[Move, ...]:
    """Read the moves of a list that need not be there yet."""
    return read_moves(path, encoding=encoding) if path.exists() else ()


def write_moves(path: Path, add: Sequence[Move], back: Collection[Move], *, encoding: str = "") -> None:
    """Take moves out of a list and put others at its end, whole or not at all; a list that is not there is made.

    A row goes where question, id, from and to are those of a move in `back`. Text is written as it was: delimiter, line ends and
    mark stay, and it is UTF-8. Raises InputError where the list cannot be read, OutputError where it cannot be written.
    """
    ending = ending_of(path)
    table = read_table(path, fallback=lambda: encoding) if path.exists() else _empty(path)
    edited = _edited(table, add, {_place(move) for move in back})
    if ending not in DELIMITERS:
        write_table(edited, path, force=True)
        return
    spelling = _spelling(path, ending, encoding)
    with replacing(path, force=True) as out:
        out.write((codecs.BOM_UTF8 if spelling.marked else b"") + _text(edited, spelling).encode())


def _empty(path: Path) -> Table:
    return Table(str(path), COLUMNS, tuple([] for _ in COLUMNS), 0)


def _place(move: Move) -> tuple[str, str, str, str]:
    return (move.question, move.id, move.from_, move.to)


def _edited(table: Table, add: Sequence[Move], back: Collection[tuple[str, str, str, str]]) -> Table:
    keys = zip(*([cell.strip() for cell in table.texts(name)] for name in COLUMNS[:4]), strict=True)
    kept = [place for place, key in enumerate(keys) if key not in back]
    fresh = dict(zip(COLUMNS, zip(*((*_place(move), move.reason) for move in add), strict=True), strict=False))
    columns = []
    for place, name in enumerate(table.names):
        cells = table.texts_at(place)
        columns.append([*(cells[row] for row in kept), *fresh.get(name, ("",) * len(add))])
    return replace(table, columns=tuple(columns), size=len(kept) + len(add), meta=None)


def _spelling(path: Path, ending: str, encoding: str) -> _Spelling:
    """See how a text table is written; a new one as its ending promises."""
    if not path.exists():
        return _Spelling(DELIMITERS[ending])
    data = bytes_of(path)
    text, _ = decoded(data, None, file=str(path), fallback=lambda: encoding)
    delimiter = "\t" if ending == ".tsv" else sniffed(text, favourite=DELIMITERS[ending])
    return _Spelling(delimiter, "\r\n" if "\r\n" in text else "\n", data.startswith(codecs.BOM_UTF8))


def _text(table: Table, spelling: _Spelling) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=spelling.delimiter, lineterminator=spelling.line_end)
    writer.writerow(table.names)
    writer.writerows(zip(*(table.texts_at(place) for place in range(len(table.names))), strict=True))
    return out.getvalue()

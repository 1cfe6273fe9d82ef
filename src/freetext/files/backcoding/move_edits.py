"""The list of back-coding moves edited: rows go, rows come at the end, all others and the analyst's own columns stay."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from freetext.files.backcoding.moves import COLUMNS, HASH, cells_of, read_moves
from freetext.files.disk.atomic import replacing
from freetext.files.disk.places import bytes_of, ending_of
from freetext.files.tabular.delimiters import sniffed
from freetext.files.tabular.encodings import decoded
from freetext.files.tabular.guard import guarded
from freetext.files.tabular.tables import DELIMITERS, Table, read_table, write_table
from freetext.survey.questionnaire import Move

KEY = (*COLUMNS[:4], HASH)
"""The columns of a move's key."""


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

    A row goes where all but the reason is that of a move in `back`; a move that stands already is not put there again. Text is written as it was: delimiter, line ends and
    mark stay, and it is UTF-8. Raises InputError where the list cannot be read, OutputError where it cannot be written.
    """
    ending = ending_of(path)
    table = read_table(path, fallback=lambda: encoding) if path.exists() else _empty(path)
    edited = _edited(table, add, {move.key for move in back})
    if ending not in DELIMITERS:
        write_table(edited, path, force=True)
        return
    spelling = _spelling(path, ending, encoding)
    with replacing(path, force=True) as out:
        out.write((codecs.BOM_UTF8 if spelling.marked else b"") + _text(edited, spelling).encode())


def _empty(path: Path) -> Table:
    return Table(str(path), COLUMNS, tuple([] for _ in COLUMNS), 0)


def _edited(table: Table, add: Sequence[Move], back: Collection[tuple[str, ...]]) -> Table:
    if any(move.text_hash for move in add) and HASH not in table.names:
        table = table.with_columns({HASH: [""] * table.size})
    keys = _keys(table)
    kept = [place for place, key in enumerate(keys) if key not in back]
    stand = {keys[place] for place in kept}
    new = [move for move in add if move.key not in stand]
    said = {name: [move.key[place] for move in new] for place, name in enumerate(KEY)}
    said["reason"] = [move.reason for move in new]
    fresh = {name: guarded(cells)[0] for name, cells in said.items()}
    columns = []
    for place, name in enumerate(table.names):
        cells = table.texts_at(place)
        columns.append([*(cells[row] for row in kept), *fresh.get(name, [""] * len(new))])
    edited = replace(table, columns=tuple(columns), size=len(kept) + len(new), meta=None)
    return edited.without([HASH] if _emptied(keys, edited) else [])


def _keys(table: Table) -> list[tuple[str, ...]]:
    columns = [cells_of(table, name) if name != HASH or name in table.names else [""] * table.size for name in KEY]
    return [tuple(cell.strip() for cell in cells) for cells in zip(*columns, strict=True)]


def _emptied(before: Sequence[tuple[str, ...]], after: Table) -> bool:
    """Whether the last hash is gone: then its column goes with it."""
    return any(key[-1] for key in before) and not any(key[-1] for key in _keys(after))


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
    columns = [table.texts_at(place) for place in range(len(table.names))]
    bare = any("\r" in cell for cells in columns for cell in cells)  # which the csv module quotes beside "\r\n" alone
    quotes: Literal[0, 1] = csv.QUOTE_ALL if bare else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=spelling.delimiter, lineterminator=spelling.line_end, quoting=quotes)
    writer.writerow(table.names)
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()

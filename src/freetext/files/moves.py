"""The committed list of back-coding moves: a table with the columns question, id, from, to, reason."""

from __future__ import annotations

from pathlib import Path

from freetext.errors import InputError, quoted
from freetext.files.tables import read_table
from freetext.survey.questionnaire import Move

COLUMNS = ("question", "id", "from", "to", "reason")


def read_moves(path: str | Path, *, encoding: str = "") -> tuple[Move, ...]:
    """Read the moves in the order of the file; columns besides the five are the analyst's own and left alone.

    `encoding` is that of a file that has no mark and is no UTF-8.

    Raises InputError, with the row, for a move that names no question, id or option, that goes nowhere, or that stands
    twice; MissingColumn where a column is not there.
    """
    table = read_table(path, fallback=lambda: encoding)
    columns = [table.texts(name) for name in COLUMNS]
    moves: dict[tuple[str, str, str], int] = {}
    found = []
    for place, cells in enumerate(zip(*columns, strict=True)):
        row = table.row(place)
        move = Move(*(cell.strip() for cell in cells))
        if not any(cell.strip() for cell in cells):
            continue
        _check(move, str(path), row)
        before = moves.setdefault((move.question, move.id, move.from_), row)
        if before != row:
            raise InputError(
                f"{quoted(move.id)} is moved from {quoted(move.from_)} twice, the first time in row {before}.",
                file=path,
                row=row,
            )
        found.append(move)
    return tuple(found)


def _check(move: Move, file: str, row: int) -> None:
    for column, value in (("question", move.question), ("id", move.id), ("from", move.from_), ("to", move.to)):
        if not value:
            raise InputError("a move with a blank cell.", file=file, row=row, column=column)
    if move.from_ == move.to:
        raise InputError(f"a move from {quoted(move.from_)} to itself.", file=file, row=row, column="to")

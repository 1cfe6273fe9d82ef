"""The committed list of back-coding moves: a table with the columns question, id, from, to, reason, and perhaps text_hash."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from freetext.errors import InputError, quoted
from freetext.files.coding.coded_again import plainly
from freetext.files.labelling.labels import text_hash
from freetext.files.project.settings import Project
from freetext.files.tabular.guard import unguarded
from freetext.files.tabular.tables import Table, read_table
from freetext.survey.questionnaire import Move, Question, Questionnaire

COLUMNS = ("question", "id", "from", "to", "reason")
HASH = "text_hash"
"""The column with the keyed hash of the text that a move was made from; a list need not have it."""


def read_moves(path: str | Path, *, encoding: str = "") -> tuple[Move, ...]:
    """Read the moves in the order of the file; columns besides these are the analyst's own and left alone.

    `encoding` is that of a file that has no mark and is no UTF-8.

    A row that says just what an earlier one says counts once. Raises InputError, with the row, for a move that names no question, id
    or option, that goes nowhere, or that moves the same answer otherwise than before; MissingColumn where a column is not there.
    """
    table = read_table(path, fallback=lambda: encoding)
    columns = [cells_of(table, name) for name in COLUMNS]
    columns.append(cells_of(table, HASH) if HASH in table.names else [""] * table.size)
    found: dict[tuple[str, str, str], list[Move]] = {}
    for place, cells in enumerate(zip(*columns, strict=True)):
        question, who, from_, to, reason, hashed = (cell.strip() for cell in cells)
        move = Move(question, who, from_, to, reason, hashed, table.row(place))
        if not any(cell.strip() for cell in cells[: len(COLUMNS)]):
            continue
        _check(move, str(path), move.row)
        known = found.setdefault((move.question, move.id, move.from_), [])
        if move not in known:
            _check_first(move, known, str(path))
            known.append(move)
    return tuple(sorted((move for moves in found.values() for move in moves), key=lambda move: move.row))


def moves_of(project: Project, question: Question) -> tuple[Move, ...]:
    """Read the moves of a closed question in the order of its list; none where it has no list. See `read_moves`."""
    if not question.moves:
        return ()
    moves = read_moves(project.path(question.moves), encoding=project.questionnaire.encoding)
    return tuple(move for move in moves if move.question == question.name)


def cells_of(table: Table, name: str) -> list[str]:
    """The cells of a column of a list, without the guard that keeps spreadsheets from running them."""
    return list(unguarded(table.texts(name)))


def hashes_in(table: Table, survey: Questionnaire, question: Question) -> dict[str, str]:
    """Hash what the respondents of a file wrote to a question's "Other", id -> hash; none where ids or texts are not there.

    Texts are taken as every kind of file gives them back, so that line ends, say, tell nobody apart.
    """
    asked = next((each for each in survey.questions if each.kind == "other" and each.of == question.name), None)
    if asked is None or any(table.names.count(column) != 1 for column in (survey.id, asked.columns[0])):
        return {}
    pairs = zip(table.texts(survey.id), table.texts(asked.columns[0]), strict=True)
    return {name.strip(): text_hash(survey.key, plainly(text)) for name, text in pairs}


def _check_first(move: Move, known: Sequence[Move], file: str) -> None:
    """Refuse a second move of the same answer; respondents of several waves may share an id, and their texts tell them apart."""
    for before in known:
        if before.text_hash == move.text_hash or not (before.text_hash and move.text_hash):
            raise InputError(
                f"{quoted(move.id)} is moved from {quoted(move.from_)} twice, the first time in row {before.row}.",
                file=file,
                row=move.row,
            )


def _check(move: Move, file: str, row: int) -> None:
    for column, value in (("question", move.question), ("id", move.id), ("from", move.from_), ("to", move.to)):
        if not value:
            raise InputError("a move with a blank cell.", file=file, row=row, column=column)
    if move.from_ == move.to:
        raise InputError(f"a move from {quoted(move.from_)} to itself.", file=file, row=row, column="to")

"""Rows of a random sample of respondents, from a file of any length, in memory that does not grow with its labelled rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from freetext.files.tabular.cells import Column
from freetext.files.tabular.dictionaries import with_used_values
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray, IntArray
from freetext.survey.samples import Draws, Sampled, drawn, highest

SLACK = 2
"""So many times as many labelled answers as are wanted are held at most before those that came out too high are let go."""


class Batched(Protocol):
    """What is read batch by batch, as a Stream is."""

    def batches(self, *, only: Collection[str] | None) -> Iterable[Table]:
        """Read the columns named from the beginning, batch by batch."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows count, and how many answers are to be drawn.

    columns     those that are read
    texts       how many of them hold verbatims: so many answers has a row
    labels      those of which one must be filled for a row to count; none where every row counts
    respondent  the column that names the person; empty where each row is a person
    """

    columns: tuple[str, ...]
    texts: int
    labels: tuple[str, ...]
    respondent: str
    most: int
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """Rows of one batch that may belong to the sample, their numbers drawn and which of them are labelled (rows,)."""

    table: Table
    numbers: Draws
    labelled: BoolArray

    def upto(self, edge: int) -> _Piece:
        places = np.flatnonzero(self.numbers <= edge)
        if len(places) == len(self.numbers):
            return self
        return _Piece(rows_at(self.table, places), self.numbers[places], self.labelled[places])


def sampled_rows(stream: Batched, wanted: Wanted) -> tuple[Table, Sampled | None]:
    """Read a file once; return the rows of respondents drawn at random, with their own row numbers, and how they were drawn.

    Where the file has no more labelled answers than are wanted these are all rows. A row whose number is higher than that of so many
    others as are wanted can never come into the sample, so at most SLACK times as many labelled answers are held. Rows without a
    label stay with their respondents, all of them: how many there are beside each label is what cut-offs hang on.
    """
    pieces: list[_Piece] = []
    people: list[Draws] = []
    held, edge, answers = 0, int(np.iinfo(np.uint64).max), 0
    for table in stream.batches(only=wanted.columns):
        piece = _piece(table, wanted)
        people.append(np.unique(piece.numbers[piece.labelled]))
        answers += int(piece.labelled.sum()) * wanted.texts
        pieces.append(piece.upto(edge))
        held += int(pieces[-1].labelled.sum()) * wanted.texts
        if held > SLACK * wanted.most:
            edge, pieces, held = _lowered(pieces, wanted)
    if answers > wanted.most:
        _, pieces, held = _lowered(pieces, wanted)
    table = _joined([piece.table for piece in pieces])
    told = Sampled(answers, len(np.unique(np.concatenate(people))), held) if answers > wanted.most else None
    return table, told


def _piece(table: Table, wanted: Wanted) -> _Piece:
    names = table.texts(wanted.respondent) if wanted.respondent else [str(table.row(at)) for at in range(table.size)]
    filled = np.full(table.size, not wanted.labels)
    for label in wanted.labels:
        filled |= np.fromiter((bool(cell.strip()) for cell in table.texts(label)), dtype=np.bool_, count=table.size)
    numbered = replace(table, numbers=table.row_numbers())
    return _Piece(numbered, drawn(names, wanted.seed), filled)


def _lowered(pieces: Sequence[_Piece], wanted: Wanted) -> tuple[int, list[_Piece], int]:
    """Let go of what came out too high; return the highest number that is left, the pieces, and how many labelled answers they hold."""
    numbers = np.concatenate([piece.numbers for piece in pieces])
    labelled = np.concatenate([piece.labelled for piece in pieces])
    edge = highest(numbers, labelled, max(wanted.most // wanted.texts, 1))
    kept = [piece.upto(edge) for piece in pieces]
    return edge, kept, sum(int(piece.labelled.sum()) for piece in kept) * wanted.texts


def rows_at(table: Table, places: IntArray) -> Table:
    """Return some rows of a table, with the numbers that they have in the file; dictionaries keep nothing of the other rows."""
    columns = tuple(_cells_at(column, places) for column in table.columns)
    return replace(table, columns=columns, size=len(places), numbers=table.row_numbers()[places])


def _cells_at(column: Column, places: IntArray) -> Column:
    if isinstance(column, Sequence):
        return [column[place] for place in places.tolist()]
    return with_used_values(column.take(places))


def _joined(tables: Sequence[Table]) -> Table:
    """Put tables of the same columns one behind the other."""
    first = tables[0]
    if len(tables) == 1:
        return first
    columns = tuple(_cells_of([table.columns[place] for table in tables]) for place in range(len(first.names)))
    numbers = np.concatenate([table.numbers for table in tables if table.numbers is not None])
    return replace(first, columns=columns, size=len(numbers), numbers=numbers)


def _cells_of(columns: Sequence[Column]) -> Column:
    if isinstance(columns[0], Sequence):
        return [cell for column in columns for cell in column]
    import pyarrow as pa

    chunks = [chunk for column in columns if not isinstance(column, Sequence) for chunk in column.chunks]
    return pa.chunked_array(chunks, type=columns[0].type)

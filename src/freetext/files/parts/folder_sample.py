"""A random sample of the respondents of a coded folder, read batch by batch: what a comparison of texts looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from freetext.errors import InputError
from freetext.files.parts.coded_folders import CodedFolder
from freetext.files.tabular.streams import open_stream
from freetext.files.tabular.tables import Table
from freetext.survey.samples import Draws, drawn, highest

Cells = list[str]


def sampled(
    folder: CodedFolder, person: str, seed: int, most: int, fallback: Callable[[], str] | None = None
) -> tuple[Table, int]:
    """Return some `most` rows of a folder, those of respondents who drew the lowest numbers, and how many rows it has.

    `person` is the column that says who answered; without it every row is somebody. The columns are those of the first part. No more than a batch and the sample are
    ever in memory. Raises InputError where there is no row.
    """
    names: tuple[str, ...] = ()
    rows, edge = 0, (1 << 64) - 1
    kept: list[Cells] = []
    numbers = np.zeros(0, dtype=np.uint64)
    for table in _batches(folder, fallback):
        names = names or table.names
        draws = drawn(_people(table, person, rows), seed)
        rows += table.size
        places = np.flatnonzero(draws <= edge)
        kept += _taken(table, names, places.tolist())
        numbers = np.concatenate((numbers, draws[places]))
        if len(kept) > 2 * most:
            kept, numbers, edge = _lowest(kept, numbers, most)
    if not rows:
        raise InputError("holds no row.", file=folder.path)
    if len(kept) > most:
        kept, numbers, edge = _lowest(kept, numbers, most)
    columns = tuple([row[place] for row in kept] for place in range(len(names)))
    return Table(folder.path, names, columns, len(kept)), rows


def _batches(folder: CodedFolder, fallback: Callable[[], str] | None) -> Iterator[Table]:
    for part in folder.parts:
        with open_stream(part.file, fallback=fallback) as stream:
            yield from stream.batches()


def _people(table: Table, person: str, before: int) -> list[str]:
    if person:
        return table.texts(person)
    return [str(before + place) for place in range(table.size)]


def _taken(table: Table, names: tuple[str, ...], places: list[int]) -> list[Cells]:
    """Some rows, in the order of these columns; a part may lack one, such as which model coded it."""
    if not places:
        return []
    columns = [table.texts(name) if name in table.names else [""] * table.size for name in names]
    return [[column[place] for column in columns] for place in places]


def _lowest(kept: list[Cells], numbers: Draws, most: int) -> tuple[list[Cells], Draws, int]:
    edge = highest(numbers, np.ones(len(numbers), dtype=np.bool_), most)
    inside = np.flatnonzero(numbers <= edge)
    return [kept[place] for place in inside.tolist()], numbers[inside], edge

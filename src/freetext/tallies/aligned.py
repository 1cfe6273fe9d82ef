"""Sums laid out by another codeframe and by other columns, so that they can be added to those of another part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Source
from freetext.tallies.exact import Whole
from freetext.tallies.lines import lines_of
from freetext.tallies.ranking import POINTS, RANKED, SOME
from freetext.tallies.strata import CellSums, summed
from freetext.tallies.sums import Sums
from freetext.tallies.union import Key, Place, keys_of, places_in

ABSENT = -1


def aligned(sums: Sums, frame: Codeframe, keys: Sequence[Key]) -> Sums:
    """Lay sums out by the lines of another codeframe and by other columns, which hold all of their own."""
    own = keys_of(sums.columns)
    if sums.codeframe.digest == frame.digest and own == tuple(keys):
        return replace(sums, codeframe=frame)
    mine = _places(sums.codeframe)
    rows = [mine.index(place) if place in mine else ABSENT for place in _places(frame)]
    columns = [own.index(key) if key in own else ABSENT for key in keys]
    return replace(
        sums,
        codeframe=frame,
        columns=tuple(name for name, _ in keys),
        shared_n=_moved(sums.shared_n, columns, columns),
        shared_w=_moved(sums.shared_w, columns, columns),
        shared_w2=_moved(sums.shared_w2, columns, columns),
        given_n=_moved(sums.given_n, rows, columns),
        given_w=_moved(sums.given_w, rows, columns),
        sources=_sources(sums, rows, columns),
        both_n=_moved(sums.both_n, rows, rows),
        both_w=_moved(sums.both_w, rows, rows),
        mentions_n=_moved(sums.mentions_n, columns),
        mentions_w=_moved(sums.mentions_w, columns),
        decided=_moved(sums.decided, columns),
        cells=dict(_cells_at(sums, rows, columns)),
        unsure=tuple(place != ABSENT and sums.unsure[place] for place in columns),
        ranked=None if sums.ranked is None else _ranked(sums.ranked, rows, columns),
        beats=None if sums.beats is None or sums.ranked is None else _beats(sums.beats, sums.ranked, rows),
    )


def _places(frame: Codeframe) -> list[Place]:
    """What each line is found by."""
    found = {theme.slug: place for place, theme in places_in(frame).items()}
    return [found[line.theme.slug] for line in lines_of(frame)]


def _moved(values: NDArray[Any], *axes: Sequence[int]) -> NDArray[Any]:
    """Take places along each axis, with 0 where one is absent; axes behind those stay."""
    found = np.zeros((*map(len, axes), *values.shape[len(axes) :]), dtype=values.dtype)
    here = [[new for new, old in enumerate(axis) if old != ABSENT] for axis in axes]
    found[np.ix_(*here)] = values[np.ix_(*([old for old in axis if old != ABSENT] for axis in axes))]
    return found


def _sources(sums: Sums, rows: Sequence[int], columns: Sequence[int]) -> NDArray[np.int64]:
    """Who decided: of a theme that a part does not have, whoever ticked no other, or the people who coded the answer in full."""
    found = _moved(sums.sources, rows, columns)
    new = [row for row, old in enumerate(rows) if old == ABSENT]
    for column, old in enumerate(columns):
        if old == ABSENT:
            continue
        answered = int(sums.sources[0, old].sum())
        people = int(sums.decided[old]) - (int(sums.shared_n[old, old]) - answered)
        found[new, column, Source.CLOSED if sums.kind != "open" else Source.HUMAN] = people
        found[new, column, 0] = answered - people
    return found


def _cells_at(sums: Sums, rows: Sequence[int], columns: Sequence[int]) -> Iterator[tuple[tuple[int, int], CellSums]]:
    for row, old in enumerate(rows):
        for column, place in enumerate(columns):
            cell = None if place == ABSENT else _nowhere(sums, place) if old == ABSENT else sums.cells.get((old, place))
            if cell is not None:
                yield (row, column), cell


def _nowhere(sums: Sums, column: int) -> CellSums | None:
    """The sums of a theme that nobody gave, for no part of the codeframe named it: the least that is known of another, in one band."""
    cells = [cell for (_, place), cell in sums.cells.items() if place == column and cell.strata]
    if not cells:
        return None
    least = min(cells, key=lambda cell: cell.known.n)
    bare = replace(least, known=replace(least.known, given=0))
    return summed([replace(bare, strata=tuple(replace(each, band=0, given=0) for each in least.strata))])


def _ranked(ranked: Whole, rows: Sequence[int], columns: Sequence[int]) -> Whole:
    """Points by the number of items in the whole; an item that a part does not have was left out by all."""
    found = _moved(ranked, rows, columns)
    found[:, :, POINTS] += (len(rows) - len(ranked)) * found[:, :, RANKED]
    found[:, :, SOME] = _moved(ranked[0, :, SOME], columns)
    return found


def _beats(beats: Whole, ranked: Whole, rows: Sequence[int]) -> Whole:
    """An item that a part does not have stands below all those that somebody ranked."""
    found = _moved(beats, rows, rows)
    new = [row for row, old in enumerate(rows) if old == ABSENT]
    for row, old in enumerate(rows):
        if old != ABSENT:
            found[row, new] = ranked[old, 0, RANKED]
    return found

"""What a reader can reckon with: a table's counts as one grid, and the sums that hold among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

import numpy as np

from freetext.survey.answers import BoolArray, IntArray
from freetext.tallies.alternatives import Sum
from freetext.tallies.table import Row, TallyTable

BASE, TOTAL = 0, 0
"""The first row of a grid holds the bases, its first column the total."""


@dataclass(frozen=True)
class Grid:
    """The unweighted counts of a table, int (1 + rows, columns), and how its rows hang together.

    Below the bases stand the table's rows, and then, where each respondent has one code at most and some have none that is shown, those
    that are left. Behind the columns stand those who are in no column, where there are any: they are printed nowhere, but found by
    subtraction.

    parents   of each row the row of its net, BASE at the top; BASE itself has -1
    single    nobody counts in two rows, apart from nets
    overlap   some respondents are in several columns
    rest      whether the last column is that of those who are in none
    left      whether the last row is that of those who have no code that is shown
    """

    counts: IntArray
    parents: tuple[int, ...]
    reserved: tuple[bool, ...]
    single: bool
    overlap: bool
    rest: bool
    left: bool = False

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        rows, columns = self.counts.shape
        return int(rows), int(columns)

    def place(self, row: int, column: int) -> int:
        """Where a count stands in a list of all, row by row."""
        return row * self.shape[1] + column

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The rows right below each net, and below BASE."""
        found: dict[int, list[int]] = {}
        for row, parent in enumerate(self.parents):
            found.setdefault(parent, []).append(row)
        found.pop(-1)
        return found

    @cached_property
    def leaves(self) -> list[int]:
        """The rows that are no nets."""
        return [row for row in range(1, len(self.parents)) if row not in self.children]


def grid_of(table: TallyTable) -> Grid:
    """Take a table's counts as a reader may take them."""
    counts = np.array(
        [[column.n or 0 for column in table.columns], *([cell.count or 0 for cell in row.cells] for row in table.rows)],
        dtype=np.int64,
    )
    overlap = bool((counts[:, 1:].sum(axis=1) > counts[:, TOTAL]).any()) and counts.shape[1] > 1
    rest = counts.shape[1] > 1 and not overlap and bool((counts[:, 1:].sum(axis=1) < counts[:, TOTAL]).any())
    if rest:
        counts = np.hstack([counts, counts[:, :1] - counts[:, 1:].sum(axis=1, keepdims=True)])
    parents, reserved = _parents(table.rows), (False, *(bool(row.reserved) for row in table.rows))
    grid = Grid(counts, parents, reserved, single=False, overlap=overlap, rest=rest)
    return _parted(grid) if _single(grid, table) else grid


def merged(grid: Grid, columns: BoolArray) -> Grid:
    """Put hidden columns, bool (columns of the grid,), and those who are in none into one column: what subtraction finds of them.

    Columns that overlap stay as they are, for nothing can be subtracted.
    """
    gone = columns.copy()
    gone[TOTAL], gone[-1] = False, gone[-1] or grid.rest
    if grid.overlap or not gone.any():
        return grid
    together = grid.counts[:, gone].sum(axis=1, keepdims=True)
    return replace(grid, counts=np.hstack([grid.counts[:, ~gone], together]), rest=True)


def sums_across(grid: Grid, rows: Sequence[int]) -> Iterator[Sum]:
    """What holds between the columns of a row: they add up to the total; where they overlap, none is above it, and all cover it."""
    columns = range(1, grid.shape[1])
    if not columns:
        return
    covered = bool((grid.counts[:, 1:].sum(axis=1) >= grid.counts[:, TOTAL]).all())
    for row in rows:
        all_but = tuple((grid.place(row, column), 1) for column in columns)
        total = (grid.place(row, TOTAL), -1)
        if not grid.overlap:
            yield Sum((*all_but, total), 0, 0)
            continue
        yield from (Sum(((place, -1), (total[0], 1)), 0, inf) for place, _ in all_but)
        if covered:
            yield Sum((*all_but, total), 0, inf)


def sums_down(grid: Grid, columns: Sequence[int]) -> Iterator[Sum]:
    """What holds within a column."""
    for column in columns:
        yield from _parts(grid, column) if grid.single else _bounds(grid, column)


def _parents(rows: Sequence[Row]) -> tuple[int, ...]:
    """The net of each row: the nearest row before it that is one and stands higher."""
    found, above = [-1], list[tuple[int, int]]()
    for place, row in enumerate(rows, start=1):
        while above and above[-1][1] >= row.depth:
            above.pop()
        found.append(above[-1][0] if above else BASE)
        if row.net:
            above.append((place, row.depth))
    return tuple(found)


def _single(grid: Grid, table: TallyTable) -> bool:
    """Whether a reader may take it that nobody has two codes, nets apart."""
    top, base = grid.counts[grid.children.get(BASE, [])].sum(axis=0), grid.counts[BASE]
    nets = all(
        (grid.counts[rows].sum(axis=0) == grid.counts[net]).all() for net, rows in grid.children.items() if net != BASE
    )
    asked = table.kind in {"closed", "ranking"}
    return nets and bool((top <= base).all()) and (asked or bool((top == base).all()))


def _parted(grid: Grid) -> Grid:
    """Add the row of those who have no code that is shown, where there are any."""
    left = grid.counts[BASE] - grid.counts[grid.children.get(BASE, [])].sum(axis=0)
    more = bool(left.any())
    if not more:
        return replace(grid, single=True)
    counts, parents = np.vstack([grid.counts, left]), (*grid.parents, BASE)
    return replace(grid, counts=counts, parents=parents, reserved=(*grid.reserved, True), single=True, left=True)


def _parts(grid: Grid, column: int) -> Iterator[Sum]:
    """Of single codes: those of a net add up to it, all to the base."""
    for net, rows in grid.children.items():
        yield Sum((*((grid.place(row, column), 1) for row in rows), (grid.place(net, column), -1)), 0, 0)


def _bounds(grid: Grid, column: int) -> Iterator[Sum]:
    """Of several codes, each only where it is so.

    None is above its net or the base, a net not above the sum of its own, reserved codes stand alone, and everybody has a code.
    """
    alone = [row for row in grid.children.get(BASE, []) if grid.reserved[row]]
    for net, rows in grid.children.items():
        for row in rows:
            beside = [other for other in alone if other != row] if net == BASE else []
            yield from _holding(grid, column, [(net, 1), *((other, -1) for other in (row, *beside))])
            yield from _holding(grid, column, [(net, 1), (row, -1)] if beside else [])
        if net != BASE:
            yield from _holding(grid, column, [(net, -1), *((row, 1) for row in rows)])
    yield from _holding(grid, column, [(BASE, -1), *((row, 1) for row in grid.leaves)])


def _holding(grid: Grid, column: int, members: Sequence[tuple[int, int]]) -> Iterator[Sum]:
    """Say that a sum is not below 0, if it is not."""
    if members and sum(sign * int(grid.counts[row, column]) for row, sign in members) >= 0:
        yield Sum(tuple((grid.place(row, column), sign) for row, sign in members), 0, inf)

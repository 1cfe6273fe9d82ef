"""Which counts a disclosure profile hides: the small ones, and as many others as it takes that none can be found by subtraction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf

import numpy as np

from freetext.survey.answers import BoolArray, IntArray
from freetext.tallies.alternatives import Ledger, Sum
from freetext.tallies.profiles import Rule
from freetext.tallies.promises import kept, sensitive
from freetext.tallies.relations import BASE, TOTAL, Grid, grid_of, merged, sums_across, sums_down
from freetext.tallies.table import TallyTable


@dataclass(frozen=True, slots=True, eq=False)
class Hidden:
    """What is hidden: `columns` (c,) whole columns with their bases, `cells` (r, c) cells, those of hidden columns included."""

    columns: BoolArray
    cells: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """What is hidden of a grid already, what may be, and of what something is promised; all bool of the grid's shape."""

    hidden: BoolArray
    may: BoolArray
    secret: BoolArray


def suppressed(table: TallyTable, rule: Rule) -> Hidden:
    """Choose what to hide, by unweighted counts.

    First bases, then the total, as it stands in every table of the question, then the rest: a total that is printed is never hidden
    to protect a column, for another table prints it. A row whose total is hidden is hidden throughout, and so is a column whose base
    is. Whoever is in no column, or in a hidden one, counts as one more column, which subtraction would find. Where the promise of the
    profile cannot be shown to hold otherwise, all of the columns' cells are hidden.
    """
    grid = grid_of(table)
    shape = (len(table.rows), len(table.columns))
    if rule.hides_base(int(grid.counts[BASE, TOTAL])):
        return Hidden(np.ones(shape[1], dtype=np.bool_), np.ones(shape, dtype=np.bool_))
    columns = _columns(grid, rule)
    cells = _estimates(table, rule)
    cells[:, TOTAL] = _totals(table, rule, cells[:, TOTAL])
    cells |= cells[:, :1] | columns[: shape[1]]
    if shape[1] > 1:
        cells |= _cells(grid, rule, cells, columns)
    return Hidden(columns[: shape[1]], cells)


def _columns(grid: Grid, rule: Rule) -> BoolArray:
    """Whose bases are hidden, bool (columns of the grid,); those who are in none always are."""
    bases, total = grid.counts[BASE], int(grid.counts[BASE, TOTAL])
    small = np.array([rule.hides_base(base) for base in bases.tolist()])
    if grid.overlap and rule.whole:
        small |= (bases < total) & (bases > total - rule.least)
    task = _task(grid)
    task.secret[BASE] = small
    task.may[BASE, 1:] = True
    if grid.rest:
        task.hidden[BASE, -1] = True
        task.secret[BASE, -1] &= bases[-1] > 0
    task.hidden[BASE] |= small
    hidden = _solved(grid, rule, task, sums_across(grid, [BASE]), bases=np.full(len(bases), total))[BASE]
    return hidden if grid.overlap else _together(hidden, bases, rule)


def _together(hidden: BoolArray, bases: IntArray, rule: Rule) -> BoolArray:
    """Hide more columns, the smallest first, until those that are hidden are no small base together."""
    found = hidden.copy()
    while rule.whole and 0 < bases[found].sum() < rule.least and not found[1:].all():
        shown = 1 + np.flatnonzero(~found[1:])
        found[shown[bases[shown].argmin()]] = True
    return found


def _totals(table: TallyTable, rule: Rule, told: BoolArray) -> BoolArray:
    """Which cells of the total are hidden, bool (r,): the same as where the total stands alone. What is `told` otherwise is hidden anyway."""
    rows = tuple(replace(row, cells=row.cells[:1]) for row in table.rows)
    grid = grid_of(replace(table, columns=table.columns[:1], rows=rows))
    task = _task(grid)
    task.secret[:] = _small(grid, rule)
    task.may[1:] = True
    task.hidden[:] = task.secret | _all_but(grid, len(told), 1)
    task.hidden[1 : 1 + len(told), TOTAL] |= told
    found = _solved(grid, rule, task, sums_down(grid, [TOTAL]), bases=grid.counts[BASE])
    return found[1 : 1 + len(told), TOTAL]


def _cells(grid: Grid, rule: Rule, cells: BoolArray, columns: BoolArray) -> BoolArray:
    """Which cells of all columns are hidden, bool (r, c); those of the total stay as `cells` has them."""
    body = merged(grid, columns)
    shown = np.flatnonzero(~columns[: cells.shape[1]]) if not body.overlap else np.arange(cells.shape[1])
    task = _task(body)
    task.secret[:] = _small(body, rule)
    task.may[1:, 1:] = True
    task.hidden[:] = _all_but(body, len(cells), len(shown))
    task.hidden[1 : 1 + len(cells), : len(shown)] |= cells[:, shown]
    task.hidden[1:, 1:] |= task.secret[1:, 1:]
    bases = body.counts[BASE].copy()
    if body.overlap:
        task.hidden[BASE] = columns
        bases[columns] = bases[TOTAL]
    rows, places = body.shape
    sums = [*sums_across(body, range(rows)), *sums_down(body, range(places))]
    found = cells.copy()
    found[:, shown] = _solved(body, rule, task, sums, bases=bases)[1 : 1 + len(cells), : len(shown)]
    return found


def _task(grid: Grid) -> _Task:
    return _Task(*(np.zeros(grid.shape, dtype=np.bool_) for _ in range(3)))


def _all_but(grid: Grid, rows: int, columns: int) -> BoolArray:
    """Mark what is printed nowhere: the row and the column beyond those of the table, bool of the grid's shape."""
    mask = np.ones(grid.shape, dtype=np.bool_)
    mask[: 1 + rows, :columns] = False
    return mask


def _small(grid: Grid, rule: Rule) -> BoolArray:
    """Which counts must not be found, bool of the grid's shape: small ones, and in columns that overlap what they leave of the total."""
    bases, small = grid.counts[BASE].tolist(), np.zeros(grid.shape, dtype=np.bool_)
    for row in range(1, grid.shape[0]):
        counts = grid.counts[row].tolist()
        left = row >= len(grid.parents) - grid.left
        for column, (count, base) in enumerate(zip(counts, bases, strict=True)):
            small[row, column] = 0 < count < rule.least if left else rule.hides(count, base)
            if grid.overlap and rule.whole and column and base < bases[TOTAL]:
                small[row, column] |= rule.hides(counts[TOTAL] - count, bases[TOTAL] - base)
    return small


def _estimates(table: TallyTable, rule: Rule) -> BoolArray:
    """Which cells hold an estimate that stands for too few respondents, bool (r, c)."""
    return np.array(
        [
            [
                cell.kind == "audited"
                and cell.share is not None
                and rule.hides(round(cell.share * (column.n or 0)), column.n or 0)
                for cell, column in zip(row.cells, table.columns, strict=True)
            ]
            for row in table.rows
        ],
        dtype=np.bool_,
    ).reshape(len(table.rows), len(table.columns))


def _solved(grid: Grid, rule: Rule, task: _Task, sums: Iterable[Sum], *, bases: IntArray) -> BoolArray:
    """Hide until all promises hold, or all that may be hidden; `bases` (columns,) are what a reader knows each to be at most."""
    ledger = _ledger(grid, rule, task, list(sums))
    secret = [
        sensitive(grid.place(row, column), int(grid.counts[row, column]), int(bases[column]), rule)
        for row, column in np.argwhere(task.secret).tolist()
    ]
    if not kept(ledger, secret):
        return task.hidden | task.may
    return np.array([price == 0 for price in ledger.price]).reshape(grid.shape)


def _ledger(grid: Grid, rule: Rule, task: _Task, sums: list[Sum]) -> Ledger:
    """What a reader knows when that is hidden which must be."""
    counts = grid.counts.ravel().tolist()
    hidden, may = task.hidden.ravel().tolist(), task.may.ravel().tolist()
    known = [(0.0, inf) if gone else rule.between(count) for count, gone in zip(counts, hidden, strict=True)]
    largest = max(counts[0], 1)
    price = [
        0.0 if gone else 1 + count / largest if free else inf
        for count, gone, free in zip(counts, hidden, may, strict=True)
    ]
    return Ledger(counts, [low for low, _ in known], [high for _, high in known], price, sums)

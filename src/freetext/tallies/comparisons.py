"""Which cells of a table are compared with which, and how likely chance alone sets them as far apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.tallies.columns_tests import Bases, bases_of, overlap_t
from freetext.tallies.conventions import Conventions
from freetext.tallies.counts import population_of
from freetext.tallies.mover_tests import Reach, joined, mover_p, reach_of_cell, reach_of_share, rest_of
from freetext.tallies.strata import CellSums, Known
from freetext.tallies.sums import Sums
from freetext.tallies.table import TallyTable


@dataclass(frozen=True, slots=True, eq=False)
class Comparisons:
    """The `m` comparisons of one table, each (m,): the row, two columns (0 is the total), and p.

    estimated  whether any of them compares shares that an audit corrected
    apart      whether columns were left uncompared because they overlap, and a share was corrected
    """

    row: IntArray
    one: IntArray
    two: IntArray
    p: FloatArray
    estimated: bool
    apart: bool


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """A table's cells as arrays (r, c), rows as the table has them and `line` (r,) their places among those of the sums.

    share      nan where a cell cannot be compared
    estimated  whether an audit left the share uncertain
    """

    line: IntArray
    share: FloatArray
    estimated: BoolArray


def compared(table: TallyTable, sums: Sums, conventions: Conventions) -> Comparisons:
    """Compare columns with each other (`conventions.letters`) and with the total (`conventions.total`), row by row."""
    bases, grid = bases_of(sums), grid_of(table, sums, conventions)
    one, two = _pairs(bases, conventions)
    row, pair = np.nonzero(np.isfinite(grid.share[:, one]) & np.isfinite(grid.share[:, two]))
    p = overlap_t(grid.share, bases, one, two)[row, pair]
    one, two = one[pair], two[pair]
    audited = grid.estimated[row, one] | grid.estimated[row, two]
    overlap = audited & (one > 0) & (bases.n[one, two] > 0)
    p[overlap] = np.nan
    fit = audited & ~overlap
    p[fit] = _by_intervals(sums, grid, conventions.population, row[fit], one[fit], two[fit])
    kept = np.isfinite(p)
    estimated, apart = bool((kept & audited).any()), bool(overlap.any())
    return Comparisons(row[kept], one[kept], two[kept], p[kept], estimated, apart)


def grid_of(table: TallyTable, sums: Sums, conventions: Conventions) -> Grid:
    """Take the shares that can be compared out of a table: exact ones and those that an audit corrected; nets if they take part."""
    lines = {line.theme.slug: place for place, line in enumerate(sums.lines)}
    share = np.full((len(table.rows), len(table.columns)), np.nan)
    estimated = np.zeros(share.shape, dtype=np.bool_)
    for place, row in enumerate(table.rows):
        if row.net and not conventions.nets:
            continue
        for column, cell in enumerate(row.cells):
            if cell.kind in {"wilson", "audited"} and cell.share is not None:
                share[place, column] = cell.share
                estimated[place, column] = cell.coding is not None and cell.coding[0] < cell.coding[1]
    return Grid(np.array([lines[row.theme] for row in table.rows], dtype=np.int64), share, estimated)


def _pairs(bases: Bases, conventions: Conventions) -> tuple[IntArray, IntArray]:
    """List the pairs of columns whose bases can be tested: the total first, where columns are tested against it."""
    enough = bases.enough(conventions.least_base)
    columns = 1 + np.flatnonzero(enough[1:])
    first, second = np.triu_indices(len(columns) if conventions.letters else 0, 1)
    one, two = columns[first], columns[second]
    if conventions.total and enough[0]:
        against = columns[bases.rest_enough(conventions.least_base)[columns]]
        one, two = np.concatenate((np.zeros_like(against), one)), np.concatenate((against, two))
    return one, two


def _by_intervals(
    sums: Sums, grid: Grid, population: int | None, rows: IntArray, one: IntArray, two: IntArray
) -> FloatArray:
    """The p of each comparison by MOVER-D; of a column with the total (`one` is 0) it is that of the column with the rest of the total.

    The intervals of a cell are made once, however many comparisons it is in.
    """
    columns = len(sums.columns)
    against = np.where(one == 0, columns + two, one)  # beyond the columns stand the rests without each of them
    keys, where = np.unique(np.concatenate((against, two)) + 2 * columns * np.tile(rows, 2), return_inverse=True)
    reaches = joined(
        [
            _rest(sums, int(grid.line[row]), place - columns, population)
            if place >= columns
            else _cell(sums, grid, row, place, population)
            for row, place in (divmod(key, 2 * columns) for key in keys.tolist())
        ]
    )
    return mover_p(reaches.take(where[: len(rows)]), reaches.take(where[len(rows) :]))


def _cell(sums: Sums, grid: Grid, row: int, column: int, population: int | None) -> Reach:
    line = int(grid.line[row])
    own = population_of(sums, column, population)
    cell = _sums_of(sums, line, column)
    if grid.estimated[row, column]:
        return reach_of_cell(cell, own)
    return reach_of_share(float(grid.share[row, column]), cell, own)


def _rest(sums: Sums, line: int, column: int, population: int | None) -> Reach:
    """Of the share in the total without a column; of the population it gets its share of respondents."""
    rest = rest_of(_sums_of(sums, line, 0), _sums_of(sums, line, column))
    return reach_of_cell(rest, None if population is None else -(-rest.n * population // int(sums.shared_n[0, 0])))


def _sums_of(sums: Sums, line: int, column: int) -> CellSums:
    """The sums of a cell, also where everything is known and as the codes have it."""
    found = sums.cells.get((line, column))
    if found is not None:
        return found
    n, weight = int(sums.shared_n[column, column]), sums.shared_w[column, column]
    known = Known(n, weight, 2 * sums.given_w[line, column])
    return CellSums(n, weight, sums.shared_w2[column, column], known)

"""Letters: which column's share is above which other's, as tables of market research say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from string import ascii_uppercase

import numpy as np

from freetext.survey.answers import IntArray
from freetext.tallies.comparisons import Comparisons, compared
from freetext.tallies.conventions import Conventions
from freetext.tallies.multiplicity import significant, told
from freetext.tallies.sums import Sums
from freetext.tallies.table import Column, Row, TallyTable

HIGH, LOW = 0.05, 0.1
"""Rates of chance findings: a capital letter at 95 %, a small one at 90 %."""

TOTAL_LETTER = "T"

APART = "Columns that overlap are not compared where an audit corrected their codes."

CONSERVATIVE = "At bases below about 200, and for shares near 0 or 100 %, the tests are conservative: they find less than they might."


def lettered(table: TallyTable, sums: Sums, conventions: Conventions) -> TallyTable:
    """Name the columns A, B, C ... and say in each cell which columns' shares it is above of; `table` is of these very sums.

    The letter stands on the larger share: a capital at 95 %, a small one at 90 % where `conventions.lower`. With `conventions.total`
    the total is named T, and no column is: T in a cell says that its share is above the total's, and a column's letter in the total's
    cell that the column is below. Where names of two letters are needed (AA) spaces part them: `B AA`.

    Shares that are exact are compared by a t-test that knows of overlap, those that an audit corrected by MOVER-D (of a column and the
    total: the column and the rest); columns that overlap are then not compared, and a note says so. Never compared: a base
    (respondents, or effective) below `conventions.least_base`, also of the rest of the total; shares of 0 or 1 in both columns; and
    what no audit, or too small a one, speaks for. `tested` says all that; where nothing can be compared, a note says why.
    """
    if len(table.columns) < 2 or not (conventions.letters or conventions.total):
        return table
    found = compared(table, sums, conventions)
    apart = (APART,) if found.apart else ()
    if not len(found.p):
        return replace(table, notes=(*table.notes, *apart, *_untested(table, conventions)))
    names = letter_names(len(table.columns), total=conventions.total)
    columns = tuple(replace(column, letter=name) for column, name in zip(table.columns, names, strict=True))
    return replace(
        table,
        columns=columns,
        rows=tuple(_rows(table.rows, columns, found, conventions)),
        notes=(*table.notes, *apart),
        tested=" ".join(_foot(found, conventions)),
    )


def letter_names(columns: int, *, total: bool) -> tuple[str, ...]:
    """Name so many columns, the total first: "" or T, then A, B ... Z, AA, AB; without T where the total has it."""
    alphabet = ascii_uppercase.replace(TOTAL_LETTER, "") if total else ascii_uppercase
    return (TOTAL_LETTER if total else "", *(_name(place, alphabet) for place in range(columns - 1)))


def letters_in(letters: str, columns: Sequence[Column]) -> tuple[str, ...]:
    """Take the letters of a cell apart: `BcD` are three, and `B AA` two, in a table some of whose columns have two letters."""
    return tuple(letters.split()) if _wide(columns) else tuple(letters)


def written(letters: Iterable[str], columns: Sequence[Column]) -> str:
    """Put letters into a cell, so that they can be told apart."""
    return (" " if _wide(columns) else "").join(letters)


def _wide(columns: Sequence[Column]) -> bool:
    return any(len(column.letter) > 1 for column in columns)


def _name(place: int, alphabet: str) -> str:
    tens, ones = divmod(place, len(alphabet))
    return (alphabet[tens - 1] if tens else "") + alphabet[ones]


def _rows(
    rows: Sequence[Row], columns: Sequence[Column], found: Comparisons, conventions: Conventions
) -> Iterator[Row]:
    """Write the letters of each row; columns stand in a cell in their own order."""
    above: list[dict[int, list[tuple[int, str]]]] = [{} for _ in rows]
    names = [column.letter for column in columns]
    for row, high, low, size in _differences(rows, found, conventions):
        above[row].setdefault(high, []).append((low, names[low] if size == HIGH else names[low].lower()))
    for line, letters in zip(rows, above, strict=True):
        texts = {place: written((name for _, name in sorted(each)), columns) for place, each in letters.items()}
        cells = (replace(cell, letters=texts.get(place, "")) for place, cell in enumerate(line.cells))
        yield replace(line, cells=tuple(cells))


def _differences(
    rows: Sequence[Row], found: Comparisons, conventions: Conventions
) -> Iterator[tuple[int, int, int, float]]:
    """Yield what counts: the row, the column above, the column below, and the rate at which it counts."""
    high = significant(found.p, found.row, conventions.correction, HIGH)
    low = significant(found.p, found.row, conventions.correction, LOW) if conventions.lower else high
    shares = np.array([[np.nan if cell.share is None else cell.share for cell in row.cells] for row in rows])
    places: IntArray = np.flatnonzero(high | low)
    for place in places.tolist():
        row, one, two = int(found.row[place]), int(found.one[place]), int(found.two[place])
        up, down = (one, two) if shares[row, one] > shares[row, two] else (two, one)
        yield row, up, down, HIGH if high[place] else LOW


def _foot(found: Comparisons, conventions: Conventions) -> Iterator[str]:
    """Say how the letters were found."""
    small = ", a small one at 90 %" if conventions.lower else ""
    total = (
        "; T is the total, and a column's letter there says that the column is below it" if conventions.total else ""
    )
    yield f"A letter names a column that the share is above of: a capital at 95 %{small}{total}."
    audited = "; where an audit corrected the codes, intervals of the difference (MOVER-D)" if found.estimated else ""
    yield f"Two-sided t-tests of column shares on effective bases, overlap taken into account{audited}."
    nets = "included" if conventions.nets else "left out"
    yield f"{told(conventions.correction, len(found.p))}, nets {nets}."
    yield f"Not compared: bases under {conventions.least_base}, and shares of 0 or 100 % in both columns. {CONSERVATIVE}"


def _untested(table: TallyTable, conventions: Conventions) -> Iterator[str]:
    """Say why there is no letter."""
    enough = [
        column for column in table.columns[1:] if min(column.n or 0, column.effective or 0.0) >= conventions.least_base
    ]
    if len(enough) < (1 if conventions.total else 2):
        yield f"Columns are not compared by tests: that takes two with a base of {conventions.least_base} or more."
    elif table.rows:
        yield "Columns are not compared by tests: none of the shares can be."

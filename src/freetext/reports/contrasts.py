"""How the columns of a cross-tab differ: what the letters bear, and otherwise that it may be chance, or was not tested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from freetext.reports.figures import ROUNDED, standing, whole
from freetext.reports.findings import FEW, NAMES
from freetext.reports.words import named, shortened
from freetext.survey.codeframe import fold
from freetext.tallies.conventions import Conventions
from freetext.tallies.counts import VERY_SMALL
from freetext.tallies.letters import APART, letters_in
from freetext.tallies.profiles import RULES
from freetext.tallies.rounding import percent, points
from freetext.tallies.table import CellCount, Column, Row, TallyTable

USUAL = Conventions()

TOLD = 3
"""Differences that are told of one table, the largest."""

GAP = 0.20
"""A difference in the respondents' own answers that is told in full, though it may be chance."""

Test = Literal["", "too small", "unsure", "tested"]
"""Whether a difference without a letter was tested: not at all, not at these bases, not known, or tested."""

UNTOLD: dict[Test, str] = {
    "": "not tested",
    "too small": "bases too small to test",
    "unsure": "the difference may be chance, or could not be tested",
    "tested": "the difference may be chance",
}
"""What is said of a difference that has no letter."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """A row whose share in one column (`high`) is above that in others (`low`), the lowest of them last."""

    row: Row
    high: int
    low: tuple[int, ...]
    tested: bool

    @property
    def gap(self) -> float:
        """The largest difference, 0..1."""
        return _share(self.row, self.high) - _share(self.row, self.low[-1])


def column_findings(table: TallyTable, conventions: Conventions = USUAL) -> tuple[str, ...]:
    """Say where columns differ: by their letters, or the widest gap and that it may be chance or was not tested; empty where nothing can be said.

    `conventions` are those that the table was made by: they say which bases were tested.
    """
    above = letter_findings(table)
    if above:
        return above
    widest = max(_gaps(table), key=lambda each: each.gap, default=None)
    if widest is None:
        return ()
    if widest.gap < GAP:
        by = f"By {named(table.banner)}"
        if not widest.gap:
            return (f"{by}: no two {_compared(table)} differ in any answer shown.",)
        where = f"the widest gap among {_compared(table)} is {_apart(widest.gap)}, at {named(widest.row.name)}"
        return (f"{by}: {where}; {UNTOLD[_test(table, widest, conventions)]}.",)
    return (f"{_sentence(table, widest)}; {UNTOLD[_test(table, widest, conventions)]}.",)


def letter_findings(table: TallyTable) -> tuple[str, ...]:
    """Say which columns the letters tell apart, the largest differences first; empty where they tell none."""
    above = sorted(_lettered(table), key=lambda each: -each.gap)[:TOLD]
    return tuple(f"{_sentence(table, each)}." for each in above)


def chart_finding(table: TallyTable, conventions: Conventions = USUAL) -> str:
    """Say the most important difference between columns, or why there is none to tell."""
    told = column_findings(table, conventions)
    if told:
        return told[0]
    if any(standing(cell) not in {"said", "hidden"} for row in table.rows for cell in row.cells):
        return f"By {named(table.banner)}: the codes alone do not show how groups differ; too few of them have been checked."
    return f"By {named(table.banner)}: no two groups can be compared."


def _lettered(table: TallyTable) -> Iterator[Contrast]:
    """Yield the rows and columns that the test tells apart, at 95 %: capital letters."""
    for row in table.rows:
        for place, cell in enumerate(row.cells[1:], start=1):
            below = [
                other
                for other, column in enumerate(table.columns)
                if other
                and column.letter
                and column.letter in letters_in(cell.letters, table.columns)
                and _told(row.cells[other])
            ]
            if below and _told(cell):
                yield Contrast(row, place, tuple(sorted(below, key=lambda other: -_share(row, other))), tested=True)


def _gaps(table: TallyTable) -> Iterator[Contrast]:
    """Yield the widest gap of each row, among columns that hold enough to be compared; one answer of "yes" and "no" is enough.

    Reserved rows count: who names nothing may be what groups differ in most.
    """
    rows = [row for row in table.rows if not row.net]
    if {fold(row.name) for row in rows if not row.reserved} == {"yes", "no"}:
        rows = [row for row in rows if row.reserved or fold(row.name) == "yes"]
    for row in rows:
        places = [
            place
            for place, column in enumerate(table.columns)
            if place and (column.n or 0) >= FEW and _told(row.cells[place])
        ]
        if len(places) > 1:
            places.sort(key=lambda place: -_share(row, place))
            yield Contrast(row, places[0], (places[-1],), tested=False)


def _compared(table: TallyTable) -> str:
    """Name the groups that gaps are looked for in: `groups of 10 or more`."""
    few = VERY_SMALL if any(cell.kind == "too few" for row in table.rows for cell in row.cells) else FEW
    large = [place for place, column in enumerate(table.columns) if place and (column.n or 0) >= few]
    some = any(not _told(row.cells[place]) for row in table.rows if not row.net for place in large)
    about = "about " if table.profile in ROUNDED else ""
    return f"groups of {about}{few} or more{' that can be compared' if some else ''}"


def _test(table: TallyTable, contrast: Contrast, conventions: Conventions) -> Test:
    """Whether the two columns of a difference without a letter were tested against each other; rounded bases may not tell."""
    sizes = [_extent(table, table.columns[place]) for place in (contrast.high, contrast.low[-1])]
    if not conventions.letters:
        return ""
    if any(high < conventions.least_base for _, high in sizes):
        return "too small"
    if not table.tested:
        return ""
    told = APART not in table.notes and all(low >= conventions.least_base for low, _ in sizes)
    return "tested" if told else "unsure"


def _extent(table: TallyTable, column: Column) -> tuple[float, float]:
    """What a base is at least and at most, in respondents or in what their weights leave of them."""
    size = min(column.n or 0, column.effective or 0.0)
    return RULES[table.profile].between(round(size)) if table.profile in ROUNDED else (size, size)


def _told(cell: CellCount) -> bool:
    return standing(cell) == "said" and cell.share is not None


def _share(row: Row, place: int) -> float:
    return row.cells[place].share or 0.0


def _sentence(table: TallyTable, contrast: Contrast) -> str:
    row, by = contrast.row, f"By {named(table.banner)}"
    if contrast.tested:
        others = shortened([_short(table.columns[place], row.cells[place]) for place in contrast.low], NAMES)
        high = _short(table.columns[contrast.high], row.cells[contrast.high])
        return f"{by}: {named(row.name)} is higher in {high} than in {others}"
    high, low = (_long(table, row, place) for place in (contrast.high, contrast.low[-1]))
    return f"{by}: {named(row.name)}, {high} against {low}"


def _short(column: Column, cell: CellCount) -> str:
    return f"{named(column.name)} ({percent(cell.share)})"


def _long(table: TallyTable, row: Row, place: int) -> str:
    """`62 % in local authority (8 of 13)`; of an estimate, its interval."""
    cell, column = row.cells[place], table.columns[place]
    figure = whole(cell, column, table)
    if cell.kind == "audited" or table.weighted:
        return f"{figure} in {named(column.name)}"
    return f"{percent(cell.share)} in {named(column.name)} ({figure.partition(' (')[0]})"


def _apart(gap: float) -> str:
    """A gap in words: `12 points`, `1 point`."""
    said = points(gap)
    return f"{said} point" if said == "1" else f"{said} points"

"""How the columns of a cross-tab differ: what the letters bear, and otherwise that it may be chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from freetext.reports.figures import standing, whole
from freetext.reports.findings import FEW, NAMES
from freetext.reports.words import named, shortened
from freetext.survey.codeframe import fold
from freetext.tallies.letters import letters_in
from freetext.tallies.rounding import percent, points
from freetext.tallies.table import CellCount, Column, Row, TallyTable

TOLD = 3
"""Differences that are told of one table, the largest."""

GAP = 0.20
"""A difference in the respondents' own answers that is told in full, though it may be chance."""

CHANCE = "at these bases the difference may be chance"


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


def column_findings(table: TallyTable) -> tuple[str, ...]:
    """Say where columns differ: by their letters, or the widest gap with the warning that it may be chance; empty where nothing can be said."""
    above = letter_findings(table)
    if above:
        return above
    widest = max(_gaps(table), key=lambda each: each.gap, default=None)
    if widest is None:
        return ()
    if widest.gap < GAP:
        by = f"By {named(table.banner)}"
        where = f"{by}: the widest gap is {_apart(widest.gap)}, at {named(widest.row.name)}, and may be chance."
        return (where if widest.gap else f"{by}: no two groups of {FEW} or more differ in any answer shown.",)
    return (_sentence(table, widest),)


def letter_findings(table: TallyTable) -> tuple[str, ...]:
    """Say which columns the letters tell apart, the largest differences first; empty where they tell none."""
    above = sorted(_lettered(table), key=lambda each: -each.gap)[:TOLD]
    return tuple(_sentence(table, each) for each in above)


def chart_finding(table: TallyTable) -> str:
    """Say the most important difference between columns, or why there is none to tell."""
    told = column_findings(table)
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


def _told(cell: CellCount) -> bool:
    return standing(cell) == "said" and cell.share is not None


def _share(row: Row, place: int) -> float:
    return row.cells[place].share or 0.0


def _sentence(table: TallyTable, contrast: Contrast) -> str:
    row, by = contrast.row, f"By {named(table.banner)}"
    if contrast.tested:
        others = shortened([_short(table.columns[place], row.cells[place]) for place in contrast.low], NAMES)
        high = _short(table.columns[contrast.high], row.cells[contrast.high])
        return f"{by}: {named(row.name)} is higher in {high} than in {others}."
    high, low = (_long(table, row, place) for place in (contrast.high, contrast.low[-1]))
    return f"{by}: {named(row.name)}, {high} against {low}; {CHANCE}."


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

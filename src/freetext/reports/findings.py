"""What a table says, in sentences that its numbers bear.

Of the respondents themselves a count is a fact. Of a wider population only what the interval allows is said. Codes of a machine that
nobody checked are told as such. What a disclosure profile hides is not told at all, nor that it is hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from freetext.errors import counted
from freetext.reports.figures import ROUNDED, Standing, part, size, standing, whole
from freetext.reports.words import extent, listed, named, opened, shortened
from freetext.survey.codeframe import fold
from freetext.tallies.bases import EMPTY_KINDS
from freetext.tallies.counts import VERY_SMALL
from freetext.tallies.rounding import count
from freetext.tallies.table import CellCount, Column, Row, TallyTable

TOLD = 3
"""Rows that a sentence names."""

FEW = 10
"""A base under this is read as counts."""

NAMES = 4
"""Names in a list, before it only counts them."""

NOTHING = "There is no figure to report."

GROUPS = 8
"""Groups of respondents that are named one by one."""

SAYING = {"yes", "no"}


@dataclass(frozen=True, slots=True)
class Wording:
    """How a figure is said of a name: first with its base, then the others; `many` for several names of the same size."""

    one: Callable[[str, str], str]
    many: Callable[[str, str], str]
    more: Callable[[str, str], str]


NAMING = Wording(
    lambda name, figure: f"{name} is named by {figure}",
    lambda names, figure: f"{names} are each named by {figure}",
    lambda names, figure: f"{names} by {figure}",
)
SPEAKING = Wording(
    lambda name, figure: f"{figure} say {name}",
    lambda names, figure: f"{names} are each said by {figure}",
    lambda names, figure: f"{figure} {names}",
)


def total_finding(table: TallyTable) -> str:
    """Say which themes or options the total names most."""
    column = table.columns[0]
    if column.n == 0:
        return EMPTY_BASES[table.base]
    if not table.rows:
        why = "every row is among those left out" if table.hidden else "nothing of it is coded"
        return f"{counted(column.n, 'respondent')} {ANSWERED[table.base]}; {why}." if column.n else NOTHING
    rows = [row for row in leading(table) if size(row.cells[0], column) > 0]
    if not rows:
        return _nobody(table)
    wording = SPEAKING if _yes_or_no(table) else NAMING
    told = [(key, list(some)) for key, some in groupby(rows, key=lambda row: standing(row.cells[0]))]
    return " ".join(_said(table, kind, some, wording) for kind, some in told)


def group_finding(table: TallyTable) -> str:
    """Say of whom the respondents consist, where the options are groups of them and no opinions."""
    column = table.columns[0]
    rows = [row for row in table.rows if not row.net and standing(row.cells[0]) != "hidden" and row.cells[0].count]
    if column.n is None or not rows:
        return EMPTY_BASES[table.base] if column.n == 0 else NOTHING
    rows.sort(key=lambda row: -size(row.cells[0], column))
    groups = shortened([f"{named(row.name)} {part(row.cells[0], column, table)}" for row in rows], GROUPS)
    about = "about " if table.profile in ROUNDED else ""
    others = ", among others" if any(standing(row.cells[0]) == "hidden" for row in table.rows) else ""
    return f"Of {about}{count(column.n)}{others}: {groups}."


EMPTY_BASES = {
    "answered": "Nobody answered.",
    "asked": "Nobody was asked.",
    "substantive": "Nobody said anything of substance.",
}


ANSWERED = {"answered": "answered", "asked": "asked", "substantive": "said something of substance"}


def leading(table: TallyTable, most: int = TOLD) -> list[Row]:
    """Return the largest rows of the total that may be told, no nets and no reserved codes; more than `most` only in a tie."""
    column = table.columns[0]
    rows = [row for row in table.rows if not row.net and not row.reserved and standing(row.cells[0]) != "hidden"]
    rows.sort(key=lambda row: -size(row.cells[0], column))
    if len(rows) <= most:
        return rows
    least = size(rows[most - 1].cells[0], column)
    return [row for row in rows if size(row.cells[0], column) >= least]


def _yes_or_no(table: TallyTable) -> bool:
    return {fold(row.name) for row in table.rows if not row.reserved} <= SAYING


def _nobody(table: TallyTable) -> str:
    """Say that nothing is named, where every count can be told."""
    cells = [row.cells[0] for row in table.rows if not row.net and not row.reserved]
    if not cells or any(standing(cell) == "hidden" for cell in cells):
        return NOTHING
    if any(standing(cell) != "said" for cell in cells):
        return "The codes alone name none of them; nobody has checked them."
    number = table.columns[0].n
    return f"None of the {count(number)} names any of them." if number else NOTHING


def _said(table: TallyTable, kind: Standing, rows: Sequence[Row], wording: Wording) -> str:
    """One sentence about rows that are known in the same way; those of one size stand together."""
    column = table.columns[0]
    groups = [list(some) for _, some in groupby(rows, key=lambda row: size(row.cells[0], column))]
    clauses = [_clause(table, some, wording, first=place == 0) for place, some in enumerate(groups)]
    if kind == "said":
        return f"{opened(listed(clauses))}."
    return f"The codes alone say: {listed(clauses)}; {_unchecked(kind, rows[0].cells[0])}."


def _clause(table: TallyTable, rows: Sequence[Row], wording: Wording, *, first: bool) -> str:
    cell, column = rows[0].cells[0], table.columns[0]
    names = [named(row.name) for row in rows]
    said = listed(names) if len(names) <= NAMES else f"{len(names)} others" if not first else f"{len(names)} of them"
    if not first:
        return wording.more(said, part(cell, column, table, each=len(names) > 1))
    return (wording.one if len(names) == 1 else wording.many)(said, whole(cell, column, table))


def _unchecked(kind: Standing, cell: CellCount) -> str:
    if kind == "unchecked":
        return "nobody has checked them"
    were = "was" if cell.audited == 1 else "were"
    return f"only {counted(cell.audited, 'answer')} of them {were} drawn at random and read, too few to say how far off"


def wider_finding(table: TallyTable, population: int | None = None) -> str:
    """Say what the interval of the leading row allows to be said of those whom the respondents stand for; empty where it allows nothing."""
    rows = leading(table, most=1)
    cell = rows[0].cells[0] if len(rows) == 1 else None
    if cell is None or not cell.share or cell.low is None or cell.high is None or cell.low == cell.high:
        return ""
    whom = f"Of the population of {count(population)}" if population else "Of a wider population"
    name, how = named(rows[0].name), extent(cell.share, cell.low, cell.high)
    return (
        f"{whom}, the answer {name} would come from {how}."
        if _yes_or_no(table)
        else f"{whom}, {name} would be named by {how}."
    )


def net_findings(table: TallyTable, most: int = TOLD) -> Iterator[str]:
    """Say how far the outermost nets reach."""
    nets = [row for row in table.rows if row.net and not row.depth and standing(row.cells[0]) == "said"]
    for row in [each for each in nets if size(each.cells[0], table.columns[0]) > 0][:most]:
        children = [child for child in _below(table, row) if not child.net]
        said = f"{named(row.name)} together" if len(children) != 1 else named(row.name)
        yield f"{opened(said)}: {whole(row.cells[0], table.columns[0], table)}."


def _below(table: TallyTable, net: Row) -> Iterator[Row]:
    """Yield the rows that stand below a net."""
    after = iter(table.rows[table.rows.index(net) + 1 :])
    for row in after:
        if row.depth <= net.depth:
            return
        yield row


def reserved_finding(table: TallyTable) -> str:
    """Say how many name nothing or do not know, where these are more than any other row has, nets included; empty otherwise."""
    column = table.columns[0]
    if any(standing(row.cells[0]) == "hidden" for row in table.rows):
        return ""
    most = max((size(row.cells[0], column) for row in table.rows), default=0.0)
    largest = [row for row in table.rows if size(row.cells[0], column) == most]
    row = largest[0] if len(largest) == 1 and most > 0 else None
    if row is None or row.reserved not in {*EMPTY_KINDS, "other"} or standing(row.cells[0]) != "said":
        return ""
    return f"{opened(named(row.name))}: {whole(row.cells[0], column, table)}, more than anything else."


def small_columns(table: TallyTable) -> str:
    """Name the columns whose base is so small that they are read as counts; empty where there are none.

    A disclosure profile hides such columns. Under one those are named whose base, as it is printed, is very small, and no numbers.
    """
    if table.profile:
        few = [named(each.name) for each in table.columns[1:] if 0 < _size_of(each) < VERY_SMALL]
        return f"Small bases, read with care: {shortened(few, NAMES)}." if few else ""
    small = [each for each in table.columns[1:] if each.n is not None and 0 < each.n < FEW]
    if not small:
        return ""
    names = shortened([f"{named(each.name)} ({each.n})" for each in small], NAMES)
    return f"Read as counts, for the base is under {FEW}: {names}."


def _size_of(column: Column) -> float:
    """A base in respondents, or in what their weights leave of them; 0 where it is hidden."""
    return min(column.n or 0, column.effective or 0.0)

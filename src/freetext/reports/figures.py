"""One cell in words: exact, estimated, or what the codes alone say."""

from __future__ import annotations

from typing import Literal

from freetext.reports.words import span
from freetext.tallies.opens import COLD
from freetext.tallies.profiles import RULES
from freetext.tallies.rounding import count, percent
from freetext.tallies.table import CORRECTABLE, CellCount, Column, TallyTable

Standing = Literal["said", "unchecked", "hardly checked", "hidden"]
"""What a cell may be told as: a fact or an estimate, codes that nobody checked, codes that too few checked, or not at all."""

STANDINGS: dict[str, Standing] = {
    "wilson": "said",
    "audited": "said",
    "too few": "said",
    "not audited": "unchecked",
    "audit too small": "hardly checked",
}

ROUNDED = tuple(name for name, rule in RULES.items() if rule.step > 1)
"""Profiles whose counts are rounded."""

ALIKE = 9
"""Shares that agree to so many decimals are a tie."""


def standing(cell: CellCount) -> Standing:
    """Return what a cell may be told as."""
    if cell.count is None or (cell.share is None and cell.kind != "too few"):
        return "hidden"
    return STANDINGS.get(cell.kind, "hidden")


def made_up(table: TallyTable) -> bool:
    """Whether the counts were set by a model without labels, and no audit corrects them: they say nothing of respondents."""
    return COLD in table.notes and any(row.cells[0].kind in CORRECTABLE for row in table.rows)


def size(cell: CellCount, column: Column) -> float:
    """Order cells: the share, or the count's where there is none to print; -1 where nothing may be told."""
    if cell.share is not None:
        return round(cell.share, ALIKE)
    return -1.0 if cell.count is None or not column.n else round(cell.count / column.n, ALIKE)


def whole(cell: CellCount, column: Column, table: TallyTable) -> str:
    """A figure with its base: `23 of 41 (56 %)`, `an estimated 23 % (18 to 29) of 2,600`, `56 % (weighted; 23 of 41)`."""
    if cell.kind == "audited":
        return f"{'an estimated ' if cell.estimated else ''}{_estimate(cell)}{_of(column)}"
    if standing(cell) != "said":
        return f"{percent(cell.share)}{_of(column)}"
    counted = _counted(cell, column, table, base=_of(column))
    if cell.share is None:
        return counted
    return f"{percent(cell.share)} (weighted; {counted})" if table.weighted else f"{counted} ({percent(cell.share)})"


def part(cell: CellCount, column: Column, table: TallyTable, *, each: bool = False) -> str:
    """A figure whose base has been told: `7 (17 %)`, `7 each (17 %)` for several of the same size, `20 % (15 to 26)`, `17 %`."""
    apiece = " each" if each else ""
    if cell.kind == "audited":
        return _estimate(cell) + apiece
    if standing(cell) != "said" or (table.weighted and cell.share is not None):
        return percent(cell.share) + apiece
    counted = f"{_counted(cell, column, table)}{apiece}"
    return counted if cell.share is None else f"{counted} ({percent(cell.share)})"


def _estimate(cell: CellCount) -> str:
    if not cell.estimated:
        return percent(cell.share)
    between = "" if cell.low is None or cell.high is None else f" ({span(cell.low, cell.high)})"
    return f"{percent(cell.share)}{between}"


def _counted(cell: CellCount, column: Column, table: TallyTable, *, base: str = "") -> str:
    number = cell.count or 0
    if table.profile in ROUNDED and number:
        return f"about {count(number)}{base}"
    return f"all {count(number)}" if number == column.n and number > 1 else f"{count(number)}{base}"


def _of(column: Column) -> str:
    return "" if column.n is None else f" of {count(column.n)}"

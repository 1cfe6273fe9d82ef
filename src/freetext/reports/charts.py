"""Tables to charts: the same numbers, never others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from freetext.errors import counted
from freetext.reports.figures import ROUNDED, size, standing
from freetext.reports.findings import small_columns
from freetext.reports.report import Chart, Series
from freetext.reports.words import named
from freetext.survey.codeframe import slugify
from freetext.tallies.bases import EMPTY_KINDS
from freetext.tallies.counts import SMALL, VERY_SMALL
from freetext.tallies.rounding import count, fixed, percent
from freetext.tallies.table import CORRECTABLE, CellCount, Column, Row, TallyTable

MOST_ROWS = 15
MOST_COLUMNS = 20
MOST_PARTS = 8
"""Options that a stacked bar can be cut into, before nobody can tell its colours apart."""

HIDDEN, TOO_FEW = "*", "**"
"""What stands for a number that is hidden, and for a percentage of too small a base; as in the tables."""


def total_chart(table: TallyTable, name: str, title: str, finding: str) -> Chart | None:
    """Draw the total as bars with their intervals: options, themes, or a ranking's first choices; None where there is nothing to draw."""
    rows, left = chosen_rows(table)
    if not _drawn(row.cells[0] for row in rows):
        return None
    head = "first choices" if table.score else table.columns[0].name
    bars = series(head, [row.cells[0] for row in rows], table)
    labels = tuple(f"{row.place} {named(row.name)}".strip() for row in rows)
    return Chart("bars", name, title, finding, base_line(table), labels, (bars,), note(table, rows, (0,), left))


def banner_chart(table: TallyTable, name: str, title: str, finding: str) -> Chart | None:
    """Draw a cross-tab: single answers as bars of 100 %, cut into the options; anything else as a map of themes by columns."""
    rows, left = chosen_rows(table)
    places = chosen_columns(table)
    if table.score or not _drawn(row.cells[place] for row in rows for place in places):
        return None
    stacked = table.kind == "closed" and len(rows) <= MOST_PARTS
    told = note(table, rows, places, left, _columns_left(table, places))
    columns = [table.columns[place] for place in places]
    if stacked:
        parts = tuple(_across(row, places, table) for row in rows)
        return Chart("stacked", name, title, finding, base_line(table), _headed(columns), parts, told)
    cells = tuple(
        series(head, [row.cells[place] for row in rows], table)
        for head, place in zip(_headed(columns), places, strict=True)
    )
    return Chart("heat", name, title, finding, base_line(table), tuple(named(row.name) for row in rows), cells, told)


def chosen_rows(table: TallyTable) -> tuple[list[Row], int]:
    """Choose the rows to draw, in the table's order: no nets, the largest where there are many; and say how many are left out."""
    rows = [row for row in table.rows if not row.net]
    if len(rows) <= MOST_ROWS:
        return rows, 0
    ranked = sorted(rows, key=lambda row: (row.reserved in EMPTY_KINDS, -size(row.cells[0], table.columns[0])))
    kept = {row.theme for row in ranked[:MOST_ROWS]}
    return [row for row in rows if row.theme in kept], len(rows) - MOST_ROWS


def chosen_columns(table: TallyTable) -> list[int]:
    """Choose the columns to draw: the total, and of the others those with a base, the largest where there are many."""
    places = [place for place, column in enumerate(table.columns) if place and column.n != 0]
    places.sort(key=lambda place: -(table.columns[place].n or 0))
    return [0, *sorted(places[: MOST_COLUMNS - 1])]


def _columns_left(table: TallyTable, places: Sequence[int]) -> int:
    return sum(column.n != 0 for column in table.columns[1:]) - (len(places) - 1)


def _drawn(cells: Iterator[CellCount]) -> bool:
    return any(shown(cell)[0] is not None for cell in cells)


def shown(cell: CellCount) -> tuple[float | None, float | None, float | None]:
    """What may be drawn of a cell: share, low and high; nothing of a hidden one."""
    return (None, None, None) if standing(cell) == "hidden" else (cell.share, cell.low, cell.high)


def written(cell: CellCount, table: TallyTable) -> str:
    """The text beside a bar or in a field."""
    if cell.kind == "too few":
        return TOO_FEW
    if standing(cell) == "hidden":
        return HIDDEN if cell.count is None else ""
    if cell.kind in CORRECTABLE or table.weighted or table.profile in ROUNDED:
        return percent(cell.share)
    return f"{percent(cell.share)} ({count(cell.count or 0)})"


def series(name: str, cells: Sequence[CellCount], table: TallyTable) -> Series:
    """Make a series of the cells of one column."""
    shares, low, high = zip(*map(shown, cells), strict=True)
    return Series(named(name), shares, tuple(written(cell, table) for cell in cells), low, high)


def _across(row: Row, places: Sequence[int], table: TallyTable) -> Series:
    """One option over the columns: a part of each bar, which has no interval drawn."""
    cells = [row.cells[place] for place in places]
    texts = tuple(written(cell, table) for cell in cells)
    return Series(named(row.name), tuple(shown(cell)[0] for cell in cells), texts)


def _headed(columns: Sequence[Column]) -> tuple[str, ...]:
    """Column names with their bases: `charity (5)`."""
    return tuple(f"{named(column.name)} ({HIDDEN if column.n is None else count(column.n)})" for column in columns)


WHO = {"asked": "were asked", "answered": "answered", "substantive": "said something of substance"}


def _did(table: TallyTable) -> str:
    """What all of the base did; where blank answers cannot be told from those without a code, being asked is all."""
    return WHO[table.base if table.told or table.base == "substantive" else "asked"]


def base_line(table: TallyTable) -> str:
    """Write the base line of a chart."""
    return f"Base: {based(table)}."


def based(table: TallyTable) -> str:
    """Of whom a percentage of the total is: `41 who answered`, and what weights leave of them."""
    column = table.columns[0]
    if column.n is None or column.weighted is None or column.effective is None:
        return f"those who {_did(table)}"
    about = "about " if table.profile in ROUNDED else ""
    weights = (
        f" (weighted {fixed(column.weighted, 1)}, effective {fixed(column.effective, 1)})" if table.weighted else ""
    )
    return f"{about}{count(column.n)} who {_did(table)}{weights}"


def note(table: TallyTable, rows: Sequence[Row], places: Sequence[int], left: int = 0, columns_left: int = 0) -> str:
    """What a reader of a chart must be told."""
    cells = [row.cells[place] for row in rows for place in places]
    kinds = {cell.kind for cell in cells}
    return " ".join(each for each in (
        _ranked(table),
        f"The {len(rows)} largest; {counted(left, 'more row')} in the table." if left else "",
        f"The {len(places) - 1} largest columns; {count(columns_left)} more in the table." if columns_left else "",
        "Estimates, corrected by a random audit." if any(cell.estimated for cell in cells) else "",
        "Codes of a machine; nobody has checked them." if "not audited" in kinds else "",
        "Codes of a machine; too few of them have been checked." if "audit too small" in kinds else "",
        _small(table, places),
        f"{HIDDEN} not shown, to protect small numbers." if "suppressed" in kinds else "",
        f"{TOO_FEW} no percentage, for the base is under {VERY_SMALL}." if "too few" in kinds else "",
    ) if each)  # fmt: skip


def _ranked(table: TallyTable) -> str:
    return f"Bars: first choices. Order: {table.score}." if table.score else ""


def _small(table: TallyTable, places: Sequence[int]) -> str:
    """Say how small bases are; columns that are read as counts by name."""
    flags = {row.cells[place].flag for row in table.rows for place in places}
    if table.profile:  # which of them is how small, the bases say as far as they are printed
        return f"{'Small base' if len(places) == 1 else 'Small bases'}: read with care." if flags - {""} else ""
    limit = VERY_SMALL if "very small base" in flags else SMALL if "small base" in flags else 0
    said = f"{'Base' if len(places) == 1 else 'Bases'} under {limit}: read with care." if limit else ""
    return " ".join(each for each in (said, small_columns(table) if len(places) > 1 else "") if each)


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """Make names fit for files, whatever the system: letters, digits and hyphens, not too long, and each of its own."""
    taken: dict[str, None] = {}
    for each in names:
        plain = slugify(each)[:60].strip("-")
        name, number = plain, 1
        while name in taken:
            number += 1
            name = f"{plain}-{number}"
        taken[name] = None
    return tuple(taken)

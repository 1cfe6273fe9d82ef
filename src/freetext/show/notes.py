"""What a reader of a table must be told, in every face of it."""

from __future__ import annotations

from collections.abc import Iterator

from freetext.show.numbers import BASE_MARKS, UNAUDITED, fixed, interval, points
from freetext.show.screens import safe
from freetext.tallies.counts import SMALL, VERY_SMALL
from freetext.tallies.intervals import wilson
from freetext.tallies.table import TallyTable

KINDS = {
    "open": "coded answers",
    "closed": "one answer each",
    "multi": "several answers allowed",
    "ranking": "ranking",
}
SMALL_BASES = {"small base": f"base under {SMALL}", "very small base": f"base under {VERY_SMALL}"}
BASES = {"asked": "all asked", "answered": "all who answered", "substantive": "substantive answers"}


def heading(table: TallyTable) -> str:
    """What the table is of: its title, or the question's name."""
    return safe(table.title or table.question)


def subheading(table: TallyTable) -> str:
    """The second line: the question's name where the title hides it, what kind it is, and what it is split by."""
    parts = [safe(table.question) if table.title and table.title != table.question else "", KINDS[table.kind]]
    line = ", ".join(part for part in parts if part)
    return f"{line}, by {safe(table.banner)}" if table.banner else line


def footnotes(table: TallyTable, *, shown: int | None = None, marked: bool = True) -> tuple[str, ...]:
    """The notes below a table; only those that apply.

    `shown` is how many columns print their intervals (default all), `marked` whether a mark stands at a machine's shares.
    """
    return tuple(
        _footnotes(table, len(table.columns) if shown is None else shown, UNAUDITED if marked else "Not audited:")
    )


def _footnotes(table: TallyTable, shown: int, mark: str) -> Iterator[str]:
    if table.kind in {"open", "multi"}:
        yield "Percentages of respondents, who may have given several answers: they can add to more than 100."
    if table.weighted:
        yield "Percentages are weighted; counts are not."
    cells = [cell for row in table.rows for cell in row.cells[:shown]]
    ranges = [interval(cell) for cell in cells if cell.kind == "wilson"]
    if ranges:
        yield f"{ranges[0]} and the like: 95 % interval (Wilson), in percentage points."
    if any(cell.kind == "not audited" for row in table.rows for cell in row.cells):
        what = "coded by machine and not audited" if mark == UNAUDITED else "a machine coded some of it"
        yield f"{mark} {what}: nobody knows yet how far off, so there is no interval."
    yield from _small_bases(table)
    yield from (safe(note) for note in table.notes)


def _small_bases(table: TallyTable) -> Iterator[str]:
    """Say how little the flagged bases know; where a machine coded, sampling is not all that is unknown, so no figure."""
    flags = {cell.flag for row in table.rows[:1] for cell in row.cells}
    said = [f"{mark} {SMALL_BASES[flag]}" for flag, mark in BASE_MARKS.items() if flag in flags and mark]
    if said:
        machine = any(cell.kind == "not audited" for row in table.rows for cell in row.cells)
        sizes = (min(column.n, column.effective) for column in table.columns)
        small = [] if machine else sorted({size for size in sizes if 0 < size < SMALL})
        known = [
            f"{points(_half(n))} points at {fixed(n, n != int(n))}" for n in dict.fromkeys((*small[-1:], *small[:1]))
        ]
        limits = f"; a share near half is known to within {' and '.join(known)}" if known else ""
        yield f"{', '.join(said)}: read with care{limits}."


def _half(n: float) -> float:
    low, high = wilson(0.5, n)
    return (high - low) / 2

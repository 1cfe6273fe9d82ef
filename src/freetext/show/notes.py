"""What a reader of a table must be told, in every face of it."""

from __future__ import annotations

from collections.abc import Iterator

from freetext.errors import names_listed
from freetext.show.numbers import BASE_MARKS, TOO_FEW, UNAUDITED, fixed, interval, points
from freetext.show.screens import safe
from freetext.tallies.audited import FEWEST
from freetext.tallies.bases import EMPTY_KINDS
from freetext.tallies.counts import SMALL, VERY_SMALL
from freetext.tallies.intervals import ROUNDING, wilson
from freetext.tallies.table import CORRECTABLE, TallyTable

KINDS = {
    "open": "coded answers",
    "closed": "one answer each",
    "multi": "several answers allowed",
    "ranking": "ranking",
}
SMALL_BASES = {"small base": f"base under {SMALL}", "very small base": f"base under {VERY_SMALL}"}
NAMED = 4
"""Columns that a note names before it only counts them."""

BASES = {"asked": "all asked", "answered": "all who answered", "substantive": "substantive answers"}
UNTOLD = {"asked": "all asked", "answered": "all, blank or not", "substantive": "substantive, or blank"}
"""Bases where blank answers cannot be told from those without a code."""


def heading(table: TallyTable) -> str:
    """What the table is of: its title, or the question's name."""
    return safe(table.title or table.question)


def subheading(table: TallyTable) -> str:
    """The second line: the question's name where the title hides it, what kind it is, and what it is split by."""
    parts = [safe(table.question) if table.title and table.title != table.question else "", KINDS[table.kind]]
    line = ", ".join(part for part in parts if part)
    return f"{line}, by {safe(table.banner)}" if table.banner else line


def column_name(table: TallyTable, place: int) -> str:
    """A column's head: its name, the mark of a small base, and the letter that names it in tests: `charity ** (B)`."""
    column = table.columns[place]
    mark = BASE_MARKS[table.rows[0].cells[place].flag] if table.rows and not table.profile else ""
    letter = f"({column.letter})" if column.letter else ""
    return " ".join(part for part in (safe(column.name), mark, letter) if part)


def base_label(table: TallyTable) -> str:
    """Whom the base is of."""
    return f"Base: {(BASES if table.told else UNTOLD)[table.base]}"


def corrected(table: TallyTable) -> bool:
    """Whether a machine decided any code of the table."""
    return _has(table, *CORRECTABLE)


def footnotes(table: TallyTable, *, shown: int | None = None, marked: bool = True) -> tuple[str, ...]:
    """The notes below a table; only those that apply.

    `shown` is how many columns print their intervals (default all), `marked` whether a mark stands at a machine's shares.
    """
    return tuple(
        _footnotes(table, len(table.columns) if shown is None else shown, UNAUDITED if marked else "Not audited:")
    )


def _footnotes(table: TallyTable, shown: int, mark: str) -> Iterator[str]:
    if table.kind in {"open", "multi"} and not table.single:
        yield "Percentages of respondents, who may have given several answers: they can add to more than 100."
    if table.weighted:
        yield "Percentages are weighted; counts are not."
    yield from _intervals(table, shown)
    yield from _machine(table, mark)
    yield from _mentions(table)
    if _has(table, "too few"):
        yield f"{TOO_FEW} base under {VERY_SMALL}: no percentage."
    yield from _small_bases(table)
    if table.tested:
        yield safe(table.tested)
    yield from (safe(note) for note in table.notes)


def _has(table: TallyTable, *kinds: str) -> bool:
    return any(cell.kind in kinds for row in table.rows for cell in row.cells)


def _intervals(table: TallyTable, shown: int) -> Iterator[str]:
    """Say what the first interval that is printed holds, of each kind."""
    cells = [cell for row in table.rows for cell in row.cells[:shown] if interval(cell)]
    exact = [interval(cell) for cell in cells if cell.kind == "wilson"]
    if exact:
        yield f"{exact[0]} and the like: 95 % interval (Wilson), in percentage points."
    corrected = [interval(cell) for cell in cells if cell.estimated]
    if corrected:
        yield f"{corrected[0]} and the like: 95 % interval in percentage points, for sampling and coding errors together."


def _machine(table: TallyTable, mark: str) -> Iterator[str]:
    """Say what the percentages of machine codes are worth."""
    if any(cell.estimated for row in table.rows for cell in row.cells):
        yield "Corrected by a random audit: percentages are estimates of what people would code; n counts the codes as they stand, people's where they decided."
    elif _has(table, "audited"):
        yield "People read every answer: a theme that coders differ on counts half in percentages; n counts the codes as they stand, people's where they decided."
    raw = [cell for row in table.rows for cell in row.cells if cell.kind == "not audited"]
    if any(cell.audited for cell in raw):
        yield f"{mark} a machine coded some of it, and the audit cannot correct shares of this base: there is no interval."
    elif raw:
        what = "coded by machine and not audited" if mark == UNAUDITED else "a machine coded some of it"
        yield f"{mark} {what}: nobody knows yet how far off, so there is no interval."
    if _has(table, "audit too small"):
        yield f"{_small_mark(mark)} {_few(table)}: a column is corrected from {FEWEST} audited answers of its own on, and enough of each part that was drawn at a rate of its own."


def _mentions(table: TallyTable) -> Iterator[str]:
    """Say what mentions are of, where any are shown."""
    if table.kind not in {"open", "multi"} or all(number is None for number in table.mentions):
        return
    if _has(table, "audited"):
        yield "Mentions count the codes as they stand, like n; mentions per respondent and shares of mentions are made of the corrected percentages."
    left = [safe(row.name) for row in table.rows if row.reserved in EMPTY_KINDS and row.cells[0].count != 0]
    if left:
        yield f"Not among the mentions: {names_listed(left)}."


def _small_mark(mark: str) -> str:
    return mark if mark == UNAUDITED else "Audit too small:"


def _few(table: TallyTable) -> str:
    """Name the columns with too small an audit, and how large it is."""
    found = {
        column.name: cell.audited
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if cell.kind == "audit too small"
    }
    said = [f"{safe(name)} ({number})" for name, number in list(found.items())[:NAMED]]
    more = f" and {len(found) - NAMED} more columns" if len(found) > NAMED else ""
    return f"audit too small in {', '.join(said)}{more}"


def _small_bases(table: TallyTable) -> Iterator[str]:
    """Say how little the flagged bases know; where a machine coded, sampling is not all that is unknown, so no figure."""
    flags = {cell.flag for row in table.rows[:1] for cell in row.cells}
    said = [f"{mark} {SMALL_BASES[flag]}" for flag, mark in BASE_MARKS.items() if flag in flags and mark]
    if said and not table.profile:
        sizes = [
            min(each.n, each.effective) for each in table.columns if each.n is not None and each.effective is not None
        ]
        small = (
            []
            if _has(table, *CORRECTABLE) or _of_population(table)
            else sorted({size for size in sizes if 0 < size < SMALL})
        )
        known = [
            f"{points(_half(n))} points at {fixed(n, n != int(n))}" for n in dict.fromkeys((*small[-1:], *small[:1]))
        ]
        limits = f"; a share near half is known to within {' and '.join(known)}" if known else ""
        yield f"{', '.join(said)}: read with care{limits}."


def _of_population(table: TallyTable) -> bool:
    """Whether intervals allow for a population, so that the bases alone do not tell how much is known."""
    sampled = (
        (cell, column.effective)
        for row in table.rows
        for cell, column in zip(row.cells, table.columns, strict=True)
        if cell.sampling and cell.share is not None and column.effective
    )
    return any(
        abs(end - alone) > ROUNDING
        for cell, effective in sampled
        for end, alone in zip(cell.sampling or (), wilson(cell.share or 0.0, effective or 0.0), strict=True)
    )


def _half(n: float) -> float:
    low, high = wilson(0.5, n)
    return (high - low) / 2

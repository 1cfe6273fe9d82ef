"""Tallies as the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from freetext.show.notes import base_label, column_name, corrected, footnotes, heading, subheading
from freetext.show.numbers import HIDDEN, MARKED, marked_percent
from freetext.show.screens import safe
from freetext.survey.sheet import Cell, Sheet, Style
from freetext.tallies.table import CellCount, Row, TallyTable

ABOUT = "About"
LONGEST_NAME = 31
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
RESERVED_NAME = "history"
"""Excel keeps this name for itself."""

MENTIONED = "Of mentions"
"""Heads the last column: the share of all mentions that are of a code."""

BLANK = Cell(None)
READING = (
    "Each column shows the share of its base, the number of respondents (unweighted), and a 95 % interval of the share.",
    "Intervals are Wilson's on the effective base: what another sample of this size could have shown, from sampling alone.",
    "Corrected by a random audit: the share is an estimate of what people would code, its interval holds sampling and coding errors; n counts the codes as they stand, people's where they decided.",
    "Audit too small: a column is corrected from 30 audited answers of its own on, and enough of each part that was drawn at a rate of its own.",
    "Not audited: a machine decided some of these codes and nobody has measured its errors, so there is no interval.",
    "A net counts a respondent once, whatever the number of its themes that the respondent gave.",
    "Where respondents may give several answers, shares can add to more than 100 %.",
    "Of mentions: the share of all that respondents mentioned, in the total.",
    "Letters name the columns whose share is lower, by a test; the foot of each table says which.",
    "* base under 50, ** base under 30: read with care.",
)


def workbook(tables: Sequence[TallyTable], *, title: str = "") -> tuple[Sheet, ...]:
    """Lay tallies out: a first sheet that says what is there and how to read it, then one a table; shares are numbers 0..1.

    `title` heads the first sheet. Names of sheets are unique, at most 31 long and hold nothing that Excel refuses.
    """
    names = sheet_names([_wished(table) for table in tables])
    sheets = (table_sheet(name, table) for name, table in zip(names, tables, strict=True))
    return (_about(tables, names, title), *sheets)


def sheet_names(wished: Sequence[str]) -> tuple[str, ...]:
    """Make names that Excel takes, each once whatever its case, and none `About`; those cut or taken get a number behind them."""
    taken, names = {ABOUT.casefold(), RESERVED_NAME}, []
    for each in wished:
        bare = " ".join(safe(each).translate(FORBIDDEN).split()).strip("' ") or "Table"
        name, number = _cut(bare, ""), 1
        while name.casefold() in taken:
            number += 1
            name = _cut(bare, f" {number}")
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _cut(name: str, behind: str) -> str:
    """Shorten a name to what Excel counts as 31 characters (UTF-16 units), with a number behind it."""
    while len((name + behind).encode("utf-16-le")) > 2 * LONGEST_NAME:
        name = name[:-1]
    return (name.rstrip("' ") or "Table") + behind


def _wished(table: TallyTable) -> str:
    return f"{table.question} by {table.banner}" if table.banner else table.question


def _about(tables: Sequence[TallyTable], names: Sequence[str], title: str) -> Sheet:
    rows: list[tuple[Cell, ...]] = [(Cell(safe(title) or "Tallies", "title"),), (BLANK,)]
    rows += [(Cell("Sheet", "head"), Cell("Question", "head"), Cell("What it is", "head"), Cell("Base", "head"))]
    for name, table in zip(names, tables, strict=True):
        base = Cell(table.columns[0].n, "count")
        rows.append((Cell(name, "label"), Cell(heading(table), "label"), Cell(subheading(table), "label"), base))
    rows += [(BLANK,), (Cell("How to read the tables", "sub"),)]
    rows += [(Cell(line, "note"),) for line in READING]
    return Sheet(ABOUT, tuple(rows), (32.0, 48.0, 40.0, 10.0))


def table_sheet(name: str, table: TallyTable) -> Sheet:
    """Lay one tally out as a sheet: title, bases, rows, mentions and notes."""
    heads, last = _heads(table), _has_mentions(table)
    rows: list[tuple[Cell, ...]] = [(Cell(heading(table), "title"),), (Cell(subheading(table), "sub"),), (BLANK,)]
    under = (Cell(each, "head") for _ in table.columns for each in heads)
    rows += [tuple(_names(table, len(heads))), (Cell("", "head"), *under, *([Cell(MENTIONED, "head")] if last else []))]
    top = len(rows)
    rows += _bases(table, len(heads))
    rows += [(*_row(table, row), *([Cell(row.cells[0].mentions, "percent")] if last else [])) for row in table.rows]
    rows += _mentions(table, len(heads))
    rows += [(BLANK,), *((Cell(note, "note"),) for note in footnotes(table, marked=False))]
    return Sheet(
        name, tuple(rows), (36.0, *(9.0 for _ in table.columns for _ in heads), *([12.0] if last else [])), (top, 1)
    )


def _has_mentions(table: TallyTable) -> bool:
    return any(row.cells[0].mentions is not None for row in table.rows if table.kind in {"open", "multi"})


def _heads(table: TallyTable) -> tuple[str, ...]:
    """What stands below each column's name; letters where columns were tested."""
    if table.score:
        return ("Score", "First", "n", "Low", "High", "Mean rank")
    return ("%", "n", "Low", "High", *(("Letters",) if table.tested else ()))


def _names(table: TallyTable, each: int) -> Iterator[Cell]:
    yield Cell("", "head")
    for place in range(len(table.columns)):
        yield Cell(column_name(table, place), "head")
        yield from [Cell("", "head")] * (each - 1)


def _bases(table: TallyTable, each: int) -> list[tuple[Cell, ...]]:
    place = 2 if table.score else 1
    lines = [_spread(base_label(table), [_told(column.n, "count") for column in table.columns], each, place)]
    if table.weighted:
        weighted = [_told(column.weighted, "number") for column in table.columns]
        effective = [_told(column.effective, "number") for column in table.columns]
        lines += [_spread("Weighted base", weighted, each, place), _spread("Effective base", effective, each, place)]
    if corrected(table):
        decided = [_told(None if column.n is None else column.decided, "count") for column in table.columns]
        lines += [_spread("Coded by people", decided, each, place)]
    return lines


def _mentions(table: TallyTable, each: int) -> list[tuple[Cell, ...]]:
    if table.kind not in {"open", "multi"}:
        return []
    means = [Cell(mean, "number") for mean in table.mean_mentions]
    return [
        _spread("Mentions", [_told(number, "count") for number in table.mentions], each, 1),
        _spread("Mentions per respondent", means, each, 1),
    ]


def _spread(label: str, numbers: Sequence[Cell], each: int, place: int) -> tuple[Cell, ...]:
    """One number a column, under the head at `place`."""
    cells = (number if here == place else BLANK for number in numbers for here in range(each))
    return (Cell(label, "label"), *cells)


def _told(value: float | None, style: Style) -> Cell:
    """A number, or the mark of one that is hidden."""
    return Cell(HIDDEN, "note") if value is None else Cell(value, style)


def _row(table: TallyTable, row: Row) -> tuple[Cell, ...]:
    label = Cell(f"{row.place} {safe(row.name)}".strip(), "label", row.depth)
    return (label, *(part for cell in row.cells for part in _parts(cell, table)))


def _parts(cell: CellCount, table: TallyTable) -> tuple[Cell, ...]:
    low = Cell(cell.kind, "note") if cell.kind in MARKED else Cell(cell.low, "percent")
    counted = (_share(cell), _told(cell.count, "count"), low, Cell(cell.high, "percent"))
    if table.score:
        return (Cell(cell.score, "number"), *counted, Cell(cell.mean_rank, "number"))
    return (*counted, Cell(cell.letters or None, "label")) if table.tested else counted


def _share(cell: CellCount) -> Cell:
    hidden = cell.kind in {"suppressed", "too few"}
    return Cell(marked_percent(cell), "note") if hidden else Cell(cell.share, "percent")

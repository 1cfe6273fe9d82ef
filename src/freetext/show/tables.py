"""A tally on a terminal: aligned text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from freetext.show.grid import GAP, WIDEST, WITHIN, Head, Line, Parts, grid
from freetext.show.notes import base_label, column_name, corrected, footnotes, heading, subheading
from freetext.show.numbers import EMPTY, HIDDEN, count, fixed, interval, lettered_percent, marked_percent
from freetext.show.screens import Weight, bar, display_width, left, safe, weighted, wrap
from freetext.tallies.table import CellCount, Column, TallyTable

SHORTEST_BAR, LONGEST_BAR = 8, 24
NUMBERS = 20
"""What percentage, count and interval take at most beside a bar."""

STEP = "  "


def terminal(table: TallyTable, *, width: int = 80, colour: bool = False) -> str:
    """Draw a tally as text that fits `width` cells; columns that do not fit go on below, and no number is cut.

    Each column shows percentage and count, the total its interval too; `~` marks percentages of machine codes that nobody has
    audited. A ranking shows its score, first choices and mean rank. Names are made harmless; ANSI codes only with `colour`.
    """
    drawn = [weighted(line, "bold", colour=colour) for line in wrap(heading(table), width)]
    drawn += [weighted(line, "dim", colour=colour) for line in wrap(subheading(table), width)]
    heads = [_head(table, place) for place in range(len(table.columns))]
    sections = _ranked(table) if table.score else _counted(table, _bar_room(table, width))
    drawn += ["", *grid(heads, sections, width=width, colour=colour)]
    notes = [line for note in footnotes(table, shown=0 if table.score else 1) for line in wrap(note, width)]
    drawn += ["", *(weighted(line, "dim", colour=colour) for line in notes)] if notes else []
    return "\n".join(drawn) + "\n"


def _head(table: TallyTable, place: int) -> Head:
    over = 2 if not table.score else 4 if place == 0 else 1
    return Head(column_name(table, place), over)


def _bar_room(table: TallyTable, width: int) -> int:
    """How long bars can be: 0 beside other columns, and where the line is too narrow."""
    labels = (STEP * row.depth + safe(row.name) for row in table.rows)
    longest = min(WIDEST, max(map(display_width, (*labels, *(label for label, _ in base_lines(table))))))
    room = min(LONGEST_BAR, width - longest - GAP - NUMBERS - WITHIN)
    return room if len(table.columns) == 1 and room >= SHORTEST_BAR else 0


def _counted(table: TallyTable, bars: int) -> tuple[Sequence[Line], ...]:
    """The lines of a frequency table or cross-tab: bases, rows, mentions."""
    ranges = any(interval(row.cells[0]) for row in table.rows)

    def parts(place: int, cell: CellCount) -> Parts:
        extra = [interval(cell)] if ranges and place == 0 else []
        drawn = [left(bar(cell.share or 0.0, bars), bars)] if bars else []
        return (lettered_percent(cell), count(cell.count), *extra, *drawn)

    rows = [
        Line(
            safe(row.name),
            tuple(parts(place, cell) for place, cell in enumerate(row.cells)),
            STEP * row.depth,
            "bold" if row.net else "",
        )
        for row in table.rows
    ]
    return _single(base_lines(table)), rows, _single(mention_lines(table), "dim")


def _ranked(table: TallyTable) -> tuple[Sequence[Line], ...]:
    """The lines of a ranking: the score in every column, first choices and mean rank in the total."""
    others = [("score",)] * (len(table.columns) - 1)
    names = Line("", (("score", "first", "n", "mean rank"), *others), weight="dim")
    rows = []
    for row in table.rows:
        first = row.cells[0]
        total = (fixed(first.score, 2), marked_percent(first), count(first.count), fixed(first.mean_rank, 1))
        scores = ((fixed(cell.score, 2),) for cell in row.cells[1:])
        rows.append(Line(safe(row.name), (total, *scores), f"{row.place:<4}"))
    return [*_single(base_lines(table)), names], rows


def _single(lines: Iterator[tuple[str, list[str]]], weight: Weight = "") -> list[Line]:
    """Lines with one number a column."""
    return [Line(label, tuple((number,) for number in numbers), weight=weight) for label, numbers in lines]


def base_lines(table: TallyTable) -> Iterator[tuple[str, list[str]]]:
    """The bases as text: unweighted, weighted and effective where weights make a difference, decided by people where a machine coded."""
    yield base_label(table), [count(column.n) for column in table.columns]
    if table.weighted:
        yield "Weighted base", [_decimal(column, column.weighted) for column in table.columns]
        yield "Effective base", [_decimal(column, column.effective) for column in table.columns]
    if any(column.decided for column in table.columns) and corrected(table):
        yield "Coded by people", [count(None if column.n is None else column.decided) for column in table.columns]


def mention_lines(table: TallyTable) -> Iterator[tuple[str, list[str]]]:
    """Mentions as text, where a respondent may have given several."""
    if table.kind in {"open", "multi"}:
        yield "Mentions", [count(number) for number in table.mentions]
        yield "Mentions per respondent", [fixed(mean, 2) for mean in table.mean_mentions]


def _decimal(column: Column, value: float | None) -> str:
    if value is None:
        return HIDDEN
    return fixed(value, 1) if column.n else EMPTY

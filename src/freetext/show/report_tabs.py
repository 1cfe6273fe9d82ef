"""A table or a listing as a page of a workbook, with its charts at its right where there is room, else below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from freetext.reports.book import Page
from freetext.reports.report import Chart, Entry, Listing
from freetext.show.numbers import EMPTY
from freetext.show.report_blocks import BLANK, Block, block, steady, widths
from freetext.show.screens import safe, wrap
from freetext.show.sheets import table_sheet
from freetext.survey.sheet import Cell, Sheet, Style
from freetext.tallies.table import TallyTable

NARROW = 100.0
"""Characters across of a table that leaves room for its charts at its right."""

GAP = 3.0
"""Characters between a table and what stands at its right."""

SHORT = 40
"""Rows of a table that stands on one sheet of paper; the heads of a longer one are repeated."""

Line = tuple[Cell, ...]


def tab(name: str, thing: TallyTable | Listing, charts: Sequence[Chart], *, back: str) -> Page:
    """Lay one page out; `back` is the sheet that its link leads to."""
    laid = _listing(name, thing) if isinstance(thing, Listing) else table_sheet(name, thing)
    narrow = sum(laid.widths) <= NARROW
    top = laid.freeze[0]
    heads: dict[int, Style] = {} if isinstance(thing, Listing) else {top - 1: "over", top - 2: "span"}
    rows = [_line(row, heads.get(place, "head")) for place, row in enumerate(_broken(laid))]
    rows[2] = (Cell(back, "link"),)
    at = (top, len(laid.widths) + 1) if narrow else (len(rows) + 1, 0)
    blocks = list(_blocks(charts, at))
    return Page(
        Sheet(name, tuple(_merged(rows, blocks)), _widths(laid, charts, narrow=narrow), laid.freeze),
        tuple(each.drawing for each in blocks if each.drawing),
        tuple(each.scale for each in blocks if each.scale),
        ((2, 0, back),),
        (3, top - 1) if len(laid.rows) > SHORT else (),
    )


def _blocks(charts: Sequence[Chart], at: tuple[int, int]) -> Iterator[Block]:
    """The charts, one below the other."""
    row, column = at
    for chart in charts:
        yield (laid := block(chart, row, column))
        row += len(laid.rows) + 2


def _widths(laid: Sheet, charts: Sequence[Chart], *, narrow: bool) -> tuple[float, ...]:
    more = widths(charts)
    return (*laid.widths, *((GAP, *more) if narrow and more else more[len(laid.widths) :]))


def _merged(rows: Sequence[Line], blocks: Sequence[Block]) -> Iterator[Line]:
    """Put the rows of the blocks behind the rows that stand there."""
    behind = {each.at[0] + place: (each.at[1], cells) for each in blocks for place, cells in enumerate(each.rows)}
    for number in range(max([len(rows), *(place + 1 for place in behind)])):
        row = rows[number] if number < len(rows) else ()
        column, cells = behind.get(number, (0, ()))
        yield (*row, *[BLANK] * (column - len(row)), *cells) if cells else row


def _broken(laid: Sheet) -> Iterator[Line]:
    """Break the notes below a table into lines as wide as the table."""
    for number, row in enumerate(laid.rows):
        if number >= laid.freeze[0] and len(row) == 1 and row[0].style == "note":
            yield from ((Cell(line, "note"),) for line in wrap(str(row[0].value), int(sum(laid.widths))))
        else:
            yield row


def _line(row: Line, head: Style) -> Line:
    """Set heads and marks over and among their numbers, and keep shares off the middle between two percentages."""
    return (*row[:1], *(_figure(cell, head) for cell in row[1:]))


def _figure(cell: Cell, head: Style) -> Cell:
    if cell.style == "percent" and isinstance(cell.value, float):
        return replace(cell, value=steady(cell.value))
    if cell.style == "head" and (cell.value or head == "over"):
        return replace(cell, style=head)
    return replace(cell, style="mark") if cell.style == "note" else cell


def _listing(name: str, listing: Listing) -> Sheet:
    rows: list[Line] = [(Cell(safe(listing.title), "title"),), (Cell(safe(listing.finding), "finding"),), (BLANK,)]
    rows.append(tuple(_head(listing, place) for place in range(len(listing.head))))
    rows += [tuple(_entry(entry, place) for place, entry in enumerate(row)) for row in listing.rows]
    rows += [(BLANK,), *((Cell(safe(note), "note"),) for note in listing.notes)]
    return Sheet(name, tuple(rows), tuple(_width(listing, place) for place in range(len(listing.head))), (4, 1))


def _head(listing: Listing, place: int) -> Cell:
    """A head stands as what is below it: at the left over texts, at the right over numbers."""
    below = [row[place] for row in listing.rows if place < len(row)]
    texts = place == 0 or any(isinstance(each.value, str) and each.style != "range" for each in below)
    return Cell(safe(listing.head[place]), "head" if texts else "over", indent=min(place, 1) if texts else 0)


def _entry(entry: Entry, place: int) -> Cell:
    """One entry; a text stands a step off the number at its left."""
    if entry.value is None:
        return Cell(EMPTY, "mark")
    if isinstance(entry.value, str):
        indent = 0 if entry.style == "range" else min(place, 1)
        return Cell(safe(entry.value), entry.style, indent=entry.depth or indent)
    return Cell(entry.value, entry.style)


def _width(listing: Listing, place: int) -> float:
    """As wide as the first texts of a column; numbers take little."""
    texts = [row[place].value for row in listing.rows[:200] if place < len(row)]
    longest = max((len(text) for text in texts if isinstance(text, str)), default=0)
    return float(min(max(longest + 2, 11, 28 if place == 0 else 0), 50))

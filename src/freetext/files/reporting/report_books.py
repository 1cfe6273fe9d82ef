"""Report workbooks out: pages with the spreadsheet's own charts beside their cells, and nothing live from an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from math import ceil
from textwrap import wrap
from typing import TYPE_CHECKING, BinaryIO

from freetext.files.reporting.report_drawings import draw, quoted_name
from freetext.files.tabular.sheets import CREATED, OPTIONS, Pen, _sheet_name
from freetext.reports.book import Area, Page
from freetext.survey.sheet import Cell

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A4 = 9
MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
FOOTER = "&L&8&A&R&8Page &P of &N"
LIGHT, DARK = "#F7FBFF", "#4A90C2"
"""The ends of the colour scale: black letters can be read on both."""

ACROSS = 260.0
"""Characters that one page takes across, however small."""

BROKEN = ("text", "over")
LINE, ROOM = 15.0, 1.1
"""Height of a line in points, and how many letters of a text take the room of one digit."""


def write_report_book(pages: Sequence[Page], out: BinaryIO, *, title: str = "") -> Pen:
    """Write pages as a workbook whose bytes depend on them alone; cells of the style `percent` hold shares, 0 to 1.

    Prints on A4, a page wide, with heads repeated. Returns the pen, which counts texts that had to be cut or stripped.
    """
    with _book(out, title) as pen:
        taken: set[str] = set()
        names = {page.sheet.name: _sheet_name(page.sheet.name, taken) for page in pages}
        sheets = [pen.book.add_worksheet(names[page.sheet.name]) for page in pages]
        for page, sheet in zip(pages, sheets, strict=True):
            _write(pen, sheet, page, names)
            for drawing in page.drawings:
                draw(pen.book, sheet, drawing)
    return pen


@contextmanager
def _book(out: BinaryIO, title: str) -> Iterator[Pen]:
    """A workbook in memory: charts keep a copy of their cells, so that they show where nothing is computed."""
    from xlsxwriter import Workbook

    book = Workbook(out, {**OPTIONS, "constant_memory": False, "in_memory": True})
    pen = Pen(book)
    book.set_properties({"created": CREATED, "title": pen.fitted(title)[:255]})
    yield pen
    book.close()


def _write(pen: Pen, sheet: Worksheet, page: Page, names: dict[str, str]) -> None:
    """Write the cells and links of a page, and set it up for screen and paper."""
    laid = page.sheet
    for place, width in enumerate(laid.widths):
        sheet.set_column(place, place, width)
    links = {(row, column): names[name] for row, column, name in page.links}
    for row, cells in enumerate(laid.rows):
        if lines := _lines(cells, laid.widths):
            sheet.set_row(row, LINE * lines)
        for first, last in _spans(cells):
            sheet.merge_range(row, first, row, last, "", pen.format("span"))
        for place, cell in enumerate(cells):
            if (row, place) in links:
                _link(pen, sheet, (row, place), str(cell.value), links[row, place])
            elif cell.value is not None:
                pen.put(sheet, row, place, cell.value, pen.format(cell.style, cell.indent))
    for area in page.scales:
        sheet.conditional_format(*_corners(area), SCALE)
    _set_up(sheet, page)


def _lines(cells: Sequence[Cell], widths: Sequence[float]) -> int:
    """How many lines the broken texts of a row take, a little generously; 0 where none is broken."""
    broken = [(str(cell.value), width) for cell, width in zip(cells, widths, strict=False) if cell.style in BROKEN]
    lines = (sum(len(wrap(line, int(width * ROOM)) or [""]) for line in text.split("\n")) for text, width in broken)
    return max(lines, default=0)


def _spans(cells: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """The first and last cell of each head that spreads over empty ones at its right."""
    heads = [place for place, cell in enumerate(cells) if cell.style != "head" or cell.value]
    for first, after in pairwise([*heads, len(cells)]):
        if cells[first].style == "span" and after - first > 1:
            yield first, after - 1


SCALE = {
    "type": "2_color_scale",
    "min_color": LIGHT,
    "max_color": DARK,
    "min_type": "num",
    "max_type": "max",
    "min_value": 0,
}


def _link(pen: Pen, sheet: Worksheet, place: tuple[int, int], text: str, name: str) -> None:
    """Link a cell to a sheet of this workbook; the address is made of its name alone, quoted."""
    sheet.write_url(*place, f"internal:{quoted_name(name)}!A1", pen.format("link"), pen.fitted(text))


def _set_up(sheet: Worksheet, page: Page) -> None:
    freeze = page.sheet.freeze
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(ceil(sum(page.sheet.widths) / ACROSS) or 1, 0)
    sheet.set_margins(**MARGINS)
    sheet.set_footer(FOOTER)
    if any(freeze):
        sheet.freeze_panes(*freeze)
    if page.repeated:
        sheet.repeat_rows(page.repeated[0], page.repeated[1])
    if freeze[1]:
        sheet.repeat_columns(0, freeze[1] - 1)


def _corners(area: Area) -> tuple[int, int, int, int]:
    return (area.row, area.column, area.row + area.height - 1, area.column + area.width - 1)

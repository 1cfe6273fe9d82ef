"""Workbooks out: text is written as text, always, so that no answer becomes a formula, a link or a number."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, BinaryIO

from freetext.errors import OutputError
from freetext.files.tabular.cells import EXACT, plain_of, text_of, values_of
from freetext.files.tabular.rows import Table
from freetext.files.tabular.xml_trees import ILLEGAL
from freetext.survey.sheet import Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS, COLUMNS, CHARACTERS = 1_048_576, 16_384, 32_767
CUT = " […cut]"
ASTRAL = re.compile("[\U00010000-\U0010ffff]")
"""Characters that a workbook counts twice."""
CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001  (a workbook knows no time zones)
FIRST_DAY = dt.date(1900, 3, 1)
"""Workbooks take 1900 for a leap year; before this day they are a day out."""

OPTIONS: dict[str, object] = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}
STYLES: dict[str, dict[str, object]] = {
    "": {},
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"},
    "note": {"italic": True, "font_color": "#595959"},
    "count": {"num_format": "#,##0"},
    "percent": {"num_format": "0%"},
    "number": {"num_format": "#,##0.00"},
    "points": {"num_format": "+#,##0.0;-#,##0.0;0.0"},
    "range": {"align": "right"},
    "label": {},
    "sub": {"italic": True, "font_color": "#595959"},
    "finding": {"bold": True},
    "over": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom", "align": "right"},
    "span": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom", "align": "center"},
    "mark": {"italic": True, "font_color": "#595959", "align": "right"},
    "text": {"text_wrap": True, "valign": "top"},
    "entry": {"text_wrap": True, "valign": "top", "num_format": "@"},
    "link": {"font_color": "#0563C1", "underline": 1},
    "date": {"num_format": "yyyy-mm-dd"},
    "datetime": {"num_format": "yyyy-mm-dd hh:mm:ss.000"},
    "time": {"num_format": "hh:mm:ss.000"},
    "duration": {"num_format": "[h]:mm:ss.000"},
}


@dataclass(slots=True)
class Pen:
    """Writes cells into a workbook, and counts those that had to be changed."""

    book: Workbook
    cut: int = 0
    stripped: int = 0
    formats: dict[tuple[str, int], Any] = field(default_factory=dict)

    def format(self, style: str, indent: int = 0) -> Any:
        """The workbook's format of a style, made once."""
        key = (style, indent)
        if key not in self.formats:
            self.formats[key] = self.book.add_format({**STYLES[style], **({"indent": indent} if indent else {})})
        return self.formats[key]

    def fitted(self, text: str) -> str:
        """The text without what XML cannot hold, and no longer than a cell."""
        if ILLEGAL.search(text):
            self.stripped += 1
            text = ILLEGAL.sub("", text)
        if 2 * len(text) > CHARACTERS and _units(text) > CHARACTERS:
            self.cut += 1
            text = _cut(text)
        return text

    def put(self, page: Worksheet, row: int, column: int, value: object, style: Any = None) -> None:
        """Write one cell as what it is; None is a blank cell."""
        if isinstance(value, str):
            page.write_string(row, column, self.fitted(value), style)
        elif value is None:
            page.write_blank(row, column, None, style)
        elif isinstance(value, bool):
            page.write_boolean(row, column, value, style)
        elif isinstance(value, (int, float)) and abs(value) < EXACT:
            page.write_number(row, column, value, style)
        elif kind := _time_kind(value):
            page.write_datetime(row, column, value, self.format(kind))
        elif (plain := plain_of(value)) is not value:
            self.put(page, row, column, plain, style)
        elif isinstance(value, float) and abs(value) < float("inf"):
            page.write_number(row, column, value, style)
        else:
            page.write_string(row, column, self.fitted(text_of(value)), style)


def _units(text: str) -> int:
    """The length of a text as workbooks count it."""
    return len(text) + len(ASTRAL.findall(text))


def _cut(text: str) -> str:
    room = CHARACTERS - len(CUT)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", errors="ignore") + CUT


def _time_kind(value: object) -> str:
    """The style of a date, time or duration that a workbook can hold exactly; empty for anything else."""
    if isinstance(value, dt.timedelta):
        return "duration" if not value.microseconds % 1000 and dt.timedelta() <= value < dt.timedelta(10_000) else ""
    if isinstance(value, (dt.datetime, dt.time)) and (value.tzinfo or value.microsecond % 1000):
        return ""
    if isinstance(value, dt.datetime):
        return "datetime" if value.date() >= FIRST_DAY and not getattr(value, "nanosecond", 0) else ""
    if isinstance(value, dt.date):
        return "date" if value >= FIRST_DAY else ""
    return "time" if isinstance(value, dt.time) else ""


@contextmanager
def _book(out: BinaryIO) -> Iterator[Pen]:
    """A workbook whose bytes depend on its cells alone; row by row, so that its size costs no memory."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    with tempfile.TemporaryDirectory(prefix="freetext-", ignore_cleanup_errors=True) as room:
        book = Workbook(out, {**OPTIONS, "tmpdir": room})
        book.use_zip64()
        book.set_properties({"created": CREATED})
        try:
            yield Pen(book)
            book.close()
        except FileCreateError as error:
            raise OSError(*getattr(error.args[0], "args", (str(error),))) from error
        finally:
            for page in book.worksheets():
                page.row_data_fh.close()


def write_xlsx(table: Table, out: BinaryIO, *, path: object, rows: int = ROWS, further: bool = False) -> Pen:
    """Write a table as a workbook, header bold and frozen; raises OutputError for more than it holds.

    `rows` is how many a sheet holds, the header among them. More than that are refused, or with `further` go on in the sheets
    "Answers 2", "Answers 3", each under the header again. Numbers have 16 significant digits, whole ones beyond 2**53 go as
    text, as do moments that a workbook cannot hold exactly.
    """
    _check_size(table, path, rows, further=further)
    columns = [_typed(table, place) for place in range(len(table.names))]
    widths = [_width(name, column) for name, column in zip(table.names, columns, strict=True)]
    with _book(out) as pen:
        for number, begin in enumerate(range(0, max(table.size, 1), rows - 1), start=1):
            page = pen.book.add_worksheet(_page_name(number, several=table.size >= rows))
            _head(pen, page, table.names, widths)
            part = (column[begin : begin + rows - 1] for column in columns)
            for row, cells in enumerate(zip(*part, strict=True), start=1):
                for place, value in enumerate(cells):
                    if value is not None and value != "":
                        pen.put(page, row, place, value)
    return pen


def sheets_needed(table: Table, rows: int = ROWS) -> int:
    """Count the sheets that a table fills."""
    return max(-(-table.size // (rows - 1)), 1)


def _check_size(table: Table, path: object, rows: int, *, further: bool) -> None:
    if len(table.names) > COLUMNS or (table.size >= rows and not further):
        what = f"a workbook holds {rows - 1:,} rows and {COLUMNS:,} columns, the table has {table.size:,} and "
        raise OutputError(path, f"{what}{len(table.names):,}; name a .parquet or .csv file.")


def _page_name(number: int, *, several: bool) -> str:
    if not several:
        return "Sheet1"
    return "Answers" if number == 1 else f"Answers {number}"


def _head(pen: Pen, page: Worksheet, names: Sequence[str], widths: Sequence[float]) -> None:
    page.freeze_panes(1, 0)
    for place, (name, width) in enumerate(zip(names, widths, strict=True)):
        page.set_column(place, place, width)
        pen.put(page, 0, place, name, pen.format("head"))


def _typed(table: Table, place: int) -> Sequence[object]:
    try:
        return values_of(table.columns[place])
    except ValueError:
        return table.texts_at(place)


def _width(name: str, column: Sequence[object]) -> float:
    """A column's width in characters, from its first cells."""
    longest = max([len(name), *(len(text_of(value)) for value in column[:100])])
    return float(min(max(longest + 2, 8), 60))


def write_sheets(sheets: Iterable[Sheet], out: BinaryIO) -> Pen:
    """Write laid-out sheets; cells of the style `percent` hold shares, 0 to 1."""
    with _book(out) as pen:
        taken: set[str] = set()
        for sheet in sheets:
            page = pen.book.add_worksheet(_sheet_name(sheet.name, taken))
            if any(sheet.freeze):
                page.freeze_panes(*sheet.freeze)
            for place, width in enumerate(sheet.widths):
                page.set_column(place, place, width)
            for row, cells in enumerate(sheet.rows):
                for place, cell in enumerate(cells):
                    pen.put(page, row, place, cell.value, pen.format(cell.style, cell.indent))
    return pen


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that a workbook takes: no brackets, colons, stars or slashes, 31 characters, none twice."""
    clean = re.sub(r"[\[\]:*?/\\]", "-", ILLEGAL.sub("", name)).strip("'")[:31].strip("'") or "Sheet"
    clean = clean.encode("utf-16-le")[:62].decode("utf-16-le", errors="ignore")
    unique, number = clean, 1
    while unique.lower() in taken:
        number += 1
        unique = f"{clean[: 31 - len(str(number)) - 1]} {number}"
    taken.add(unique.lower())
    return unique

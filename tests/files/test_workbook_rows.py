"""Workbooks of more rows than a sheet holds."""

import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import OutputError
from freetext.files.tabular.rows import Table
from freetext.files.tabular.sheets import COLUMNS, sheets_needed, write_xlsx


def sheets_of(size, rows):
    """The sheets of a workbook of so many rows, so many a sheet, as openpyxl reads them."""
    table = Table("t", ("id", "text"), ([*range(size)], [f"=answer {row}" for row in range(size)]), size)
    out = io.BytesIO()
    write_xlsx(table, out, path="t.xlsx", rows=rows, further=True)
    assert sheets_needed(table, rows) == len(openpyxl.load_workbook(out).sheetnames)
    return {page.title: list(page.iter_rows(values_only=True)) for page in openpyxl.load_workbook(out).worksheets}


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 12), st.integers(2, 6))
def test_every_row_stands_once_under_a_header(size, rows):
    """Sheets hold no more rows than they may, each begins with the header, and together they hold each row once, in order."""
    sheets = sheets_of(size, rows)
    assert all(len(each) <= rows and each[0] == ("id", "text") for each in sheets.values())
    body = [row for each in sheets.values() for row in each[1:]]
    assert body == [(row, f"=answer {row}") for row in range(size)]


def test_further_sheets_are_numbered():
    """What one sheet holds stands in one; more go on in "Answers 2" and so on."""
    assert list(sheets_of(4, 5)) == ["Sheet1"]
    assert list(sheets_of(9, 5)) == ["Answers", "Answers 2", "Answers 3"]


def test_without_leave_more_rows_are_refused():
    """A coded file, which is read back by its first sheet, is never parted."""
    table = Table("t", ("id",), ([1, 2, 3],), 3)
    with pytest.raises(OutputError, match=r"name a \.parquet or \.csv file"):
        write_xlsx(table, io.BytesIO(), path="t.xlsx", rows=3)


def test_more_columns_than_a_sheet_holds_are_refused():
    """Columns are never parted, and the message says what holds them."""
    table = Table("t", tuple(map(str, range(COLUMNS + 1))), ([],) * (COLUMNS + 1), 0)
    with pytest.raises(OutputError, match=r"16,384 columns.*\.parquet"):
        write_xlsx(table, io.BytesIO(), path="t.xlsx", further=True)

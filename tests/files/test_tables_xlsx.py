"""Workbooks in and out; openpyxl is the oracle."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError, OutputError
from freetext.files.tabular import sheets
from freetext.files.tabular.tables import Table, read_table, write_table, write_workbook
from freetext.survey.sheet import Cell, Sheet

MOMENT = dt.datetime.fromisoformat("2020-01-02T03:04")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = openpyxl.Workbook()
    page = made.active
    page.title = "Answers"
    page["B3"], page["C3"], page["D3"], page["E3"] = "id", 2020, dt.date(2020, 1, 2), None
    page["B4"], page["C4"], page["D4"], page["E4"] = 1, 2.5, MOMENT, "x"
    page["B5"], page["C5"], page["D5"] = "=1+1", True, dt.time(3, 4)
    page["B7"] = "merged"
    page.merge_cells("B7:C7")
    page["D7"] = "#N/A"
    page["D7"].data_type = "e"
    made.create_sheet("Codes")["A1"] = "only"
    made.create_sheet("Empty")
    path = tmp_path / "book.xlsx"
    made.save(path)
    return path


def test_cells_keep_their_types(book):
    """Cells come typed, whole numbers as int, blanks and errors as None, with the sheet's own row numbers."""
    read = read_table(book)
    assert read.names == ("id", "2020", "2020-01-02", "")
    assert read.columns[0] == [1, None, None, "merged"]
    assert read.columns[1] == [2.5, True, None, None]
    assert read.columns[2] == [MOMENT, dt.time(3, 4), None, None]
    assert [type(cell) for cell in read.columns[0][:1]] == [int]
    assert read.texts("2020-01-02") == ["2020-01-02T03:04:00", "03:04:00", "", ""]
    assert read.texts("2020") == ["2.5", "true", "", ""]
    assert [read.row(place) for place in range(read.size)] == [4, 5, 6, 7]
    assert read.took == (
        "sheet 'Answers' (first of 3)",
        "1 error cell (#N/A and the like) read as blank, in D7",
    )


@pytest.mark.parametrize("prefix", ["/xl/", ""])
def test_error_cells_are_counted(tmp_path, prefix):
    """The error cells of the sheet that is read, and no others, are counted with the place of the first."""
    made = openpyxl.Workbook()
    made.active["A1"], made.active["A2"] = "id", 'says t="e"'
    made.create_chartsheet("Chart")
    page = made.create_sheet("Errors & more")
    page["A1"], page["B1"] = "id", "text"
    for row, error in enumerate(["#N/A", "#NAME?", "#REF!", "#DIV/0!"], start=7):
        page[f"B{row}"] = error
        page[f"B{row}"].data_type = "e"
    made.save(tmp_path / "a.xlsx")
    repacked(
        tmp_path / "a.xlsx", {"xl/_rels/workbook.xml.rels": ('"/xl/worksheets/sheet2', f'"{prefix}worksheets/sheet2')}
    )
    read = read_table(tmp_path / "a.xlsx", sheet="Errors & more")
    assert read.took[1:] == ("4 error cells (#N/A and the like) read as blank, the first in B7",)
    assert read_table(tmp_path / "a.xlsx").took == ("sheet 'Sheet' (first of 2)",)


@pytest.mark.parametrize("written", ["t='e' r='A2'", 't = "e" r="a2"', 'r="A2" t="e"'])
def test_error_cells_however_written(tmp_path, written):
    """An error cell counts however its tag is written; one without a place is counted without saying where."""
    for tag, said in ((written, ", in A2"), (written.split("r=")[0] + "t='e'" * (written[0] == "r"), "")):
        write_table(Table("x", ("a",), ([1],), 1), tmp_path / "a.xlsx", force=True)
        change = ('<c r="A2"><v>1</v></c>', f"<c {tag}><v>#N/A</v></c>")
        repacked(tmp_path / "a.xlsx", {"xl/worksheets/sheet1.xml": change})
        assert read_table(tmp_path / "a.xlsx").took == (f"1 error cell (#N/A and the like) read as blank{said}",)


def test_errors_that_cannot_be_read(tmp_path):
    """An error that the reader does not know is named, with what mends it."""
    made = openpyxl.Workbook()
    made.active["A1"], made.active["A2"] = "id", "#SPILL!"
    made.active["A2"].data_type = "e"
    made.save(tmp_path / "a.xlsx")
    with pytest.raises(InputError, match=r"error cell that cannot be read, '#SPILL!'. Clear the cells"):
        read_table(tmp_path / "a.xlsx")


def test_sheet_by_name(book):
    """A sheet is chosen by name; a wrong name lists those that are there, an empty sheet says so."""
    assert read_table(book, sheet="Codes").names == ("only",)
    with pytest.raises(
        InputError, match=r"no sheet 'codez' \(--sheet\). Sheets: 'Answers', 'Codes', 'Empty'. Did you mean 'Codes'"
    ):
        read_table(book, sheet="codez")
    with pytest.raises(InputError, match="sheet 'Empty' is empty"):
        read_table(book, sheet="Empty")


def test_text_stays_text(tmp_path):
    """Formulas, links and numbers in text cells are strings in the workbook, for another reader too."""
    texts = ["=HYPERLINK(1)", "http://a.b", "007", "@x", "'=x", "{=A1}", " lead ", "_x0041_"]
    written = write_table(Table("x", ("=t",), (texts,), len(texts)), tmp_path / "a.xlsx")
    cells = [row[0] for row in openpyxl.load_workbook(tmp_path / "a.xlsx").active.iter_rows()]
    assert [cell.data_type for cell in cells] == ["s"] * 9
    assert [cell.value for cell in cells[:-1]] == ["=t", *texts[:-1]]
    assert not any(cell.hyperlink for cell in cells)
    assert read_table(tmp_path / "a.xlsx").columns == (texts,)
    assert (written.rows, written.guarded, written.cut, written.stripped) == (8, 0, 0, 0)


def test_header_stands_out(tmp_path):
    """The header is bold and frozen, columns as wide as their cells within reason."""
    write_table(Table("x", ("id", "text"), (["1"], ["y" * 500]), 1), tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert page["A1"].font.b
    assert page.freeze_panes == "A2"
    assert 60 <= page.column_dimensions["B"].width < 62


def test_cells_that_do_not_fit(tmp_path):
    """Long cells are cut with a mark, control characters go, both counted; what is no cell value goes as text."""
    long = "😀" * 20_000
    column = [
        long,
        "a\x01b\x00",
        "x" * 32_767,
        float("nan"),
        float("inf"),
        2**60,
        dt.date(1800, 1, 1),
        "\ud800!",
        [1, 2],
    ]
    written = write_table(Table("x", ("t",), (column,), 9), tmp_path / "a.xlsx")
    assert (written.cut, written.stripped) == (1, 2)
    first, *others = read_table(tmp_path / "a.xlsx").columns[0]
    assert str(first).endswith("😀 […cut]")
    assert len(str(first).encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert others == ["ab", "x" * 32_767, None, "inf", str(2**60), "1800-01-01", "!", "1;2"]


def test_dates_stay_dates(tmp_path):
    """Dates, times and durations are such in the workbook and come back equal."""
    column = [
        dt.date(2024, 2, 29),
        MOMENT,
        dt.time(1, 2, 3),
        dt.timedelta(hours=30),
        None,
        1.5,
        False,
    ]
    write_table(Table("x", ("t",), ([*column, dt.datetime(2024, 1, 1, tzinfo=dt.UTC), "end"],), 9), tmp_path / "a.xlsx")
    read = read_table(tmp_path / "a.xlsx").columns[0]
    assert read == [*column, "2024-01-01T00:00:00+00:00", "end"]
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [page.cell(row, 1).is_date for row in (2, 3, 4, 5)] == [True] * 4


def test_same_table_same_bytes(tmp_path):
    """The workbook's bytes depend on its cells alone."""
    table = Table("x", ("a", "b"), (["1", "2"], [dt.date(2020, 1, 1), 2]), 2)
    write_table(table, tmp_path / "a.xlsx")
    write_table(table, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_too_many_rows(tmp_path):
    """More rows or columns than a workbook holds are refused, and nothing is written."""
    many = Table("x", ("a",), ([None] * sheets.ROWS,), sheets.ROWS)
    with pytest.raises(OutputError, match=r"1,048,575 rows.*\.parquet or \.csv"):
        write_table(many, tmp_path / "a.xlsx")
    wide = Table("x", ("a",) * 16_385, ([],) * 16_385, 0)
    with pytest.raises(OutputError, match="16,384 columns"):
        write_table(wide, tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_other_files_under_the_name(tmp_path):
    """What is no .xlsx is refused with what it is."""
    old = b"\xd0\xcf\x11\xe0" + b"\0" * 600
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("content.xml", "<a/>")
    cases = {
        b"id,text\n": "no readable .xlsx",
        old: "old .xls",
        old + "EncryptedPackage".encode("utf-16-le"): "password",
        zipped.getvalue(): "another kind of workbook",
    }
    for data, said in cases.items():
        (tmp_path / "a.xlsx").write_bytes(data)
        with pytest.raises(InputError, match=said):
            read_table(tmp_path / "a.xlsx")


def repacked(path: Path, change: dict[str, tuple[str, str]]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for name, (old, new) in change.items():
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new, 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="XFD1048576"><v>1</v></c>',
        "<c s='0' r='XFD1048576'><v>1</v></c>",
        '<c\nr = "xfd1048576"><v>1</v></c>',
        '<c s=">" r="XFD1048576"><v>1</v></c>',
        '<c s="<" r="XFD1048576"><v>1</v></c>',
        '<c r="A9" r="XFD1048576"><v>1</v></c>',
        '<c r="A4000000000"><v>1</v></c>',
        '<c r="ZZZZ1"><v>1</v></c>',
        "<c " + " " * 3_000_000 + 'r="XFD1048576"><v>1</v></c>',
        '</row><row r="1048576">' + "<c><v>1</v></c>" * 9000,
    ],
)
def test_sparse_giants_are_refused(tmp_path, cell):
    """A few cells so far apart that the grid between them would eat the machine are refused, however they are written."""
    path = tmp_path / "a.xlsx"
    write_table(Table("x", ("a",), ([1],), 1), path)
    repacked(path, {"xl/worksheets/sheet1.xml": ("</sheetData>", f'<row r="9">{cell}</row></sheetData>')})
    with pytest.raises(InputError, match=r"spreads over|damaged|no spreadsheet program"):
        read_table(path)


def test_large_claims(tmp_path):
    """A claimed dimension is not believed, far cells of mere style do no harm, and claimed texts are refused."""
    path = tmp_path / "a.xlsx"
    write_table(Table("x", ("a",), ([1],), 1), path)
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    sheet = "xl/worksheets/sheet1.xml"
    repacked(path, {sheet: ("</sheetData>", far)})
    repacked(path, {sheet: ('<dimension ref="A1:A2"/>', '<dimension ref="A1:XFD1048576"/>')})
    assert read_table(path).columns == ([1],)
    with xlsxwriter.Workbook(path) as made:
        made.add_worksheet().write_string(0, 0, "text")
    repacked(path, {"xl/sharedStrings.xml": ('uniqueCount="1"', 'uniqueCount="4000000000"')})
    with pytest.raises(InputError, match="claims more texts"):
        read_table(path)


def test_zip_bombs_are_refused(tmp_path):
    """A part that unpacks to far more than its packed size is refused before it is built."""
    path = tmp_path / "a.xlsx"
    write_table(Table("x", ("a",), ([1],), 1), path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/big.xml", b" " * 101_000_000)
    with pytest.raises(InputError, match="unpacks to more"):
        read_table(path)


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**52), 2**52),
    st.floats(-1e6, 1e6, width=32).map(lambda number: round(number, 4)),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"), min_size=1),
    st.dates(dt.date(1900, 3, 1)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_cells_come_back(tmp_path_factory, rows):
    """Written and read back, cells are equal; blank ones are None."""
    path = tmp_path_factory.mktemp("t") / "a.xlsx"
    columns = (["id"] * len(rows), [a for a, _ in rows], [b for _, b in rows])
    write_table(Table("x", ("id", "a", "a"), columns, len(rows)), path)
    read = read_table(path)
    assert read.names == ("id", "a", "a")
    assert read.columns == columns


def test_laid_out_sheets(tmp_path):
    """Sheets are written as laid out: names made fit, widths, frozen panes, formats, and text that is no formula."""
    rows = (
        (Cell("Title", "title"),),
        (Cell("=a", "head"), Cell("n", "head")),
        (Cell("x", "label", 1), Cell(0.256, "percent")),
    )
    sheet = Sheet("A/B: a name that is much longer than it may be", rows, (20.0, 8.0), (2, 1))
    written = write_workbook(
        [sheet, sheet, Sheet("", ((Cell(None), Cell(3, "count"), Cell(True)),))], tmp_path / "a.xlsx"
    )
    made = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert made.sheetnames == ["A-B- a name that is much longer", "A-B- a name that is much long 2", "Sheet"]
    page = made.worksheets[0]
    assert (page["A2"].value, page["A2"].data_type, page["B3"].number_format) == ("=a", "s", "0%")
    assert (page["A1"].font.b, page["A3"].alignment.indent, page.freeze_panes) == (True, 1, "B3")
    assert [cell.value for cell in made.worksheets[2][1]] == [None, 3, True]
    assert written.rows == 7
    with pytest.raises(OutputError, match="standard output"):
        write_workbook([sheet], "-")
    with pytest.raises(OutputError, match=r"Known: .xlsx"):
        write_workbook([sheet], tmp_path / "a.csv")

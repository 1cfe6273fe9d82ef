"""Report workbooks; openpyxl is the oracle."""

import csv
import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.utils import range_boundaries

from freetext.files.reporting.report_books import write_report_book
from freetext.reports.report import Section
from freetext.show.numbers import percent
from freetext.show.report_sheets import report_sheets

REFERENCE = re.compile(r"^'((?:[^']|'')+)'!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$|^(\w+)!(.+)$")
SHOWN = "44,34,76,1,,0,false,true,true,false,false,-1"
"""CSV of every sheet, in UTF-8, numbers as they are shown."""


def written(report):
    """The bytes of a report's workbook."""
    out = io.BytesIO()
    write_report_book(report_sheets(report), out, title=report.title)
    return out.getvalue()


@pytest.fixture(scope="module")
def book(report):
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(written(report)))


def parts(data, folder):
    """The XML parts of a workbook below a folder."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: archive.read(name) for name in archive.namelist() if name.startswith(folder) and name.endswith(".xml")
        }


def references(data):
    """All references of all charts: sheet and area."""
    for part in parts(data, "xl/charts/").values():
        for each in ET.fromstring(part).iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}f"):
            found = REFERENCE.match(each.text or "")
            assert found is not None, each.text
            yield (found[1].replace("''", "'"), found[2]) if found[1] else (found[3], found[4])


def test_numbers_are_the_tables(report, book):
    """Shares, counts and ends of intervals in the workbook equal those of the tables, cell by cell."""
    for table, name in zip(report.sections[0].tables, ("barrier", "barrier by type"), strict=True):
        rows = {row[0].value: row for row in book[name].iter_rows(min_row=6, max_row=20)}
        for row in table.rows:
            for place, cell in enumerate(row.cells):
                share, count, low, high = (rows[row.name][1 + 4 * place + off].value for off in range(4))
                if cell.kind == "suppressed":
                    assert (share, count, low, high) == ("*", "*", None, None)
                else:
                    assert count == cell.count
                    assert (share, low, high) == pytest.approx((cell.share, cell.low, cell.high), abs=1e-9)


def test_nothing_is_live(book):
    """No cell holds a formula, and the only links lead to sheets of the same workbook."""
    for page in book:
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if cell.hyperlink is not None:
                    assert (cell.hyperlink.target, cell.hyperlink.ref) == (None, cell.coordinate)
                    assert cell.hyperlink.location.split("!")[0].strip("'") in book.sheetnames


def test_hostile_names_stand_as_they_are(report, make):
    """Themes and quotes that look like formulas, links or tags are text in cells, and no part of the zip runs or fetches anything."""
    data = written(report)
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = {cell.value for page in book for row in page.iter_rows() for cell in row}
    assert {*make.HOSTILE, report.sections[0].quotes[0].text} <= found
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert not [name for name in names if "external" in name.lower() or "vba" in name.lower()]
    assert b"<f>" not in b"".join(parts(data, "xl/worksheets/").values())
    relations = b"".join(zipfile.ZipFile(io.BytesIO(data)).read(name) for name in names if name.endswith(".rels"))
    assert b"External" not in relations


def test_sheets_of_hostile_names_are_linked_and_drawn(report, make):
    """A question whose name holds quotes, brackets and signs gets a sheet, and its links and charts find it."""
    name = "it's =1+1!A1 [x]:*?/\\ 'quoted'"
    table = make.table(name, "closed", {"a": (1,), "b": (2,)}, {"Total": 3})
    data = written(replace(report, sections=(Section("q", "q", (), (table,), (make.bars(table, "q", "F."),)),)))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert len(book.sheetnames[1]) <= 31
    (link,) = [cell.hyperlink.location for cell in book["Index"]["A"] if cell.value == book.sheetnames[1]]
    assert link == "'" + book.sheetnames[1].replace("'", "''") + "'!A1"
    assert {sheet for sheet, _ in references(data)} == {book.sheetnames[1]}


def test_charts_are_native_and_draw_from_their_own_sheet(report, book):
    """Every chart but the maps is a chart of the spreadsheet's, whose references lie within filled cells of the sheet it stands on."""
    data = written(report)
    drawn = [chart for section in report.sections for chart in section.charts if chart.kind != "heat"]
    assert len(parts(data, "xl/charts/chart")) == len(drawn)
    for sheet, area in references(data):
        left, top, right, bottom = range_boundaries(area.replace("$", ""))
        assert bottom <= book[sheet].max_row
        assert right <= book[sheet].max_column
        cells = [cell.value for row in book[sheet].iter_rows(top, bottom, left, right) for cell in row]
        assert any(value is not None for value in cells)


def test_charts_keep_a_copy_of_their_cells(report):
    """A viewer that computes nothing shows the charts too."""
    data = b"".join(parts(written(report), "xl/charts/chart").values())
    assert data.count(b"<c:numCache>") >= data.count(b"<c:val>")
    assert b"<c:v>0.5609756097560976</c:v>" in data


def test_charts_say_what_they_show(report):
    """Every drawing has its words, for those who cannot see it."""
    drawings = b"".join(parts(written(report), "xl/drawings/").values()).decode()
    for section in report.sections:
        for chart in section.charts:
            if chart.kind != "heat":
                assert f'descr="{chart.finding}' in drawings


def test_intervals_are_drawn_as_error_bars(report):
    """Bars have custom error bars out of the cells that hold both arms, and texts that are no formulas."""
    chart = parts(written(report), "xl/charts/chart1.xml")["xl/charts/chart1.xml"].decode()
    assert '<c:errValType val="cust"/>' in chart
    assert "<a:t> 56 % (23)</a:t>" in chart


def test_a_map_has_a_scale_of_colours(book):
    """The map's shares are coloured by their size, from nought on."""
    (rule,) = book["barrier by type"].conditional_formatting
    assert rule.rules[0].type == "colorScale"
    assert rule.rules[0].colorScale.cfvo[0].val == 0


def test_pages_are_set_up_for_paper(book):
    """Every sheet prints on A4, landscape, a page wide, with page numbers, and stays put on the screen."""
    for page in book:
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
        assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
        assert "&P" in page.oddFooter.right.text
    assert book["barrier"].freeze_panes == "B6"


def test_long_tables_repeat_their_heads(report, make):
    """A table longer than a page repeats its heads; a short one does not."""
    table = make.table("long", "closed", {f"option {number}": (1,) for number in range(60)}, {"Total": 60})
    book = openpyxl.load_workbook(io.BytesIO(written(replace(report, sections=(Section("q", "q", (), (table,)),)))))
    assert book["long"].print_title_rows == "$4:$5"


def test_the_same_report_gives_the_same_bytes(report):
    """Nothing of the machine or the moment is in the file."""
    data = written(report)
    assert data == written(report)
    core = parts(data, "docProps/")["docProps/core.xml"].decode()
    assert "2000-01-01T00:00:00Z" in core
    assert "<dc:creator></dc:creator>" in core
    assert report.title in core


def test_empty_and_whole_columns(report, make):
    """Nobody and everybody of one respondent, and a base of none, are cells like others."""
    table = make.table("q", "closed", {"a": (0, 1), "b": (-1, -1)}, {"Total": 1, "x": 1}, "by")
    book = openpyxl.load_workbook(io.BytesIO(written(replace(report, sections=(Section("q", "q", (), (table,)),)))))
    assert [cell.value for cell in book["q by by"][7]][:4] == ["a", 0, 0, 0]


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="no LibreOffice here: the workbook is not opened by a spreadsheet"
)
def test_a_spreadsheet_opens_it_and_shows_our_percentages(report, make, tmp_path):
    """LibreOffice makes a PDF of the workbook, and shows every percentage as we print it, those between two included."""
    ties = make.table("ties", "closed", {f"o{k}": (k,) for k in range(1, 200, 2)}, {"Total": 200})
    whole = replace(report, sections=(*report.sections, Section("ties", "ties", (), (ties,))))
    path = tmp_path / "tables.xlsx"
    path.write_bytes(written(whole))
    office = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    outdir = ["--outdir", str(tmp_path), str(path)]
    subprocess.run([*office, "pdf", *outdir], check=True, capture_output=True, timeout=120)
    assert (tmp_path / "tables.pdf").read_bytes().startswith(b"%PDF")
    subprocess.run(
        [*office, f"csv:Text - txt - csv (StarCalc):{SHOWN}", *outdir], check=True, capture_output=True, timeout=120
    )
    for table, name in ((ties, "ties"), *zip(report.sections[0].tables, ("barrier", "barrier by type"), strict=True)):
        with (tmp_path / f"tables-{name}.csv").open(encoding="utf-8", newline="") as lines:
            rows = {row[0]: row for row in [*csv.reader(lines)][:4:-1]}  # the first of a name stands
        for row in table.rows:
            for place, cell in enumerate(row.cells):
                wanted = "*" if cell.share is None else percent(cell.share).replace(" ", "")
                assert rows[row.name][1 + 4 * place] == wanted

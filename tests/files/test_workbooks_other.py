"""Workbooks other than .xlsx: .xls, .xlsb, .ods and .xlsm."""
# ruff: noqa: DTZ001  (workbooks know no zones)

import datetime as dt
import io
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from tests.files.xlsb_bytes import record, xlsb

from freetext.errors import InputError
from freetext.files.tabular.apart import Limits
from freetext.files.tabular.tables import read_table
from freetext.files.tabular.workbooks import read_other
from freetext.files.tabular.workbooks_errors import xls_errors, xlsb_errors

MADE = Path(__file__).parents[1] / "data" / "workbooks"
ROWS = {
    "id": [1, 2, 3, 4, None, 5],
    "answer": ["The café was cold, staff kind", "Zu laut – viel zu laut", None, "=not a formula", None, None],
    "score": [3, 2.5, None, "n/a", None, 3],
}
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


@pytest.mark.parametrize("ending", [".xls", ".ods"])
def test_cells_and_sheets(ending):
    """Numbers, texts, dates, blank rows and error cells come as from .xlsx; the sheet is chosen by name (files by LibreOffice)."""
    table = read_table(MADE / f"answers{ending}", sheet="Answers")
    assert table.names == ("id", "answer", "score", "when", "at", "named")
    for name, cells in ROWS.items():
        assert table.columns[table.place(name)] == cells
    assert table.columns[3][:2] == [dt.date(2024, 5, 1), dt.date(2024, 5, 2)]
    assert table.columns[4][:2] == [dt.datetime(2024, 5, 1, 9, 30), dt.datetime(2024, 5, 2, 18, 0, 30)]
    assert table.columns[5][:2] == [True, False]
    assert table.took == ("sheet 'Answers'", "1 error cell (#N/A and the like) read as blank")
    assert table.row(0) == 4
    assert read_table(MADE / f"answers{ending}").took == ("sheet 'Notes' (first of 2)",)
    with pytest.raises(InputError, match=r"no sheet 'Answer' \(--sheet\). Sheets: 'Notes', 'Answers'. Did you mean"):
        read_table(MADE / f"answers{ending}", sheet="Answer")


def test_libreoffice_agrees(tmp_path):
    """What LibreOffice itself makes of our .xls fixture, read by openpyxl, is what we read from it."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(MADE / "answers.xls")], capture_output=True, check=True)
    sheet = openpyxl.load_workbook(tmp_path / "answers.xlsx", data_only=True)["Answers"]
    rows = [[cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=4)]
    table = read_table(MADE / "answers.xls", sheet="Answers")
    assert [row[0] for row in rows] == table.columns[0]
    assert [None if str(row[1]).startswith("#") else row[1] for row in rows] == table.columns[1]


def test_macro_workbook(tmp_path):
    """An .xlsm is read as an .xlsx is; no macro is run."""
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        book.add_worksheet("A").write_row(0, 0, ["id", "text"])
        book.get_worksheet_by_name("A").write_row(1, 0, [1, "x"])
    (tmp_path / "a.xlsx").rename(tmp_path / "a.xlsm")
    table = read_table(tmp_path / "a.xlsm", sheet="A")
    assert table.columns == ([1], ["x"])


def test_binary_workbook(tmp_path):
    """An .xlsb gives its numbers and texts."""
    (tmp_path / "a.xlsb").write_bytes(xlsb({(2, 1): "id", (2, 2): "text", (3, 1): 1.0, (3, 2): "é", (4, 1): 2.5}))
    table = read_table(tmp_path / "a.xlsb")
    assert table.names == ("id", "text")
    assert table.columns == ([1, 2.5], ["é", None])
    assert table.row(0) == 4


def ods(rows: str, manifest: str = "") -> bytes:
    """An OpenDocument sheet with these rows."""
    spaces = " ".join(f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "table", "text"))
    body = f'<office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body>'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml", f'<?xml version="1.0"?><office:document-content {spaces}>{body}</office:document-content>'
        )
        archive.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return made.getvalue()


def row(*cells: str, repeated: int = 1, columns: int = 1) -> str:
    made = "".join(
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{made}</table:table-row>'


def test_repeated_cells(tmp_path):
    """Rows that an .ods repeats in few bytes are read where they are few, and refused where they would fill the memory."""
    (tmp_path / "a.ods").write_bytes(ods(row("id", "text") + row("1", "x", repeated=3)))
    assert read_table(tmp_path / "a.ods").columns == (["1"] * 3, ["x"] * 3)
    said = r"reader broke off|needs more than|unpacks to more than|spreads over|Cell limit exceeded"
    for repeated, columns in ((1_000_000, 16_000), (9_000, 10_000)):
        (tmp_path / "b.ods").write_bytes(ods(row("id") + row("x" * 1000, repeated=repeated, columns=columns)))
        with pytest.raises(InputError, match=said):
            read_other(tmp_path / "b.ods", limits=Limits(1 << 29, 20, 1 << 26))


def test_tabs_and_line_breaks_of_an_opendocument(tmp_path):
    """Tabs and line breaks inside a cell part its words as they do on the screen, however their elements are written."""
    written = ("a<text:tab/>b", 'a<text:line-break/>b<text:tab text:x="1"></text:tab>c', "a <text:s/>b", "plain")
    (tmp_path / "a.ods").write_bytes(ods(row("text") + "".join(map(row, written))))
    assert read_table(tmp_path / "a.ods").columns == (["a\tb", "a\nb\tc", "a  b", "plain"],)


def test_long_durations_of_an_opendocument(tmp_path):
    """A duration of a day or more is one, as it is in other workbooks, and so is one below nothing."""
    cells = "".join(
        f'<table:table-row><table:table-cell office:value-type="time" office:time-value="{each}"/></table:table-row>'
        for each in ("PT30H00M00S", "-PT25H00M01.5S", "PT03H10M00S")
    )
    (tmp_path / "a.ods").write_bytes(ods(row("length") + cells))
    (lengths,) = read_table(tmp_path / "a.ods").columns
    assert lengths[0] == dt.timedelta(hours=30)
    assert lengths[1] == -dt.timedelta(hours=25, seconds=1.5)
    assert lengths[2] in {dt.time(3, 10), dt.timedelta(hours=3, minutes=10)}


def test_error_cells_of_an_opendocument(tmp_path):
    """Error cells are blank and counted, whoever wrote them, and only those of the sheet that is read."""
    error = (
        '<table:table-cell office:value-type="string" office:string-value=""{}><text:p>#N/A</text:p></table:table-cell>'
    )
    cells = error.format(' calcext:value-type="error"') + error.format(' table:number-columns-repeated="2"')
    sheet = row("a", "b", "c") + f"<table:table-row>{cells}</table:table-row>" + row("#1", "Err: none", "x")
    (tmp_path / "a.ods").write_bytes(ods(sheet))
    table = read_table(tmp_path / "a.ods")
    assert table.columns == ([None, "#1"], [None, "Err: none"], [None, "x"])
    assert table.took == ("3 error cells (#N/A and the like) read as blank",)


def test_error_cells_of_binary_workbooks(tmp_path):
    """Error cells of an .xlsb, typed in or of a formula, are blank and counted; a damaged .xls or .xlsb counts none."""
    errors = record(3, struct.pack("<IIB", 0, 0, 42)) + record(11, struct.pack("<IIBHI", 1, 0, 7, 0, 0))
    whole = xlsb({(0, 0): "id", (0, 1): "x", (1, 1): 2.0})
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            more = record(0, struct.pack("<I", 2) + bytes(13)) + errors + record(146)
            new.writestr(name, part[:-3] + more if name.endswith("sheet1.bin") else part)
    (tmp_path / "a.xlsb").write_bytes(made.getvalue())
    table = read_table(tmp_path / "a.xlsb")
    assert table.columns[1][0] == 2
    assert table.took == ("2 error cells (#N/A and the like) read as blank",)
    book = (MADE / "answers.xls").read_bytes()
    assert xls_errors(book, 1) == 1
    assert (xls_errors(book, 0), xls_errors(book, 9), xls_errors(book[:700], 1)) == (0, 0, 0)
    for place in range(0, len(book), 97):
        assert xls_errors(book[:place] + b"\xff\xff\xff\x7f" + book[place + 4 :], 1) >= 0
    assert (xlsb_errors(whole, 0), xlsb_errors(whole, 3), xlsb_errors(made.getvalue(), 0)) == (0, 0, 2)


@pytest.mark.parametrize("far", [(1_048_575, 16_383), (40_000, 500)])
def test_cells_far_apart(tmp_path, far):
    """An .xlsb whose cells stand far apart is refused, whether the reader aborts on it or makes the grid."""
    (tmp_path / "a.xlsb").write_bytes(xlsb({(0, 0): "id", far: 1.0}))
    with pytest.raises(InputError, match=r"reader broke off|needs more than|spreads over 40001 rows and 501 columns"):
        read_table(tmp_path / "a.xlsb")


def test_unpacked_size(tmp_path):
    """A zip that unpacks to far more than a workbook is refused before any reader sees it."""
    data = io.BytesIO(xlsb({(0, 0): "id", (1, 0): 1.0}))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media.bin", bytes(120_000_000))
    (tmp_path / "a.xlsb").write_bytes(data.getvalue())
    with pytest.raises(InputError, match="unpacks to more than a workbook can"):
        read_table(tmp_path / "a.xlsb")


def test_wrong_names(tmp_path):
    """A workbook under another's name, a page or a text under the name .xls: each is told for what it is."""
    made = {
        "a.ods": ((MADE / "answers.xls").read_bytes(), r"is a .xls workbook under the name .ods. Rename it to .xls"),
        "a.xlsb": ((MADE / "answers.ods").read_bytes(), r"is a .ods workbook under the name .xlsb. Rename it to .ods"),
        "a.xls": (xlsb({(0, 0): "a"}), r"is a .xlsb workbook under the name .xls. Rename it to .xlsb"),
        "b.xls": (
            b"<html><table><tr><td>id</td></tr></table></html>",
            r"is an HTML page under the name .xls. Save it as .xlsx",
        ),
        "c.xls": (b"id,text\n1,a\n", r"is text under the name .xls. Save it as .xlsx"),
        "d.xls": (b"", r"is no readable .xls workbook"),
        "e.ods": (b"PK\x03\x04", r"is no readable workbook"),
        "f.ods": (bytes(100), r"is no readable .ods workbook"),
    }
    for name, (data, said) in made.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InputError, match=said):
            read_table(tmp_path / name)


def test_passwords(tmp_path):
    """A workbook with a password says so, whichever its kind."""
    (tmp_path / "a.ods").write_bytes(ods(row("id"), "<encryption-data/>"))
    ole = (MADE / "answers.xls").read_bytes()
    (tmp_path / "a.xlsb").write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    begin = ole.index(struct.pack("<HHH", 0x809, 16, 0x600))
    kind = begin + 20
    (tmp_path / "a.xls").write_bytes(ole[:kind] + struct.pack("<H", 0x2F) + ole[kind + 2 :])
    for name in ("a.ods", "a.xlsb", "a.xls"):
        with pytest.raises(InputError, match="is protected by a password"):
            read_table(tmp_path / name)


def test_empty_sheets(tmp_path):
    """A sheet without cells is told; one with a header only has no rows."""
    (tmp_path / "a.ods").write_bytes(ods(row("")))
    with pytest.raises(InputError, match=r"sheet 'A' is empty"):
        read_table(tmp_path / "a.ods")
    (tmp_path / "b.ods").write_bytes(ods(row("id", "text")))
    assert read_table(tmp_path / "b.ods").size == 0


@pytest.mark.parametrize("place", range(40, 6_600, 820))
def test_damaged_workbooks_are_read_or_refused(tmp_path, place):
    """However an .xls is damaged, it is read or refused in one line."""
    data = bytearray((MADE / "answers.xls").read_bytes())
    data[place : place + 4] = b"\xff\xff\xff\x7f"
    (tmp_path / "a.xls").write_bytes(data)
    try:
        said = str(read_table(tmp_path / "a.xls").names)
    except InputError as error:
        said = str(error)
    assert said
    assert "\n" not in said


def test_a_damaged_record(tmp_path):
    """An .xlsb whose records say lengths that they do not have is refused."""
    cells = {(0, 0): "id", (1, 0): 1.0}
    whole = xlsb(cells)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[:-4] + record(6, b"\xff" * 12)[:6] if name.endswith("sheet1.bin") else data)
    (tmp_path / "a.xlsb").write_bytes(made.getvalue())
    with pytest.raises(InputError):
        read_table(tmp_path / "a.xlsb")

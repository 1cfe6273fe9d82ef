"""Texts that attack what shows them: formulas in spreadsheets, markup in pages, control characters on terminals."""

import csv
import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import bs4
import openpyxl
import pytest
from tests.cli.conftest import run
from tests.hostile.injected import FORMULAS, PAGES, TERMINALS, hostile_survey, journey, outputs

RUN = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"[+-]?[\d.,() -]*\d[\d.,() -]*%?(?:[eE][+-]?\d+)?")
TRUTHS = {"of:=TRUE()", "of:=FALSE()"}
"""How LibreOffice keeps a cell that is true or false."""
SPREADSHEET = {".csv", ".xlsx", ".ods"}
DANGEROUS = (
    "script",
    "iframe",
    "object",
    "embed",
    "base",
    "meta",
    "link",
    "form",
    "style",
    "img",
    "textarea",
    "title",
    "math",
)
ADDRESSES = ("href", "src", "action", "data", "xlink:href", "srcdoc", "formaction")


@pytest.fixture(scope="module", name="formulas")
def _formulas(tmp_path_factory):
    """A survey whose every text is a formula, and all that the commands made of it."""
    folder = hostile_survey(tmp_path_factory.mktemp("formulas"), FORMULAS)
    journey(folder)
    return folder


def leads_out(cell, book) -> bool:
    """Whether a cell is a link to anything but a sheet of its own workbook, such as a table of contents has."""
    link = cell.hyperlink
    sheets = {f"'{name}'!A1".replace("''", "'") for name in book.sheetnames} | {
        f"{name}!A1" for name in book.sheetnames
    }
    return link is not None and (link.target is not None or link.location not in sheets)


def test_no_cell_of_a_workbook_is_a_formula(formulas):
    """No cell of any workbook that a command writes is a formula or a link, whatever stands in the survey."""
    books = outputs(formulas, ".xlsx")
    assert len(books) >= 9
    for path in books:
        book = openpyxl.load_workbook(path)
        for sheet in book:
            cells = [cell for row in sheet.iter_rows() for cell in row]
            assert [cell.coordinate for cell in cells if cell.data_type == "f" or leads_out(cell, book)] == [], path


def test_no_cell_of_a_text_table_is_run(formulas):
    """No cell of any CSV that a command writes begins as a formula does, but for plain numbers."""
    tables = outputs(formulas, ".csv")
    assert len(tables) >= 7
    for path in tables:
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = {cell for row in csv.reader(file) for cell in row}
        assert [cell for cell in cells if RUN.match(cell) and not NUMBER.fullmatch(cell)] == [], path


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not there")
def test_libreoffice_runs_nothing(formulas, tmp_path):
    """LibreOffice opens all of them and finds neither a formula nor a link."""
    names = {}
    for number, path in enumerate(outputs(formulas, ".xlsx", ".csv")):
        names[f"t{number}"] = path
        shutil.copy(path, tmp_path / f"t{number}{path.suffix}")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [str(path) for path in sorted(tmp_path.iterdir()) if path.suffix in SPREADSHEET]
    command = ["soffice", profile, "--headless", "--convert-to", "fods", "--outdir", str(tmp_path / "flat"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=170)
    flat = sorted((tmp_path / "flat").glob("*.fods"))
    assert len(flat) == len(files)
    for path in flat:
        text = path.read_text(encoding="utf-8")
        assert set(re.findall('table:formula="([^"]*)"', text)) <= TRUTHS, names[path.stem]
        assert [link for link in re.findall('<text:a [^>]*xlink:href="([^"]*)"', text) if link[0] != "#"] == []


def page_of(folder: Path, payloads) -> bs4.BeautifulSoup:
    """The report's page of a survey with these texts, as a browser parses it."""
    folder.mkdir()
    journey(hostile_survey(folder, payloads))
    return bs4.BeautifulSoup((folder / "out" / "report" / "report.html").read_text(encoding="utf-8"), "html5lib")


@pytest.mark.slow
def test_no_markup_of_a_survey_stands_in_a_page(tmp_path):
    """A report of a survey full of markup has the same scripts, frames, styles and addresses as one of plain words."""
    plain = page_of(tmp_path / "plain", [f"word{number} x" for number in range(len(PAGES))])
    page = page_of(tmp_path / "hostile", PAGES)
    counts = [Counter(each.name for each in soup.find_all(DANGEROUS)) for soup in (plain, page)]
    assert counts[0] == counts[1]
    for element in page.find_all(True):
        assert [name for name in element.attrs if name.lower().startswith("on")] == [], element.name
        for name in ADDRESSES:
            said = str(element.attrs.get(name, "")).strip().lower()
            assert not said.startswith(("javascript:", "http:", "https:", "//", "data:text")), (element.name, said[:80])
    for path in outputs(tmp_path / "hostile", ".svg"):
        names = {each.tag.rpartition("}")[2] for each in ET.parse(path).iter()}
        assert not names & {"script", "foreignObject", "image", "a"}, path
    for path in outputs(tmp_path / "hostile", ".md"):
        assert not re.search(r"(?<!\\)<(script|img|svg|iframe|base|meta|style)", path.read_text(encoding="utf-8")), path


def harmless(character: str) -> bool:
    """Whether a character steers no terminal: no control character but the line's end, none that turns text round."""
    return character in "\n\u200c\u200d" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def steering(text: str) -> set[str]:
    """The characters of a text that steer a terminal."""
    return {character for character in text if not harmless(character)}


@pytest.mark.slow
def test_nothing_steers_a_terminal(tmp_path):
    """Whatever stands in a survey, no command says a control character, on standard output or error."""
    said = journey(hostile_survey(tmp_path, TERMINALS))
    assert {words: steering(done.out + done.err) for words, done in said.items() if steering(done.out + done.err)} == {}


@pytest.mark.parametrize(
    "name", ["\x1b[31mred.csv", "\x1b]52;c;ZXZpbA==\x07.csv", "\u202evsc.x.csv", "a\nb\rc.csv", "\x9b31m.csv"]
)
def test_no_file_name_steers_a_terminal(tmp_path, name):
    """A file's name says nothing to a terminal, whether the file is read, refused or not there."""
    (tmp_path / name).write_text("id,why\n1,rent\n2,\x1b[31mfees\n", encoding="utf-8")
    (tmp_path / f"bad{name}").write_bytes(b"id,why\n\xff\xfe\xff\n")
    for words in (
        ["check", name], ["check", f"bad{name}"], ["check", f"no{name}"], ["audit", "draw", name, "--text", "why", "-o", f"o{name}"],
        ["tally", name], ["check", name, "--text", name], ["redact", name, "-o", f"r{name}"], ["models", "show", name],
        ["codeframe", "check", name], ["init", name], ["report", name], [name],
    ):  # fmt: skip
        done = run(*words, cwd=tmp_path)
        assert steering(done.out + done.err) == set(), words
        assert "bug of ours" not in done.err, words


def test_file_names_are_no_formulas(tmp_path):
    """A file whose name is a formula leaves none in what is made of it."""
    name = "=1+1 -2.csv"
    (tmp_path / name).write_text("id,why\n" + "".join(f"{row},rent\n" for row in range(9)), encoding="utf-8")
    for words in (
        ["check", name, "-o", "c.xlsx"],
        ["check", name, "-o", "c.csv"],
        ["audit", "draw", name, "--text", "why", "-o", "a.csv"],
    ):
        run(*words, cwd=tmp_path)
    cells = [cell for sheet in openpyxl.load_workbook(tmp_path / "c.xlsx") for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []

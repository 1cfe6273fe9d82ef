"""The published figures in the report of the demo survey: page, workbook and Markdown say the same, to the digit."""

import re
from typing import Any

import bs4
import openpyxl
import pytest

from freetext import report
from freetext.files.project.demo import write_demo
from freetext.tallies.rounding import points

TOTAL, LA, CHARITY, IFA, VAA, OTHER = "Total", "local authority", "charity", "IFA", "VAA", "other"
FIGURES = {
    "type": {
        (LA, TOTAL): (32, 13),
        (CHARITY, TOTAL): (12, 5),
        (IFA, TOTAL): (32, 13),
        (VAA, TOTAL): (22, 9),
        (OTHER, TOTAL): (2, 1),
    },
    "levels": {("incremental", TOTAL): (88, 36), ("game-changing", TOTAL): (39, 16)},
    "dedicated_resource": {
        ("yes", TOTAL): (49, 20),
        ("no", TOTAL): (51, 21),
        ("yes", LA): (54, 7),
        ("yes", IFA): (38, 5),
        ("yes", VAA): (33, 3),
        ("yes", CHARITY): (80, 4),
        ("yes", OTHER): (100, 1),
    },
    "game_changing": {
        ("yes", TOTAL): (46, 19),
        ("no", TOTAL): (54, 22),
        ("yes", LA): (62, 8),
        ("yes", IFA): (23, 3),
        ("yes", VAA): (44, 4),
        ("yes", CHARITY): (60, 3),
        ("yes", OTHER): (100, 1),
    },
    "barrier": {
        ("resource", TOTAL): (56, 23),
        ("risk-aversion", TOTAL): (17, 7),
        ("capability", TOTAL): (7, 3),
        ("culture", TOTAL): (5, 2),
        ("resource or risk aversion", LA): (77, 10),
    },
    "encourage": {
        ("seed funding", TOTAL): (46, 16),
        ("joining with others", TOTAL): (20, 7),
        ("evidence of efficacy", TOTAL): (20, 7),
        ("extra staff", TOTAL): (14, 5),
    },
}
ISSUES = [
    "adolescent mental health",
    "placement sufficiency",
    "adolescent safeguarding",
    "youth crime",
    "placement stability",
]

Cells = dict[str, dict[tuple[str, str], tuple[str, str]]]
"""Of each table, by its second line: (row, column) -> (percentage, count), as they are printed."""


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report") / "survey"
    write_demo(folder)
    report(folder / "survey.csv", folder / "report", project=folder)
    return folder / "report"


def bare(text):
    """A head or a label without the marks of small bases and of escapes."""
    return " ".join(
        text.replace("\\", "").replace("\xa0", " ").replace("&emsp;", "").replace("**", "*").strip(" *").split()
    )


def of_page(folder):
    """What a browser's reader sees: for each table by its second line, (row, column) -> (percentage, count)."""
    soup: Any = bs4.BeautifulSoup((folder / "report.html").read_text(encoding="utf-8"), "html5lib")
    found: Cells = {}
    for table in soup.select("table.tally"):
        if "ranking" in table.caption.get_text():
            continue  # of which the order and the scores are published
        heads = [cell.get("data-name") for cell in table.thead.find_all("th")]
        cells = found.setdefault(table.caption.select_one(".of").get_text(strip=True), {})
        for line in table.select("tbody.rows tr"):
            row, said = bare(line.th.get_text()), line.find_all("td")
            if "alone" in table["class"]:
                cells[row, TOTAL] = (said[0].get_text(strip=True), said[2].get_text(strip=True))
                continue
            for head, cell in zip(heads[1:], said, strict=True):
                share, below = cell.select_one(".pc").get_text(strip=True), cell.select_one(".below")
                cells[row, head] = (share, below.get_text(strip=True).split(" · ")[0])
    return found


def of_markdown(folder):
    """The same out of the Markdown."""
    found: Cells = {}
    parts = re.split(r"^### .*$", (folder / "report.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    for part in parts:
        lines = part.strip().splitlines()
        block = re.search(r"(?:^\|.*\n?)+", part, re.MULTILINE)
        table = [[bare(cell) for cell in line[1:-1].split("|")] for line in block[0].splitlines()] if block else []
        cells = found.setdefault(bare(lines[0]), {})
        for line in table[2:]:
            for head, cell in zip(table[0][1:], line[1:], strict=True):
                if match := re.fullmatch(r"(\d+ %) \(([\d,]+)\)", cell):
                    cells[line[0], bare(head)] = (match[1], match[2])
    return found


def of_workbook(folder):
    """The same out of the workbook's cells, shares as the format 0 % shows them."""
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    found: Cells = {}
    for sheet in book.worksheets:
        rows = [list(row) for row in sheet.iter_rows()]
        place = next(
            (at for at, row in enumerate(rows) if len(row) > 2 and row[1].value == "%" and row[2].value == "n"), None
        )
        if place is None:
            continue
        cells = found.setdefault(str(rows[1][0].value), {})
        heads = {at: bare(str(cell.value)) for at, cell in enumerate(rows[place - 1]) if at and cell.value}
        for row in rows[place + 1 :]:
            for at, head in heads.items():
                share, count = row[at], row[at + 1]
                if share.number_format == "0%" and count.number_format == "#,##0":
                    cells[bare(str(row[0].value)), head] = (f"{points(share.value)} %", f"{count.value:,}")
    return found


FACES = {"page": of_page, "Markdown": of_markdown, "workbook": of_workbook}


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("question", FIGURES)
def test_every_published_figure_stands_in_every_face(survey, face, question):
    """Percentage and count of each published figure are in the page, in the workbook and in Markdown."""
    tables = {of: cells for of, cells in FACES[face](survey).items() if of.split(",")[0] == question}
    said = {key: value for cells in tables.values() for key, value in cells.items()}
    assert {key: said.get(key) for key in FIGURES[question]} == {
        key: (f"{percent} %", str(count)) for key, (percent, count) in FIGURES[question].items()
    }


def test_the_three_faces_agree_on_every_cell(survey):
    """Whatever table stands in one face stands in the others, with the same percentages and counts."""
    page, markdown, workbook = (read(survey) for read in FACES.values())
    for other in (markdown, workbook):
        assert {of for of in other if other[of] and ", ranking" not in of} == set(page)
    assert len(page) >= 11
    for of in page:
        assert page[of] == markdown[of] == workbook[of], of


def test_the_issues_stand_in_their_published_order(survey):
    """The ranking's items come in the published order in page, Markdown and workbook."""
    page = (survey / "report.html").read_text(encoding="utf-8")
    soup: Any = bs4.BeautifulSoup(page, "html5lib")
    tables = [table for table in soup.select("table") if table.caption and "ranking" in table.caption.get_text()]
    labels = [bare(line.th.get_text()) for line in tables[0].select("tbody.rows tr")]
    book = openpyxl.load_workbook(survey / "tables.xlsx")
    cells = [str(row[0].value) for row in book["issues"].iter_rows()]
    text = (survey / "report.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if re.match(r"\| [1-5] ", line)][: len(ISSUES)]
    for said in (
        labels,
        [cell for cell in cells if re.match(r"[1-5] ", cell)],
        [line.split(" | ")[0] for line in lines],
    ):
        assert [re.sub(r"^[|\s]*\d=?\s*", "", each) for each in said] == ISSUES


def test_the_finding_sets_local_authorities_against_agencies(survey):
    """The report says itself what was published of investment: 62 % of local authorities against 23 % of agencies."""
    text = (survey / "report.md").read_text(encoding="utf-8")
    assert re.search(r"62 % in local authority \(8 of 13\) against 23 % in IFA \(3 of 13\)", text)

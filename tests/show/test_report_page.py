"""A report as a page: what a reader, a browser and a screen reader find in it."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from html5lib import HTMLParser
from tests.show.report_example import THEMES, alone, crossed, estimated, example, protected, ranking

from freetext.reports.report import Entry, Report, Section
from freetext.show.notes import footnotes
from freetext.show.numbers import count, fixed, interval, marked_percent
from freetext.show.report_page import page, written

STAY = "\u00a0"


@pytest.fixture(scope="module")
def text():
    return page(example())


@pytest.fixture(scope="module")
def tree(text):
    return parsed(text)


def parsed(text):
    return BeautifulSoup(text, "html5lib")


def shown(element):
    return " ".join(element.get_text().split())


def values(tree, *names):
    """The values of all attributes of these names."""
    return [
        part
        for name in names
        for part in " ".join(each.get_attribute_list(name)[0] for each in tree.select(f"[{name}]")).split()
    ]


def drawn(*tables):
    return parsed(page(Report("t", "", (), (Section("s", "s", (), tables),), (), ())))


def cells(tree, part="rows"):
    return [[shown(each) for each in row.select("td")] for row in tree.select(f"tbody.{part} tr")]


def test_landmarks_and_headings(tree):
    """There is one header, navigation, main part and footer, one first heading, and no heading skips a level."""
    for landmark in ("header", "nav", "main", "footer"):
        assert len(tree.select(f"body > {landmark}, body > .layout > {landmark}")) == 1, landmark
    levels = [int(each.name[1]) for each in tree.select("body :is(h1, h2, h3, h4):not(dialog *)")]
    assert Counter(levels)[1] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert tree.html["lang"] == "en"
    assert tree.select("body > a")[0]["href"] == "#main"


def test_a_browser_has_nothing_to_mend(text):
    """The page is parsed by the rules of HTML without one error."""
    HTMLParser(strict=True).parse(text)


def test_ids_are_unique_and_links_lead_somewhere(tree):
    """No id stands twice, whatever anchors and names the report has, and whatever is referred to is there."""
    ids = [each["id"] for each in tree.select("[id]")]
    assert len(ids) == len(set(ids))
    assert not [each for each in ids if re.search(r"\s", each)]
    links = [each.removeprefix("#") for each in values(tree, "href") if each != "data:,"]
    assert {*links, *values(tree, "aria-labelledby", "aria-describedby", "for")} <= set(ids)
    assert links.count("contents") == len(example().sections)


def test_nothing_is_loaded(tree):
    """No address, no event handler and no inline style stands in the page; its policy forbids what its hashes do not name."""
    assert not [
        each for each in values(tree, "href", "src", "action", "srcset", "data") if not each.startswith(("#", "data:,"))
    ]
    assert not [name for each in tree.select("*") for name in each.attrs if name.startswith("on") or name == "style"]
    for part in (tree.style.string, tree.select("script:not([type])")[0].string):
        assert not re.search(r"url\((?!#p\d\))|@import|https?:|import\(|fetch|XMLHttp|WebSocket|eval", part)
    (policy,) = [each["content"] for each in tree.select("meta[http-equiv=Content-Security-Policy]")]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_every_head_has_its_scope(tree):
    """Every head of a table says whether it heads a column or a row; every table has a caption, and its region is named by it."""
    assert {each["scope"] for each in tree.select("thead th")} == {"col"}
    assert {each["scope"] for each in tree.select("tbody th")} == {"row"}
    for table in tree.select("table"):
        region = table.parent
        assert (region["role"], region["tabindex"]) == ("region", "0")
        assert region["aria-labelledby"] == table.caption["id"]
        widths = {len(row.select("th, td")) for row in table.select("tr")}
        assert len(widths) == 1


def test_numbers_of_a_cross_tab():
    """Percentages, letters, counts and intervals are those of every other face; bases and mentions stand around them."""
    table = crossed()
    assert cells(drawn(table)) == [
        [
            " ".join(
                part for part in (marked_percent(cell), cell.letters, f"{count(cell.count)} · {interval(cell)}") if part
            )
            for cell in row.cells
        ]
        for row in table.rows
    ]
    assert cells(drawn(table), "bases") == [["41", "13", "5", "23"]]
    assert cells(drawn(table), "mentions") == [["72", "20", "8", "44"], ["1.76", "1.54", "1.60", "1.91"]]
    assert [shown(each) for each in drawn(table).select("thead th")][1:] == [
        *("Total *", "local authority ** (A)", "charity & co ** (B)", "<b>agency</b> ** (C)")
    ]


def test_numbers_of_a_total():
    """The total alone has a column for each figure: share, interval, respondents, mentions; the base stands with the respondents."""
    table = alone(crossed())
    tree = drawn(table)
    assert [shown(each) for each in tree.select("thead th")][1:] == [
        "Total * share",
        "95 % interval",
        "Respondents",
        "Of mentions",
    ]
    firsts = [row.cells[0] for row in table.rows]
    assert [row[:3] for row in cells(tree)] == [
        [marked_percent(cell), interval(cell), count(cell.count)] for cell in firsts
    ]
    assert cells(tree, "bases") == [["", "", "41", ""]]


def test_what_a_machine_coded():
    """Estimates stand beside what the codes alone say and both parts of their intervals; where there is none, the cell says why."""
    tree = drawn(alone(estimated()))
    assert [shown(each) for each in tree.select("thead th")][5:] == ["As coded", "From coding", "From sampling"]
    assert cells(tree)[0] == ["56 %", "41-70", "23", "32 %", "56 %", "51-60", "43-69"]
    first = cells(drawn(estimated()))[0]
    assert first == ["56 % 23 · 41-70", "~46 % 6 · audit too small (4)", "** 3", "~61 % AB 14"]


def test_what_is_hidden():
    """A hidden cell shows its mark alone: no count, no interval, nothing to sort by, no answers."""
    tree = drawn(protected())
    assert cells(tree)[0][1:3] == ["*", "*"]
    hidden = tree.select("tbody.rows tr td:nth-child(4)")
    assert {shown(each) for each in hidden} == {"*"}
    assert [each.attrs for each in hidden if each.attrs] == []
    assert cells(tree, "bases")[0][2] == "*"


def test_numbers_of_a_ranking():
    """A ranking shows scores, first choices and mean rank, and the scores of the other columns."""
    tree = drawn(ranking())
    assert [shown(each) for each in tree.select("thead th")][1:] == [
        "Total * score",
        "First choice",
        "Mean rank",
        "local authority ** score",
    ]
    assert [[row[0], row[1].split()[0], *row[2:]] for row in cells(tree)] == [
        [
            fixed(row.cells[0].score, 2),
            marked_percent(row.cells[0]).split()[0],
            fixed(row.cells[0].mean_rank, 1),
            fixed(row.cells[1].score, 2),
        ]
        for row in ranking().rows
    ]
    assert [shown(each) for each in tree.select("tbody.rows th")] == [
        "1 mental health",
        "2= placements",
        "2= youth crime",
    ]


def test_rows_keep_their_tree():
    """Nets and their children are told apart by more than their looks, and reserved rows are known to stay last."""
    rows = drawn(crossed()).select("tbody.rows tr")
    assert [row.get("class") for row in rows].index(["net"]) == THEMES.index("inside")
    assert [row.get("data-depth") for row in rows][2:5] == ["1", "1", "1"]
    assert [row.has_attr("data-last") for row in rows][-2:] == [True, True]


def test_notes_are_those_of_all_faces(tree):
    """The foot of each table holds the footnotes that every other face shows."""
    tables = [table for section in example().sections for table in section.tables]
    feet = [
        [shown(note) for note in each.select(".notes li")]
        for each in tree.select(".tabled")
        if each.select("table.tally")
    ]
    assert feet == [[note.replace(STAY, " ") for note in footnotes(table)] for table in tables]


def test_all_that_a_report_says_is_there(tree):
    """Warnings come before headlines, then each section with its findings, charts, tables, listings and quotes, methods and provenance."""
    heads = [shown(each) for each in tree.select("main h2")]
    sections = [section.title for section in example().sections]
    assert heads == ["Before you read a number", "Headlines", *sections, "Methods", "Provenance"]
    first = tree.select("main section.question")[0]
    assert [shown(each) for each in first.select(".findings li")] == list(example().sections[0].findings)
    assert [shown(each) for each in first.select("figure .finding")] == [
        *("Resource leads (56 %).", "Half choose option 0.", "Heat", "They agree.", "Nothing moves.")
    ]
    assert [shown(each) for each in first.select("table.listing tbody tr > *")][:4] == [
        "resource",
        "57 %",
        "1,234",
        "-",
    ]
    assert len(first.select("blockquote")) == len(example().sections[0].quotes)
    assert shown(tree.select(".methods p")[0]) == example().methods[0]
    assert shown(tree.select(".provenance dd")[0]) == example().provenance[0].value


def test_an_empty_report_is_a_page():
    """A report with nothing in it is a page without empty lists, dialog and data."""
    tree = parsed(page(Report("t", "", (), (), (), ())))
    assert not tree.select("main *, dialog, script[type]")


def test_a_table_without_rows_or_respondents():
    """No row, or a base of nobody, is no fault."""
    empty = replace(crossed(), rows=())
    assert cells(drawn(empty, alone(empty))) == []


def test_numbers_never_lose_their_percent_sign(tree):
    """In sentences, a number and its percent sign stay on one line."""
    said = tree.select(".headlines li")[0].get_text()
    assert said == f"Resource is named by 23 of 41 (56{STAY}%)."


@pytest.mark.parametrize(
    ("entry", "seen"),
    [
        (Entry(0.565, "percent"), "57 %"), (Entry(1234, "count"), "1,234"), (Entry(0.5, "number"), "0.50"), (Entry(3, "number"), "3.00"),
        (Entry(None, "percent"), "-"), (Entry(None), ""), (Entry(True), "yes"), (Entry(False), "no"), (Entry(2.5), "2.50"), (Entry("x"), "x"),
    ],
)  # fmt: skip
def test_cells_of_a_listing(entry, seen):
    """Each style is written as its numbers are written everywhere."""
    assert written(entry) == seen


def test_the_page_says_what_its_thin_lines_are(tree):
    """Below a chart with intervals stands what its thin lines are; one without them says nothing of lines."""
    charts = [chart for section in example().sections for chart in section.charts]
    for chart, drawn in zip(charts, tree.select("figure.chart-of"), strict=True):
        known = chart.kind in {"bars", "dumbbell", "trend"} and any(
            high is not None for each in chart.series for high in each.high
        )
        assert shown(drawn.select_one(".base")).endswith("Thin lines: 95 % intervals.") == known

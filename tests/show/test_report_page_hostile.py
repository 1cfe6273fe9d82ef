"""A page of hostile words is harmless, and carries no more answers than it may."""

import json
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.show.report_example import BASES, GIVEN, HOSTILE, THEMES, crossed, example, protected, verbatims

from freetext.reports.report import Chart, Fact, Quote, Report, Section, Series
from freetext.show.report_page import page
from freetext.show.report_page_verbatims import as_data, paragraphs

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\ud800-\udfff]")


def parsed(text):
    return BeautifulSoup(text, "html5lib")


@pytest.fixture(scope="module")
def text():
    return page(example())


@pytest.fixture(scope="module")
def tree(text):
    return parsed(text)


@pytest.fixture(scope="module")
def data(tree):
    return json.loads(tree.select("#verbatims")[0].string)


def test_hostile_words_make_no_mark(tree):
    """Whatever answers, names and titles hold, the page has its own two scripts and no other, and no image."""
    assert len(tree.select("script")) == 2
    assert not tree.select("img, b, iframe, object, embed, form, base")
    assert "<script>window.harmed = 1</script>" in tree.select("blockquote")[0].get_text()


def test_no_control_or_bidirectional_character(text):
    """No character that turns text round or steers a terminal is in the page, and every character can be written as UTF-8."""
    assert not FORBIDDEN.search(text)
    assert text.encode()


def test_data_of_the_answers_ends_no_script(text, data):
    """The answers stand in the page as data that can neither end their script nor begin a comment, and are read back as they were."""
    (raw,) = re.findall(r'<script type="application/json" id="verbatims">(.*?)</script>', text, re.DOTALL)
    assert not set("<>&") & set(raw)
    assert data[0]["texts"] == [paragraphs(each) for each in verbatims().texts]
    assert data[0]["texts"][6] == "first line\nsecond line\n\nlast line"


def test_every_number_has_its_answers(tree, data):
    """What a cell leads to is as many answers as it counts, by theme and column, and all of a base."""
    (table,) = tree.select("table[data-section='0'][data-banner='type']")
    for row, (theme, counts) in enumerate(zip(THEMES, GIVEN, strict=True)):
        assert THEMES[row] == theme
        for cell, expected in zip(table.select("tbody.rows tr")[row].select("td"), counts, strict=True):
            assert cell.has_attr("data-row") == (expected > 0)
            if expected:
                assert int(cell["data-count"]) == len(found(data[0], cell)) == expected
    bases = table.select("tbody.bases td")
    assert [len(found(data[0], cell)) for cell in bases] == list(BASES)


def found(data, cell):
    """The answers behind a cell, as the page's script finds them."""
    row, column = int(cell["data-row"]), int(cell["data-column"])
    answers = range(len(data["ids"])) if row < 0 else data["given"][row]
    return [answer for answer in answers if column < 0 or data["columns"]["type"][answer] == column]


def test_a_part_says_of_how_many(data):
    """Where a page carries a part of the answers, it knows how many there are."""
    assert (len(data[1]["ids"]), data[1]["total"]) == (41, 8312)


def test_protected_tables_carry_no_answers(tree, data):
    """Beside a table under a disclosure profile no answers are carried: counting them would undo the protection."""
    assert data[2] is None
    assert not tree.select("table[data-section='2'] td[data-row]")
    assert example().sections[2].verbatims is not None


def test_answers_of_columns_with_hostile_names(tree):
    """A column is found by its name, whatever it holds; one that the answers do not know has none to show."""
    names = ("local authority", "charity & co", "other name")
    section = Section(
        "s",
        "s",
        (),
        (crossed(),),
        verbatims=replace(verbatims(), columns={"type": (names, verbatims().columns["type"][1])}),
    )
    tree = parsed(page(Report("t", "", (), (section,), (), ())))
    assert [cell.get("data-column") for cell in tree.select("tbody.bases td")] == ["-1", "0", "1", None]


def test_without_answers_there_is_no_data():
    """A report without verbatims has neither a dialog nor data, and no number leads anywhere."""
    bare = page(Report("t", "", (), (Section("s", "s", (), (crossed(), protected())),), (), ()))
    assert "application/json" not in bare
    assert not parsed(bare).select("dialog, [data-row]")


@settings(max_examples=40)
@given(words=st.text(max_size=40) | st.sampled_from(HOSTILE))
def test_any_words_anywhere(words):
    """Whatever a text is, the page has the same marks as with another text in its place."""
    assert marks(words) == marks("x")


def marks(words):
    words = words.strip() and words
    words = words if paragraphs(words) else "x"
    series = (Series(words, (0.5,), ("50 %",)),)
    chart = Chart("bars", "n", "t", words, words, ("l",), series, words)
    section = Section(
        words, words, (words,), (replace(crossed(), notes=(words,)),), (chart,), (), (Quote("a", words, words, "c"),)
    )
    drawn = page(Report(words, words, (words,), (section,), (words,), (Fact(words, words),), (words,)))
    return [each.name for each in parsed(drawn).select("*") if each.name != "text"]


@given(st.lists(st.text()))
@settings(max_examples=40)
def test_data_is_read_back(texts):
    """Whatever the answers hold, their data is JSON that a page can hold."""
    count = len(texts)
    some = replace(
        verbatims(),
        ids=tuple(map(str, range(count))),
        texts=tuple(texts),
        who=("a",) * count,
        given=verbatims().given[:0].repeat(0, axis=0),
        columns={},
    )
    raw = as_data([some])
    assert not set("<>&\u2028\u2029") & set(raw)
    assert json.loads(raw)[0]["texts"] == [paragraphs(text) for text in texts]

"""A report as Markdown; markdown-it is the oracle."""

from dataclasses import replace
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt

from freetext.reports.report import Quote
from freetext.show.numbers import percent
from freetext.show.report_markdown import report_markdown, text

PATHS = {"barrier": "charts/barrier.png"}


def rendered(markdown):
    """The tokens of a renderer that knows tables and makes links of addresses."""
    return MarkdownIt("gfm-like").parse(markdown)


def flat(tokens):
    """All tokens, those within lines too."""
    for token in tokens:
        yield token
        yield from flat(token.children or ())


def headings(markdown):
    """Level and words of each heading."""
    tokens = rendered(markdown)
    return [(token.tag, "".join(each.content for each in after.children)) for token, after in pairwise(tokens) if token.type == "heading_open"]  # fmt: skip


def test_sections_and_tables_are_headings(report):
    """The title, each section, each table and listing, methods and provenance are headings, and nothing else is."""
    tables = [[table.title for table in section.tables] for section in report.sections]
    assert headings(report_markdown(report)) == [
        ("h1", report.title),
        ("h2", report.sections[0].title), *(("h3", title) for title in tables[0]), ("h3", "Closed beside open"),
        ("h2", "=1+1"), *(("h3", title) for title in tables[1]),
        ("h2", "Methods"), ("h2", "Provenance"),
    ]  # fmt: skip


def test_everything_a_report_says_stands_in_it(report):
    """Headlines, warnings, findings, quotes, methods and facts can be read in what is rendered."""
    shown = "\n".join(
        "".join(each.content for each in token.children)
        for token in rendered(report_markdown(report))
        if token.children
    )
    section = report.sections[0]
    for said in (
        *report.headlines,
        *report.warnings,
        *section.findings,
        *report.methods,
        *(fact.value for fact in report.provenance),
    ):
        assert said in shown
    assert section.quotes[0].text in shown
    assert percent(section.tables[0].rows[0].cells[0].share) in shown


def test_pictures_stand_where_their_path_is_known(report):
    """A chart is a picture with its finding and base where it was drawn, and left out elsewhere."""
    images = [token for token in flat(rendered(report_markdown(report, PATHS))) if token.type == "image"]
    assert [(image.attrs["src"], image.content) for image in images] == [("charts/barrier.png", report.headlines[0])]
    assert "Base: 41 who answered. Thin lines: 95 % intervals." in report_markdown(report, PATHS)
    assert "![" not in report_markdown(report)


def test_nothing_a_respondent_wrote_is_markup(report):
    """No link, picture, tag, heading, list or code of a quote or a theme gets through, and the words stay the same."""
    said = [
        "# big",
        "- item",
        "1. one",
        "![x](y)",
        "[a](http://b.org)",
        "<img src=x>",
        "http://example.org",
        "``` code",
        "a | b",
        "> deep",
        "---",
        "===",
    ]
    quotes = tuple(Quote("r", "Resource", each, "a | b") for each in said)
    bare = replace(report, sections=(replace(report.sections[0], tables=(), listings=(), quotes=quotes),))
    tokens = list(flat(rendered(report_markdown(bare))))
    kinds = {token.type for token in tokens}
    assert not kinds & {
        "link_open",
        "image",
        "html_inline",
        "html_block",
        "fence",
        "code_block",
        "ordered_list_open",
        "hr",
    }
    blocks = ["".join(each.content for each in token.children) for token in tokens if token.children]
    assert set(said) <= set(blocks)


@pytest.mark.parametrize(
    ("said", "written"), [("-5 %", "\\-5 %"), ("1. x", "1\\. x"), ("1.5 %", "1.5 %"), ("a - b", "a - b")]
)
def test_beginnings_are_set_off(said, written):
    """What would begin a list stands for itself; figures are left alone."""
    assert text(said) == written

"""A tally as Markdown."""

import re

from freetext.show.markdown import as_markdown, escaped
from freetext.show.numbers import percent
from freetext.tallies.banners import banner_of
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses, multi_responses
from freetext.tallies.ranks import ranking_responses

KINDS = ["LA", "LA", "LA", "IFA"]


def test_face_of_a_table():
    """Percentage and count stand in each column, the total's interval beside it, the notes below."""
    table = tally(closed_responses("q", ["a|b", "a|b", "c", "c"], title="How *so*?"), banner=banner_of("type", KINDS))
    assert as_markdown([table]) == (
        "### How \\*so\\*?\n\n"
        "q, one answer each, by type\n\n"
        "|  | Total \\*\\* | 95 % | LA \\*\\* | IFA \\*\\* |\n"
        "| --- | ---: | ---: | ---: | ---: |\n"
        "| Base: all who answered | 4 |  | 3 | 1 |\n"
        "| a\\|b | 50 % (2) | 15-85 | 67 % (2) | 0 % (0) |\n"
        "| c | 50 % (2) | 15-85 | 33 % (1) | 100 % (1) |\n\n"
        "- 15-85 and the like: 95 % interval (Wilson), in percentage points.\n"
        "- \\*\\* base under 30: read with care; a share near half is known to within 35 points at 4 and 45 points at 1.\n"
        "- Columns are not compared by tests: that takes two with a base of 30 or more.\n"
    )


def test_numbers_equal_the_tables():
    """Every share and count in the text is the table's, in its order."""
    values = [f"v{place % 7}" for place in range(60)]
    table = tally(closed_responses("q", values), banner=banner_of("type", (KINDS * 15)))
    shown = re.findall(r"(\d+ %) \((\d+)\)", as_markdown([table]))
    assert shown == [(percent(cell.share), str(cell.count)) for row in table.rows for cell in row.cells]


def test_shares_of_mentions_stand_behind_the_interval():
    """Where respondents may give several answers the total has its shares of mentions, in a column of their own."""
    text = as_markdown([tally(multi_responses("q", ["a;b", "a"]), banner=banner_of("t", ["x", "y"]))])
    assert "| 95 % | of mentions | x" in text
    assert re.search(r"^\| a \| 100 % \(2\) \| [\d-]+ \| 67 % \| ", text, re.MULTILINE)


def test_a_ranking_has_its_score():
    """A ranking shows place, score, first choices and mean rank, and the scores of the other columns."""
    ranked = ranking_responses("q", {"a": ["1", "1"], "b": ["2", "2"]})
    text = as_markdown([tally(ranked, banner=banner_of("t", ["x", "y"]))])
    assert "| 1 a | 1.00 | 100 % (2) | 1.0 | 1.00 | 1.00 |" in text


def test_every_line_of_a_table_has_as_many_cells():
    """Names cannot break a table: line breaks and bars are neutralised."""
    table = tally(closed_responses("q\n", ["a\n|", "\x1b[0m"]), banner=banner_of("b", ["x|y", "z\n"]))
    lines = [line for line in as_markdown([table]).splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {6}


def test_markup_in_a_name_stands_for_itself():
    """Whatever Markdown or HTML would read is escaped."""
    assert escaped("<b> _x_ [y](z)") == "\\<b\\> \\_x\\_ \\[y\\](z)"

"""A tally on a terminal."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.show.screens import display_width
from freetext.show.tables import terminal
from freetext.survey.codeframe import Codeframe, Theme
from freetext.tallies.banners import banner_of
from freetext.tallies.crosstab import tally
from freetext.tallies.opens import open_responses
from freetext.tallies.options import closed_responses, multi_responses
from freetext.tallies.ranks import ranking_responses

BARRIERS = ["Resource"] * 23 + ["Risk-aversion"] * 7 + ["Capability"] * 3 + ["Culture"] * 2 + ["None named"] * 6
FRAME = Codeframe(
    "why",
    (Theme("money", 1, "Money", net="means"), Theme("staff", 2, "Staff", net="means"), Theme("law", 3, "Law")),
    (Theme("means", 9, "Means"),),
)


def dedented(text):
    """A snapshot without the line that opens it."""
    return text.removeprefix("\n")


def test_face_of_a_frequency_table():
    """A table without a banner shows percentage, count, interval and bar, and its notes."""
    responses = closed_responses(
        "barrier", BARRIERS, title="Greatest barrier", reserved=[("None named", "none")], options=["Resource"]
    )
    assert terminal(tally(responses)) == dedented("""
Greatest barrier
barrier, one answer each

                          Total *
Base: all who answered         41
──────────────────────────────────────────────────────────────────
Resource                 56 %  23  41-70  █████████████▌
Risk-aversion            17 %   7   9-31  ████
Capability                7 %   3   3-19  ██
Culture                   5 %   2   1-16  █
None named               15 %   6   7-28  ███▌

41-70 and the like: 95 % interval (Wilson), in percentage points.
* base under 50: read with care; a share near half is known to within 15 points
at 41.
""")


def test_face_of_a_cross_tab_of_machine_codes():
    """Machine codes are marked, nets stand above their children, and what is missing is said below."""
    responses = open_responses("why", FRAME, [["money", "staff"], ["law"], []], ["model", "law=human", "human"])
    assert terminal(tally(responses, banner=banner_of("type", ["LA", "IFA", ""]))) == dedented("""
why
coded answers, by type

                          Total **       LA **     IFA **
Base: all who answered           3           1          1
Coded by people                  2           0          1
─────────────────────────────────────────────────────────
Means                     ~33 %  1   ~100 %  1     0 %  0
  Money                   ~33 %  1   ~100 %  1     0 %  0
  Staff                   ~33 %  1   ~100 %  1     0 %  0
Law                       ~33 %  1     ~0 %  0   100 %  1
─────────────────────────────────────────────────────────
Mentions                         3           2          1
Mentions per respondent       1.00        2.00       1.00

Percentages of respondents, who may have given several answers: they can add to
more than 100.
~ coded by machine and not audited: nobody knows yet how far off, so there is no
interval.
** base under 30: read with care.
1 of the base are in no column of type.
Columns are not compared by tests: that takes two with a base of 30 or more.
""")


def test_face_of_a_ranking():
    """A ranking names its score and shows place, score, first choices and mean rank."""
    responses = ranking_responses("issues", {"Health": ["1", "1", "2"], "Crime": ["2", "2", "1"]}, title="Issues")
    assert terminal(tally(responses, banner=banner_of("t", ["a", "a", "b"]))) == dedented("""
Issues
issues, ranking, by t

                                           Total **    a **    b **
Base: all who answered                            3       2       1
                         score  first  n  mean rank   score   score
───────────────────────────────────────────────────────────────────
1   Health                0.67   67 %  2        1.3    1.00    0.00
2   Crime                 0.33   33 %  1        1.7    0.00    1.00

** base under 30: read with care; a share near half is known to within 37 points
at 3 and 45 points at 1.
Score: mean Borda points, 1 for a first choice down to 0 for place 2.
Columns are not compared by tests: that takes two with a base of 30 or more.
""")


def test_face_of_a_weighted_table():
    """With weights the three bases stand below each other, and the notes say which figures are weighted."""
    table = tally(multi_responses("q", ["a;b", "b", "a"]), weights=[1, 2, 3])
    text = terminal(table)
    assert "Weighted base" in text
    assert "Effective base" in text
    assert "Percentages are weighted; counts are not." in text


names = st.text(alphabet=st.characters(exclude_categories=()), max_size=30)


@settings(max_examples=60)
@given(st.lists(st.tuples(names, names), min_size=1, max_size=12), st.integers(40, 120))
def test_lines_fit_and_no_number_is_cut(pairs, width):
    """Whatever the names, every line fits its width and every column's base and every share are there in full."""
    values, types = zip(*pairs, strict=True)
    if not any(value.strip() for value in values) or not any(kind.strip() for kind in types):
        return
    table = tally(closed_responses("q", values), banner=banner_of("by", types))
    text = terminal(table, width=width)
    assert all(display_width(line) <= width for line in text.splitlines())
    shown = re.findall(r"(\d+) %  +(\d+)", text)
    assert len(shown) >= sum(cell.share is not None for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_columns_that_do_not_fit_go_on_below(width):
    """Every column of a wide banner appears once, at any width."""
    kinds = [f"Kind {place:02d}" for place in range(20)]
    text = terminal(tally(closed_responses("q", ["a"] * 20), banner=banner_of("kind", kinds)), width=width)
    assert all(display_width(line) <= width for line in text.splitlines())
    assert re.findall(r"Kind \d\d", text) == kinds


def test_no_ansi_without_colour():
    """Colours come only when asked for, and the text is the same without them."""
    table = tally(open_responses("why", FRAME, [["money"]]))
    coloured = terminal(table, colour=True)
    assert "\x1b" not in terminal(table)
    assert re.sub(r"\x1b\[\d*m", "", coloured) == terminal(table)

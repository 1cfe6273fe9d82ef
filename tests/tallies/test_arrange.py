"""The order of rows, and which of them stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.tallies.arrange import arranged
from freetext.tallies.conventions import ORDERS, Conventions
from freetext.tallies.crosstab import tally
from freetext.tallies.options import multi_responses
from freetext.tallies.ranks import ranking_responses

NETS = [("Means", ["money", "staff"]), ("Outside", ["law", "press"])]
RESERVED = [("nil", "none"), ("dk", "dont-know"), ("misc", "other")]
SAID = ["law", "law;press", "press", "law;staff", "staff;money", "zeal", "zeal", "misc", "nil", "dk"]
OPTIONS = ["money", "staff", "law", "press", "zeal"]


def table(values=SAID, **conventions):
    """The table of these answers, arranged."""
    responses = multi_responses("q", values, options=OPTIONS, nets=NETS, reserved=RESERVED)
    return tally(responses, conventions=Conventions(**conventions))


def names(found):
    """The rows' names, indented by their depth."""
    return ["." * row.depth + row.name for row in found.rows]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("codeframe", ["Means", ".money", ".staff", "Outside", ".law", ".press", "zeal"]),
        ("size", ["Outside", ".law", ".press", "Means", ".staff", ".money", "zeal"]),
        ("name", ["Means", ".money", ".staff", "Outside", ".law", ".press", "zeal"]),
    ],
)
def test_rows_stand_in_the_order_asked_for(order, expected):
    """Nets and themes are ordered among their own, children below their net, reserved codes last in their own order."""
    assert names(table(order=order)) == [*expected, "misc", "nil", "dk"]


def test_equal_sizes_keep_the_order_of_the_codeframe():
    """Of themes with the same share the first of the codeframe stands first."""
    assert names(table(["zeal", "staff"], order="size"))[:4] == ["Means", ".staff", ".money", "zeal"]


def test_the_top_counts_nets_and_themes():
    """The largest rows stay, a net before its children; reserved codes stay besides, and a note names what is left out."""
    found = table(top=3, order="size")
    assert names(found) == ["Outside", ".law", "Means", "misc", "nil", "dk"]
    assert found.hidden == 4
    assert found.notes[-1] == "Beyond the 3 largest, and left out: press, staff, money, zeal."


def test_rows_below_a_share_are_left_out():
    """A row whose total share is below the least is left out, reserved or not, and a note says which."""
    found = table(hide_below=0.15)
    assert names(found) == ["Means", ".staff", "Outside", ".law", ".press", "zeal"]
    assert (found.hidden, found.notes[-1]) == (4, "Below 15 % of the total, and left out: money, misc, nil, dk.")


def test_shares_are_those_of_everybody():
    """Leaving rows out changes no number of those that stand."""
    whole = {row.name: row.cells for row in table().rows}
    assert all(row.cells == whole[row.name] for row in table(top=2, hide_below=0.1).rows)


def test_an_empty_base_hides_nothing():
    """Where there is no share no row is below one."""
    assert len(table([""], hide_below=0.5).rows) == 10


def test_a_ranking_stays_in_its_order():
    """Of a ranking the first items stay, in the order of their scores."""
    ranks = ranking_responses("r", {"a": ["3", "3"], "b": ["1", "1"], "c": ["2", "2"]})
    found = tally(ranks, conventions=Conventions(order="name", top=2, hide_below=0.5))
    assert [row.name for row in found.rows] == ["b", "c"]
    assert found.notes[-1] == "Beyond the 2 first, and left out: a."


CELLS = st.lists(st.sampled_from(["", *OPTIONS, "misc", "nil", "law;zeal", "money;press"]), min_size=1, max_size=12)


@settings(max_examples=60)
@given(CELLS, st.sampled_from(ORDERS), st.integers(0, 8), st.sampled_from([0.0, 0.1, 0.4]))
def test_no_child_stands_without_its_net(values, order, top, least):
    """Whatever is left out, the row before a child is its net or a sibling, and no more than the top and the reserved codes stand."""
    found = table(values, order=order, top=top, hide_below=least)
    depths = [row.depth for row in found.rows]
    assert all(depth <= before + 1 for before, depth in zip([-1, *depths], depths, strict=False))
    assert arranged(found, Conventions(order=order)).rows == found.rows
    assert not top or len([row for row in found.rows if not row.reserved]) <= top
    assert found.hidden == 10 - len(found.rows)

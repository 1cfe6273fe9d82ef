"""Rankings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError
from freetext.tallies.banners import banner_of
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses
from freetext.tallies.ranking import BORDA, rank_table
from freetext.tallies.ranks import ranking_responses
from freetext.tallies.sums import sums_of

ITEMS = {"a": ["1", "2", "1"], "b": ["2", "1", "3"], "c": ["3", "3", "2"]}


def test_a_ranking_by_hand():
    """Ranks 1,2,1 of three items are 2+1+2 points: a mean of 5/3, two first choices and a mean rank of 4/3."""
    table = tally(ranking_responses("issues", ITEMS))
    assert table.score == BORDA
    assert [(row.theme, row.place) for row in table.rows] == [("a", "1"), ("b", "2"), ("c", "3")]
    first = table.rows[0].cells[0]
    assert first.count == 2
    assert first.share == pytest.approx(2 / 3)
    assert first.score == pytest.approx(5 / 3)
    assert first.mean_rank == pytest.approx(4 / 3)


def test_ties_share_a_place():
    """Items with the same score share a place, shown as such, in the order of the questionnaire."""
    table = tally(ranking_responses("q", {"a": ["3", "3"], "b": ["1", "2"], "c": ["2", "1"]}))
    assert [(row.theme, row.place) for row in table.rows] == [("b", "1="), ("c", "1="), ("a", "3")]


def test_items_left_out_get_no_points():
    """An item that somebody left out gets 0 points from them, keeps its mean rank, and the note says so."""
    table = tally(ranking_responses("q", {"a": ["1", "1", ""], "b": ["2", "", ""]}))
    row = table.row("b")
    assert (row.cells[0].score, row.cells[0].mean_rank) == (0.0, 2.0)
    assert table.columns[0].n == 2
    assert "left out" in table.notes[-1]


def test_a_column_in_which_nobody_ranked_has_no_score():
    """Without ranks there is neither score nor mean rank."""
    banner = banner_of("b", ["x", "y", "y"])
    table = tally(ranking_responses("q", {"a": ["", "1", "1"], "b": ["", "2", "2"]}), banner=banner)
    assert [cell.score for cell in table.row("a").cells] == [1.0, None, 1.0]


@settings(max_examples=40)
@given(st.lists(st.permutations([1, 2, 3, 4]), min_size=1, max_size=20), st.randoms(use_true_random=False))
def test_points_are_handed_out_in_full(ranks, random):
    """Who ranks k items hands out k(k-1)/2 points, scores fall from row to row, and order does not matter."""
    columns = {name: [str(each[place]) for each in ranks] for place, name in enumerate("abcd")}
    weights = [random.choice([0.5, 1.0, 3.0]) for _ in ranks]
    table = tally(ranking_responses("q", columns), weights=weights)
    scores = [row.cells[0].score or 0.0 for row in table.rows]
    assert sum(scores) == pytest.approx(6)
    assert scores == sorted(scores, reverse=True)
    turned = {name: values[::-1] for name, values in columns.items()}
    assert tally(ranking_responses("q", turned), weights=weights[::-1]) == table


@pytest.mark.parametrize("wrong", ["0", "4", "1.5", "first", "-1", "²"])
def test_what_is_no_rank_is_refused_with_its_row(wrong):
    """A rank is a whole number from 1 to the number of items; the message names file, row and column."""
    with pytest.raises(InputError, match=r"s.csv, row 3, column 'b'.*from 1 to 3"):
        ranking_responses("q", {"a": ["1", "1"], "b": ["2", wrong], "c": ["3", "2"]}, file="s.csv")


def test_a_rank_given_twice_is_refused():
    """Nobody puts two items first; the message names the row and both items."""
    with pytest.raises(InputError, match="row 3: rank 2 stands twice, at 'a' and 'c'"):
        ranking_responses("q", {"a": ["1", "2"], "b": ["2", "1"], "c": ["3", "2"]})


def test_whole_numbers_with_a_point_are_ranks():
    """A spreadsheet's 1.0 is 1."""
    assert tally(ranking_responses("q", {"a": ["1.0"], "b": [" 2 "]})).row("a").cells[0].mean_rank == 1.0


def test_only_rankings_are_ranked():
    """A question without ranks is refused."""
    with pytest.raises(ValueError, match="no ranks"):
        rank_table(sums_of(closed_responses("q", ["a"])), Conventions())

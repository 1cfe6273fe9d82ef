"""Copeland's order."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.tallies.copeland import above, copeland
from freetext.tallies.options import closed_responses
from freetext.tallies.ranks import ranking_responses
from freetext.tallies.sums import sums_of

RANKS = st.permutations(["1", "2", "3", ""])


@settings(max_examples=60)
@given(st.lists(st.tuples(RANKS, st.sampled_from([1, 2, 5])), min_size=1, max_size=12))
def test_scores_are_those_of_every_pair_counted_one_by_one(rows):
    """Wins, losses and ties are those of counting each pair by hand, left-out items last and beside each other."""
    columns = {item: [ranks[place] for ranks, _ in rows] for place, item in enumerate("abcd")}
    weights = np.array([weight for _, weight in rows], dtype=float)
    found = {each.slug: each for each in copeland(sums_of(ranking_responses("r", columns), weights=weights))}
    for one in "abcd":
        margins = [margin(columns, one, other, weights) for other in "abcd" if other != one]
        wins, losses = sum(each > 0 for each in margins), sum(each < 0 for each in margins)
        assert (found[one].wins, found[one].losses, found[one].ties) == (wins, losses, 3 - wins - losses)
        assert found[one].score == wins - losses


def margin(columns, one, other, weights):
    """By how much weight one item is above the other."""
    first, second = ([float(rank or "inf") for rank in columns[item]] for item in (one, other))
    return sum(
        weight * ((mine < yours) - (mine > yours)) for mine, yours, weight in zip(first, second, weights, strict=True)
    )


def test_ties_share_a_place():
    """Items that beat each other in a circle share the first place and stand in the questionnaire's order."""
    circle = {"d": ["4", "4", "4"], "a": ["1", "3", "2"], "b": ["2", "1", "3"], "c": ["3", "2", "1"]}
    found = copeland(sums_of(ranking_responses("r", circle)))
    assert [(each.name, each.place, each.score) for each in found] == [
        ("a", "1=", 1), ("b", "1=", 1), ("c", "1=", 1), ("d", "4", -3),
    ]  # fmt: skip


def test_two_items_left_out_tie():
    """Whoever leaves two items out puts neither above the other, and both below what they ranked."""
    sums = sums_of(ranking_responses("r", {"a": ["1", ""], "b": ["", ""], "c": ["", "1"]}), weights=[3, 1])
    assert above(sums) == ((None, 0.75, 0.75), (0.0, None, 0.0), (0.25, 0.25, None))
    assert [(each.name, each.place) for each in copeland(sums)] == [("a", "1"), ("c", "2"), ("b", "3")]


def test_where_nobody_ranked_all_share_the_first_place():
    """Without ranks every pair ties and no share can be said."""
    sums = sums_of(ranking_responses("r", {"a": [""], "b": [""]}))
    assert [each.place for each in copeland(sums)] == ["1=", "1="]
    assert above(sums) == ((None, None), (None, None))


def test_only_rankings_have_standings():
    """A question without ranks is refused."""
    with pytest.raises(ValueError, match="no ranks"):
        copeland(sums_of(closed_responses("q", ["a"])))

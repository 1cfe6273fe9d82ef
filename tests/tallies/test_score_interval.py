"""The interval of a weighted sum of shares."""

from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar
from statsmodels.stats.proportion import proportion_confint

from freetext.tallies.intervals import quantile, wilson
from freetext.tallies.score_interval import Piece, distances

Z = quantile(0.95)
COUNTS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def interval(pieces, z=Z):
    """The ends of the interval of the sum."""
    total = sum(piece.share * piece.weight for piece in pieces)
    below, above = distances(pieces, z)
    return total - below, total + above


@settings(max_examples=100)
@given(COUNTS, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_one_share_has_the_interval_of_wilson(counts, level):
    """Of one share it is Wilson's interval, ours and statsmodels'."""
    count, n = counts
    found = interval([Piece(count / n, n, 1.0)], quantile(level))
    assert found == pytest.approx(wilson(count / n, n, level), abs=1e-9)
    assert found == pytest.approx(proportion_confint(count, n, alpha=1 - level, method="wilson"), abs=1e-9)


@pytest.mark.parametrize(
    ("one", "two", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0533, 0.3377),
        ((9, 10), (3, 10), 0.1821, 0.8370),
        ((6, 7), (2, 7), 0.0544, 0.8478),
        ((5, 56), (0, 29), -0.0313, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.7225, 1.0),
        ((10, 10), (0, 10), 0.6777, 1.0),
    ],
)
def test_a_difference_has_the_published_score_interval(one, two, low, high):
    """Of p and 1 - q it is, less 1, Mee's interval of the difference p - q, as Newcombe (1998, table II, method 5) prints it."""
    found = interval([Piece(one[0] / one[1], one[1], 1.0), Piece(1 - two[0] / two[1], two[1], 1.0)])
    assert [each - 1 for each in found] == pytest.approx([low, high], abs=6e-5)


def likelihood(piece, share):
    """The log-likelihood of a share, as far as it depends on it."""
    seen = ((piece.share, share), (1 - piece.share, 1 - share))
    return piece.size * sum(part * log(max(each, 1e-300)) for part, each in seen if part)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (Piece(0.1, 40, 0.8), Piece(0.6, 15, 0.2)),
        (Piece(0.02, 50, 0.9), Piece(0.5, 4, 0.1)),
        (Piece(0.3, 12.5, 0.4), Piece(0.8, 33.3, 0.5)),
    ],
)
def test_an_end_is_where_the_score_test_rejects(one, two):
    """At an end the most likely shares with that sum, found by search, are z standard errors from what was seen."""
    total = one.share * one.weight + two.share * two.weight
    for end in interval([one, two]):

        def other(share, end=end):
            return (end - one.weight * share) / two.weight

        bounds = (max(0.0, (end - two.weight) / one.weight), min(1.0, end / one.weight))
        found = minimize_scalar(
            lambda share: -likelihood(one, share) - likelihood(two, other(share)),
            bounds=bounds,
            method="bounded",
            options={"xatol": 1e-12},
        ).x
        shares = ((one, found), (two, other(found)))
        variance = sum(piece.weight**2 * share * (1 - share) / piece.size for piece, share in shares)
        assert abs(total - end) == pytest.approx(Z * variance**0.5, rel=1e-4)


@settings(max_examples=60)
@given(st.lists(st.tuples(COUNTS, st.floats(1e-6, 1.0)), min_size=1, max_size=8), st.floats(0.01, 8))
def test_ends_stay_within_what_can_be(parts, z):
    """Neither end leaves the sums that shares in 0..1 can have, a higher level is wider, and the order is all one."""
    pieces = [Piece(count / n, n, weight) for (count, n), weight in parts]
    low, high = interval(pieces, z)
    assert -1e-9 <= low <= high <= sum(piece.weight for piece in pieces) + 1e-9
    wider = distances(pieces, z + 0.5)
    assert all(one <= two + 1e-12 for one, two in zip(distances(pieces, z), wider, strict=True))
    assert distances(pieces[::-1], z) == pytest.approx(distances(pieces, z), abs=1e-9)


@settings(max_examples=60)
@given(st.lists(st.tuples(COUNTS, st.floats(1e-6, 1.0)), min_size=1, max_size=8))
def test_the_others_have_the_interval_turned_round(parts):
    """The shares of those without the theme have the same interval, upside down."""
    pieces = [Piece(count / n, n, weight) for (count, n), weight in parts]
    others = [Piece((n - count) / n, n, weight) for (count, n), weight in parts]
    assert distances(others, Z) == pytest.approx(distances(pieces, Z)[::-1], abs=1e-9)


def test_nothing_uncertain_has_no_width():
    """Without a piece, or at level 0, the interval has no width; where nobody held the theme it has no room below."""
    assert distances([], Z) == (0.0, 0.0)
    assert distances([Piece(0.3, 10, 1.0)], 0.0) == (0.0, 0.0)
    assert distances([Piece(0.0, 10, 0.5), Piece(0.0, 99, 0.5)], Z)[0] == 0


@settings(max_examples=60)
@given(st.just(0.0) | st.floats(1e-9, 1), st.floats(0.5, 1e9), st.integers(2, 6))
def test_a_share_cut_in_equal_parts_is_one_share(share, size, parts):
    """A sample cut into parts with the same share, each as much of the size as of the weight, has the interval of the whole."""
    whole = distances([Piece(share, size, 1.0)], Z)
    assert distances([Piece(share, size / parts, 1 / parts)] * parts, Z) == pytest.approx(whole, rel=1e-6, abs=1e-9)

"""Intervals of a share."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from freetext.tallies.intervals import enough, wilson, wilson_of


@settings(max_examples=100)
@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.sampled_from([0.9, 0.95]))
def test_wilson_equals_statsmodels(counts, level):
    """Wilson's interval is the one that statsmodels computes."""
    count, n = counts
    expected = proportion_confint(count, n, alpha=1 - level, method="wilson")
    assert wilson(count / n, n, level) == pytest.approx(expected, abs=1e-9)


@settings(max_examples=100)
@given(st.floats(0, 1), st.floats(0, 1e9))
def test_wilson_holds_the_share_inside_0_and_1(share, n):
    """An interval lies in 0..1 and holds the share it is of."""
    low, high = wilson(share, n)
    assert 0 <= low <= share <= high <= 1


def test_nothing_counted_is_nothing_known():
    """With no base the interval is everything."""
    assert wilson(0.0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("share", "n"), [(-0.1, 5), (1.1, 5), (0.5, -1), (float("nan"), 3)])
def test_what_is_no_share_is_refused(share, n):
    """A share outside 0..1 or a negative base is a mistake of the caller."""
    with pytest.raises(ValueError, match=r"0..1"):
        wilson(share, n)


@settings(max_examples=50)
@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.integers(0, 5000))
def test_drawing_from_few_answers_tells_more(counts, others):
    """Of a finite number of answers the interval is never wider than of an endless one, and all of them leave no width."""
    count, n = counts
    low, high = wilson_of(count / n, n, n + others)
    endless = wilson(count / n, n)
    assert endless[0] - 1e-12 <= low <= count / n <= high <= endless[1] + 1e-12
    assert (low == high) == (others == 0)


def test_more_than_there_is_cannot_be_drawn():
    """A sample larger than what it is drawn from is a mistake of the caller."""
    with pytest.raises(ValueError, match="6 of 5"):
        wilson_of(0.5, 6, 5)


@pytest.mark.parametrize(
    ("share", "half", "expected"),
    [(0.05, 0.05, 83), (0.05, 0.03, 215), (0.05, 0.02, 469), (0.5, 0.05, 381), (0.5, 0.03, 1064), (0.5, 0.02, 2398)],
)
def test_published_sizes(share, half, expected):
    """An audit of an endless population is as large as the published figures say."""
    assert enough(share, half) == expected


@settings(max_examples=50)
@given(st.floats(0, 1), st.floats(0.01, 0.3), st.integers(0, 2000))
def test_enough_is_the_fewest_that_are_enough(share, half, whole):
    """As many as `enough` says reach the half-width, and one fewer does not."""

    def reached(n):
        low, high = wilson_of(share, n, whole)
        return (high - low) / 2

    n = enough(share, half, whole)
    assert 0 <= n <= whole
    assert reached(n) <= half + 1e-7
    assert n == 0 or reached(n - 1) > half - 1e-7


def test_half_of_everything_needs_no_answer():
    """A half-width of 50 points is there before anybody is asked; one of nothing is a mistake of the caller."""
    assert enough(0.3, 0.5) == 0
    with pytest.raises(ValueError, match="above 0"):
        enough(0.3, 0.0)

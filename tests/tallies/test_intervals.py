"""Intervals of a share."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from freetext.tallies.intervals import wilson


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

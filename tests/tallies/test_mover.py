"""MOVER: intervals put together from intervals."""

from math import erfc, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep

from freetext.tallies.intervals import wilson
from freetext.tallies.mover import Between, mover_d, mover_sum
from freetext.tallies.mover_tests import GRID, Reach, mover_p, reach_of_share
from freetext.tallies.strata import CellSums, Known

SHARES = (
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
    .map(sorted)
    .map(lambda ends: Between(ends[1], ends[0], ends[2]))
)
COUNTS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def wilson_at(count, n):
    """A share and its interval at any level."""
    return lambda level: Between(count / n, *wilson(count / n, n, level))


def reach(count, n):
    """The same at all levels of the grid."""
    return reach_of_share(count / n, CellSums(n, n, n, Known(n, n, 2 * count)), None)


def p_of(one, two):
    """The p of two counts of theirs."""
    return float(mover_p(reach(*one), reach(*two))[0])


@settings(max_examples=60)
@given(COUNTS, COUNTS)
def test_a_difference_of_wilsons_is_newcombes(one, two):
    """MOVER-D on Wilson's intervals is Newcombe's hybrid score interval, as statsmodels has it."""
    found = mover_d(wilson_at(*one)(0.95), wilson_at(*two)(0.95))
    assert (found.low, found.high) == pytest.approx(confint_proportions_2indep(*one, *two, method="newcomb"), abs=1e-9)


@settings(max_examples=100)
@given(SHARES, SHARES)
def test_a_difference_turned_round_has_its_interval_turned_round(one, two):
    """One less two is two less one with the sign turned, interval and all; it lies in -1..1 around the difference."""
    found, turned = mover_d(one, two), mover_d(two, one)
    assert turned == pytest.approx((-found.share, -found.high, -found.low), abs=1e-15)
    assert -1 - 1e-12 <= found.low <= found.share <= found.high <= 1 + 1e-12


def test_a_share_without_an_interval_is_refused():
    """What has no interval cannot be compared."""

    class Bare:
        share, low, high = 0.5, None, None

    with pytest.raises(ValueError, match="without an interval"):
        mover_d(Bare(), Between(0.5, 0.4, 0.6))


@settings(max_examples=100)
@given(SHARES, SHARES)
def test_two_reasons_are_wider_than_each(one, two):
    """An interval for two reasons holds that for each, and lies in 0..1; a reason without width adds nothing."""
    second = (min(one.share, two.low), max(one.share, two.high))
    low, high = mover_sum(one.share, (one.low, one.high), second)
    assert 0 <= low <= min(one.low, second[0]) + 1e-12
    assert max(one.high, second[1]) - 1e-12 <= high <= 1
    alone = mover_sum(one.share, (one.low, one.high), (one.share, one.share))
    assert alone == pytest.approx((one.low, one.high), abs=1e-12)


@settings(max_examples=40)
@given(COUNTS, COUNTS, st.sampled_from([0.8, 0.9, 0.95]))
def test_p_is_below_what_the_level_leaves_where_its_interval_leaves_out_nothing(one, two, level):
    """The p is below 1 - level just where the interval of that level leaves out 0."""
    p = p_of(one, two)
    found = mover_d(wilson_at(*one)(level), wilson_at(*two)(level))
    nearest = found.low if found.share > 0 else -found.high
    if abs(nearest) > 1e-5:
        assert (p < 1 - level) == (nearest > 0)


@settings(max_examples=40)
@given(COUNTS, COUNTS)
def test_p_is_the_same_whichever_comes_first(one, two):
    """The p does not depend on the order of the two, lies in 0..1, and is 1 for equal shares."""
    p = p_of(one, two)
    assert p == pytest.approx(p_of(two, one), rel=1e-9)
    assert 0 < p <= 1
    assert (p == 1) == (one[0] / one[1] == two[0] / two[1])


def test_p_falls_as_the_difference_grows():
    """The further two shares are apart, the smaller p, down to what the last level of the grid leaves."""
    found = [p_of((50, 100), (count, 100)) for count in (50, 52, 60, 70, 90)]
    assert found == sorted(found, reverse=True)
    assert p_of((10_000, 10_000), (0, 10_000)) == pytest.approx(erfc(GRID[-1] / sqrt(2)))


def test_p_of_normal_intervals_is_the_normal_p():
    """Where distances grow in proportion to the quantile p is that of the normal test."""

    def normal(share, error):
        away = error * np.array([GRID])
        return Reach(np.array([share]), away, away)

    p = mover_p(normal(0.5, 0.03), normal(0.4, 0.04))[0]
    assert p == pytest.approx(erfc(0.1 / 0.05 / sqrt(2)), rel=1e-9)

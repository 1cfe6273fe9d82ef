"""Student's t."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from freetext.tallies.student import LARGE, normal_two_sided, two_sided


@settings(max_examples=200)
@given(st.floats(0, 60), st.floats(0.5, 1e7))
def test_it_equals_scipy(t, df):
    """The two-sided p is scipy's to 1e-12, for few degrees of freedom and for many."""
    assert two_sided(t, df) == pytest.approx(2 * stats.t.sf(t, df), abs=1e-12)


def test_a_whole_grid_equals_scipy():
    """Any shapes that broadcast give the grid of all pairs, also about the place where one formula takes over from the other."""
    t = np.concatenate(([0.0, 1e-9], np.geomspace(1e-4, 100, 300)))
    df = np.concatenate((np.geomspace(0.5, 1e6, 200), LARGE + np.array([-1e-6, 0, 1e-6])))[:, None]
    assert np.abs(two_sided(t, df) - 2 * stats.t.sf(t, df)).max() < 1e-12


def test_the_tails_keep_their_size():
    """Small p are right relative to themselves where the fraction is used, so that orders of them are right."""
    t, df = np.meshgrid(np.linspace(2, 9, 30), np.geomspace(3, 990, 20))
    assert two_sided(t, df) == pytest.approx(2 * stats.t.sf(t, df), rel=1e-9)


def test_both_sides_count():
    """A value below 0 is as far out as one above."""
    assert two_sided([-2.5, 2.5], 17.3).tolist() == pytest.approx([2 * stats.t.sf(2.5, 17.3)] * 2, abs=1e-14)


def test_the_normal_distribution_equals_scipy():
    """The normal tail is scipy's."""
    z = np.linspace(-8, 8, 101)
    assert normal_two_sided(z) == pytest.approx(2 * stats.norm.sf(np.abs(z)), rel=1e-12)

"""Sums that are exact."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.tallies.exact import BATCH, SCALE, counted, crossed, grouped, ones, squared, units_of

WEIGHTS = st.lists(st.floats(0, 1e9), min_size=1, max_size=20)


def wholes(weights):
    """Each weight in units of 1 / SCALE, by Python's own arithmetic."""
    return [round(Fraction(weight) * SCALE) for weight in weights]


@settings(max_examples=80)
@given(WEIGHTS)
def test_a_sum_of_weights_is_that_of_fractions(weights):
    """Weights and their squares add up to the very sums of their fractions."""
    units, everybody = units_of(np.array(weights)), np.ones((len(weights), 1), dtype=bool)
    assert crossed(everybody, everybody, units)[0, 0] == sum(wholes(weights))
    assert crossed(everybody, everybody, squared(units))[0, 0] == sum(whole**2 for whole in wholes(weights))


@settings(max_examples=60)
@given(WEIGHTS, st.randoms(use_true_random=False))
def test_grouped_and_crossed_sums_agree(weights, random):
    """A sum by key is the sum over those who have it, times and all."""
    keys = np.array([random.randrange(3) for _ in weights])
    times = np.array([random.randrange(3) for _ in weights])
    units = units_of(np.array(weights))
    member = keys[:, None] == np.arange(3)
    assert grouped(keys, 3, units).tolist() == crossed(np.ones((len(keys), 1)), member, units)[0].tolist()
    assert grouped(keys, 3, units, times).tolist() == crossed(times[:, None], member, units)[0].tolist()


def test_many_batches_add_up():
    """Rows beyond one batch count as the first do, at the largest weights."""
    n = 2 * BATCH + 3
    units = units_of(np.full(n, 1e9 - 2**-20))
    everybody = np.ones((n, 1))
    whole = wholes([1e9 - 2**-20])[0]
    assert crossed(everybody, 2 * everybody, units)[0, 0] == 2 * n * whole
    assert crossed(everybody, everybody, squared(units))[0, 0] == n * whole**2
    assert grouped(np.zeros(n, dtype=np.int64), 1, units)[0] == n * whole


def test_weights_of_one_are_the_scale():
    """Without weights everybody has SCALE units, as with weights of 1."""
    one = np.ones((3, 1))
    assert crossed(one, one, ones(3))[0, 0] == crossed(one, one, units_of(np.ones(3)))[0, 0] == 3 * SCALE
    assert crossed(one, one, squared(ones(3)))[0, 0] == 3 * SCALE**2


def test_nobody_adds_up_to_nothing():
    """Sums over nobody, and over weights of 0, are 0."""
    nobody = np.zeros((0, 2))
    assert crossed(nobody, nobody, ones(0)).tolist() == [[0, 0], [0, 0]]
    assert counted(nobody, nobody).dtype == np.int64
    assert grouped(np.zeros(1, dtype=np.int64), 2, units_of(np.zeros(1))).tolist() == [0, 0]


@pytest.mark.parametrize("weight", [0.1, 1 / 3, 1e-3, 123456.789])
def test_a_weight_survives_the_way_there_and_back(weight):
    """A weight in units, divided by the scale, is the weight."""
    one = np.ones((1, 1))
    assert crossed(one, one, units_of(np.array([weight])))[0, 0] / SCALE == pytest.approx(weight, rel=1e-15)

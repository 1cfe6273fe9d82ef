"""How far a group reaches: a cut that its own members set, out of fold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.training.gathered import Ground
from freetext.training.reached import PURE, Reach, lowest


def clouds(seed=0, count=60):
    """Return points of two clouds, one along each axis, and of a third that lies between all."""
    dice = np.random.default_rng(seed)
    centres = np.repeat(np.eye(4)[:3], count, axis=0)
    points = centres + dice.normal(0, 0.15, centres.shape)
    return (points / np.linalg.norm(points, axis=1, keepdims=True)).astype(np.float32)


def reach(seed=0):
    """Two clouds are told of, thirty answers each; thirty of each of three are claimed."""
    points = clouds(seed)
    cloud = np.arange(len(points)) // 60
    told = np.flatnonzero((np.arange(len(points)) % 60 < 30) & (cloud < 2))
    rest = np.flatnonzero(np.arange(len(points)) % 60 >= 30)
    return Reach.over(points[told], points[rest], Ground.of(points)), cloud[told], cloud[rest]


@pytest.mark.parametrize("seed", range(5))
def test_a_group_reaches_its_like(seed):
    """Claimed answers of a group's own cloud are reached, the likeliest first, and hardly any others."""
    within, told, rest = reach(seed)
    found = within.of(np.flatnonzero(told == 0), seed=1)
    assert (rest[found] == 0).sum() >= 27
    assert (rest[found] == 0).mean() >= 0.9
    assert (rest[found[:10]] == 0).all()


def test_the_same_seed_reaches_the_same():
    """Asked twice, the same answers are reached, in one order."""
    within, told, _ = reach()
    members = np.flatnonzero(told == 1)
    assert within.of(members, seed=4).tolist() == within.of(members, seed=4).tolist()


def test_a_single_answer_reaches_nothing():
    """One member says nothing of others: a line cannot be tried on what it was made of."""
    within, _, _ = reach()
    assert len(within.of(np.array([3]), seed=0)) == 0


def test_an_answer_of_which_nothing_is_known_is_not_reached():
    """A claimed answer without any word that the survey shares has no point, and belongs nowhere."""
    points = clouds()
    blank = np.zeros((5, points.shape[1]), dtype=np.float32)
    within = Reach.over(points[:60], blank, Ground.of(points))
    assert len(within.of(np.arange(30), seed=0)) == 0


@given(st.lists(st.tuples(st.integers(-5, 5), st.booleans()), min_size=1, max_size=40))
def test_what_lies_beyond_the_cut_is_pure_enough(marked):
    """Of the answers at or above the cut, ties and all, PURE are members, and no lower cut would do."""
    scores = np.array([score for score, _ in marked], dtype=float)
    inside = np.array([member for _, member in marked])
    cut = lowest(scores, inside)
    fit = [each for each in set(scores.tolist()) if inside[scores >= each].mean() >= PURE]
    assert cut == min(fit, default=np.inf)

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

from freetext.training.central import central_order, parts_of, to_read
from freetext.training.gathered import Ground, gathered, standing
from freetext.training.grouped import agreed, distinct, likeness, tree
from freetext.training.points import of_length_one


def clouds(seed=0, size=20, dimensions=6, spread=0.1):
    """Return three clouds of points far apart."""
    dice = np.random.default_rng(seed)
    centres = np.eye(dimensions)[:3]
    points = np.concatenate([centre + spread * dice.standard_normal((size, dimensions)) for centre in centres])
    return of_length_one(points.astype(np.float32))


def test_a_tree_holds_the_clusters_of_every_cut():
    """Every cluster that scipy cuts out of Ward's tree, of the wanted size, is there."""
    points = clouds()
    found = {tuple(np.flatnonzero(row)) for row in tree(points, 5, 40)}
    for count in (2, 3, 5, 8):
        side = fcluster(linkage(points, "ward"), count, "maxclust")
        cut = [tuple(np.flatnonzero(side == each)) for each in np.unique(side)]
        assert {each for each in cut if 5 <= len(each) <= 40} <= found


@given(st.lists(st.lists(st.booleans(), min_size=6, max_size=6), min_size=1, max_size=5))
@settings(max_examples=50)
def test_likeness_is_jaccards(rows):
    """Likeness is the size of what two groups share over the size of what either holds."""
    members = np.array(rows, dtype=np.float32)
    sets = [set(np.flatnonzero(row)) for row in members]
    expected = [[len(one & two) / max(len(one | two), 1) for two in sets] for one in sets]
    assert likeness(members, members) == pytest.approx(np.array(expected))


def test_views_that_agree_are_stable():
    """A cluster that every view has is what all agree on and has stability 1; one that a single view has is less stable."""
    same = np.array([[1, 1, 1, 0, 0, 0]], dtype=np.float32)
    odd = np.array([[1, 1, 1, 0, 0, 0], [0, 0, 1, 1, 0, 0]], dtype=np.float32)
    members, stability = agreed([same, same, odd])
    assert members[:3].tolist() == [[1, 1, 1, 0, 0, 0]] * 3
    assert stability[0] == pytest.approx(1)
    assert stability[3] < 0.5


@given(st.lists(st.lists(st.booleans(), min_size=8, max_size=8), min_size=1, max_size=8), st.integers(1, 8))
@settings(max_examples=50)
def test_chosen_groups_are_distinct(rows, most):
    """No two groups that are chosen are too much alike, and the best is always among them."""
    members = np.array(rows, dtype=np.float32)
    score = members.sum(axis=1).astype(float)
    chosen = distinct(members, score, most, alike=0.4, within=0.7)
    assert chosen[0] == int(np.argmax(score))
    assert len(chosen) <= most
    alike = likeness(members[chosen], members[chosen])
    np.fill_diagonal(alike, 0)
    assert (alike <= 0.4 + 1e-6).all()


def test_a_group_gathers_the_members_that_it_lacks():
    """Half of a cloud and a stranger become the cloud."""
    points = clouds()
    begun = np.zeros((1, len(points)), dtype=np.float32)
    begun[0, [*range(10), 45]] = 1
    found = gathered(begun, points, Ground.of(points), rounds=6, growth=20 / 11)
    assert np.flatnonzero(found.members[0]).tolist() == list(range(20))
    assert ((found.scores(points, Ground.of(points))[0] >= 0) == (found.members[0] > 0)).all()


def test_the_line_is_fishers():
    """The direction is that of linear discriminant analysis between a group and the rest, as long as the ridge is small."""
    points = clouds(spread=0.4)
    members = np.zeros((1, len(points)), dtype=np.float32)
    members[0, :20] = 1
    ground = Ground.of(points)
    line = gathered(members, points, ground, rounds=1, growth=1.0).lines[0]
    away = points - ground.mean
    spread = away.T @ away / len(points)
    ridge = 0.1 * np.trace(spread) / len(spread)
    fitted = LinearDiscriminantAnalysis(solver="lsqr").fit(points.astype(float), members[0])
    expected = np.linalg.solve(spread + ridge * np.eye(len(spread)), points[:20].mean(axis=0) - ground.mean)
    assert line == pytest.approx(expected, rel=1e-4)
    assert np.corrcoef(line, fitted.coef_[0])[0, 1] > 0.9


def test_tight_groups_stand_out():
    """A cloud stands out more than a group of as many that is mixed."""
    points = clouds()
    members = np.zeros((2, len(points)), dtype=np.float32)
    members[0, :20], members[1, ::3] = 1, 1
    cloud, mixed = standing(members, points)
    assert cloud > 5 * mixed


def test_the_most_central_come_first():
    """A point far from the others is the last."""
    points = np.concatenate((clouds()[:20], clouds()[25:26]))
    assert central_order(points)[-1] == 20


def test_what_is_read_is_short_and_differs():
    """Long texts and those told apart by case or marks alone are not among the texts to read."""
    texts = ["The bus was late.", "the bus was late", "x" * 900, "nowhere to park", "cold food again"]
    assert sorted(to_read(texts, clouds()[:5])) == [0, 3, 4]
    assert to_read(["x" * 900], clouds()[:1]) == [0]


def test_a_group_of_two_clouds_has_two_parts():
    """Parts are the clouds that a group is made of, each member in one; a single cloud of eight or a few answers has none."""
    points = clouds()
    assert sorted(part.tolist() for part in parts_of(points[:40])) == [list(range(20)), list(range(20, 40))]
    assert parts_of(points[:5]) == []


def test_members_beyond_those_compared_join_a_part():
    """Of more than a thousand members the rest goes to the nearest part."""
    points = clouds(size=700)[:1400]
    points = points[np.random.default_rng(1).permutation(1400)]
    parts = parts_of(points)
    assert sorted(np.concatenate(parts).tolist()) == list(range(1400))
    assert [len(part) for part in parts] == [700, 700]

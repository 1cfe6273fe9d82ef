import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm, permutation_test
from statsmodels.stats.multitest import multipletests
from tests.tallies.drift_waves import waves_of

from freetext.tallies.drift_relabel import adjusted, relabelled, tail, together

RATES = st.lists(st.floats(0, 1), min_size=1, max_size=30)


@given(RATES, st.floats(0.1, 9))
def test_corrected_p_are_those_of_statsmodels(p, weight):
    """Where all weigh alike, p corrected for their number are those that statsmodels gives for Benjamini and Hochberg."""
    assert adjusted(np.array(p), np.full(len(p), weight)) == pytest.approx(multipletests(p, method="fdr_bh")[1])


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0.1, 9)), min_size=1, max_size=30))
def test_no_weight_makes_p_smaller_than_it_is(pairs):
    """Weights share the level out; they never call something found that would not be by itself."""
    p, weights = np.array(pairs).T
    assert (adjusted(p, weights) >= p).all()


def test_what_weighs_more_bears_a_larger_p():
    """Of five facts the one that weighs half of all has half of the level, each other an eighth."""
    weights = np.array([4.0, 1.0, 1.0, 1.0, 1.0])
    for place, least in ((0, 0.025), (1, 0.00625)):
        p = np.ones(5)
        p[place] = least
        assert adjusted(p, weights)[place] == pytest.approx(0.05)


@pytest.mark.parametrize("common", [0.0, 0.5, 0.9])
def test_weights_leave_the_chance_of_a_false_alarm_at_the_level(common):
    """Where nothing differs, any of twelve facts is found once in twenty comparisons at most, alike or not, however they weigh."""
    dice = np.random.default_rng(3)
    weights = np.array([4.0, 2.0, 2.0, *[1.0] * 9])
    drawn = np.sqrt(common) * dice.normal(size=(4000, 1)) + np.sqrt(1 - common) * dice.normal(size=(4000, 12))
    alarms = [(adjusted(p, weights) <= 0.05).any() for p in 2 * norm.sf(np.abs(drawn))]
    assert np.mean(alarms) < 0.05 + 3 * np.sqrt(0.05 * 0.95 / 4000)


@settings(max_examples=20)
@given(st.integers(2, 12), st.integers(2, 12), st.integers(1, 3), st.integers(0, 9))
def test_always_as_many_respondents_are_new(old, new, each, seed):
    """Every labelling has as many new respondents as the truth, which comes first, and an answer is of its respondent's wave."""
    waves = waves_of(old, new, each=each, rounds=20, seed=seed)
    assert (waves.labels.sum(axis=1) == new).all()
    assert waves.new.tolist() == [False] * old * each + [True] * new * each


def test_p_is_that_of_a_permutation_test():
    """With one answer a respondent, p of a difference of means is scipy's by exact permutation, but for chance."""
    dice = np.random.default_rng(1)
    old, new = dice.normal(size=9), dice.normal(0.8, size=9)
    waves = waves_of(9, 9, rounds=19_999)
    means = waves.means(np.concatenate((old, new))[:, None], np.ones(18, dtype=bool))
    exact = permutation_test((new, old), lambda one, two: one.mean() - two.mean(), n_resamples=100_000)
    assert tail(np.abs(means[0] - means[1])[:, 0]) == pytest.approx(exact.pvalue, abs=0.01)


def test_all_answers_of_a_respondent_move_together():
    """Ten answers of one person are no ten people: what is certain of 60 people is not of 6 with ten answers each."""
    marks = np.repeat([0.0, 0.0, 1.0, 0.0, 1.0, 1.0], 10)[:, None]
    clustered = waves_of(3, 3, each=10).means(marks, np.ones(60, dtype=bool))
    single = waves_of(30, 30).means(marks, np.ones(60, dtype=bool))
    assert tail(np.abs(clustered[0] - clustered[1])[:, 0]) > 0.3
    assert tail(np.abs(single[0] - single[1])[:, 0]) < 0.05


def test_sums_leave_nobody_out():
    """The sums over new and old answers are those of all answers under every labelling."""
    values = np.arange(24.0).reshape(12, 2)
    new, old = waves_of(3, 3, each=2, rounds=9).sums(values)
    assert (new + old == values.sum(axis=0)).all()
    assert new[0].tolist() == values[6:].sum(axis=0).tolist()


def test_the_greatest_of_many_is_held_to_its_number():
    """Where nothing differs, the greatest of twenty differences has p at .05 or below about once in twenty, and no p of a part is below it."""
    found = []
    for seed in range(200):
        draws = np.random.default_rng(seed).normal(size=(100, 20))
        p, each = together(draws)
        found.append(p)
        assert each.min() == pytest.approx(p, abs=0.011)
    assert np.mean(np.array(found) <= 0.05) == pytest.approx(0.05, abs=0.045)


def test_the_same_seed_gives_the_same_labels():
    """Labels hang on the seed alone."""
    unit, new = np.arange(10), np.arange(10) > 4
    one, two, other = (relabelled(unit, new, 50, seed).labels for seed in (1, 1, 2))
    assert (one == two).all()
    assert (one != other).any()


@pytest.mark.parametrize("share", [8 / 202, 0.3, 1.0, 0.0])
def test_what_is_the_same_for_all_differs_by_nothing(share):
    """A theme that was not learnt has one probability for all answers: no wave has more of it, whatever the rounding of sums says."""
    waves = waves_of(600, 600)
    kept = float(np.float32(share))
    new, old = waves.means(np.full((1200, 2), kept), np.arange(1200) % 7 > 0)
    assert (new == kept).all()
    assert (new == old).all()
    assert together(new - old)[0] == 1

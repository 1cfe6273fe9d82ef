"""The two codings of an old wave: laws and single cases. How often the intervals hold the truth is in test_bridge_coverage."""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW

from freetext.tallies.intervals import wilson
from freetext.tallies.mover import mover_d
from freetext.tallies.prevalence import grounded
from freetext.tallies.reread import Twice, reread
from freetext.tallies.strata import CellSums, Known, Stratum

CODES = st.sampled_from([0.0, 0.5, 1.0])
LEVELS = st.sampled_from([0.8, 0.9, 0.95, 0.99])


def known(codes, weights):
    """The ground of a share whose codes are all certain."""
    heavy = [int(weight) for weight in weights]
    total = sum(heavy)
    given_ = sum(int(2 * code) * weight for code, weight in zip(codes, heavy, strict=True))
    found = grounded(CellSums(len(heavy), total, sum(each**2 for each in heavy), Known(len(heavy), total, given_)))
    assert found is not None
    return found


def crossed(before, after, weights=None, *, pi=None, old=None, population=None):
    """A wave of which those with a code in `after` were read again, at random."""
    n = len(before)
    heavy = np.ones(n) if weights is None else np.array(weights, dtype=float)
    again = np.array([np.nan if code is None else code for code in after], dtype=float)
    share = np.mean(~np.isnan(again)) if pi is None else pi
    ground = known(before, heavy) if old is None else old
    answers = Twice(heavy, np.array(before, dtype=float), np.ones(n), again, np.full(n, share))
    return reread(ground, answers, population)


@st.composite
def waves(draw, *, whole=False):
    """Old codes, new ones of a part (or all), and weights."""
    before = draw(st.lists(CODES, min_size=2, max_size=80))
    size = len(before)
    codes = draw(st.lists(CODES, min_size=size, max_size=size))
    read = size if whole else draw(st.integers(1, size))
    weights = draw(st.lists(st.integers(1, 5), min_size=size, max_size=size))
    return before, [code if place < read else None for place, code in enumerate(codes)], weights


def numbers(found):
    """All that is said."""
    return [found.share, found.moved, *found.again(), *found.coding(), *found.here(), found.gained, found.lost]


@settings(max_examples=60)
@given(waves(whole=True))
def test_a_bridge_of_everything_is_exact(wave):
    """Where all was read again the coding part is the mean difference to the letter, and in these very answers leaves nothing uncertain."""
    before, after, weights = wave
    found = crossed(before, after, weights)
    moved = np.average(np.array(after) - np.array(before), weights=weights)
    assert found.moved == pytest.approx(moved, abs=1e-12)
    assert found.share == pytest.approx(np.average(after, weights=weights), abs=1e-12)
    assert found.here() == pytest.approx((moved, moved), abs=1e-9)


@settings(max_examples=60)
@given(waves())
def test_two_codings_that_agree_differ_by_nothing(wave):
    """Where each answer read again has the code it had, the coding part is 0, with an interval about it unless all was read."""
    before, after, weights = wave
    same = [None if code is None else old for old, code in zip(before, after, strict=True)]
    found = crossed(before, same, weights)
    low, high = found.here()
    assert found.moved == 0
    assert found.gained == found.lost == 0
    assert low <= 0 <= high
    assert found.coding().low <= 0 <= found.coding().high
    assert (high - low > 0) == (None in same)


@settings(max_examples=60)
@given(waves(), LEVELS)
def test_shares_lie_in_their_intervals_and_they_in_what_can_be(wave, level):
    """Shares lie in their intervals, these within 0..1; gains less losses are what the coding moved; more is left open of all than of these."""
    found = crossed(*wave)
    again, coding, (low, high) = found.again(level), found.coding(level), found.here(level)
    assert 0 <= again.low <= again.share + 1e-12
    assert again.share - 1e-12 <= again.high <= 1
    assert coding.low <= coding.share <= coding.high
    assert low - 1e-12 <= found.moved <= high + 1e-12
    assert found.gained - found.lost == pytest.approx(found.moved, abs=1e-12)
    assert found.gained >= 0
    assert found.lost >= -1e-12


@settings(max_examples=60)
@given(waves())
def test_a_higher_level_is_wider(wave):
    """At a higher level each interval holds that of a lower one."""
    found = crossed(*wave)
    for interval in (found.again, found.coding, found.here):
        inner, outer = interval(0.8), interval(0.99)
        assert outer[-2] <= inner[-2] + 1e-12
        assert inner[-1] <= outer[-1] + 1e-12


@settings(max_examples=40)
@given(waves(), st.randoms(use_true_random=False))
def test_the_order_of_answers_is_all_one(wave, dice):
    """Answers in any order give the same numbers."""
    rows = list(zip(*wave, strict=True))
    dice.shuffle(rows)
    assert numbers(crossed(*zip(*rows, strict=True))) == pytest.approx(numbers(crossed(*wave)), abs=1e-9)


@settings(max_examples=40)
@given(waves(), st.sampled_from([2, 7, 1000]))
def test_the_unit_of_weights_is_all_one(wave, factor):
    """Multiplying all weights changes nothing, so that weights of 1 are no weights."""
    before, after, weights = wave
    other = crossed(before, after, [factor * weight for weight in weights])
    assert numbers(other) == pytest.approx(numbers(crossed(before, after, weights)), abs=1e-9)
    assert numbers(crossed(before, after, [factor] * len(before))) == pytest.approx(
        numbers(crossed(before, after)), abs=1e-9
    )


@settings(max_examples=40)
@given(waves())
def test_both_codings_are_treated_alike(wave):
    """With absence coded in place of presence the coding part is the same the other way round."""
    before, after, weights = wave
    one = crossed(before, after, weights)
    other = crossed([1 - code for code in before], [None if code is None else 1 - code for code in after], weights)
    assert other.moved == pytest.approx(-one.moved, abs=1e-12)
    low, high = one.here()
    assert other.here() == pytest.approx((-high, -low), abs=1e-9)
    coding = one.coding()
    assert tuple(other.coding()) == pytest.approx((-coding.share, -coding.high, -coding.low), abs=1e-9)


def test_of_a_large_wave_read_twice_it_is_the_paired_z_interval():
    """With everybody read twice the coding part's interval is that of the mean of paired differences (statsmodels), sampling alone."""
    dice = np.random.default_rng(1)
    before = dice.random(20_000) < 0.3
    after = np.where(before, dice.random(20_000) < 0.8, dice.random(20_000) < 0.1)
    found = crossed(before.astype(float), after.astype(float))
    low, high = DescrStatsW(after.astype(float) - before).zconfint_mean()
    assert tuple(found.coding()) == pytest.approx(((low + high) / 2, low, high), abs=5e-5)
    assert tuple(found.again())[1:] == pytest.approx(proportion_confint(after.sum(), 20_000, method="wilson"), abs=5e-5)


def test_a_theme_that_nobody_had_is_wilson_of_the_bridge():
    """Where no answer had the theme, its share under the new coding is a share of the bridge: Wilson's interval, and of these answers with its finite population."""
    found = crossed([0.0] * 1000, [1.0] * 10 + [0.0] * 90 + [None] * 900, old=known([0.0] * 10**6, [1] * 10**6))
    assert found.here() == pytest.approx(wilson(0.1, 100 / (1 - 100 / 1000)), abs=1e-4)
    assert found.coding().share == pytest.approx(0.1)
    assert found.coding()[1:] == pytest.approx(wilson(0.1, 100), abs=1e-4)


def test_what_nobody_had_here_others_may_have_lost():
    """Where nobody in these answers had a theme, all who have it elsewhere may lose it; in these very answers there is nothing to lose."""
    found = crossed([0] * 41, [0] * 41)
    assert found.coding().low <= -wilson(0, 41)[1]
    assert found.here() == (0, 0)


def test_what_nobody_read_may_be_anything():
    """Where none of those with the theme was read again, they are taken to have kept it, and may all have lost it."""
    found = crossed([1.0] * 5 + [0.0] * 95, [None] * 5 + [0.0] * 60 + [None] * 35)
    assert found.moved == 0
    assert found.here()[0] <= -0.05
    assert found.here()[1] < 0.05
    assert found.again().low == 0


def test_a_pair_is_narrower_than_two_samples():
    """Read twice, the same answers leave less uncertain than two samples would: a fifth of it where the coders all but agree."""
    before = [1.0] * 400 + [0.0] * 600
    after = [1.0] * 79 + [0.0] + [None] * 320 + [0.0] * 119 + [1.0] + [None] * 480
    found = crossed(before, after)
    coding = found.coding()
    alone = mover_d(known([1.0] * 80 + [0.0] * 120, [1] * 200).interval(), found.old.interval())
    assert coding.high - coding.low < 0.4 * (alone.high - alone.low)


def test_an_audited_old_share_adds_what_it_leaves_uncertain():
    """Where the old share rests on an audit, the share under the new coding is as uncertain as it, and the coding part only by what was gained and lost."""
    n, audited = 2000, 200
    held = 40
    old = grounded(CellSums(n, n, n, Known(), (Stratum(0, 0.1, n, n, audited, audited, audited, 2 * held),)))
    assert old is not None
    before = np.full(n, np.nan)
    before[:audited] = [1.0] * held + [0.0] * (audited - held)
    after = before.copy()
    same = reread(old, Twice(np.ones(n), before, np.full(n, 0.1), after, np.ones(n)))
    assert same.share == pytest.approx(0.2)
    assert same.moved == 0
    assert same.again().high - same.share > old.interval().high - 0.2 - 1e-9
    whole = crossed([1.0] * 400 + [0.0] * 1600, [1.0] * 40 + [None] * 360 + [0.0] * 160 + [None] * 1440)
    assert tuple(same.coding()) == pytest.approx(tuple(whole.coding()), abs=1e-3)


def test_a_population_that_answered_in_full_leaves_only_the_bridge_open():
    """Where everybody of a population answered, what is said of all is what is said of these answers, but for steps of one answer."""
    before, after = (
        [1.0] * 100 + [0.0] * 300,
        ([1.0] * 40 + [0.0] * 10 + [None] * 50 + [0.0] * 145 + [1.0] * 5 + [None] * 150),
    )
    ground = grounded(CellSums(400, 400, 400, Known(400, 400, 200)), population=400)
    found = crossed(before, after, old=ground, population=400)
    assert tuple(found.coding())[1:] == pytest.approx(found.here(), abs=0.002)
    assert (
        found.coding().high - found.coding().low
        < crossed(before, after).coding().high - crossed(before, after).coding().low
    )


def test_rates_stand_for_those_they_were_drawn_from():
    """Pairs that came to be known with another probability count for as many as they stand for."""
    before = np.array([0.0] * 40)
    after = np.array([1.0] * 20 + [0.0] * 20)
    chance = np.array([1.0] * 20 + [0.1] * 20)
    found = reread(known([0.0] * 400, [1] * 400), Twice(np.ones(40), before, chance, after, np.ones(40)))
    assert found.share == pytest.approx(20 / 220)


def test_the_normal_approximation_is_near_for_middling_shares():
    """The paired interval is near the stratified estimator's normal one where many were read (Cochran 1977, chapter 5)."""
    before = [1.0] * 2000 + [0.0] * 3000
    after = [1.0] * 320 + [0.0] * 80 + [None] * 1600 + [1.0] * 150 + [0.0] * 450 + [None] * 2400
    low, high = crossed(before, after).here()
    error = sqrt((0.4**2 * 0.8 * 0.2 / 400 + 0.6**2 * 0.25 * 0.75 / 600) * (1 - 0.2))
    moved = 0.6 * 0.25 - 0.4 * 0.2
    assert (low, high) == pytest.approx((moved - 1.96 * error, moved + 1.96 * error), abs=1e-3)

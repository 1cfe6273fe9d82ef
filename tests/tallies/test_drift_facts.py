import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, mannwhitneyu
from scipy.stats.contingency import association
from tests.tallies.drift_waves import waves_of

from freetext.tallies.drift_facts import (
    BLANK,
    OPTIONS,
    OTHERS,
    chi_square,
    options_fact,
    percent,
    rank_fact,
    ranked,
    share_fact,
)

LEVEL = 0.05


@given(st.lists(st.integers(0, 5), min_size=2, max_size=40), st.integers(1, 39))
def test_the_effect_of_ranks_is_that_of_mann_and_whitney(numbers, cut):
    """The effect is U over the number of pairs, as scipy counts U, ties by half."""
    old = min(cut, len(numbers) - 1)
    values, every = np.array(numbers, dtype=float), np.ones(len(numbers), dtype=bool)
    fact = rank_fact("length", "text", "words", "Words", values, every, waves_of(old, len(numbers) - old, rounds=1))
    wins = mannwhitneyu(values[old:], values[:old]).statistic
    assert fact.effect == pytest.approx(wins / (old * (len(numbers) - old)), abs=1e-6)


def test_p_of_ranks_is_that_of_mann_and_whitney():
    """With one answer a respondent, p is scipy's, but for chance."""
    dice = np.random.default_rng(4)
    values = np.concatenate((dice.poisson(9, 80), dice.poisson(10, 70))).astype(float)
    fact = rank_fact("length", "text", "words", "Words", values, values >= 0, waves_of(80, 70, rounds=9_999))
    assert fact.p == pytest.approx(mannwhitneyu(values[80:], values[:80]).pvalue, abs=0.015)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=2, max_size=6))
def test_chi_square_is_that_of_scipy(columns):
    """Chi-square is Pearson's without a correction; options that nobody has count for nothing."""
    table = np.array([column for column in columns if sum(column)], dtype=float).reshape(-1, 2).T
    if table.shape[1] < 2 or (table.sum(axis=1) == 0).any():
        return
    assert chi_square(table[:1], table[1:])[0] == pytest.approx(chi2_contingency(table, correction=False).statistic)


def test_the_effect_of_options_is_cramers():
    """The effect of a closed column is Cramér's V, and its options come with their shares, the largest change first."""
    cells = ["a"] * 60 + ["b"] * 40 + ["a"] * 30 + ["b"] * 50 + [" "] * 20
    fact = options_fact("closed: x", "people", "x", cells, waves_of(100, 100), LEVEL)
    assert fact.effect == pytest.approx(association([[60, 40, 0], [30, 50, 20]], method="cramer"))
    first = fact.parts[0]
    assert first.name == "a"
    assert (first.old, first.new) == pytest.approx((0.6, 0.3))
    assert {part.name for part in fact.parts} == {"a", "b", BLANK}
    assert fact.p == pytest.approx(0.001, abs=0.001)


def test_p_of_small_cells_is_simulated():
    """A column with cells of one or two has the p of relabelled waves: near scipy's exact one for a table of two by two."""
    cells = ["a"] * 2 + ["b"] * 9 + ["a"] * 6 + ["b"] * 4
    fact = options_fact("closed: x", "people", "x", cells, waves_of(11, 10, rounds=9_999), LEVEL)
    assert fact.p == pytest.approx(0.0805, abs=0.01)


def test_a_column_of_many_numbers_is_compared_by_their_order():
    """Ages are no options: the older wave is found, by its median."""
    dice = np.random.default_rng(0)
    ages = [*dice.integers(18, 80, 150), *dice.integers(38, 99, 150)]
    fact = options_fact("closed: age", "people", "age", [str(age) for age in ages], waves_of(150, 150), LEVEL)
    assert (fact.measure, fact.p) == ("AUC", 0.001)
    assert fact.new is not None
    assert fact.old is not None
    assert fact.new > fact.old


def test_rare_options_stand_together():
    """Of a column of very many texts the commonest options are told apart, the others are one."""
    cells = [f"town {place % 50}" for place in range(400)]
    fact = options_fact("closed: town", "people", "town", cells, waves_of(200, 200, rounds=99), LEVEL)
    assert len(fact.parts) == OPTIONS + 1
    assert OTHERS in {part.name for part in fact.parts}


def test_a_share_says_what_it_was_and_is():
    """A share is that of the base alone, and its sentence holds both."""
    marks = np.array([True] * 10 + [False] * 90 + [True] * 40 + [False] * 60)
    base = np.array(([True] * 5 + [False] * 5 + [True] * 90) + [True] * 100)
    fact = share_fact("review", "codes", "To be looked at", marks, base, waves_of(100, 100))
    assert (fact.old, fact.new) == pytest.approx((5 / 95, 0.4))
    assert fact.said == "To be looked at: 5.3 % before, 40 % now."


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30))
def test_ranks_are_shared_by_ties(numbers):
    """Equal numbers have equal ranks, and all ranks together are those of no ties."""
    ranks = ranked(np.array(numbers, dtype=float)) * len(numbers)
    assert ranks.sum() == pytest.approx(len(numbers) * (len(numbers) + 1) / 2)
    assert len(set(ranks.tolist())) == len(set(numbers))


@pytest.mark.parametrize(("share", "said"), [(0.0, "0 %"), (0.034, "3.4 %"), (0.0996, "10 %"), (0.5, "50 %")])
def test_percentages_have_a_place_below_ten(share, said):
    """A share below ten per cent has one place, others none."""
    assert percent(share) == said


def test_what_is_too_rare_to_be_found_is_not_tested():
    """Five marks in both waves together are told and not tested; six are tested."""
    every = np.ones(200, dtype=bool)
    facts = [share_fact("blank", "text", "Blank", np.arange(200) < n, every, waves_of(100, 100)) for n in (5, 6)]
    assert facts[0].p is None
    assert facts[1].p == pytest.approx(0.03, abs=0.02)

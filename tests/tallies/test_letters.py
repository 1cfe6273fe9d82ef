"""Letters: which columns differ."""

from dataclasses import replace
from math import sqrt
from time import perf_counter
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportions_ztest

from freetext.survey.codeframe import Codeframe, Theme, codeframe_of
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Banner, Responses
from freetext.tallies.columns_tests import bases_of, overlap_t
from freetext.tallies.comparisons import compared
from freetext.tallies.conventions import Conventions, Correction
from freetext.tallies.crosstab import table_of
from freetext.tallies.letters import APART, letter_names, lettered, letters_in, written
from freetext.tallies.mover import mover_d
from freetext.tallies.multiplicity import significant
from freetext.tallies.prevalence import grounded
from freetext.tallies.ranks import ranking_responses
from freetext.tallies.sums import sums_of
from freetext.tallies.table import Column

PLAIN = Conventions(correction="none", least_base=10)


def columns(*counts, themes=1):
    """Responses and a banner of columns that do not overlap: for each column the base, and who has each theme."""
    given, member = [], []
    for place, (n, *held) in enumerate(counts):
        codes = np.zeros((n, themes), dtype=bool)
        for theme, count in enumerate(held):
            codes[:count, theme] = True
        given.append(codes)
        member.append(np.repeat(np.eye(len(counts), dtype=bool)[[place]], n, axis=0))
    return responses(np.concatenate(given)), banner(np.concatenate(member))


def responses(given, *, frame=None, audit=None):
    """What people ticked, or with an audit what a machine coded."""
    everybody = np.ones(len(given), dtype=bool)
    source = np.full(given.shape, Source.CLOSED if audit is None else Source.MODEL, dtype=np.uint8)
    frame = frame or codeframe_of([f"t{place}" for place in range(given.shape[1])])
    return Responses("q", "multi", frame, given, source, everybody, everybody, audit=audit)


def banner(member):
    """Columns c0, c1 ..."""
    return Banner("type", tuple(f"c{place}" for place in range(member.shape[1])), member)


def with_letters(asked, split, *, conventions=PLAIN, weights=None):
    """The table with its letters."""
    sums = sums_of(asked, banner=split, weights=weights)
    return lettered(table_of(sums, conventions), sums, conventions)


def letters_of(table, theme="t0"):
    """The letters of one row, the total's first."""
    return [cell.letters for cell in table.row(theme).cells]


def test_the_letter_stands_on_the_larger_share():
    """60 % against 30 % of 100 each: the first cell names the second column, a share in between neither."""
    table = with_letters(*columns((100, 60), (100, 30), (100, 47)))
    assert [column.letter for column in table.columns] == ["", "A", "B", "C"]
    assert letters_of(table) == ["", "B", "", "B"]


def test_small_letters_are_for_90_percent():
    """A difference at 90 % that is none at 95 % gets a small letter, and only on request."""
    asked = columns((100, 50), (100, 38))
    assert letters_of(with_letters(*asked)) == ["", "", ""]
    assert letters_of(with_letters(*asked, conventions=replace(PLAIN, lower=True))) == ["", "b", ""]


def test_the_total_is_named_t():
    """Against the total: T on the share above it; of a share below it, its letter on the total."""
    table = with_letters(*columns((200, 120), (200, 60)), conventions=replace(PLAIN, total=True))
    assert [column.letter for column in table.columns] == ["T", "A", "B"]
    assert letters_of(table) == ["B", "TB", ""]


def test_only_the_total():
    """Without letters between columns those against the total remain."""
    table = with_letters(*columns((200, 120), (200, 60)), conventions=replace(PLAIN, total=True, letters=False))
    assert letters_of(table) == ["B", "T", ""]


@settings(max_examples=60)
@given(st.tuples(st.integers(20, 400), st.integers(20, 400)), st.floats(0.05, 0.95), st.floats(0.05, 0.95))
def test_t_is_the_pooled_z_of_statsmodels(bases, one, two):
    """Without overlap and weights t is the z of two proportions with a pooled variance, and p that of t with n1 + n2 - 2."""
    counts = [max(1, round(one * bases[0])), max(1, round(two * bases[1]))]
    asked, split = columns(*zip(bases, counts, strict=True))
    sums = sums_of(asked, banner=split)
    z, _ = proportions_ztest(counts, bases)
    shares = np.array([[np.nan, counts[0] / bases[0], counts[1] / bases[1]]])
    p = overlap_t(shares, bases_of(sums), np.array([1]), np.array([2]))
    if sum(counts) < sum(bases):
        assert p[0, 0] == pytest.approx(2 * stats.t.sf(abs(z), sum(bases) - 2), abs=1e-9)
    else:
        assert np.isnan(p[0, 0])


def test_large_bases_give_the_p_of_statsmodels():
    """With very many degrees of freedom p is the z test's own."""
    counts, bases = [200_300, 200_000], [400_000, 400_000]
    asked, split = columns(*zip(bases, counts, strict=True))
    found = compared(table_of(sums := sums_of(asked, banner=split), PLAIN), sums, PLAIN)
    assert found.p.tolist() == pytest.approx([proportions_ztest(counts, bases)[1]], abs=1e-6)


def test_overlap_by_hand():
    """Columns of 60 that share 20: the variance is less by twice the overlap, and so are the degrees of freedom."""
    member = np.zeros((100, 2), dtype=bool)
    member[:60, 0] = member[40:, 1] = True
    given = np.zeros((100, 1), dtype=bool)
    given[:30] = given[60:68] = True
    sums = sums_of(responses(given), banner=banner(member))
    found = compared(table_of(sums, PLAIN), sums, PLAIN)
    one, two = 30 / 60, 8 / 60
    pooled = (one + two) / 2
    t = (one - two) / sqrt(pooled * (1 - pooled) * (1 / 60 + 1 / 60 - 2 * 20 / 3600))
    assert found.p.tolist() == pytest.approx([2 * stats.t.sf(t, 98)], abs=1e-12)


def test_weights_count_by_effective_bases():
    """With weights shares, pooled share, overlap and degrees of freedom are of weights and of effective bases."""
    dice = np.random.default_rng(5)
    member = dice.random((300, 2)) < 0.5
    given, weights = dice.random((300, 1)) < 0.4, dice.uniform(0.2, 4, 300)
    sums = sums_of(responses(given), banner=banner(member), weights=weights)
    found = compared(table_of(sums, PLAIN), sums, PLAIN)

    def base(who):
        return weights[who].sum(), weights[who].sum() ** 2 / (weights[who] ** 2).sum()

    (heavy, e1), (other, e2), (_, e0) = base(member[:, 0]), base(member[:, 1]), base(member.all(axis=1))
    one, two = (weights[given[:, 0] & member[:, each]].sum() / (heavy, other)[each] for each in (0, 1))
    pooled = (heavy * one + other * two) / (heavy + other)
    t = (one - two) / sqrt(pooled * (1 - pooled) * (1 / e1 + 1 / e2 - 2 * e0 / (e1 * e2)))
    assert found.p.tolist() == pytest.approx([2 * stats.t.sf(abs(t), e1 + e2 - e0 - 2)], abs=1e-12)


def test_against_the_total_the_column_is_the_overlap():
    """A column of 80 against the total of 200: all 80 are in both, so that the error is that of 1/80 - 1/200, with 198 degrees of freedom."""
    conventions = replace(PLAIN, total=True, letters=False)
    asked, split = columns((80, 40), (120, 30))
    found = compared(table_of(sums := sums_of(asked, banner=split), conventions), sums, conventions)
    pooled = (40 + 70) / 280
    t = (40 / 80 - 70 / 200) / sqrt(pooled * (1 - pooled) * (1 / 80 - 1 / 200))
    assert found.p[0] == pytest.approx(2 * stats.t.sf(t, 198), abs=1e-12)
    assert (found.one.tolist(), found.two.tolist()) == ([0, 0], [1, 2])


def test_a_heavy_respondent_outside_the_overlap_harms_nobody():
    """Weights can make the overlap's effective base larger than a column's own: the test is still made, with a wider error."""
    member = np.ones((101, 2), dtype=bool)
    member[0, 1] = False
    weights = np.concatenate(([80.0], np.ones(100)))
    given = np.arange(101)[:, None] % 2 == 0
    table = with_letters(responses(given), banner(member), conventions=replace(PLAIN, least_base=2), weights=weights)
    assert letters_of(table) == ["", "", ""]


@pytest.mark.parametrize("held", [0, 40])
def test_nothing_and_everything_are_not_compared(held):
    """Where nobody or everybody in both columns has the code there is nothing to test; 0 against something is tested."""
    asked, split = columns((40, held, 0), (40, held, 40), themes=2)
    table = with_letters(asked, split)
    assert letters_of(table) == ["", "", ""]
    assert letters_of(table, "t1") == ["", "", "A"]


def test_small_bases_are_not_compared():
    """A column under the least base takes no part, by its respondents or by what weights leave of them; a note says why."""
    asked, split = columns((40, 40), (29, 0))
    table = with_letters(asked, split, conventions=Conventions())
    assert letters_of(table) == ["", "", ""]
    assert not table.tested
    assert [column.letter for column in table.columns] == ["", "", ""]
    assert table.notes == ("Columns are not compared by tests: that takes two with a base of 30 or more.",)
    asked, split = columns((40, 40), (60, 0))
    uneven = np.concatenate((np.ones(40), np.full(60, 0.01)))
    uneven[41] = 30
    assert not with_letters(asked, split, conventions=Conventions(), weights=uneven).tested


def test_the_rest_of_the_total_must_be_large_enough_too():
    """A column that is nearly everybody is not compared with the total: the difference rests on the few others."""
    asked, split = columns((100, 50), (9, 0))
    assert not with_letters(asked, split, conventions=replace(PLAIN, total=True)).tested


def test_codes_that_nobody_audited_get_no_letters():
    """Machine codes without an audit are not compared: their error is unknown."""
    asked, split = columns((100, 90), (100, 10))
    table = with_letters(replace(asked, source=np.full_like(asked.source, Source.MODEL)), split)
    assert letters_of(table) == ["", "", ""]
    assert table.notes[-1] == "Columns are not compared by tests: none of the shares can be."


def test_a_table_without_a_banner_stays_as_it_is():
    """With the total alone, or letters switched off, nothing changes."""
    asked, split = columns((100, 60), (100, 30))
    alone = sums_of(asked)
    assert lettered(table_of(alone, PLAIN), alone, PLAIN) == table_of(alone, PLAIN)
    off = replace(PLAIN, letters=False)
    both = sums_of(asked, banner=split)
    assert lettered(table_of(both, off), both, off) == table_of(both, off)


@pytest.mark.parametrize(("columns", "total", "last"), [(27, False, "Z"), (28, False, "AA"), (101, False, "CV")])
def test_columns_are_named_like_those_of_a_sheet(columns, total, last):
    """A to Z, then AA; without T where that is the total."""
    names = letter_names(columns, total=total)
    assert names[-1] == last
    assert len(set(names)) == columns


def test_t_is_never_two_things():
    """Where the total is T no column is, not even as a part of a name, so that letters can be told apart."""
    names = letter_names(101, total=True)
    assert names[0] == "T"
    assert not any("T" in name for name in names[1:])
    assert names[20] == "U"


def test_letters_of_two_are_parted():
    """In a table with a column AA spaces part the letters of a cell, and they can be taken apart again."""
    wide = [Column(name, 1, 1.0, 1.0, name) for name in ("A", "B", "AA")]
    assert written(("A", "aa"), wide) == "A aa"
    assert letters_in("A aa", wide) == ("A", "aa")
    assert letters_in(written(("A", "b"), wide[:2]), wide[:2]) == ("A", "b")


def test_nets_can_be_left_out():
    """Nets take part or not, as the conventions say; the foot of the table tells which, and how many comparisons there were."""
    frame = Codeframe("f", (Theme("t0", 1, "A", net="n"), Theme("t1", 2, "B", net="n")), (Theme("n", 3, "Net"),))
    asked, split = columns((100, 60, 0), (100, 20, 0), themes=2)
    asked = replace(asked, codeframe=frame)
    table = with_letters(asked, split)
    assert letters_of(table, "n") == ["", "B", ""]
    assert "2 comparisons" in table.tested
    assert "nets included" in table.tested
    table = with_letters(asked, split, conventions=replace(PLAIN, nets=False))
    assert letters_of(table, "n") == ["", "", ""]
    assert "1 comparison " in table.tested
    assert "nets left out" in table.tested


def test_the_foot_names_what_was_done():
    """Level, test, correction, least base and that small bases are tested with care: all stand below the table."""
    asked, split = columns((100, 60), (100, 30))
    said = with_letters(asked, split, conventions=Conventions(lower=True, total=True)).tested
    assert said == (
        "A letter names a column that the share is above of: a capital at 95 %, a small one at 90 %; T is the total, and a column's "
        "letter there says that the column is below it. Two-sided t-tests of column shares on effective bases, overlap taken into "
        "account. Corrected for the 3 comparisons of this table (Benjamini-Hochberg), nets included. Not compared: bases under 30, and "
        "shares of 0 or 100 % in both columns. At bases below about 200, and for shares near 0 or 100 %, the tests are conservative: "
        "they find less than they might."
    )
    assert "Bonferroni" in with_letters(asked, split, conventions=replace(PLAIN, correction="bonferroni")).tested
    assert "Not corrected" in with_letters(asked, split).tested


def test_corrections_by_hand():
    """Of p of .01, .02 and .04 in a row and .049 in another: all for Benjamini-Hochberg and uncorrected, by Bonferroni the first and last."""
    p, rows = np.array([0.01, 0.02, 0.04, 0.049]), np.array([0, 0, 0, 1])
    assert significant(p, rows, "none", 0.05).tolist() == [True] * 4
    assert significant(p, rows, "bh", 0.05).tolist() == [True] * 4
    assert significant(p, rows, "bonferroni", 0.05).tolist() == [True, False, False, True]
    assert significant(np.array([0.02, 0.03, 0.5, 0.6]), rows, "bh", 0.05).tolist() == [False] * 4
    assert not len(significant(np.zeros(0), rows[:0], "bonferroni", 0.05))


def test_a_ranking_is_compared_by_first_choices():
    """Rows of a ranking stand in their own order; letters follow the item, not the place."""
    ranks = {"a": ["2"] * 60 + ["1"] * 60, "b": ["1"] * 60 + ["2"] * 60, "c": ["3"] * 120}
    member = np.repeat(np.eye(2, dtype=bool), 60, axis=0)
    table = with_letters(ranking_responses("issues", ranks), banner(member))
    assert (letters_of(table, "a"), letters_of(table, "b")) == (["", "", "A"], ["", "B", ""])


def audited(dice, n, shares, *, columns=2, read=150, overlap=0.0):
    """Responses whose codes a machine gave with errors, one share a column, and an audit of so many of `n` in each column."""
    given, truth, member, seen = [], [], [], []
    for place, share in enumerate(shares):
        true = dice.random((n, 1)) < share
        given.append(true ^ (dice.random((n, 1)) < 0.15))
        truth.append(true)
        seen.append(dice.permutation(n) < read)
        member.append(np.repeat(np.eye(columns, dtype=bool)[[place]], n, axis=0))
    whole, codes, read_there = np.concatenate(member), np.concatenate(given), np.concatenate(seen)
    whole |= dice.random(whole.shape) < overlap
    said = np.where(read_there[:, None], np.concatenate(truth), np.nan).astype(float)
    audit = Audit(np.zeros(len(whole), dtype=bool), read_there, np.full(len(whole), read / n), said, 0.2 + 0.5 * codes)
    return responses(codes, audit=audit), banner(whole)


def test_corrected_shares_are_compared_by_mover():
    """Where an audit corrected the codes there is a letter exactly if MOVER-D's interval of the difference leaves 0 out."""
    dice, letters = np.random.default_rng(2), []
    for gap in np.linspace(0, 0.3, 16):
        table = with_letters(*audited(dice, 500, (0.3, 0.3 + gap)))
        _, one, two = table.row("t0").cells
        assert one.kind == two.kind == "audited"
        found = mover_d(one, two)
        assert letters_of(table) == ["", "B" if found.low > 0 else "", "A" if found.high < 0 else ""]
        letters.append(any(letters_of(table)))
    assert letters[0] != letters[-1]
    assert "MOVER-D" in table.tested


def test_the_p_of_mover_is_its_level_inverted():
    """P agrees with the exact inversion by bisection to 1 % near 5 %, and to 6 % where it is small."""
    dice, conventions = np.random.default_rng(4), replace(PLAIN, least_base=5)
    for gap in np.linspace(0.02, 0.32, 12):
        asked, split = audited(dice, 400, (0.3, 0.3 + gap))
        sums = sums_of(asked, banner=split)
        found = compared(table_of(sums, conventions), sums, conventions)
        one, two = (interval_of(sums.cells[0, place]) for place in (1, 2))
        expected = bisected_p(one, two)
        assert found.estimated
        assert found.p[0] == pytest.approx(expected, rel=0.01 if expected > 0.02 else 0.06, abs=1e-7)


def bisected_p(one, two):
    """1 less the highest level at which MOVER-D's interval of two intervals leaves 0 out."""
    low, high = 0.0, 1 - 1e-9
    for _ in range(50):
        level = (low + high) / 2
        found = mover_d(one(level), two(level))
        low, high = (level, high) if found.low > 0 or found.high < 0 else (low, level)
    return 1 - low


def interval_of(cell):
    """A share and its interval at any level."""
    ground = grounded(cell)
    assert ground is not None
    return ground.interval


def test_a_column_is_compared_with_the_rest_of_the_total():
    """With corrected shares a column against the total is the column against the rest: of two columns both ways the same p."""
    conventions = replace(PLAIN, total=True)
    asked, split = audited(np.random.default_rng(1), 500, (0.3, 0.45))
    sums = sums_of(asked, banner=split)
    found = compared(table_of(sums, conventions), sums, conventions)
    assert found.one.tolist() == [0, 0, 1]
    assert found.p.tolist() == pytest.approx([found.p[2]] * 3, rel=1e-9)


def test_columns_that_overlap_are_not_compared_by_mover():
    """MOVER-D takes columns for independent: where they overlap a note says that they are not compared, the total still is."""
    asked, split = audited(np.random.default_rng(1), 500, (0.2, 0.6), overlap=0.1)
    table = with_letters(asked, split, conventions=replace(PLAIN, total=True))
    assert letters_of(table) == ["A", "", "T"]
    assert APART in table.notes


def test_an_exact_column_against_a_corrected_one():
    """Where people coded one column in full and the other by sample, both intervals enter, the exact one without coding error."""
    asked, split = audited(np.random.default_rng(3), 400, (0.2, 0.5))
    audit = asked.audit
    first = split.member[:, 0]
    said = np.where(first[:, None], asked.given, audit.truth).astype(float)
    known = replace(audit, known=first, audited=audit.audited & ~first, truth=said)
    source = np.where(first[:, None], Source.HUMAN, asked.source).astype(np.uint8)
    table = with_letters(replace(asked, audit=known, source=source), split)
    _, one, two = table.row("t0").cells
    assert (one.kind, two.kind) == ("wilson", "audited")
    assert letters_of(table) == ["", "", "A"]
    assert mover_d(two, one).low > 0


def test_who_read_everything_is_tested_as_exact():
    """People who read every answer leave no coding error: the shares are compared by the t-test, whatever the machine said."""
    asked, split = audited(np.random.default_rng(3), 200, (0.2, 0.5), read=200)
    sums = sums_of(asked, banner=split)
    found = compared(table_of(sums, PLAIN), sums, PLAIN)
    assert not found.estimated
    truth = asked.audit.truth[:, 0]
    z, _ = proportions_ztest([truth[:200].sum(), truth[200:].sum()], [200, 200])
    assert found.p.tolist() == pytest.approx([2 * stats.t.sf(abs(z), 398)], abs=1e-9)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
@pytest.mark.parametrize("weighted", [False, True])
def test_false_letters_are_as_frequent_as_they_claim(share, weighted):
    """Uncorrected, 4 to 6 % of pairs without a difference get a letter at effective bases of 200 and more (in this many runs: 3.4 to 6.6)."""
    dice = np.random.default_rng(round(100 * share))
    weights = dice.lognormal(0, 0.5, 660) if weighted else None
    member = np.zeros((660, 2), dtype=bool)
    member[:380, 0] = member[-380:, 1] = True
    false = 0
    for _ in range(20):
        table = with_letters(responses(dice.random((660, 100)) < share), banner(member), weights=weights)
        false += sum(any(cell.letters for cell in row.cells) for row in table.rows)
    assert 0.034 <= false / 2000 <= 0.066


def test_few_null_tables_have_a_letter():
    """Of tables of 15 themes by 4 columns in which nothing differs, about 5 % or fewer have a letter by default, nearly all uncorrected."""
    dice, some = np.random.default_rng(8), dict.fromkeys(get_args(Correction), 0)
    for _ in range(100):
        given, member = (
            dice.random((600, 15)) < dice.uniform(0.05, 0.6, 15),
            np.eye(4, dtype=bool)[dice.integers(0, 4, 600)],
        )
        for correction in some:
            table = with_letters(
                responses(given), banner(member), conventions=replace(PLAIN, correction=correction, least_base=30)
            )
            some[correction] += any(cell.letters for row in table.rows for cell in row.cells)
    assert some["bh"] <= 10 < some["bonferroni"] < 60 < some["none"]


def test_a_hundred_columns_by_sixty_rows_are_quick():
    """300,000 comparisons take seconds at most."""
    dice = np.random.default_rng(0)
    given, member = dice.random((6000, 60)) < 0.3, np.eye(100, dtype=bool)[dice.integers(0, 100, 6000)]
    sums = sums_of(responses(given), banner=banner(member))
    table = table_of(sums, PLAIN)
    start = perf_counter()
    assert "297,000 comparisons" in lettered(table, sums, PLAIN).tested
    assert perf_counter() - start < 3

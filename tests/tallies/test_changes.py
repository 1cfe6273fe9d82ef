"""Changes between two waves."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep
from tests.tallies.waves import audited, frame_of, halves, made, wave

from freetext.survey.codings import Source
from freetext.tallies.carried import origins
from freetext.tallies.changes import beyond_chance, changes
from freetext.tallies.crosstab import tally
from freetext.tallies.mover import mover_d
from freetext.tallies.sums import sums_of

FRAME = frame_of("money", "staff", "food", "noise")
OLD, NEW = wave(FRAME, made(300, (0.1, 0.3, 0.5, 0.05), 1)), wave(FRAME, made(500, (0.25, 0.3, 0.5, 0.05), 2))


def test_a_change_is_newcombes_difference_of_two_shares():
    """Where people coded all of both waves the change has Newcombe's hybrid score interval, ours and statsmodels'."""
    found = changes(sums_of(OLD), sums_of(NEW))
    for place, row in enumerate(found.rows):
        cell = row.cells[0]
        counts = [int(wave_.given[:, place].sum()) for wave_ in (NEW, OLD)]
        interval = confint_proportions_2indep(counts[0], 500, counts[1], 300, method="newcomb")
        assert cell.by is not None
        assert cell.by.share == pytest.approx(counts[0] / 500 - counts[1] / 300)
        assert cell.by[1:] == pytest.approx(interval, abs=1e-9)


def test_what_counts_is_corrected_for_the_number_of_comparisons():
    """Changes of the total count by Benjamini and Hochberg's procedure among themselves (statsmodels), and those of columns too; the foot says so."""
    found = changes(sums_of(OLD, banner=halves(300)), sums_of(NEW, banner=halves(500)))
    for part in (slice(0, 1), slice(1, None)):
        cells = [cell for row in found.rows for cell in row.cells[part]]
        p = [cell.p for cell in cells]
        assert [cell.counts for cell in cells] == multipletests(p, method="fdr_bh")[0].tolist()
    assert found.row("money").cells[0].counts
    assert not found.row("food").cells[0].counts
    assert "the 4 of the total and the 8 of the columns" in found.told


def test_the_change_of_a_total_is_the_same_beside_any_banner():
    """Whether the change of a total is beyond chance hangs on no banner that stands beside it."""
    plain, beside = (
        changes(sums_of(OLD), sums_of(NEW)),
        changes(sums_of(OLD, banner=halves(300)), sums_of(NEW, banner=halves(500))),
    )
    assert [row.cells[0] for row in plain.rows] == [row.cells[0] for row in beside.rows]
    crowd = [0.04, *[0.9] * 30, 0.04, *[0.9] * 30]
    assert beyond_chance(crowd, 31)[0] == beyond_chance([0.04, 0.04], 1)[0]


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_p_is_below_five_percent_where_the_interval_leaves_out_nothing(seed):
    """A change's p says what its interval says."""
    one, two = (wave(FRAME, made(80, (0.2, 0.3, 0.5, 0.1), seed + each)) for each in (0, 1))
    for row in changes(sums_of(one), sums_of(two)).rows:
        cell = row.cells[0]
        if cell.p is not None and cell.by is not None and min(abs(cell.by.low), abs(cell.by.high)) > 1e-5:
            assert (cell.p < 0.05) == (cell.by.low > 0 or cell.by.high < 0)


def test_the_other_way_round_it_is_the_same_change():
    """From NEW to OLD every change has the other sign, and the same p."""
    there, back = changes(sums_of(OLD), sums_of(NEW)), changes(sums_of(NEW), sums_of(OLD))
    for one, two in zip(there.rows, back.rows, strict=True):
        first, second = one.cells[0], two.cells[0]
        assert first.by is not None
        assert second.by is not None
        assert tuple(second.by) == pytest.approx((-first.by.share, -first.by.high, -first.by.low))
        assert first.p == pytest.approx(second.p)


def test_a_theme_that_was_not_there_says_so_instead_of_nought():
    """A new theme has no old share and no change; its new share stands."""
    today = frame_of("money", "staff", "food", "noise", "parking")
    now = wave(today, made(400, (0.1, 0.3, 0.5, 0.05, 0.2), 3))
    for old in (sums_of(OLD), sums_of(wave(today, np.column_stack([OLD.given, np.zeros(300, dtype=bool)])))):
        cell = changes(old, sums_of(now), origins=origins(today, FRAME.slugs)).row("parking").cells[0]
        assert (cell.kind, cell.said, cell.old, cell.by, cell.p) == ("new", "not in OLD", None, None, None)
        assert cell.new is not None
        assert cell.new.share == pytest.approx(now.given[:, 4].mean())


def test_codes_that_nobody_audited_have_no_change_but_raw():
    """A machine's codes without an audit have no interval, and so no change; as raw codes they have both."""
    machine = wave(FRAME, OLD.given, Source.MODEL)
    cell = changes(sums_of(machine), sums_of(NEW)).row("money").cells[0]
    assert (cell.kind, cell.said, cell.by) == ("no interval", "not audited in OLD", None)
    raw = changes(sums_of(machine), sums_of(NEW), raw=True)
    assert "none of the coding's" in raw.told
    assert "sampling and coding errors of both waves" in changes(sums_of(OLD), sums_of(NEW)).told
    assert raw.rows == changes(sums_of(OLD), sums_of(NEW)).rows
    assert raw.raw


def test_audited_shares_are_compared_as_the_tables_have_them():
    """The change is that of the tables' corrected shares, with the errors of the coding in it."""
    dice = np.random.default_rng(5)
    read = dice.random(300) < 0.4
    said = OLD.given ^ (dice.random(OLD.given.shape) < 0.1)
    old = wave(FRAME, said, Source.MODEL, audited(OLD.given, read, 0.4))
    found = changes(sums_of(old), sums_of(NEW))
    for row, before, after in zip(found.rows, tally(old).rows, tally(NEW).rows, strict=True):
        cell = row.cells[0]
        assert cell.old is not None
        assert cell.by is not None
        assert tuple(cell.old) == (before.cells[0].share, before.cells[0].low, before.cells[0].high)
        assert tuple(cell.by) == pytest.approx(tuple(mover_d(after.cells[0], before.cells[0])))


def test_columns_go_by_name_and_small_ones_are_not_tested():
    """A column that OLD does not have says so; one under 30 has its change and its interval, and no test."""
    north, south = np.arange(300) % 10 > 0, np.arange(300) % 10 == 0
    banner = halves(300)
    old = sums_of(OLD, banner=type(banner)("site", ("south", "north"), np.column_stack([south[:300], north])))
    small = sums_of(wave(FRAME, OLD.given[:50]), banner=type(banner)("site", ("south",), south[:50, None]))
    new = sums_of(NEW, banner=halves(500))
    row = changes(old, new).row("money")
    assert row.cells[1].old is not None
    assert row.cells[1].old.share == pytest.approx(OLD.given[north, 0].mean())
    _, missing, tiny = changes(small, new).row("money").cells
    assert (missing.kind, missing.said) == ("no column", "no such column in OLD")
    assert (tiny.kind, tiny.p, tiny.counts) == ("small base", None, False)
    assert tiny.by is not None


def test_a_census_of_both_waves_leaves_nothing_open():
    """Where everybody of both populations answered, and people coded, a change is what it is."""
    cell = changes(sums_of(OLD), sums_of(NEW), population=(300, 500)).row("money").cells[0]
    assert cell.by is not None
    assert cell.by.low == cell.by.high == cell.by.share


def test_a_table_without_a_test_says_so():
    """Where every base is small the foot tells of no correction for 0 comparisons."""
    one, two = (wave(FRAME, made(20, (0.1, 0.3, 0.5, 0.05), seed)) for seed in (1, 2))
    assert changes(sums_of(one), sums_of(two)).told.endswith("Nothing could be tested.")

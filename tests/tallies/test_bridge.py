"""A change in two parts: laws and single cases. How often the intervals hold the truth is in test_bridge_coverage."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep
from tests.tallies.waves import audited, frame_of, halves, made, wave

from freetext.survey.codings import Source
from freetext.tallies.bridge import bridged
from freetext.tallies.bridge_parts import Parts
from freetext.tallies.bridge_wave import Rereading, rereading_by_person
from freetext.tallies.carried import Origin, carried, origins
from freetext.tallies.changes import changes
from freetext.tallies.mover import Between
from freetext.tallies.people import by_person
from freetext.tallies.sums import sums_of

FRAME = frame_of("money", "staff", "food")
SHARES = (0.1, 0.3, 0.5)
N, M = 240, 300
OLD, NEW = wave(FRAME, made(N, SHARES, 1)), wave(FRAME, made(M, (0.2, 0.3, 0.4), 2))
SEEDS = st.integers(0, 10_000)
NOTHING_OLD = {slug: Origin(slug, "new") for slug in FRAME.slugs}


def again(given_, read, seed=3, slips=0.1, pi=None):
    """What the new coding says of those that were read: now and then something else."""
    codes = given_ ^ (np.random.default_rng(seed).random(given_.shape) < slips)
    found = np.where(read[:, None], codes.astype(float), np.nan)
    return Rereading(found, np.full(len(read), read.mean() if pi is None else pi))


def first(size, n=N):
    """The first so many of n."""
    return np.arange(n) < size


def shares(cell):
    """The three differences."""
    assert cell.total is not None
    assert cell.world is not None
    assert cell.coding is not None
    return cell.total.share, cell.world.share, cell.coding.share


def point(share):
    """A difference without width."""
    return Between(share, share, share)


def cells_of(found):
    """All cells of a bridge."""
    return [cell for row in found.rows for cell in row.cells]


def numbers(found):
    """All numbers of a bridge."""
    parts = ("old", "again", "new", "total", "world", "coding", "here")
    return [
        number
        for cell in cells_of(found)
        for each in (*(getattr(cell, part) or () for part in parts), (cell.read, cell.gained, cell.lost))
        for number in each
    ]


@settings(max_examples=25)
@given(SEEDS, st.sampled_from([0.0, 0.1, 0.5]), st.integers(30, N))
def test_the_parts_add_up(seed, slips, size):
    """World and coding add up to the total, and so do the shares that they lie between."""
    found = bridged(OLD, again(OLD.given, first(size), seed, slips), sums_of(NEW), banner=halves(N))
    for cell in cells_of(found):
        if cell.kind == "bridge":
            total, world, coding = shares(cell)
            assert world + coding == pytest.approx(total, abs=1e-15)
            assert cell.old is not None
            assert cell.again is not None
            assert cell.again.share - cell.old.share == pytest.approx(coding, abs=1e-15)


@given(st.floats(-1, 1), st.floats(-1, 1), st.integers(0, 3))
def test_printed_parts_add_up(world, coding, digits):
    """As printed, rounded, world and coding add up to the total too, each within one of its last place."""
    cell = Parts("bridge", total=point(world + coding), world=point(world), coding=point(coding))
    printed = cell.in_points(digits)
    assert printed is not None
    total, one, two = (round(float(each) * 10**digits) for each in printed)
    assert total == one + two
    assert abs(float(printed[1]) - 100 * world) <= 1.01 / 10**digits


def test_parts_that_are_missing_are_not_printed():
    """Without a part there is nothing to print."""
    assert Parts("new").in_points() is None


@settings(max_examples=25)
@given(SEEDS)
def test_a_bridge_of_everything_is_exact(seed):
    """Where all of the old wave was coded again the coding part is what it is in these answers, and the bridge is never too small."""
    few = wave(FRAME, made(20, SHARES, seed))
    for old in (OLD, few):
        everybody = np.ones(len(old), dtype=np.bool_)
        reread = again(old.given, everybody, seed)
        found = bridged(old, reread, sums_of(NEW))
        for place, row in enumerate(found.rows):
            moved = (reread.again[:, place] - old.given[:, place]).mean()
            assert shares(row.cells[0])[2] == pytest.approx(moved, abs=1e-12)
            assert row.cells[0].here == pytest.approx((moved, moved), abs=1e-9)


def test_codings_that_agree_leave_the_change_to_the_world():
    """Where both codings say the same the coding part is 0, with an interval that says how little was read, and the world's is the total."""
    found = bridged(OLD, again(OLD.given, first(60), slips=0.0), sums_of(NEW))
    for cell in cells_of(found):
        total, world, coding = shares(cell)
        assert coding == 0
        assert world == pytest.approx(total, abs=1e-15)
        assert cell.coding is not None
        assert cell.coding.low < 0 < cell.coding.high
        assert (cell.gained, cell.lost, cell.coding_p) == (0, 0, 1)


def test_the_total_is_that_of_the_table_of_changes():
    """The total and its interval are those that two waves without a bridge have: Newcombe's (statsmodels)."""
    found = bridged(OLD, again(OLD.given, first(100)), sums_of(NEW))
    for place, (row, plain) in enumerate(zip(found.rows, changes(sums_of(OLD), sums_of(NEW)).rows, strict=True)):
        assert row.cells[0].total == plain.cells[0].by
        counts = int(NEW.given[:, place].sum()), M, int(OLD.given[:, place].sum()), N
        assert row.cells[0].total is not None
        assert row.cells[0].total[1:] == pytest.approx(confint_proportions_2indep(*counts, method="newcomb"), abs=1e-9)


def test_everybody_read_twice_leaves_the_world_as_two_samples_would():
    """Where all was coded again the world's part is the difference of two samples under one coding, Newcombe's."""
    reread = again(OLD.given, first(N))
    for place, row in enumerate(bridged(OLD, reread, sums_of(NEW)).rows):
        counts = int(NEW.given[:, place].sum()), M, int(reread.again[:, place].sum()), N
        cell = row.cells[0]
        assert cell.world is not None
        assert cell.world.share == pytest.approx(counts[0] / M - counts[2] / N, abs=1e-12)
        assert cell.world[1:] == pytest.approx(confint_proportions_2indep(*counts, method="newcomb"), abs=0.01)


@settings(max_examples=20)
@given(SEEDS)
def test_the_order_of_rows_is_all_one(seed):
    """Respondents in any order give the same numbers, and so do weights of 1 and none."""
    order = np.random.default_rng(seed).permutation(N)
    rereading = again(OLD.given, first(80))
    mixed = wave(FRAME, OLD.given[order])
    columns = halves(N)
    plain = bridged(OLD, rereading, sums_of(NEW), banner=columns)
    moved = bridged(
        mixed,
        Rereading(rereading.again[order], rereading.pi[order]),
        sums_of(NEW),
        banner=replace(columns, member=columns.member[order]),
        weights=np.ones(N),
    )
    assert numbers(moved) == pytest.approx(numbers(plain), abs=1e-9)


def test_what_counts_is_corrected_within_each_part():
    """The world's parts are held against each other, and the coding's (Benjamini and Hochberg, statsmodels)."""
    codes = OLD.given.copy()
    codes[:100, 1] = True
    rereading = Rereading(np.where(first(100)[:, None], codes.astype(float), np.nan), np.full(N, 100 / N))
    found = bridged(OLD, rereading, sums_of(NEW, banner=halves(M)), banner=halves(N))
    for part, columns in product(("world", "coding"), (slice(0, 1), slice(1, None))):
        cells = [cell for row in found.rows for cell in row.cells[columns]]
        p = [getattr(cell, f"{part}_p") for cell in cells]
        assert [getattr(cell, f"{part}_counts") for cell in cells] == multipletests(p, method="fdr_bh")[0].tolist()
    assert "the 3 of the total and the 6 of the columns" in found.told


def test_a_bridge_that_is_too_small_was_not_corrected_for_anything():
    """Where no part was tested the foot says so, and not for how many comparisons it was corrected."""
    few = bridged(OLD, again(OLD.given, first(10)), sums_of(NEW))
    assert {cell.kind for cell in cells_of(few)} == {"bridge too small"}
    assert few.told.endswith("(MOVER-D). Nothing could be tested.")


def test_p_says_what_the_interval_says():
    """A part's p is below 5 % just where its interval leaves out 0."""
    for seed in range(20):
        for cell in cells_of(bridged(OLD, again(OLD.given, first(90), seed, 0.15), sums_of(NEW))):
            for part, p in ((cell.world, cell.world_p), (cell.coding, cell.coding_p)):
                assert part is not None
                assert p is not None
                if min(abs(part.low), abs(part.high)) > 1e-5:
                    assert (p < 0.05) == (part.low > 0 or part.high < 0)


def test_a_small_bridge_says_so():
    """Fewer than 30 answers read twice make no parts; what the waves say without the bridge stands."""
    found = bridged(OLD, again(OLD.given, first(40)), sums_of(NEW, banner=halves(M)), banner=halves(N))
    total, north, _ = found.row("money").cells
    assert (total.kind, total.read) == ("bridge", 40)
    assert (north.kind, north.said, north.read) == ("bridge too small", "bridge too small (20)", 20)
    assert (north.world, north.coding, north.world_p) == (None, None, None)
    assert north.total is not None


def test_a_new_theme_is_told_under_the_new_coding_alone():
    """Of a theme that OLD could not be coded with there is no change and no coding part, but OLD's share under the new coding, and the world's part."""
    today = frame_of("money", "staff", "food", "parking")
    now = wave(today, made(M, (*SHARES, 0.3), 5))
    codes = np.column_stack([OLD.given, made(N, (0.2,), 6)]).astype(float)
    rereading = Rereading(np.where(first(100)[:, None], codes, np.nan), np.full(N, 100 / N))
    found = bridged(carried(OLD, today), rereading, sums_of(now), origins=origins(today, FRAME.slugs))
    cell = found.row("parking").cells[0]
    assert (cell.kind, cell.said, cell.old, cell.total, cell.coding) == ("new", "not in OLD", None, None, None)
    assert cell.again is not None
    assert cell.again.share == pytest.approx(codes[:100, 3].mean())
    assert cell.world is not None
    counts = int(now.given[:, 3].sum()), M, int(codes[:100, 3].sum()), 100
    assert cell.world[1:] == pytest.approx(confint_proportions_2indep(*counts, method="newcomb"), abs=1e-9)


def machine(truth, seed=4, known=0):
    """An old wave that a machine coded and people audited, the first `known` for a reason of their own."""
    dice = np.random.default_rng(seed)
    n = len(truth)
    sure, read = first(known, n), dice.random(n) < 0.5
    said = truth ^ (dice.random(truth.shape) < 0.1)
    said[sure | read] = truth[sure | read]
    return wave(FRAME, said, Source.MODEL, audited(truth, read, 0.5, sure))


def test_an_audited_wave_makes_pairs_of_what_people_coded():
    """Pairs are answers that people coded in either time; of others in the bridge a note says that nothing can be told."""
    truth = made(N, SHARES, 1)
    old = machine(truth, known=20)
    assert old.audit is not None
    there = old.audit.known | old.audit.audited
    inside, outside = (again(truth, read, slips=0.1) for read in (there, first(N)))
    one, two = (bridged(old, each, sums_of(NEW)) for each in (inside, outside))
    assert one.notes == ()
    assert one.read == two.read == int(there.sum())
    assert two.notes[0].startswith(f"{N - one.read} answers of the bridge tell nothing of the coding")
    plain = changes(sums_of(old), sums_of(NEW))
    for left, right, row in zip(cells_of(one), cells_of(two), plain.rows, strict=True):
        assert left.coding is not None
        assert right.coding is not None
        assert tuple(left.coding) == pytest.approx(tuple(right.coding), abs=1e-12)
        assert left.total == row.cells[0].by


def test_an_audited_wave_read_again_in_full_is_known_where_the_audit_is():
    """With all that people coded read again, without another code, the share under the new coding is the corrected old one."""
    truth = made(N, SHARES, 1)
    old = machine(truth, known=20)
    assert old.audit is not None
    found = bridged(old, again(truth, old.audit.known | old.audit.audited, slips=0.0, pi=1.0), sums_of(NEW))
    for cell in cells_of(found):
        assert cell.again is not None
        assert cell.old is not None
        assert cell.again.share == cell.old.share
        assert cell.again.low <= cell.old.low + 1e-12


def test_an_old_wave_that_nobody_audited_has_the_worlds_part_alone():
    """Where a machine alone coded OLD, a bridge among all its answers is an audit of today: the world's part stands, the others do not."""
    truth = made(N, SHARES, 1)
    old = replace(machine(truth), audit=None)
    found = bridged(old, again(truth, first(100), slips=0.05), sums_of(NEW))
    for place, cell in enumerate(cells_of(found)):
        assert (cell.kind, cell.said) == ("not audited", "not audited in OLD")
        assert (cell.old, cell.total, cell.coding, cell.read) == (None, None, None, 100)
        assert cell.again is not None
        assert cell.world is not None
        assert cell.again.low < truth[:, place].mean() < cell.again.high
        alone = bridged(wave(FRAME, truth), again(truth, first(100)), sums_of(NEW), origins=NOTHING_OLD)
        other = cells_of(alone)[place].again
        assert other is not None
        assert cell.again.high - cell.again.low < other.high - other.low
    among_people = Rereading(again(truth, first(100)).again, np.where(first(150), 0.6, 0.0))
    cell = bridged(old, among_people, sums_of(NEW)).rows[0].cells[0]
    assert (cell.kind, cell.said) == ("no interval", "not audited in OLD")


def test_raw_codes_are_compared_as_they_stand():
    """Of raw codes nothing is corrected: both models' codes of the same answers differ by what they differ."""
    truth = made(N, SHARES, 1)
    old, now = machine(truth), wave(FRAME, NEW.given, Source.MODEL)
    rereading = again(old.given, first(N), pi=1.0)
    found = bridged(old, rereading, sums_of(now), raw=True)
    for place, cell in enumerate(cells_of(found)):
        moved = (rereading.again[:, place] - old.given[:, place]).mean()
        assert cell.kind == "bridge"
        assert cell.here == pytest.approx((moved, moved), abs=1e-9)
        assert cell.old is not None
        assert cell.old.share == old.given[:, place].mean()
    assert bridged(old, rereading, sums_of(now)).row("money").cells[0].said == "not audited in NEW"


def test_rows_of_a_respondent_are_joined_as_a_tally_joins_them():
    """Who has several rows was read where all of them were, and has what any has."""
    codes = np.array([[1.0, 0, 0], [0, 0, 1], [0, 1, 0], [np.nan] * 3, [0, 0, 0]])
    found = rereading_by_person(Rereading(codes, np.array([0.5, 0.4, 0.5, 0.0, 0.5])), np.array([0, 0, 1, 1, 2]), 4)
    assert found.again[0].tolist() == [1, 0, 1]
    assert np.isnan(found.again[[1, 3]]).all()
    assert found.read.tolist() == [True, False, True, False]
    assert found.pi[[0, 2]].tolist() == [0.4, 0.5]


def test_respondents_with_several_answers_are_no_more_than_one():
    """Every answer given three times over is the same bridge once respondents are joined: it is they who were drawn, not answers."""
    person = np.repeat(np.arange(N), 3)
    tripled = by_person(wave(FRAME, OLD.given[person]), person, N)
    single = again(OLD.given, first(80))
    joined = rereading_by_person(Rereading(single.again[person], single.pi[person]), person, N)
    assert numbers(bridged(tripled, joined, sums_of(NEW))) == numbers(bridged(OLD, single, sums_of(NEW)))


def test_what_was_read_must_have_been_drawn():
    """An answer that was read again with a probability of 0, or codes of other rows, are refused."""
    with pytest.raises(ValueError, match="a probability above 0"):
        Rereading(np.zeros((2, 3)), np.array([0.5, 0.0]))
    with pytest.raises(ValueError, match="what was read again is"):
        bridged(OLD, Rereading(np.zeros((2, 3)), np.ones(2)), sums_of(NEW))


def test_blank_answers_need_no_reading():
    """With those asked as the base, blank answers have no theme, then and now, and are not counted as read."""
    answered = np.arange(N) % 4 > 0
    old = replace(OLD, given=OLD.given & answered[:, None], answered=answered)
    found = bridged(old, again(old.given, first(100) & answered, slips=0.2, pi=0.5), sums_of(NEW), base="asked")
    cell = found.row("staff").cells[0]
    assert cell.read == found.read == int((first(100) & answered).sum())
    assert cell.again is not None
    assert cell.again.high < 0.75


def begun_early(seed):
    """A wave whose audit went on after its bridge was begun, and that bridge, read whole: today's coders find more in what the queue took."""
    dice = np.random.default_rng(seed)
    n, queued = 1200, first(300, 1200)
    truth = dice.random((n, 3)) < 0.3
    draws = dice.random(n)
    then, now = ((draws < pi) & ~queued for pi in (0.1, 0.4))
    said = truth ^ ((dice.random(truth.shape) < 0.1) & ~(queued | now)[:, None])
    old = wave(FRAME, said, Source.MODEL, audited(truth, now, 0.4, queued))
    today = np.where((queued | then)[:, None], truth | queued[:, None], np.nan)
    return old, today.astype(float), np.where(queued, 1.0, np.where(then, 0.1, 0.0)), truth


def test_a_bridge_weighs_its_pairs_by_what_was_known_when_it_was_begun():
    """Answers that the old audit reached later could not be drawn: those that could stand for them, and the parts are not moved by it."""
    errors = []
    for seed in range(12):
        old, today, known, truth = begun_early(seed)
        pi = (known > 0).astype(float)
        cell = bridged(old, Rereading(today, pi, known), sums_of(NEW)).rows[0].cells[0]
        assert cell.coding is not None
        errors.append(cell.coding.share - (1 - truth[:300, 0].mean()) / 4)
        assert cell.read == np.count_nonzero(known)
    assert abs(np.mean(errors)) < 0.01


def test_what_was_known_later_than_the_bridge_was_begun_is_no_pair():
    """An answer behind a gap of the old audit had no probability then: it is told, and weighs nothing, though its code is known today."""
    old, today, known, _ = begun_early(1)
    behind = known * (np.arange(len(known)) != 5)
    found = bridged(old, Rereading(today, np.ones(len(known)), behind), sums_of(NEW))
    assert found.read == np.count_nonzero(behind)
    assert found.notes[0].startswith("1 answer of the bridge tell")


def test_the_chance_of_having_been_known_is_a_respondent_s():
    """Rows of a respondent are joined with the smallest probability; where nothing was said of it nothing is."""
    person = np.array([0, 0, 1])
    rows = Rereading(np.ones((3, 1)), np.ones(3), np.array([0.5, 0.25, 1.0]))
    joined = rereading_by_person(rows, person, 2)
    assert joined.known is not None
    assert joined.known.tolist() == [0.25, 1.0]
    assert rereading_by_person(Rereading(rows.again, rows.pi), person, 2).known is None

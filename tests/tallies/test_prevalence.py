"""Shares corrected by an audit: laws and single cases. How often intervals hold the truth is in test_coverage."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.tallies.audited import Audited, audited_share
from freetext.tallies.intervals import wilson, wilson_of
from freetext.tallies.prevalence import Estimate, estimate, grounded, too_small
from freetext.tallies.strata import CellSums, Known, Stratum
from freetext.tallies.sums import SCALE


@st.composite
def strata(draw, band, pi, *, read=None):
    """A stratum of answers with weights 1 to 5; `read` says how many are audited."""
    weights = draw(st.lists(st.integers(1, 5), min_size=1, max_size=60))
    audited = draw(st.integers(0, len(weights))) if read is None else read(len(weights))
    held = draw(st.lists(st.sampled_from([0, 1, 2]), min_size=audited, max_size=audited))
    seen = weights[:audited]
    given_ = sum(weight * twice for weight, twice in zip(seen, held, strict=True))
    return Stratum(band, pi, len(weights), sum(weights), audited, sum(seen), sum(each**2 for each in seen), given_)


@st.composite
def cells(draw, *, read=None, known=50):
    """The sums of a cell: known answers, and the rest in up to four bands of up to two probabilities."""
    places = draw(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0.25, 0.5])), unique=True, max_size=6))
    rest = tuple(draw(strata(band, pi, read=read)) for band, pi in sorted(places))
    n = draw(st.integers(0, known))
    certain = Known(n, 2 * n, draw(st.integers(0, 4 * n)))
    weight = certain.weight + sum(each.weight for each in rest)
    return CellSums(n + sum(each.n for each in rest), weight, 3 * weight, certain, rest)


def plain(band, n, audited, held, pi=0.5):
    """A stratum of unweighted answers."""
    return Stratum(band, pi, n, n, audited, audited, audited, 2 * held)


def cell_of(*rest, known=0, held=0):
    """The sums of an unweighted cell."""
    n = known + sum(each.n for each in rest)
    return CellSums(n, n, n, Known(known, known, 2 * held), rest)


def times(cell, factor):
    """The same cell with all weights multiplied."""
    rest = tuple(
        replace(each, weight=each.weight * factor, a=each.a * factor, a2=each.a2 * factor**2, given=each.given * factor)
        for each in cell.strata
    )
    known = Known(cell.known.n, cell.known.weight * factor, cell.known.given * factor)
    return CellSums(cell.n, cell.weight * factor, cell.weight2 * factor**2, known, rest)


def sure(cell, **how):
    """The estimate of a cell that has one."""
    found = estimate(cell, **how)
    assert found is not None
    return found


def numbers(found):
    """All numbers of an estimate."""
    return [found.share, *found.coding, *found.sampling, *found.total]


@settings(max_examples=100)
@given(cells(read=lambda n: n))
def test_everything_read_is_the_exact_count(cell):
    """Where people read everything, for whatever reason, the share is the exact count and the coding interval has no width."""
    if cell.weight == 0:
        assert estimate(cell) is None
        return
    found = sure(cell)
    share = (cell.known.given + sum(each.given for each in cell.strata)) / (2 * cell.weight)
    sampling = wilson(share, cell.weight**2 / cell.weight2)
    read = sum(each.audited for each in cell.strata)
    assert found == Estimate(share, (share, share), sampling, found.total, read, exact=True)
    assert found.total == pytest.approx(sampling, abs=1e-12)
    assert not too_small(cell)


@settings(max_examples=100)
@given(st.integers(0, 200), st.integers(1, 200), st.integers(1, 5000), st.data())
def test_a_constant_score_is_the_audit_alone(known, audited, others, data):
    """With one stratum of which less than half was read, the estimate and its interval are Wilson's of the audit, finite population and all."""
    held, certain = data.draw(st.integers(0, audited)), data.draw(st.integers(0, known))
    rest = audited + others
    found = sure(cell_of(plain(0, rest, audited, held), known=known, held=certain))
    alone = audited_share(Audited(known + rest, known, certain, audited, held))
    assert alone is not None
    share, low, high = alone
    assert found.share == pytest.approx(share, abs=1e-12)
    if audited < others:
        least, most = (certain + held) / (known + rest), 1 - (known - certain + audited - held) / (known + rest)
        assert found.coding == pytest.approx((max(low, least), min(high, most)), abs=1e-9)


@settings(max_examples=100)
@given(cells(), st.sampled_from([2, 3, 10, SCALE, 1000 * SCALE]))
def test_the_unit_of_weights_is_all_one(cell, factor):
    """Multiplying all weights changes no number: weights of 1 are no weights, and a table's own unit does not show."""
    one, other = estimate(cell), estimate(times(cell, factor))
    assert (one is None) == (other is None)
    if one:
        assert numbers(other) == pytest.approx(numbers(one), abs=1e-9)


@settings(max_examples=60)
@given(cells(), st.randoms(use_true_random=False))
def test_the_order_of_strata_is_all_one(cell, dice):
    """Strata in any order give the same numbers, bit for bit."""
    mixed = list(cell.strata)
    dice.shuffle(mixed)
    assert estimate(replace(cell, strata=tuple(mixed))) == estimate(cell)


@settings(max_examples=200)
@given(cells(), st.sampled_from([None, 1000, 100_000]))
def test_the_share_lies_in_its_intervals_and_they_in_what_is_certain(cell, population):
    """The share lies in each interval and each in 0..1; the coding interval within what is certain; the total one holds both others."""
    found = estimate(cell, population=population)
    if found is None:
        return
    for low, high in (found.coding, found.sampling, found.total):
        assert 0 <= low <= found.share <= high <= 1
    assert (found.low, found.high) == found.total
    held = cell.known.given + sum(each.given for each in cell.strata)
    lacking = 2 * cell.known.weight - cell.known.given + sum(2 * each.a - each.given for each in cell.strata)
    assert held / (2 * cell.weight) <= found.coding[0] + 1e-12
    assert found.coding[1] <= 1 - lacking / (2 * cell.weight) + 1e-12
    for low, high in (found.coding, found.sampling):
        assert found.total[0] <= low + 1e-12
        assert high <= found.total[1] + 1e-12


@settings(max_examples=100)
@given(cells(), st.lists(st.floats(0.01, 0.9999), min_size=2, max_size=2, unique=True))
def test_a_higher_level_is_wider(cell, levels):
    """At a higher level every interval holds that of a lower one."""
    if estimate(cell) is None:
        return
    lower, higher = (sure(cell, level=level) for level in sorted(levels))
    for inner, outer in zip(
        (lower.coding, lower.sampling, lower.total), (higher.coding, higher.sampling, higher.total), strict=True
    ):
        assert outer[0] <= inner[0] + 1e-9
        assert inner[1] <= outer[1] + 1e-9


@settings(max_examples=40)
@given(cells(), st.sampled_from([0.5, 0.9, 0.95, 0.99]))
def test_the_ground_gives_the_same_at_any_level(cell, level):
    """What rests on one ground at many levels is what is estimated anew at each."""
    ground = grounded(cell, population=5000)
    found = estimate(cell, population=5000, level=level)
    assert (ground is None) == (found is None)
    if ground and found:
        assert ground.estimate(level) == found
        assert ground.interval(level) == (found.share, found.low, found.high)


@pytest.mark.parametrize(
    "cell",
    [
        cell_of(),
        cell_of(plain(0, 100, 0, 0)),
        cell_of(plain(0, 100, 40, 3), plain(0, 10, 0, 0, pi=0.0)),
        CellSums(5, 0, 0, Known(5, 0, 0), ()),
        CellSums(50, 50, 50, Known(), (Stratum(0, 0.5, 50, 50, 2, 0, 0, 0),)),
    ],
    ids=["empty base", "nothing audited", "a kind that was not audited", "no weight", "what was audited has no weight"],
)
def test_what_cannot_be_estimated_has_no_estimate(cell):
    """No audit, no estimate; nor for a base that is empty or weighs nothing, nor where a part of it was never drawn from."""
    assert estimate(cell) is None


def test_each_stratum_speaks_for_itself():
    """The share is what is known, and in each stratum its size times what was seen of it."""
    found = sure(cell_of(plain(0, 500, 50, 1), plain(1, 300, 30, 9), plain(2, 100, 20, 18), known=100, held=60))
    assert found.share == pytest.approx((60 + 500 * 0.02 + 300 * 0.3 + 100 * 0.9) / 1000)
    assert (found.audited, found.exact) == (100, False)


def test_the_probability_of_being_audited_cancels_out():
    """Columns audited more densely count no more for it: within a stratum pi does not matter."""
    dense, thin = plain(0, 100, 50, 10, pi=0.5), plain(0, 900, 30, 3, pi=0.03)
    assert sure(cell_of(thin, dense)).share == pytest.approx((100 * 0.2 + 900 * 0.1) / 1000)
    moved = (replace(thin, pi=0.04), replace(dense, pi=0.6))
    assert sure(cell_of(*moved)) == sure(cell_of(thin, dense))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((plain(0, 500, 50, 5), plain(1, 200, 20, 10), plain(2, 300, 0, 0)), 500 * 0.1 + 500 * 0.5),
        ((plain(0, 500, 0, 0), plain(1, 200, 20, 10), plain(2, 300, 30, 30)), 700 * 0.5 + 300),
        ((plain(0, 500, 50, 5), plain(1, 200, 0, 0), plain(2, 300, 30, 30)), 700 * 0.1 + 300),
        ((plain(0, 990, 0, 0), plain(1, 10, 10, 10)), 1000),
    ],
    ids=["highest", "lowest", "middle", "all that is left open"],
)
def test_what_nobody_read_counts_like_its_neighbour(parts, expected):
    """A stratum that nobody read is merged with the next lower one that somebody did, the lowest with the next higher."""
    assert sure(cell_of(*parts)).share == pytest.approx(expected / 1000)


def test_a_stratum_read_in_full_is_known():
    """What was read in full leaves nothing uncertain, and does not speak for its neighbours."""
    part = plain(1, 300, 30, 9)
    read = sure(cell_of(part, plain(2, 20, 20, 19)))
    known = sure(cell_of(part, known=20, held=19))
    assert read == replace(known, audited=50)


def test_weights_cost_what_kish_says():
    """Weights in the audit leave (sum w)^2 / sum w^2 of its size: 90^2 / 150 = 54, as of 900."""
    cell = CellSums(1000, 1500, 2500, Known(), (Stratum(0, 0.1, 1000, 1500, 60, 90, 150, 60),))
    expected = wilson_of(1 / 3, 54, 900)
    assert sure(cell).coding == pytest.approx(expected)
    assert sure(cell).sampling == wilson(1 / 3, 1500**2 / 2500)


def test_one_unread_answer_is_not_ruled_out():
    """With 30 of 36 read and the theme in none, one unread answer may still hold it; with 35 of 36, that is unlikely enough."""
    assert sure(cell_of(plain(0, 36, 30, 0))).coding == pytest.approx((0, 1 / 36))
    assert wilson_of(0, 30, 36)[1] < 1 / 36
    assert sure(cell_of(plain(0, 36, 35, 0))).coding[1] < 1 / 36
    assert sure(cell_of(plain(0, 36, 30, 30))).coding == pytest.approx((35 / 36, 1))


@pytest.mark.parametrize("population", [300, 200, 10])
def test_where_all_answered_only_the_coding_is_uncertain(population):
    """With no more in the population than answered, the sampling interval has no width and the total one is the coding one."""
    found = sure(cell_of(plain(0, 300, 60, 12)), population=population)
    assert found.sampling == (found.share, found.share)
    assert found.total == pytest.approx(found.coding)


def test_a_population_narrows_the_sampling_interval():
    """Half of the population leaves half of the variance; a large one leaves it as it is."""
    cell = cell_of(plain(0, 300, 60, 12))
    bare = sure(cell)
    assert bare.sampling == wilson(0.2, 300)
    assert sure(cell, population=600).sampling == wilson(0.2, 600)
    assert sure(cell, population=10**15).sampling == pytest.approx(bare.sampling)
    assert sure(cell, population=600).coding == bare.coding


def test_a_hundred_million_answers_are_no_trouble():
    """Sums of a hundred million weights in units of 2^-60 neither overflow nor lose what shows."""
    cell = times(cell_of(plain(0, 90_000_000, 400, 8), plain(2, 9_999_000, 200, 180), known=1000, held=500), SCALE)
    found = sure(cell)
    assert found.share == pytest.approx((500 + 90e6 * 0.02 + 9_999_000 * 0.9) / 1e8)
    assert 0.09 < found.low < found.share < found.high < 0.13


@pytest.mark.parametrize(
    ("cell", "small"),
    [
        (cell_of(plain(0, 100, 29, 3)), True),
        (cell_of(plain(0, 100, 20, 3), plain(1, 50, 10, 3)), False),
        (cell_of(plain(0, 12, 12, 3)), False),
        (cell_of(plain(0, 12, 11, 3), known=500), True),
        (cell_of(known=5), False),
        (cell_of(plain(0, 100, 0, 0)), True),
    ],
)
def test_thirty_audited_or_all_are_enough(cell, small):
    """A column needs 30 audited answers of its own among those that are not known, or all of them."""
    assert too_small(cell) == small


A_SITE = plain(0, 300, 90, 9, pi=0.3)


@pytest.mark.parametrize(
    ("other", "small"),
    [
        (plain(0, 300, 0, 0, pi=0.01), True),
        (plain(0, 17, 0, 0, pi=0.01), True),
        (plain(0, 15, 0, 0, pi=0.01), False),
        (plain(2, 300, 0, 0, pi=0.3), False),
    ],
    ids=["half of it", "more than 5 %", "less than 5 %", "another band of the same pi"],
)
def test_a_class_of_pi_that_nobody_read_is_no_ground(other, small):
    """Classes of pi that nobody read make the audit too small, and leave no estimate, where they are over 5 % of the weight."""
    cell = cell_of(A_SITE, other)
    assert too_small(cell) == small
    assert (estimate(cell) is None) == small


@pytest.mark.parametrize(
    ("others", "small"),
    [
        ((plain(0, 300, 4, 0, pi=0.01),), True),
        ((plain(0, 300, 5, 0, pi=0.01),), False),
        ((plain(0, 150, 2, 0, pi=0.01), plain(2, 150, 3, 2, pi=0.01)), False),
        ((plain(0, 15, 1, 0, pi=0.01),), False),
        ((plain(0, 20, 4, 0, pi=0.2),), False),
        ((plain(0, 4, 3, 0, pi=0.8),), False),
        ((plain(0, 4, 4, 0, pi=0.8),), False),
    ],
    ids=[
        "four read",
        "five read",
        "five in two bands",
        "less than 5 %",
        "half of its part",
        "one unread",
        "read in full",
    ],
)
def test_a_class_of_pi_of_which_a_handful_was_read_is_too_small_an_audit(others, small):
    """A class of pi of which more than 5 % of the weight is unread needs 5 audited answers, or half of what would be its part."""
    assert too_small(cell_of(A_SITE, *others)) == small


def test_a_stratum_that_a_blank_ended_is_too_small_an_audit():
    """Two answers read of 1,644 speak for nobody, however many were read elsewhere; what was read in full needs no fifth answer."""
    assert too_small(cell_of(plain(0, 356, 198, 40, pi=198 / 356), plain(0, 1644, 2, 1, pi=2 / 1644)))
    assert not too_small(cell_of(plain(0, 1000, 100, 40, pi=0.1), plain(0, 3, 3, 1, pi=1.0), known=200, held=10))
    assert too_small(cell_of(plain(0, 40, 40, 10, pi=0.9), plain(0, 1000, 2, 1, pi=0.002)))


def test_a_small_class_that_nobody_read_widens_the_interval_by_all_it_may_hold():
    """Up to 5 % it counts like all others, and the coding interval allows for all of it, or none, holding the theme."""
    alone, lent = sure(cell_of(A_SITE)), sure(cell_of(A_SITE, plain(2, 15, 0, 0, pi=0.01)))
    part = 15 / 315
    assert lent.share == pytest.approx(alone.share)
    assert lent.coding[0] == pytest.approx(alone.coding[0] * (1 - part))
    assert lent.coding[1] == pytest.approx(alone.coding[1] * (1 - part) + part)


def test_no_class_of_pi_speaks_for_another_one():
    """An unread band takes the share of the next band of its own pi, whatever lies nearer with another."""
    other = (plain(0, 100, 20, 2, pi=0.2), plain(2, 100, 20, 18, pi=0.2), plain(2, 100, 0, 0, pi=0.3))
    assert sure(cell_of(A_SITE, *other)).share == pytest.approx((400 * 0.1 + 10 + 90) / 600)

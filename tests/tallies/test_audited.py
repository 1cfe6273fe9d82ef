"""A share out of an audit and of answers that are known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.tallies.audited import FEWEST, START, Audited, audit_wanted, audited_share
from freetext.tallies.intervals import enough, wilson_of


@st.composite
def counts(draw):
    """Any counts that can be."""
    known, audited, others = draw(st.tuples(st.integers(0, 200), st.integers(0, 200), st.integers(0, 2000)))
    return Audited(
        known + audited + others, known, draw(st.integers(0, known)), audited, draw(st.integers(0, 2 * audited)) / 2
    )


@settings(max_examples=100)
@given(counts())
def test_a_share_lies_within_what_the_known_answers_leave_open(each):
    """Share and interval lie between the known positives and all but the known negatives, the share inside the interval."""
    found = audited_share(each)
    if found is None:
        assert each.audited == 0 < each.rest
        return
    share, low, high = found
    least, most = each.known_given, each.size - (each.known - each.known_given)
    whole = max(each.size, 1)
    assert least / whole - 1e-9 <= low <= share + 1e-12
    assert share <= high + 1e-12
    assert high <= max(most / whole, 0) + 1e-9


@settings(max_examples=100)
@given(counts())
def test_all_coded_leaves_no_width(each):
    """Where everything is coded, at random or not, the share is the exact count and its interval has no width."""
    full = Audited(each.known + each.audited, each.known, each.known_given, each.audited, each.given)
    found = audited_share(full)
    assert found is not None
    assert found == pytest.approx([(each.known_given + each.given) / max(full.size, 1)] * 3)
    assert audit_wanted(full, 0.01) <= full.audited


def test_nothing_known_is_the_plain_interval():
    """Without known answers it is Wilson's interval of the audit, finite population and all."""
    expected = (0.25, *wilson_of(0.25, 120, 1000))
    assert audited_share(Audited(1000, 0, 0, 120, 30)) == pytest.approx(expected)


def test_known_answers_narrow_the_interval():
    """Half of the answers known: the other half's share and interval weigh half."""
    low, high = wilson_of(0.25, 120, 500)
    expected = (0.2 + 0.125, 0.2 + low / 2, 0.2 + high / 2)
    assert audited_share(Audited(1000, 500, 200, 120, 30)) == pytest.approx(expected)


@settings(max_examples=100)
@given(counts(), st.floats(0.01, 0.4))
def test_what_is_wanted_reaches_the_target(each, target):
    """With as many audited as are wanted, and the share that was seen, the interval is as narrow as it shall be."""
    wanted = audit_wanted(each, target)
    assert wanted <= each.rest
    if each.audited >= FEWEST and wanted:
        share = each.given / each.audited
        low, high = wilson_of(share, wanted, each.rest)
        assert (high - low) / 2 * each.rest / each.size <= target + 1e-7


def test_before_30_are_audited_the_plan_is_for_ten_percent():
    """A few answers are no ground to plan on: 2 of 4 do not ask for the audit of a share of 50 %."""
    assert audit_wanted(Audited(5000, 0, 0, 4, 2), 0.05) == enough(START, 0.05, 5000)
    assert audit_wanted(Audited(5000, 0, 0, 40, 20), 0.05) == enough(0.5, 0.05, 5000)


def test_at_least_30_or_all_are_wanted():
    """However wide the interval may be, 30 answers are audited, or all where there are fewer."""
    assert audit_wanted(Audited(5000, 0, 0, 0, 0), 0.4) == 30
    assert audit_wanted(Audited(17, 0, 0, 0, 0), 0.4) == 17
    assert audit_wanted(Audited(0, 0, 0, 0, 0), 0.4) == 0

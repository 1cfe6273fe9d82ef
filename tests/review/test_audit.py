"""The random audit: its numbers, its order and how far it has come."""

from hashlib import blake2b

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.review.audit import (
    audit_order,
    decided,
    draw,
    gapless,
    mixed,
    next_audit,
    planned_part,
    realised,
    respondent_digests,
    strata,
)

PEOPLE = st.lists(st.text(max_size=8), max_size=60)


@given(st.text(max_size=5), PEOPLE)
def test_u_is_the_digest_of_salt_and_respondent(salt, people):
    """A respondent's number is blake2b(salt|respondent) / 2^64, in [0, 1), whoever else is there."""
    found = draw(salt, people)
    expected = [
        int.from_bytes(blake2b(f"{salt}|{each}".encode(errors="surrogatepass"), digest_size=8).digest()) / 2**64
        for each in people
    ]
    assert found == pytest.approx(expected, abs=2.0**-52)
    assert ((found >= 0) & (found < 1)).all()
    assert draw(salt, people[::-1]).tolist() == found[::-1].tolist()


def test_the_largest_digest_is_not_one(make):
    """A number u stays below 1 also where a 64-bit digest rounds up to 2^64."""
    answers = make.survey(1)
    answers.digests[0] = np.uint64(2**64 - 1)
    assert answers.draws[0] < 1


@given(PEOPLE, st.floats(0, 1), st.floats(0, 1))
def test_audits_are_nested(people, one, other):
    """Raising pi adds respondents to the audit and drops none."""
    u = draw("salt", people)
    assert not ((u < min(one, other)) & ~(u < max(one, other))).any()


def test_another_salt_audits_others():
    """The salt decides who is audited, about as many each time, and one audit says nothing about the other."""
    people = [str(number) for number in range(4000)]
    one, other = draw("one", people) < 0.2, draw("other", people) < 0.2
    assert one.mean() == pytest.approx(0.2, abs=0.02)
    assert (one & other).mean() == pytest.approx(0.04, abs=0.012)


def test_mixed_digests_tell_nothing_of_u():
    """What shares the answers out has nothing to do with the order of the audit."""
    digests = respondent_digests("salt", [str(number) for number in range(4000)])
    assert abs(np.corrcoef(digests.astype(float), mixed(digests, 12345).astype(float))[0, 1]) < 0.05
    assert len(set(mixed(digests, 7).tolist())) == 4000


@given(st.integers(0, 30), st.sets(st.integers(0, 89)), st.sets(st.integers(0, 89)))
def test_realised_pi_is_the_last_u_without_a_gap(make, people, coded, stratum):
    """Everything of the stratum up to the realised pi is coded, and the next is not; other answers do not count."""
    answers = make.survey(people, ("a", "b", "c"))
    done, inside = (np.isin(np.arange(3 * people), list(each)) for each in (coded, stratum))
    pi, u = realised(answers.draws, done, inside), answers.draws
    assert done[inside & (u < pi)].all()
    if (inside & ~done).any():
        assert pi <= u[inside & ~done].min()
    else:
        assert pi == 1
    assert realised(u, done | ~inside, inside) == pi


def test_one_respondents_answers_stand_together(make):
    """In the audit's order all answers of one respondent follow each other, in the order of the file."""
    answers = make.survey(20, ("a", "b"))
    order = audit_order(answers.draws).reshape(20, 2)
    assert (order[:, 1] - order[:, 0] == 20).all()


def test_gapless():
    """Flags are counted up to the first that is not set."""
    assert [gapless(np.array(each, dtype=bool)) for each in ([], [1, 1], [1, 0, 1], [0])] == [0, 2, 1, 0]


def test_what_is_audited_and_what_is_known(make):
    """Queued, looked-up, imported and picked answers are known; the audit is what else was reached without a gap; a rule codes nothing."""
    answers = make.survey(8, blank=(5,))
    order = [place for place in audit_order(answers.draws).tolist() if place != 5]
    keys = [answers.keys[place] for place in order]
    events = [
        make.said(keys[0]),
        make.said(keys[1], source="queue"),
        make.said(keys[2]),
        make.said(keys[2], source="queue", event="pick"),
        make.said(keys[3]),
        make.said(keys[4], source="rule"),
        make.said(keys[5], source="import"),
        make.said(keys[6]),
    ]
    (stratum,) = strata(answers, decided(answers, events), ["why"])
    assert stratum.places.tolist() == order
    assert stratum.known.tolist() == [order[1], order[2], order[5]]
    assert stratum.audited.tolist() == [order[0], order[3]]


def test_what_was_taken_back_is_a_gap(make):
    """A decision that was undone is none, and the audit has not passed the answer."""
    answers = make.survey(6)
    keys = [answers.keys[place] for place in audit_order(answers.draws).tolist()]
    events = [*map(make.said, keys), make.said(keys[2], event="undo")]
    (stratum,) = strata(answers, decided(answers, events), ["why"])
    assert len(stratum.audited) == 2


def test_every_column_has_its_stratum(make):
    """There is one stratum a question and column, all answers first; blank answers and other questions are in none."""
    answers = make.survey(6, ("a", "b"), blank=(0,), columns=(0, 0, 0, 1, 1, 1))
    found = list(strata(answers, decided(answers, []), ["a"]))
    assert [(each.column, len(each.places)) for each in found] == [("", 5), ("type: a", 2), ("type: b", 3)]


@given(st.integers(1, 30), st.integers(0, 40), st.sets(st.integers(0, 29)), st.sets(st.integers(0, 29)))
def test_the_planned_part_is_long_enough_and_no_longer(make, people, wanted, queued, audited):
    """The audit is planned up to the u at which as many are audited as are wanted; known answers on the way do not count."""
    answers = make.survey(people)
    events = [make.said(answers.keys[place], source="queue") for place in queued if place < people]
    events += [make.said(answers.keys[place]) for place in audited - queued if place < people]
    state = decided(answers, events)
    (stratum,) = strata(answers, state, ["why"])
    part = planned_part(stratum, state, wanted)
    assert part.tolist() == stratum.places[: len(part)].tolist()
    assert np.count_nonzero(~state.certain[part]) == min(wanted, np.count_nonzero(~state.certain))


def test_wanting_columns_go_first(make):
    """The audit asks what a column still wants, in the order of u, and then all others in the same order."""
    answers = make.survey(12)
    planned = np.arange(12) % 3 == 0
    order = next_audit(answers, planned, np.arange(12) != 3)
    assert sorted(order.tolist()) == [place for place in range(12) if place != 3]
    assert planned[order[:3]].all()
    assert (np.diff(answers.draws[order[:3]]) > 0).all()
    assert (np.diff(answers.draws[order[3:]]) > 0).all()

"""The bridge's draw: its numbers, its order and how far it has come."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.review.audit import decided, draw
from freetext.review.bridge_draw import bridge_salt, drawn, frame_of, reached


def everybody(answers):
    """A frame that holds all."""
    return np.ones(len(answers), dtype=np.bool_)


def flags(answers, places):
    """The answers at these places."""
    found = np.zeros(len(answers), dtype=np.bool_)
    found[places] = True
    return found


def test_the_bridge_and_the_audit_go_by_numbers_that_tell_nothing_of_each_other():
    """A respondent's number for bridges is as likely high as low, whatever the number for audits is."""
    people = [str(number) for number in range(4000)]
    audit, bridge = draw("salt", people), draw(bridge_salt("salt"), people)
    assert abs(np.corrcoef(audit, bridge)[0, 1]) < 0.05
    assert bridge[audit < 0.1].mean() == pytest.approx(0.5, abs=0.05)


@given(st.integers(0, 40), st.integers(0, 40), st.data())
def test_a_larger_bridge_begins_with_the_smaller_one(make, one, other, data):
    """Asked for more, the bridge goes on where it ended, and drops nobody."""
    answers = make.survey(20, ("why", "how"), salt=bridge_salt("s"))
    frame = np.array(data.draw(st.lists(st.booleans(), min_size=40, max_size=40)))
    less, more = drawn(answers, frame, min(one, other)), drawn(answers, frame, max(one, other))
    assert less.tolist() == more[: len(less)].tolist()
    assert len(more) >= min(max(one, other), int(frame.sum()))
    assert frame[more].all()


def test_respondents_are_drawn_whole(make):
    """Both answers of a respondent are in the bridge, or neither is; its size counts the answers to all questions together."""
    answers = make.survey(20, ("why", "how"), salt=bridge_salt("s"))
    for size in range(41):
        inside = flags(answers, drawn(answers, everybody(answers), size))
        assert (inside[:20] == inside[20:]).all()
        assert size <= inside.sum() <= size + 1


def test_only_what_people_coded_can_be_drawn(make):
    """The frame holds answers that somebody coded in the old wave, for whatever reason; no blank ones, none of other questions."""
    answers = make.survey(6, ("why", "how"), blank=(0,))
    log = [make.said(("0", "why")), make.said(("1", "why")), make.said(("2", "why"), source="queue")]
    log += [make.said(("3", "why"), source="rule"), make.said(("4", "how"))]
    frame = frame_of(answers, decided(answers, log), ["why"])
    assert np.flatnonzero(frame).tolist() == [1, 2]


def test_what_stands_behind_a_gap_does_not_count(make):
    """The bridge has come as far as the first answer that nobody has coded again; the probability is the last number before it."""
    answers = make.survey(10, salt=bridge_salt("s"))
    order = drawn(answers, everybody(answers), 10)
    found = reached(answers, everybody(answers), flags(answers, [*order[:4], order[5]]))
    assert np.flatnonzero(found.read).tolist() == sorted(order[:4].tolist())
    assert found.pi == pytest.approx(np.full(10, answers.draws[order[3]]))
    assert found.lost == 1


def test_all_coded_again_has_the_probability_of_one(make):
    """Where the whole frame was coded again its probability is 1, and that of the others 0; of a question nobody began it is 0."""
    answers = make.survey(5, ("why", "how"), salt=bridge_salt("s"))
    frame = flags(answers, [0, 1, 2, 5, 6])
    found = reached(answers, frame, flags(answers, [0, 1, 2]))
    assert found.pi.tolist() == [1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
    assert np.flatnonzero(found.read).tolist() == [0, 1, 2]
    assert found.lost == 0

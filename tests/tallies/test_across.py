"""Several open questions as one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError
from freetext.survey.codeframe import codeframe_of
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Responses
from freetext.tallies.across import across
from freetext.tallies.crosstab import tally

FRAME = codeframe_of(["x", "y"])
SAID = st.tuples(st.booleans(), st.booleans(), st.booleans())


def question(name, rows, source=Source.HUMAN, audit=None):
    """One open question: who answered, and who named which of two themes."""
    answered = np.array([said for said, *_ in rows])
    codes = np.array([[said and first, said and second] for said, first, second in rows])
    sources = np.full(codes.shape, source, dtype=np.uint8)
    everybody = np.ones(len(rows), dtype=bool)
    return Responses(name, "open", FRAME, codes, sources, everybody, answered, audit=audit)


@settings(max_examples=50)
@given(st.lists(st.tuples(SAID, SAID), min_size=1, max_size=8))
def test_a_respondent_counts_once_per_theme(rows):
    """A theme's count is of those who named it in any question, the base of those who answered any."""
    parts = [question(name, [row[place] for row in rows]) for place, name in enumerate(("q1", "q2"))]
    table = tally(across(parts, "all", "All questions"))
    assert table.columns[0].n == sum(one[0] or two[0] for one, two in rows)
    for place, theme in enumerate("xy", start=1):
        named = sum((one[0] and one[place]) or (two[0] and two[place]) for one, two in rows)
        assert table.row(theme).cells[0].count == named
    assert (table.question, table.title) == ("all", "All questions")
    assert table.notes == ("Each respondent counts once over 2 questions: q1, q2.",)


def test_what_a_machine_decided_in_one_answer_it_decided():
    """A machine's answer makes the respondent a machine's; a question that they left blank does not."""
    rows = [(True, True, False), (True, False, False)]
    human = question("q1", rows)
    machine = question("q2", [(True, False, False), (False, False, False)], Source.MODEL)
    assert across([human, machine], "all").source[:, 0].tolist() == [Source.MODEL, Source.HUMAN]


def test_the_audits_of_all_questions_make_one():
    """A respondent is known where every answer is, audited where the rest are, with the smallest of their probabilities: one draw decides on all of a respondent."""
    rows = [(True, False, False)] * 4

    def audit(known, read, pi):
        truth = np.where((np.array(known) | np.array(read))[:, None], 1.0, np.nan).repeat(2, axis=1)
        scores = np.full((4, 2), 0.3)
        return Audit(np.array(known, dtype=bool), np.array(read, dtype=bool), np.array(pi), truth, scores)

    one = question("q1", rows, Source.MODEL, audit([1, 1, 0, 0], [0, 0, 1, 0], [1, 1, 0.5, 0.5]))
    two = question("q2", rows, Source.MODEL, audit([1, 0, 0, 0], [0, 1, 1, 1], [1, 0.2, 0.2, 0.2]))
    found = across([one, two], "all").audit
    assert found is not None
    assert found.known.tolist() == [True, False, False, False]
    assert found.audited.tolist() == [False, True, True, False]
    assert found.pi.tolist() == [1, 0.2, 0.2, 0.2]


def test_a_question_coded_by_people_is_known_beside_an_audited_one():
    """Answers that people coded need no audit; a machine's without one are out of its reach."""
    rows = [(True, True, False)] * 2
    audit = Audit(
        np.array([False, False]), np.array([True, False]), np.full(2, 0.5), np.ones((2, 2)), np.full((2, 2), 0.9)
    )
    coded, machine = question("q1", rows), question("q3", rows, Source.MODEL)
    first = across([question("q2", rows, Source.MODEL, audit), coded], "all").audit
    assert first is not None
    assert (first.audited.tolist(), first.pi.tolist()) == ([True, False], [0.5, 0.5])
    second = across([question("q2", rows, Source.MODEL, audit), machine], "all").audit
    assert second is not None
    assert (second.audited.tolist(), second.pi.tolist()) == ([False, False], [0, 0])
    assert across([coded, coded], "all").audit is None


def test_other_codeframes_are_refused():
    """Only questions of one codeframe have themes in common; the message names both."""
    rows = [(True, True, True)]
    other = replace(question("q2", rows), codeframe=codeframe_of(["x", "z"]))
    with pytest.raises(InputError, match="'q1' and 'q2' have different codeframes"):
        across([question("q1", rows), other], "all")


def test_other_respondents_are_refused():
    """Rows are those of the same respondents."""
    rows = [(True, True, True)]
    with pytest.raises(ValueError, match="1 rows and 2 rows"):
        across([question("q1", rows), question("q2", rows * 2)], "all")

"""Respondents with several rows count once."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from freetext.survey.codeframe import codeframe_of
from freetext.survey.codings import Source
from freetext.survey.responses import Responses
from freetext.tallies.crosstab import tally
from freetext.tallies.people import once_each

ROWS = st.lists(st.tuples(st.sampled_from("abc"), st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=12)


def responses(rows) -> Responses:
    codes = np.array([[first and said, second and said] for _, said, first, second in rows])
    answered = np.array([said for _, said, *_ in rows])
    source = np.full(codes.shape, Source.HUMAN, dtype=np.uint8)
    return Responses("q", "open", codeframe_of(["x", "y"]), codes, source, np.ones(len(rows), bool), answered)


@given(ROWS)
def test_each_respondent_counts_once(rows):
    """A theme's count is the number of different people who gave it in any row, the base of those who said anything."""
    table = tally(once_each(responses(rows), [person for person, *_ in rows]))
    assert table.columns[0].n == len({person for person, said, *_ in rows if said})
    for place, theme in enumerate(("x", "y")):
        people = {row[0] for row in rows if row[1] and row[2 + place]}
        assert table.row(theme).cells[0].count == len(people)


@given(ROWS)
def test_joining_twice_changes_nothing(rows):
    """Joined responses are joined already."""
    people = [person for person, *_ in rows]
    once = once_each(responses(rows), people)
    twice = once_each(once, people)
    assert (once.given == twice.given).all()
    assert once.notes == twice.notes


def test_people_with_one_row_are_left_alone():
    """Where nobody has two rows, the responses come back as they were, without a note."""
    found = responses([("a", True, True, False), ("b", True, False, True)])
    assert once_each(found, ["a", "b"]) is found


def test_what_a_machine_decided_in_one_row_it_decided():
    """A respondent's theme is people's only where people decided it in every row that says something."""
    found = responses([("a", True, True, False), ("a", True, False, False)])
    found.source[1, 0] = Source.MODEL
    cells = tally(once_each(found, ["a", "a"])).row("x").cells
    assert cells[0].kind == "not audited"


def test_the_first_rank_stands():
    """Of two ranks that a respondent gave to one item, the first row's stands."""
    found = responses([("a", True, True, True), ("a", True, True, True)])
    ranked = Responses(
        "q",
        "ranking",
        found.codeframe,
        found.given,
        found.source,
        found.asked,
        found.answered,
        ranks=np.array([[1, np.nan], [2, 2]]),
    )
    joined = once_each(ranked, ["a", "a"])
    assert joined.ranks is not None
    assert joined.ranks[0].tolist() == [1, 2]

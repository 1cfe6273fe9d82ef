"""Respondents with several rows count once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.survey.codeframe import codeframe_of
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Responses
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


def audited(known, read, pi, truth, scores, answered=None) -> Responses:
    """Rows of a machine's codes on one theme, and what people know of them."""
    n = len(known)
    said = np.ones(n, dtype=bool) if answered is None else np.array(answered)
    audit = Audit(
        np.array(known, dtype=bool),
        np.array(read, dtype=bool),
        np.array(pi, dtype=float),
        np.array(truth, dtype=float)[:, None],
        None if scores is None else np.array(scores, dtype=float)[:, None],
    )
    codes, source = np.ones((n, 1), dtype=bool), np.full((n, 1), Source.MODEL, dtype=np.uint8)
    return Responses(
        "q", "open", codeframe_of(["x"]), codes & said[:, None], source, np.ones(n, bool), said, audit=audit
    )


NAN = np.nan


def test_a_respondent_is_known_where_all_rows_are():
    """Known rows make a known respondent, known and audited ones an audited one, an unread row one who is neither."""
    found = once_each(
        audited([1, 1, 1, 0, 1, 0], [0, 0, 0, 1, 0, 0], [1, 1, 1, 0.2, 1, 0.2], [0, 1, 0, 0.5, 1, NAN], [0.1] * 6),
        ["a", "a", "b", "b", "c", "c"],
    ).audit
    assert found is not None
    assert found.known.tolist() == [True, True, False, True, False, True]
    assert found.audited.tolist() == [False, False, True, False, False, False]
    assert found.pi.tolist() == [1, 1, 0.2, 1, 0.2, 1]
    assert found.truth[[0, 2], 0].tolist() == [1, 0.5]
    assert np.isnan(found.truth[4, 0])


def test_the_largest_score_and_the_smallest_probability():
    """Of two unread rows a respondent has the larger score, and is audited only where both are: one draw decides on both."""
    found = once_each(
        audited([0, 0, 0], [1, 1, 0], [0.5, 0.2, 0.2], [0, 0, NAN], [0.3, 0.8, 0.1]), ["a", "a", "b"]
    ).audit
    assert found is not None
    assert found.scores is not None
    assert (found.pi[0], found.scores[0, 0], found.audited[0]) == (0.2, 0.8, True)


def test_a_row_that_says_nothing_hides_nothing():
    """Rows without an answer need no reading."""
    found = once_each(audited([0, 0], [1, 0], [0.5, 0.5], [1, NAN], None, [True, False]), ["a", "a"]).audit
    assert found is not None
    assert (found.audited[0], found.pi[0], found.truth[0, 0], found.scores) == (True, 0.5, 1, None)


@given(st.permutations(range(6)))
def test_the_order_of_rows_changes_nothing_of_the_audit(order):
    """However the rows are ordered, each respondent's audit is the same to the last bit."""
    whole = audited(
        [0] * 6, [1, 1, 1, 1, 0, 1], [0.1, 0.7, 0.3, 0.9, 0.2, 0.6], [0, 1, 0, 0.5, NAN, 1], [0.1, 0.2, 0.3] * 2
    )
    people = np.array(["a", "a", "a", "b", "b", "c"])
    moved = replace(
        whole,
        audit=Audit(
            *(getattr(whole.audit, name)[list(order)] for name in ("known", "audited", "pi", "truth", "scores"))
        ),
    )
    one, other = once_each(whole, people.tolist()).audit, once_each(moved, people[list(order)].tolist()).audit
    assert one is not None
    assert other is not None
    assert sorted(one.pi.tolist()) == sorted(other.pi.tolist())
    assert int(one.audited.sum()) == int(other.audited.sum())


def machine_coded(by_row, *, drawn, dice):
    """1,000 people, half of them with 4 answers, and codes that are wrong in .3; `drawn` answers are read: (responses, people, truth)."""
    people = np.repeat(np.arange(1000), np.where(np.arange(1000) % 2, 4, 1))
    true = dice.random(len(people)) < 0.15
    codes = true ^ (dice.random(len(people)) < 0.3)
    numbers = dice.random(len(people)) if by_row else dice.random(1000)[people]
    read = np.zeros(len(people), dtype=bool)
    read[np.argsort(numbers, kind="stable")[:drawn]] = True
    pi = np.full(len(people), drawn / len(people))
    whole = audited(~read & False, read, pi, np.where(read, true, NAN), codes.astype(float))
    return whole, [str(each) for each in people], np.bincount(people[true], minlength=1000) > 0


@pytest.mark.parametrize(
    ("by_row", "drawn", "kinds"),
    [(True, 200, {"audit too small"}), (True, 1200, {"audited"}), (False, 200, {"audited"})],
    ids=["few answers", "many answers", "few people"],
)
def test_a_draw_of_answers_is_not_taken_for_one_of_people(by_row, drawn, kinds):
    """Drawn answer by answer, people with many answers are hardly ever read in full: the table says so, or its intervals hold."""
    dice, held = np.random.default_rng(3), []
    found: Counter[str] = Counter()
    for _ in range(30):
        whole, people, truth = machine_coded(by_row, drawn=drawn, dice=dice)
        cell = tally(once_each(whole, people)).row("x").cells[0]
        found[cell.kind] += 1
        if cell.kind == "audited":
            assert cell.coding is not None
            held.append(cell.coding[0] <= truth.mean() <= cell.coding[1])
    assert found.most_common(1)[0][0] in kinds
    assert sum(held) >= 0.85 * len(held)


def test_answers_drawn_one_by_one_multiply():
    """Where several people were read in part, each is read in full with the product of the probabilities of all that is left of them."""
    whole = audited([0] * 7, [1, 0, 1, 0, 1, 1, 1], [0.5] * 7, [1, NAN, 0, NAN, 1, 1, 0], None)
    found = once_each(whole, list("aabbccd")).audit
    assert found is not None
    assert found.pi[[0, 2, 4, 6]].tolist() == [0.25, 0.25, 0.25, 0.5]
    assert found.audited[[0, 2, 4, 6]].tolist() == [False, False, True, True]


def test_an_audit_that_broke_off_in_a_person_went_by_people():
    """One person read in part is where the audit of people broke off: the smallest probability stays."""
    whole = audited([0] * 5, [1, 1, 1, 0, 0], [0.5] * 5, [1, 0, 0, NAN, NAN], None)
    found = once_each(whole, list("aabbc")).audit
    assert found is not None
    assert found.pi[[0, 2, 4]].tolist() == [0.5, 0.5, 0.5]

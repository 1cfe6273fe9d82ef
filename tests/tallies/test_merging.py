"""Sums of parts are those of the whole."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tallies.frames import NESTED as FRAME

from freetext.errors import InputError
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.responses import Audit, Banner, Responses
from freetext.tallies.banners import banner_of
from freetext.tallies.crosstab import table_of
from freetext.tallies.merging import added, merged
from freetext.tallies.options import closed_responses, multi_responses
from freetext.tallies.people import once_each
from freetext.tallies.ranks import ranking_responses
from freetext.tallies.sums import sums_of

BASES = st.sampled_from(["asked", "answered", "substantive"])


@st.composite
def audits(draw, answered):
    """A random audit of FRAME's themes, with truths of halves, probabilities of three kinds and scores or none."""
    n, k = len(answered), len(FRAME)

    def drawn(values, size):
        return np.array(draw(st.lists(st.sampled_from(values), min_size=size, max_size=size)))

    read, pi = drawn(["known", "audited", ""], n), drawn([0.25, 0.5, 1.0], n)
    known, audited = (read == "known") | ~answered, (read == "audited") & answered
    said = np.where((known | audited)[:, None], drawn([0.0, 0.5, 1.0], n * k).reshape(n, k), np.nan)
    scores = drawn([0.02, 0.3, 0.9], n * k).reshape(n, k) if draw(st.booleans()) else None
    return Audit(known, audited, np.where((pi == 1) & ~audited, 0.5, pi), said, scores)


@st.composite
def surveys(draw):
    """A random question of FRAME's themes with or without an audit, a banner of columns that may overlap, weights and a partition."""
    n = draw(st.integers(1, 15))
    flags = st.lists(st.booleans(), min_size=n, max_size=n)
    answered = np.array(draw(flags))
    codes = np.array([draw(flags) for _ in range(len(FRAME))]).T & answered[:, None]
    source = np.array([draw(st.lists(st.sampled_from([0, 1, 2, 3]), min_size=5, max_size=5)) for _ in range(n)])
    member = np.array([draw(flags) for _ in range(2)]).T
    audit = draw(st.none() | audits(answered))
    asked = np.ones(n, dtype=bool)
    responses = Responses("q", "open", FRAME, codes, source.astype(np.uint8), asked, answered, "Why?", audit=audit)
    weights = np.array(draw(st.lists(st.floats(0.01, 100), min_size=n, max_size=n)))
    part = np.array(draw(st.lists(st.integers(0, 3), min_size=n, max_size=n)))
    return responses, Banner("b", ("x", "y"), member), weights, part


def differing(one, other):
    """The fields in which two sums differ."""
    return [field.name for field in fields(one) if not same(getattr(one, field.name), getattr(other, field.name))]


def same(one, other):
    if isinstance(one, np.ndarray):
        return one.shape == other.shape and one.dtype == other.dtype and bool((one == other).all())
    return one == other


def in_any_order(parts, random):
    """Add parts in a random order, two random ones at a time."""
    left = list(parts)
    while len(left) > 1:
        random.shuffle(left)
        left.append(added(left.pop(), left.pop()))
    return left[0]


@settings(max_examples=80)
@given(surveys(), BASES, st.booleans(), st.randoms(use_true_random=False))
def test_parts_add_up_to_the_whole(survey, base, weighted, random):
    """Sums of any parts, with weights, banners, nets and audits, added in any order, are exactly those of the whole."""
    responses, banner, weights, part = survey
    whole = sums_of(responses, banner=banner, weights=weights if weighted else None, base=base)
    parts = [
        sums_of(
            responses.take(part == number),
            banner=Banner("b", banner.names, banner.member[part == number]),
            weights=weights[part == number] if weighted else None,
            base=base,
        )
        for number in sorted(set(part.tolist()))
    ]
    assert differing(in_any_order(parts, random), whole) == []
    assert table_of(merged(parts)) == table_of(whole)


OPTIONS = st.lists(st.sampled_from(["10", "9", "b", "a", "Yes", ""]), min_size=1, max_size=8)


@settings(max_examples=60)
@given(st.lists(OPTIONS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_options_and_columns_that_only_some_parts_have(parts, random):
    """Options and columns are found by name, whichever part has them: every count is the whole's, and any order of adding gives the same."""
    said = [multi_responses("q", values, options=["Yes", "no"]) for values in parts]
    banners = [banner_of("b", values, options=["Yes"]) for values in parts]
    sums = [sums_of(each, banner=banner) for each, banner in zip(said, banners, strict=True)]
    found = merged(sums)
    assert differing(in_any_order(sums, random), found) == []
    together = [value for values in parts for value in values]
    whole = table_of(
        sums_of(multi_responses("q", together, options=["Yes", "no"]), banner=banner_of("b", together, options=["Yes"]))
    )
    table = table_of(found)
    assert counts(table) == counts(whole)
    names = [row.name for row in table.rows]
    assert names[:2] == ["Yes", "no"]
    if len(parts) > 1 and len(set(map(tuple, parts))) == len(parts):
        assert set(names[2:]) == {row.name for row in whole.rows} - {"Yes", "no"}


def counts(table):
    """Every cell by the names of its row and column, with base and mentions."""
    cells = {
        (row.name, column.name): cell
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    }
    bases = dict(
        zip([column.name for column in table.columns], zip(table.columns, table.mentions, strict=True), strict=True)
    )
    return cells, bases


def test_stated_options_first_then_the_others_by_name():
    """What all parts begin with stays in front; the rest stands by name, numbers by size before all others."""
    one = sums_of(closed_responses("q", ["z", "10"], options=["stated"]))
    other = sums_of(closed_responses("q", ["9", "b"], options=["stated"]))
    assert [row.name for row in table_of(added(one, other)).rows] == ["stated", "9", "10", "b", "z"]


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.permutations(["1", "2", ""]), min_size=1, max_size=4), min_size=2, max_size=3),
    st.randoms(use_true_random=False),
)
def test_rankings_of_different_items_add_up(parts, random):
    """An item that a part does not have counts as left out by all of it, in points as in pairs."""
    names = ["abc", "abd", "abc"]
    columns = [
        {item: [ranks[place] for ranks in rows] for place, item in enumerate(items)}
        for items, rows in zip(names, parts, strict=False)
    ]
    items = sorted({item for each in columns for item in each})
    whole = {
        item: [cell for each, rows in zip(columns, parts, strict=False) for cell in each.get(item, [""] * len(rows))]
        for item in items
    }
    found = in_any_order([sums_of(ranking_responses("r", each)) for each in columns], random)
    expected = sums_of(ranking_responses("r", whole))
    assert found.columns == expected.columns
    assert [theme.name for theme in found.codeframe.themes] == items
    assert [name for name in differing(found, expected) if name not in {"codeframe", "agreed"}] == []


def test_a_theme_unknown_to_a_part_was_given_by_nobody_there():
    """Where a part's codeframe lacks a theme its answers stay in the base, in the strata of what is known of them."""
    audit = Audit(
        np.zeros(4, bool), np.array([1, 1, 0, 0], bool), np.full(4, 0.5), np.array([[1.0], [0], [np.nan], [np.nan]])
    )
    small = Codeframe("f", (Theme("a", 1, "A"),))
    large = Codeframe("f", (Theme("a", 1, "A"), Theme("b", 2, "B")))
    everybody = np.ones(4, dtype=bool)
    one = Responses(
        "q", "open", small, np.ones((4, 1), bool), np.ones((4, 1), np.uint8), everybody, everybody, audit=audit
    )
    two = replace(
        one,
        codeframe=large,
        given=np.ones((4, 2), bool),
        source=np.ones((4, 2), np.uint8),
        audit=replace(audit, truth=np.repeat(audit.truth, 2, axis=1)),
    )
    whole = added(sums_of(one), sums_of(two))
    cell = whole.cells[1, 0]
    assert (cell.n, whole.given_n[1, 0], sum(stratum.audited for stratum in cell.strata)) == (8, 4, 4)
    assert whole.sources[1, 0].tolist() == [2, 4, 0, 2, 0]
    assert table_of(whole).row("b").cells[0].count == 4


def test_notes_stand_once_and_joined_rows_add_up():
    """A note of both parts stands once; the rows that were joined in each are added."""
    said = replace(closed_responses("q", ["a", "a", "a"]), notes=("Told.",))
    parts = [sums_of(once_each(said, people)) for people in (["1", "1", "1"], ["2", "2", "3"], ["4", "5", "6"])]
    assert merged(parts).notes == ("Told.", "3 are further rows of the same respondents: each respondent counts once.")


def test_parts_of_different_tables_are_not_added():
    """Only parts of one question, banner and base add up; the message says what differs."""
    one = sums_of(closed_responses("q", ["a"]))
    with pytest.raises(ValueError, match="differ in base: 'answered' and 'asked'"):
        added(one, sums_of(closed_responses("q", ["a"]), base="asked"))
    with pytest.raises(ValueError, match="differ in question"):
        added(one, sums_of(closed_responses("r", ["a"])))


def test_a_theme_in_two_nets_is_refused():
    """Parts that count a theme in different nets have different nets, and cannot be added."""
    one = sums_of(closed_responses("q", ["a", "b"], nets=[("N", ["a"])]))
    other = sums_of(closed_responses("q", ["a", "b"], nets=[("N", ["b"])]))
    with pytest.raises(InputError, match="different nets"):
        added(one, other)

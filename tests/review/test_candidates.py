"""Which answers become candidates: the starts of orders, whatever part they stand in."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.review.audit import digests_of, draws_of, respondent_digests
from freetext.review.candidates import (
    ALL,
    audit_limit,
    bar_of,
    in_turn,
    likely,
    places_for,
    queue_lists,
    wanted,
)

TABLES = st.integers(1, 4).flatmap(
    lambda themes: st.lists(
        st.lists(st.sampled_from([0.0, 0.01, 0.2, 0.5, 0.9, float("nan")]), min_size=themes, max_size=themes),
        min_size=1,
        max_size=40,
    )
)


def wants_of(rows, seed=0):
    """How much answers with these scores are wanted, by chance where they are alike."""
    scores = np.array(rows, dtype=np.float32)
    chance = np.random.default_rng(seed).integers(0, 5, len(rows)).astype(np.uint64)
    return wanted(scores, chance, scores.shape[1])


@given(st.lists(st.floats(0, 1, exclude_max=True), max_size=30), st.integers(1, 10))
def test_the_limit_keeps_the_first_of_the_audit(draws, size):
    """Up to the limit lie as many answers as asked for, or all, and no more than share their last u."""
    u = np.array(draws)
    limit = audit_limit(u, ALL, size)
    inside = np.count_nonzero(u <= limit)
    assert inside >= min(size, len(u))
    assert np.count_nonzero(u < limit) < size or limit == ALL


@given(TABLES, st.integers(0, 12), st.integers(0, 3))
@settings(max_examples=60)
def test_what_does_not_beat_the_bar_changes_no_list(rows, size, seed):
    """The lists of all answers are those of the answers that beat the bar of any part of them, and of that part."""
    wants, places = wants_of(rows, seed), places_for(size, len(rows[0]))
    same = np.random.default_rng(seed).integers(0, 20, len(rows)).astype(np.uint64)
    values = {each: row for row, each in reversed(list(enumerate(same.tolist())))}
    firsts = np.array([values[each] for each in same.tolist()])
    wants = type(wants)(wants.values[firsts], wants.chance)  # what says the same is wanted as much
    half = np.arange(len(rows)) < len(rows) // 2 + 1
    part = type(wants)(wants.values[half], wants.chance[half])
    bar = bar_of(part, list(queue_lists(part, same[half], places)), places)
    kept = np.flatnonzero(half | bar.beaten(wants))
    whole = [each.tolist() for each in queue_lists(wants, same, places)]
    fewer = type(wants)(wants.values[kept], wants.chance[kept])
    assert [kept[each].tolist() for each in queue_lists(fewer, same[kept], places)] == whole


@given(TABLES, st.integers(1, 12))
def test_the_likely_hold_every_list_of_different_answers(rows, size):
    """Where no two answers say the same, all that is wanted is among the likely."""
    wants, places = wants_of(rows), places_for(size, len(rows[0]))
    same = np.arange(len(rows), dtype=np.uint64)
    found = likely(wants, places)
    assert all(found[each].all() for each in queue_lists(wants, same, places))


@given(st.lists(st.lists(st.integers(0, 30), unique=True, max_size=8), min_size=1, max_size=5))
def test_the_lists_take_turns(lists):
    """Every candidate comes once; the first of all together is the first, and a theme's first is the second."""
    arrays = [np.array(each, dtype=np.int64) for each in lists]
    found = in_turn(arrays).tolist()
    assert sorted(found) == sorted({row for each in lists for row in each})
    if lists[-1]:
        assert found[0] == lists[-1][0]


def test_half_of_the_queue_is_for_all_themes_together():
    """The other half is shared out evenly, at least one place a theme; no queue wants nothing."""
    assert places_for(2000, 29).tolist() == [34] * 29 + [1000]
    assert places_for(2, 5).tolist() == [1] * 5 + [1]
    assert not places_for(0, 3).any()


def test_a_theme_without_a_score_wants_nobody():
    """An answer without scores is wanted by chance alone."""
    wants = wanted(None, np.array([3, 1, 2], dtype=np.uint64), 2)
    found = [each.tolist() for each in queue_lists(wants, np.arange(3, dtype=np.uint64), places_for(4, 2))]
    assert found == [[], [], [1, 2]]


@given(st.lists(st.text(max_size=8), max_size=20), st.text(max_size=5))
def test_digests_of_bytes_are_those_of_names(names, salt):
    """The quick way to the permanent random numbers of many respondents gives the same as the other."""
    fast = digests_of(salt, [name.encode("utf-8", "surrogatepass") for name in names])
    assert fast.tolist() == respondent_digests(salt, names).tolist()
    assert draws_of(fast) == pytest.approx([int(each) / 2**64 for each in fast], abs=1e-12)

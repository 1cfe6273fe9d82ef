import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.displaced import STRANGER, displaced

pairs = st.sets(st.tuples(st.integers(0, 12), st.integers(0, 9)), max_size=60)


@settings(max_examples=150)
@given(pairs)
def test_every_known_pair_is_found_and_no_other(some):
    """Of all pairs of numbers, strangers on either side included, exactly those stored are found, each at its place."""
    known = sorted(some)
    left, right = (np.array([pair[side] for pair in known], dtype=np.int32) for side in (0, 1))
    table = displaced(left, right, 13, 10)
    asked = [(one, two) for one in (STRANGER, *range(13)) for two in range(11)]
    lefts, rights = (np.array([pair[side] for pair in asked], dtype=np.int32) for side in (0, 1))
    hits, places = table.find(lefts, table.shifts(lefts), rights)
    found = dict(zip([asked[hit] for hit in hits.tolist()], places.tolist(), strict=True))
    assert found == {pair: place for place, pair in enumerate(known)}
    assert {array.dtype for array in (table.shift, table.check, table.place)} == {np.dtype(np.int32)}


@pytest.mark.parametrize("left", [np.zeros(5000, np.int32), np.arange(5000, dtype=np.int32), np.arange(5000) // 70])
def test_one_long_row_many_short_ones_and_crowded_ones_find_room(left):
    """Whatever the lengths of rows, the table is made in a moment, stays small and is the same each time."""
    right = np.arange(5000, dtype=np.int32)
    begun = time.perf_counter()
    one, two = (displaced(left, right, 5000, 5000) for _ in range(2))
    assert time.perf_counter() - begun < 2
    assert len(one.check) < 60_000
    assert one.shift.tolist() == two.shift.tolist()
    hits, places = one.find(left.astype(np.int32), one.shifts(left.astype(np.int32)), right)
    assert hits.tolist() == places.tolist() == list(range(5000))


def test_rows_that_all_want_the_same_find_room():
    """A full square of pairs leaves no gaps to use, and is stored all the same."""
    left, right = np.divmod(np.arange(10_000), 100)
    table = displaced(left, right, 100, 100)
    hits, places = table.find(left.astype(np.int32), table.shifts(left.astype(np.int32)), right.astype(np.int32))
    assert hits.tolist() == places.tolist() == list(range(10_000))

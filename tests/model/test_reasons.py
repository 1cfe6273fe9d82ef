import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.reasons import NAMED, doubts_named

CODES = ("money", "staff", "food & drink", "z")
chances = st.one_of(st.floats(0, 1, width=32), st.sampled_from([0.125, 0.375, 0.5, 0.625, 0.995, 0.005]))
tables = st.lists(st.lists(st.tuples(chances, st.booleans()), min_size=4, max_size=4), max_size=6)


@settings(max_examples=200)
@given(tables)
def test_doubts_are_named_as_one_would_name_them_one_by_one(rows):
    """At most three themes, the nearest to a half first, then in order; chances print with two digits as Python prints them."""
    scores = np.array([[chance for chance, _ in row] for row in rows], dtype=np.float32).reshape(-1, 4)
    unsure = np.array([[tick for _, tick in row] for row in rows], dtype=np.bool_).reshape(-1, 4)
    expected = []
    for row in range(len(rows)):
        places = sorted(np.flatnonzero(unsure[row]).tolist(), key=lambda place: (abs(scores[row, place] - 0.5), place))
        named = [f"{CODES[place]} {scores[row, place]:.2f}" for place in places[:NAMED]]
        expected.append("unsure: " + ", ".join(named) if named else "")
    assert doubts_named(CODES, scores, unsure).tolist() == expected


@pytest.mark.parametrize("rows", [0, 3])
def test_without_doubt_there_is_no_reason(rows):
    """Where nothing is unsure every text is empty, and a theme without a probability is no doubt."""
    scores = np.full((rows, 4), np.nan, dtype=np.float32)
    assert doubts_named(CODES, scores, np.zeros((rows, 4), dtype=np.bool_)).tolist() == [""] * rows

"""Numbers as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.show.numbers import count, fixed, interval, marked_percent, percent
from freetext.tallies.table import CellCount


@pytest.mark.parametrize(
    ("share", "expected"),
    [(23 / 41, "56 %"), (7 / 13, "54 %"), (5 / 13, "38 %"), (0.145, "15 %"), (0.005, "1 %"), (0.0049, "0 %"),
     (0.0, "0 %"), (-0.0, "0 %"), (1.0, "100 %"), (None, "-")],
)  # fmt: skip
def test_percentages_are_rounded_half_up(share, expected):
    """A share is shown as a whole percentage, half up, never -0, a dash where there is none."""
    assert percent(share) == expected


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_half_up_is_exact_for_every_count(counts):
    """The rounding is that of the exact fraction, not of its nearest float."""
    part, whole = counts
    assert percent(part / whole) == f"{(200 * part + whole) // (2 * whole)} %"


def test_an_interval_is_two_whole_numbers():
    """An interval shows both ends; there is none where a cell has none."""
    assert interval(CellCount(23, 23.0, 0.56, 0.4101, 0.701, "wilson")) == "41-70"
    assert interval(CellCount(23, 23.0, 0.56)) == ""


def test_an_unaudited_percentage_is_marked():
    """A machine's percentage carries a mark."""
    assert marked_percent(CellCount(1, 1.0, 0.5, kind="not audited")) == "~50 %"


def test_counts_and_decimals():
    """Thousands are parted, and decimals are half up and never -0."""
    assert count(1234567) == "1,234,567"
    assert [fixed(1.005, 2), fixed(-0.001, 2), fixed(None, 2)] == ["1.01", "0.00", "-"]

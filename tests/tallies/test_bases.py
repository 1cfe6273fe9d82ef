"""Bases and weights."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import InputError
from freetext.tallies.bases import base_of, checked_weights, measured, weights_of
from freetext.tallies.exact import counted, crossed, squared, units_of
from freetext.tallies.options import closed_responses, multi_responses


def base_from(member, weights):
    """The base of those in `member`, measured from its exact sums."""
    one, units = member[:, None], units_of(weights)
    sums = (counted(one, one), crossed(one, one, units), crossed(one, one, squared(units)))
    return measured(*(each[0, 0] for each in sums))


def test_answered_keeps_those_who_named_none():
    """Whoever answered counts, the reserved "none named" included."""
    responses = closed_responses("q", ["money", "none named", ""], reserved=[("none named", "none")])
    assert base_of(responses, "answered").tolist() == [True, True, False]


def test_asked_keeps_blanks():
    """Whoever was asked counts in the base of all asked."""
    assert base_of(closed_responses("q", ["money", ""]), "asked").tolist() == [True, True]


def test_substantive_leaves_out_only_empty_codes():
    """None, don't know and uncodable leave the substantive base unless something else was said too; "other" stays."""
    responses = multi_responses(
        "q", ["a", "nil", "a;nil", "dk", "?", "misc", ""],
        reserved=[("nil", "none"), ("dk", "dont-know"), ("?", "uncodable"), ("misc", "other")],
    )  # fmt: skip
    assert base_of(responses, "substantive").tolist() == [True, False, True, False, False, True, False]


def test_an_unknown_base_is_refused():
    """A base that does not exist is a mistake of the caller, and the message names those that do."""
    with pytest.raises(ValueError, match="asked, answered, substantive"):
        base_of(closed_responses("q", ["a"]), "everybody")  # type: ignore[arg-type]


def test_effective_base_is_kishs():
    """The effective base is (sum w)^2 / sum w^2."""
    base = base_from(np.array([True, True, True, False]), np.array([1.0, 2.0, 3.0, 9.0]))
    assert (base.n, base.weighted) == (3, 6.0)
    assert base.effective == pytest.approx(36 / 14)


@settings(max_examples=50)
@given(st.lists(st.floats(0.001, 1000), min_size=1, max_size=40))
def test_effective_base_never_exceeds_the_base(weights):
    """Weights only ever cost precision."""
    base = base_from(np.ones(len(weights), dtype=np.bool_), np.array(weights))
    assert 0 < base.effective <= base.n * (1 + 1e-12)


@pytest.mark.parametrize("wrong", [-1.0, float("nan"), float("inf"), 1e10])
def test_what_is_no_weight_is_refused_with_its_row(wrong):
    """A negative, missing or endless weight is refused, and the message names its row as the file counts them."""
    with pytest.raises(InputError, match="row 3, column 'w'"):
        checked_weights([1.0, wrong], 2, column="w")


def test_all_zero_weights_are_refused():
    """Weights that leave nobody are refused."""
    with pytest.raises(InputError, match="every weight is 0"):
        checked_weights([0.0, 0.0], 2)


def test_weights_that_are_all_tiny_are_refused():
    """Weights that lose digits as whole numbers of 2^-60 are refused, with what mends it."""
    with pytest.raises(InputError, match=r"column 'w'.*too small.*Multiply"):
        checked_weights([1e-12, 0.0], 2, column="w")


def test_weights_are_read_from_text():
    """A column of text gives weights, and what is no number is named with its row."""
    assert weights_of(["1", " 0.5 ", "2e1"]).tolist() == [1.0, 0.5, 20.0]
    with pytest.raises(InputError, match=r"s.csv, row 4, column 'w': '' is no weight"):
        weights_of(["1", "2", ""], column="w", file="s.csv")


@pytest.mark.parametrize("cell", ["1_000", "1_0.5", "0_1"])
def test_underscores_are_no_part_of_a_weight(cell):
    """Only Python parts thousands by `_`: a cell that holds one is a slip, and no weight."""
    with pytest.raises(InputError, match=f"row 3, column 'w': '{cell}' is no weight"):
        weights_of(["1", cell], column="w")


def test_weights_with_a_decimal_comma():
    """A comma is a decimal one where no value of the column has a dot, and none shows that it parts thousands."""
    assert weights_of(["1,207", "0,9", ",5", "2", " 1,0 "]).tolist() == [1.207, 0.9, 0.5, 2.0, 1.0]
    assert weights_of(["1,207", "2"]).tolist() == [1.207, 2.0]
    for column in (["1,207", "0.9"], ["998", "1,207"], ["1,207.5"], ["2.5", "0,5"]):
        with pytest.raises(InputError, match="without a comma for thousands"):
            weights_of(column)
    with pytest.raises(InputError, match="'1,2,3' is no weight"):
        weights_of(["1,2,3"])


@settings(max_examples=50)
@given(st.lists(st.floats(0.001, 99.5).map(lambda number: f"{number:.4f}"), min_size=1, max_size=8))
def test_dot_and_comma_weigh_the_same(weights):
    """Weights are the same numbers with a decimal comma as with a dot."""
    assert weights_of([each.replace(".", ",") for each in weights]).tolist() == weights_of(weights).tolist()


def test_too_few_weights_are_refused():
    """There is one weight a respondent."""
    with pytest.raises(ValueError, match="1 weights for 2"):
        checked_weights([1.0], 2)

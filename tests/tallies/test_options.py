"""Closed questions, of one answer or of several."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import CodeframeError, InputError, NegativeAnswer
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses, multi_columns_responses, multi_responses


def counted(responses):
    """Names and counts, in the order of the rows."""
    return [(row.name, row.cells[0].count) for row in tally(responses).rows]


def test_stated_options_come_first_and_stay():
    """Rows come as the questionnaire states them, zeros included, then the others as they were found."""
    responses = closed_responses("q", ["z", "b", " z ", ""], options=["a", "b"])
    assert counted(responses) == [("a", 0), ("b", 1), ("z", 2)]
    assert responses.answered.tolist() == [True, True, True, False]


def test_a_stated_option_is_known_in_any_case():
    """A value that differs from a stated option in case and spaces only is that option."""
    assert counted(closed_responses("q", ["LOCAL  authority"], options=["Local authority"])) == [("Local authority", 1)]


def test_nets_and_reserved_options_of_a_closed_question():
    """Nets group options, and reserved ones go last."""
    responses = closed_responses(
        "q",
        ["nil", "staff", "money", "law"],
        options=["staff", "law"],
        nets=[("Means", ["money", "staff"])],
        reserved=[("nil", "none")],
    )
    assert counted(responses) == [("Means", 2), ("staff", 1), ("money", 1), ("law", 1), ("nil", 1)]


def test_a_net_named_as_an_option_keeps_apart():
    """A net may have the name of an option; their rows stay two."""
    responses = closed_responses("q", ["money", "staff"], nets=[("money", ["money", "staff"])])
    assert counted(responses) == [("money", 2), ("money", 1), ("staff", 1)]


def test_an_unknown_kind_of_reserved_option_is_refused():
    """A reserved kind is one of those that the codeframe knows."""
    with pytest.raises(CodeframeError, match="none of none, dont-know"):
        closed_responses("q", ["a"], reserved=[("a", "nothing")])


def test_several_answers_in_one_cell():
    """Options are parted by the separator, counted once a respondent, blanks between separators being nothing."""
    assert counted(multi_responses("q", ["a;b; a", ";;", "b"])) == [("a", 1), ("b", 2)]
    assert counted(multi_responses("q", ["a|b"], "|")) == [("a", 1), ("b", 1)]


def test_several_answers_in_columns():
    """A 0 anywhere is an answer, blanks throughout are none."""
    responses = multi_columns_responses("q", {"a": ["1", "0", ""], "b": ["", "0.0", " "]})
    assert counted(responses) == [("a", 1), ("b", 0)]
    assert responses.answered.tolist() == [True, True, False]


def test_a_cell_that_is_no_tick_is_refused():
    """A 0/1 column holds nothing else; the message names the row and the column."""
    with pytest.raises(InputError, match=r"s.csv, row 3, column 'b': '2' is neither 0 nor 1"):
        multi_columns_responses("q", {"a": ["1", "0"], "b": ["1", "2"]}, file="s.csv")


def test_a_column_of_free_text_is_refused():
    """Hundreds of different values are no options."""
    with pytest.raises(InputError, match=r"column 'q'.*too many"):
        closed_responses("q", [f"answer {place}" for place in range(501)])


def test_a_column_of_blanks_is_a_negative_answer():
    """Where nobody answered and nothing is stated there is nothing to tally."""
    with pytest.raises(NegativeAnswer, match="blank"):
        closed_responses("q", ["", " "])


def test_a_closed_question_may_have_any_name():
    """A column may be called as no file can be: no folder bears its name."""
    assert counted(closed_responses("con", ["a"])) == [("a", 1)]


@settings(max_examples=60)
@given(st.lists(st.text(max_size=6), min_size=1, max_size=20))
def test_any_text_can_be_an_option(values):
    """Whatever stands in the column, its distinct values are counted, and the counts add up to the answers."""
    distinct = {value.strip() for value in values} - {""}
    if not distinct:
        return
    rows = counted(closed_responses("q", values))
    assert {name for name, _ in rows} == distinct
    assert sum(count for _, count in rows) == sum(bool(value.strip()) for value in values)

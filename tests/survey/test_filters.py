"""Conditions on rows: how they are read, and which cells meet them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import UsageError
from freetext.survey.filters import Condition, Operator, condition_of

EQUAL: tuple[Operator, Operator] = ("=", "!=")
SIZES: tuple[tuple[Operator, Operator], ...] = (("<", ">="), ("<=", ">"))
CELLS = st.lists(st.sampled_from(["", " ", "a", "A ", "b", "a;b", "3", "3.5", "-1", "x y"]), max_size=12)


@pytest.mark.parametrize(
    ("text", "column", "operator", "values"),
    [
        ("type = charity", "type", "=", ("charity",)),
        ("type=charity|IFA ", "type", "=", ("charity", "IFA")),
        ("type != local authority", "type", "!=", ("local authority",)),
        ("type == charity", "type", "=", ("charity",)),
        ("age >= 30", "age", ">=", ("30",)),
        ("age<-1.5", "age", "<", ("-1.5",)),
        ("age =", "age", "=", ("",)),
        ("age !=", "age", "!=", ("",)),
        ("age = a|", "age", "=", ("a", "")),
        ('"a = b" = "c|d"|e', "a = b", "=", ("c|d", "e")),
        ("'it''s' = x", "it's", "=", ("x",)),
        ("What's next? = 'tis", "What's next?", "=", ("'tis",)),
        ("how many of you = 3", "how many of you", "=", ("3",)),
        ("note = a=b", "note", "=", ("a=b",)),
    ],
)
def test_a_condition_is_read_as_it_is_meant(text, column, operator, values):
    """A column, an operator, and one value or several; quotes keep what would be a sign."""
    assert condition_of(text) == Condition(column, operator, values)


@pytest.mark.parametrize("text", ["", "type", "= charity", "type charity", "  "])
def test_what_is_no_condition_is_refused(text):
    """Without a column or an operator the message shows how a condition is written."""
    with pytest.raises(UsageError, match=r"that is no condition\. Write 'COL = value'"):
        condition_of(text)


@pytest.mark.parametrize("text", ["age > thirty", "age >=", "age < 1|2", "age < nan", "age < 1_0"])
def test_sizes_want_one_number(text):
    """`<` and its like compare with one number."""
    with pytest.raises(UsageError, match="goes with one number, such as age"):
        condition_of(text)


@given(st.text(min_size=1).filter(str.strip), st.lists(st.text(), min_size=1, max_size=3))
@settings(max_examples=100)
def test_quoted_names_and_values_come_back(column, values):
    """Whatever stands in double quotes, with those inside doubled, is read as it was meant."""

    def quoted(text):
        return '"' + text.replace('"', '""') + '"'

    assert condition_of(f"{quoted(column)} = {'|'.join(map(quoted, values))}") == Condition(column, "=", tuple(values))


@given(CELLS, st.lists(st.sampled_from(["a", "B", "", "3", "x  Y"]), min_size=1, max_size=2))
def test_equal_and_unequal_part_the_rows(cells, values):
    """Every cell meets exactly one of `=` and `!=`."""
    one, other = (Condition("c", operator, tuple(values)).met(cells) for operator in EQUAL)
    assert (one ^ other).all()


@given(CELLS, st.sampled_from(["3", "3.5", "0"]))
def test_sizes_part_the_numbers(cells, value):
    """Every number meets exactly one of `<` and `>=`, and of `<=` and `>`; what is no number meets none."""
    numbers = [cell.strip() in {"3", "3.5", "-1"} for cell in cells]
    for below, above in SIZES:
        one, other = (Condition("c", operator, (value,)).met(cells) for operator in (below, above))
        assert (one ^ other).tolist() == numbers
        assert not (one & other).any()


def test_case_spaces_and_several_answers():
    """Case and spaces do not matter; of a cell that joins several answers one is enough; a blank cell has no answer."""
    cells = ["Local  Authority", "charity;local authority", "charity", "", " "]
    assert Condition("c", "=", ("local authority",)).met(cells).tolist() == [True, True, False, False, False]
    assert Condition("c", "=", ("",)).met(cells).tolist() == [False, False, False, True, True]
    assert Condition("c", "=", ("charity",)).met(["a|charity"], "|").tolist() == [True]


def test_a_condition_says_itself():
    """A note below a table says what was asked for, blank cells too."""
    assert str(condition_of("type = charity|")) == "type = charity|(blank)"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("type = London|North", "type is London or North"),
        ("type = a|b|c", "type is a, b or c"),
        ("type = a|", "type is a or blank"),
        ("type != a", "type is not a"),
        ("type != a|b", "type is neither a nor b"),
        ("age >= 30", "age is 30 or more"),
        ("age < 30", "age is below 30"),
    ],
)
def test_a_condition_is_said_in_words(text, words):
    """A report says in plain words which rows count."""
    assert condition_of(text).worded == words

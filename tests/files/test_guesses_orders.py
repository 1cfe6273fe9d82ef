"""The order that guessed options stand in."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.project.guesses import guess
from freetext.files.project.guesses_orders import in_order
from freetext.files.project.guesses_others import reserved_kind
from freetext.files.tabular.rows import About, Table

SCALES = [
    "Strongly agree|Agree|Neither agree nor disagree|Disagree|Strongly disagree",
    "Strongly agree|Tend to agree|Neither agree nor disagree|Tend to disagree|Strongly disagree|Don't know",
    "Excellent|Very good|Good|Fair|Poor",
    "Good|OK|Bad",
    "Very satisfied|Fairly satisfied|Neither satisfied nor dissatisfied|Fairly dissatisfied|Very dissatisfied|N/A",
    "Satisfied|Not satisfied",
    "Very likely|Fairly likely|Not very likely|Not at all likely",
    "Extremely important|Very important|Somewhat important|Not so important|Not at all important",
    "Always|Often|Sometimes|Rarely|Never",
    "Every day|Once a week|Once a month|Less often|Never",
    "Yes|Maybe|No|Don't know",
    "Yes, definitely|Yes, to some extent|No",
    "A great deal|A fair amount|Not much|Not at all",
    "Much better|Better|About the same|Worse|Much worse",
    "Under 18|18-24|25-34|65+|Prefer not to say",
    "Less than 1 year|1-2 years|3-5 years|More than 5 years",
    "\u00a30-\u00a3999|\u00a31,000-\u00a39,999|\u00a310,000 or more",
    "1|2|4|10",
]


@settings(max_examples=120)
@given(st.sampled_from(SCALES), st.integers(0, 10**6))
def test_common_scales_have_their_own_order(scale, seed):
    """However often each was said, the options of a scale stand from its strong end to its weak one, numbers ascend."""
    known = scale.split("|")
    shuffled = random.Random(seed).sample(known, len(known))
    assert list(in_order(shuffled, reserved_kind, {})) == known


@settings(max_examples=60)
@given(st.lists(st.text(max_size=8), max_size=6, unique=True))
def test_no_option_is_lost(options):
    """Whatever the options are, each comes back once."""
    assert sorted(in_order(options, reserved_kind, {})) == sorted(options)


@pytest.mark.parametrize("options", [["Bus", "Car"], ["North", "South"], ["Good food", "Bad"], ["Yes", "Walk"]])
def test_other_options_stay_as_often_as_said(options):
    """What is no scale keeps the order that it has."""
    assert list(in_order(options, reserved_kind, {})) == options


def test_labels_among_numbers_stand_at_theirs():
    """A scale of which only the ends have labels ascends, the labels at their numbers."""
    codes = {"Not at all likely": 0.0, "Extremely likely": 10.0}
    given = ["3", "Extremely likely", "9", "Not at all likely", "1"]
    assert in_order(given, reserved_kind, codes) == ("Not at all likely", "1", "3", "9", "Extremely likely")


def guessed(names, columns, about=None):
    """The options of each guessed question."""
    table = Table("a.csv", tuple(names), tuple(columns), len(columns[0]), about=about or {})
    return {question.name: question.options for question, _ in guess(table).questions}


@pytest.mark.parametrize(
    "names",
    [("Rate [Food]", "Rate [Beds]"), ("Rate - Food", "Rate - Beds"), ("Rate?.Food", "Rate?.Beds"), ("q1", "q2")],
)
@pytest.mark.parametrize("words", [("fresh", "stale", "so so"), ("Good", "Fair", "Poor")])
def test_items_of_a_grid_have_one_order(names, words):
    """Items of one question share the order of their options, those that nobody said of one item too."""
    first, second, third = words
    about = {"q1": About(title="Rate - Food"), "q2": About(title="Rate - Beds")} if names[0] == "q1" else {}
    found = guessed(names, ([first] * 9 + [second] * 5 + [third] * 4, [second] * 8 + [first] * 10), about)
    assert found[names[0]] == found[names[1]] == words


def test_questions_with_other_values_keep_their_own():
    """Parts of one question that hold other values, or a text of Other, are no items of a grid."""
    names = ("Rate - Food", "Rate - Beds", "Rate - Who")
    columns = (["Good", "Poor"] * 6, ["Poor", "Good", "Fair"] * 4, ["me", "you", "we", "they"] * 3)
    found = guessed(names, columns)
    assert found["Rate - Food"] == found["Rate - Beds"] == ("Good", "Fair", "Poor")
    assert found["Rate - Who"] == ("me", "you", "we", "they")


def test_spellings_of_one_option_are_one():
    """What differs in capitals only is one option, spelled as it is most often."""
    found = guessed(("a", "b"), (["No"] * 6 + ["Yes", "Yes", "yes"] * 2, ["North", "north", "South"] * 4))
    assert found == {"a": ("Yes", "No"), "b": ("North", "South")}

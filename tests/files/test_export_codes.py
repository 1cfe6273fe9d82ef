"""The codes that options of closed questions get in a data file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.exchange.coded_dataset import coded_dataset
from freetext.files.exchange.dataset import Variable
from freetext.files.exchange.exports_closed import moved_block
from freetext.files.exchange.exports_codes import closed_codes, option_codes
from freetext.files.tabular.rows import About, Table
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Question, Questionnaire
from freetext.tallies.options import closed_responses

OPTIONS = st.lists(
    st.sampled_from(["0", "1", "2", "10", "-3", "07", "Yes", "no", "true", "a", "b", "5 - so so"]), max_size=8
)


def table_of(columns, about=None):
    """A table of these columns."""
    return Table("t.csv", tuple(columns), tuple(columns.values()), len(next(iter(columns.values()))), about=about or {})


def closed(name, column, *options, reserved=()):
    """A closed question."""
    return Question(name, "closed", (column,), options=options, reserved=reserved)


def only(cells, *options, about=None):
    """The variable of a closed question with these cells."""
    survey = Questionnaire(questions=(closed("q", "q", *options),))
    (variable,) = coded_dataset(table_of({"q": cells}, about), (), survey).variables
    return variable


@settings(max_examples=80)
@given(OPTIONS)
def test_every_option_has_a_code_of_its_own_and_a_number_is_its_own(options):
    """No two options share a code, none is without one, and a whole number beside anything keeps itself."""
    codes = option_codes(options)
    assert {fold(option) for _, option in codes} == {fold(option) for option in options}
    assert len({code for code, _ in codes}) == len(codes) == len({fold(option) for option in options})
    truths = {"true", "false"} & set(map(fold, options)), {"yes", "no"} & set(map(fold, options))
    if not any(truths):
        by_option = {option: code for code, option in codes}
        assert all(by_option[each] == int(each) for each in options if each in ("0", "1", "2", "10", "-3"))


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["charity", "council"], {"charity": 1, "council": 2}),
        (["charity", "7", "council", "1", "x"], {"charity": 2, "7": 7, "council": 3, "1": 1, "x": 4}),
        (["Not at all", "1", "2", "3", "Very much"], {"Not at all": 0, "1": 1, "2": 2, "3": 3, "Very much": 4}),
        (["Very much", "2", "1", "Not at all"], {"Very much": 3, "2": 2, "1": 1, "Not at all": 0}),
        (["0 - not at all", "1", "2", "very (10)"], {"0 - not at all": 0, "1": 1, "2": 2, "very (10)": 10}),
        (["bad", "2", "9", "good"], {"2": 2, "9": 9, "bad": 10, "good": 11}),
        (["Yes", "No", "Unsure"], {"No": 0, "Yes": 1, "Unsure": 2}),
        (["Unsure", "TRUE", "FALSE"], {"FALSE": 0, "TRUE": 1, "Unsure": 2}),
        (["yes"], {"yes": 1}),
        ([], {}),
    ],
)
def test_what_the_options_say_is_their_code(options, codes):
    """The ends of a scale get the numbers that they say or stand beside, truths 0 and 1, others what is free."""
    assert {option: code for code, option in option_codes(options)} == codes


def test_a_reserved_option_is_no_end_of_a_scale():
    """A "Don't know" in front of a scale from 1 is not its 0."""
    codes = {option: code for code, option in option_codes(["Don't know", "1", "2"], reserved=["Don't know"])}
    assert codes == {"1": 1, "2": 2, "Don't know": 3}


def test_a_scale_of_plain_numbers_is_a_number():
    """Answers from 0 to 10 stay 0 to 10, so that their mean is right."""
    variable = only(["10", "", "0", "7"], *map(str, range(11)))
    assert (variable.kind, list(variable.cells), variable.values) == ("number", [10, None, 0, 7], ())


def test_a_scale_with_words_at_its_ends_keeps_its_numbers():
    """Numbers between labelled ends are their own codes, ends what the file says, else what stands beside."""
    cells = ["Not likely", "9", "Very likely", "1"]
    options = ["Not likely", *map(str, range(1, 10)), "Very likely"]
    assert list(only(cells, *options).cells) == [0, 9, 10, 1]
    about = {"q": About("Q", ((-5, "Not likely"), (55, "Very likely")))}
    assert list(only(cells, *options, about=about).cells) == [-5, 9, 55, 1]


@pytest.mark.parametrize("cells", [["true", "", "false"], ["TRUE", " ", "FALSE"], [True, None, False]])
@pytest.mark.parametrize("options", [(), ("true", "false"), ("false", "true")])
def test_truths_are_0_and_1_in_any_order(cells, options):
    """A question of false and true is a 0/1 variable, whichever comes first."""
    variable = only(cells, *options)
    assert (variable.kind, list(variable.cells)) == ("tick", [1, None, 0])


def test_yes_is_1_and_no_is_0_in_any_order():
    """A question of yes and no has the codes 1 and 0 whichever comes first."""
    for options in (("Yes", "No"), ("No", "Yes"), ()):
        variable = only(["Yes", "No", ""], *options)
        assert (variable.kind, list(variable.cells)) == ("single", [1, 0, None])
        assert variable.values == ((0, "No"), (1, "Yes"))


def labels_of(variable):
    """What the cells of a variable mean."""
    labels: dict[object, str] = dict(variable.values)
    return [labels[code] for code in variable.cells]


def test_back_coded_answers_have_the_codes_that_they_had():
    """After back-coding an option has the code that it had in the question's column, whatever the column is called; numbers theirs."""
    before = [Variable("col", "single", [], values=((5, "a"), (7, "b"))), Variable("q", "text", [])]
    said = closed_responses("q", ["b", "a", "c"])
    (moved,) = moved_block(said, before, "col").variables
    assert list(moved.cells) == [7, 5, 8]
    (numbers,) = moved_block(closed_responses("n", ["10", "0", "10"]), [Variable("n", "number", [])], "n").variables
    assert list(numbers.cells) == [10, 0, 10]


NAMES = (["Rate [a]", "Rate [b]"], ["Q5_1", "Q5_2"], ["Rate us - a", "Rate us - b"], ["Rate?.a", "Rate?.b"])


@pytest.mark.parametrize("names", NAMES)
def test_rows_of_a_grid_have_the_same_codes(names):
    """The same answer has the same code in each row, whichever was found first, and where a row lacks one of them too."""
    columns = {names[0]: ["good", "bad", "good"], names[1]: ["bad", "fair", "good"]}
    survey = Questionnaire(questions=tuple(closed(name, name) for name in names))
    one, two = coded_dataset(table_of(columns), (), survey).variables
    assert dict(one.values) == dict(two.values)
    assert labels_of(one) == columns[names[0]]
    assert labels_of(two) == columns[names[1]]


def test_questions_of_other_options_keep_theirs():
    """Names that begin alike make no grid of questions that share no options."""
    codes = closed_codes(
        table_of({"q_1": ["north", "south"], "q_2": ["cat", "dog"]}), [closed("a", "q_1"), closed("b", "q_2")]
    )
    assert (codes["a"], codes["b"]) == (((1, "north"), (2, "south")), ((1, "cat"), (2, "dog")))

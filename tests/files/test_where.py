"""`--where` against the columns of a table."""

from dataclasses import replace

import pytest

from freetext.errors import InputError, MissingColumn, NegativeAnswer
from freetext.files.coding.tallying import Wanted, tables_of
from freetext.files.tabular.filters import conditions_of, kept_rows
from freetext.files.tabular.tables import Table
from freetext.survey.questionnaire import Question
from freetext.tallies.conventions import Conventions


def table(**columns):
    return Table("coded.csv", tuple(columns), tuple(columns.values()), len(next(iter(columns.values()))))


SURVEY = table(type=["charity", "IFA", "IFA", ""], age=["30", "n/a", "41", ""], levels=["a/b", "b", "", "a"])


def kept(*where, questions=(), of=SURVEY):
    return kept_rows(of, conditions_of(where), questions)


def test_all_conditions_must_hold():
    """Rows that meet every condition are kept, and the note says which and how many."""
    found = kept("type = ifa|charity", "age > 30")
    assert found.rows.tolist() == [False, False, True, False]
    assert found.note == "Only those with type = ifa|charity and age > 30: 1 row of 4."


def test_nothing_asked_for_keeps_all():
    """Without a condition every row counts and there is nothing to tell."""
    found = kept()
    assert found.rows.all()
    assert found.note == ""


def test_blank_cells_can_be_asked_for():
    """`COL =` is blank, `COL !=` is not."""
    assert kept("type =").rows.tolist() == [False, False, False, True]
    assert kept("type !=").rows.tolist() == [True, True, True, False]


def test_a_column_that_is_not_there_is_named():
    """An unknown column is refused with those that there are, and the nearest."""
    with pytest.raises(
        MissingColumn, match=r"no column 'typ' \(--where\). Columns: type, age, levels. Did you mean 'type'"
    ):
        kept("typ = charity")


def test_a_value_that_no_row_has_is_named():
    """A misspelled value is refused with the values that there are, also after `!=`."""
    for text in ("type = charty", "type != charty"):
        with pytest.raises(
            InputError,
            match=r"column 'type': no row has 'charty' \(--where\). Values: charity, IFA. Did you mean 'charity'",
        ):
            kept(text)


def test_values_of_a_long_column_are_not_listed():
    """Of a column of texts no value is shown: they may be answers."""
    texts = table(text=[f"my secret {number}" for number in range(200)])
    with pytest.raises(InputError) as told:
        kept("text = mine", of=texts)
    assert "It has 200 others." in str(told.value)
    assert "secret" not in str(told.value)


def test_sizes_want_a_column_of_numbers():
    """Sizes in a column without any number are refused; among numbers what is none is left out."""
    assert kept("age >= 30").rows.tolist() == [True, False, True, False]
    with pytest.raises(InputError, match="no cell is a number"):
        kept("type > 3")


def test_decimal_commas_are_numbers():
    """A column that writes decimals with a comma has sizes, as weights have; one that parts thousands with it is left alone."""
    assert kept("age >= 30", of=table(age=["30,5", "29,5", "n.a.", "31"])).rows.tolist() == [True, False, False, True]
    assert kept("pay >= 30", of=table(pay=["1,207", "998", "", ""])).rows.tolist() == [False, True, False, False]


def test_a_filter_that_leaves_nobody_is_a_negative_answer():
    """Where no row is left the answer is no, with what was asked for."""
    with pytest.raises(NegativeAnswer, match=r"no row has type = charity and age = 41 \(--where\)") as told:
        kept("type = charity", "age = 41")
    assert told.value.exit_code == 1


def test_a_question_stands_for_its_column():
    """A question of one column can be named instead, with its separator; an option that nobody chose is no slip."""
    question = Question("works", "multi", ("levels",), options=("a", "b", "c"), separator="/")
    assert kept("works = A", questions=[question]).rows.tolist() == [True, False, False, True]
    with pytest.raises(NegativeAnswer):
        kept("works = c", questions=[question])


@pytest.mark.parametrize("profile", ["nhs", "ons10"])
def test_a_note_obeys_a_disclosure_profile(profile):
    """How many rows are left, and of how many, is not told: one less the other may be few."""
    small = table(codes=["a"] * 20, type=["x"] * 3 + ["y"] * 17)
    wanted = Wanted(themes=("codes",), where=("type = x",), conventions=Conventions(disclosure=profile))
    (tallied,) = tables_of(small, wanted)
    assert "Only those with type = x." in tallied.notes


def test_rows_that_count_stand_for_their_share_of_a_population():
    """A filter and a column of a banner give the same people the same interval, and the note says of how many they are part."""
    of = table(codes=["a", "b", "a", "a", "b", "a"], type=["x", "x", "x", "y", "y", "y"])
    wanted = Wanted(themes=(), closed=("codes",), conventions=Conventions(population=9))
    (split,) = tables_of(of, replace(wanted, by=("type",)))
    (alone,) = tables_of(of, replace(wanted, where=("type = x",)))
    (column, cell) = (split.rows[0].cells[1], alone.rows[0].cells[0])
    assert (cell.low, cell.high) == (column.low, column.high)
    assert any("same share of the population as of all respondents: 5 of 9." in note for note in alone.notes)
    with pytest.raises(InputError, match=r"population of 5 .* smaller than the 6 respondents.*whole table"):
        tables_of(of, replace(wanted, where=("type = x",), conventions=Conventions(population=5)))

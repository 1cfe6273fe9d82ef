"""Answers written into an "Other" box, as tables, parts of folders and exports read them."""

from freetext.files.coding.coded import as_said, closed_question
from freetext.files.parts.part_closed import closed_said
from freetext.files.tabular.rows import Table
from freetext.survey.questionnaire import Question

RESERVED = (("Other", "other"),)


def table_of(**columns: list[str]) -> Table:
    """A table of these columns."""
    return Table("a.csv", tuple(columns), tuple(columns.values()), len(next(iter(columns.values()))))


def test_options_that_come_late_in_a_part_are_no_write_ins():
    """Where the questionnaire states no options, those of later rows are options, whatever rows before them said."""
    question = Question("q", "multi", ("q",), reserved=RESERVED)
    said = closed_said(table_of(q=["a;b", "c", ""]), question, ["Other", "a"])
    assert {theme.name for theme in said.codeframe.themes} == {"Other", "a", "b", "c"}


def test_a_table_without_the_texts_is_read_as_it_stands():
    """Where the column of the texts is not there, blanks stay blank."""
    question = Question("q", "closed", ("q",), options=("a", "Other"), reserved=RESERVED, written="q_other")
    table = table_of(q=["a", "", "a"])
    assert closed_question(table, question).answered.tolist() == [True, False, True]
    assert as_said(table, [question]).texts("q") == ["a", "", "a"]


def test_write_ins_are_counted_and_said():
    """The note below the table says how many wrote in, and not what."""
    question = Question("q", "multi", ("q",), options=("a", "b", "Other"), reserved=RESERVED)
    said = closed_question(table_of(q=["a;mine", "b", "my own; and yours"]), question)
    assert said.given.sum(axis=0).tolist() == [1, 1, 2]
    assert said.notes == ("Written in, none of the options of freetext.toml: 2; counted as 'Other'.",)

"""A coded table as a project for qualitative analysis."""

from freetext.files.coding.open_questions import open_questions
from freetext.files.coding.wanted import Wanted
from freetext.files.exchange.coded_dataset import coded_dataset
from freetext.files.exchange.exports_qda import qda_project
from freetext.files.exchange.qda_project import MODEL, PEOPLE, RULES
from freetext.files.tabular.rows import Table
from freetext.survey.questionnaire import Question, Questionnaire

COLUMNS = {
    "who": ["a", "a", "b", ""],
    "asked": ["x", "y", "x", "x"],
    "answer": ["short of money", "staff", "", "law"],
    "region": ["north", "north", "south", "west"],
    "comment": ["", "a text that goes on and on and on, which is no fact but an answer", "", ""],
    "age": ["30", "31", "50", ""],
    "freetext_themes": ["money", "staff;money", "", "law"],
    "freetext_source": ["money=human", "staff=model;money=rule", "blank", "law=model"],
}


def project_of(survey, text="answer"):
    """The project of the columns, a file with one answer a row."""
    table = Table("t.csv", tuple(COLUMNS), tuple(COLUMNS.values()), 4)
    opened = list(open_questions(table, Wanted(text=text, question="asked"), None))
    return qda_project(table, opened, survey, coded_dataset(table, (), survey))


def test_each_answer_has_its_codes_and_who_gave_them():
    """An answer stands under its question with its codes; the model, phrases and people are told apart."""
    project, said = project_of(Questionnaire(respondent="who"))
    assert said == ()
    assert [each.name for each in project.questions] == ["x", "y"]
    answers = [[(each.respondent, each.text) for each in question.answers] for question in project.questions]
    assert answers == [[("a", "short of money"), ("b", ""), ("row 5", "law")], [("a", "staff")]]
    codes = {
        (code.slug, code.coder) for question in project.questions for each in question.answers for code in each.codes
    }
    assert codes == {("money", PEOPLE), ("staff", MODEL), ("money", RULES), ("law", MODEL)}


def test_respondents_stand_once_with_what_is_known_of_them():
    """A respondent of several rows is one case, as the first row has it; ids and long texts are no facts of a case."""
    project, _ = project_of(Questionnaire(respondent="who"))
    assert project.people == ("a", "b", "row 5")
    facts = {each.name: list(each.cells) for each in project.variables}
    assert (facts["region"], facts["age"]) == (["north", "south", "west"], [30, 50, None])
    assert not {"who", "comment", "answer"} & set(facts)


def test_without_an_id_each_row_is_a_respondent():
    """Where no column names people the rows do."""
    assert project_of(Questionnaire())[0].people == ("2", "3", "4", "5")


def test_nobody_is_taken_for_a_row_without_a_name():
    """A blank name is a person of its own, whatever others are called."""
    columns = {**COLUMNS, "who": ["row 5", "row 5_2", "b", ""]}
    table = Table("t.csv", tuple(columns), tuple(columns.values()), 4)
    opened = list(open_questions(table, Wanted(text="answer"), None))
    survey = Questionnaire(respondent="who")
    project, _ = qda_project(table, opened, survey, coded_dataset(table, (), survey))
    assert project.people == ("row 5", "row 5_2", "b", "row 5_3")


def test_what_was_written_in_other_is_no_fact():
    """The text of an "Other" box is an answer of its own question, and no fact of a case beside it."""
    reserved = (("Other", "other"),)
    multi = Question("Which", "multi", ("Which - A", "Which - Other"), options=("A", "Other"), reserved=reserved)
    texts = Question("Which - Other", "other", ("Which - Other",), of="Which", codeframe="codeframe.toml")
    survey = Questionnaire(questions=(multi, texts))
    columns = {"Which - A": ["A", ""], "Which - Other": ["", "the radio"], "freetext_themes": ["", "money"]}
    table = Table("t.csv", tuple(columns), tuple(columns.values()), 2)
    opened = list(open_questions(table, Wanted(text="Which - Other"), None))
    facts = coded_dataset(table, (), survey)
    assert "Which - Other_text" in {each.name for each in facts.variables}
    assert "Which - Other_text" not in {each.name for each in qda_project(table, opened, survey, facts)[0].variables}

"""Which column of a survey is what."""

from typing import get_args

from freetext.survey.questionnaire import Question, QuestionKind, Questionnaire


def test_what_people_wrote_stands_in_open_questions_and_beside_closed_ones():
    """Texts stand in the columns of open and other-specify questions, coded or not, each column once."""
    questions = tuple(Question(kind, kind, (f"c_{kind}",)) for kind in get_args(QuestionKind))
    survey = Questionnaire(questions=(*questions, Question("again", "open", ("c_other",))))
    assert [each.name for each in questions if each.holds_text] == ["open", "other"]
    assert survey.text_columns == ("c_open", "c_other")

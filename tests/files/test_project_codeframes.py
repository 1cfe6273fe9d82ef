"""Which codeframe a question of a project has."""

import pytest

from freetext.errors import InputError, UsageError
from freetext.files.project.project_codeframes import by_codeframe, codeframe_of_question, shared_codeframe, to_code
from freetext.files.project.settings import Project
from freetext.survey.questionnaire import Question, Questionnaire

ASKED = (Question("a", "open", ("a",), codeframe="own.toml"), Question("b", "open", ("b",)))


def test_a_question_has_its_own_codeframe_or_the_surveys(tmp_path):
    """Questions are grouped by their own codeframe, else the survey's, also those that the questionnaire does not know."""
    project = Project(tmp_path, Questionnaire(codeframe="main.toml", questions=ASKED))
    assert by_codeframe(["b", "a", "c", "b"], project) == {"main.toml": ["b", "c"], "own.toml": ["a"]}
    assert to_code(["a"], project) == {"own.toml": ["a"]}
    assert by_codeframe(["a", "b"], None) == {"": ["a", "b"]}


def test_a_question_that_is_to_be_coded_needs_a_codeframe(tmp_path):
    """Coding refuses a question without a codeframe and names the place to name one; a tally takes the codes as they are."""
    project = Project(tmp_path, Questionnaire(questions=ASKED))
    with pytest.raises(InputError, match=r"freetext\.toml: question 'b' has no codeframe\. Name one under \[survey\]"):
        to_code(["a", "b"], project)
    assert codeframe_of_question("b", project) is None
    assert codeframe_of_question("b", None) is None


def test_labels_in_columns_speak_one_codeframe(tmp_path):
    """Questions that share a codeframe have one path, none without a project; several are refused by name."""
    project = Project(tmp_path, Questionnaire(codeframe="main.toml", questions=ASKED))
    assert shared_codeframe(["b", "c"], project) == tmp_path / "main.toml"
    assert shared_codeframe(["b"], None) is None
    with pytest.raises(UsageError, match=r"own\.toml, main\.toml"):
        shared_codeframe(["a", "b"], project)

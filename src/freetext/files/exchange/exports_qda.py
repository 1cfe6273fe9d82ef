"""A coded survey -> a project for qualitative analysis: texts, codes on them, and who gave both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from freetext.files.coding.coded import UNCODED
from freetext.files.coding.open_questions import Opened
from freetext.files.exchange.dataset import Dataset, Variable
from freetext.files.exchange.qda_project import MODEL, PEOPLE, RULES, Coded, CodedQuestion, CodedText, QdaProject
from freetext.files.tabular.headings import unused
from freetext.files.tabular.rows import Table
from freetext.survey.codings import Source
from freetext.survey.questionnaire import Question, Questionnaire

BRIEF = 60
"""Characters of a text that is a fact, such as a region."""

CODERS = {Source.MODEL: MODEL, Source.RULE: RULES, Source.HUMAN: PEOPLE}


def qda_project(
    table: Table, opened: Sequence[Opened], survey: Questionnaire, dataset: Dataset, *, crlf: bool = False
) -> tuple[QdaProject, tuple[str, ...]]:
    """Make the project of a coded table; also says which questions are left out, for their verbatims are not in the file.

    Respondents are those of the id (or respondent) column, else the rows; what is known of them stands in `dataset`: closed
    questions, numbers, moments and short texts, as the respondent's first row has them.
    """
    people = _people(table, survey)
    there = [each for each in opened if each.responses.codeframe is not UNCODED]
    with_text = [each for each in there if each.text]
    questions = tuple(_question(table, each, people, survey) for each in with_text)
    first = {person: row for row, person in reversed(list(enumerate(people)))}
    order = sorted(first.values())
    verbatims = {each.text for each in there} | {column for each in survey.questions for column in _written(each)}
    own = verbatims | {f"{each}_text" for each in verbatims} | {survey.id, survey.respondent}
    variables = tuple(_of_people(each, order) for each in dataset.variables if each.name not in own and _brief(each))
    name = survey.title or survey.name
    project = QdaProject(name, questions, tuple(people[row] for row in order), variables, crlf)
    left = [each.question or each.column for each in there if not each.text]
    return project, ((f"left out, for the file has no verbatims of them: {', '.join(left)}",) if left else ())


def _people(table: Table, survey: Questionnaire) -> list[str]:
    """Name who stands behind each row; a blank id is a person of its own."""
    column = next((each for each in (survey.respondent, survey.id) if each and each in table.names), "")
    rows = [str(table.row(place)) for place in range(table.size)]
    if not column:
        return rows
    names = [name.strip() for name in table.texts(column)]
    taken = set(names)
    return [name or unused(f"row {row}", taken) for name, row in zip(names, rows, strict=True)]


def _written(question: Question) -> tuple[str, ...]:
    """Name the columns of a question that hold what people wrote."""
    return question.columns if question.holds_text else ()


def _brief(variable: Variable) -> bool:
    """Whether a variable tells something of respondents: a text that is long for one of them is an answer, and no fact."""
    return variable.kind != "text" or all(len(str(cell)) <= BRIEF for cell in variable.cells if cell is not None)


def _of_people(variable: Variable, rows: Sequence[int]) -> Variable:
    return replace(variable, cells=[variable.cells[row] for row in rows])


def _question(table: Table, opened: Opened, people: Sequence[str], survey: Questionnaire) -> CodedQuestion:
    said = opened.responses
    ids = table.texts(survey.id) if survey.id in table.names else [str(table.row(each)) for each in range(table.size)]
    texts = table.texts(opened.text)
    answers = tuple(
        CodedText(ids[row], people[row], texts[row], tuple(_codes(opened, row)))
        for row in range(table.size)
        if said.asked[row]
    )
    name = opened.question or "themes"
    return CodedQuestion(name, said.title or name, said.codeframe, answers)


def _codes(opened: Opened, row: int) -> Iterator[Coded]:
    """List the codes of an answer, and who gave them."""
    said = opened.responses
    for place, slug in enumerate(said.codeframe.slugs):
        if said.given[row, place]:
            yield Coded(slug, CODERS[Source(int(said.source[row, place]))])

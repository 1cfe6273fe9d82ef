"""The "Other" texts of a closed question: whose they are, and what their respondents said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from freetext.errors import InputError, NegativeAnswer, UsageError, did_you_mean, names_listed, quoted
from freetext.files.backcoding.moves import hashes_in
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.coding.coded import closed_question
from freetext.files.project.settings import NAME, Project
from freetext.files.tabular.tables import Table, require_rows
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Move, Question
from freetext.survey.responses import Responses


@dataclass(frozen=True, eq=False)
class OtherTexts:
    """A closed question with its "Other, please specify" in one file, as the respondents left them.

    question, asked  the closed question and the one that holds the texts
    option           how the closed one spells "Other"
    said             what everybody said to the closed one, before any move
    file             the texts as answers; blank where somebody did not say "Other"
    """

    project: Project
    table: Table
    question: Question
    asked: Question
    option: str
    said: Responses
    file: AnswerFile
    beside: int
    """Texts of people who did not say "Other"; they are left alone."""

    @cached_property
    def base(self) -> int:
        """How many answered the closed question."""
        return int(np.count_nonzero(self.said.answered))

    @cached_property
    def others(self) -> int:
        """How many said "Other"."""
        return int(np.count_nonzero(_ticked(self.said, self.option)))

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts of those who said "Other" and wrote something: id -> text, in the order of the file."""
        answers = self.file.answers
        pairs = zip(answers.ids, answers.texts, answers.blank.tolist(), strict=True)
        return {name: text for name, text, blank in pairs if not blank}

    @cached_property
    def hashes(self) -> dict[str, str]:
        """The hashes of what everybody wrote: id -> hash."""
        return hashes_in(self.table, self.project.questionnaire, self.question)

    @property
    def listed(self) -> tuple[str, ...]:
        """The options of the questionnaire, or, where it names none, those that somebody said."""
        return self.question.options or tuple(theme.name for theme in self.said.codeframe.themes)

    @property
    def several(self) -> bool:
        """Whether a respondent may give several options."""
        return self.question.kind == "multi"

    def moved(self, moves: Sequence[Move], options: tuple[str, ...]) -> Responses:
        """What everybody said after these moves, with these options listed; raises InputError for one that does not fit."""
        question = replace(self.question, options=options, moves=self.question.moves or "moves")
        return closed_question(self.table, question, moves, self.project.questionnaire.id, self.hashes)


def backcodable(project: Project) -> list[tuple[Question, Question]]:
    """The closed questions that have an "Other" text, each with the question that holds it."""
    survey = project.questionnaire
    pairs = ((survey.question(each.of), each) for each in survey.questions if each.kind == "other")
    return [(closed, asked) for closed, asked in pairs if closed is not None]


def pair_named(project: Project, name: str) -> tuple[Question, Question]:
    """Find a closed question and its "Other" by the name of either; without a name the only one.

    Raises UsageError where there is none, or several and no name.
    """
    pairs = backcodable(project)
    known = [closed.name for closed, _ in pairs]
    if not pairs:
        raise UsageError(
            f'no question in {project.folder / NAME} holds "Other" texts: one of kind = "other", of = the closed question\'s name.'
        )
    found = [pair for pair in pairs if name in {pair[0].name, pair[1].name}] if name else pairs
    if not found:
        hint = did_you_mean(name, known)
        raise UsageError(
            f'no closed question {name!r} with "Other" texts. There are: {names_listed(known)}. {hint}'.rstrip()
        )
    if len(found) > 1:
        raise UsageError(f'which question? {len(found)} have "Other" texts: {names_listed(known)}.')
    return found[0]


def other_texts(table: Table, project: Project, question: Question, asked: Question) -> OtherTexts:
    """Read a closed question and its "Other" texts from a table without dropped columns.

    Raises InputError where ids are missing or not unique, or no option is "Other"; NegativeAnswer where nobody wrote a text.
    """
    require_rows(table)
    survey = project.questionnaire
    if not survey.id:
        what = "names no `id` column, and a move must say whose answer it changes."
        raise InputError(what, file=project.folder / NAME)
    said = closed_question(table, replace(question, moves=""))
    option = other_option(question, said)
    ticked = _ticked(said, option)
    person = survey.respondent if survey.respondent in table.names else ""
    read = answers_in(table, text=asked.columns, id=survey.id, respondent=person, names={asked.columns[0]: asked.name})
    texts = tuple(text if own else "" for text, own in zip(read.answers.texts, ticked.tolist(), strict=True))
    beside = int(np.count_nonzero(~read.answers.blank & ~ticked))
    file = replace(read, answers=replace(read.answers, texts=texts))
    if file.answers.blank.all():
        raise NegativeAnswer(f"{table.file}: nobody who said {quoted(option)} to {quoted(question.name)} wrote what.")
    return OtherTexts(project, table, question, asked, option, said, file, beside)


def other_option(question: Question, said: Responses) -> str:
    """Find the option that stands for "Other": the one reserved as such, else the only one whose name begins with the word.

    Raises InputError where there is none, or several.
    """
    names = [theme.name for theme in said.codeframe.themes]
    reserved = [option for option, kind in question.reserved if kind == "other"]
    found = reserved or [name for name in names if _is_other(name)]
    if len(found) == 1:
        return found[0]
    what = f'which option of {quoted(question.name)} is "Other"? Options: {names_listed(names)}.'
    raise InputError(what, remedy='Say so in freetext.toml: reserved = { "..." = "other" }.')


def _is_other(name: str) -> bool:
    words = fold(name).replace(",", " ").replace("(", " ").replace(":", " ").split()
    return bool(words) and words[0] == "other"


def _ticked(said: Responses, option: str) -> BoolArray:
    """Who said an option, bool (n,)."""
    places = [place for place, theme in enumerate(said.codeframe.themes) if fold(theme.name) == fold(option)]
    return np.asarray(said.given[:, places].any(axis=1), dtype=np.bool_)

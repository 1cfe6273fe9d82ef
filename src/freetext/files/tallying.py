"""A coded table to tallies: which columns are what, from what was asked for and from the project's settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from freetext.errors import InputError, NegativeAnswer, UsageError
from freetext.files.coded import (
    UNCODED,
    banner_in,
    closed_column,
    closed_question,
    only_asked,
    open_question,
    question_of,
    theme_columns,
)
from freetext.files.codings import THEMES
from freetext.files.dropped import without_dropped
from freetext.files.moves import read_moves
from freetext.files.project_codeframes import by_codeframe, codeframe_of_question
from freetext.files.settings import Project
from freetext.files.tables import Table, require_rows
from freetext.survey.answers import FloatArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.questionnaire import Question, Questionnaire
from freetext.survey.responses import Banner, Responses
from freetext.tallies.bases import weights_of
from freetext.tallies.crosstab import tally
from freetext.tallies.people import once_each
from freetext.tallies.table import BaseKind, TallyTable


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to tally: columns of themes, closed columns or questions, banners, weight and base.

    `text` tells the blank answers, `question` what was asked in a file with one answer a row, `respondent` who answered: a
    respondent with several rows counts once. None for `themes` means all of our columns, for `closed` the project's closed
    questions; an empty tuple means none of them. An empty `by`, `weight` or `respondent` means the project's, as does no `codeframe`;
    without `text` blank answers are told by freetext_source, or by the project's verbatims beside a column that is not ours.
    """

    themes: tuple[str, ...] | None = None
    closed: tuple[str, ...] | None = None
    by: tuple[str, ...] = ()
    text: str = ""
    question: str = ""
    respondent: str = ""
    weight: str = ""
    base: BaseKind = "answered"
    codeframe: Codeframe | None = None


def tables_of(table: Table, wanted: Wanted, project: Project | None = None) -> list[TallyTable]:
    """Tally every question of a coded table by every banner; raises NegativeAnswer where there is nothing to tally."""
    require_rows(table)
    survey = project.questionnaire if project else Questionnaire()
    table = without_dropped(table, project, _asked(wanted, survey))
    responses = [*_open(table, wanted, project), *_closed(table, wanted, survey, project)]
    if all(each.codeframe is UNCODED for each in responses):
        columns = ", ".join(wanted.themes or theme_columns(table)) or "any column"
        raise NegativeAnswer(f"{table.file}: no code in {columns}; there is nothing to tally.")
    people = _respondents(table, wanted.respondent, survey)
    if people is not None:
        responses = [once_each(each, people) for each in responses]
    banners = _banners(table, wanted, survey)
    weights = _weights(table, wanted.weight or survey.weight)
    pairs = ((each, banner) for each in responses for banner in _others(each, banners))
    return [_tally(each, banner, weights, wanted.base) for each, banner in pairs]


def _asked(wanted: Wanted, survey: Questionnaire) -> list[str]:
    """List the columns that were asked for."""
    named = (name for name in (*(wanted.closed or ()), *wanted.by) if survey.question(name) is None)
    return [*(wanted.themes or ()), *named, wanted.text, wanted.question, wanted.respondent, wanted.weight]


def _tally(responses: Responses, banner: Banner | None, weights: FloatArray | None, base: BaseKind) -> TallyTable:
    """Tally a question; one that has no codes at all gets a table without rows, so that nobody misses it unawares."""
    table = tally(responses, banner=banner, weights=weights, base=base)
    return replace(table, rows=()) if responses.codeframe is UNCODED else table


def _others(responses: Responses, banners: Sequence[Banner]) -> Sequence[Banner | None]:
    """Leave out the banner that is the question itself; a question without any banner is tallied as a whole."""
    return [banner for banner in banners if banner.name != responses.question] or [None]


def _open(table: Table, wanted: Wanted, project: Project | None) -> Iterator[Responses]:
    """Read the open questions: the columns that were asked for, else all of ours."""
    columns = theme_columns(table) if wanted.themes is None else wanted.themes
    if wanted.themes is None and not columns and not wanted.closed and project is None:
        raise InputError(
            "no column freetext_themes.",
            file=table.file,
            remedy="Name the column of codes with --themes, or code the file first with `freetext code`.",
        )
    if wanted.text and len(columns) > 1:
        raise UsageError("--text goes with one column of themes; the others tell blank answers by freetext_source.")
    for column in columns:
        known = _known(column, project)
        text = wanted.text or _text(table, column, known)
        if wanted.question:
            yield from _long(table, column, text, wanted, project)
            continue
        name, title = (known.name, known.title) if known else ("", "")
        frame = wanted.codeframe or codeframe_of_question(name, project)
        yield open_question(table, column, codeframe=frame, text=text, name=name, title=title)


def _long(table: Table, column: str, text: str, wanted: Wanted, project: Project | None) -> Iterator[Responses]:
    """Read a long file question by question, each with its own codeframe; questions without one share the codes found."""
    cells = np.array(table.texts(wanted.question, option="--question"), dtype=object)
    names: list[str] = list(dict.fromkeys(cells.tolist()))
    known = {each.name: each for each in project.questionnaire.questions} if project else {}
    read: dict[str, Responses] = {}
    for group in by_codeframe(names, None if wanted.codeframe else project).values():
        among = np.logical_or.reduce([cells == name for name in group])
        frame = wanted.codeframe or codeframe_of_question(group[0], project)
        whole = open_question(table, column, codeframe=frame, text=text, among=among)
        for name in group:
            read[name] = only_asked(whole, name, cells == name, known[name].title if name in known else "")
    yield from (read[name] for name in names)


def _known(column: str, project: Project | None) -> Question | None:
    """Find the question that a column of themes is about: the one it names, or the only one that there is."""
    coded = project.questionnaire.coded if project else ()
    named = question_of(column)
    return next((each for each in coded if each.name == named), coded[0] if len(coded) == 1 else None)


def _text(table: Table, column: str, known: Question | None) -> str:
    """Find the verbatims behind a column of codes that is not ours, to tell its blank answers."""
    if known is None or column.startswith(THEMES) or known.columns[0] not in table.names:
        return ""
    return known.columns[0]


def _closed(table: Table, wanted: Wanted, survey: Questionnaire, project: Project | None) -> Iterator[Responses]:
    """Read the closed questions: those asked for, by name or column, else all of the project's that the table holds."""
    known = {each.name: each for each in survey.questions if each.kind in {"closed", "multi", "ranking"}}
    here = tuple(name for name, each in known.items() if all(column in table.names for column in each.columns))
    for name in here if wanted.closed is None else wanted.closed:
        question = known.get(name)
        if question is None or project is None:
            yield closed_column(table, name)
            continue
        moves = read_moves(project.path(question.moves), encoding=survey.encoding) if question.moves else ()
        yield closed_question(table, question, [move for move in moves if move.question == name], survey.id)


def _banners(table: Table, wanted: Wanted, survey: Questionnaire) -> list[Banner]:
    questions = {each.name: each for each in survey.questions}
    here = tuple(name for name in survey.banners if name in table.names or name in questions)
    return [banner_in(table, name, questions) for name in wanted.by or here]


def _respondents(table: Table, column: str, survey: Questionnaire) -> list[str] | None:
    """Read who answered: the column that was asked for, else the project's; a blank cell is a respondent of its own."""
    own = next((each for each in (survey.respondent, survey.id) if each in table.names), "")
    if not (column or own):
        return None
    names = table.texts(column or own, option="--respondent")
    return [name if name.strip() else f"\x00{place}" for place, name in enumerate(names)]


def _weights(table: Table, column: str) -> FloatArray | None:
    if not column:
        return None
    values = table.texts(column, option="--weight")
    return weights_of(values, first_row=table.row(0), column=column, file=table.file)

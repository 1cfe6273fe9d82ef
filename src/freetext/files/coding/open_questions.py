"""The open questions of a coded table: which columns hold their codes, their verbatims and who decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from freetext.errors import InputError, UsageError
from freetext.files.auditing.audit_labels import AuditLabels
from freetext.files.coding.coded import (
    codes_in,
    frame_of_codes,
    only_asked,
    open_question,
    question_of,
    source_of,
    theme_columns,
)
from freetext.files.coding.coded_blocks import THEMES
from freetext.files.coding.wanted import Wanted
from freetext.files.project.project_codeframes import by_codeframe, codeframe_of_question
from freetext.files.project.settings import Project
from freetext.files.tabular.tables import Table
from freetext.survey.codeframe import Codeframe, codeframe_of
from freetext.survey.questionnaire import Question
from freetext.survey.responses import Responses
from freetext.tallies.opens import CODED_BY, CodedBy


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """An open question as it was read, one entry a row of the table.

    column   of its codes
    text     of its verbatims; empty where nobody knows it
    known    the question of the project that it is
    sourced  a column beside the codes says who decided
    """

    responses: Responses
    column: str
    text: str = ""
    known: Question | None = None
    sourced: bool = False

    @property
    def question(self) -> str:
        """What the labels of a project call the question."""
        return self.known.name if self.known else self.responses.question

    @property
    def names(self) -> tuple[str, ...]:
        """What anybody's labels may call it."""
        return (self.question, self.responses.question, self.column, question_of(self.column), self.text)


def open_questions(
    table: Table, wanted: Wanted, project: Project | None, labels: AuditLabels | None = None
) -> Iterator[Opened]:
    """Read the open questions: the columns that were asked for, else all of ours.

    Themes that `labels` alone hold are themes all the same, where no codeframe says which there are.
    """
    columns = theme_columns(table) if wanted.themes is None else wanted.themes
    if wanted.themes is None and not columns and not wanted.closed and project is None:
        raise InputError(
            "no column freetext_themes.",
            file=table.file,
            remedy="Name the column of codes with --themes, or code the file first with `freetext code`.",
        )
    if wanted.text and len(columns) > 1:
        raise UsageError("--text goes with one column of themes; the others tell blank answers by freetext_source.")
    _check_coded_by(wanted)
    for column in columns:
        if wanted.question:
            yield from _long(table, column, wanted, project, labels)
        else:
            yield _wide(table, column, wanted, project, partial(_also, labels, alone=len(columns) == 1))


def _check_coded_by(wanted: Wanted) -> None:
    if wanted.coded_by not in CODED_BY:
        message = f"coded_by is {wanted.coded_by!r}; there is {', '.join(filter(None, CODED_BY))}"
        raise ValueError(message)
    if wanted.audit is not None and wanted.coded_by == "people":
        raise UsageError("--audit measures a machine's codes, and --coded-by says that they are people's: one of them.")


def _coded_by(wanted: Wanted) -> CodedBy:
    """Who coded where the file does not say: what an audit is drawn for is a machine's."""
    return "machine" if wanted.audit is not None else wanted.coded_by


def _also(labels: AuditLabels | None, names: Sequence[str], *, alone: bool) -> list[str]:
    """The codes that labels of these questions hold."""
    return [] if labels is None else labels.codes(labels.about(names, alone=alone))


def _wide(
    table: Table,
    column: str,
    wanted: Wanted,
    project: Project | None,
    also: Callable[[Sequence[str]], list[str]],
) -> Opened:
    """Read a question that has a column of its own."""
    known = _known(column, project)
    name, title = (known.name, known.title) if known else ("", "")
    verbatims = _verbatims(table, column, wanted, known)
    frame = wanted.codeframe or codeframe_of_question(name, project)
    others = () if frame else also((name, column, question_of(column), verbatims))
    responses = open_question(
        table,
        column,
        codeframe=frame or _by_name(table.texts(column, option="--themes"), others, wanted, project),
        text=wanted.text or _text(table, column, known),
        name=name,
        title=title,
        also=others,
        coded_by=_coded_by(wanted),
    )
    return Opened(responses, column, verbatims, known, source_of(column) in table.names)


def _by_name(cells: Sequence[str], also: Sequence[str], wanted: Wanted, project: Project | None) -> Codeframe | None:
    """Make a codeframe of the codes found, by name, where a disclosure profile hides numbers: the usual order, the commonest first, tells them.

    None without a profile, and where no code is found.
    """
    hidden = wanted.conventions.disclosure or (project and project.questionnaire.disclosure)
    found = frame_of_codes(codes_in(cells), "themes", also) if hidden else None
    if found is None:
        return None
    names = sorted((theme.name for theme in found.themes), key=lambda name: (name.casefold(), name))
    return codeframe_of(names, name=found.name)


def _long(
    table: Table, column: str, wanted: Wanted, project: Project | None, labels: AuditLabels | None
) -> Iterator[Opened]:
    """Read a long file question by question, each with its own codeframe; questions without one share the codes found."""
    text = wanted.text or _text(table, column, _known(column, project))
    cells = np.array(table.texts(wanted.question, option="--question"), dtype=object)
    names: list[str] = list(dict.fromkeys(cells.tolist()))
    known = {each.name: each for each in project.questionnaire.questions} if project else {}
    read: dict[str, Responses] = {}
    for group in by_codeframe(names, None if wanted.codeframe else project).values():
        among = np.logical_or.reduce([cells == name for name in group])
        frame = wanted.codeframe or codeframe_of_question(group[0], project)
        also = () if frame else _also(labels, group, alone=len(names) == 1)
        if frame is None:
            texts = table.texts(column, option="--themes")
            frame = _by_name([texts[place] for place in np.flatnonzero(among).tolist()], also, wanted, project)
        whole = open_question(
            table, column, codeframe=frame, text=text, among=among, also=also, coded_by=_coded_by(wanted)
        )
        for name in group:
            read[name] = only_asked(whole, name, cells == name, known[name].title if name in known else "")
    verbatims, sourced = _verbatims(table, column, wanted, None, project), source_of(column) in table.names
    for name in names:
        yield Opened(read[name], column, verbatims, known.get(name), sourced)


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


def _verbatims(
    table: Table, column: str, wanted: Wanted, known: Question | None, project: Project | None = None
) -> str:
    """Find the column of verbatims, whatever tells the blank ones: that of the question, or the only one of a project."""
    if wanted.text:
        return wanted.text
    coded = dict.fromkeys(each.columns[0] for each in project.questionnaire.coded) if project else {}
    found = [known.columns[0]] if known else list(coded) if len(coded) == 1 else [question_of(column)]
    return found[0] if found[0] in table.names and found[0] != column else ""

"""The two waves that are compared: their files of answers and, where they stand, their coded files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import cast

import numpy as np

from freetext.errors import InputError, MissingColumn, UsageError, names_listed
from freetext.files.coding.answers import AnswerFile, answers_in
from freetext.files.coding.coded import theme_columns
from freetext.files.coding.coded_answers import wave_coded
from freetext.files.disk.addresses import name_of
from freetext.files.parts.coded_folders import CodedFolder, coded_folder, is_coded_folder
from freetext.files.parts.folder_sample import sampled
from freetext.files.project.dropped import without_dropped
from freetext.files.project.settings import NAME, Project
from freetext.files.project.wave_states import coded_of
from freetext.files.tabular.tables import Table
from freetext.interfaces.sources import Source
from freetext.survey.answers import Answers, IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.questionnaire import Questionnaire
from freetext.survey.waves import coded_wave

MOST = 5_000
"""Answers of a wave that are looked at; of more a sample of respondents is drawn."""

Reader = Callable[[Source], Table]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of a comparison.

    old, new              files of answers, coded or not; None for the project's last earlier wave, and its present one
    old_coded, new_coded  their coded files, where these are others; None for those of the project, if any
    text, id, respondent  columns, as `train` takes them; `question` says what was asked in a file with one answer a row
    questions             the questions that are compared; empty for all that both waves hold
    themes, weight, by    columns, as `tally` takes them
    codeframe             today's, and `old_codeframe` the one that the old wave was coded with; None for what the project says
    model                 codes both waves in memory, for the part after coding
    again                 codes the whole old wave in memory, for the coding part of each change; codes are then compared as they stand, as with `raw`
    vectors               those that a model was learnt with
    """

    old: Source | None = None
    new: Source | None = None
    old_coded: Source | None = None
    new_coded: Source | None = None
    text: tuple[str, ...] = ()
    id: str = ""
    respondent: str = ""
    question: str = ""
    questions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    weight: str = ""
    by: tuple[str, ...] = ()
    codeframe: Codeframe | None = None
    old_codeframe: Codeframe | None = None
    model: Path | None = None
    again: Path | None = None
    vectors: str = ""
    raw: bool = False
    level: float = 0.05
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One wave: its name, its answers, and its coded table with its path; None where it is not coded, or came as a frame.

    Of a `folder` of coded parts, of so many `rows`, answers and codes are those of a random sample of its respondents.
    """

    name: str
    file: AnswerFile
    coded: Table | None = None
    path: Path | None = None
    folder: CodedFolder | None = None
    rows: int = 0

    def places(self, question: str) -> IntArray:
        """Where the answers to a question stand."""
        return np.flatnonzero(np.array(self.file.answers.questions, dtype=object) == question)

    def answers(self, question: str) -> Answers:
        """The answers to a question."""
        return self.file.answers.take(self.places(question))

    def cells(self, column: str, question: str) -> list[str]:
        """The cell of a closed column beside each answer to a question."""
        texts, size = self.file.table.texts(column), self.file.table.size
        return [texts[place % size] for place in self.places(question).tolist()]


def sides(asked: Request, project: Project | None, read: Reader) -> tuple[Side, Side]:
    """Find and read both waves. Raises UsageError where one is not named and no project knows it, and InputError."""
    survey = project.questionnaire if project else Questionnaire()
    old = asked.old if asked.old is not None else _known(project, survey.earlier[-1:], "OLD", "`earlier`")
    new = asked.new if asked.new is not None else _known(project, (survey.file,), "NEW", "`file`")
    if isinstance(old, (str, PathLike)) and isinstance(new, (str, PathLike)) and Path(old) == Path(new):
        raise UsageError(f"{old}: OLD and NEW are the same file; name two waves.")
    return (
        _side(old, asked.old_coded, "OLD", asked, project, read),
        _side(new, asked.new_coded, "NEW", asked, project, read),
    )


def _known(project: Project | None, files: Sequence[str], argument: str, setting: str) -> Source:
    named = next(filter(None, files), "")
    if project is None:
        raise UsageError(f"which files? Name OLD and NEW, or give the project {setting} in {NAME}.")
    if not named:
        mend = "`freetext waves add` makes a file the present wave"
        raise UsageError(f"which file? Name {argument}: {NAME} has no {setting}; {mend}.")
    return project.path(named)


def _side(
    source: Source, coded: Source | None, called: str, asked: Request, project: Project | None, read: Reader
) -> Side:
    if isinstance(coded, (str, PathLike)) and is_coded_folder(coded):
        raise InputError(f"is a folder of coded parts, which is named as {called} itself.", file=coded)
    if isinstance(source, (str, PathLike)) and is_coded_folder(source):
        return _folder_side(str(source), asked, project)
    table = without_dropped(read(source), project, (*asked.text, asked.id, asked.respondent, asked.question, *asked.by))
    path = _path(source)
    name = coded_wave(str(path)) if path else called
    own: tuple[Table | None, Path | None] = (None, None)
    if coded is not None:
        own = (read(coded), _path(coded))
    elif any(each in table.names for each in asked.themes or theme_columns(table)):
        own = (table, path)
    elif project is not None and path is not None and (found := coded_of(project, str(path))):
        own = (read(found), found)
    return Side(name, answers_of_wave(table, asked, project), *own)


def _folder_side(place: str, asked: Request, project: Project | None) -> Side:
    """Read a random sample of a folder's respondents; its columns are those that it was coded by, unless told otherwise."""
    folder = coded_folder(place)
    own = asked.text or (() if project else tuple(map(str, folder.settings.get("text", ()))))
    asked = replace(
        asked,
        text=own,
        question=asked.question or folder.text("question"),
        id=asked.id or folder.text("id"),
        respondent=asked.respondent or folder.text("respondent"),
    )
    fallback = (lambda: project.questionnaire.encoding) if project else None
    table, rows = sampled(folder, asked.respondent or asked.id, asked.seed, MOST, fallback)
    return Side(name_of(place), answers_of_wave(table, asked, project), table, folder=folder, rows=rows)


def _path(source: Source) -> Path | None:
    return Path(cast("str", source)) if isinstance(source, (str, PathLike)) else None


def answers_of_wave(table: Table, asked: Request, project: Project | None) -> AnswerFile:
    """Read the answers of a table: columns that were asked for, else the project's. Raises InputError and UsageError."""
    survey = project.questionnaire if project else Questionnaire()
    names = {each.columns[0]: each.name for each in survey.coded}
    columns = asked.text or tuple(name for name in names if name in table.names)
    if not columns and not names:
        raise UsageError(
            "which column holds the verbatims? Name it with --text (again for each column of a wide file)."
        )
    if not columns:
        raise MissingColumn(next(iter(names)), table.names, file=table.file, option=NAME)
    own = asked.id or (survey.id if survey.id in table.names else "")
    person = survey.respondent if survey.respondent in table.names and not asked.id else ""
    return answers_in(
        table, text=columns, id=own, respondent=asked.respondent or person, question=asked.question, names=names
    )


def wave_path(side: Side, project: Project) -> str:
    """Name the file of answers of a wave, for its bridge: the wave that its coded file is of, else the file that was read."""
    own = wave_coded(str(side.path), project) if side.path else None
    return str(own or side.file.table.file)


def questions_of(old: Side, new: Side, asked: Request) -> tuple[list[str], tuple[str, ...]]:
    """Return the questions that both waves hold with some text, in NEW's order, and what is said of the others. Raises UsageError."""
    there = [_asked(side) for side in (old, new)]
    if unknown := [each for each in asked.questions if each not in there[0] and each not in there[1]]:
        raise UsageError(
            f"no question {names_listed(unknown)}. Questions: {names_listed(list(dict.fromkeys((*there[0], *there[1]))))}."
        )
    chosen = [each for each in dict.fromkeys((*there[1], *there[0])) if not asked.questions or each in asked.questions]
    found = [each for each in chosen if there[0].get(each) and there[1].get(each)]
    said = tuple(_left_out(chosen, there, (old.name, new.name)))
    if not found:
        raise UsageError(f"no question has answers in both waves. {' '.join(said)}")
    return found, said


def _asked(side: Side) -> dict[str, bool]:
    """The questions of a wave, and whether anybody wrote an answer."""
    answers = side.file.answers
    found = dict.fromkeys(answers.questions, False)
    for question, blank in zip(answers.questions, answers.blank.tolist(), strict=True):
        found[question] |= not blank
    return found


def _left_out(chosen: Sequence[str], there: Sequence[dict[str, bool]], names: tuple[str, str]) -> Iterator[str]:
    for question in chosen:
        for has, name in zip(there, names, strict=True):
            if not has.get(question):
                why = "no answer with text" if question in has else "not asked"
                yield f"not compared: {question or 'the question'}, {why} in {name}."

"""A table's text columns to answers, and its label columns to decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from freetext.errors import InputError, UsageError, quoted, rows_listed
from freetext.files.labelling.label_cells import Labels, labels_given, labels_in, refuse_machine, refuse_none
from freetext.files.tabular.tables import Table, require_rows
from freetext.survey.answers import Answers, BoolArray
from freetext.survey.codeframe import Codeframe, codeframe_of, fold, slugify

BlankLabels = Literal["none", "unlabelled"]


@dataclass(frozen=True, slots=True, eq=False)
class AnswerFile:
    """A table and the answers in it: one block of `table.size` answers for each text column, in the order of `columns`."""

    table: Table
    answers: Answers
    columns: tuple[str, ...]
    questions: tuple[str, ...]
    """The question that each text column stands for, empty where the file does not say."""
    said: tuple[str, ...] = ()
    """What was assumed, for people."""

    def block(self, column: int) -> slice:
        """Return where the answers of a text column stand."""
        return slice(column * self.table.size, (column + 1) * self.table.size)

    def row(self, place: int) -> int:
        """Return the file's row number of an answer."""
        return self.table.row(place % self.table.size)


MOST_THEMES = 1_000
FEW_ANSWERS, TOO_MANY = 20, 0.75
"""A codeframe is found in labels unless it has over 1,000 themes, or from 20 answers on more than three themes for four answers."""


@dataclass(frozen=True, slots=True, eq=False)
class LabelColumns:
    """What label columns say: the codeframe they speak, bool (answers, themes), and which answers are labelled at all."""

    codeframe: Codeframe
    given: BoolArray
    labelled: BoolArray


def answers_in(
    table: Table,
    *,
    text: Sequence[str],
    id: str = "",
    respondent: str = "",
    question: str = "",
    names: Mapping[str, str] | None = None,
) -> AnswerFile:
    """Find the answers of a table.

    `text` names one text column or several (a wide file); `question` the column that says what was asked in a long one. `names` gives
    the question behind a text column; without it several columns are their own questions and one has none. `respondent`
    defaults to `id`, that to the row number.
    """
    require_rows(table)
    if question and len(text) > 1:
        raise UsageError("--question goes with one --text column; in a wide file the columns are the questions.")
    texts = [table.texts(column, option="--text") for column in text]
    asked = _asked(text, names or {})
    ids = _ids(table, id, "--id") if id else [str(table.row(place)) for place in range(table.size)]
    people = _ids(table, respondent, "--respondent") if respondent else ids
    questions = (
        table.texts(question, option="--question")
        if question
        else list(chain.from_iterable([each] * table.size for each in asked))
    )
    answers = Answers(
        tuple(ids) * len(text), tuple(chain.from_iterable(texts)), tuple(questions), tuple(people) * len(text)
    )
    file = AnswerFile(table, answers, tuple(text), asked, assumed(id, respondent))
    _refuse_doubles(file, id)
    return file


def _asked(text: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    doubled = [column for place, column in enumerate(text) if column in text[:place]]
    if doubled:
        raise UsageError(f"--text {doubled[0]} is given twice.")
    alone = len(text) == 1
    return tuple(names.get(column, "" if alone else column) for column in text)


def assumed(id: str, respondent: str) -> tuple[str, ...]:
    """Say what stands in for an id and a respondent that nobody named."""
    if not id:
        alone = "" if respondent else ", and each row is a respondent of its own"
        return (f"no --id: an answer's id is its row number{alone}",)
    return () if respondent else (f"no --respondent: {id!r} says who the respondent is",)


def _ids(table: Table, column: str, option: str) -> list[str]:
    values = table.texts(column, option=option)
    blank = [table.row(place) for place, value in enumerate(values) if not value.strip()]
    if blank:
        raise InputError(
            f"no id in rows {rows_listed(blank)}.",
            file=table.file,
            column=column,
            remedy=f"Fill them in, or leave {option} out.",
        )
    return values


def _refuse_doubles(file: AnswerFile, id: str) -> None:
    answers = file.answers
    seen: dict[tuple[str, str], int] = {}
    doubles: list[tuple[int, int]] = []
    for place, key in enumerate(zip(answers.ids, answers.questions, strict=True)):
        first = seen.setdefault(key, place)
        if first != place:
            doubles.append((first, place))
    if doubles:
        first, second = doubles[0]
        asked = f" to question {quoted(answers.questions[first])}" if answers.questions[first] else ""
        more = f" (and {len(doubles) - 1} more)" if len(doubles) > 1 else ""
        raise InputError(
            f"id {quoted(answers.ids[first])}{asked} stands in rows {file.row(first)} and {file.row(second)}{more}.",
            file=file.table.file,
            column=id,
            remedy="Name the column that tells them apart with --question, a unique one with --id "
            "(and the person with --respondent), or remove the repeats.",
        )


def label_columns(
    file: AnswerFile,
    labels: Sequence[str],
    *,
    codeframe: Codeframe | None = None,
    blank: BlankLabels = "none",
    name: str = "codeframe",
) -> LabelColumns:
    """Read label columns, see `labels_in`: the themes are the codeframe's, or without one those found.

    With several text columns there is one label column for each, in the same order. All unknown themes are refused together, with
    their rows.
    """
    refuse_machine(file.table, labels)
    said = labels_in(file.table, labels, codeframe=codeframe, texts=len(file.columns))
    frame = codeframe or _frame_found(file.table, labels, said, name)
    given, labelled = labels_given(file.table, labels, said, frame), _labelled(said.filled, blank)
    refuse_none(file.table, labels, given, labelled & ~file.answers.blank, frame)
    return LabelColumns(frame, given, labelled)


def _labelled(filled: Sequence[bool], blank: BlankLabels) -> NDArray[np.bool_]:
    if blank == "none":
        return np.ones(len(filled), dtype=np.bool_)
    return np.array(filled, dtype=np.bool_)


def _frame_found(table: Table, labels: Sequence[str], said: Labels, name: str) -> Codeframe:
    names = list(said.headings) or list(chain.from_iterable(said.codes))
    if not names:
        raise InputError(
            "no label cell holds a theme.",
            file=table.file,
            column=", ".join(labels),
            remedy="Name the column of themes with --labels. Before there are labels `freetext code --codeframe FILE` codes by definitions.",
        )
    found = _frame_named(names, name)
    answers = sum(said.filled)
    if len(found) > MOST_THEMES or (answers >= FEW_ANSWERS and len(found) > answers * TOO_MANY):
        raise InputError(
            f"{len(found):,} different themes in {answers:,} labelled answers: this looks like a column of texts, not of labels.",
            file=table.file,
            column=", ".join(labels),
            remedy="Name the column of themes with --labels, joined by ';' where an answer has several, or give a --codeframe.",
        )
    return found


def _frame_named(names: Sequence[str], name: str) -> Codeframe:
    """Make a codeframe of the names that labels use, sorted by slug; each is spelled as it stands first."""
    spelled: dict[str, str] = {}
    for each in names:
        spelled.setdefault(fold(each), each)
    order = sorted(spelled, key=lambda key: (slugify(spelled[key]), key))
    return replace(codeframe_of([spelled[key] for key in order], name=name), by_name=True)

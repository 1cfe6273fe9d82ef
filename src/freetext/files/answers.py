"""A table's text columns to answers, and its label columns to decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from freetext.errors import InputError, UnknownTheme, UsageError, rows_listed
from freetext.files.tables import Table, require_rows
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
    file = AnswerFile(table, answers, tuple(text), asked, _assumed(id, respondent))
    _refuse_doubles(file, id)
    return file


def _asked(text: Sequence[str], names: Mapping[str, str]) -> tuple[str, ...]:
    doubled = [column for place, column in enumerate(text) if column in text[:place]]
    if doubled:
        raise UsageError(f"--text {doubled[0]} is given twice.")
    alone = len(text) == 1
    return tuple(names.get(column, "" if alone else column) for column in text)


def _assumed(id: str, respondent: str) -> tuple[str, ...]:
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
        asked = f" to question {answers.questions[first]!r}" if answers.questions[first] else ""
        more = f" (and {len(doubles) - 1} more)" if len(doubles) > 1 else ""
        raise InputError(
            f"id {answers.ids[first]!r}{asked} stands in rows {file.row(first)} and {file.row(second)}{more}.",
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
    """Read label columns: `a;b;c` of slugs, names or numbers in one column; several 0/1 columns or code columns.

    With several text columns there is one label column for each, in the same order. Without a codeframe the themes are those found. All
    unknown themes are refused together, with their rows.
    """
    doubled = [column for place, column in enumerate(labels) if column in labels[:place]]
    if doubled:
        raise UsageError(f"--labels {doubled[0]} is given twice.")
    columns = [file.table.texts(column, option="--labels") for column in labels]
    if len(file.columns) > 1:
        if len(columns) != len(file.columns):
            raise UsageError(
                f"{len(file.columns)} --text columns want as many --labels columns, one each in the same order, not {len(columns)}."
            )
        joined = [list(chain.from_iterable(columns))]
    elif all(_is_indicator(column) for column in columns):
        return _from_indicators(file, labels, columns, codeframe, blank, name)
    else:
        joined = columns
    cells = [_codes(parts) for parts in zip(*joined, strict=True)]
    frame = codeframe or _frame_found(file, labels, cells, name)
    given = np.zeros((len(cells), len(frame)), dtype=np.bool_)
    find = _ThemeFinder(file, frame, labels)
    for row, codes in enumerate(cells):
        for code in codes:
            given[row, find(code, row)] = True
    find.refuse()
    return LabelColumns(frame, given, _labelled([bool(codes) for codes in cells], blank))


def _is_indicator(column: Sequence[str]) -> bool:
    values = {value.strip() for value in column}
    return values <= {"0", "1", ""} and bool(values - {""})


def _from_indicators(
    file: AnswerFile,
    labels: Sequence[str],
    columns: Sequence[Sequence[str]],
    codeframe: Codeframe | None,
    blank: BlankLabels,
    name: str,
) -> LabelColumns:
    frame = codeframe or _frame_named(labels, name)
    find = _ThemeFinder(file, frame, labels)
    given = np.zeros((file.table.size, len(frame)), dtype=np.bool_)
    for label, column in zip(labels, columns, strict=True):
        place = find(label, None)
        given[:, place] |= np.array([value.strip() == "1" for value in column], dtype=np.bool_)
    find.refuse()
    filled = [any(value.strip() for value in row) for row in zip(*columns, strict=True)]
    return LabelColumns(frame, given, _labelled(filled, blank))


def _labelled(filled: Sequence[bool], blank: BlankLabels) -> NDArray[np.bool_]:
    if blank == "none":
        return np.ones(len(filled), dtype=np.bool_)
    return np.array(filled, dtype=np.bool_)


def _codes(cells: Sequence[str]) -> list[str]:
    return [code.strip() for cell in cells for code in cell.split(";") if code.strip()]


def _frame_found(file: AnswerFile, labels: Sequence[str], cells: Sequence[Sequence[str]], name: str) -> Codeframe:
    names = list(chain.from_iterable(cells))
    if not names:
        raise InputError(
            "no label cell holds a theme.",
            file=file.table.file,
            column=", ".join(labels),
            remedy="Name the column of themes with --labels.",
        )
    return _frame_named(names, name)


def _frame_named(names: Sequence[str], name: str) -> Codeframe:
    """Make a codeframe of the names that labels use, sorted by slug; each is spelled as it stands first."""
    spelled: dict[str, str] = {}
    for each in names:
        spelled.setdefault(fold(each), each)
    order = sorted(spelled, key=lambda key: (slugify(spelled[key]), key))
    return replace(codeframe_of([spelled[key] for key in order], name=name), by_name=True)


class _ThemeFinder:
    """Finds themes, and keeps the unknown ones to refuse them together."""

    def __init__(self, file: AnswerFile, frame: Codeframe, labels: Sequence[str]) -> None:
        self._file, self._frame, self._labels = file, frame, labels
        self._unknown: dict[str, list[int]] = {}
        self._error: UnknownTheme | None = None
        self._known: dict[str, int] = {}

    def __call__(self, code: str, place: int | None) -> int:
        if code not in self._known:
            try:
                self._known[code] = self._frame.position[self._frame.find(code).slug]
            except UnknownTheme as error:
                self._error = self._error or error
                rows = self._unknown.setdefault(code, [])
                if place is not None and self._file.row(place) not in rows[-1:]:
                    rows.append(self._file.row(place))
                return 0
            except KeyError:
                raise InputError(
                    f"{code!r} is a net of the codeframe: label with the themes below it.",
                    file=self._file.table.file,
                    row=None if place is None else self._file.row(place),
                    column=", ".join(self._labels),
                ) from None
        return self._known[code]

    def refuse(self) -> None:
        """Raise for all unknown themes, if there were any."""
        if self._error is None:
            return
        listed = "; ".join(
            f"{code!r}" + (f" in rows {rows_listed(rows)}" if rows else "") for code, rows in self._unknown.items()
        )
        raise InputError(
            f"themes that codeframe {self._frame.name!r} does not have: {listed}. Themes: {', '.join(self._frame.slugs)}.",
            file=self._file.table.file,
            column=", ".join(self._labels),
            remedy="Mend the labels, or add the themes to the codeframe.",
        )

"""Answers from a file or a frame, with or without labels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import overload

from freetext.files.coding.answers import AnswerFile, BlankLabels, answers_in, label_columns
from freetext.interfaces.sources import Names, Source, codeframe_from, names_from, table_from
from freetext.survey.answers import Answers, BoolArray
from freetext.survey.codeframe import Codeframe


@dataclass(frozen=True, slots=True, eq=False)
class LabelledAnswers:
    """`n` answers and what people said of them, by the `k` themes of the codeframe.

    file       the table and its answers
    codeframe  the one given, or the themes found in the labels
    given      bool (n, k): the theme was given
    labelled   bool (n,): somebody coded the answer; the others are not learnt from
    """

    file: AnswerFile
    codeframe: Codeframe
    given: BoolArray
    labelled: BoolArray

    def __len__(self) -> int:
        """How many answers."""
        return len(self.answers)

    @property
    def answers(self) -> Answers:
        """The answers."""
        return self.file.answers


@overload
def read_answers(
    source: Source,
    *,
    text: Names,
    id: str = ...,
    respondent: str = ...,
    question: str = ...,
    sheet: str | None = ...,
    encoding: str | None = ...,
    delimiter: str | None = ...,
    dialect: str | None = ...,
) -> AnswerFile: ...


@overload
def read_answers(
    source: Source,
    *,
    text: Names,
    id: str = ...,
    respondent: str = ...,
    question: str = ...,
    labels: Names,
    codeframe: Codeframe | str | Path | None = ...,
    blank_labels: BlankLabels = ...,
    name: str = ...,
    sheet: str | None = ...,
    encoding: str | None = ...,
    delimiter: str | None = ...,
    dialect: str | None = ...,
) -> LabelledAnswers: ...


def read_answers(
    source: Source,
    *,
    text: Names,
    id: str = "",
    respondent: str = "",
    question: str = "",
    labels: Names = (),
    codeframe: Codeframe | str | Path | None = None,
    blank_labels: BlankLabels = "none",
    name: str = "codeframe",
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    dialect: str | None = None,
) -> AnswerFile | LabelledAnswers:
    """Read the answers of a file or frame; with `labels` what people said of them too.

    All arguments but `source` and `name` are the options of `freetext train`, with the same defaults. `text` is a column of
    verbatims, or several of a wide file, whose answers then follow one column after the other. `labels` is a column of `a;b;c`
    (slugs, names or numbers; in a frame a cell may hold a list), or several 0/1 or code columns. Without a `codeframe` (or its
    path) the themes are those found, and the codeframe bears `name`. Raises InputError (a file, column or cell is not what was
    asked for), UsageError (arguments that do not go together) and CodeframeError.
    """
    table = table_from(source, sheet=sheet, encoding=encoding, delimiter=delimiter, dialect=dialect)
    file = answers_in(table, text=names_from(text), id=id, respondent=respondent, question=question)
    columns = names_from(labels)
    if not columns:
        return file
    said = label_columns(file, columns, codeframe=codeframe_from(codeframe), blank=blank_labels, name=name)
    return LabelledAnswers(file, said.codeframe, said.given, said.labelled)

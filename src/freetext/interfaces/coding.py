"""New answers to codings, and codings to a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.codings import CodedColumns, as_asked, uncoded
from freetext.files.tabular.frames import frame_of, table_of
from freetext.files.tabular.tables import Table, Written, write_table
from freetext.interfaces.models import load_model
from freetext.interfaces.reading import LabelledAnswers
from freetext.interfaces.sources import column_from, texts_from
from freetext.model.bundle import Model
from freetext.model.coder import Coder
from freetext.survey.answers import Answers, answers_of
from freetext.survey.codings import Codings
from freetext.text.vectors import Vectors

if TYPE_CHECKING:
    import pandas as pd


def code(
    model: Model | str | Path,
    answers: AnswerFile | LabelledAnswers | Answers | Iterable[Any],
    *,
    question: str | Sequence[str] = "",
    evidence: bool = False,
    vectors: Vectors | str | Path | None = None,
) -> Codings:
    """Code answers with a model (or that of a folder), as `freetext code` does.

    `answers` comes of `read_answers` (a single text column is the question of its name, where the model knows that one), or is
    a sequence of `n` texts (a list, an array, a series; missing ones are blank); then `question` says what was asked, once for
    all or for each. Returns codings of the `n` answers by the model's `k` themes; the
    codes of an answer do not depend on the others. `vectors` are those of `load_model`. Raises BundleError, and TypeError or ValueError for texts that are none.
    """
    coder = Coder(model if isinstance(model, Model) else load_model(model, vectors=vectors))
    batch = answers_from(answers, question, coder.model.folded.vocabulary.questions)
    return coder.code(batch, evidence=evidence)


def answers_from(
    answers: AnswerFile | LabelledAnswers | Answers | Iterable[Any], question: str | Sequence[str], known: Sequence[str]
) -> Answers:
    """Take answers as `code` does, for a model of the `known` questions."""
    if not isinstance(answers, (AnswerFile, LabelledAnswers, Answers)):
        texts = texts_from(answers)
        asked = question if isinstance(question, str) else column_from(question, len(texts), name="questions")
        return answers_of(texts, questions=asked or "")
    if question:
        message = "question goes with bare texts; these answers say what was asked themselves"
        raise ValueError(message)
    if isinstance(answers, Answers):
        return answers
    return as_asked(answers.file if isinstance(answers, LabelledAnswers) else answers, known)


def to_frame(
    codings: Codings,
    answers: AnswerFile | LabelledAnswers | None = None,
    *,
    scores: bool = False,
    force: bool = False,
) -> pd.DataFrame:
    """Lay codings out as the columns of a coded file: freetext_themes (`a;b`), _review, _review_why and _source.

    With `answers` (those that were coded) the original columns come first, as `freetext code` writes them; `tally` takes the
    frame as it is. `scores` adds one column of probabilities 0..1 a theme; evidence is there if it was asked for. Rows are
    numbered from 0. Raises ValueError where codings and answers differ in number, UsageError where the table is coded already
    and `force` does not replace our columns.
    """
    file = answers.file if isinstance(answers, LabelledAnswers) else answers or _bare(len(codings))
    if len(file.answers) != len(codings):
        message = f"{len(codings)} codings for {len(file.answers)} answers"
        raise ValueError(message)
    cells = CodedColumns(len(codings), scores, codings.evidence is not None)
    cells.add(codings, range(len(codings)))
    return frame_of(uncoded(file.table, force=force).with_columns(cells.columns(file)))


def _bare(rows: int) -> AnswerFile:
    """Stand in for the file of answers that came without one."""
    return AnswerFile(Table("texts", (), (), rows, first=0), answers_of([""] * rows), ("",), ("",))


def save_frame(frame: pd.DataFrame, path: str | Path, *, raw: bool = False, force: bool = False) -> Written:
    """Write a frame as `freetext code` writes its file: .csv, .tsv, .xlsx or .parquet, whole or not at all.

    Cells of a CSV that a spreadsheet would run as a formula get an apostrophe in front, unless `raw`; the result counts them.
    An existing file is refused unless `force`. Raises OutputError.
    """
    return write_table(table_of(frame), path, raw=raw, force=force)

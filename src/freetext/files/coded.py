"""A coded table to responses: open questions from our columns (or anybody's), closed ones from theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from freetext.errors import InputError, NegativeAnswer, UnknownTheme, UsageError
from freetext.files.codings import SOURCE, THEMES
from freetext.files.tables import Table, require_rows
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe, codeframe_of, fold
from freetext.survey.questionnaire import Move, Question
from freetext.survey.responses import Banner, Responses
from freetext.tallies.backcode import apply_moves
from freetext.tallies.banners import banner_of
from freetext.tallies.opens import open_responses
from freetext.tallies.options import closed_responses, multi_columns_responses, multi_responses
from freetext.tallies.ranks import ranking_responses


def theme_columns(table: Table) -> tuple[str, ...]:
    """Return our columns of themes, one for each question of a wide file."""
    return tuple(name for name in table.names if name == THEMES or name.startswith(f"{THEMES}:"))


def one_theme_column(table: Table) -> str:
    """Return our column of themes where there is but one; raises InputError where somebody must choose."""
    columns = theme_columns(table)
    if len(columns) == 1:
        return columns[0]
    there = f"there are {len(columns)}: {', '.join(columns)}" if columns else f"there is no column {THEMES}"
    raise InputError(f"which column of codes? {there}.", file=table.file, remedy="Name it with --themes.")


def question_of(column: str) -> str:
    """Return the question that a column of themes is about, empty where it does not say."""
    return column.removeprefix(THEMES).removeprefix(":") if column.startswith(THEMES) else column


def codes_in(cells: Iterable[str]) -> list[list[str]]:
    """Split cells of `a;b;c`."""
    return [[code.strip() for code in cell.split(";") if code.strip()] for cell in cells]


def frame_of_codes(rows: Sequence[Sequence[str]], name: str) -> Codeframe | None:
    """Make a codeframe of the codes found, the commonest first; None where there is none."""
    counts: dict[str, int] = {}
    spelled: dict[str, str] = {}
    for codes in rows:
        for code in codes:
            key = fold(code)
            spelled.setdefault(key, code)
            counts[key] = counts.get(key, 0) + 1
    order = sorted(counts, key=lambda key: (-counts[key], key))
    return codeframe_of([spelled[key] for key in order], name=name) if order else None


NO_TEXT = "Blank answers cannot be told from answers without a code: name the verbatims with --text."


def open_question(
    table: Table,
    column: str,
    *,
    codeframe: Codeframe | None = None,
    text: str = "",
    question: str = "",
    name: str = "",
    title: str = "",
) -> Iterator[Responses]:
    """Read one column of themes: one question, or as many as the `question` column of a long file holds.

    `text` tells the blank answers; without it `freetext_source` does. Nothing comes of a column without any code and codeframe.
    """
    rows = codes_in(table.texts(column, option="--themes"))
    frame = codeframe or frame_of_codes(rows, "themes")
    if frame is None:
        return
    source = column.replace(THEMES, SOURCE, 1) if column.startswith(THEMES) else ""
    sources = table.texts(source) if source in table.names else None
    blank = [not cell.strip() for cell in table.texts(text, option="--text")] if text else None
    whole = open_responses(
        name or question_of(column) or "themes",
        frame,
        rows,
        sources,
        blank=blank,
        title=title,
        themes_column=column,
        source_column=source or SOURCE,
        first_row=table.row(0),
        file=table.file,
    )
    if blank is None and sources is None:
        whole = replace(whole, notes=(*whole.notes, NO_TEXT))
    if not question:
        yield whole
        return
    asked = np.array(table.texts(question, option="--question"), dtype=object)
    for each in dict.fromkeys(asked.tolist()):
        yield only_asked(whole, each or "(no question)", asked == each)


def only_asked(whole: Responses, name: str, asked: BoolArray) -> Responses:
    """Return the responses of those who were asked this question."""
    return replace(
        whole, question=name, given=whole.given & asked[:, None], asked=asked, answered=whole.answered & asked
    )


def closed_question(table: Table, question: Question, moves: Sequence[Move] = (), id: str = "") -> Responses:
    """Read a closed, multi or ranking question of the questionnaire, back-coded by its list of moves."""
    columns = {column: table.texts(column, option=f"question {question.name!r}") for column in question.columns}
    if question.kind == "ranking":
        items = dict(zip(question.options or question.columns, columns.values(), strict=True))
        return ranking_responses(question.name, items, title=question.title, first_row=table.row(0), file=table.file)
    if len(columns) > 1:
        ticked = dict(zip(question.options or question.columns, columns.values(), strict=True))
        return multi_columns_responses(
            question.name,
            ticked,
            nets=question.nets,
            reserved=question.reserved,
            title=question.title,
            first_row=table.row(0),
            file=table.file,
        )
    values, notes = _moved(table, question, next(iter(columns.values())), moves, id)
    separator = {"multi": question.separator}.get(question.kind, "")
    stated = question.options
    read = (
        multi_responses(
            question.name,
            values,
            separator,
            options=stated,
            nets=question.nets,
            reserved=question.reserved,
            title=question.title,
            file=table.file,
        )
        if separator
        else closed_responses(
            question.name,
            values,
            options=stated,
            nets=question.nets,
            reserved=question.reserved,
            title=question.title,
            file=table.file,
        )
    )
    return replace(read, notes=(*read.notes, *notes))


def _moved(
    table: Table, question: Question, values: Sequence[str], moves: Sequence[Move], id: str
) -> tuple[Sequence[str], tuple[str, ...]]:
    """Apply the moves whose respondents are in this file; a list may serve several waves."""
    if not moves:
        return values, ()
    if not id:
        raise UsageError(f"question {question.name!r} has moves, and no id column tells whose answers they are.")
    ids = table.texts(id)
    here = [move for move in moves if move.id in set(ids)]
    done = apply_moves(
        values, ids, here, separator=question.separator if question.kind == "multi" else "", file=question.moves
    )
    elsewhere = len(moves) - len(here)
    note = f"Answers back-coded by {question.moves}: {len(here)}"
    if elsewhere:
        note += f"; moves of respondents who are not in this file: {elsewhere}"
    return done.values, (note + ".",)


def closed_column(table: Table, column: str) -> Responses:
    """Read a closed column without a questionnaire; one whose cells join values by `;` holds several answers."""
    values = table.texts(column, option="--closed")
    if any(";" in value for value in values):
        return multi_responses(column, values, file=table.file)
    return closed_responses(column, values, file=table.file)


def banner_in(table: Table, column: str, questions: Mapping[str, Question]) -> Banner:
    """Read a banner from a column; a question of the questionnaire gives its options' order."""
    question = questions.get(column)
    source = question.columns[0] if question else column
    if question and (len(question.columns) > 1 or question.kind in ("open", "other", "ranking")):
        raise InputError(
            f"question {column!r} ({question.kind}) cannot be the columns of a cross-tab.",
            file=table.file,
            remedy="Name a closed column with --by.",
        )
    values = table.texts(source, option="--by")
    options = question.options if question else ()
    separator = question.separator if question and question.kind == "multi" else ""
    return banner_of(column, values, options=options, separator=separator, file=table.file)


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Codes and labels of the same answers: bool (n, k) each, and which answers are blank."""

    codeframe: Codeframe
    chosen: BoolArray
    truth: BoolArray
    blank: BoolArray


def compared(table: Table, themes: str, labels: str, codeframe: Codeframe | None) -> Compared:
    """Read a column of codes and a column of labels; a code that the codeframe lacks is refused with its row.

    Raises NegativeAnswer where every answer is blank.
    """
    require_rows(table)
    blank = _blank_beside(table, themes)
    coded = codes_in(table.texts(themes, option="--themes"))
    truth = codes_in(table.texts(labels, option="--labels"))
    frame = codeframe or frame_of_codes([*coded, *truth], "themes")
    if frame is None:
        raise InputError(f"neither {themes!r} nor {labels!r} holds a code.", file=table.file)
    return Compared(frame, code_matrix(table, themes, coded, frame), code_matrix(table, labels, truth, frame), blank)


def _blank_beside(table: Table, themes: str) -> BoolArray:
    """Tell the blank answers by the column of sources beside a column of themes; none where there is no such column."""
    source = themes.replace(THEMES, SOURCE, 1) if themes.startswith(THEMES) else ""
    if source not in table.names:
        return np.zeros(table.size, dtype=np.bool_)
    blank = np.array([cell.strip() == "blank" for cell in table.texts(source)], dtype=np.bool_)
    if blank.all():
        raise NegativeAnswer(f"{table.file}: every answer is blank; there is nothing to compare.")
    return blank


def code_matrix(table: Table, column: str, rows: Sequence[Sequence[str]], frame: Codeframe) -> BoolArray:
    """Turn cells of codes into bool (n, k)."""
    given = np.zeros((len(rows), len(frame)), dtype=np.bool_)
    for place, codes in enumerate(rows):
        for code in codes:
            try:
                slug = frame.find(code).slug
            except UnknownTheme:
                raise UnknownTheme(code, frame.slugs, file=table.file, row=table.row(place), column=column) from None
            if slug not in frame.position:
                raise InputError(f"{code!r} is a net.", file=table.file, row=table.row(place), column=column)
            given[place, frame.position[slug]] = True
    return given

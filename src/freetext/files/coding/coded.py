"""A coded table to responses: open questions from our columns (or anybody's), closed ones from theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypedDict

from freetext.errors import InputError, UsageError, names_listed
from freetext.files.coding.coded_blocks import SOURCE, THEMES, WHY
from freetext.files.tabular.statistical_options import options_in
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray, is_blank
from freetext.survey.codeframe import Codeframe, codeframe_of, fold
from freetext.survey.questionnaire import Move, Question, Questionnaire
from freetext.survey.responses import Banner, Responses
from freetext.survey.several import Nets, Reserved, cells_said, option_cells, other_option_of, takes_write_ins
from freetext.tallies.backcode import apply_column_moves, apply_moves
from freetext.tallies.banners import banner_of
from freetext.tallies.opens import COLD, CodedBy, open_responses
from freetext.tallies.options import closed_responses, multi_columns_responses, multi_responses
from freetext.tallies.ranks import ranking_responses

Hashes = Mapping[str, str] | None


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


def source_of(column: str) -> str:
    """Return the name of the column that says who gave the codes of a column of ours, empty beside anybody else's."""
    return column.replace(THEMES, SOURCE, 1) if column.startswith(THEMES) else ""


def codes_in(cells: Iterable[str]) -> list[list[str]]:
    """Split cells of `a;b;c`."""
    return [[code.strip() for code in cell.split(";") if code.strip()] for cell in cells]


def frame_of_codes(rows: Sequence[Sequence[str]], name: str, also: Sequence[str] = ()) -> Codeframe | None:
    """Make a codeframe of the codes found, the commonest first, then those that are found elsewhere; None where there is none."""
    counts: dict[str, int] = {}
    spelled: dict[str, str] = {}
    for codes in rows:
        for code in codes:
            key = fold(code)
            spelled.setdefault(key, code)
            counts[key] = counts.get(key, 0) + 1
    for code in also:
        spelled.setdefault(fold(code), code)
        counts.setdefault(fold(code), 0)
    order = sorted(counts, key=lambda key: (-counts[key], key))
    return codeframe_of([spelled[key] for key in order], name=name) if order else None


UNCODED = codeframe_of(["nothing"], name="uncoded")
"""Stands in for the codeframe of a question that has none, and no code either."""

UNLABELLED = "no labels yet"
"""What a model that no label taught gives as the reason for review of each answer that it codes."""

NO_CODE = "No answer holds a code, and there is no codeframe that says which codes there are."
NO_TEXT = "Blank answers cannot be told from answers without a code: name the verbatims with --text."


def open_question(
    table: Table,
    column: str,
    *,
    codeframe: Codeframe | None = None,
    text: str = "",
    name: str = "",
    title: str = "",
    among: BoolArray | None = None,
    also: Sequence[str] = (),
    coded_by: CodedBy = "",
) -> Responses:
    """Read one column of themes, in the rows `among` alone where these are given, bool (n,).

    `text` tells the blank answers; without it `freetext_source` does. A column without any code and codeframe is UNCODED; `also` are
    codes that stand elsewhere, and count among those found. Where no column says who decided, `coded_by` does. The
    title is the codeframe's where nothing names the question.
    """
    rows = codes_in(_within(table.texts(column, option="--themes"), among))
    frame = codeframe or frame_of_codes(rows, "themes", also) or UNCODED
    source = source_of(column)
    sources = _within(table.texts(source), among) if source in table.names else None
    blank = [is_blank(cell) for cell in table.texts(text, option="--text")] if text else None
    named = name or question_of(column)
    whole = open_responses(
        named or "themes",
        frame,
        rows,
        sources,
        coded_by=coded_by,
        blank=blank,
        title=title or ("" if named else frame.title),
        themes_column=column,
        source_column=source or SOURCE,
        first_row=table.row(0),
        file=table.file,
    )
    told = blank is not None or sources is not None
    cold = (COLD,) if _cold(table, column, rows) else ()
    notes = (*cold, *whole.notes, *(() if told else (NO_TEXT,)), *((NO_CODE,) if frame is UNCODED else ()))
    return replace(whole, notes=notes, told=told)


def _cold(table: Table, column: str, rows: Sequence[Sequence[str]]) -> bool:
    """Whether any of the codes is by a model that no label taught, as the reasons for review say beside a column of ours."""
    why = column.replace(THEMES, WHY, 1)
    if not column.startswith(THEMES) or why not in table.names:
        return False
    return any(codes and UNLABELLED in reason for codes, reason in zip(rows, table.texts(why), strict=True))


def _within(cells: list[str], among: BoolArray | None) -> list[str]:
    """Empty the cells of the other rows."""
    return cells if among is None else [cell if inside else "" for cell, inside in zip(cells, among, strict=True)]


def only_asked(whole: Responses, name: str, asked: BoolArray, title: str = "") -> Responses:
    """Return the responses of those who were asked this question."""
    return replace(
        whole,
        question=name or "(no question)",
        title=title,
        given=whole.given & asked[:, None],
        asked=asked,
        answered=whole.answered & asked,
    )


def closed_question(
    table: Table,
    question: Question,
    moves: Sequence[Move] = (),
    id: str = "",
    hashes: Hashes = None,
    met: Sequence[str] = (),
) -> Responses:
    """Read a closed, multi or ranking question of the questionnaire, back-coded by its list of moves.

    `hashes` are those of what the respondents wrote, id -> hash: a move that was made from another text is not of this file. `met`
    are the options of a question in one column that other rows said before, in their order.
    """
    columns = [table.texts(column, option=f"question {question.name!r}") for column in question.columns]
    if question.kind != "ranking" and len(columns) == 1:
        said = cells_said(question, columns[0], written_cells(table, question))
        read = _in_one_column(
            table, question, *_moved(table, question, said, moves, id, hashes), met or question.options
        )
        return replace(read, notes=(*read.notes, *_written_in(question, columns[0], said)))
    items = option_cells(question, columns)
    if question.kind == "ranking":
        return ranking_responses(question.name, items, title=question.title, first_row=table.row(0), file=table.file)
    moved, notes = _moved_columns(table, question, items, moves, id, hashes)
    read = multi_columns_responses(
        question.name, moved, title=question.title, first_row=table.row(0), file=table.file, **_codes(question)
    )
    return replace(read, notes=(*read.notes, *notes))


def written_cells(table: Table, question: Question) -> list[str]:
    """The cells of a question's "Other, please specify"; none where the table does not hold them."""
    there = question.written and table.names.count(question.written) == 1
    return table.texts(question.written) if there else []


def as_said(table: Table, questions: Sequence[Question]) -> Table:
    """A table whose closed questions of one column say "Other" where that was written rather than ticked."""
    columns = list(table.columns)
    for question in questions:
        here = [place for place, name in enumerate(table.names) if question.columns == (name,)]
        if question.kind not in ("closed", "multi") or len(here) != 1 or not other_option_of(question):
            continue
        cells = table.texts_at(here[0])
        said = cells_said(question, cells, written_cells(table, question))
        if said != cells:
            columns[here[0]] = said
    return replace(table, columns=tuple(columns))


def _written_in(question: Question, cells: Sequence[str], said: Sequence[str]) -> tuple[str, ...]:
    """Say how many wrote in what is none of the options."""
    count = sum(cell != now for cell, now in zip(cells, said, strict=True)) if takes_write_ins(question) else 0
    option = other_option_of(question)
    return (f"Written in, none of the options of freetext.toml: {count}; counted as {option!r}.",) if count else ()


class _Codes(TypedDict):
    nets: Nets
    reserved: Reserved


def _codes(question: Question) -> _Codes:
    return {"nets": question.nets, "reserved": question.reserved}


def _in_one_column(
    table: Table, question: Question, values: Sequence[str], notes: Sequence[str], options: Sequence[str]
) -> Responses:
    """Read a question of one column, and say which values the questionnaire does not know."""
    read = partial(multi_responses, separator=question.separator) if question.kind == "multi" else closed_responses
    said = read(
        question.name,
        values,
        options=options,
        title=question.title,
        file=table.file,
        **_codes(question),
    )
    return replace(said, notes=(*said.notes, *_unlisted(said, options), *notes))


def _unlisted(said: Responses, options: Sequence[str]) -> tuple[str, ...]:
    """Name the values that are not among the options, where there are any options."""
    known = {fold(option) for option in options}
    counts = zip(said.codeframe.themes, said.given.sum(axis=0).tolist(), strict=True)
    others = [f"{theme.name} ({count})" for theme, count in counts if fold(theme.name) not in known]
    return (f"Not among the options of freetext.toml: {names_listed(others)}.",) if options and others else ()


def _moved(
    table: Table, question: Question, values: Sequence[str], moves: Sequence[Move], id: str, hashes: Hashes
) -> tuple[Sequence[str], tuple[str, ...]]:
    """Apply the moves to a question of one column."""
    if not moves:
        return values, ()
    ids, here, notes = _here(table, question, moves, id, hashes)
    separator = question.separator if question.kind == "multi" else ""
    return apply_moves(
        values, ids, here, separator=separator, options=question.options, file=question.moves
    ).values, notes


def _moved_columns(
    table: Table,
    question: Question,
    items: Mapping[str, Sequence[str]],
    moves: Sequence[Move],
    id: str,
    hashes: Hashes,
) -> tuple[Mapping[str, Sequence[str]], tuple[str, ...]]:
    """Apply the moves to a question of one 0/1 column an option."""
    if not moves:
        return items, ()
    ids, here, notes = _here(table, question, moves, id, hashes)
    return apply_column_moves(items, ids, here, separator=question.separator, file=question.moves).columns, notes


def _here(
    table: Table, question: Question, moves: Sequence[Move], id: str, hashes: Hashes
) -> tuple[list[str], list[Move], tuple[str, ...]]:
    """Find the moves whose respondents are in this file; a list may serve several waves."""
    if not id:
        raise UsageError(f"question {question.name!r} has moves, and no id column tells whose answers they are.")
    ids = table.texts(id)
    there = {each.strip() for each in ids}
    known = [move for move in moves if move.id in there]
    here = [move for move in known if move.made_from(hashes or {})]
    whose = (
        "of respondents who are not in this file"
        if here == known
        else "of other respondents, or of other texts than here"
    )
    note = f"Answers back-coded by {question.moves}: {len(here)}"
    if elsewhere := len(moves) - len(here):
        note += f"; moves {whose}: {elsewhere}"
    return ids, here, (note + ".",)


def closed_column(table: Table, column: str) -> Responses:
    """Read a closed column without a questionnaire; one whose cells join values by `;` holds several answers."""
    values = table.texts(column, option="--closed")
    options = options_in(table.about.get(column), values)
    separator = "" if options else _separator(values)
    if separator:
        return multi_responses(column, values, separator, file=table.file)
    return closed_responses(column, values, options=options, file=table.file)


def _separator(values: Sequence[str]) -> str:
    """Tell what joins the answers in a column that no questionnaire describes; empty where each cell holds one."""
    return ";" if any(";" in value for value in values) else ""


def banners_there(table: Table, survey: Questionnaire) -> tuple[str, ...]:
    """Return the survey's banners that the table has: columns, or questions."""
    known = {each.name for each in survey.questions}
    return tuple(name for name in survey.banners if name in table.names or name in known)


def banner_in(table: Table, column: str, questions: Mapping[str, Question]) -> Banner:
    """Read a banner from a column, as the closed questions are; one of the questionnaire gives its options' order."""
    question = questions.get(column)
    source = question.columns[0] if question else column
    if question and (len(question.columns) > 1 or question.kind in ("open", "other", "ranking")):
        raise InputError(
            f"question {column!r} ({question.kind}) cannot be the columns of a cross-tab.",
            file=table.file,
            remedy="Name a closed column with --by.",
        )
    cells = table.texts(source, option="--by")
    values = cells_said(question, cells, written_cells(table, question)) if question else cells
    options = question.options if question else ()
    separator = {"multi": question.separator}.get(question.kind, "") if question else _separator(values)
    return banner_of(column, values, options=options, separator=separator, file=table.file)

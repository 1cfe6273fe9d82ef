"""Labels from a table into a log: every id, text and theme is checked first, and all are taken or none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from freetext.errors import (
    SHOWN,
    AmbiguousTheme,
    InputError,
    MissingColumn,
    UnknownTheme,
    UsageError,
    names_listed,
    quoted,
    rows_listed,
)
from freetext.files.coding.answers import AnswerFile, BlankLabels
from freetext.files.labelling.label_cells import Labels, labels_given, labels_in, refuse_none
from freetext.files.labelling.labels import folded, text_hash
from freetext.files.tabular.guard import unguarded
from freetext.files.tabular.tables import Table, require_rows
from freetext.survey.answers import is_blank
from freetext.survey.changes import carry
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import TIER, Key, Label, decisive


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """Where a table says what: its columns of labels and of ids, and what tells the question.

    `question` is a column that names it. Without one `text` names the survey's text columns that the labels are about, one
    for each label column where there are several; the table need not have them, and where it does, the texts must be the same.
    """

    labels: tuple[str, ...]
    id: str
    question: str = ""
    text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import adds: the new labels, and how many were not needed.

    same        equal to what the coder has said already
    unlabelled  without a label cell that is filled, or blank answers without a theme
    """

    labels: tuple[Label, ...]
    same: int
    unlabelled: int


def labels_from(
    table: Table,
    columns: LabelPlace,
    survey: AnswerFile,
    frames: Mapping[str, Codeframe],
    *,
    like: Label,
    key: str,
    events: Iterable[Label] = (),
    blank: BlankLabels = "unlabelled",
) -> Taken:
    """Read labels of the answers of a survey; `like` gives their coder, time and source, `key` keys the hashes of texts.

    `frames` holds the codeframe of each question, `events` what the logs say already: what equals the coder's standing decision,
    of this weight or a greater, is left out. Raises InputError for ids that the survey does not have, answers that stand twice,
    texts that differ and themes that the codeframe does not have, all with their rows.
    """
    require_rows(table)
    blocks = _blocks(table, columns, survey)
    digests = {frame.digest for frame in frames.values()}
    alone = next(iter(frames.values())) if len(digests) == 1 else None
    said = labels_in(table, columns.labels, codeframe=alone, texts=len(blocks))
    filled = [place for place, each in enumerate(said.filled) if each or blank == "none"]
    rows = _rows(table, columns.id, blocks, survey, filled)
    _check_once(table, columns.id, rows)
    _check_frames(table, rows, frames)
    _check_texts(table, rows)
    themes = _themes(table, columns.labels, said, rows, frames)
    told = [_label(row, themes[row.place], frames[row.key[1]], like, key) for row in rows]
    meant = [label for label, row in zip(told, rows, strict=True) if label.themes or not is_blank(row.text)]
    known = _known(events, like, frames)
    new = [label for label in meant if (label.key, label.text_hash, frozenset(label.themes)) not in known]
    return Taken(tuple(new), len(meant) - len(new), len(said.filled) - len(meant))


@dataclass(frozen=True, slots=True)
class _Block:
    """The questions that the rows of a table are about, and the column of the texts, empty where there is none."""

    questions: Sequence[str]
    text: str


@dataclass(frozen=True, slots=True)
class _Row:
    """One answer of the table: its place there, which answer of the survey it is, its text and the one that the table has."""

    place: int
    key: Key
    text: str
    said: str | None


def _blocks(table: Table, columns: LabelPlace, survey: AnswerFile) -> list[_Block]:
    """Say which question each row is about: one block for each text column, or one where a column names the question."""
    names = dict(zip(survey.columns, survey.questions, strict=True))
    if columns.question:
        if len(columns.text) > 1:
            raise UsageError(
                "--question goes with one --text column at most; in a wide file the columns are the questions."
            )
        asked = unguarded(table.texts(columns.question, option="--question"))
        text = columns.text[0] if columns.text else ""
        if text:
            table.place(text, option="--text")
        return [_Block([names.get(each, each) for each in asked], text)]
    if not columns.text and len(names) > 1:
        raise UsageError(
            f"which question are the labels about? Name the survey's column of texts with --text "
            f"({names_listed(survey.columns)}), or the column that names the question with --question."
        )
    for column in columns.text:
        if column not in names:
            raise MissingColumn(column, survey.columns, file=survey.table.file, option="--text")
    asked_for = columns.text or survey.columns
    return [_Block([names[each]] * table.size, each if each in table.names else "") for each in asked_for]


def _rows(table: Table, id: str, blocks: Sequence[_Block], survey: AnswerFile, filled: Iterable[int]) -> list[_Row]:
    """Find the answers of the labelled rows; raises InputError for all that the survey does not have."""
    answers = survey.answers
    texts = dict(zip(zip(answers.ids, answers.questions, strict=True), answers.texts, strict=True))
    ids = table.texts(id, option="--id")
    plain = unguarded(ids)
    said = [table.texts(block.text) if block.text else None for block in blocks]
    rows: list[_Row] = []
    unknown: dict[Key, list[int]] = {}
    for place in filled:
        block, row = divmod(place, table.size)
        question, column = blocks[block].questions[row], said[block]
        key = next((each for each in ((ids[row], question), (plain[row], question)) if each in texts), None)
        if key is None:
            unknown.setdefault((ids[row], question), []).append(table.row(row))
        else:
            rows.append(_Row(place, key, texts[key], column[row] if column else None))
    if unknown:
        raise InputError(
            f"answers that {survey.table.file} does not have: {_listed(unknown)}.",
            file=table.file,
            column=id,
            remedy="Nothing is imported. Mend the ids, or name the file that has these answers with --file.",
        )
    return rows


def _listed(found: Mapping[Key, Sequence[int]]) -> str:
    each = [
        f"{quoted(answer)}{f' ({quoted(question)})' if question else ''} in {_in_rows(rows)}"
        for (answer, question), rows in found.items()
    ]
    return "; ".join(each[:SHOWN]) + (f"; and {len(each) - SHOWN} more" if len(each) > SHOWN else "")


def _in_rows(rows: Sequence[int]) -> str:
    return f"row{'s' * (len(rows) > 1)} {rows_listed(rows)}"


def _check_once(table: Table, id: str, rows: Iterable[_Row]) -> None:
    """Refuse a table that speaks of an answer twice."""
    found: dict[Key, list[int]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(table.row(row.place % table.size))
    twice = {key: places for key, places in found.items() if len(places) > 1}
    if twice:
        raise InputError(
            f"answers that stand several times: {_listed(twice)}.",
            file=table.file,
            column=id,
            remedy="Nothing is imported. Leave one row of each; where several coders stand in a file, import them one by one.",
        )


def _check_frames(table: Table, rows: Iterable[_Row], frames: Mapping[str, Codeframe]) -> None:
    """Refuse labels of a question that has no codeframe."""
    for row in rows:
        if row.key[1] not in frames:
            raise InputError(
                f"question {quoted(row.key[1])} has no codeframe.",
                file=table.file,
                row=table.row(row.place % table.size),
                remedy="Name one in freetext.toml, under [survey] or in the question.",
            )


def _check_texts(table: Table, rows: Iterable[_Row]) -> None:
    """Refuse labels of other texts than the survey has; white space and the spelling of accents do not matter."""
    other = [row for row in rows if row.said is not None and _plain(row.said) != _plain(row.text)]
    differing = [
        table.row(row.place % table.size) for row in other if _plain(unguarded([row.said or ""])[0]) != _plain(row.text)
    ]
    if differing:
        raise InputError(
            f"the texts in {_in_rows(list(dict.fromkeys(differing)))} are not those of the survey.",
            file=table.file,
            remedy="Nothing is imported: the labels may be of other answers.",
        )


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _themes(
    table: Table, columns: Sequence[str], said: Labels, rows: Sequence[_Row], frames: Mapping[str, Codeframe]
) -> dict[int, tuple[str, ...]]:
    """Look the codes up, codeframe by codeframe; raises InputError for all that it does not have, with their rows."""
    by_frame: dict[str, list[_Row]] = {}
    for row in rows:
        by_frame.setdefault(frames[row.key[1]].digest, []).append(row)
    every = {frame.digest: frame for frame in frames.values()}
    themes: dict[int, tuple[str, ...]] = {}
    for digest, part in by_frame.items():
        frame, places = every[digest], {row.place for row in part}
        codes = tuple(each if place in places else () for place, each in enumerate(said.codes))
        headings = tuple(each for each in said.headings if _concerns(each, frame, every.values()))
        given = labels_given(table, columns, replace(said, codes=codes, headings=headings), frame)
        labelled = np.zeros(len(given), dtype=np.bool_)
        labelled[[row.place for row in part if not is_blank(row.text)]] = True
        refuse_none(table, columns, given, labelled, frame)
        for place in places:
            themes[place] = tuple(frame.slugs[theme] for theme in np.flatnonzero(given[place]))
    return themes


def _concerns(heading: str, frame: Codeframe, every: Iterable[Codeframe]) -> bool:
    """Whether a column of ticks is about this codeframe: its own, or nobody's and so its fault to tell."""
    return _has(frame, heading) or not any(_has(other, heading) for other in every)


def _has(frame: Codeframe, heading: str) -> bool:
    try:
        frame.find(heading)
    except UnknownTheme:
        return False
    except AmbiguousTheme:
        return True
    return True


def _label(row: _Row, themes: tuple[str, ...], frame: Codeframe, like: Label, key: str) -> Label:
    answer, question = row.key
    hashed = text_hash(key, row.text)
    return replace(like, id=answer, question=question, themes=themes, text_hash=hashed, codeframe=frame.digest)


def _known(
    events: Iterable[Label], like: Label, frames: Mapping[str, Codeframe]
) -> set[tuple[Key, str, frozenset[str]]]:
    """What the coder has said already of answers, with this weight or a greater."""
    own = [label for label in events if folded(label.coder) == folded(like.coder)]
    said: set[tuple[Key, str, frozenset[str]]] = set()
    for decisions in decisive(own).values():
        for (tier, _), label in decisions.items():
            frame = frames.get(label.question)
            if tier <= TIER[like.source] and frame is not None:
                said.add((label.key, label.text_hash, frozenset(carry(label, frame).label.themes)))
    return said

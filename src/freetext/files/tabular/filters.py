"""The rows of a table that count: `--where` against its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from freetext.errors import InputError, NegativeAnswer, did_you_mean, named, names_listed
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import fold
from freetext.survey.filters import SEPARATOR, Condition, condition_of, number_in, said_in
from freetext.survey.questionnaire import Question
from freetext.tallies.bases import with_points

MOST_LISTED = 100
"""Distinct values beyond which a column is no closed one, and a message lists none of them: they may be answers."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """Which rows of a table count, bool (n,), and what a reader must be told of it; empty where nothing was asked for."""

    rows: BoolArray
    note: str = ""


def conditions_of(where: Iterable[str]) -> tuple[Condition, ...]:
    """Read what `--where` was given; raises UsageError."""
    return tuple(map(condition_of, where))


def kept_rows(table: Table, conditions: Sequence[Condition], questions: Iterable[Question] = ()) -> Kept:
    """Find the rows that meet all conditions; of a `questions` column that holds several answers one is enough.

    Raises MissingColumn, InputError for a value that no row has, and NegativeAnswer where no row is left.
    """
    known = {each.name: each for each in questions}
    rows = np.ones(table.size, dtype=np.bool_)
    for condition in conditions:
        rows &= _met(table, condition, known)
    if not conditions:
        return Kept(rows)
    count, said = int(np.count_nonzero(rows)), " and ".join(map(str, conditions))
    if not count:
        raise NegativeAnswer(f"{table.file}: no row has {said} (--where).")
    return Kept(rows, f"Only those with {said}: {count:,} {'row' if count == 1 else 'rows'} of {table.size:,}.")


def _met(table: Table, condition: Condition, known: dict[str, Question]) -> BoolArray:
    column = _column(condition.column, table.names, known)
    cells = table.texts(column, option="--where")
    question = known.get(condition.column) or next((each for each in known.values() if column in each.columns), None)
    separator = question.separator if question and question.kind == "multi" else SEPARATOR
    if condition.of_size:
        cells = with_points(cells)
        if not any(number_in(cell) is not None for cell in set(cells)):
            raise InputError(
                f"no cell is a number, so that none is {condition} (--where).", file=table.file, column=column
            )
    else:
        _check_values(table, column, condition, cells, question.options if question else (), separator)
    return condition.met(cells, separator)


def _column(name: str, names: Sequence[str], known: dict[str, Question]) -> str:
    """Return the column that a condition names: its own, or that of a question."""
    question = known.get(name)
    if name not in names and question is not None and len(question.columns) == 1:
        return question.columns[0]
    return name


def _check_values(
    table: Table, column: str, condition: Condition, cells: Sequence[str], options: Sequence[str], separator: str
) -> None:
    """Refuse a value that no cell has and no option is called: most likely it is misspelled."""
    found = dict.fromkeys(cells)
    said = {"", *map(fold, options)}.union(*(said_in(cell, separator) for cell in found))
    for value in condition.values:
        if fold(value) in said:
            continue
        filled = [cell for cell in found if cell.strip()]
        listed = (
            f"Values: {names_listed(filled) or 'none'}."
            if len(filled) <= MOST_LISTED
            else f"It has {len(filled):,} others."
        )
        raise InputError(
            f"no row has {named(value)!r} (--where). {listed}",
            file=table.file,
            column=column,
            remedy=did_you_mean(value, filled) if len(filled) <= MOST_LISTED else "",
        )

"""Coded parts read again, for tables that their statistics were not made for: the columns that are needed alone, part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from freetext.errors import InputError, MissingColumn, NegativeAnswer, named
from freetext.files.coding.said_cells import CodedColumn
from freetext.files.parts.coded_folders import CodedFolder
from freetext.files.parts.part_counts import PartCounts, PartSums, Said, SumsPlan
from freetext.files.tabular.factors import factor_of
from freetext.files.tabular.filters import conditions_of
from freetext.files.tabular.streams import BATCH, open_stream
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import fold
from freetext.survey.filters import SEPARATOR, Condition, number_in, said_in
from freetext.survey.questionnaire import Questionnaire
from freetext.tallies.bases import with_points
from freetext.tallies.people import once_each

WHOLE = 1 << 40
"""More rows than any part has: a part in one batch."""


@dataclass(frozen=True, slots=True)
class Again:
    """What is read again: codes, and what they are split by, weighted with and filtered by."""

    columns: tuple[CodedColumn, ...]
    plan: SumsPlan
    where: tuple[str, ...] = ()
    survey: Questionnaire = field(default_factory=Questionnaire)

    @property
    def guessed(self) -> tuple[str, ...]:
        """Closed questions that the survey does not know: nobody says whether a cell can hold several answers."""
        return tuple(each.name for each in self.plan.closed if self.survey.question(each.name) is None)

    @property
    def needed(self) -> tuple[str, ...]:
        """All columns that are looked at, those that must be there first."""
        conditions = (_column(each.column, self.survey) for each in conditions_of(self.where))
        closed = (column for question in self.plan.closed for column in (*question.columns, question.written))
        own = (name for each in self.columns for name in each.columns)
        others = (each.written for each in self.plan.banners)
        must = (*(each.column for each in self.plan.banners), self.plan.weight, self.plan.respondent, *conditions)
        return tuple(dict.fromkeys(filter(None, (*must, *closed, *own, *others))))


@dataclass(frozen=True, slots=True, eq=False)
class ReadAgain:
    """The statistics of all parts, and what to tell of the rows that count.

    empty    columns of banners that only rows which do not count are in
    rows     how many there are, and how many count
    several  the questions that some respondent answered in several rows of a part
    """

    sums: PartSums
    notes: tuple[str, ...] = ()
    empty: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rows: tuple[int, int] = (0, 0)
    several: frozenset[str] = frozenset()


def read_again(folder: CodedFolder, again: Again) -> ReadAgain:
    """Count the rows of all parts anew; raises MissingColumn, InputError, and NegativeAnswer where no row is left."""
    rows_that = Filter(again.where, again.survey)
    counts, total, kept, further = PartCounts(again.plan, again.guessed), 0, 0, 0
    several: set[str] = set()
    for part in folder.parts:
        with open_stream(part.file, fallback=lambda: again.survey.encoding) as stream:
            _check_columns(stream.names, part.file, again)
            only = [name for name in again.needed if name in stream.names]
            for table in stream.batches(WHOLE if again.plan.respondent else BATCH, only=only):
                inside, once = rows_that.met(table), Once(table, again.plan.respondent)
                said = [each for column in again.columns for each in column.said(table)] if table.size else []
                counts.add(table, said, inside if again.where else None, once)
                total, kept, further = total + table.size, kept + int(inside.sum()), further + once.further
                several |= once.several
    rows_that.check(folder.path)
    if again.where and not kept:
        raise NegativeAnswer(f"{folder.path}: no row has {_said(again)} (--where).")
    notes = (
        [f"Only those with {_said(again)}: {kept:,} {'row' if kept == 1 else 'rows'} of {total:,}."]
        if again.where
        else []
    )
    if further:
        verb = "is a further row" if further == 1 else "are further rows"
        notes.append(f"{further:,} {verb} of the same respondents: each respondent counts once.")
    return ReadAgain(
        counts.sums(), tuple(notes), counts.empty() if again.where else {}, (total, kept), frozenset(several)
    )


def _said(again: Again) -> str:
    return " and ".join(map(str, conditions_of(again.where)))


def _check_columns(names: Sequence[str], file: str, again: Again) -> None:
    """Refuse a part that lacks what was asked for."""
    asked = [(each.column, "--by") for each in again.plan.banners]
    asked += [(again.plan.weight, "--weight"), (again.plan.respondent, "--respondent")]
    asked += [(_column(each.column, again.survey), "--where") for each in conditions_of(again.where)]
    asked += [(column, "--closed") for question in again.plan.closed for column in question.columns]
    asked += [(each.column, "--themes") for each in again.columns]
    for name, option in asked:
        if name and name not in names:
            raise MissingColumn(name, [each for each in names if each], file=file, option=option)


class Filter:
    """Finds the rows that count, batch by batch, and remembers what their cells said."""

    def __init__(self, where: Sequence[str], survey: Questionnaire) -> None:
        """Rows must meet all conditions; without any all count."""
        self._conditions, self._survey = conditions_of(where), survey
        self._said: dict[Condition, set[str]] = {each: set() for each in self._conditions}

    def met(self, table: Table) -> BoolArray:
        """Which rows of a batch count, bool (n,)."""
        found = np.ones(table.size, dtype=np.bool_)
        for each in self._conditions:
            column = _column(each.column, self._survey)
            cells = factor_of(table, column, option="--where")
            separator = _separator(each, column, self._survey)
            texts = with_points(cells.texts) if each.of_size else list(cells.texts)
            found &= each.met(texts, separator)[cells.places]
            self._said[each].update(*(said_in(cell, separator) for cell in texts))
        return found

    def check(self, file: str) -> None:
        """Refuse a value that no cell had and no option is called: most likely it is misspelled."""
        for each in self._conditions:
            question = self._survey.question(each.column)
            said = {"", *self._said[each], *map(fold, question.options if question else ())}
            if each.of_size and not any(number_in(cell) is not None for cell in said):
                raise InputError(
                    f"no cell is a number, so that none is {each} (--where).", file=file, column=each.column
                )
            lost = [] if each.of_size else [value for value in each.values if fold(value) not in said]
            if lost:
                raise InputError(f"no row has {named(lost[0])!r} (--where).", file=file, column=each.column)


def _column(name: str, survey: Questionnaire) -> str:
    question = survey.question(name)
    return question.columns[0] if question is not None and len(question.columns) == 1 else name


def _separator(condition: Condition, column: str, survey: Questionnaire) -> str:
    named = survey.question(condition.column)
    question = named or next((each for each in survey.questions if column in each.columns), None)
    return question.separator if question and question.kind == "multi" else SEPARATOR


class Once:
    """Lets a respondent of several rows of a table count once, question by question."""

    def __init__(self, table: Table, respondent: str) -> None:
        """Respondents stand in a column; empty where every row is somebody else."""
        self._table, self._respondent = table, respondent
        self.further = 0
        """How many rows are further ones, of the question that has most."""
        self.several: set[str] = set()
        """The questions that have further rows."""

    def __call__(self, said: Said) -> Said:
        """Join the rows of one question."""
        if not self._respondent:
            return said
        rows = np.arange(self._table.size) if said.rows is None else said.rows
        who = factor_of(self._table, self._respondent, option="--respondent")
        places = zip(rows.tolist(), who.places[rows].tolist(), strict=True)
        names = [who.texts[place] if who.texts[place].strip() else f"\x00{row}" for row, place in places]
        joined = replace(once_each(said.responses, names), notes=())
        there = joined.asked | joined.answered
        self.further = max(self.further, int(np.count_nonzero(~there)))
        if not there.all():
            self.several.add(said.responses.question)
        return replace(said, responses=joined.take(there), rows=rows[there])

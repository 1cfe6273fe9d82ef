"""What coded rows are split by and weighted with, batch by batch: columns of text to columns of a cross-tab and to weights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from freetext.errors import InputError
from freetext.files.tabular.factors import factor_of
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codeframe import fold
from freetext.survey.questionnaire import Question, QuestionKind, Questionnaire
from freetext.survey.several import cells_said, other_option_of, parts_of
from freetext.tallies.banners import MOST
from freetext.tallies.bases import LARGEST, weights_of
from freetext.tallies.entries import Columns


@dataclass(frozen=True, slots=True)
class Split:
    """One banner: its name, the column behind it, the options that stand first, and what joins several in a cell.

    `other` is the option that is reserved as such, and `written` the column of its texts.
    """

    name: str
    column: str
    options: tuple[str, ...] = ()
    separator: str = ";"
    other: str = ""
    written: str = ""

    @property
    def question(self) -> Question:
        """The question whose cells the column holds."""
        kind: QuestionKind = "multi" if self.separator else "closed"
        reserved = ((self.other, "other"),) if self.other else ()
        columns, options = (self.column,), self.options
        return Question(
            self.name, kind, columns, options=options, reserved=reserved, separator=self.separator, written=self.written
        )


def split_for(name: str, survey: Questionnaire) -> Split | None:
    """Say how a banner is read; None for a question that cannot be the columns of a cross-tab."""
    question = survey.question(name)
    if question is None:
        return Split(name, name)
    if len(question.columns) > 1 or question.kind in ("open", "other", "ranking"):
        return None
    separator = question.separator if question.kind == "multi" else ""
    return Split(name, question.columns[0], question.options, separator, other_option_of(question), question.written)


@dataclass(slots=True)
class Splitter:
    """Reads one banner, part after part of its rows: the options that are stated, then values as they first come.

    problem  why there is no table of it, once it is clear that there is none
    seen     the columns that anybody was in; `kept`: any of those who count
    """

    split: Split
    problem: str = ""
    seen: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    _places: dict[str, int] = field(init=False)
    _cells: dict[str, tuple[int, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with the stated options."""
        self._places = {option: place for place, option in enumerate(self.split.options, 1)}

    @property
    def names(self) -> tuple[str, ...]:
        """The columns so far."""
        return tuple(self._places)

    def columns(self, table: Table, inside: BoolArray | None = None) -> Columns | None:
        """Say in which columns the rows of a table are; None where there is no such column, or too many values.

        `inside` says who counts, bool (n,).
        """
        if self.problem or self.split.column not in table.names:
            return None
        texts, places = self._said(table)
        cells = [self._cell(text) for text in texts]
        if len(self._places) > MOST:
            self.problem = f"more than {MOST} different values"
            return None
        names = self.names
        self.seen.update(names[place - 1] for cell in cells for place in cell)
        there = range(len(cells)) if inside is None else np.unique(places[inside]).tolist()
        self.kept.update(names[place - 1] for row in there for place in cells[row])
        slots = np.zeros((len(cells), max(1, max(map(len, cells), default=0))), dtype=np.int64)
        for row, cell in enumerate(cells):
            slots[row, : len(cell)] = cell
        return Columns(names, tuple(slots[:, turn][places] for turn in range(slots.shape[1])))

    def _said(self, table: Table) -> tuple[Sequence[str], IntArray]:
        """The different cells, in which whoever wrote into "Other" said that option, and which of them each row has."""
        found = factor_of(table, self.split.column, option="--by")
        if not self.split.other or self.split.written not in table.names:
            return cells_said(self.split.question, found.texts), found.places
        beside = factor_of(table, self.split.written)
        both, places = np.unique(found.places * len(beside.texts) + beside.places, return_inverse=True)
        cells = [found.texts[each // len(beside.texts)] for each in both.tolist()]
        written = [beside.texts[each % len(beside.texts)] for each in both.tolist()]
        return cells_said(self.split.question, cells, written), places

    def _cell(self, text: str) -> tuple[int, ...]:
        if text not in self._cells:
            stated = {fold(option): option for option in self.split.options}
            parts = parts_of(text, self.split.separator, self.split.options)
            named = dict.fromkeys(stated.get(fold(part), part) for part in parts)
            self._cells[text] = tuple(self._places.setdefault(name, len(self._places) + 1) for name in named if name)
        return self._cells[text]


def batch_weights(table: Table, column: str) -> FloatArray:
    """Read the weights of a batch of rows, all of which may be 0; raises InputError for one that is none."""
    numbers = _numbers(table, column)
    if numbers is not None:
        return numbers
    found = factor_of(table, column, option="--weight")
    try:
        return found.taken(_weights(found.texts))
    except InputError:
        weights_of([*table.texts(column), "1"], first_row=table.row(0), column=column, file=table.file)
        raise


def _numbers(table: Table, column: str) -> FloatArray | None:
    """Take a column of numbers as it is; None where it holds texts, or anything that is no weight."""
    cells = table.columns[table.place(column, option="--weight")]
    if isinstance(cells, Sequence):
        return None
    import pyarrow as pa

    if cells.null_count or not (pa.types.is_floating(cells.type) or pa.types.is_integer(cells.type)):
        return None
    found = np.asarray(cells, dtype=np.float64)
    return found if ((found >= 0) & (found <= LARGEST)).all() else None


def _weights(texts: Iterable[str]) -> FloatArray:
    """Read different weights; the 1 behind them stands for those of other rows."""
    return weights_of([*texts, "1"])[:-1]

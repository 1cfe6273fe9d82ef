"""What must be known of a file before its first answer is coded, found in one reading of the few columns that say it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from freetext.errors import SHOWN, InputError, quoted
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded_batches import blank_cells, key_hashes, no_ids, table_ids, text_cells
from freetext.files.disk.doubles import Doubles
from freetext.files.tabular.streams import Stream
from freetext.files.tabular.tables import Table, require_rows
from freetext.interfaces.streaming import CodingPlan
from freetext.survey.answers import Answers, IntArray

if TYPE_CHECKING:
    import pyarrow as pa

TOLD = 1_000_000
"""Repeated ids that are counted one by one for a message."""

MOST_QUESTIONS = 100_000
"""Different questions that are remembered; no survey asks as many, but a column of ids or answers that is taken for one does."""


@dataclass(frozen=True, slots=True, eq=False)
class FirstReading:
    """What a file holds.

    rows       of data
    questions  what was asked, in the order it comes, with how many answers; empty names where the file does not say
    labelled   the answers whose ids were looked for
    """

    rows: int
    questions: dict[str, int]
    labelled: AnswerFile


def first_reading(stream: Stream, plan: CodingPlan, looked_for: Collection[str] = ()) -> FirstReading:
    """Count a file's rows and questions, check its ids, and take the answers with the ids that are `looked_for`.

    Raises InputError for a file without rows, blank ids, an id that stands twice and more questions than anybody asks, MissingColumn for a column that is not there.
    """
    check_columns(stream, plan)
    reading = _Reading(stream, plan, looked_for)
    with ExitStack() as open_files:
        doubles = open_files.enter_context(Doubles())
        reading.through(doubles)
        suspects = doubles.found()
    if len(suspects):
        _refuse_doubles(stream, plan, suspects)
    return reading.found()


def check_columns(stream: Stream, plan: CodingPlan) -> None:
    """Raise MissingColumn, or RepeatedColumn, where a column that the plan names is not there once."""
    header = Table(stream.file, stream.names, tuple([] for _ in stream.names), 0)
    for names, option in (
        (plan.text, "--text"),
        ((plan.id,), "--id"),
        ((plan.respondent,), "--respondent"),
        ((plan.question,), "--question"),
    ):
        for name in filter(None, names):
            header.place(name, option=option)


@dataclass(slots=True)
class _Blank:
    """Rows without an id: the numbers of the first few, and how many more there are."""

    rows: list[int] = field(default_factory=list)
    more: int = 0

    def add(self, table: Table, places: IntArray) -> None:
        room = SHOWN - len(self.rows)
        self.rows += map(table.row, places[:room].tolist())
        self.more += len(places[room:])


class _Reading:
    def __init__(self, stream: Stream, plan: CodingPlan, looked_for: Collection[str]) -> None:
        self._stream, self._plan, self._rows = stream, plan, 0
        self._looked_for = list(dict.fromkeys(looked_for))
        self._questions: dict[str, int] = {}
        self._blank: dict[str, _Blank] = {}
        self._found: list[tuple[str, str, str]] = []

    def through(self, doubles: Doubles) -> None:
        """Read the columns that say something; nothing at all where nothing is to be found out."""
        plan = self._plan
        wanted = {*filter(None, (plan.id, plan.respondent, plan.question)), *(plan.text if self._looked_for else ())}
        if self._stream.rows is not None and not wanted:
            self._rows = self._stream.rows
            return
        for table in self._stream.batches(only=wanted):
            if wanted:
                self._look(table, doubles)
            self._rows += table.size

    def _look(self, table: Table, doubles: Doubles) -> None:
        plan = self._plan
        for column, option in ((plan.id, "--id"), (plan.respondent, "--respondent")):
            if column and (blank := np.flatnonzero(blank_cells(text_cells(table, column, option=option)))).size:
                self._blank.setdefault(option, _Blank()).add(table, blank)
        if self._blank:
            return
        asked = text_cells(table, plan.question) if plan.question else None
        ids = table_ids(table, plan.id, plan.stem)
        if plan.id:
            doubles.add(key_hashes(ids, "" if asked is None else asked))
        if asked is not None:
            self._count(asked)
        if self._looked_for:
            self._take(table, ids)

    def _count(self, asked: pa.StringArray) -> None:
        for each in asked.value_counts():
            question = each["values"].as_py()
            self._questions[question] = self._questions.get(question, 0) + each["counts"].as_py()
        if len(self._questions) > MOST_QUESTIONS:
            raise InputError(
                f"more than {MOST_QUESTIONS:,} different questions: this looks like a column of ids or answers.",
                file=self._stream.file,
                column=self._plan.question,
                remedy="Name the column that says what was asked with --question, or leave it out.",
            )

    def _take(self, table: Table, ids: object) -> None:
        import pyarrow as pa  # noqa: PLC0415  (only where there are labels)
        import pyarrow.compute as pc  # noqa: PLC0415

        plan = self._plan
        places = np.flatnonzero(pc.is_in(ids, value_set=pa.array(self._looked_for, pa.string())))
        if not len(places):
            return
        named = pc.take(ids, places).to_pylist()
        asked = text_cells(table, plan.question).take(places).to_pylist() if plan.question else []
        for column, question in zip(plan.text, plan.questions, strict=True):
            texts = text_cells(table, column).take(places).to_pylist()
            self._found += zip(named, texts, asked or [question] * len(named), strict=True)

    def found(self) -> FirstReading:
        """Return what was found; raises InputError for a file without rows and for blank ids."""
        plan, file = self._plan, self._stream.file
        header = Table(file, (), (), self._rows)
        require_rows(header)
        for option, column in (("--id", plan.id), ("--respondent", plan.respondent)):
            if blank := self._blank.get(option):
                raise no_ids(blank.rows, file, column, option, more=blank.more)
        ids, texts, asked = zip(*self._found, strict=True) if self._found else ((), (), ())
        answers = Answers(ids, texts, asked, ids)
        questions = self._questions if plan.question else dict.fromkeys(plan.questions, self._rows)
        return FirstReading(self._rows, questions, AnswerFile(header, answers, plan.text, plan.questions))


def _refuse_doubles(stream: Stream, plan: CodingPlan, suspects: np.ndarray) -> None:
    """Look at the answers whose hashes came twice, and name the first two that are the same."""
    seen: dict[tuple[str, str], int] = {}
    first: tuple[tuple[str, str], int, int] | None = None
    count = 0
    for row, key in _suspected(stream, plan, suspects):
        before = seen.setdefault(key, row)
        if before != row:
            first = first or (key, before, row)
            count += 1
        if count + len(seen) > TOLD:
            break
    if first is None:
        return
    (name, question), one, two = first
    asked = f" to question {quoted(question)}" if question else ""
    left = count * len(plan.text) - 1
    more = f" (and {left} more)" if left else ""
    raise InputError(
        f"id {quoted(name)}{asked} stands in rows {one} and {two}{more}.",
        file=stream.file,
        column=plan.id,
        remedy="Name the column that tells them apart with --question, a unique one with --id "
        "(and the person with --respondent), or remove the repeats.",
    )


def _suspected(stream: Stream, plan: CodingPlan, suspects: np.ndarray) -> Iterator[tuple[int, tuple[str, str]]]:
    """The answers whose hashes are among the suspects, with their rows: (row, (id, question))."""
    for table in stream.batches(only={plan.id, *filter(None, (plan.question,))}):
        ids = table_ids(table, plan.id)
        asked = text_cells(table, plan.question) if plan.question else None
        places = np.flatnonzero(np.isin(key_hashes(ids, "" if asked is None else asked), suspects))
        questions = asked.take(places).to_pylist() if asked is not None else [plan.questions[0]] * len(places)
        for place, name, question in zip(places.tolist(), ids.take(places).to_pylist(), questions, strict=True):
            yield table.row(place), (name, question)

"""A file of any length coded again: rows that stand where they stood, with the same text, keep their cells; the others are coded."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from freetext.errors import OutputError, counted, names_listed
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded_again import Update, covered
from freetext.files.coding.coded_batches import CodedPart, table_ids
from freetext.files.coding.coded_before import CellRows
from freetext.files.coding.coded_blocks import EVIDENCE, REVIEW, SCORE, THEMES
from freetext.files.coding.coded_cells import Cells
from freetext.files.coding.coded_people import all_known, by_hand, carried
from freetext.files.coding.codings import CodedColumns, ours
from freetext.files.coding.tallied import Counts
from freetext.files.tabular.streams import BATCH, Stream
from freetext.files.tabular.tables import Table
from freetext.interfaces import redacting
from freetext.interfaces.file_coding import name_in_file
from freetext.interfaces.streaming import Coders, CodingPlan, asked_of, coded_texts, coder_of, settled_part, texts_of
from freetext.survey.answers import Answers
from freetext.survey.labels import Key

if TYPE_CHECKING:
    from freetext.files.tabular.cells import Column
    from freetext.survey.codeframe import Codeframe

NOBODY = Answers((), (), (), ())


class Standing:
    """The rows of a coded file, handed out in order."""

    def __init__(self, stream: Stream) -> None:
        """Begin with the first row."""
        self.stream = stream
        self._batches = stream.batches(BATCH)
        self._table: Table | None = None

    def next(self, size: int = 0) -> Iterator[tuple[int, Table]]:
        """Yield the next `size` rows as tables, each with how many came before it; all that are left for 0."""
        given = 0
        while not size or given < size:
            if self._table is None or not self._table.size:
                self._table = next(self._batches, None)
            if self._table is None:
                return
            here = self._table.size if not size else min(self._table.size, size - given)
            yield given, _part(self._table, 0, here)
            self._table = _part(self._table, here, self._table.size)
            given += here


def _part(table: Table, begin: int, end: int) -> Table:
    columns = tuple(column[begin:end] for column in table.columns)
    return replace(table, columns=columns, size=end - begin, first=table.first + begin)


@dataclass(slots=True)
class Again:
    """What a file of any length is coded again with.

    standing  the coded file as it is
    recode    code anew what people have not decided
    logged    answers that the coders' logs speak of: what people said of these cannot be lost
    update    counts of what became of the answers
    lost      answers that people coded in the file itself and that are gone or changed
    """

    standing: Standing
    recode: bool = False
    logged: Collection[Key] = ()
    update: Update = field(default_factory=Update)
    counts: Counts = field(default_factory=Counts)
    lost: int = 0


def coded_before(stream: Stream) -> bool:
    """Whether a file is one that we coded."""
    return any(name.partition(":")[0] == THEMES for name in stream.names)


def plan_again(plan: CodingPlan, before: Stream, names: Collection[str]) -> CodingPlan:
    """Return how a file is coded whose coded file stands: with scores and evidence where that has them, and with the model's name.

    Raises OutputError where the coded file has columns that the file (`names`) lacks: they would be lost.
    """
    lost = [name for name in before.names if name not in {*names, *plan.dropped, *ours(before.names)}]
    if lost:
        raise OutputError(
            before.file,
            f"has columns that the file lacks, and they would be lost: {names_listed(lost)}. --force drops them.",
        )
    bases = {name.partition(":")[0] for name in before.names}
    scores, evidence = plan.scores or SCORE in bases, plan.evidence or EVIDENCE in bases
    return replace(plan, scores=scores, evidence=evidence, named=True)


def updated_tables(stream: Stream, plan: CodingPlan, coders: Coders, again: Again) -> Iterator[Table]:
    """Code a file batch by batch where its rows are not those of the coded file at the same place; yields whole tables.

    A row is the same that has the same id and text. Raises OutputError at the end where codes of people would be lost with rows
    that are gone or changed, and what `coded_batches` raises.
    """
    for raw in stream.batches(BATCH):
        table = plan.table(raw)
        cells = CodedColumns(table.size * len(plan.text), plan.scores, plan.evidence, frozenset(plan.behinds))
        _fill(table, plan, coders, again, cells)
        again.counts.merge(cells.summary)
        file = AnswerFile(table, NOBODY, plan.text, plan.questions)
        shown = redacting.covered(table, plan.covered)
        yield shown.with_columns(_typed(cells.columns(file, carry=plan.carry)))
    _let_go(again, plan)
    if again.lost:
        what = f"holds {counted(again.lost, 'answer')} that people coded in it and that the file has no more, or with another text"
        raise OutputError(
            again.standing.stream.file,
            f"{what}: these codes would be lost. --force codes it anew; -o names another file.",
        )


def _fill(table: Table, plan: CodingPlan, coders: Coders, again: Again, cells: CodedColumns) -> None:
    """Put the cells of a batch together, text column by text column."""
    ids = table_ids(table, plan.id, plan.stem).to_pylist()
    before = list(again.standing.next(table.size)) if table.size else []
    for number, (column, question, behind) in enumerate(zip(plan.text, plan.questions, plan.behinds, strict=True)):
        coder, first = coder_of(coders, question), number * table.size
        named = name_in_file(coder.model)
        sorting = _Sorting(plan, again, coder.model.codeframe, question, named)
        kept = sorting.kept(table, ids, before, column, behind)
        for row, each in kept.items():
            cells.keep(first + row, each, coder.model.codeframe)
        due = np.array([row for row in range(table.size) if row not in kept], dtype=np.int64)
        if not len(due):
            continue
        known = coder.model.folded.vocabulary.questions
        asked = asked_of(known, plan, question)
        codings = coded_texts(coder, texts_of(table, column).take(due), asked, evidence=plan.evidence)
        part = settled_part(table, plan, CodedPart(column, question, None, behind, due, codings, named))
        cells.add(part.codings, first + due, named)


@dataclass(slots=True)
class _Sorting:
    """Sorts the answers of a text column of a batch out."""

    plan: CodingPlan
    again: Again
    frame: Codeframe
    question: str
    model: str

    def kept(
        self, table: Table, ids: list[str], before: list[tuple[int, Table]], column: str, behind: str
    ) -> dict[int, Cells]:
        """Find the rows that keep their cells."""
        texts, found, stood = table.texts(column), dict[int, Cells](), 0
        for at, old in before:
            stood = at + old.size
            if column not in old.names or THEMES + behind not in old.names:
                self._count("new", old.size)
                continue
            rows, there = CellRows(old, behind), old.texts(column)
            names = old.texts(self.plan.id) if self.plan.id in old.names else ids[at:stood]
            for spot in range(old.size):
                cells = rows[spot]
                same = names[spot] == ids[at + spot] and _same(there[spot], texts[at + spot])
                where = (old.file, old.row(spot), THEMES + behind)
                if cells is not None and (stays := self._decide((names[spot], self.question), cells, where, same=same)):
                    found[at + spot] = stays
        self._count("new", table.size - stood)
        return found

    def _decide(self, key: Key, cells: Cells, where: tuple[str, int, str], *, same: bool) -> Cells | None:
        """Return the cells that stand, None for an answer that is coded."""
        people = cells.by_people or cells.by_hand
        if not same:
            self._count("changed", 1)
            self.again.lost += people and key not in self.again.logged
            return None
        if key in self.plan.settled or (not people and (self.again.recode or not all_known(cells, self.frame))):
            self._count("anew", 1)
            return None
        self._count("kept", 1)
        self._count("of people", int(people))
        if cells.by_hand:
            return by_hand(cells, self.frame, where)
        if people and not all_known(cells, self.frame):
            cells = carried(cells, self.frame)
        if cells.by_model and not people and cells.model != self.model:
            self._count("older", 1)
        return cells

    def _count(self, what: str, number: int) -> None:
        counts = self.again.update.counts
        counts[what] = counts.get(what, 0) + number


def _same(then: str, now: str) -> bool:
    return then == now or covered(then) == covered(now)


def _let_go(again: Again, plan: CodingPlan) -> None:
    """Count the rows of the coded file that the file has no more, and people's codes among them."""
    for _, old in again.standing.next():
        ids = table_ids(old, plan.id if plan.id in old.names else "", plan.stem).to_pylist()
        for question, behind in zip(plan.questions, plan.behinds, strict=True):
            rows = CellRows(old, behind)
            for spot, name in enumerate(ids):
                cells = rows[spot]
                again.update.count("gone")
                people = cells is not None and (cells.by_people or cells.by_hand)
                again.lost += people and (name, question) not in again.logged


def _typed(columns: dict[str, Column]) -> dict[str, Column]:
    """Give our columns the types that they have in every batch, whatever stands in them."""
    import pyarrow as pa  # noqa: PLC0415

    kinds = {REVIEW: pa.bool_(), SCORE: pa.float64()}
    return {name: pa.array(cells, kinds.get(name.partition(":")[0], pa.string())) for name, cells in columns.items()}

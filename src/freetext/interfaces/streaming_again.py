"""A file of any length coded again: rows that stand where they stood, with the same text, keep their cells; the others are coded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from freetext.errors import OutputError, counted
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded_again import Answer, Circumstances, Part, Sorting, covered
from freetext.files.coding.coded_batches import CodedPart, table_ids
from freetext.files.coding.coded_before import CellRows, Loss, has_people, ours_of, refuse_loss
from freetext.files.coding.coded_blocks import EVIDENCE, REVIEW, SCORE, SOURCE, THEMES
from freetext.files.coding.coded_cells import Cells
from freetext.files.coding.coded_records import Record, Records, mark, stamp
from freetext.files.coding.codings import CodedColumns
from freetext.files.coding.tallied import Counts
from freetext.files.tabular.streams import BATCH, Stream
from freetext.files.tabular.tables import Table
from freetext.interfaces import redacting
from freetext.interfaces.file_coding import digest_of, name_in_file
from freetext.interfaces.streaming import Coders, CodingPlan, asked_of, coded_texts, coder_of, settled_part, texts_of
from freetext.survey.answers import Answers
from freetext.survey.labels import Key

if TYPE_CHECKING:
    from freetext.files.tabular.cells import Column

Where = tuple[str, int, str]
"""File, row and column of a cell."""

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
    sorting   decides on its answers, as on those of a file that is read as a whole
    people    answers of the coded file that people coded, by their marks: cells, and where these stand; found wherever they stand now
    before    the same cells by id and question, for answers that have another text now
    lost      answers that people coded, that are gone or changed, and that nothing names but their place
    """

    standing: Standing
    sorting: Sorting
    people: dict[str, tuple[Cells, Where]] = field(default_factory=dict)
    before: dict[Key, Cells] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)
    lost: int = 0


def again_with(before: Stream, plan: CodingPlan, given: Circumstances) -> Again:
    """Read what people coded in a coded file, to code its file again; ids name the answers where there are some."""
    again = Again(Standing(before), Sorting(given))
    if plan.id:
        mine = ours_of(before.names, plan.behinds)
        for old in before.batches(BATCH, only={plan.id, *plan.text, *mine}.intersection(before.names)):
            for key, text, cells, where in _people_in(old, plan):
                again.people[mark(given.key, *key, text)] = cells, where
                again.before[key] = cells
    return again


def _people_in(old: Table, plan: CodingPlan) -> Iterator[tuple[Key, str, Cells, Where]]:
    for column, question, behind in zip(plan.text, plan.questions, plan.behinds, strict=True):
        if column not in old.names or THEMES + behind not in old.names:
            continue
        ids, texts, rows = old.texts(plan.id), old.texts(column), CellRows(old, behind)
        for spot in range(old.size):
            cells = rows[spot]
            if cells is not None and cells.said:
                yield (ids[spot], question), texts[spot], cells, (old.file, old.row(spot), THEMES + behind)


def few_records(labelled: Answers, given: Circumstances, people: Mapping[str, tuple[str, str]]) -> Records:
    """Note which decision of people stands in a coded file of any length: of which model its codes are, it says itself."""
    notes = {}
    for name, question, text in zip(labelled.ids, labelled.questions, labelled.texts, strict=True):
        if decided := stamp(given.settled.get((name, question))):
            notes[mark(given.key, name, question, text)] = Record("", decided)
    return Records(notes, people, few=True)


def coded_before(stream: Stream) -> bool:
    """Whether a file is one that we coded."""
    return any(name.partition(":")[0] == THEMES for name in stream.names)


def plan_again(plan: CodingPlan, before: Stream, stream: Stream) -> CodingPlan | None:
    """Return how a file is coded whose coded file stands: with scores and evidence where that has them, and with the model's name.

    None where it is coded anew as a whole. What would be lost is refused as `read_earlier` refuses it: raises OutputError.
    """
    mine = ours_of(before.names, plan.behinds)
    lost = [name for name in before.names if name not in {*stream.names, *plan.dropped, *mine}]
    texts = [name for name in plan.text if name in before.names]
    lacking = [plan.id] if plan.id and plan.id not in before.names else [] if texts else list(plan.text)
    refuse_loss(before.file, _loss(before, [*lost, *mine] if lacking else lost, lacking), stream.file, force=plan.force)
    if lacking:
        return None
    bases = {name.partition(":")[0] for name in before.names}
    scores, evidence = plan.scores or SCORE in bases, plan.evidence or EVIDENCE in bases
    return replace(plan, scores=scores, evidence=evidence, named=True)


def _loss(before: Stream, lost: list[str], lacking: list[str]) -> Loss:
    """Look for people's codes in the columns that would be lost."""
    people = []
    for name in (each for each in lost if each.partition(":")[0] == SOURCE):
        pair = {name, name.replace(SOURCE, THEMES, 1)}
        if pair <= {*before.names} and any(has_people(table, name) for table in before.batches(BATCH, only=pair)):
            people.append(name)
    return Loss(lost, people, lacking)


def refuse_by_hand(before: Stream, stream: Stream) -> None:
    """Raise OutputError where somebody changed codes in a coded file that is to be replaced as a whole: they stand nowhere else."""
    sources = [name for name in before.names if name.partition(":")[0] == SOURCE]
    pairs = {name for each in sources for name in (each, each.replace(SOURCE, THEMES, 1))}.intersection(before.names)
    tables = before.batches(BATCH, only=pairs) if pairs else ()
    found = [each for table in tables for each in sources if has_people(table, each, by_hand=True)]
    refuse_loss(before.file, Loss(found, list(dict.fromkeys(found))), stream.file, force=True)


def updated_tables(stream: Stream, plan: CodingPlan, coders: Coders, again: Again) -> Iterator[Table]:
    """Code a file batch by batch where its rows are not those of the coded file at the same place; yields whole tables.

    A row is the same that has the same id and text. What people coded follows its id and text to any place; where it has gone it is
    put by. Raises OutputError at the end where codes of people would be lost because there is no id, and what `coded_batches` raises.
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
        what = f"holds {counted(again.lost, 'answer')} that people coded and that the file has no more, or with another text"
        raise OutputError(
            again.standing.stream.file,
            f"{what}: these codes would be lost. Move it away, or name another file with -o; with --id they would follow their answers.",
        )


def _fill(table: Table, plan: CodingPlan, coders: Coders, again: Again, cells: CodedColumns) -> None:
    """Put the cells of a batch together, text column by text column."""
    ids = table_ids(table, plan.id, plan.stem).to_pylist()
    before = list(again.standing.next(table.size)) if table.size else []
    for number, (column, question, behind) in enumerate(zip(plan.text, plan.questions, plan.behinds, strict=True)):
        model, first = coder_of(coders, question).model, number * table.size
        named = name_in_file(model)
        part = Part(model.codeframe, digest_of(model), np.arange(table.size), model.name)
        _Sorting(plan, again, part, question).sort(table, ids, before, column, behind)
        kept, asks = again.sorting.update.take()
        for row, each in kept.items():
            cells.keep(first + row, each, model.codeframe)
        due = np.array([row for row in range(table.size) if row not in kept], dtype=np.int64)
        if not len(due):
            continue
        asked = asked_of(model.folded.vocabulary.questions, plan, question)
        codings = coded_texts(
            coder_of(coders, question), texts_of(table, column).take(due), asked, evidence=plan.evidence
        )
        settled = settled_part(table, plan, CodedPart(column, question, None, behind, due, codings, named))
        cells.add(settled.codings, first + due, named)
        for row, why in asks.items():
            cells.ask(first + row, why)


@dataclass(slots=True)
class _Sorting:
    """Sorts the answers of a text column of a batch out."""

    plan: CodingPlan
    again: Again
    part: Part
    question: str

    def sort(self, table: Table, ids: list[str], before: list[tuple[int, Table]], column: str, behind: str) -> None:
        """Decide on each row: by the cells at its place, by those that people gave it wherever they stand, or as on a new one."""
        texts, stood = table.texts(column), 0
        for at, old in before:
            stood = at + old.size
            there = column in old.names and THEMES + behind in old.names
            rows, then = CellRows(old, behind), old.texts(column) if there else []
            names = old.texts(self.plan.id) if self.plan.id else ids[at:stood]
            for spot in range(old.size):
                answer = self._answer(at + spot, ids, texts)
                cells = rows[spot] if there else None
                if cells is None:
                    self._elsewhere(answer)
                    continue
                where = (old.file, old.row(spot), THEMES + behind)
                if names[spot] != answer.key[0]:
                    self.again.sorting.update.count("gone")
                    self._elsewhere(answer)
                elif answer.mark in self.again.sorting.given.records.answers or _same(then[spot], answer.text):
                    self._take_out(cells, names[spot], then[spot])
                    self.again.sorting.stand(answer, cells, where, self.part)
                else:
                    self._changed(answer, cells)
        for place in range(stood, table.size):
            self._elsewhere(self._answer(place, ids, texts))

    def _answer(self, place: int, ids: list[str], texts: list[str]) -> Answer:
        sign = mark(self.again.sorting.given.key, ids[place], self.question, texts[place])
        return Answer(place, (ids[place], self.question), sign, texts[place])

    def _take_out(self, cells: Cells, name: str, text: str) -> None:
        if cells.said:
            self.again.people.pop(mark(self.again.sorting.given.key, name, self.question, text), None)

    def _changed(self, answer: Answer, cells: Cells) -> None:
        self.again.lost += cells.said and not self.plan.id
        if not self._found(answer):
            self.again.sorting.change(answer, cells, self.part)

    def _elsewhere(self, answer: Answer) -> None:
        """Decide on an answer that no cells of its own stand beside: it has moved, with the same text or another one, or is new."""
        if self._found(answer):
            return
        if then := self.again.before.get(answer.key):
            self.again.sorting.change(answer, then, self.part)
        else:
            self.again.sorting.come(answer, self.part)

    def _found(self, answer: Answer) -> bool:
        """Whether people coded this answer in the coded file at another place; then these cells are those that it has."""
        found = self.again.people.pop(answer.mark, None)
        if found is None:
            return False
        self.again.sorting.stand(answer, *found, self.part)
        return True


def _same(then: str, now: str) -> bool:
    return then == now or covered(then) == covered(now)


def _let_go(again: Again, plan: CodingPlan) -> None:
    """Count the rows of the coded file that the file has no more, and put by what people said of them."""
    for _, old in again.standing.next():
        for behind in plan.behinds:
            rows = [each for each in map(CellRows(old, behind).__getitem__, range(old.size)) if each is not None]
            again.sorting.update.count("gone", len(rows))
            again.lost += sum(each.said for each in rows) if not plan.id else 0
    for sign, (cells, _) in again.people.items():
        again.sorting.put_by(sign, cells)


def _typed(columns: dict[str, Column]) -> dict[str, Column]:
    """Give our columns the types that they have in every batch, whatever stands in them."""
    import pyarrow as pa  # noqa: PLC0415

    kinds = {REVIEW: pa.bool_(), SCORE: pa.float64()}
    return {name: pa.array(cells, kinds.get(name.partition(":")[0], pa.string())) for name, cells in columns.items()}

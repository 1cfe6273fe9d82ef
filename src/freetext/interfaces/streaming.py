"""The engine: batches of a file coded by the models of a survey, people's labels above them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from freetext.errors import UsageError
from freetext.files.coding.coded_batches import CodedBatch, CodedPart, arrow_texts, table_ids, text_cells
from freetext.files.coding.codings import uncoded
from freetext.files.tabular.streams import BATCH, Stream
from freetext.files.tabular.tables import Table
from freetext.interfaces.file_coding import name_in_file
from freetext.interfaces.redacting import covered
from freetext.model.coder import Coder
from freetext.survey.answers import Answers, IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Codings
from freetext.survey.labels import Key, Settled
from freetext.survey.settling import overrule

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class CodingPlan:
    """How the answers of a file are found, coded and written; it can be pickled.

    text        the columns of verbatims; in a wide file several
    names       the question that a text column stands for
    id          the column that names the answer; without one it is the row number, behind `stem` and a colon where there is a stem
    respondent  the column that names the person; empty for the id
    question    the column that says what was asked, in a file with one answer a row
    dropped     columns that are left out
    carry       our columns carry the question also where there is one text column only
    force       columns of an earlier coding are replaced
    models      the folder of the model of each question; "" for all that are not named
    settled     what people decided, by answer
    covered     columns in whose texts personal data is covered before they are written
    named       our columns say which model coded also where one alone does: beside parts that another coded
    """

    text: tuple[str, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    id: str = ""
    respondent: str = ""
    question: str = ""
    dropped: tuple[str, ...] = ()
    carry: bool = False
    scores: bool = False
    evidence: bool = False
    force: bool = False
    models: Mapping[str, str] = field(default_factory=dict)
    settled: Mapping[Key, Settled] = field(default_factory=dict)
    stem: str = ""
    covered: tuple[str, ...] = ()
    named: bool = False

    def __post_init__(self) -> None:
        """Refuse a column that is named twice, and two ways of saying what was asked."""
        doubled = [column for place, column in enumerate(self.text) if column in self.text[:place]]
        if self.question and len(self.text) > 1:
            raise UsageError("--question goes with one --text column; in a wide file the columns are the questions.")
        if doubled:
            raise UsageError(f"--text {doubled[0]} is given twice.")

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The question of each text column, empty where nobody says."""
        alone = len(self.text) == 1
        return tuple(self.names.get(column, "" if alone else column) for column in self.text)

    @cached_property
    def behinds(self) -> tuple[str, ...]:
        """What the names of our columns end in, for each text column."""
        several = self.carry or len(self.text) > 1
        return tuple(f":{each}" if each and several else "" for each in self.questions)

    def table(self, table: Table) -> Table:
        """Return a table of the file without what is dropped, and without the columns of an earlier coding."""
        return uncoded(table.without(self.dropped), force=self.force)


Coders = Mapping[str, Coder]
"""The coder of each question, "" for all that are not named; those of one model are one coder."""


def coded_batches(stream: Stream, plan: CodingPlan, coders: Coders, *, size: int = BATCH) -> Iterator[CodedBatch]:
    """Code a file batch by batch; people's labels overrule the models.

    Raises UsageError for a file that is coded already unless forced, MissingColumn, and UnknownTheme where a label holds a theme that a
    model lacks.
    """
    first = 0
    for raw in stream.batches(size):
        table = plan.table(raw)
        columns = zip(plan.text, plan.questions, plan.behinds, strict=True)
        parts = tuple(part for each in columns for part in _parts(table, plan, coders, *each))
        yield CodedBatch(covered(table, plan.covered), first, parts, plan.scores, plan.evidence, plan.named)
        first += table.size


def _parts(
    table: Table, plan: CodingPlan, coders: Coders, column: str, question: str, behind: str
) -> Iterator[CodedPart]:
    texts = texts_of(table, column)
    if not plan.question:
        coder = coder_of(coders, question)
        as_asked = asked_of(coder.model.folded.vocabulary.questions, plan, question)
        codings = coded_texts(coder, texts, as_asked, evidence=plan.evidence)
        made = CodedPart(column, question, None, behind, None, codings, name_in_file(coder.model))
        yield settled_part(table, plan, made)
        return
    asked = text_cells(table, plan.question, option="--question")
    for coder, places in _shared(asked, coders):
        mine = asked if places is None else asked.take(places)
        taken = texts if places is None else texts.take(places)
        questions = tuple(mine.to_pylist())
        codings = coded_texts(coder, taken, questions, evidence=plan.evidence)
        made = CodedPart(column, question, questions, behind, places, codings, name_in_file(coder.model))
        yield settled_part(table, plan, made)


def texts_of(table: Table, column: str) -> pa.StringArray:
    """Give the verbatims of a batch; null is blank."""
    texts = arrow_texts(table.columns[table.place(column, option="--text")])
    return text_cells(table, column) if texts is None else texts


def _shared(asked: pa.StringArray, coders: Coders) -> Iterator[tuple[Coder, IntArray | None]]:
    """Share the rows of a long file out to its coders; each has a part in every batch, so that all batches have the same columns."""
    different = list({id(coder): coder for coder in coders.values()}.values())
    if len(different) == 1:
        yield different[0], None
        return
    known = asked.dictionary_encode()
    whose = np.array([different.index(coder_of(coders, each)) for each in known.dictionary.to_pylist()], dtype=np.int64)
    places = whose[np.asarray(known.indices)] if len(known) else np.zeros(0, dtype=np.int64)
    for number, coder in enumerate(different):
        yield coder, np.flatnonzero(places == number)


def coder_of(coders: Coders, question: str) -> Coder:
    """Return the coder of a question; raises UsageError where none codes it."""
    found = coders.get(question) or coders.get("")
    if found is None:
        raise UsageError(f"no model codes the question {question!r}. Known: {', '.join(coders)}.")
    return found


def asked_of(known: Collection[str], plan: CodingPlan, question: str) -> str:
    """Say what was asked as a model of the `known` questions takes it.

    The single text column of a file that says no question is the question of its name, where the model knows that one.
    """
    column = plan.text[0]
    return column if len(plan.text) == 1 and not plan.question and not question and column in known else question


def coded_texts(coder: Coder, texts: pa.StringArray, questions: str | Sequence[str], *, evidence: bool) -> Codings:
    """Code texts, or none at all."""
    if not len(texts):
        return nothing_coded(coder.model.codeframe, evidence=evidence)
    return coder.code_texts(texts, questions, evidence=evidence)


def nothing_coded(frame: Codeframe, *, evidence: bool) -> Codings:
    """Return the codings of no answer."""
    none = (0, len(frame))
    chosen, source = np.zeros(none, dtype=np.bool_), np.zeros(none, dtype=np.uint8)
    blank, scores = np.zeros(0, dtype=np.bool_), np.zeros(none, dtype=np.float32)
    return Codings(frame, chosen, source, blank, scores, (), () if evidence else None)


def settled_part(table: Table, plan: CodingPlan, part: CodedPart) -> CodedPart:
    """Put the decisions of people over the codings; only the rows that may have one are looked at."""
    if not plan.settled or not len(part.codings):
        return part
    rows, ids = labelled_rows(table, plan)
    if part.places is not None:
        mine = np.isin(rows, part.places)
        rows, ids = rows[mine], [each for each, here in zip(ids, mine.tolist(), strict=True) if here]
    if not len(rows):
        return part
    within = rows if part.places is None else np.searchsorted(part.places, rows)
    asked = [part.questions[row] for row in within.tolist()] if part.questions else [part.question] * len(rows)
    few = Answers(tuple(ids), ("",) * len(ids), tuple(asked), tuple(ids))
    return replace(part, codings=_put(part.codings, within, overrule(_taken(part.codings, within), few, plan.settled)))


def labelled_rows(table: Table, plan: CodingPlan) -> tuple[IntArray, list[str]]:
    """Find the rows whose ids people have decided on, to whatever question, and these ids."""
    import pyarrow as pa  # noqa: PLC0415  (a table of lists needs none)
    import pyarrow.compute as pc  # noqa: PLC0415

    ids = table_ids(table, plan.id, plan.stem)
    known = pa.array(list(dict.fromkeys(name for name, _ in plan.settled)), pa.string())
    rows = np.flatnonzero(pc.is_in(ids, value_set=known))
    return rows, ids.take(rows).to_pylist()


def _taken(codings: Codings, rows: IntArray) -> Codings:
    places, evidence = rows.tolist(), codings.evidence
    return replace(
        codings,
        chosen=codings.chosen[rows],
        source=codings.source[rows],
        blank=codings.blank[rows],
        scores=codings.scores[rows] if codings.scores is not None else None,
        why=tuple(codings.why[place] for place in places),
        evidence=tuple(evidence[place] for place in places) if evidence is not None else None,
    )


def _put(codings: Codings, rows: IntArray, part: Codings) -> Codings:
    chosen, source, why = codings.chosen.copy(), codings.source.copy(), list(codings.why)
    chosen[rows], source[rows] = part.chosen, part.source
    evidence = list(codings.evidence) if codings.evidence is not None else None
    for number, place in enumerate(rows.tolist()):
        why[place] = part.why[number]
        if evidence is not None and part.evidence is not None:
            evidence[place] = part.evidence[number]
    shown = tuple(evidence) if evidence is not None else None
    return replace(codings, chosen=chosen, source=source, why=tuple(why), evidence=shown)

"""Coded rows of a part, batch by batch, to its sufficient statistics: every question by every banner, with weights."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from freetext.errors import InputError
from freetext.files.coding.coded_batches import blank_cells, key_hashes, text_cells
from freetext.files.parts.part_closed import closed_said, options_of, reframed
from freetext.files.parts.part_splits import Split, Splitter, batch_weights, split_for
from freetext.files.tabular.factors import factor_of
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.questionnaire import Question, Questionnaire
from freetext.survey.responses import Kind, Responses
from freetext.tallies.entries import Columns
from freetext.tallies.lines import lines_of
from freetext.tallies.statistics import Statistics, blank_statistics, counted_in, laid_out

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class SumsPlan:
    """What the statistics of a part are made for.

    banners     the columns of cross-tabs
    weight      the column of weights, empty for none
    respondent  the column that says who answered; empty where every row is somebody else
    closed      the project's closed questions
    needed      columns that every part must have, and what asks for them; no matter of the statistics themselves
    """

    banners: tuple[Split, ...] = ()
    weight: str = ""
    respondent: str = ""
    closed: tuple[Question, ...] = ()
    needed: tuple[tuple[str, str], ...] = field(default=(), compare=False)


def sums_plan(
    survey: Questionnaire,
    names: Collection[str],
    *,
    by: Sequence[str] = (),
    weight: str = "",
    respondent: str = "",
    id: str = "",
) -> SumsPlan:
    """Foresee the tables of a project, and what was asked for besides: more banners, another weight or respondent.

    `names` are the columns of the first part: weights that only the project knows are left out where it has none, and what it has
    of weights and of banners that were asked for, every part must have. A respondent that is the `id` of the answers needs no
    looking after: ids are checked anyway.
    """
    splits = [each for name in dict.fromkeys((*by, *survey.banners)) if (each := split_for(name, survey)) is not None]
    person = respondent or survey.respondent
    closed = tuple(each for each in survey.questions if each.kind in ("closed", "multi") and not each.moves)
    heavy = weight or (survey.weight if survey.weight in names else "")
    needed = [(heavy, "--weight" if weight else "freetext.toml")] if heavy else []
    needed += [(each.column, "--by") for each in splits if each.name in by and each.column in names]
    whose = "" if person == (id or survey.id) else person
    return SumsPlan(tuple(splits), heavy, whose, closed, tuple(needed))


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What rows of a batch say to one question, all of whom were asked: `rows` are their places, None for all of the batch."""

    responses: Responses
    rows: IntArray | None = None
    cold: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class PartSums:
    """The statistics of a part.

    rows        how many it has
    statistics  of each question, in the order in which they come
    people      hashes of (respondent, question), sorted; empty where every row is somebody else
    problem     why there are no statistics, where there are none
    lost        banner -> why it has none
    """

    plan: SumsPlan
    rows: int = 0
    statistics: tuple[Statistics, ...] = ()
    people: Hashes = field(default_factory=lambda: np.zeros(0, dtype=np.uint64))
    problem: str = ""
    lost: tuple[tuple[str, str], ...] = ()


Once = Callable[[Said], Said]


class PartCounts:
    """Counts batches, in memory that does not grow with them but for eight bytes a row where respondents are named."""

    def __init__(self, plan: SumsPlan, guessed: Collection[str] = ()) -> None:
        """Begin with nobody; a closed question that is `guessed` has several answers a cell only where a cell has."""
        self.plan, self._rows, self._guessed = plan, 0, frozenset(guessed)
        self._splitters = tuple(Splitter(split) for split in plan.banners)
        self._found: dict[str, Statistics] = {}
        self._people: list[Hashes] = []

    def add(
        self, table: Table, said: Sequence[Said], inside: BoolArray | None = None, once: Once = lambda said: said
    ) -> None:
        """Count a batch: what its rows say, of those `inside` alone where these are given, bool (n,), and each respondent `once`.

        Raises InputError for weights that are none.
        """
        self._rows += table.size
        if not table.size:
            return
        columns, weights = self._beside(table, inside)
        closed = [Said(each) for each in self._closed_in(table)]
        for each in (*said, *closed):
            found = once(_within(each, inside))
            rows = found.rows
            if rows is None:
                self._count(found, columns, weights)
            else:
                some = {name: replace(one, rounds=_taken(one, rows)) for name, one in columns.items()}
                self._count(found, some, None if weights is None else weights[rows])
            if found.responses.kind == "open":
                self._note_people(table, found)

    def sums(self) -> PartSums:
        """Return the statistics so far."""
        people = np.sort(np.concatenate(self._people)) if self._people else np.zeros(0, dtype=np.uint64)
        lost = tuple((each.split.name, each.problem) for each in self._splitters if each.problem)
        names = {each.split.name: each.names for each in self._splitters if each.seen and not each.problem}
        every = [laid_out(each, names) for each in self._found.values()]
        every.sort(key=lambda each: each.kind != "open")
        return PartSums(self.plan, self._rows, tuple(every), people, "", lost)

    def empty(self) -> dict[str, frozenset[str]]:
        """Return the columns of each banner that have nobody, since the rows of those who are in them do not count."""
        return {each.split.name: frozenset(each.seen - each.kept) for each in self._splitters}

    def _closed_in(self, table: Table) -> Iterator[Responses]:
        """Read the closed questions of a batch, beside the options that were met before."""
        for question in self.plan.closed:
            if all(column in table.names for column in question.columns):
                known = self._found.get(question.name)
                said = closed_said(table, question, options_of(known) if known else ())
                alone = question.name in self._guessed and not _joined(table, question)
                yield replace(said, kind="closed") if alone else said

    def _beside(self, table: Table, inside: BoolArray | None) -> tuple[dict[str, Columns], FloatArray | None]:
        """Read what rows are split by and weighted with."""
        found = {each.split.name: each.columns(table, inside) for each in self._splitters}
        weight = self.plan.weight
        weights = batch_weights(table, weight) if weight in table.names else None
        return {name: each for name, each in found.items() if each is not None}, weights

    def _count(self, said: Said, columns: dict[str, Columns], weights: FloatArray | None) -> None:
        responses = said.responses
        name, frame = responses.question, responses.codeframe
        known = self._found.get(name) or blank_statistics(name, responses.kind, frame, weighted=weights is not None)
        if known.codeframe.digest != frame.digest:  # codes that no codeframe lists are met one by one
            lost = {each.name for each in known.codeframe.themes} - {each.name for each in frame.themes}
            if any(known.total.given[0, place].any() for place in _lines(known, lost)):
                raise InputError(f"the answers to {name!r} have two codeframes.")
            known = reframed(known, frame)
        found = counted_in(known, responses, columns, weights)
        kind: Kind = "multi" if responses.kind == "multi" else known.kind
        self._found[name] = replace(found, kind=kind, cold=known.cold or said.cold)

    def _note_people(self, table: Table, said: Said) -> None:
        """Keep who answered: the same person and question twice is one respondent in several rows."""
        if self.plan.respondent not in table.names:
            return
        names = text_cells(table, self.plan.respondent)
        there = ~blank_cells(names)
        if said.rows is not None:
            among = np.zeros(len(there), dtype=np.bool_)
            among[said.rows] = True
            there &= among
        self._people.append(key_hashes(names, said.responses.question)[there])


def _joined(table: Table, question: Question) -> bool:
    """Whether a cell of a question holds several answers."""
    return any(question.separator in text for text in factor_of(table, question.columns[0]).texts)


def _taken(columns: Columns, rows: IntArray) -> tuple[IntArray, ...]:
    return tuple(slots[rows] for slots in columns.rounds)


def _within(said: Said, inside: BoolArray | None) -> Said:
    """Leave out the rows that do not count."""
    if inside is None or inside.all():
        return said
    rows = np.arange(len(inside)) if said.rows is None else said.rows
    kept = inside[rows]
    return replace(said, responses=said.responses.take(kept), rows=rows[kept])


def _lines(known: Statistics, names: Collection[str]) -> list[int]:
    """The lines of themes of these names."""
    return [place for place, line in enumerate(lines_of(known.codeframe)) if line.theme.name in names]

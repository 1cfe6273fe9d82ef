"""Codings to the columns of a coded file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import cast

import numpy as np

from freetext.errors import UsageError, names_listed
from freetext.files.coding.answers import AnswerFile
from freetext.files.coding.coded_blocks import (
    EVIDENCE,
    MODEL,
    REVIEW,
    SCORE,
    SOURCE,
    THEMES,
    WHY,
    block_columns,
    by_model,
)
from freetext.files.coding.coded_cells import Cells
from freetext.files.coding.coded_models import several
from freetext.files.coding.tallied import Counts, Tallied
from freetext.files.tabular.cells import values_of
from freetext.files.tabular.tables import Column, Table
from freetext.survey.answers import Answers, IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Codings

OURS = (THEMES, REVIEW, WHY, SOURCE, MODEL, EVIDENCE, SCORE)


@dataclass(slots=True)
class CodedColumns:
    """Collects the cells of a coded file from codings of any codeframe in any order.

    `named` are the ends of the sets of columns that say which model coded; others say it as soon as several did.
    """

    size: int
    scores: bool = False
    evidence: bool = False
    named: frozenset[str] = frozenset()
    _themes: list[str] = field(init=False)
    _why: list[str] = field(init=False)
    _source: list[str] = field(init=False)
    _evidence: list[str] = field(init=False)
    _model: list[str] = field(init=False)
    _review: list[bool] = field(init=False)
    _scores: dict[str, list[float | None]] = field(init=False, default_factory=dict)
    _codes: list[tuple[str, ...]] = field(init=False)
    _counts: Counts = field(init=False, default_factory=Counts)

    def __post_init__(self) -> None:
        """Begin with empty cells."""
        self._themes, self._why = [""] * self.size, [""] * self.size
        self._source, self._evidence = [""] * self.size, [""] * self.size
        self._review, self._codes = [False] * self.size, [()] * self.size
        self._model = [""] * self.size

    def add(self, codings: Codings, places: IntArray | range, model: str = "") -> None:
        """Put codings at the places of their answers; `model` names whose they are."""
        where = places.tolist() if isinstance(places, np.ndarray) else list(places)
        made = block_columns(codings, scores=self.scores, evidence=True)
        cells = {name: values_of(column) for name, column in made.items()}
        rows = zip(where, *(cells[name] for name in (THEMES, REVIEW, WHY, SOURCE, EVIDENCE)), strict=True)
        for place, *each in rows:
            self._put(place, Cells(*each))
        for place, decided in zip(where, by_model(codings).tolist(), strict=True):
            self._model[place] = model if decided else ""
        if self.scores and codings.scores is not None:
            self._add_scores(codings.codeframe.codes, cells, where)
        self._counts.add(codings)

    def keep(self, place: int, cells: Cells, frame: Codeframe) -> None:
        """Put the cells of an answer that was coded before at its place, as they stood."""
        self._put(place, cells)
        if self.scores:
            self._codes[place] = frame.codes
            known = dict(cells.scores)
            for code in frame.codes:
                self._scores.setdefault(code, [None] * self.size)[place] = known.get(code)
        self._counts.keep(cells, frame)

    def ask(self, place: int, why: str) -> None:
        """Ask for a person to look at a coded answer, for one more reason."""
        self._counts.answers(review=not self._review[place])
        self._review[place] = True
        self._why[place] = "; ".join(each for each in (why, self._why[place]) if each)

    def _put(self, place: int, cells: Cells) -> None:
        self._themes[place], self._why[place] = cells.themes, cells.why
        self._source[place], self._evidence[place] = cells.source, cells.evidence
        self._review[place], self._model[place] = cells.review, cells.model

    def _add_scores(self, codes: tuple[str, ...], cells: Mapping[str, list[object]], places: Sequence[int]) -> None:
        for place in places:
            self._codes[place] = codes
        for code in codes:
            column = self._scores.setdefault(code, [None] * self.size)
            for place, score in zip(places, cells[f"{SCORE}:{code}"], strict=True):
                column[place] = cast("float | None", score)

    @property
    def summary(self) -> Tallied:
        """How coding went so far."""
        return self._counts.summary

    def columns(self, file: AnswerFile, *, carry: bool = False) -> dict[str, Column]:
        """Return our columns, one set for each text column, in the order of the contract.

        They carry the question where there are several text columns, or where somebody wants to `carry` one that is known.
        """
        named: dict[str, Column] = {}
        for number, behind in enumerate(behinds(file, carry=carry)):
            block = file.block(number)
            named[THEMES + behind] = list(self._themes[block])
            named[REVIEW + behind] = list(self._review[block])
            named[WHY + behind] = list(self._why[block])
            named[SOURCE + behind] = list(self._source[block])
            if behind in self.named or several(self._model[block]):
                named[MODEL + behind] = list(self._model[block])
            for code in dict.fromkeys(chain.from_iterable(dict.fromkeys(self._codes[block]))):
                named[f"{SCORE}{behind}:{code}"] = list(self._scores[code][block])
            if self.evidence:
                named[EVIDENCE + behind] = list(self._evidence[block])
        return named


def behinds(file: AnswerFile, *, carry: bool = False) -> list[str]:
    """Return what the names of our columns end in, for each text column of a file: `:QUESTION` or nothing."""
    return [f":{each}" if each and (carry or len(file.columns) > 1) else "" for each in file.questions]


def as_asked(file: AnswerFile, known: Sequence[str]) -> Answers:
    """Return a file's answers as a model of the `known` questions takes them.

    A single text column of a file that says no question is the question of its name, where the model knows that one.
    """
    column, answers = file.columns[0], file.answers
    if len(file.columns) > 1 or any(answers.questions) or column not in known:
        return answers
    return replace(answers, questions=(column,) * len(answers))


def not_asked(questions: Iterable[str], known: Sequence[str]) -> tuple[str, ...]:
    """Say that a model knows questions and these are none of them; nothing where it knows one, or none at all."""
    if not known or not set(known).isdisjoint(questions):
        return ()
    return (f"the model knows the questions {names_listed(known)}; this file says none of them",)


def ours(names: Iterable[str]) -> list[str]:
    """Return the columns that an earlier coding added; a survey's own `freetext_q3` is none of them."""
    return [name for name in names if name.partition(":")[0] in OURS and name != SCORE]


def uncoded(table: Table, *, force: bool) -> Table:
    """Return the table without our columns; refused where there are some, unless forced."""
    there = ours(table.names)
    if there and not force:
        raise UsageError(f"{table.file} is coded already ({', '.join(there[:3])}...). --force replaces these columns.")
    return table.without(there)

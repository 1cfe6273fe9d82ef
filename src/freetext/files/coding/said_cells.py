"""Cells of coded columns to what was said, batch by batch: each different pair of cells is read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from freetext.errors import InputError
from freetext.files.coding.coded import NO_TEXT, UNLABELLED, codes_in, source_of
from freetext.files.coding.coded_blocks import THEMES, WHY
from freetext.files.parts.part_counts import Said
from freetext.files.tabular.factors import Factor, factor_of
from freetext.files.tabular.tables import Table
from freetext.survey.answers import BoolArray, IntArray, is_blank
from freetext.survey.codeframe import Codeframe, codeframe_of, fold
from freetext.survey.responses import Responses
from freetext.tallies.opens import BY_PEOPLE, NO_SOURCE, CodedBy, open_responses


@dataclass(slots=True)
class CodedColumn:
    """A column of codes as it is read: the question it is about, the column of questions of a long file, and the codeframe.

    Where no codeframe says which codes there are, those found are it, as they come.
    """

    column: str
    question: str = ""
    asked: str = ""
    text: str = ""
    frames: dict[str, Codeframe] = field(default_factory=dict)
    coded_by: CodedBy = ""
    _spelled: dict[str, str] = field(init=False, default_factory=dict)
    _counts: Counter[str] = field(init=False, default_factory=Counter)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it is read from; some may not be there."""
        why = self.column.replace(THEMES, WHY, 1) if self.column.startswith(THEMES) else ""
        return tuple(filter(None, (self.column, source_of(self.column), why, self.asked, self.text)))

    @property
    def told(self) -> bool:
        """Whether blank answers can be told from answers without a code."""
        return bool(source_of(self.column) or self.text)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is taken for granted of the codes, as is said below a table of a single file."""
        untold = () if source_of(self.column) else UNTOLD[self.coded_by]
        return (*untold, *(() if self.told else (NO_TEXT,)))

    def said(self, table: Table) -> Iterator[Said]:
        """Yield what a table says to each question."""
        if not self.asked:
            yield self._said(table, self.question, None)
            return
        names = factor_of(table, self.asked, option="--question")
        for place, name in enumerate(names.texts):
            yield self._said(table, name, np.flatnonzero(names.places == place))

    def _said(self, table: Table, question: str, rows: IntArray | None) -> Said:
        themes, sources, places = self._cells(table, rows)
        chosen = codes_in(themes)
        frame = self._frame(question, chosen, np.bincount(places, minlength=len(chosen)))
        whole = open_responses(
            question,
            frame,
            chosen,
            sources,
            coded_by=self.coded_by,
            themes_column=self.column,
            source_column=source_of(self.column),
            first_row=table.row(0),
            file=table.file,
        )
        answered = whole.answered[places]
        if self.text:
            answered = answered & ~_blank(factor_of(table, self.text, option="--text"), rows)
        responses = replace(
            whole, given=whole.given[places], source=whole.source[places], asked=whole.asked[places], answered=answered
        )
        if (responses.given & ~answered[:, None]).any():
            raise InputError("an answer is blank, and yet it has a theme.", file=table.file, column=self.column)
        return Said(replace(responses, notes=()), rows, self._cold(table, responses, rows))

    def _cells(self, table: Table, rows: IntArray | None) -> tuple[list[str], list[str] | None, IntArray]:
        """Take the cells of codes and deciders apart: the different pairs, and the place of each row's."""
        themes = _at(factor_of(table, self.column, option="--themes"), rows)
        source = source_of(self.column)
        if source not in table.names:
            return list(themes.texts), None, themes.places
        by = _at(factor_of(table, source), rows)
        keys, places = np.unique(themes.places * len(by.texts) + by.places, return_inverse=True)
        pairs = [divmod(key, len(by.texts)) for key in keys.tolist()]
        return [themes.texts[one] for one, _ in pairs], [by.texts[two] for _, two in pairs], places

    def found(self, *, by_name: bool = False) -> Codeframe:
        """The codes that were found: the commonest first, or by name. Questions without a codeframe share them."""
        order = sorted(self._spelled, key=lambda key: (-self._counts[key], key))
        names = [self._spelled[key] for key in order] or [NOTHING]
        return codeframe_of(
            sorted(names, key=lambda name: (name.casefold(), name)) if by_name else names, name="themes"
        )

    def _frame(self, question: str, chosen: list[list[str]], times: IntArray) -> Codeframe:
        """The question's codeframe, or the codes found so far."""
        if question in self.frames:
            return self.frames[question]
        for codes, count in zip(chosen, times.tolist(), strict=True):
            for code in codes:
                self._spelled.setdefault(fold(code), code)
                self._counts[fold(code)] += count
        return codeframe_of(list(self._spelled.values()) or [NOTHING], name="themes")

    def _cold(self, table: Table, responses: Responses, rows: IntArray | None) -> bool:
        why = self.column.replace(THEMES, WHY, 1)
        if not self.column.startswith(THEMES) or why not in table.names:
            return False
        reasons = _at(factor_of(table, why), rows)
        cold = np.array([UNLABELLED in each for each in reasons.texts], dtype=np.bool_)
        return bool(cold.any() and (cold[reasons.places] & responses.given.any(axis=1)).any())


UNTOLD: dict[CodedBy, tuple[str, ...]] = {"": (NO_SOURCE,), "people": (BY_PEOPLE,), "machine": ()}
"""What is said of codes beside which nothing tells who gave them, by whom they are taken for."""

NOTHING = "nothing"
"""Stands in for the codes of a question that has none yet."""


def _at(found: Factor, rows: IntArray | None) -> Factor:
    return found if rows is None else Factor(found.texts, found.places[rows])


def _blank(texts: Factor, rows: IntArray | None) -> BoolArray:
    blank = np.array([is_blank(text) for text in texts.texts], dtype=np.bool_)
    return np.asarray(blank[_at(texts, rows).places], dtype=np.bool_)

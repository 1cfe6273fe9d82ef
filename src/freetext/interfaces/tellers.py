"""The verbatims behind the codes of a coded table, and who coded them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

import numpy as np

from freetext.files.coding.coded_again import plainly
from freetext.files.coding.open_questions import Opened
from freetext.files.coding.tallying import Read
from freetext.files.labelling.labels import read_labels, text_hash
from freetext.files.project.settings import Project
from freetext.reports.surveyed import Told
from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codings import Source
from freetext.survey.labels import Key, Label, standing
from freetext.survey.questionnaire import Questionnaire
from freetext.survey.waves import coded_wave, wave_of

PEOPLE, MODEL, RULE = "people", "a model", "a rule"
"""Who coded, where nobody knows more."""


class Teller:
    """Says of every row of a coded table what was written, and who or what coded it."""

    def __init__(self, read: Read, project: Project | None, model: str = "") -> None:
        self._read, self._project, self._model = read, project, model or MODEL

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """What names each row: the project's id, else its number in the file."""
        table, survey = self._read.table, self._project.questionnaire if self._project else None
        if survey and survey.id in table.names:
            return self._cells(survey.id)
        return tuple(str(table.row(place)) for place in self._read.places.tolist())

    @cached_property
    def _labels(self) -> tuple[Label, ...]:
        if self._project is None:
            return ()
        return read_labels(self._project.path(self._project.questionnaire.labels)).labels

    @cached_property
    def _coded(self) -> Mapping[Key, Sequence[Label]]:
        """What people decided on each answer, in the order of their logs."""
        found: dict[Key, list[Label]] = {}
        for label in standing(self._labels):
            found.setdefault(label.key, []).append(label)
        return found

    @cached_property
    def _flagged(self) -> tuple[Label, ...]:
        """Where somebody saw personal data or a safeguarding concern, whatever became of the decision."""
        return tuple(label for label in self._labels if label.flags)

    @cached_property
    def _named(self) -> bool:
        """Whether the rows bear the ids that the labels know: the project's column, or without one the rows of a wave's file."""
        survey = self._project.questionnaire if self._project else Questionnaire()
        if survey.id:
            return survey.id in self._read.table.names
        return self._wave in {wave_of(path) for path in survey.waves}

    @property
    def _wave(self) -> str:
        return coded_wave(self._read.table.file)

    @cached_property
    def _columns(self) -> Mapping[str, str]:
        """The column of verbatims of each question of the project."""
        survey = self._project.questionnaire if self._project else Questionnaire()
        return {each.name: each.columns[0] for each in survey.coded}

    def _names(self, opened: Opened) -> frozenset[str]:
        """What labels may call a question: its own names, and those of the questions that have its verbatims."""
        same = (name for name, column in self._columns.items() if column == opened.text)
        return frozenset({*opened.names, *same} - {""})

    def _marks(self, texts: Sequence[str]) -> list[tuple[str, ...]]:
        """Hash texts as the labels do, also as another kind of file gives them back."""
        if self._project is None or not self._labels:
            return [()] * len(texts)
        key = self._project.questionnaire.key
        return [
            tuple(text_hash(key, each) for each in dict.fromkeys((text, text.strip(), plainly(text)))) for text in texts
        ]

    def _shut(self, opened: Opened, marks: Sequence[tuple[str, ...]]) -> BoolArray:
        """Say which answers are flagged: by their text whatever they are called, and by id and question."""
        names = self._names(opened)
        texts = {label.text_hash for label in self._flagged if label.text_hash}
        ids = {label.id for label in self._flagged if label.question in names}
        return np.array(
            [
                name.strip() in ids or name in ids or not texts.isdisjoint(some)
                for name, some in zip(self.ids, marks, strict=True)
            ],
            dtype=np.bool_,
        )

    def lost(self, opened: Opened) -> int:
        """Count the flags that may be about answers to this question and that can be held against none of them.

        With ids and the question known there are none: what is not found then is not in the file.
        """
        names = self._names(opened)
        known = not names.isdisjoint({*self._columns, *(label.question for label in self._labels)})
        if not opened.text or not self._flagged or (known and self._named):
            return 0
        here = {mark for some in self._marks(self._read.table.texts(opened.text)) for mark in some}
        return sum(
            self._about(label, opened, names, known=known) and label.text_hash not in here for label in self._flagged
        )

    def _about(self, label: Label, opened: Opened, names: Collection[str], *, known: bool) -> bool:
        """Whether a label may be about a question; one whose own verbatims stand in another column here is not."""
        if known:
            return label.question in names
        own = self._columns.get(label.question, "")
        return own == opened.text or own not in self._read.table.names

    def told(self, opened: Opened) -> Told | None:
        """Say what was written to an open question; None where the file has no column of verbatims."""
        if not opened.text:
            return None
        cells = self._cells(opened.text)
        marks = self._marks(cells)
        return Told(
            self.ids,
            tuple(text if asked else "" for text, asked in zip(cells, opened.responses.asked.tolist(), strict=True)),
            tuple(self._who(opened, marks)),
            self._shut(opened, marks) | bool(self.lost(opened)),
            self._scores(opened),
        )

    def _cells(self, column: str) -> tuple[str, ...]:
        cells = self._read.table.texts(column)
        return tuple(cells[place] for place in self._read.places.tolist())

    def _who(self, opened: Opened, marks: Sequence[tuple[str, ...]]) -> list[str]:
        """Say who coded each answer; empty where nobody had to."""
        responses = opened.responses
        by = {
            each: _any(responses.source == each) & responses.answered
            for each in (Source.HUMAN, Source.MODEL, Source.RULE)
        }
        called = sorted(self._names(opened))
        said = []
        for place, name in enumerate(self.ids):
            names = [self._people(name, called, marks[place])] if by[Source.HUMAN][place] else []
            names += [self._model] if by[Source.MODEL][place] else []
            names += [RULE] if by[Source.RULE][place] else []
            said.append(", ".join(names))
        return said

    def _people(self, name: str, questions: Sequence[str], marks: Collection[str]) -> str:
        """Name the people who decided on this very text: another wave may use the id again."""
        found = [label for question in questions for label in self._coded.get((name, question), ())]
        return ", ".join(dict.fromkeys(each.coder for each in found if self._is_of(each, marks))) or PEOPLE

    def _is_of(self, label: Label, marks: Collection[str]) -> bool:
        """Whether a label is about a text; one that has no hash goes by its id, where the rows have ids."""
        if label.wave not in ("", self._wave):
            return False
        return label.text_hash in marks if label.text_hash else self._named

    @staticmethod
    def _scores(opened: Opened) -> FloatArray | None:
        audit = opened.responses.audit
        return None if audit is None else audit.scores


def _any(flags: BoolArray) -> BoolArray:
    return np.asarray(flags.any(axis=1), dtype=np.bool_)

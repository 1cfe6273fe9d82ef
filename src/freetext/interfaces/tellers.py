"""The verbatims behind the codes of a coded table, and who coded them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from freetext.files.labels import read_labels
from freetext.files.open_questions import Opened
from freetext.files.settings import Project
from freetext.files.tallying import Read
from freetext.reports.surveyed import Told
from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codings import Source
from freetext.survey.labels import Key, Label, standing

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
    def _coders(self) -> Mapping[Key, str]:
        """The people who decided on each answer, in the order of their logs."""
        found: dict[Key, dict[str, None]] = {}
        for label in standing(self._labels):
            found.setdefault(label.key, {})[label.coder] = None
        return {key: ", ".join(coders) for key, coders in found.items()}

    @cached_property
    def _flagged(self) -> frozenset[Key]:
        """Answers in which somebody saw personal data or a safeguarding concern, whatever became of the decision."""
        return frozenset(label.key for label in self._labels if label.flags)

    def told(self, opened: Opened) -> Told | None:
        """Say what was written to an open question; None where the file has no column of verbatims."""
        if not opened.text:
            return None
        keys = [(name, opened.question) for name in self.ids]
        return Told(
            self.ids,
            tuple(
                text if asked else ""
                for text, asked in zip(self._cells(opened.text), opened.responses.asked.tolist(), strict=True)
            ),
            tuple(self._who(opened, keys)),
            np.array([key in self._flagged for key in keys], dtype=np.bool_),
            self._scores(opened),
        )

    def _cells(self, column: str) -> tuple[str, ...]:
        cells = self._read.table.texts(column)
        return tuple(cells[place] for place in self._read.places.tolist())

    def _who(self, opened: Opened, keys: Sequence[Key]) -> list[str]:
        """Say who coded each answer; empty where nobody had to."""
        responses = opened.responses
        by = {
            each: _any(responses.source == each) & responses.answered
            for each in (Source.HUMAN, Source.MODEL, Source.RULE)
        }
        said = []
        for place, key in enumerate(keys):
            names = [self._coders.get(key, PEOPLE)] if by[Source.HUMAN][place] else []
            names += [self._model] if by[Source.MODEL][place] else []
            names += [RULE] if by[Source.RULE][place] else []
            said.append(", ".join(names))
        return said

    @staticmethod
    def _scores(opened: Opened) -> FloatArray | None:
        audit = opened.responses.audit
        return None if audit is None else audit.scores


def _any(flags: BoolArray) -> BoolArray:
    return np.asarray(flags.any(axis=1), dtype=np.bool_)

"""Sufficient statistics that leave a part while it is coded, and are put together again: tables of a folder need no second pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from freetext.errors import InputError, MissingColumn
from freetext.files.coding.coded import UNLABELLED
from freetext.files.coding.coded_batches import CodedBatch, CodedPart
from freetext.files.parts.part_counts import PartCounts, PartSums, Said, SumsPlan, sums_plan
from freetext.files.parts.sums_bytes import packed_sums
from freetext.survey.answers import BoolArray, IntArray
from freetext.survey.codings import Codings, Source
from freetext.survey.responses import Audit, Responses

__all__ = ["PartSums", "SumsMaker", "SumsPlan", "said_in", "sums_plan"]


class SumsMaker:
    """Adds coded batches up. What cannot be counted, such as a weight that is none, is kept as the reason, and stops no coding."""

    def __init__(self, plan: SumsPlan) -> None:
        """Begin with nobody."""
        self._plan = plan
        self._counts, self._rows, self._problem = PartCounts(plan), 0, ""

    def add(self, batch: CodedBatch) -> None:
        """Add a batch; raises MissingColumn where it lacks one that every part must have."""
        names = batch.table.names
        for name, option in self._plan.needed:
            if name not in names:
                raise MissingColumn(name, names, file=batch.table.file, option=option)
        self._rows += batch.table.size
        if self._problem:
            return
        try:
            self._counts.add(batch.table, list(said_in(batch)))
        except InputError as error:
            self._problem = str(error)

    @property
    def told(self) -> tuple[str, ...]:
        """What is wrong with the part's statistics, in plain words."""
        return (f"coded, but it cannot be tallied: {self._problem}",) if self._problem else ()

    def sums(self) -> PartSums:
        """Return the statistics so far."""
        return PartSums(self._plan, self._rows, problem=self._problem) if self._problem else self._counts.sums()

    def bytes(self) -> bytes:
        """Return the statistics so far, as a file."""
        return packed_sums(self.sums())


def said_in(batch: CodedBatch) -> Iterator[Said]:
    """Yield what a batch says to each question that was asked in it."""
    for part in batch.parts:
        if part.questions is None:
            yield _said(part.question, part.codings, part.places)
        else:
            yield from _by_question(part)


def _by_question(part: CodedPart) -> Iterator[Said]:
    """Take the rows of a long file apart by what was asked."""
    seen: dict[str, int] = {}
    asked = np.array([seen.setdefault(each, len(seen)) for each in part.questions or ()], dtype=np.int64)
    for number, name in enumerate(seen):
        if len(seen) == 1:
            yield _said(name, part.codings, part.places)
            continue
        at = np.flatnonzero(asked == number)
        yield _said(name, part.codings, at if part.places is None else part.places[at], at)


def _said(question: str, codings: Codings, rows: IntArray | None, at: IntArray | None = None) -> Said:
    chosen, source, blank, scores, why = codings.chosen, codings.source, codings.blank, codings.scores, codings.why
    if at is not None:
        chosen, source, blank = chosen[at], source[at], blank[at]
        scores = None if scores is None else scores[at]
        why = tuple(why[place] for place in at.tolist())
    source = _as_written(chosen, source)
    n = len(blank)
    nobody = np.zeros(n, dtype=np.bool_)
    audit = Audit(nobody, nobody, np.zeros(n), np.zeros((0, len(codings.codeframe))), scores)  # type: ignore[arg-type]  # float32 will do: only bands are looked at
    asked = np.ones(n, dtype=np.bool_)
    responses = Responses(question, "open", codings.codeframe, chosen, source, asked, ~blank, audit=audit)
    return Said(responses, rows, _is_cold(codings, why, at))


def _as_written(chosen: BoolArray, source: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Say who decided as `freetext_source` does: of themes that do not apply, people where they decided on all, else the model."""
    others = ~chosen & (source != Source.MODEL)
    rows = np.flatnonzero(others.any(axis=1))
    mixed = rows[(source[rows] != Source.HUMAN).any(axis=1)]
    if not len(mixed):
        return source
    written = source.copy()
    written[mixed] = np.where(chosen[mixed], source[mixed], Source.MODEL)
    return written


def _is_cold(codings: Codings, why: Sequence[str], at: IntArray | None) -> bool:
    """Whether any of the codes is by a model that no label taught."""
    if not any(UNLABELLED in each for each in set(why)):
        return False
    chosen = codings.chosen if at is None else codings.chosen[at]
    return any(UNLABELLED in each and bool(chosen[row].any()) for row, each in enumerate(why))

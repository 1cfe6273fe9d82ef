"""The old wave of a bridge: what is known of its codes, and what the new coding says of the answers that were read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codings import Source
from freetext.survey.responses import Banner, Responses
from freetext.tallies.bases import checked_weights
from freetext.tallies.lines import any_of, largest_of, lines_of
from freetext.tallies.reread import Twice
from freetext.tallies.splits import split_by
from freetext.tallies.stratified import KNOWN, Evidence, evidence_of
from freetext.tallies.sums import Sums, sums_of
from freetext.tallies.table import BaseKind


@dataclass(frozen=True, slots=True, eq=False)
class Rereading:
    """What the new coding says of OLD's answers: `n` rows as OLD's responses have them, `k` themes of today's codeframe.

    again  float (n, k): 1 or 0, a half where its coders differ; nan where it has not read the answer
    pi     float (n,): the probability with which an answer was drawn for the bridge; 1 where all were coded again
    known  float (n,): the probability with which the old code had come to be known when the bridge was begun, 0 where it had not;
           None: as it is known today
    """

    again: FloatArray
    pi: FloatArray
    known: FloatArray | None = None

    def __post_init__(self) -> None:
        """Refuse answers that were read and could not be drawn."""
        if len(self.again) != len(self.pi) or not (self.pi[self.read] > 0).all():
            message = "every answer that was read again has a probability above 0 of having been drawn"
            raise ValueError(message)

    def take(self, places: IntArray) -> Rereading:
        """What is said of the rows at these places."""
        known = None if self.known is None else self.known[places]
        return Rereading(self.again[places], self.pi[places], known)

    @property
    def read(self) -> BoolArray:
        """Which answers were read again, bool (n,)."""
        return np.asarray(~np.isnan(self.again).all(axis=1), dtype=np.bool_)


def rereading_by_person(rereading: Rereading, person: IntArray, people: int) -> Rereading:
    """Join rows (n,) to respondents, as `people.by_person` does: `person` says whose each is, 0 to `people` - 1.

    A respondent has what any row has, and was read where all rows were, with the smallest probability of them: one random number a
    respondent decides on all rows.
    """
    again = np.zeros((people, rereading.again.shape[1]))
    np.maximum.at(again, person, rereading.again)
    again[np.bincount(person, minlength=people) == 0] = np.nan
    known = None if rereading.known is None else _smallest(rereading.known, person, people)
    return Rereading(again, _smallest(rereading.pi, person, people), known)


def _smallest(chances: FloatArray, person: IntArray, people: int) -> FloatArray:
    found = np.ones(people)
    np.minimum.at(found, person, chances)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Wave:
    """OLD by respondent (n,) and line (r): its sums, who is in which column, what is known of the old codes, what the new coding says.

    there  bool (n,): the old codes are known for certain, with the probability `known`
    after  float (n, r)
    then   float (n,): what `known` was when the bridge was begun; None where it is the same
    """

    responses: Responses
    sums: Sums
    member: BoolArray
    weight: FloatArray
    given: BoolArray
    evidence: tuple[Evidence | None, ...]
    there: BoolArray
    known: FloatArray
    after: FloatArray
    drawn: FloatArray
    read: BoolArray
    raw: bool
    then: FloatArray | None

    def answered(self, column: int) -> BoolArray:
        """Who of a column said something, bool (n,)."""
        return self.member[:, column] & self.responses.answered

    def of_all(self, column: int) -> bool:
        """Whether every answer of a column could be drawn for the bridge, and not only those that people coded."""
        return bool((self.drawn[self.member[:, column]] > 0).all())

    def twice(self, line: int, *, coded: bool) -> Twice:
        """Everybody's old and new code of one line; `coded` takes the old codes as they stand."""
        evidence = self.evidence[line]
        if coded or evidence is None:
            ones = np.ones(len(self.weight))
            return self._twice(line, self.given[:, line].astype(np.float64), ones)
        sure = evidence.stratum == KNOWN
        code = np.where(sure | evidence.seen, evidence.twice / 2, np.nan)
        pis = np.array((1.0, *evidence.pis))
        which = np.where(sure, 0, 1 + (evidence.stratum - 1) % max(len(evidence.pis), 1))
        return self._twice(line, code, pis[which])

    def without(self, line: int, column: int) -> Twice:
        """The same of a line that OLD could not be coded with: nobody had it, whoever could be drawn."""
        there, known = self.there, self.known
        if self.of_all(column):
            there, known = np.ones_like(there), np.ones_like(known)
        return self._twice(line, np.where(there, 0.0, np.nan), known)

    def _twice(self, line: int, before: FloatArray, known: FloatArray) -> Twice:
        """Put both codes together.

        Of answers whose code is known today only those could be drawn that were known when the bridge was begun: `then / known` of them.
        """
        if self.then is None:
            return Twice(self.weight, before, known, self.after[:, line], self.drawn)
        part = np.minimum(np.divide(self.then, known, out=np.ones_like(known), where=known > 0), 1.0)
        after = np.where(part > 0, self.after[:, line], np.nan)
        return Twice(self.weight, before, known, after, self.drawn * part)


def wave_of(
    old: Responses,
    rereading: Rereading,
    banner: Banner | None,
    weights: Sequence[float] | FloatArray | None,
    base: BaseKind,
    *,
    raw: bool,
) -> Wave:
    """Lay out the old wave; raises ValueError where what was read again is not of its rows and themes."""
    n, lines = len(old), lines_of(old.codeframe)
    if rereading.again.shape != old.given.shape:
        message = f"what was read again is {rereading.again.shape}, OLD {old.given.shape}"
        raise ValueError(message)
    given = any_of(old.given, lines)
    there, known = _certain(old, raw=raw)
    blank = ~old.answered  # nobody needs to read them: they have no theme, then and now
    return Wave(
        old,
        sums_of(old, banner=banner, weights=weights, base=base),
        split_by(old, banner=banner, weights=weights, base=base).member,
        np.ones(n) if weights is None else np.asarray(checked_weights(weights, n), dtype=np.float64),
        given,
        (None,) * len(lines) if raw else tuple(evidence_of(old, lines, given)),
        there,
        known,
        np.where(blank[:, None], 0.0, largest_of(rereading.again, lines)),
        np.where(blank, 1.0, rereading.pi),
        rereading.read & old.answered,
        raw,
        None if rereading.known is None else np.where(blank, 1.0, rereading.known),
    )


def _certain(old: Responses, *, raw: bool) -> tuple[BoolArray, FloatArray]:
    """Of whom the old codes are known for certain, bool (n,), and the probability with which they came to be, float (n,)."""
    everybody = np.ones(len(old), dtype=np.bool_), np.ones(len(old))
    if raw:
        return everybody
    if old.audit is None:
        return np.asarray((old.source >= Source.HUMAN).all(axis=1) | ~old.answered, dtype=np.bool_), everybody[1]
    sure = old.audit.known | ~old.answered
    return sure | old.audit.audited, np.where(sure, 1.0, np.nan_to_num(old.audit.pi))

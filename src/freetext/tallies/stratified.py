"""What is known of codes that a machine gave, summed by stratum: the ground of every estimate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Responses
from freetext.tallies.exact import Units, Whole, grouped, ones, squared
from freetext.tallies.lines import Line, largest_of, least_of, scores_of
from freetext.tallies.splits import machine_decided
from freetext.tallies.strata import EDGES, CellSums, Known, Stratum

UNSCORED = len(EDGES) + 1
"""The band of answers whose score is missing."""

KNOWN = 0
"""The stratum of what is known; the others count from 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What is known of each respondent in one line.

    stratum  int (n,): KNOWN, or 1 + band * number of `pis` + place among `pis`
    seen     bool (n,): not known, and read in the random audit
    twice    int (n,): twice what is true, where it is known or was seen
    """

    stratum: IntArray
    seen: BoolArray
    twice: NDArray[np.int8]
    pis: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Respondents in the columns of a table: one entry for each column that a respondent is in, with the weight."""

    person: IntArray
    column: IntArray
    columns: int
    units: Units

    def among(self, places: BoolArray) -> Pairs:
        """The pairs of the respondents at these places, bool (n,)."""
        kept = np.flatnonzero(places[self.person])
        return Pairs(self.person[kept], self.column[kept], self.columns, self.units.take(kept))

    def counts(self, strata: IntArray, size: int) -> IntArray:
        """Count respondents by stratum and column, (size, columns); `strata` is int (n,)."""
        return self._by(strata, size, ones(len(self.person), shift=0)).astype(np.int64)

    def weights(self, strata: IntArray, size: int, times: NDArray[np.int8] | None = None) -> Whole:
        """Sum their weights, `times` a whole number each, (n,)."""
        return self._by(strata, size, self.units, times)

    def squares(self, strata: IntArray, size: int) -> Whole:
        """Sum their squared weights."""
        return self._by(strata, size, squared(self.units))

    def _by(self, strata: IntArray, size: int, units: Units, times: NDArray[np.int8] | None = None) -> Whole:
        keys = strata[self.person] * self.columns + self.column
        factor = None if times is None else times[self.person]
        return grouped(keys, size * self.columns, units, factor).reshape(size, self.columns)


def evidence_of(responses: Responses, lines: Sequence[Line], given: BoolArray) -> Iterator[Evidence | None]:
    """Say what is known of every line, `given` being bool (n, r); None where all of it is known and is as the codes have it.

    Known are those who did not answer, answers that people coded for a reason that is not random, and those of a kind of which they
    coded every answer; without an audit, whatever people or respondents decided. The rest goes into strata of score and probability.
    """
    if responses.audit is None and not machine_decided(responses).any():
        return iter([None] * len(lines))
    if responses.audit is None:
        return _coded(responses, lines, given)
    return _audited(responses, responses.audit, lines, given)


def cells_of(pairs: Pairs, evidence: Evidence, bases: Sequence[tuple[int, int, int]]) -> tuple[CellSums, ...]:
    """Sum one line by column; `bases` holds of each column the respondents, their weights and squared weights."""
    size = 1 + (UNSCORED + 1) * len(evidence.pis)
    sure = pairs.among((evidence.stratum == KNOWN) & (evidence.twice > 0))
    audit = pairs.among(evidence.seen)
    n, weight = pairs.counts(evidence.stratum, size), pairs.weights(evidence.stratum, size)
    certain = sure.weights(evidence.stratum, 1, evidence.twice)
    seen, a, a2 = (found(evidence.stratum, size) for found in (audit.counts, audit.weights, audit.squares))
    given = audit.weights(evidence.stratum, size, evidence.twice)

    def strata(column: int) -> Iterator[Stratum]:
        for place in (1 + np.flatnonzero(n[1:, column])).tolist():
            band, which = divmod(place - 1, len(evidence.pis))
            sums = (a[place, column], a2[place, column], given[place, column])
            audited, here = int(seen[place, column]), int(n[place, column])
            yield Stratum(band, evidence.pis[which], here, weight[place, column], audited, *sums)

    return tuple(
        CellSums(*base, Known(int(n[KNOWN, place]), weight[KNOWN, place], certain[KNOWN, place]), tuple(strata(place)))
        for place, base in enumerate(bases)
    )


def _coded(responses: Responses, lines: Sequence[Line], given: BoolArray) -> Iterator[Evidence]:
    """Nobody audited: what people or respondents decided is known, and nothing of the rest."""
    least = least_of(responses.source, lines)
    sure = (least >= Source.HUMAN) | ~responses.answered[:, None]
    nobody = np.zeros(len(responses), dtype=np.bool_)
    for row in range(len(lines)):
        yield Evidence((~sure[:, row]).astype(np.int64), nobody, 2 * given[:, row].astype(np.int8), (0.0,))


def _audited(responses: Responses, audit: Audit, lines: Sequence[Line], given: BoolArray) -> Iterator[Evidence]:
    whole = audit.audited & (audit.pi >= 1)
    sure = audit.known | whole | ~responses.answered
    pi = np.where(sure | ((audit.pi >= 1) & ~audit.audited), 0.0, np.nan_to_num(audit.pi))
    pis, at = np.unique(pi[~sure], return_inverse=True)
    stratum = np.zeros(len(responses), dtype=np.int64)
    stratum[~sure] = 1 + at
    truth = largest_of(audit.truth, lines)
    bands = None if audit.scores is None else _bands(scores_of(audit.scores, lines))
    read = audit.audited & ~sure
    for row in range(len(lines)):
        said = truth[:, row]
        missing = np.isnan(said)
        true = np.where(missing | ~responses.answered, given[:, row] & responses.answered, said)
        twice = np.rint(2 * true).astype(np.int8)
        banded = stratum if bands is None else stratum + np.where(sure, 0, bands[:, row] * len(pis))
        yield Evidence(banded, read & ~missing, twice, tuple(pis.tolist()))


def _bands(scores: FloatArray) -> IntArray:
    """The band of each score: how many edges it reaches."""
    bands = np.sum([scores >= edge for edge in EDGES], axis=0, dtype=np.int64)
    return np.where(np.isnan(scores), UNSCORED, bands)

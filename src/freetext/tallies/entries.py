"""A batch of coded answers as what counts in it: codes, score bands and deciders, one entry each, and nothing for what is usual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codings import Source
from freetext.survey.responses import Banner, Responses
from freetext.tallies.bases import empty_codes
from freetext.tallies.exact import LIMB, LIMBS, Units, squared, units_of
from freetext.tallies.lines import Line, any_of, least_of
from freetext.tallies.strata import EDGES

BLANK, SAID, EMPTY, SAID_SURE, EMPTY_SURE = range(5)
"""What a respondent is to every base: asked and blank; with an answer, or with none but none, don't know and uncodable; the
same where people, or they themselves, decided every code."""

STATUSES = 5
OPEN = (SAID, EMPTY)
"""Those of whom a machine decided something."""

BANDS = len(EDGES) + 1
"""Bands of which each answer is noted: the lowest is what is left. The last is that of a missing score."""

SQUARES = 2 * LIMBS
"""Limbs of a squared weight."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The columns of a banner that each of `n` respondents is in: `rounds[0]` the first, int (n,), `rounds[1]` the second; 0 for none, 1 for `names[0]`."""

    names: tuple[str, ...]
    rounds: tuple[IntArray, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Entries of one kind: of which respondent, and the key of what is counted."""

    row: IntArray
    key: IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """A batch of `n` respondents who were asked; keys count from the last axis that is named.

    status   int (n,)
    given    (line, status)
    bands    (line, place in OPEN, band - 1): those of whom a machine decided something, from the second band on
    sources  (line, place in OPEN, source): who decided, where it was not the model
    pairs    (only empty, line, line behind it): two codes of one respondent
    unsure   bool (n,): whether a machine decided that the answer says nothing
    heavy    the limbs of the weights, LIMBS arrays of float (n,) or None where all are 0; empty without weights
    squares  the same of the squared weights, SQUARES of them
    """

    status: IntArray
    given: Marks
    bands: Marks
    sources: Marks
    pairs: Marks
    unsure: BoolArray
    heavy: tuple[FloatArray | None, ...] = ()
    squares: tuple[FloatArray | None, ...] = ()


def entries_of(responses: Responses, lines: Sequence[Line], weights: FloatArray | None = None) -> Entries:
    """Note what counts in responses, all of whom were asked; the scores are those of its audit, of which nothing else is looked at."""
    given = any_of(responses.given, lines)
    rows, places = _where(given)
    sure = responses.answered & (responses.source >= Source.HUMAN).all(axis=1)
    empty = empty_codes(responses)
    status = _status(responses, empty, sure)
    left = responses.answered & ~sure
    machine = (responses.source[:, empty] < Source.HUMAN).any(axis=1)
    heavy, squares = ((), ()) if weights is None else limbs_of(weights)
    scores = None if responses.audit is None else responses.audit.scores
    return Entries(
        status,
        Marks(rows, places * STATUSES + status[rows]),
        _bands(scores, lines, status, left),
        _sources(responses.source, lines, status, left),
        _pairs(rows, places, len(lines), status),
        machine & left,
        heavy,
        squares,
    )


def columns_of(banner: Banner) -> Columns:
    """Lay the columns of a banner out by respondent."""
    counts = banner.member.sum(axis=1)
    rounds = []
    row, column = np.nonzero(banner.member)
    start = np.cumsum(counts) - counts
    for turn in range(max(1, int(counts.max(initial=0)))):
        found = np.zeros(len(counts), dtype=np.int64)
        found[row[_turn(row, start) == turn]] = column[_turn(row, start) == turn] + 1
        rounds.append(found)
    return Columns(banner.names, tuple(rounds))


def _turn(row: IntArray, start: IntArray) -> IntArray:
    """The how manyth entry of its row each is."""
    return np.arange(len(row)) - start[row]


def limbs_of(weights: FloatArray) -> tuple[tuple[FloatArray | None, ...], tuple[FloatArray | None, ...]]:
    """Cut weights and their squares into limbs, each at its place."""
    units = units_of(weights)
    return _placed(units, LIMBS), _placed(squared(units), SQUARES)


def _placed(units: Units, places: int) -> tuple[FloatArray | None, ...]:
    found = dict(zip(units.shifts, units.limbs, strict=True))
    return tuple(found.get(LIMB * place) for place in range(places))


def _where(flags: NDArray[np.generic]) -> tuple[IntArray, IntArray]:
    """Rows and columns of what is set, in the order of the rows."""
    flat = np.flatnonzero(flags)
    rows = flat // flags.shape[1]
    return rows, flat - rows * flags.shape[1]


def _status(responses: Responses, empty: BoolArray, sure: BoolArray) -> IntArray:
    status = np.where(sure, SAID_SURE, SAID)
    if empty.any():
        rows = np.flatnonzero(responses.given[:, empty].any(axis=1))
        status[rows[~responses.given[rows][:, ~empty].any(axis=1)]] += 1
    return np.where(responses.answered, status, BLANK)


def _bands(scores: FloatArray | None, lines: Sequence[Line], status: IntArray, left: BoolArray) -> Marks:
    if scores is None:
        return Marks(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    codes = np.ascontiguousarray(scores.T)
    bands = np.stack([_banded(codes, line) * left for line in lines])
    places, rows = _where(bands)
    return Marks(rows, (places * len(OPEN) + status[rows] - SAID) * BANDS + bands[places, rows] - 1)


def _banded(codes: NDArray[np.floating[Any]], line: Line) -> NDArray[np.uint8]:
    """The band of each respondent's score on a line, uint8 (n,); `codes` are the scores, (k, n)."""
    score = codes[line.places[0]]
    if line.net:
        score = 1.0 - (1.0 - codes[list(line.places)].astype(np.float64)).prod(axis=0)
    band = np.zeros(len(score), dtype=np.uint8)
    for edge in EDGES:
        band += score >= edge
    band[np.isnan(score)] = BANDS
    return band


def _sources(source: NDArray[np.uint8], lines: Sequence[Line], status: IntArray, left: BoolArray) -> Marks:
    least = least_of(source, lines)
    rows, places = _where((least != Source.MODEL) & left[:, None])
    return Marks(rows, (places * len(OPEN) + status[rows] - SAID) * (1 + len(Source)) + least[rows, places])


def _pairs(rows: IntArray, places: IntArray, size: int, status: IntArray) -> Marks:
    """Pair every code of a respondent with those behind it."""
    found: list[Marks] = []
    apart = 1
    while True:
        same = np.flatnonzero(rows[apart:] == rows[:-apart]) if apart < len(rows) else rows[:0]
        if not len(same):
            break
        row = rows[same]
        empty = (status[row] == EMPTY) | (status[row] == EMPTY_SURE)
        found.append(Marks(row, (empty * size + places[same]) * size + places[same + apart]))
        apart += 1
    if not found:
        return Marks(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    return Marks(np.concatenate([each.row for each in found]), np.concatenate([each.key for each in found]))

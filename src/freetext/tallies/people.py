"""Respondents with several rows: each counts once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Responses

JOINED = re.compile(
    r"([\d,]+) (?:is a further row|are further rows) of the same respondents: each respondent counts once\."
)


def once_each(responses: Responses, respondents: Sequence[str]) -> Responses:
    """Let each respondent count once, at the first row where the question was asked: with every code that any row gave.

    `respondents` names who stands behind each row (n,). What a machine decided in any row it decided for the respondent. Of several
    ranks of one item the first stands. The other rows were not asked any more. A note says how many rows were joined. A respondent is
    known where all rows that say something are, and audited where the rest of them are.
    """
    person = np.unique(np.array(respondents, dtype=object).astype(str), return_inverse=True)[1]
    here = responses.asked | responses.answered
    rows = np.flatnonzero(here)
    people, first = np.unique(person[rows], return_index=True)
    if len(people) == len(rows):
        return responses
    joined = by_person(responses.take(here), np.searchsorted(people, person[rows]), len(people))
    spread = _spread(joined, rows[first], len(responses))
    return replace(spread, notes=(*responses.notes, _further(len(rows) - len(people))))


def by_person(responses: Responses, person: IntArray, people: int) -> Responses:
    """Join rows (n,) to respondents, `person` saying whose each is, 0 to `people` - 1."""
    said, k = responses.answered, len(responses.codeframe)
    given = np.zeros((people, k), dtype=np.bool_)
    np.logical_or.at(given, person, responses.given)
    source = np.full((people, k), max(Source), dtype=np.uint8)
    np.minimum.at(source, person[said], responses.source[said])
    return replace(
        responses,
        given=given,
        source=source,
        asked=_any(responses.asked, person, people),
        answered=_any(said, person, people),
        ranks=None if responses.ranks is None else _first(responses.ranks, person, people),
        audit=None if responses.audit is None else _audit(responses, responses.audit, person, people),
    )


def notes_together(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Put the notes of two parts together, each once: as they stand where both say the same, otherwise by text; joined rows add up."""
    kept, more = (tuple(note for note in notes if not JOINED.fullmatch(note)) for notes in (one, other))
    found = [JOINED.fullmatch(note) for note in (*one, *other)]
    rows = sum(int(match[1].replace(",", "")) for match in found if match)
    return (*(kept if kept == more else sorted({*kept, *more})), *((_further(rows),) if rows else ()))


def _further(rows: int) -> str:
    verb = "is a further row" if rows == 1 else "are further rows"
    return f"{rows:,} {verb} of the same respondents: each respondent counts once."


def _any(flags: BoolArray, person: IntArray, people: int) -> BoolArray:
    return np.bincount(person[flags], minlength=people) > 0


def _first(ranks: FloatArray, person: IntArray, people: int) -> FloatArray:
    """Take each respondent's first rank of every item."""
    found = np.full((people, ranks.shape[1]), np.nan)
    for item in range(ranks.shape[1]):
        ranked = np.flatnonzero(~np.isnan(ranks[:, item]))[::-1]
        found[person[ranked], item] = ranks[ranked, item]
    return found


def _audit(responses: Responses, audit: Audit, person: IntArray, people: int) -> Audit:
    """Join what is known: everything that a respondent said must be known, or read in the audit, by the smallest of its probabilities."""
    said, k = responses.answered, len(responses.codeframe)
    rest = said & ~audit.known
    known = ~_any(rest, person, people)
    read = known | ~_any(rest & ~audit.audited, person, people)
    pi = np.ones(people)
    np.minimum.at(
        pi, person[rest], audit.pi[rest]
    )  # an audit goes by the respondent: the row that is reached last decides
    truth = np.zeros((people, k))
    true = np.where(np.isnan(audit.truth) & audit.known[:, None], responses.given, audit.truth)
    np.maximum.at(truth, person[said], true[said])
    truth[~read] = np.nan
    if audit.scores is None:
        return Audit(known, read & ~known, pi, truth)
    scores = np.zeros((people, k))
    np.maximum.at(scores, person[said], audit.scores[said])
    return Audit(known, read & ~known, pi, truth, scores)


def _spread(joined: Responses, kept: IntArray, n: int) -> Responses:
    """Put respondents at the rows that are kept of `n`; the others are asked nothing."""

    def rows(values: np.ndarray, fill: float) -> np.ndarray:
        found = np.full((n, *values.shape[1:]), fill, dtype=values.dtype)
        found[kept] = values
        return found

    audit = joined.audit
    return replace(
        joined,
        given=rows(joined.given, fill=False),
        source=rows(joined.source, fill=max(Source)),
        asked=rows(joined.asked, fill=False),
        answered=rows(joined.answered, fill=False),
        ranks=None if joined.ranks is None else rows(joined.ranks, fill=np.nan),
        audit=None
        if audit is None
        else Audit(
            rows(audit.known, fill=True),
            rows(audit.audited, fill=False),
            rows(audit.pi, fill=1.0),
            rows(audit.truth, fill=np.nan),
            None if audit.scores is None else rows(audit.scores, fill=0.0),
        ),
    )

"""Respondents with several rows: each counts once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Banner, Responses

JOINED = re.compile(
    r"([\d,]+) (?:is a further row|are further rows) of the same respondents: each respondent counts once\."
)

SEVERAL = "Some respondents gave different answers in their rows: percentages can add to more than 100."


def once_each(responses: Responses, respondents: Sequence[str]) -> Responses:
    """Let each respondent count once, at the first row where the question was asked: with every code that any row gave.

    `respondents` names who stands behind each row (n,). What a machine decided in any row it decided for the respondent. Of several
    ranks of one item the first stands. The other rows were not asked any more. A note says how many rows were joined. A respondent is
    known where all rows that say something are, and audited where the rest of them are, with the probability of that.
    """
    person = np.unique(np.array(respondents, dtype=object).astype(str), return_inverse=True)[1]
    here = responses.asked | responses.answered
    rows = np.flatnonzero(here)
    people, first = np.unique(person[rows], return_index=True)
    if len(people) == len(rows):
        return responses
    joined = by_person(responses.take(here), np.searchsorted(people, person[rows]), len(people))
    spread = _spread(joined, rows[first], len(responses))
    several = (SEVERAL,) if responses.kind == "closed" and (joined.given.sum(axis=1) > 1).any() else ()
    return replace(spread, notes=(*responses.notes, _further(len(rows) - len(people)), *several))


def several_columns(banners: Sequence[Banner], respondents: Sequence[str] | None) -> tuple[str, ...]:
    """Say how many respondents have rows (n,) that stand in other columns of a banner than their first."""
    if respondents is None:
        return ()
    _, first, person = np.unique(
        np.array(respondents, dtype=object).astype(str), return_index=True, return_inverse=True
    )
    notes = []
    for banner in banners:
        differs = (banner.member != banner.member[first[person]]).any(axis=1) & banner.member.any(axis=1)
        if count := len(np.unique(person[differs])):
            have = "respondent has" if count == 1 else "respondents have"
            notes.append(
                f"{count:,} {have} rows in several columns of {banner.name}: the first row decides on the column"
            )
    return tuple(notes)


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
    """Join what is known: everything that a respondent said must be known, or read in the audit."""
    said, k = responses.answered, len(responses.codeframe)
    rest = said & ~audit.known
    known = ~_any(rest, person, people)
    read = known | ~_any(rest & ~audit.audited, person, people)
    pi = _together(person[rest], audit.pi[rest], audit.audited[rest], people)
    truth = np.zeros((people, k))
    true = np.where(np.isnan(audit.truth) & audit.known[:, None], responses.given, audit.truth)
    np.maximum.at(truth, person[said], true[said])
    truth[~read] = np.nan
    if audit.scores is None:
        return Audit(known, read & ~known, pi, truth)
    scores = np.zeros((people, k))
    np.maximum.at(scores, person[said], audit.scores[said])
    return Audit(known, read & ~known, pi, truth, scores)


def _together(person: IntArray, pi: FloatArray, read: BoolArray, people: int) -> FloatArray:
    """Return the probability (people,) that all rows of a respondent are read; rows are of the rest, with the probability of each.

    Where one random number decides on all rows of a respondent, it is the smallest. Where the draw went by the row, it is their
    product, so that those with more rows, who are seldom read in full, are a class of their own.
    """
    found = np.ones(people)
    if _by_row(person, pi, read, people):
        order = np.lexsort((pi, person))  # products of the same numbers in the same order are the same to the last bit
        np.multiply.at(found, person[order], pi[order])
    else:
        np.minimum.at(found, person, pi)
    return found


def _by_row(person: IntArray, pi: FloatArray, read: BoolArray, people: int) -> bool:
    """Whether rows were drawn one by one, not respondents.

    A number of the respondent that reaches a row reaches those of the same or a larger probability too, but where the audit broke
    off: at one respondent for each probability.
    """
    least, most = np.full(people, np.inf), np.zeros(people)
    np.minimum.at(least, person[read], pi[read])
    np.maximum.at(most, person[~read], pi[~read])
    broken = np.count_nonzero((most > 0) & (most >= least))
    return bool(broken > len(np.unique(pi[pi > 0])))


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

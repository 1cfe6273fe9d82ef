"""Respondents with several rows: each counts once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from freetext.survey.codings import Source
from freetext.survey.responses import Responses


def once_each(responses: Responses, respondents: Sequence[str]) -> Responses:
    """Let each respondent count once, at the first row where the question was asked: with every code that any row gave.

    `respondents` names who stands behind each row (n,). What a machine decided in any row it decided for the respondent. Of several
    ranks of one item the first stands. The other rows were not asked any more. A note says how many rows were joined.
    """
    person = np.unique(np.array(respondents, dtype=object).astype(str), return_inverse=True)[1]
    rows = np.flatnonzero(responses.asked | responses.answered)
    people, first = np.unique(person[rows], return_index=True)
    if len(people) == len(rows):
        return responses
    place = np.searchsorted(people, person[rows])
    kept = rows[first]
    given, asked, answered = (np.zeros_like(each) for each in (responses.given, responses.asked, responses.answered))
    source = responses.source.copy()
    held = np.zeros((len(people), given.shape[1]), dtype=np.bool_)
    np.logical_or.at(held, place, responses.given[rows])
    said = np.zeros(len(people), dtype=np.bool_)
    np.logical_or.at(said, place, responses.answered[rows])
    decided = np.full((len(people), given.shape[1]), max(Source), dtype=np.uint8)
    spoke = responses.answered[rows]
    np.minimum.at(decided, place[spoke], responses.source[rows][spoke])
    given[kept], asked[kept], answered[kept], source[kept] = held, True, said, decided
    note = f"{len(rows):,} rows of {len(people):,} respondents: each respondent counts once."
    ranks = _first_ranks(responses, rows, place, kept)
    return replace(
        responses,
        given=given,
        source=source,
        asked=asked,
        answered=answered,
        ranks=ranks,
        notes=(*responses.notes, note),
    )


def _first_ranks(responses: Responses, rows: np.ndarray, place: np.ndarray, kept: np.ndarray) -> np.ndarray | None:
    """Return ranks with, at the rows kept, each respondent's first rank of every item."""
    if responses.ranks is None:
        return None
    ranks = np.full_like(responses.ranks, np.nan)
    found = np.full((len(kept), ranks.shape[1]), np.nan)
    for row, person in zip(rows[::-1].tolist(), place[::-1].tolist(), strict=True):
        here = responses.ranks[row]
        found[person] = np.where(np.isnan(here), found[person], here)
    ranks[kept] = found
    return ranks

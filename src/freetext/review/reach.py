"""The stop rule: how far every number of the table is, and how much more audit it wants.

The estimates here are the simple binomial of `tallies.audited`, column by column; post-stratification by the model's score comes
with the tallies.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from freetext.review.audit import WHOLE, Decided, Population, Stratum, planned_part, strata
from freetext.review.views import Reach, Summary
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.tallies.audited import FEWEST, Audited, audit_wanted, audited_share

Themes = Mapping[str, Sequence[str]]
"""The slugs of each question's themes; a question that is not here is not reviewed."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One stratum, and how often each of the question's `k` themes was given: float64 (k,) among the known and the audited."""

    stratum: Stratum
    known_given: FloatArray
    given: FloatArray

    def counts(self, theme: int) -> Audited:
        """What people have said of one theme."""
        here = self.stratum
        return Audited(
            here.size,
            len(here.known),
            float(self.known_given[theme]),
            len(here.audited),
            float(self.given[theme]),
        )

    @property
    def hardest(self) -> int:
        """The theme that wants the largest audit: its share lies nearest to a half."""
        return int(np.abs(self.given - len(self.stratum.audited) / 2).argmin())


def seen(answers: Population, state: Decided, themes: Themes) -> Iterator[Seen]:
    """Yield what people have said in each stratum, in the order of the file's questions and of the columns."""
    row, given = np.full(len(answers), -1, dtype=np.int64), np.zeros((0, 0))
    question = None
    for stratum in strata(answers, state, [name for name, slugs in themes.items() if slugs]):
        if stratum.question != question:
            question = stratum.question
            places = np.union1d(stratum.places[state.coded[stratum.places]], stratum.known)
            row[places] = np.arange(len(places))
            given = _given(answers, state, places, themes[question])
        yield Seen(stratum, given[row[stratum.known]].sum(axis=0), given[row[stratum.audited]].sum(axis=0))


def _given(answers: Population, state: Decided, places: IntArray, slugs: Sequence[str]) -> FloatArray:
    """Which themes coded answers have, float64 (answers, themes): 1, or a half where coders differ and nobody has adjudicated."""
    number = {slug: place for place, slug in enumerate(slugs)}
    given = np.zeros((len(places), len(slugs)))
    for row, place in enumerate(places.tolist()):
        decision = state.settled[answers.keys[place]]
        for found, value in ((decision.themes, 1.0), (decision.disputed, 0.5)):
            given[row, [number[slug] for slug in found if slug in number]] = value
    return given


def planned_audit(answers: Population, state: Decided, themes: Themes, target: float) -> BoolArray:
    """Which answers the audit takes in until every number has its half-width, bool (n,); those coded already included.

    Nobody knows how large an audit must be before it has begun: it is planned anew from what it has found.
    """
    planned = np.zeros(len(answers), dtype=np.bool_)
    for each in seen(answers, state, themes):
        counts = each.counts(each.hardest)
        wanted = audit_wanted(counts, target)
        if wanted > counts.audited:
            planned[planned_part(each.stratum, state, wanted)] = True
    return planned


def lacking(answers: Population, state: Decided, themes: Themes, target: float) -> int:
    """Return how many audit answers the numbers want beyond all that the audit can take: none, but where these are a part of a survey."""
    found: dict[str, int] = {}
    for each in seen(answers, state, themes):
        here = each.stratum
        there = len(here.places) - int(np.count_nonzero(state.certain[here.places]))
        more = audit_wanted(each.counts(each.hardest), target) - there
        found[here.question] = max(found.get(here.question, 0), more)
    return sum(found.values())


def reaches(answers: Population, state: Decided, themes: Themes, target: float) -> tuple[Reach, ...]:
    """Return how far each number is: every theme of every question, in all answers and in each column."""
    return tuple(
        _reach(each, place, slug, target)
        for each in seen(answers, state, themes)
        for place, slug in enumerate(themes[each.stratum.question])
    )


def _reach(each: Seen, place: int, slug: str, target: float) -> Reach:
    counts = each.counts(place)
    found = audited_share(counts)
    share, low, high = found or (None, None, None)
    small = each.stratum.column != WHOLE and counts.audited < min(FEWEST, counts.rest)
    return Reach(
        each.stratum.question,
        slug,
        each.stratum.column,
        share,
        None if small else low,
        None if small else high,
        counts.audited,
        max(0, audit_wanted(counts, target) - counts.audited),
    )


def summary(answers: Population, state: Decided, themes: Themes, target: float, advice: Sequence[str] = ()) -> Summary:
    """Say how far the table is: its numbers, those that want most first, and the audit answers that all of them want together."""
    found = reaches(answers, state, themes, target)
    more = int(np.count_nonzero(planned_audit(answers, state, themes, target) & ~state.coded))
    more += lacking(answers, state, themes, target)
    return Summary(tuple(sorted(found, key=lambda reach: -reach.more)), target, more, tuple(advice))

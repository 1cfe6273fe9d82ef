"""The answers of an old wave as the walk of a bridge sees them: those that were drawn, and no others."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, fields

import numpy as np

from freetext.review.audit import Population
from freetext.survey.answers import BoolArray, IntArray


@dataclass(frozen=True, slots=True, eq=False)
class Bridged(Population):
    """A population of which only the bridge's answers are asked, all of them as its random audit; `inside` bool (n,) says which."""

    inside: BoolArray = field(kw_only=True)

    def asked(self, questions: Collection[str]) -> BoolArray:
        """Which answers can be asked: those of the bridge."""
        return Population.asked(self, questions) & self.inside

    def queued(self, questions: Collection[str]) -> BoolArray:  # noqa: ARG002
        """Which answers the queue can take: none, for nobody chooses what a bridge asks."""
        return np.zeros(len(self), dtype=np.bool_)


def bridged(answers: Population, places: IntArray) -> Bridged:
    """Return a population, of the bridge's random numbers, as a bridge of the answers at these places."""
    inside = np.zeros(len(answers), dtype=np.bool_)
    inside[places] = True
    return Bridged(**{each.name: getattr(answers, each.name) for each in fields(answers)}, inside=inside)

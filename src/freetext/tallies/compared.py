"""Two waves of a survey compared, question by question: what differs before anybody codes, what has changed, and how much of it is the coding; values alone."""

from __future__ import annotations

from dataclasses import dataclass

from freetext.tallies.bridge_parts import Bridge
from freetext.tallies.changes import Changes
from freetext.tallies.drift import Drift

PEOPLE = "people"
"""Who coded an answer where no model did."""


@dataclass(frozen=True, slots=True)
class CodedBy:
    """How many answers of a wave one model coded, or people did: `by` is the model's name and digest, or PEOPLE."""

    wave: str
    by: str
    answers: int


@dataclass(frozen=True, slots=True)
class QuestionCompared:
    """One question of both waves.

    drift    what differs, and the verdict
    changes  of each theme, a table for each banner that both waves have, or of the total alone; empty where a wave is not coded
    bridges  the same changes in two parts; empty without a bridge
    gone     themes of the old wave that nothing of today stands for, in a few words each
    notes    what a reader of changes and bridge must know
    """

    question: str
    title: str
    drift: Drift
    changes: tuple[Changes, ...] = ()
    bridges: tuple[Bridge, ...] = ()
    gone: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """Two waves by their names; `said` is what was assumed or left out, `coded` who coded what of either."""

    old: str
    new: str
    questions: tuple[QuestionCompared, ...]
    coded: tuple[CodedBy, ...] = ()
    said: tuple[str, ...] = ()

    @property
    def wanting(self) -> tuple[QuestionCompared, ...]:
        """The questions whose verdict asks for a person."""
        return tuple(each for each in self.questions if each.drift.verdict.code != "fits")

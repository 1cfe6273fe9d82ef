"""What more labels would bring, and which themes can be left to a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["enough", "more", "hand"]


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """How well answers were coded by models that had learnt from so many others; the mean tally error is in points."""

    answers: int
    micro_f1: float
    macro_f1: float
    tally_error: float | None


@dataclass(frozen=True, slots=True)
class ThemeAdvice:
    """What to do about one theme.

    verdict            enough  it can be left to the model
                       more    more labels would raise F1
                       hand    too few labels to learn from or to judge by: F1 is None
    labels             answers that people gave it
    f1                 out of fold, today
    expected           about what F1 will be with the labels that the advice speaks of; low, high: 80 of 100 times
    enough_from        labelled answers from which on it can about be left to the model; None where that is too far off to tell
    """

    theme: str
    name: str
    verdict: Verdict
    labels: int
    f1: float | None = None
    expected: float | None = None
    low: float | None = None
    high: float | None = None
    enough_from: int | None = None

    @property
    def gain(self) -> float:
        """By how much F1 will rise, about."""
        return (self.expected or 0.0) - (self.f1 or 0.0)


@dataclass(frozen=True, slots=True)
class Advice:
    """A learning curve, and what it says.

    verdict              hand: code by hand, with the model as second coder; more labels; or enough of them
    reason               why, in numbers
    answers, respondents  labelled
    left                 answers of the survey that nobody has labelled, None where no survey is known
    more                 labels that the advice speaks of: as many again, or all that are left
    micro_f1, micro_expected     today and with these, out of fold
    tally_error, tally_expected  mean over the themes, in points
    curve                what was measured, the smallest set first
    """

    codeframe: str
    verdict: Verdict
    reason: str
    answers: int
    respondents: int
    left: int | None
    more: int
    micro_f1: float
    micro_expected: float
    tally_error: float | None
    tally_expected: float | None
    curve: tuple[CurvePoint, ...]
    themes: tuple[ThemeAdvice, ...]

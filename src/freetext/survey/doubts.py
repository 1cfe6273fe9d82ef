"""Labels that a model doubts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """One decision of people that a model which has not seen it would not have made.

    given        what people say: the theme applies, or not
    probability  what the model says of the theme by the text alone, calibrated
    chance       that the label is as it stands, by the text and the answer's other labels: the smaller, the greater the doubt
    coders       who decided, where that is known
    """

    id: str
    question: str
    theme: str
    given: bool
    probability: float
    chance: float
    coders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubts:
    """The labels doubted most, the greatest doubt first, and what they were chosen from.

    answers, decisions  labelled answers, and their decisions on themes that could be doubted
    themes, rare        themes that could be doubted, and those with too few labels for it
    kept_out            answers of a blind audit, which are never listed
    """

    found: tuple[Doubt, ...]
    answers: int
    decisions: int
    themes: int
    rare: tuple[str, ...]
    kept_out: int = 0

"""What was found where two waves of one survey are put side by side: facts, telling words, a verdict; values alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal["text", "people", "codes"]
"""What a fact is about: what they wrote, who answered, what the model made of it."""

Unit = Literal["share", "auc", "words", "v"]
"""How `old` and `new` are to be written: a share 0..1 as a percentage, an AUC, a number of words, Cramér's V."""

Code = Literal["fits", "audit", "retrain", "question", "language", "few"]


@dataclass(frozen=True, slots=True)
class Part:
    """One option, theme, language or word of a fact: its share 0..1 in either wave.

    `p` is corrected for the number of parts; `found` says that the fact is found, and this part of it at the level.
    """

    name: str
    old: float
    new: float
    p: float | None = None
    found: bool = False
    slug: str = ""

    @property
    def change(self) -> float:
        """What the share has gained, -1..1."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that two waves were compared by.

    old, new  what it is in either wave, in `unit`; None where that means nothing
    effect    how large the difference is, by `measure`: points as -1..1, an AUC as 0..1, Cramér's V as 0..1
    p         by relabelling respondents; None where it is told and not tested. `adjusted` is that of Benjamini and Hochberg over all facts, weighed
    found     `adjusted` is at the level or below; `matters` says that the effect is also large enough for the verdict
    """

    name: str
    group: Group
    unit: Unit
    measure: str
    old: float | None
    new: float | None
    effect: float | None
    p: float | None
    said: str
    parts: tuple[Part, ...] = ()
    adjusted: float | None = None
    found: bool = False
    matters: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word that one wave writes oftener: the share of answers with text, 0..1, that hold it in either."""

    word: str
    side: Literal["old", "new"]
    old: float
    new: float


@dataclass(frozen=True, slots=True)
class Side:
    """One wave: its answers, those that were looked at (fewer where a sample was drawn), those with text among these, and who gave them."""

    answers: int
    looked_at: int
    with_text: int
    respondents: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the facts come to: the rule that spoke, one line, why, and what to do; `audit` answers more are to be audited."""

    code: Code
    headline: str
    why: tuple[str, ...] = ()
    do: tuple[str, ...] = ()
    audit: int = 0


@dataclass(frozen=True, slots=True)
class Drift:
    """Two waves side by side; `said` holds what a reader must know of how it was done."""

    old: Side
    new: Side
    facts: tuple[Fact, ...]
    words: tuple[Word, ...]
    verdict: Verdict
    level: float
    rounds: int
    said: tuple[str, ...] = ()

    @property
    def found(self) -> tuple[Fact, ...]:
        """The facts that differ, those that matter first."""
        return tuple(sorted((fact for fact in self.facts if fact.found), key=lambda fact: not fact.matters))

    def fact(self, name: str) -> Fact | None:
        """The fact of this name, or None where it was not looked at."""
        return next((fact for fact in self.facts if fact.name == name), None)

"""What agreement is told in: figures with their intervals, how to read them, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RELY, TENTATIVE = 0.8, 0.667
"""The field's thresholds of alpha (Krippendorff 2019), for the lower end of its interval."""

RARE = 0.05
"""A theme that fewer decisions give than this: alpha and kappa fall, whatever the coders do."""

Reading = Literal["rely", "tentative", "do not rely", "cannot be told"]
AgreementKind = Literal["coders", "model", "model in sight"]

NOT_TWO = "Cohen's kappa takes two coders"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 95 % interval, None where undefined; `why` then says why. An interval can be missing where the figure is there."""

    value: float | None
    low: float | None = None
    high: float | None = None
    why: str = ""

    @property
    def reading(self) -> Reading:
        """What an alpha is good for, judged on the lower end of its interval."""
        if self.low is None:
            return "cannot be told"
        return "rely" if self.low >= RELY else "tentative" if self.low >= TENTATIVE else "do not rely"


@dataclass(frozen=True, slots=True)
class ThemeAgreement:
    """Agreement on one theme, in `n` answers that two coders or more decided on.

    given       answers to which any coder gave the theme
    differ      answers on which coders differ about it
    prevalence  the share of decisions that give it, 0..1
    alpha, kappa, ac1, positive  Krippendorff's alpha, Cohen's kappa, Gwet's AC1, positive agreement
    """

    theme: str
    name: str
    n: int
    given: int
    differ: int
    prevalence: float | None
    alpha: Figure
    kappa: Figure
    ac1: Figure
    positive: Figure

    @property
    def reading(self) -> Reading:
        """What the theme is good for, by the lower end of alpha's interval."""
        return self.alpha.reading

    @property
    def rare(self) -> bool:
        """Whether the theme is given so rarely that alpha and kappa say little by themselves."""
        return self.prevalence is not None and 0 < self.prevalence < RARE


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two coders' agreement on whole sets: `n` answers that both coded, the share with the same set, alpha with MASI distance."""

    coders: tuple[str, str]
    n: int
    identical: float | None
    masi: Figure


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer on which coders differ: the themes (slugs) that each gave, in the order of the coders; None for one who did not code it."""

    id: str
    question: str
    said: tuple[tuple[str, ...] | None, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far `coders` agree on `n` answers, with `decisions` decisions; answers that one of them alone coded are left out.

    kind       coders against coders; or one of them is the model: on blind answers, or where its suggestion was in sight
    masi, jaccard  alpha of the whole sets of themes, with that distance
    identical  the share of answers to which all coders gave the same set, 0..1
    pairs      each pair by itself, where there are more than two coders
    differing  the answers on which any two differ
    notes      what a reader must be told besides
    """

    codeframe: str
    coders: tuple[str, ...]
    n: int
    decisions: int
    themes: tuple[ThemeAgreement, ...]
    masi: Figure
    jaccard: Figure
    identical: float | None
    pairs: tuple[PairAgreement, ...] = ()
    differing: tuple[Difference, ...] = ()
    kind: AgreementKind = "coders"
    notes: tuple[str, ...] = ()


def differing_about(agreement: Agreement, theme: str) -> list[Difference]:
    """List the answers on which coders differ about one theme, a slug."""
    decided = ((each, [theme in said for said in each.said if said is not None]) for each in agreement.differing)
    return [each for each, gave in decided if any(gave) and not all(gave)]


def to_sharpen(agreement: Agreement) -> list[ThemeAgreement]:
    """List the themes on which coders agree too little, lowest first."""
    low = [each for each in agreement.themes if each.differ and each.reading != "rely" and _value(each) < RELY]
    return sorted(low, key=lambda each: (_low(each), _value(each)))


def to_tell(agreement: Agreement) -> list[ThemeAgreement]:
    """List the themes on which coders agree well enough, but in too few answers to rely on it; lowest first."""
    few = [each for each in agreement.themes if each.alpha.value is not None and each.reading != "rely"]
    return sorted((each for each in few if not (each.differ and _value(each) < RELY)), key=_low)


def _value(theme: ThemeAgreement) -> float:
    return -1.0 if theme.alpha.value is None else theme.alpha.value


def _low(theme: ThemeAgreement) -> float:
    return -1.0 if theme.alpha.low is None else theme.alpha.low

"""An old coding and a new one of the same answers, against the truth: which is better, and how far that may be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.tallies.bootstrap import percentiles, weights_drawn

DRAWS = 2000

MOST_GROUPS = 2000
"""Respondents are drawn one by one up to so many, of more so many groups of them: the interval is the same, the time bounded."""

FEWEST_POSITIVES = 10
"""Fewer true mentions tell nothing of a theme: at 3 % and 100 answers a halved recall shows 6 % of the time."""

FALSE_DISCOVERIES = 0.05
"""Of the themes that are said to have changed, so many may not have (Benjamini and Hochberg 1995)."""

Standing = Literal["better", "worse", "within chance", "too few to tell", "not compared"]

Ground = Literal["audit", "folds", "cards"]
"""What a comparison rests on.

audit  answers that neither has seen: a random audit that was held back
folds  the same labelled answers, each coded by a model that has not seen its respondent
cards  what each says of itself, on answers of its own: no fair comparison
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of the old coding and of the new one, and new less old with its interval; None where undefined."""

    old: float | None
    new: float | None
    difference: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """One theme: F1 of both codings (None where undefined), answers that truly hold it, and what can be said of the difference."""

    theme: str
    old: float | None
    new: float | None
    positives: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two codings of `answers` answers of `respondents` respondents; both 0 where there is nothing but the cards.

    micro   micro F1 over all decisions that nobody disputes
    tally   mean over the themes of |coded share - true share|, in points
    """

    ground: Ground
    answers: int
    respondents: int
    micro: Difference
    tally: Difference
    themes: tuple[ThemeChange, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a new model.

    outcome     promoted: it takes over; kept: the old one stays in force; same: it is the one in force
    because     why, as the end of a sentence
    comparison  None where there is no old model to compare it with
    added, gone themes that only the new one has, and that only the old one has
    """

    outcome: Literal["promoted", "kept", "same"]
    because: str
    comparison: Comparison | None = None
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """Decisions per group of respondents and theme, float64 (groups, themes): `clear` ones, `true`, `said`, and `both`."""

    clear: FloatArray
    true: FloatArray
    said: FloatArray
    both: FloatArray

    def drawn(self, weights: FloatArray) -> Counts:
        """Add the groups up, as often as each draw (draws, groups) holds them: counts of (draws, themes)."""
        return Counts(weights @ self.clear, weights @ self.true, weights @ self.said, weights @ self.both)

    @property
    def f1(self) -> FloatArray:
        """F1 (draws, themes), nan where undefined."""
        return _ratio(2 * self.both, self.true + self.said)

    @property
    def micro(self) -> FloatArray:
        """Micro F1 (draws,), nan where undefined."""
        return _ratio(2 * self.both.sum(axis=1), (self.true + self.said).sum(axis=1))

    @property
    def macro(self) -> FloatArray:
        """Mean F1 over the themes that are true somewhere (draws,), nan where none is."""
        held = self.true > 0
        return _ratio(np.where(held, np.nan_to_num(self.f1), 0).sum(axis=1), held.sum(axis=1).astype(np.float64))

    @property
    def tally_error(self) -> FloatArray:
        """Mean error of the themes' shares (draws,) in points; a theme without a clear decision counts for none."""
        asked = self.clear > 0
        error = np.where(asked, np.abs(np.nan_to_num(_ratio(self.said - self.true, self.clear))), 0)
        return 100 * _ratio(error.sum(axis=1), asked.sum(axis=1).astype(np.float64))


def counted(truth: BoolArray, clear: BoolArray, chosen: BoolArray, groups: IntArray) -> Counts:
    """Count decisions; `truth`, `clear` (nobody disputes it) and `chosen` are (answers, themes), `groups` (answers,)."""
    size = int(groups.max()) + 1 if len(groups) else 0

    def summed(cells: BoolArray) -> FloatArray:
        columns = [np.bincount(groups, weights=column, minlength=size) for column in cells.T]
        return np.stack(columns, axis=1) if columns else np.zeros((size, 0))

    true, said = truth & clear, chosen & clear
    return Counts(summed(clear), summed(true), summed(said), summed(true & said))


def groups_of(respondents: Sequence[str]) -> IntArray:
    """Number the respondents (answers,), as they come; beyond MOST_GROUPS several share a number."""
    number = {each: place % MOST_GROUPS for place, each in enumerate(dict.fromkeys(respondents))}
    return np.fromiter((number[each] for each in respondents), dtype=np.int64, count=len(respondents))


def draws_of(groups: IntArray, seed: int, draws: int = DRAWS) -> FloatArray:
    """Draw groups with replacement: how often each came, float64 (1 + draws, groups); the first row is every group once."""
    size = int(groups.max()) + 1 if len(groups) else 0
    drawn = weights_drawn(np.ones(size, dtype=np.int64), draws, seed)
    return np.concatenate((np.ones((1, size)), *drawn))


def compare(
    themes: Sequence[str],
    truth: BoolArray,
    clear: BoolArray,
    old: BoolArray,
    new: BoolArray,
    respondents: Sequence[str],
    *,
    ground: Ground,
    seed: int = 0,
) -> Comparison:
    """Compare two codings by a paired bootstrap over respondents: both are drawn together, so that their common luck falls out.

    All tables are bool (answers, themes); decisions that are not `clear` are left out. The same seed gives the same intervals.
    A theme's p is twice the share of draws on the other side of zero; those of themes with enough positives are held against
    FALSE_DISCOVERIES together.
    """
    groups = groups_of(respondents)
    weights = draws_of(groups, seed)
    one, two = (counted(truth, clear, chosen, groups).drawn(weights) for chosen in (old, new))
    standings = _standings(one.true[0], two.f1 - one.f1)
    return Comparison(
        ground,
        len(truth),
        len(set(respondents)),
        _difference(one.micro, two.micro),
        _difference(one.tally_error, two.tally_error),
        tuple(
            ThemeChange(theme, _known(before), _known(after), int(positives), standing)
            for theme, before, after, positives, standing in zip(
                themes, one.f1[0].tolist(), two.f1[0].tolist(), one.true[0].tolist(), standings, strict=True
            )
        ),
    )


def interval(drawn: FloatArray) -> tuple[float, float] | None:
    """Return the 95 % interval of a figure whose first entry is the figure itself and whose others are its draws; None where unknown."""
    return None if np.isnan(drawn[0]) else percentiles(drawn[1:])


def _difference(old: FloatArray, new: FloatArray) -> Difference:
    low, high = interval(new - old) or (None, None)
    return Difference(_known(old[0]), _known(new[0]), _known(new[0] - old[0]), low, high)


def _standings(positives: FloatArray, changes: FloatArray) -> list[Standing]:
    """Say of each theme what its changes (1 + draws, themes), the first row the one that was seen, allow to say."""
    seen, drawn = np.nan_to_num(changes[0]), np.nan_to_num(changes[1:])
    other_side = np.where(seen < 0, drawn >= 0, drawn <= 0)
    p = np.minimum(1, 2 * (1 + other_side.sum(axis=0)) / (1 + len(drawn)))
    enough = positives >= FEWEST_POSITIVES
    found = np.zeros(len(seen), dtype=np.bool_)
    found[enough] = discoveries(p[enough])
    return [
        "too few to tell" if not told else "within chance" if not certain else "worse" if change < 0 else "better"
        for told, certain, change in zip(enough.tolist(), found.tolist(), seen.tolist(), strict=True)
    ]


def discoveries(p: FloatArray, rate: float = FALSE_DISCOVERIES) -> BoolArray:
    """Say of each p whether it is a discovery at a false discovery rate. Source: Benjamini and Hochberg 1995."""
    order = np.argsort(p, kind="stable")
    below = p[order] <= rate * np.arange(1, len(p) + 1) / max(len(p), 1)
    found = np.zeros(len(p), dtype=np.bool_)
    found[order[: int(np.flatnonzero(below).max(initial=-1)) + 1]] = True
    return found


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _ratio(top: FloatArray, bottom: FloatArray) -> FloatArray:
    return np.asarray(np.divide(top, bottom, out=np.full(top.shape, np.nan), where=bottom > 0))

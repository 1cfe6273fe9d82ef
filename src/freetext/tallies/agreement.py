"""Agreement: how alike coders code the same answers, theme by theme and in whole sets."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Literal

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.coders import Panel
from freetext.tallies.agreement_figures import NOT_TWO, Agreement, Difference, Figure, PairAgreement, ThemeAgreement
from freetext.tallies.bootstrap import DRAWS, none_seen, percentiles, weights_drawn
from freetext.tallies.coefficients import Coefficients, coefficients, set_alpha
from freetext.tallies.set_distances import jaccard, masi, sets_named

NO_ANSWERS = "no answer was coded by two coders"
NOBODY, EVERYBODY = "nobody gave it", "it was given to every answer"
ONE_SET = "all answers got the same themes"

Coefficient = Literal["alpha", "kappa", "ac1", "positive"]


@dataclass(frozen=True, slots=True, eq=False)
class _Kinds:
    """The answers of a panel by kind: those of which all coders said the same things are one. `counts` (p,) says how many they are."""

    values: IntArray
    sets: BoolArray
    counts: IntArray
    given: BoolArray
    said: BoolArray

    @property
    def themes(self) -> IntArray:
        """Int (c, p, k): given 1, not given 0, nothing said -1."""
        return np.where(self.said[:, :, None], self.given.astype(np.int64), -1)


def agreement_of(panel: Panel, *, draws: int = DRAWS, seed: int = 0) -> Agreement:
    """Work out how far the coders of a panel agree, on the answers that two of them or more decided on.

    Intervals are percentiles of `draws` draws of answers; the same seed gives the same ones, in whatever order answers and coders
    stand. Where coders never differ, no draw does: the lower end is then the figure with as many differences as the rule
    of three still allows.
    """
    shared = panel.shared
    kinds = _kinds(shared)
    return Agreement(
        panel.codeframe.name,
        panel.coders,
        len(shared),
        int(shared.said.sum()),
        _themes(shared, kinds, draws, seed),
        _set_figure(kinds, masi(kinds.sets), draws, seed),
        _set_figure(kinds, jaccard(kinds.sets), draws, seed),
        _identical(kinds),
        tuple(_pair(panel.of(pair), draws, seed) for pair in combinations(panel.coders, 2) if len(panel.coders) > 2),
        tuple(differences(shared)),
    )


def differences(panel: Panel) -> list[Difference]:
    """List the answers on which two coders differ in any theme."""
    slugs, found = panel.codeframe.slugs, []
    for row in np.flatnonzero(_apart(panel.given, panel.said).any(axis=1)).tolist():
        said = tuple(
            tuple(slugs[theme] for theme in np.flatnonzero(panel.given[coder, row]).tolist())
            if panel.said[coder, row]
            else None
            for coder in range(len(panel.coders))
        )
        found.append(Difference(*panel.keys[row], said))
    return found


def _apart(given: BoolArray, said: BoolArray) -> BoolArray:
    """Whether coders differ, bool (n, k): some of those who decided gave the theme, and some did not."""
    return np.logical_and(given.any(axis=0), (~given & said[:, :, None]).any(axis=0))


def _kinds(panel: Panel) -> _Kinds:
    """Sort answers into kinds; coders and themes by name, so that their order does not matter."""
    ordered, by_slug = panel.of(sorted(panel.coders)), np.argsort(np.array(panel.codeframe.slugs))
    values, sets = sets_named(ordered.given[:, :, by_slug], ordered.said)
    _, first, counts = np.unique(values, axis=1, return_index=True, return_counts=True)
    return _Kinds(values[:, first], sets, counts, ordered.given[:, first], ordered.said[:, first])


def _identical(kinds: _Kinds) -> float | None:
    same = ~_apart(kinds.given, kinds.said).any(axis=1)
    return float(kinds.counts[same].sum() / kinds.counts.sum()) if len(kinds.counts) else None


def _pair(panel: Panel, draws: int, seed: int) -> PairAgreement:
    kinds = _kinds(panel.shared)
    first, second = panel.coders
    figure = _set_figure(kinds, masi(kinds.sets), draws, seed)
    return PairAgreement((first, second), int(kinds.counts.sum()), _identical(kinds), figure)


def _set_figure(kinds: _Kinds, distances: FloatArray, draws: int, seed: int) -> Figure:
    """Alpha of whole sets, with these distances between them."""
    if not len(kinds.counts):
        return Figure(None, why=NO_ANSWERS)
    once = kinds.counts[None, :].astype(np.float64)
    alike = not _apart(kinds.given, kinds.said).any()
    value = set_alpha(kinds.values, distances, once)[0]
    doubted = set_alpha(kinds.values, distances, once, doubt=none_seen(float(kinds.counts.sum())))[0]
    batches = weights_drawn(kinds.counts, draws, seed, wide=len(distances))
    drawn = [set_alpha(kinds.values, distances, weights) for weights in batches]
    return _figure(float(value), np.concatenate(drawn or [np.empty(0)]), float(doubted) if alike else None, ONE_SET)


def _themes(panel: Panel, kinds: _Kinds, draws: int, seed: int) -> tuple[ThemeAgreement, ...]:
    """Agreement on each theme; no figure is defined where no answer is shared."""
    figures = _theme_figures(kinds, draws, seed)
    ones, decisions = panel.given.sum(axis=(0, 1)), int(panel.said.sum())
    given, differ = panel.given.any(axis=0).sum(axis=0), _apart(panel.given, panel.said).sum(axis=0)

    def theme(place: int, slug: str, name: str) -> ThemeAgreement:
        why = _undefined(len(panel), int(ones[place]), decisions)
        alone = not differ[place]
        return ThemeAgreement(
            slug,
            name,
            len(panel),
            int(given[place]),
            int(differ[place]),
            float(ones[place] / decisions) if decisions else None,
            figures.at("alpha", place, why, alike=alone),
            figures.at("kappa", place, why if len(panel.coders) == 2 else NOT_TWO, alike=alone),
            figures.at("ac1", place, why, alike=alone),
            figures.at("positive", place, why, alike=alone),
        )

    return tuple(theme(place, each.slug, each.name) for place, each in enumerate(panel.codeframe.themes))


@dataclass(frozen=True, slots=True, eq=False)
class _ThemeFigures:
    """The coefficients as found, as found with differences that may be, and as drawn."""

    found: Coefficients
    doubted: Coefficients
    drawn: tuple[Coefficients, ...]

    def at(self, name: Coefficient, place: int, why: str, *, alike: bool) -> Figure:
        """One coefficient of one theme; `alike` says that coders never differ about it."""
        drawn = np.concatenate([getattr(each, name)[:, place] for each in self.drawn] or [np.empty(0)])
        doubted = float(getattr(self.doubted, name)[0, place]) if alike else None
        return _figure(float(getattr(self.found, name)[0, place]), drawn, doubted, why)


def _theme_figures(kinds: _Kinds, draws: int, seed: int) -> _ThemeFigures:
    values, once = kinds.themes, kinds.counts[None, :].astype(np.float64)
    batches = weights_drawn(kinds.counts, draws, seed, wide=2 * values.shape[2])
    return _ThemeFigures(
        coefficients(values, once),
        coefficients(values, once, doubt=none_seen(float(kinds.counts.sum()))),
        tuple(coefficients(values, weights) for weights in batches),
    )


def _undefined(n: int, ones: int, decisions: int) -> str:
    """Why figures of a theme can be undefined."""
    if not n:
        return NO_ANSWERS
    return NOBODY if not ones else EVERYBODY if ones == decisions else ""


def _figure(value: float, drawn: FloatArray, doubted: float | None, why: str) -> Figure:
    """Make a figure of its value, its draws and, where coders never differ, the lower end that is still allowed; nan is undefined."""
    if np.isnan(value):
        return Figure(None, why=why)
    if doubted is not None:
        return Figure(value, max(-1.0, min(value, doubted)), value)
    low, high = percentiles(drawn) or (None, None)
    return Figure(value, low, high)

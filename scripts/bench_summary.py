"""Outcomes to figures: means over draws, and how far the difference to the plain pipeline could be chance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bench_data import truth_of
from bench_scores import MEASURES, Outcome, Part, drawn_weights, measured
from bench_sets import QUESTIONS, Trial
from freetext.survey.answers import FloatArray

REPLICATES = 400
Key = tuple[str, int, str]
"""Set, size and system."""


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """A system on a set at a size.

    means       each measure's mean over draws
    replicates  the same in each replicate (replicates,): draws and respondents drawn anew, alike for all systems
    parts       micro and macro F1 of each tested part (parts,)
    """

    means: dict[str, float]
    replicates: dict[str, FloatArray]
    parts: dict[str, FloatArray]
    seconds: float
    rate: float
    taught: float
    tested: float


@dataclass(frozen=True, slots=True)
class Gap:
    """The difference of two systems: its mean, a 95 % interval, and the standard error of the mean over tested parts."""

    mean: float
    low: float
    high: float
    error: float


class Tests:
    """All outcomes of one set at one size, system by system, as they come in."""

    def __init__(self) -> None:
        """Begin with none."""
        self._parts: dict[str, dict[int, list[tuple[Trial, Outcome]]]] = defaultdict(lambda: defaultdict(list))

    def add(self, system: str, trial: Trial, outcome: Outcome) -> None:
        """Add what a system made of a trial."""
        self._parts[system][trial.seed].append((trial, outcome))

    def summaries(self) -> dict[str, Summary]:
        """Measure every system; those that lack a part that another has are left out."""
        counts = {system: sum(map(len, draws.values())) for system, draws in self._parts.items()}
        whole = [system for system, count in counts.items() if count == max(counts.values())]
        trials = [trial for system in whole[:1] for draw in self._parts[system].values() for trial, _ in draw]
        people = {name: place for place, name in enumerate(sorted({name for each in trials for name in _people(each)}))}
        weights = drawn_weights(len(people), REPLICATES)
        return {system: _summary(list(self._parts[system].values()), people, weights) for system in whole}


def _people(trial: Trial) -> list[str]:
    return [row[trial.respondent] for row in trial.test]


def _summary(draws: Sequence[Sequence[tuple[Trial, Outcome]]], people: dict[str, int], weights: FloatArray) -> Summary:
    parts = [[_part(trial, outcome, people) for trial, outcome in draw] for draw in draws]
    pooled = draws[0][0][0].survey in QUESTIONS
    even = np.ones((1, weights.shape[1]))
    exact = [measured(draw, even, pooled=pooled) for draw in parts]
    resampled = [measured(draw, weights, pooled=pooled) for draw in parts]
    picks = np.random.default_rng(1).integers(len(draws), size=(len(weights), len(draws)))
    each = [measured([part], even) for draw in parts for part in draw]
    flat = [pair for draw in draws for pair in draw]
    return Summary(
        {name: float(np.mean([draw[name] for draw in exact])) for name in MEASURES},
        {name: _picked(np.stack([draw[name] for draw in resampled]), picks) for name in MEASURES},
        {name: np.concatenate([part[name] for part in each]) for name in ("micro", "macro")},
        float(np.mean([outcome.seconds for _, outcome in flat])),
        float(np.median([outcome.rate for _, outcome in flat])),
        float(np.mean([len(trial.train) for trial, _ in flat])),
        float(np.mean([len(trial.test) for trial, _ in flat])),
    )


def _part(trial: Trial, outcome: Outcome, people: dict[str, int]) -> Part:
    places = np.array([people[name] for name in _people(trial)], dtype=np.int64)
    return Part(truth_of(trial.test, trial.themes), places, outcome)


def _picked(draws: FloatArray, picks: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> FloatArray:
    """Average in each replicate the draws that were picked in it."""
    return np.asarray(draws[picks.T, np.arange(draws.shape[1])].mean(axis=0))


def gap(ours: Summary, theirs: Summary, measure: str) -> Gap:
    """Compare two systems on the same draws."""
    apart = ours.replicates[measure] - theirs.replicates[measure]
    low, high = np.nanpercentile(apart, [2.5, 97.5])
    error = 0.0
    if measure in ours.parts:
        parts = ours.parts[measure] - theirs.parts[measure]
        error = float(parts.std(ddof=1) / np.sqrt(len(parts))) if len(parts) > 1 else float(apart.std())
    return Gap(ours.means[measure] - theirs.means[measure], float(low), float(high), error)


def summaries_of(outcomes: Iterable[tuple[str, Trial, Outcome]]) -> dict[Key, Summary]:
    """Measure all outcomes of one set."""
    tests: dict[tuple[str, int], Tests] = defaultdict(Tests)
    for system, trial, outcome in outcomes:
        tests[trial.survey, trial.size].add(system, trial, outcome)
    return {
        (survey, size, system): summary
        for (survey, size), each in tests.items()
        for system, summary in each.summaries().items()
    }

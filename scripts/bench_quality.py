"""Quality on coded surveys: freetext beside its rivals, at full size, at few labels, and with questions told or not.

    python scripts/bench.py quality [--data DIR] [--sets ...] [--sizes ...] [--systems ...] [--out docs/quality.md]

What a run has found is kept (--cache), by a hash of the engine's sources and of the data, so that it can go on where it ended.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench_data import truth_of
from bench_kept import SYSTEMS, outcome_of, wants
from bench_page import page
from bench_rivals import RIVALS, SLOW
from bench_scores import Outcome, Part, measured
from bench_sets import SETS, Trial
from bench_summary import Key, Summary, summaries_of
from bench_systems import Means


@dataclass(frozen=True, slots=True)
class Asked:
    """What to run, and where the page goes."""

    sets: Sequence[str]
    sizes: Sequence[int]
    systems: Sequence[str]
    out: Path | None


def quality(data: Path, asked: Asked, means: Means) -> None:
    """Run all that is asked for, and write the page."""
    means.cache.mkdir(parents=True, exist_ok=True)
    missing(asked.systems)
    found: dict[Key, Summary] = {}
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Mean of empty slice", RuntimeWarning)  # a replicate without any theme
        warnings.filterwarnings("ignore", "All-NaN slice", RuntimeWarning)
        for name in asked.sets:
            found |= summaries_of(list(outcomes(name, data, asked.sizes, asked.systems, means)))
    if asked.out is not None:
        asked.out.write_text(page(found), encoding="utf-8")


def missing(systems: Sequence[str]) -> None:
    """Say which rivals are not installed: of these only what was kept of them is told."""
    for system in systems:
        if system in RIVALS and RIVALS[system].missing:
            print(f"{system}: nothing new; install {RIVALS[system].missing} by hand")


def outcomes(
    name: str, data: Path, sizes: Sequence[int], systems: Sequence[str], means: Means
) -> Iterator[tuple[str, Trial, Outcome]]:
    """Run the systems on a set's trials; a set that is not there is skipped."""
    try:
        for trial in SETS[name](data, sizes):
            for system in systems:
                if not wanted(system, trial, systems):
                    continue
                outcome = outcome_of(system, trial, means)
                if outcome is not None:
                    print(line(system, trial, outcome), flush=True)
                    yield system, trial, outcome
    except FileNotFoundError as error:
        print(f"{name}: skipped; there is no {error.filename}")


def wanted(system: str, trial: Trial, systems: Sequence[str]) -> bool:
    """Whether a system is asked anything by a trial: the transformer nothing that takes hours, unless nothing else is asked."""
    if trial.survey.startswith("question_"):
        return system in {"freetext", "fastText", "transformer"} and wants(system, trial)
    return wants(system, trial) and not (system == "transformer" and trial.survey in SLOW and len(systems) > 1)


def line(system: str, trial: Trial, outcome: Outcome) -> str:
    """Lay out one outcome."""
    part = Part(truth_of(trial.test, trial.themes), np.arange(len(trial.test)), outcome)
    found = {name: float(value[0]) for name, value in measured([part], np.ones((1, len(trial.test)))).items()}
    told = "  ".join(f"{name} {value:.3f}" for name, value in found.items())
    size = "all" if trial.size < 0 else trial.size
    return f"{trial.survey} {size} {trial.seed}.{trial.fold}  {system:24} {told}  {outcome.seconds:.1f} s  {outcome.rate:,.0f}/s"


__all__ = ["SYSTEMS", "Asked", "quality"]

"""How often letters say that two columns differ when they do not: simulated, through the same calls as a tally.

Prints the rate of false letters at 95 %, uncorrected, for bases and shares, with and without overlap and weights, and where an audit
corrects a machine's codes; then how many tables without any difference have a letter at all, by correction.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codeframe import codeframe_of
from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Banner, Responses
from freetext.tallies.conventions import CORRECTIONS, Conventions, Correction
from freetext.tallies.crosstab import table_of
from freetext.tallies.letters import lettered
from freetext.tallies.sums import sums_of
from freetext.tallies.table import TallyTable

BASES, SHARES = (13, 30, 50, 100, 200, 500, 1000), (0.05, 0.2, 0.5, 0.8)
RUNS, TABLES = 4000, 2000
THEMES, COLUMNS, PEOPLE = 15, 4, 600
AT_ONCE = 100
"""Themes of one simulated table: each is a run of its own."""

LEAST = 5
"""The smallest base that is tested here; by default it is 30."""

WAYS = ("plain", "overlap", "weights", "both")


def letters(_data: Path) -> None:
    """Print all figures."""
    print(f"false letters at 95 %, uncorrected, of {RUNS:,} pairs of columns that do not differ, in %")
    for way in WAYS:
        print(f"\n{way:8} base  " + "".join(f"{share:>8.0%}" for share in SHARES))
        for base in BASES:
            rates = [false_letters(base, share, way, RUNS, seed=base) for share in SHARES]
            print(f"{base:>13}  " + "".join(f"{100 * rate:8.1f}" for rate in rates), flush=True)
    print("\naudited: columns of 600 answers, of which so many each were read at random (MOVER-D)")
    for read in (60, 150, 300):
        rates = [false_audited(read, share, RUNS, seed=read) for share in SHARES]
        print(f"{read:>13}  " + "".join(f"{100 * rate:8.1f}" for rate in rates), flush=True)
    print(f"\ntables of {THEMES} x {COLUMNS} without a difference that have any letter, of {TABLES:,}, in %")
    for correction, rate in null_tables(TABLES, seed=1).items():
        print(f"{correction:>13}  {100 * rate:8.1f}", flush=True)


def false_letters(base: int, share: float, way: str, runs: int, *, seed: int) -> float:
    """Return the rate of letters between two columns of this effective base that have the same share.

    With overlap a third of each column is in the other; weights are lognormal, and columns so much larger that the base stays.
    """
    dice = np.random.default_rng((seed, round(100 * share), WAYS.index(way)))
    spread = 0.6 if way in {"weights", "both"} else 0.0
    n = round(base * np.exp(spread**2))
    shared = n // 3 if way in {"overlap", "both"} else 0
    member = np.zeros((2 * n - shared, 2), dtype=np.bool_)
    member[:n, 0] = member[-n:, 1] = True
    found = 0
    for size in _parts(runs):
        weights = dice.lognormal(0, spread, len(member)) if spread else None
        given = dice.random((len(member), size)) < share
        found += _lettered_rows(_table(given, member, weights, "none"))
    return found / runs


def false_audited(read: int, share: float, runs: int, *, seed: int, size: int = 600) -> float:
    """Return the rate of letters between two columns whose codes a machine gave, wrong by 1 in 10 in one and by 1 in 5 in the other."""
    dice = np.random.default_rng((seed, round(100 * share)))
    member = np.repeat(np.eye(2, dtype=np.bool_), size, axis=0)
    found = 0
    for themes in _parts(runs):
        truth = dice.random((len(member), themes)) < share
        wrong = dice.random(truth.shape) < np.where(member[:, :1], 0.1, 0.2)
        given = truth ^ wrong
        scores = np.clip(np.where(given, 0.75, 0.15) + dice.normal(0, 0.15, truth.shape), 0.01, 0.99)
        audited = np.concatenate([dice.permutation(size) < read for _ in range(2)])
        audit = _audit(audited, read / size, truth, scores)
        found += _lettered_rows(_table(given, member, None, "none", audit=audit))
    return found / runs


def null_tables(tables: int, *, seed: int) -> dict[Correction, float]:
    """Return the rate of tables with a letter, by correction: several answers each, shares of 5 to 60 %, no column differs."""
    dice = np.random.default_rng(seed)
    some: dict[Correction, int] = dict.fromkeys(CORRECTIONS, 0)  # type: ignore[arg-type]
    for _ in range(tables):
        given = dice.random((PEOPLE, THEMES)) < dice.uniform(0.05, 0.6, THEMES)
        member = np.eye(COLUMNS, dtype=np.bool_)[dice.integers(0, COLUMNS, PEOPLE)]
        for correction in some:
            some[correction] += _lettered_rows(_table(given, member, None, correction)) > 0
    return {correction: count / tables for correction, count in some.items()}


def _parts(runs: int) -> Iterator[int]:
    for start in range(0, runs, AT_ONCE):
        yield min(AT_ONCE, runs - start)


def _audit(audited: BoolArray, pi: float, truth: BoolArray, scores: FloatArray) -> Audit:
    said = np.where(audited[:, None], truth.astype(np.float64), np.nan)
    return Audit(np.zeros(len(audited), dtype=np.bool_), audited, np.full(len(audited), pi), said, scores)


def _table(
    given: BoolArray,
    member: BoolArray,
    weights: FloatArray | None,
    correction: Correction,
    *,
    audit: Audit | None = None,
) -> TallyTable:
    everybody = np.ones(len(given), dtype=np.bool_)
    source = np.full(given.shape, Source.CLOSED if audit is None else Source.MODEL, dtype=np.uint8)
    frame = codeframe_of([f"theme {place}" for place in range(given.shape[1])])
    responses = Responses("q", "multi", frame, given, source, everybody, everybody, audit=audit)
    banner = Banner("column", tuple(str(place) for place in range(member.shape[1])), member)
    sums = sums_of(responses, banner=banner, weights=weights)
    conventions = Conventions(correction=correction, least_base=LEAST)
    return lettered(table_of(sums, conventions), sums, conventions)


def _lettered_rows(table: TallyTable) -> int:
    return sum(any(cell.letters for cell in row.cells) for row in table.rows)

"""Surveys that are made up, so that the truth is known: themes that a machine scores, a queue that picks by the scores, a random audit.

`drawn` makes many small tables of counts at once, for a grid of sizes; `surveys` makes whole surveys one by one, with weights and columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.tallies.audited import Audited, audited_share
from freetext.tallies.intervals import wilson, wilson_of
from freetext.tallies.prevalence import estimate
from freetext.tallies.strata import EDGES, CellSums, Known, Stratum

Counts = NDArray[np.int64]

QUALITIES = {"poor": (0.7, 1.5), "fair": (1.5, 1.0), "good": (3.0, 1.0)}
"""How far the scores of those with and without the theme lie apart (in standard deviations), and how overconfident they are."""

SIZES, SHARES, AUDITS = (41, 400, 2600, 20_000), (0.02, 0.05, 0.15, 0.4), (30, 60, 150, 400)
BANDS = len(EDGES) + 1
AT_ONCE = 2_000_000
"""Answers made at a time."""

EVEN = EDGES[-1]
"""Where the machine gives the code: the highest band."""

TINY = 1e-9
UNIT = 1000
"""Weights are counted in thousandths."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the grid: `n` answers, the theme's share of all whom they stand for, the model's quality, audited answers.

    The queue picks as many as the audit reads, or half of what the audit leaves; the audit reads among what the queue leaves.
    """

    n: int
    share: float
    quality: str
    audited: int

    @property
    def queued(self) -> int:
        """How many answers the queue picks."""
        return min(self.audited, (self.n - self.audited) // 2)


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Runs of a cell as counts.

    rest, seen  (runs, bands, 2): answers that the queue left, by score band and without or with the theme; those audited of them
    known       (runs, 2): of the queue's answers, without and with it
    machine     (runs,): answers that the machine gives the theme
    coded       (runs,): answers with the theme as the codes stand: people's where they read, else the machine's
    """

    rest: Counts
    seen: Counts
    known: Counts
    machine: Counts
    coded: Counts

    @property
    def truth(self) -> FloatArray:
        """The theme's share among the answers, (runs,)."""
        return np.asarray((self.rest[:, :, 1].sum(axis=1) + self.known[:, 1]) / self.n)

    @property
    def n(self) -> int:
        """How many answers."""
        return int(self.rest[0].sum() + self.known[0].sum())


def grid() -> list[Cell]:
    """Return all cells in which something is left to audit."""
    return [Cell(*each) for each in product(SIZES, SHARES, QUALITIES, AUDITS) if each[-1] < each[0]]


def scores(rng: np.random.Generator, held: BoolArray, share: float, quality: str) -> FloatArray:
    """Score answers (...) of which some hold the theme: calibrated where the model is not overconfident."""
    apart, slope = QUALITIES[quality]
    margins = rng.standard_normal(held.shape, dtype=np.float32) + apart * held
    odds = slope * (apart * margins - apart**2 / 2) + np.log(share / (1 - share))
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float64)


def bands_of(scored: FloatArray) -> IntArray:
    """Return the score bands, lowest 0."""
    return np.asarray(np.sum([scored >= edge for edge in EDGES], axis=0, dtype=np.int64))


def picked(rng: np.random.Generator, scored: FloatArray, count: int) -> BoolArray:
    """Which answers (runs, n) the queue picks: the most uncertain of this theme, beside some for the sake of the other themes."""
    chosen = np.zeros(scored.shape, dtype=np.bool_)
    if count:
        worth = scored * (1 - scored) + 0.15 * rng.random(scored.shape, dtype=np.float32) ** 4
        np.put_along_axis(chosen, np.argpartition(-worth, count - 1, axis=-1)[..., :count], True, axis=-1)
    return chosen


def drawn(cell: Cell, runs: int, rng: np.random.Generator) -> Draws:
    """Make a new population in every run, let the queue pick and the audit read."""
    parts: list[tuple[Counts, ...]] = []
    step = max(1, AT_ONCE // cell.n)
    for start in range(0, runs, step):
        held = rng.random((min(step, runs - start), cell.n), dtype=np.float32) < cell.share
        scored = scores(rng, held, cell.share, cell.quality)
        chosen, bands = picked(rng, scored, cell.queued), bands_of(scored)
        rest = np.array(
            [[((bands == band) & (held == kind) & ~chosen).sum(1) for kind in (0, 1)] for band in range(BANDS)]
        )
        known = np.stack([(chosen & (held == kind)).sum(1) for kind in (0, 1)], axis=1)
        rest = np.moveaxis(rest, -1, 0)
        parts.append((rest, audited(rng, rest, cell.audited), known, (scored >= EVEN).sum(1)))
    rest, seen, known, machine = (np.concatenate(each) for each in zip(*parts, strict=True))
    unread = rest[:, -1].sum(axis=1) - seen[:, -1].sum(axis=1)
    return Draws(rest, seen, known, machine, known[:, 1] + seen[:, :, 1].sum(axis=1) + unread)


def audited(rng: np.random.Generator, rest: Counts, count: int) -> Counts:
    """Read `count` answers at random in each run: multivariate hypergeometric, one kind after the other."""
    kinds = rest.reshape(len(rest), -1)
    seen, left = np.zeros_like(kinds), np.full(len(rest), count)
    behind = kinds.sum(axis=1)
    for kind in range(kinds.shape[1]):
        behind = behind - kinds[:, kind]
        seen[:, kind] = rng.hypergeometric(kinds[:, kind], behind, left)
        left = left - seen[:, kind]
    return seen.reshape(rest.shape)


def sums_of_run(rest: Counts, seen: Counts, known: Counts) -> CellSums:
    """Return the sums of one run: everybody's weight is 1."""
    n, total = int(rest.sum() + known.sum()), int(known.sum())
    pi = max(float(seen.sum() / max(rest.sum(), 1)), TINY)
    strata = (
        Stratum(band, pi, here, here, read, read, read, 2 * held)
        for band, (here, read, held) in enumerate(
            zip(rest.sum(1).tolist(), seen.sum(1).tolist(), seen[:, 1].tolist(), strict=True)
        )
        if here
    )
    return CellSums(n, n, n, Known(total, total, 2 * int(known[1])), tuple(strata))


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """How the intervals of many runs did: (runs,) whether each held the truth, and how wide it was.

    held, width    the estimate's coding interval
    plain, wide    audit-only Wilson's, known answers and finite population minded
    machine        Wilson's interval of the machine's codes, as if they were right
    naive          the same of the codes as they stand: people's where they read, else the machine's
    random         Wilson's of all that people read, the queue's answers too, as if drawn at random
    """

    held: BoolArray
    width: FloatArray
    plain: BoolArray
    wide: FloatArray
    machine: BoolArray
    naive: BoolArray
    random: BoolArray

    @property
    def ratio(self) -> float:
        """The mean width, as a part of audit-only Wilson's."""
        return float(self.width.mean() / self.wide.mean())


def outcome(draws: Draws) -> Outcome:
    """Estimate every run."""
    n = draws.n
    rest, seen, known = draws.rest, draws.seen, draws.known
    runs = range(len(rest))
    found = [estimate(sums_of_run(rest[run], seen[run], known[run])) for run in runs]
    ours = np.array([each.coding for each in found if each is not None])
    plain = np.array([alone(rest[run], seen[run], known[run]) for run in runs])
    machine, naive = (
        np.array([wilson(each / n, n) for each in codes.tolist()]) for codes in (draws.machine, draws.coded)
    )
    read = known.sum(axis=1) + seen.sum(axis=(1, 2))
    given = known[:, 1] + seen[:, :, 1].sum(axis=1)
    mixed = np.array([wilson_of(one / all_, all_, n) for one, all_ in zip(given.tolist(), read.tolist(), strict=True)])
    hits = [within(each, draws.truth) for each in (ours, plain, machine, naive, mixed)]
    return Outcome(hits[0], np.ptp(ours, axis=1), hits[1], np.ptp(plain, axis=1), *hits[2:])


def alone(rest: Counts, seen: Counts, known: Counts) -> tuple[float, float]:
    """Return audit-only Wilson's interval of one run."""
    total = int(known.sum())
    counts = Audited(total + int(rest.sum()), total, float(known[1]), int(seen.sum()), float(seen[:, 1].sum()))
    found = audited_share(counts)
    assert found is not None
    return found[1:]


def within(bounds: FloatArray, truth: FloatArray) -> BoolArray:
    """Which intervals (runs, 2) hold the truth (runs,)."""
    return (bounds[:, 0] - TINY <= truth) & (truth <= bounds[:, 1] + TINY)


@dataclass(frozen=True, slots=True)
class Plan:
    """A survey of 2,600 respondents with columns; in all columns together, or in each, so many answers are audited.

    columns  the share of respondents in each column; `shares` the theme's share there
    audited  by column, so that pi differs; or one number for all
    spread   of the logarithm of the weights: .64 is a design effect of 1.5
    """

    name: str
    columns: tuple[float, ...] = (1.0,)
    shares: tuple[float, ...] = (0.1,)
    audited: tuple[int, ...] = (100,)
    spread: float = 0.0
    n: int = 2600
    queued: int = 60


PLANS = (
    Plan("one column, 30 audited", audited=(30,)),
    Plan("one column, 150 audited", audited=(150,)),
    Plan("rare theme, 60 audited", shares=(0.03,), audited=(60,)),
    Plan("weights, 30 audited", audited=(30,), spread=0.64),
    Plan("weights, 150 audited", audited=(150,), spread=0.64),
    Plan("four columns, one audit", (0.4, 0.3, 0.2, 0.1), (0.05, 0.2, 0.1, 0.4), (300,)),
    Plan("four columns, one audit, weights", (0.4, 0.3, 0.2, 0.1), (0.05, 0.2, 0.1, 0.4), (300,), 0.64),
    Plan("two columns, pi differs", (0.7, 0.3), (0.05, 0.3), (40, 60)),
    Plan("four columns, pi differs", (0.6, 0.2, 0.15, 0.05), (0.05, 0.2, 0.1, 0.4), (30, 30, 30, 30)),
    Plan("four columns, pi differs, weights", (0.6, 0.2, 0.15, 0.05), (0.05, 0.2, 0.1, 0.4), (30, 30, 30, 30), 0.64),
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one survey: its sums, the theme's share in it, and its share among all whom the column stands for."""

    cell: CellSums
    truth: float
    superpopulation: float


def surveys(plan: Plan, quality: str, runs: int, rng: np.random.Generator) -> Iterator[list[Column]]:
    """Make surveys one by one: the total first, then the columns where there are several."""
    overall = float(np.dot(plan.columns, plan.shares))
    for _ in range(runs):
        member = rng.choice(len(plan.columns), plan.n, p=plan.columns)
        held = rng.random(plan.n) < np.array(plan.shares)[member]
        scored = scores(rng, held, overall, quality)
        weights = np.maximum(1, np.rint(UNIT * np.exp(plan.spread * rng.standard_normal(plan.n)))).astype(np.int64)
        known = picked(rng, scored[None], plan.queued)[0]
        read, pi = audit(rng, plan, member, known)
        answers = (held, bands_of(scored), weights, known, read, pi)
        yield [
            Column(
                column_sums(*(each[here] for each in answers)),
                float(np.average(held[here], weights=weights[here])),
                share,
            )
            for here, share in (
                (member >= 0, overall),
                *((member == place, share) for place, share in enumerate(plan.shares) if len(plan.shares) > 1),
            )
        ]


def audit(rng: np.random.Generator, plan: Plan, member: IntArray, known: BoolArray) -> tuple[BoolArray, FloatArray]:
    """Read the first so many of the rest in the order of a random number u; pi is the last u reached."""
    read, pi, draws = np.zeros(plan.n, dtype=np.bool_), np.zeros(plan.n), rng.random(plan.n)
    classes = np.zeros_like(member) if len(plan.audited) == 1 else member
    for place, count in enumerate(plan.audited):
        rest = np.flatnonzero((classes == place) & ~known)
        first = rest[np.argsort(draws[rest])][:count]
        read[first] = True
        pi[classes == place] = draws[first].max() if len(first) < len(rest) else 1 - TINY
    return read, pi


def column_sums(
    held: BoolArray, bands: IntArray, weights: IntArray, known: BoolArray, read: BoolArray, pi: FloatArray
) -> CellSums:
    """Add one column up."""
    strata = []
    for band, each in product(range(BANDS), np.unique(pi[~known]).tolist()):
        here = ~known & (bands == band) & (pi == each)
        seen = weights[here & read]
        if here.any():
            sums = (len(seen), int(seen.sum()), int((seen**2).sum()), 2 * int(weights[here & read & held].sum()))
            strata.append(Stratum(band, each, int(here.sum()), int(weights[here].sum()), *sums))
    certain = Known(int(known.sum()), int(weights[known].sum()), 2 * int(weights[known & held].sum()))
    return CellSums(len(held), int(weights.sum()), int((weights**2).sum()), certain, tuple(strata))

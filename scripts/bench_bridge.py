"""How often the two parts of a change hold the truth, and how wide they are, in waves that are made up.

What answers mean is known, and so is what each coder makes of it: some of what is there is missed, and as much is seen that is not, so
that shares stay. The new codeframe means something else (more answers, or fewer), the new wave holds something else, or both. Beside the
bridge's intervals stand the plain ones: the old wave's share under the new coding from the bridge alone (Wilson's interval), compared
with the old share and the new one as if all were separate samples (MOVER-D).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import product, repeat
from pathlib import Path

import numpy as np

from bench_bridge_whole import whole
from bench_simulated import TINY, UNIT, bands_of, column_sums, picked, scores
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.tallies.audited import FEWEST
from freetext.tallies.intervals import wilson
from freetext.tallies.mover import Between, mover_d
from freetext.tallies.prevalence import Ground, grounded
from freetext.tallies.reread import Reread, Twice, reread
from freetext.tallies.strata import CellSums, Known

RUNS, WHOLE = 2000, 1000
DOUBT, MORE = 0.935, 8000
"""Cells in which any coverage comes out below the first are run anew, so many times, and listed with both values; the first one counts."""
SIZES, SHARES, BRIDGES, SLIPS = (400, 2000), (0.03, 0.1, 0.25, 0.4), (60, 100, 200), (0.0, 0.1, 0.3)
SMALL = (41, 100)
"""Waves of which a theme may be missing altogether; with FEWEST read again, and all."""
QUEUED = 60
SPREAD = 0.64
"""Of the logarithm of the weights: a design effect of 1.5."""

WANTED = 0.93
GAP = re.compile(r"(<!-- measured: bridge -->\n).*?(<!-- end of what was measured -->)", re.DOTALL)

STORIES = {"neither": (1.0, 1.0), "coding": (1.4, 1.0), "world": (1.0, 1.5), "both": (0.7, 1.4)}
"""What the new codeframe makes of a share, and what the world does: factors."""

NAMES = ("coding", "coding in these very answers", "world", "total")

DESIGNS = {
    "people coded all": "people coded all of both waves",
    "weights": "the same with weights (design effect 1.5)",
    "audits": "machines coded both waves, people audited and queued",
    "two sites": "the same with weights, one site audited at four times the rate of the other",
    "two models": "raw codes: the new model coded all of the old wave again",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One cell of the grid: how the waves were coded, answers a wave, the old share, answers read twice, what coders miss, what changed."""

    design: str
    n: int
    share: float
    bridge: int
    slips: float
    story: str

    def told(self) -> str:
        """The cell in words."""
        read = f"{self.bridge:,} read twice, {self.slips:.0%} missed, changed: {self.story}"
        return f"{DESIGNS[self.design]}; {self.n:,} answers, share {self.share}, {read}"


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Of each run: whether coding part, coding part in these very answers, world and total held the truth; widths; the plain widths."""

    held: BoolArray
    width: FloatArray
    plain: FloatArray


def grid() -> list[Case]:
    """Return all cells: coders of three kinds where people coded all, else those who miss one in ten."""
    cells = [Case("people coded all", *each) for each in product(SIZES, SHARES, BRIDGES, SLIPS, STORIES)]
    for design in ("weights", "audits", "two sites"):
        sizes = SIZES if design == "audits" else SIZES[1:]
        cells += [Case(design, *each) for each in product(sizes, SHARES, BRIDGES, (0.1,), STORIES)]
    cells += [Case("two models", n, share, n, 0.1, story) for n, share, story in product(SIZES, SHARES, STORIES)]
    return cells + [
        Case("people coded all", n, share, size, 0.1, story)
        for n, share, story in product(SMALL, SHARES, STORIES)
        for size in (FEWEST, n)
    ]


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A wave as it was coded, (n,): weights, codes, which are known for certain, with which probability; and the ground of its share."""

    weight: IntArray
    codes: BoolArray
    there: BoolArray
    known: FloatArray
    ground: Ground


def said(rng: np.random.Generator, meant: BoolArray, share: float, slips: float) -> BoolArray:
    """What a coder makes of what is meant: a part is missed, and as many are given falsely, so that the share stays."""
    dice = rng.random(len(meant))
    return np.where(meant, dice >= slips, dice < slips * share / (1 - share))


def redefined(rng: np.random.Generator, meant: BoolArray, share: float, factor: float) -> BoolArray:
    """What a new codeframe makes of what was meant: `factor` times as many."""
    dice = rng.random(len(meant))
    more = (factor - 1) * share / (1 - share)
    return meant | (dice < more) if factor >= 1 else meant & (dice < factor)


def coded(rng: np.random.Generator, case: Case, codes: BoolArray) -> Coded:
    """Let a wave be coded as the design has it: by people in full, or by a machine that a queue and an audit correct."""
    n, site = len(codes), rng.random(len(codes)) < 0.3
    uneven = case.design in {"weights", "two sites"}
    drawn = np.exp(SPREAD * uneven * rng.standard_normal(n))
    weight = np.maximum(1, np.rint(UNIT * drawn)).astype(np.int64)
    if case.design not in {"audits", "two sites"}:
        heavy, square, held = (int(each.sum()) for each in (weight, weight**2, weight[codes]))
        ground = grounded(CellSums(n, heavy, square, Known(n, heavy, 2 * held)))
        assert ground is not None
        return Coded(weight, codes, np.ones(n, dtype=np.bool_), np.ones(n), ground)
    scored = scores(rng, codes, case.share, "fair")
    bands, known = bands_of(scored), picked(rng, scored[None], QUEUED)[0]
    read, pi = audit(rng, known, site & (case.design == "two sites"), max(150, case.bridge + 40))
    ground = grounded(column_sums(codes, bands, weight, known, read, pi))
    assert ground is not None
    return Coded(weight, codes, known | read, np.where(known, 1.0, pi), ground)


def audit(rng: np.random.Generator, known: BoolArray, often: BoolArray, count: int) -> tuple[BoolArray, FloatArray]:
    """Read `count` of the rest at random, those of the site `often` at four times the rate."""
    rest = ~known
    rate = np.where(often, 4.0, 1.0)
    pi = np.minimum(count * rate / rate[rest].sum(), 1 - TINY)
    read = np.zeros(len(known), dtype=np.bool_)
    for each in np.unique(often[rest]):
        inside = np.flatnonzero(rest & (often == each))
        size = round(pi[inside[0]] * len(inside))
        read[rng.permutation(inside)[:size]] = True
        pi[inside] = min(size / len(inside), 1 - TINY)
    return read, pi


def run(rng: np.random.Generator, case: Case) -> tuple[list[bool], list[float], list[float]]:
    """Make both waves and a bridge: what held the truth (coding, here, world, total), widths (the same), plain widths (coding, world)."""
    factor, rise = STORIES[case.story]
    before, after = case.share, case.share * rise
    meant, now = rng.random(case.n) < before, rng.random(case.n) < after
    then = coded(rng, case, said(rng, meant, before, case.slips))
    again = said(rng, redefined(rng, meant, before, factor), factor * before, case.slips)
    new = coded(rng, case, said(rng, redefined(rng, now, after, factor), factor * after, case.slips)).ground.interval()
    found, alone = crossed(rng, then, again, case.bridge)
    old = then.ground.interval()
    coding, here, world, total = found.coding(), found.here(), mover_d(new, found.again()), mover_d(new, old)
    moved = float(np.average(again.astype(float) - then.codes, weights=then.weight))
    truths = ((factor - 1) * before, moved, factor * (after - before), factor * after - before)
    ends = ((coding.low, coding.high), here, (world.low, world.high), (total.low, total.high))
    held = [low - TINY <= truth <= high + TINY for (low, high), truth in zip(ends, truths, strict=True)]
    plain = [mover_d(alone, old), mover_d(new, alone)]
    return held, [high - low for low, high in ends], [each.high - each.low for each in plain]


def crossed(rng: np.random.Generator, then: Coded, again: BoolArray, size: int) -> tuple[Reread, Between]:
    """Draw a bridge among what people coded, read it again; also the share under the new coding from the bridge alone."""
    frame = np.flatnonzero(then.there)
    read = rng.permutation(frame)[:size]
    after = np.full(len(again), np.nan)
    after[read] = again[read]
    weight, chance = then.weight.astype(np.float64), np.full(len(again), min(size / len(frame), 1.0))
    before = np.where(then.there, then.codes.astype(np.float64), np.nan)
    v = weight[read] / then.known[read]
    share = float(np.average(again[read], weights=v))
    alone = Between(share, *wilson(share, v.sum() ** 2 / (v**2).sum()))
    return reread(then.ground, Twice(weight, before, then.known, after, chance)), alone


def found_of(case: Case, runs: int, seed: int) -> Found:
    """Make many runs of a cell."""
    rng = np.random.default_rng(seed)
    held, width, plain = zip(*(run(rng, case) for _ in range(runs)), strict=True)
    return Found(np.array(held), np.array(width), np.array(plain))


def bridge(out: Path | None, jobs: int = 1, runs: int = RUNS) -> None:
    """Measure, print, and write the page's part."""
    cells = grid()
    with ProcessPoolExecutor(jobs) as pool:
        made = dict(zip(cells, pool.map(found_of, cells, repeat(runs), range(len(cells)), chunksize=8), strict=True))
        doubted = [case for case, found in made.items() if found.held.mean(axis=0).min() < DOUBT]
        seeds = range(len(cells), len(cells) + len(doubted))
        anew = dict(zip(doubted, pool.map(found_of, doubted, repeat(MORE), seeds), strict=True))
    told = "\n".join((*lines(made, runs), *whole(WHOLE), "", *run_anew(made, anew, runs), ""))
    print(told)
    if out:
        page = out.read_text(encoding="utf-8")
        out.write_text(GAP.sub(lambda gap: gap[1] + told + gap[2], page), encoding="utf-8")
        print(f"wrote {out.name}")


def lines(made: dict[Case, Found], runs: int) -> Iterator[str]:
    """Lay the figures out for the page."""
    yield from summary(made, runs)
    yield "\n| how the waves were coded | answers | read twice | coding | in these very answers | world | total | width: coding | world | of the plain: coding | world |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for design, n, size in dict.fromkeys((case.design, case.n, case.bridge) for case in made):
        group = [found for case, found in made.items() if (case.design, case.n, case.bridge) == (design, n, size)]
        yield f"| {DESIGNS[design]} | {n:,} | {'all' if size == n else size} | {figures(group)} |"
    yield "\nBy share, where people coded all of 2,000 answers and each time miss one mention in ten; widths in points:\n"
    yield "| share | read twice | width: coding | plain | width: world | plain |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for share, size in product(SHARES, BRIDGES):
        yield by_share(made, share, size)


def summary(made: dict[Case, Found], runs: int) -> Iterator[str]:
    """Say what it comes to."""
    rates = {case: found.held.mean(axis=0) for case, found in made.items()}
    below = sum(bool((each < WANTED).any()) for each in rates.values())
    yield f"{len(made)} cells of {runs:,} runs. Coverage of the 95 % intervals, mean over the cells, and the lowest cell:\n"
    for place, name in enumerate(NAMES):
        worst = min(rates, key=lambda case: rates[case][place])
        mean = np.mean([each[place] for each in rates.values()])
        yield f"- {name}: mean {mean:.3f}, lowest {rates[worst][place]:.3f} ({worst.told()})"
    yield f"- cells in which any of the four is below {WANTED}: {below}"


def run_anew(made: Mapping[Case, Found], anew: Mapping[Case, Found], runs: int) -> Iterator[str]:
    """List the cells that were run anew with both values of each; neither is chosen, for the tables hold the first."""
    if not anew:
        yield f"No cell has a coverage below {DOUBT}."
        return
    yield f"Every cell in which any coverage was below {DOUBT}, as the tables have it and run anew, {MORE:,} times, with other random numbers:\n"
    yield f"| cell | runs | {' | '.join(NAMES)} |"
    yield "| --- " * (2 + len(NAMES)) + "|"
    for case, found in anew.items():
        for count, each in ((runs, made[case]), (MORE, found)):
            rates = " | ".join(f"{rate:.3f}" for rate in each.held.mean(axis=0))
            yield f"| {case.told()} | {count:,} | {rates} |"


def figures(group: Sequence[Found]) -> str:
    """Lay out some cells: the lowest coverage of each part, mean widths in points, and as a part of the plain ones."""
    lowest = [f"{low:.3f}" for low in np.min([each.held.mean(axis=0) for each in group], axis=0)]
    wide, plain = (np.mean([getattr(each, part).mean(axis=0) for each in group], axis=0) for part in ("width", "plain"))
    widths = [f"{100 * wide[0]:.1f}", f"{100 * wide[2]:.1f}", f"{wide[0] / plain[0]:.2f}", f"{wide[2] / plain[1]:.2f}"]
    return " | ".join([*lowest, *widths])


def by_share(made: dict[Case, Found], share: float, size: int) -> str:
    """Lay out the widths at one share and one size of the bridge, over all stories."""
    asked = ("people coded all", SIZES[-1], share, size, 0.1)
    group = [
        found for case, found in made.items() if (case.design, case.n, case.share, case.bridge, case.slips) == asked
    ]
    wide, plain = (
        100 * np.mean([getattr(each, part).mean(axis=0) for each in group], axis=0) for part in ("width", "plain")
    )
    return f"| {share} | {size} | {wide[0]:.1f} | {plain[0]:.1f} | {wide[2]:.1f} | {plain[1]:.1f} |"

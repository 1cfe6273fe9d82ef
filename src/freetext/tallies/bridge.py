"""How much of a change is the world's, and how much the coding's: a part of the old wave is coded again, blind, as the new wave is.

    theta_11  OLD as it was coded then          total  = theta_22 - theta_11
    theta_12  OLD under the new coding          world  = theta_22 - theta_12
    theta_22  NEW                               coding = theta_12 - theta_11,   total = world + coding

A coding is whatever makes codes: a codeframe, and the people or the model that apply it. Both waves are read in one way. Of people:
shares are what people say (all of it, or corrected by an audit), so that the coding part is how far today's coders and codeframe mean
something else than those of then, and pairs are answers that people coded in either time. Of raw codes: shares are what the models
gave, and the coding part is the models' difference on the same answers, known to the letter where the new one coded all of them.

Chained comparisons of this kind: double-coded bridge samples of occupation and cause-of-death statistics (dual coding, comparability
ratios: Anderson and others 2001); the estimator is of two-phase sampling (see `reread`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np

from freetext.survey.answers import FloatArray
from freetext.survey.responses import Banner, Responses
from freetext.tallies.audited import FEWEST
from freetext.tallies.bridge_parts import Bridge, BridgeKind, BridgeRow, Parts
from freetext.tallies.bridge_wave import Rereading, Wave, wave_of
from freetext.tallies.carried import COMPARABLE, Origin
from freetext.tallies.changes import EVERYBODY, LEAST, RATE, beyond_chance, families
from freetext.tallies.conventions import Correction
from freetext.tallies.counts import population_of
from freetext.tallies.grounds import Standing, reach_at, reach_of, standing
from freetext.tallies.mover import Between, mover_d
from freetext.tallies.mover_tests import LEVELS, mover_p
from freetext.tallies.multiplicity import told
from freetext.tallies.prevalence import Ground
from freetext.tallies.reread import Reread, Twice, reread
from freetext.tallies.sums import Sums
from freetext.tallies.table import BaseKind

UNPAIRED = (
    "{n} of the bridge tell nothing of the coding: in OLD people had not coded them, or not in the audit's order."
)

NOTHING = Ground(0.0, 0.0, 0.0, (), (0.0, 0.0), inf, 0)
"""The ground of a theme that nobody could give: nobody has it, here or elsewhere."""


def bridged(
    old: Responses,
    rereading: Rereading,
    new: Sums,
    *,
    banner: Banner | None = None,
    weights: Sequence[float] | FloatArray | None = None,
    base: BaseKind = "answered",
    origins: Mapping[str, Origin] | None = None,
    raw: bool = False,
    population: tuple[int | None, int | None] = EVERYBODY,
    correction: Correction = "bh",
    rate: float = RATE,
    least_base: int = LEAST,
    nets: bool = True,
) -> Bridge:
    """Split the change of every line and column (by NEW's name) in two; see this module.

    `old` is OLD, `carried` to today's codeframe, one row a respondent; `banner`, `weights` and `base` are OLD's. `origins` say which
    themes OLD could not be coded with. The total's and the world's intervals are MOVER-D's, the coding part's is that of a paired
    difference (`reread`). A column needs 30 answers that were read twice, or all of its own.
    """
    wave = wave_of(old, rereading, banner, weights, base, raw=raw)
    columns = {name: place for place, name in enumerate(wave.sums.columns)}
    rows = {line.theme.slug: place for place, line in enumerate(wave.sums.lines)}
    found = [
        _parts(
            wave,
            (rows.get(line.theme.slug), columns.get(name), population[0]),
            standing(new, row, column, population[1], raw=raw),
            (origins or {}).get(line.theme.slug, Origin(line.theme.slug, "same")),
            tested=(nets or not line.net) and int(new.shared_n[column, column]) >= least_base,
        )
        for row, line in enumerate(new.lines)
        for column, name in enumerate(new.columns)
    ]
    width = len(new.columns)
    cells = _counted(found, width, correction, rate)
    lined = tuple(
        BridgeRow(
            line.theme.slug,
            line.theme.name,
            line.depth,
            line.net,
            line.theme.reserved,
            tuple(cells[place * width : (place + 1) * width]),
        )
        for place, line in enumerate(new.lines)
    )
    tests = families([each.world_p for each in found], width)
    notes, read = tuple(_notes(wave)), max((each.read for each in found), default=0)
    return Bridge(new.question, new.title, new.banner, new.columns, lined, read, _told(correction, tests), notes, raw)


@dataclass(frozen=True, slots=True, eq=False)
class _Basis:
    """What a cell's parts rest on: the ground of the old share, everybody's two codes, and whether the old share is a figure of its own."""

    kind: BridgeKind
    ground: Ground
    answers: Twice
    said: str = ""


def _parts(
    wave: Wave, place: tuple[int | None, int | None, int | None], now: Standing, origin: Origin, *, tested: bool
) -> Parts:
    """Split one cell's change; `place` is OLD's line, column and population."""
    line, column, population = place
    new = now.ground.interval() if now.ground else None
    if line is None or column is None:
        kind: BridgeKind = "new" if line is None else "no column"
        return Parts(kind, new=new, said="not in OLD" if line is None else "no such column in OLD")
    before = standing(wave.sums, line, column, population, raw=wave.raw)
    basis = _basis(wave, (line, column, population), before, origin)
    old = basis.ground.interval() if basis and basis.kind == "bridge" else None
    if basis is None or now.ground is None or new is None:
        return Parts("no interval", old=old, new=new, said=_missing(before, now))
    there = wave.answered(column)
    pairs = int(np.count_nonzero(there & ~np.isnan(basis.answers.before) & ~np.isnan(basis.answers.after)))
    total = mover_d(new, old) if old else None
    if pairs < FEWEST and pairs < int(np.count_nonzero(there)):
        said = "; ".join(filter(None, (basis.said, f"bridge too small ({pairs:,})")))
        return Parts("bridge too small", old=old, new=new, total=total, read=pairs, said=said)
    inside = basis.answers.take(wave.member[:, column])
    again = reread(basis.ground, inside, population_of(wave.sums, column, population))
    found = replace(_world(again, now.ground), kind=basis.kind, read=pairs, said=basis.said)
    found = found if old is None else _with_coding(found, again, old)
    return _tested(found, again, now.ground) if tested else found


def _basis(wave: Wave, place: tuple[int, int, int | None], before: Standing, origin: Origin) -> _Basis | None:
    """Choose what the old wave is taken to be.

    Where nobody audited a machine's codes they are no figure to compare with; but of a bridge that was drawn among all answers they still
    tell which are alike, as the strata of an audit do.
    """
    line, column, population = place
    if not wave.sums.shared_w[column, column]:
        return None
    if origin.kind not in COMPARABLE:
        kind: BridgeKind = "split" if origin.kind == "split" else "new"
        return _Basis(kind, NOTHING, wave.without(line, column), origin.told())
    if before.ground is not None:
        said = origin.told() if origin.kind == "wider" else ""
        return _Basis("bridge", before.ground, wave.twice(line, coded=before.coded), said)
    codes = standing(wave.sums, line, column, population, raw=True).ground
    if codes is None or not wave.of_all(column):
        return None
    return _Basis("not audited", codes, wave.twice(line, coded=True), f"{before.why} in OLD")


def _with_coding(found: Parts, again: Reread, old: Between) -> Parts:
    """Add what takes a figure of the old wave: the total and the coding part."""
    assert found.new is not None
    return replace(
        found,
        old=old,
        total=mover_d(found.new, old),
        coding=again.coding(),
        here=again.here(),
        gained=again.gained,
        lost=again.lost,
    )


def _world(again: Reread, now: Ground) -> Parts:
    """What the bridge says of OLD under the new coding, and of the world's part."""
    share, new = again.again(), now.interval()
    return Parts("bridge", again=share, new=new, world=mover_d(new, share))


def _tested(found: Parts, again: Reread, now: Ground) -> Parts:
    """Add the p of both parts: 1 less the highest level at which the interval leaves 0 out."""
    shares, codings = zip(*(again.both(level) for level in LEVELS), strict=True)
    world = float(mover_p(reach_of(now), reach_at(shares))[0])
    if found.coding is None:
        return replace(found, world_p=world)
    none = reach_at([Between(0.0, 0.0, 0.0)] * len(LEVELS))
    return replace(found, world_p=world, coding_p=float(mover_p(reach_at(codings), none)[0]))


def _missing(before: Standing, now: Standing) -> str:
    whys = ((before, "OLD"), (now, "NEW"))
    return "; ".join(f"{each.why} in {wave}" for each, wave in whys if each.ground is None)


def _counted(found: Sequence[Parts], columns: int, correction: Correction, rate: float) -> list[Parts]:
    """Say which parts count: the world's among themselves, and the coding's."""
    world = beyond_chance([each.world_p for each in found], columns, correction, rate)
    coding = beyond_chance([each.coding_p for each in found], columns, correction, rate)
    return [
        replace(each, world_counts=one, coding_counts=other)
        for each, one, other in zip(found, world, coding, strict=True)
    ]


def _notes(wave: Wave) -> Iterator[str]:
    """Say what of the bridge could not be used."""
    told = wave.there if wave.then is None else wave.there & (wave.then > 0)
    lost = int(np.count_nonzero(wave.read & ~told))
    if lost and wave.there[wave.responses.answered].any():
        yield UNPAIRED.format(n=f"{lost:,} {'answer' if lost == 1 else 'answers'}")


def _told(correction: Correction, tests: tuple[int, int]) -> str:
    """Say how the parts were found."""
    apart = ", each part for itself" if any(tests) else ""
    return (
        "Total = world + coding, 95 % intervals. Coding: the same answers of OLD under both codings (paired); world: NEW less OLD under the "
        f"new coding (MOVER-D). {told(correction, *tests)}{apart}."
    )

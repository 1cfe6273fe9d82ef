"""What the share of a cell rests on, whichever way its codes came to be: the same reading as a table's (see `counts.cell_of`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from freetext.survey.codings import Source
from freetext.tallies.counts import population_of
from freetext.tallies.mover import Between
from freetext.tallies.mover_tests import LEVELS, Reach
from freetext.tallies.prevalence import Ground, grounded, too_small
from freetext.tallies.strata import CellSums, Known
from freetext.tallies.sums import Sums


@dataclass(frozen=True, slots=True)
class Standing:
    """What a share rests on, or why nothing can be said of it.

    ground  None where there is no interval; `why` then says so in a few words
    coded   whether everything counts as the codes have it, so that the share is exact but for sampling
    """

    ground: Ground | None
    coded: bool
    why: str = ""


def standing(sums: Sums, line: int, column: int, population: int | None = None, *, raw: bool = False) -> Standing:
    """Return what a share rests on; `raw` takes every code as it stands, whoever gave it."""
    if not sums.shared_w[column, column]:
        return Standing(None, coded=False, why="no base")
    own = population_of(sums, column, population)
    known = sums.cells.get((line, column))
    if raw or ((known is None or not sums.sources[line, column, : Source.HUMAN].any()) and not _unsure(sums, column)):
        return Standing(grounded(_as_coded(sums, line, column), population=own), coded=True)
    if _unsure(sums, column):
        return Standing(None, coded=False, why="base rests on machine codes")
    assert known is not None
    read = sum(stratum.audited for stratum in known.strata)
    if known.strata and not sum(stratum.audited for stratum in sums.cells.get((line, 0), known).strata):
        return Standing(None, coded=False, why="not audited")
    if too_small(known):
        return Standing(None, coded=False, why=f"audit too small ({read:,})")
    ground = grounded(known, population=own)
    return Standing(ground, coded=False, why="" if ground else "not audited")


def _unsure(sums: Sums, column: int) -> bool:
    return any(sums.unsure[column : column + 1])


def _as_coded(sums: Sums, line: int, column: int) -> CellSums:
    n, weight = int(sums.shared_n[column, column]), sums.shared_w[column, column]
    known = Known(n, weight, 2 * sums.given_w[line, column])
    return CellSums(n, weight, sums.shared_w2[column, column], known)


def reach_of(ground: Ground) -> Reach:
    """How far the total intervals of a share reach at each level of the grid of tests."""
    return reach_at([ground.interval(level) for level in LEVELS])


def reach_at(intervals: Sequence[Between]) -> Reach:
    """The same of a share, or of a difference, of which these are the intervals at the levels of the grid."""
    found = np.array(intervals)
    return Reach(found[:1, 0], (found[:, 0] - found[:, 1])[None], (found[:, 2] - found[:, 0])[None])

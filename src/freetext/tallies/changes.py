"""How each share has changed from one wave to the next: in points, with an interval, and whether chance alone could do it.

The waves are taken for separate samples. Where the same respondents answered both, what they said then and now goes together, and the
intervals are wider than they need be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from freetext.tallies.carried import COMPARABLE, Origin
from freetext.tallies.conventions import Correction
from freetext.tallies.grounds import Standing, reach_of, standing
from freetext.tallies.lines import Line
from freetext.tallies.mover import Between, mover_d
from freetext.tallies.mover_tests import mover_p
from freetext.tallies.multiplicity import significant, told
from freetext.tallies.sums import Sums

ChangeKind = Literal["compared", "new", "split", "no interval", "small base", "no column"]
"""Why a change has a number or none.

compared     both waves have the share and its interval
new, split   OLD could not be coded with the theme, or only with a whole of which it is a part
no interval  codes that nobody audited enough, in either wave; or an empty base
small base   a base below the least, respondents or effective: the change and its interval stand, nothing is tested
no column    the other wave does not have the column
"""

RATE = 0.05
LEAST = 30
EVERYBODY = (None, None)


@dataclass(frozen=True, slots=True)
class Change:
    """One theme in one column: both shares and new less old, each with its 95 % interval, 0..1; None where there is none.

    p       of no change at all, by MOVER-D's level inverted; None where nothing was tested
    counts  whether it is beyond chance, the number of comparisons allowed for: those of the total, or those of the banner's columns
    said    what a table prints in place of a number, and of a net that is wider now what came in
    """

    kind: ChangeKind
    old: Between | None = None
    new: Between | None = None
    by: Between | None = None
    p: float | None = None
    counts: bool = False
    said: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One theme or net of today's codeframe, by column."""

    theme: str
    name: str
    depth: int
    net: bool
    reserved: str
    cells: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of one question by the columns of a banner, the total first; `told` says what was tested, `raw` that codes were not corrected."""

    question: str
    title: str
    banner: str
    columns: tuple[str, ...]
    rows: tuple[ChangeRow, ...]
    told: str
    raw: bool = False

    def row(self, theme: str) -> ChangeRow:
        """The row of this slug; raises KeyError."""
        return {row.theme: row for row in self.rows}[theme]


def changes(
    old: Sums,
    new: Sums,
    *,
    origins: Mapping[str, Origin] | None = None,
    raw: bool = False,
    population: tuple[int | None, int | None] = EVERYBODY,
    correction: Correction = "bh",
    rate: float = RATE,
    least_base: int = LEAST,
    nets: bool = True,
) -> Changes:
    """Compare two waves of one question, line by line of NEW and column by column (by name).

        d = theta_new - theta_old,  with MOVER-D's interval of both total intervals

    Sampling and coding errors of both waves are in it. `old` should be the sums of responses that were `carried` to today's codeframe, and
    `origins` say what was new, split or merged; lines are matched by slug. `raw` takes all codes as they stand. Sources: Newcombe
    (1998), Zou and Donner (2008); Benjamini and Hochberg (1995).
    """
    lines = {line.theme.slug: place for place, line in enumerate(old.lines)}
    columns = {name: place for place, name in enumerate(old.columns)}
    found = [
        _change(
            (old, lines.get(line.theme.slug), columns.get(name), population[0]),
            (new, row, column, population[1]),
            (origins or {}).get(line.theme.slug, Origin(line.theme.slug, "same")),
            raw=raw,
            tested=(nets or not line.net, least_base),
        )
        for row, line in enumerate(new.lines)
        for column, name in enumerate(new.columns)
    ]
    width = len(new.columns)
    cells = counted(found, width, correction, rate)
    rows = tuple(_rows(new.lines, cells, width))
    return Changes(
        new.question, new.title, new.banner, new.columns, rows, _told(correction, cells, width, raw=raw), raw
    )


Place = tuple[Sums, int | None, int | None, int | None]
"""A cell: the sums, its line and column, and the population that the total stands for."""


def _change(old: Place, new: Place, origin: Origin, *, raw: bool, tested: tuple[bool, int]) -> Change:
    after = _read(new, raw=raw)
    now = after.ground.interval() if after.ground else None
    if origin.kind not in COMPARABLE or old[1] is None:
        kind: ChangeKind = "split" if origin.kind == "split" else "new"
        return Change(kind, new=now, said=origin.told() or "not in OLD")
    if old[2] is None:
        return Change("no column", new=now, said="no such column in OLD")
    before = _read(old, raw=raw)
    then = before.ground.interval() if before.ground else None
    if before.ground is None or after.ground is None or then is None or now is None:
        return Change("no interval", old=then, new=now, said=_missing(before, after))
    found = Change("compared", then, now, mover_d(now, then), said=origin.told() if origin.kind == "wider" else "")
    if min(_base(old), _base(new)) < tested[1]:
        return replace(found, kind="small base")
    if not tested[0] or then.share == now.share in {0.0, 1.0}:
        return found
    return replace(found, p=float(mover_p(reach_of(after.ground), reach_of(before.ground))[0]))


def _read(place: Place, *, raw: bool) -> Standing:
    sums, line, column, population = place
    assert line is not None
    assert column is not None
    return standing(sums, line, column, population, raw=raw)


def _base(place: Place) -> float:
    """The smaller of respondents and effective base."""
    sums, column = place[0], place[2]
    n, weight, square = (each[column, column] for each in (sums.shared_n, sums.shared_w, sums.shared_w2))
    return float(min(n, weight**2 / square)) if square else 0.0


def _missing(before: Standing, after: Standing) -> str:
    whys = ((before, "OLD"), (after, "NEW"))
    return "; ".join(f"{each.why} in {wave}" for each, wave in whys if each.ground is None)


def counted(found: Sequence[Change], columns: int, correction: Correction, rate: float) -> list[Change]:
    """Say of each change of one table whether it counts."""
    sure = beyond_chance([each.p for each in found], columns, correction, rate)
    return [replace(each, counts=counts) for each, counts in zip(found, sure, strict=True)]


def beyond_chance(
    found: Sequence[float | None], columns: int, correction: Correction = "bh", rate: float = RATE
) -> list[bool]:
    """Say of each p of one table, row by row, whether it counts; what was not tested does not.

    The total's are corrected among themselves, and those of the banner's columns too: so the change of a total counts or does not,
    whichever banner stands beside it.
    """
    p = np.array([np.nan if each is None else each for each in found], dtype=np.float64)
    sure = np.zeros(len(p), dtype=np.bool_)
    of_total = np.arange(len(p)) % max(columns, 1) == 0
    for family in (of_total, ~of_total):
        tested = np.flatnonzero(family & ~np.isnan(p))
        sure[tested] = significant(p[tested], tested // max(columns, 1), correction, rate)
    return [bool(each) for each in sure]


def _rows(lines: Sequence[Line], cells: Sequence[Change], columns: int) -> Iterator[ChangeRow]:
    for place, line in enumerate(lines):
        theme, own = line.theme, tuple(cells[place * columns : (place + 1) * columns])
        yield ChangeRow(theme.slug, theme.name, line.depth, line.net, theme.reserved, own)


def _told(correction: Correction, cells: Sequence[Change], columns: int, *, raw: bool) -> str:
    tests = told(correction, *families([each.p for each in cells], columns))
    errors = (
        "the sampling errors of both waves in it, none of the coding's"
        if raw
        else "sampling and coding errors of both waves in it"
    )
    return f"Change with its 95 % interval, {errors} (MOVER-D). {tests}."


def families(found: Sequence[float | None], columns: int) -> tuple[int, int]:
    """Count what was tested of a table, row by row: of the total, and of the columns of a banner."""
    total = sum(each is not None for each in found[:: max(columns, 1)])
    return total, sum(each is not None for each in found) - total

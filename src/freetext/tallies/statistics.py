"""Sufficient statistics of a coded part, in whole numbers: added batch by batch and part by part, they give the sums of any base.

Every array counts respondents first (index 0 of its first axis) and then the limbs of their weights, 26 bits each, so that all
of it is int64 and exact: a limb's sum over a hundred billion respondents still fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, combinations

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Source
from freetext.survey.responses import Kind, Responses
from freetext.tallies.entries import BANDS, OPEN, SQUARES, STATUSES, Columns, Entries, Marks, entries_of
from freetext.tallies.exact import LIMBS
from freetext.tallies.lines import lines_of

Limbs = Sequence[FloatArray | None]


@dataclass(frozen=True, slots=True, eq=False)
class Cube:
    """One question in the columns of one banner, `c` of them; place 0 of the last axis is who is in none. `d` is 1, or 1 + LIMBS with weights.

    n        (d, STATUSES, 1 + c)
    squares  (SQUARES, STATUSES, 1 + c): of squared weights; (0, ...) without weights
    given    (d, lines, STATUSES, 1 + c)
    bands    (d, lines, OPEN, BANDS, 1 + c)
    sources  (1, lines, OPEN, 5, 1 + c)
    unsure   (1, 1 + c)
    several  (1, STATUSES, 1): who is in more than one column
    shared   (d + squares, STATUSES, (1 + c) * (1 + c)): who is in both of two columns, in either order
    """

    names: tuple[str, ...]
    n: IntArray
    squares: IntArray
    given: IntArray
    bands: IntArray
    sources: IntArray
    unsure: IntArray
    several: IntArray
    shared: IntArray


BY_COLUMN = ("n", "squares", "given", "bands", "sources", "unsure")
ARRAYS = (*BY_COLUMN, "several", "shared")


@dataclass(frozen=True, slots=True, eq=False)
class Statistics:
    """One question of a part: the total, both (d, 2, lines, lines) of two codes of one respondent, and the cubes of its banners by name.

    cold  whether a model that no label taught gave any of the codes
    """

    question: str
    kind: Kind
    codeframe: Codeframe
    weighted: bool
    total: Cube
    both: IntArray
    banners: dict[str, Cube] = field(default_factory=dict)
    cold: bool = False


def blank_cube(names: tuple[str, ...], lines: int, *, weighted: bool) -> Cube:
    """Make a cube in which nobody is."""
    d, squares, slots = 1 + LIMBS * weighted, SQUARES * weighted, 1 + len(names)
    shapes = {
        "n": (d, STATUSES, slots),
        "squares": (squares, STATUSES, slots),
        "given": (d, lines, STATUSES, slots),
        "bands": (d, lines, len(OPEN), BANDS, slots),
        "sources": (1, lines, len(OPEN), 1 + len(Source), slots),
        "unsure": (1, slots),
        "several": (1, STATUSES, 1),
        "shared": (d + squares, STATUSES, 0),
    }
    return Cube(names, **{name: np.zeros(shape, dtype=np.int64) for name, shape in shapes.items()})


def blank_statistics(question: str, kind: Kind, codeframe: Codeframe, *, weighted: bool) -> Statistics:
    """Make the statistics of nobody."""
    size = len(lines_of(codeframe))
    both = np.zeros((1 + LIMBS * weighted, 2, size, size), dtype=np.int64)
    return Statistics(question, kind, codeframe, weighted, blank_cube((), size, weighted=weighted), both)


def counted_in(
    whole: Statistics, responses: Responses, columns: dict[str, Columns], weights: FloatArray | None = None
) -> Statistics:
    """Count a batch of respondents, all of whom were asked, into statistics, whose arrays change; returns them with any new columns."""
    lines = lines_of(whole.codeframe)
    batch = entries_of(responses, lines, weights)
    _count(whole.total, batch, np.zeros(len(batch.status), dtype=np.int64))
    _add(whole.both, batch.pairs.key, batch.pairs.row, batch.heavy)
    banners = dict(whole.banners)
    for name, each in columns.items():
        cube = banners.get(name) or blank_cube(each.names, len(lines), weighted=whole.weighted)
        cube = widened(cube, each.names, range(1, 1 + len(cube.names)))
        for turn, slots in enumerate(each.rounds):
            _count(cube, batch, slots, later=turn > 0)
        banners[name] = _with_shared(cube, batch, each.rounds) if len(each.rounds) > 1 else cube
    return replace(whole, banners=banners)


def widened(cube: Cube, names: tuple[str, ...], places: Sequence[int]) -> Cube:
    """Lay a cube out by more columns; its own stand at these places then, counted from 1."""
    if names == cube.names:
        return cube
    old, new = 1 + len(cube.names), 1 + len(names)
    at = [0, *places]

    def moved(values: IntArray) -> IntArray:
        found = np.zeros((*values.shape[:-1], new), dtype=np.int64)
        found[..., at] = values
        return found

    shared = cube.shared
    if shared.shape[-1]:
        square = np.zeros((*shared.shape[:-1], new, new), dtype=np.int64)
        square[..., np.array(at)[:, None], at] = shared.reshape(*shared.shape[:-1], old, old)
        shared = square.reshape(*shared.shape[:-1], new * new)
    return replace(cube, names=names, shared=shared, **{name: moved(getattr(cube, name)) for name in BY_COLUMN})


def narrowed(cube: Cube, names: Sequence[str]) -> Cube:
    """Keep some columns; nobody may be in the others."""
    at = [0, *(1 + cube.names.index(name) for name in names)]
    shared, width = cube.shared, 1 + len(cube.names)
    if shared.shape[-1]:
        square = shared.reshape(*shared.shape[:-1], width, width)[..., np.array(at)[:, None], at]
        shared = square.reshape(*shared.shape[:-1], len(at) ** 2)
    arrays = {name: getattr(cube, name)[..., at] for name in BY_COLUMN}
    return Cube(tuple(names), **arrays, several=cube.several, shared=shared)


def _count(cube: Cube, batch: Entries, slots: IntArray, *, later: bool = False) -> None:
    """Count a batch in one column a respondent; `later` those who are in one alone."""
    width = cube.n.shape[-1]
    everybody = Marks(np.arange(len(slots)), batch.status)
    unsure = np.flatnonzero(batch.unsure)
    for values, marks, heavy in (
        (cube.n, everybody, batch.heavy),
        (cube.given, batch.given, batch.heavy),
        (cube.bands, batch.bands, batch.heavy),
        (cube.sources, batch.sources, ()),
        (cube.unsure, Marks(unsure, np.zeros_like(unsure)), ()),
    ):
        kept = _among(marks, slots > 0) if later else marks
        _add(values, kept.key * width + slots[kept.row], kept.row, heavy)
    kept = _among(everybody, slots > 0) if later else everybody
    _add_limbs(cube.squares, kept.key * width + slots[kept.row], kept.row, batch.squares)


def _among(marks: Marks, there: BoolArray) -> Marks:
    kept = np.flatnonzero(there[marks.row])
    return Marks(marks.row[kept], marks.key[kept])


def _add(values: IntArray, key: IntArray, row: IntArray, heavy: Limbs) -> None:
    """Count entries by key, and their weights limb by limb."""
    if len(key):
        values[0] += np.bincount(key, minlength=values[0].size).reshape(values.shape[1:])
        _add_limbs(values[1:], key, row, heavy)


def _add_limbs(values: IntArray, key: IntArray, row: IntArray, heavy: Limbs) -> None:
    for place, limb in enumerate(heavy):
        if limb is not None:
            found = np.bincount(key, weights=limb[row], minlength=values[place].size)
            values[place] += found.astype(np.int64).reshape(values.shape[1:])


def _with_shared(cube: Cube, batch: Entries, rounds: Sequence[IntArray]) -> Cube:
    """Count who is in more than one column, and in both of each two."""
    width = cube.n.shape[-1]
    if not cube.shared.shape[-1]:
        cube = replace(cube, shared=np.zeros((*cube.shared.shape[:-1], width * width), dtype=np.int64))
    cube.several[0, :, 0] += np.bincount(batch.status[rounds[1] > 0], minlength=STATUSES)
    d = len(cube.n)
    for one, two in combinations(rounds, 2):
        row = np.flatnonzero(two)
        key = (batch.status[row] * width + one[row]) * width + two[row]
        _add(cube.shared[:d], key, row, batch.heavy)
        _add_limbs(cube.shared[d:], key, row, batch.squares)
    return cube


def together(parts: Iterable[Statistics], names: Mapping[str, tuple[str, ...]] | None = None) -> Statistics:
    """Add the statistics of parts of one codeframe, in order; banners have these columns, or those of the parts as they first come."""
    first, *rest = parts
    if names is None:
        every = (first, *rest)
        names = {
            name: tuple(dict.fromkeys(chain.from_iterable(_names(each, name) for each in every)))
            for name in _banners(every)
        }
    whole = laid_out(first, names)
    for each in rest:
        other = laid_out(each, names)
        cubes = {name: _plus(cube, other.banners[name]) for name, cube in whole.banners.items()}
        whole = replace(
            whole,
            total=_plus(whole.total, other.total),
            both=whole.both + other.both,
            banners=cubes,
            cold=whole.cold or each.cold,
        )
    return whole


def less(whole: Statistics, part: Statistics) -> Statistics:
    """Take away a part that the whole holds; raises ValueError where it does not hold it."""
    names = {name: cube.names for name, cube in whole.banners.items()}
    other = laid_out(part, names)
    cubes = {name: _plus(cube, other.banners[name], -1) for name, cube in whole.banners.items()}
    found = replace(whole, total=_plus(whole.total, other.total, -1), both=whole.both - other.both, banners=cubes)
    if any(
        int(each.n[0].min(initial=0)) < 0 or int(each.given[0].min(initial=0)) < 0
        for each in (found.total, *cubes.values())
    ):
        message = f"{part.question!r}: a part that is not within the whole"
        raise ValueError(message)
    return found


def _banners(parts: Sequence[Statistics]) -> list[str]:
    """The banners of all parts, in the order in which they first come."""
    return list(dict.fromkeys(chain.from_iterable(each.banners for each in parts)))


def _names(part: Statistics, banner: str) -> tuple[str, ...]:
    return part.banners[banner].names if banner in part.banners else ()


def laid_out(part: Statistics, names: Mapping[str, tuple[str, ...]]) -> Statistics:
    """Lay every banner out by these columns; where a part does not have one, all of it is in no column."""
    cubes = {}
    for banner, columns in names.items():
        cube = part.banners.get(banner) or part.total
        cubes[banner] = widened(cube, columns, [1 + columns.index(name) for name in cube.names])
    return replace(part, banners=cubes)


def _plus(one: Cube, other: Cube, sign: int = 1) -> Cube:
    """Add two cubes of the same columns."""
    sums = {name: getattr(one, name) + sign * getattr(other, name) for name in (*BY_COLUMN, "several")}
    if not one.shared.shape[-1] or not other.shared.shape[-1]:
        shared = one.shared if one.shared.shape[-1] else sign * other.shared
    else:
        shared = one.shared + sign * other.shared
    return replace(one, shared=shared, **sums)

"""Sufficient statistics to the sums of a table, of any base and with an audit that has come as far as anybody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from freetext.survey.answers import IntArray
from freetext.survey.codings import Source
from freetext.tallies.bases import EMPTY_KINDS
from freetext.tallies.entries import BLANK, EMPTY, EMPTY_SURE, OPEN, SAID, SAID_SURE, STATUSES
from freetext.tallies.exact import LIMB, SCALE, Whole
from freetext.tallies.lines import lines_of
from freetext.tallies.statistics import BY_COLUMN, Cube, Statistics
from freetext.tallies.strata import CellSums, Known, Stratum
from freetext.tallies.sums import Sums, plain
from freetext.tallies.table import TOTAL, BaseKind

INSIDE: dict[BaseKind, tuple[int, ...]] = {
    "asked": tuple(range(STATUSES)),
    "answered": (SAID, EMPTY, SAID_SURE, EMPTY_SURE),
    "substantive": (SAID, SAID_SURE),
}
"""Who counts in a base."""

CERTAIN = (BLANK, SAID_SURE, EMPTY_SURE)


def sums_from(whole: Statistics, *, banner: str = "", base: BaseKind = "answered", pi: float = 0.0) -> Sums:
    """Lay statistics out as the sums of one table; `pi` is how far an audit has come of those that are not known."""
    lines = lines_of(whole.codeframe)
    split = whole.banners[banner] if banner else None
    cube = _beside(whole.total, split)
    inside = list(INSIDE[base])
    n, weight = _totals(cube.n, inside, whole.weighted)
    given, weighed = _totals(cube.given, inside, whole.weighted)
    shared = [_shared(cube, split, inside, place, whole.weighted) for place in range(3)]
    themes = [not line.net and line.theme.reserved not in EMPTY_KINDS for line in lines]
    both_n, both_w = _both(whole, given, weighed, substantive=base == "substantive")
    unsure = cube.unsure[0] > 0
    return Sums(
        question=whole.question,
        title="",
        kind=whole.kind,
        banner=banner,
        base=base,
        codeframe=whole.codeframe,
        columns=(TOTAL, *(split.names if split else ())),
        shared_n=shared[0].astype(np.int64),
        shared_w=shared[1],
        shared_w2=shared[2],
        given_n=given,
        given_w=weighed,
        sources=_sources(whole, cube, inside),
        both_n=both_n,
        both_w=both_w,
        mentions_n=given[themes].sum(axis=0, dtype=np.int64),
        mentions_w=weighed[themes].sum(axis=0) + _none(len(n)),
        decided=_totals(cube.n, [each for each in inside if each in CERTAIN], weighted=False)[0],
        cells=dict(_cells(cube, inside, whole.weighted, (n, weight, shared[2].diagonal()), weighed, pi)),
        weighted=whole.weighted,
        unsure=tuple(bool(each) and base == "substantive" for each in unsure.tolist()),
        left_out=int(split.n[0, inside, 0].sum()) if split else 0,
        several=int(split.several[0, inside, 0].sum()) if split else 0,
    )


def whole_of(limbs: IntArray) -> Whole:
    """Put limbs (d, ...) together as whole numbers."""
    found: Whole = np.zeros(limbs.shape[1:], dtype=object)
    for place, limb in enumerate(limbs):
        if limb.any():
            found = found + limb.astype(object) * (1 << (LIMB * place))
    return found


def _none(size: int) -> Whole:
    found: Whole = np.zeros(size, dtype=object)
    return found


def _beside(total: Cube, split: Cube | None) -> Cube:
    """The total, then the columns of a banner."""
    if split is None:
        return total
    arrays = {
        name: np.concatenate((getattr(total, name), getattr(split, name)[..., 1:]), axis=-1) for name in BY_COLUMN
    }
    return Cube((TOTAL, *split.names), **arrays, several=split.several, shared=split.shared)


def _totals(values: IntArray, statuses: Sequence[int], weighted: bool) -> tuple[IntArray, Whole]:
    """Sum over statuses, the last axis but one: respondents, and their weights."""
    picked = values[..., list(statuses), :].sum(axis=-2, dtype=np.int64)
    return picked[0], whole_of(picked[1:]) if weighted else picked[0].astype(object) * SCALE


def _shared(cube: Cube, split: Cube | None, inside: Sequence[int], power: int, weighted: bool) -> Whole:
    """Who is in the bases of both columns (c, c): respondents, weights, or squared weights."""
    size = cube.n.shape[-1]
    own = _powers(cube.n, cube.squares, inside, power, weighted)
    found: Whole = np.zeros((size, size), dtype=object)
    if split is not None and split.shared.shape[-1]:
        d = len(cube.n)
        both = _powers(split.shared[:d], split.shared[d:], inside, power, weighted).reshape(size, size)
        found = both + both.T
    found[0], found[:, 0] = own, own
    np.fill_diagonal(found, own)
    return found


def _powers(n: IntArray, squares: IntArray, inside: Sequence[int], power: int, weighted: bool) -> Whole:
    if power < 2:
        heads, heavy = _totals(n, inside, weighted)
        return heavy if power else heads.astype(object)
    if weighted:
        return whole_of(squares[:, list(inside)].sum(axis=1))
    return _totals(n, inside, weighted=False)[0].astype(object) * SCALE**2


def _both(whole: Statistics, given: IntArray, weighed: Whole, *, substantive: bool) -> tuple[IntArray, Whole]:
    """Who has both codes, (lines, lines)."""
    pairs = whole.both[:, 0] if substantive else whole.both.sum(axis=1)
    n = pairs[0] + pairs[0].T
    np.fill_diagonal(n, given[:, 0])
    w = whole_of(pairs[1:]) if whole.weighted else pairs[0].astype(object) * SCALE
    w = w + w.T
    np.fill_diagonal(w, weighed[:, 0])
    return n, w


def _sources(whole: Statistics, cube: Cube, inside: Sequence[int]) -> IntArray:
    """Who decided on each line in each column, (lines, c, 5)."""
    machine = [place for place, status in enumerate(OPEN) if status in inside]
    found: IntArray = np.moveaxis(cube.sources[0][:, machine].sum(axis=1), 1, 2)
    rest = cube.n[0, [OPEN[place] for place in machine]].sum(axis=0)
    people = cube.n[0, [each for each in inside if each in (SAID_SURE, EMPTY_SURE)]].sum(axis=0)
    found[:, :, Source.MODEL] = rest - found.sum(axis=2)
    found[:, :, Source.HUMAN if whole.kind == "open" else Source.CLOSED] += people
    return found


def _cells(
    cube: Cube, inside: Sequence[int], weighted: bool, bases: tuple[IntArray, Whole, Whole], weighed: Whole, pi: float
) -> Iterator[tuple[tuple[int, int], CellSums]]:
    sure, machine = ([each for each in inside if each in kind] for kind in (CERTAIN, OPEN))
    known_n, known_w = _totals(cube.n, sure, weighted)
    certain = _totals(cube.given, sure, weighted)[1]
    rest_n, rest_w = _totals(cube.n, machine, weighted)
    picked = cube.bands[:, :, [OPEN.index(each) for each in machine]].sum(axis=2)
    n, weight = picked[0], whole_of(picked[1:]) if weighted else picked[0].astype(object) * SCALE
    n = np.concatenate((rest_n - n.sum(axis=1, keepdims=True), n), axis=1)
    weight = np.concatenate((rest_w - weight.sum(axis=1, keepdims=True), weight), axis=1)
    for row, line in enumerate(n.tolist()):
        for column, (heads, heavy, square) in enumerate(zip(*(each.tolist() for each in bases), strict=True)):
            strata = (
                Stratum(band, pi, line[band][column], weight[row, band, column])
                for band in range(len(line))
                if line[band][column]
            )
            known = Known(int(known_n[column]), known_w[column], 2 * certain[row, column])
            cell = CellSums(heads, heavy, square, known, tuple(strata))
            if not plain(cell, weighed[row, column]):
                yield (row, column), cell

"""Sums that are exact: whole numbers at any size, so that neither order nor partition can change them.

A weight is counted in units of 1 / SCALE and cut into limbs of 26 bits, each a whole number in a float. A sum of limbs over a batch of
respondents stays below 2^53, where floats are exact, so that numpy adds them fast; the limbs' sums are put together as Python's ints.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import FloatArray, IntArray

Whole = NDArray[np.object_]
"""Python's whole numbers, which are exact at any size."""

POINT = 60
SCALE = 1 << POINT

LIMB = 26
LIMBS = 4
"""As many as the largest weight needs, a billion: 30 bits before the point and 60 behind it."""

BATCH = 1 << 16
"""Rows at a time: 2^16 rows of limbs, a square's below 2^29 or a weight's 2^26 times a factor below 2^11, add up to less than 2^53."""

PRODUCTS = 1 << 18
"""Products at a time, up to which OpenBLAS keeps to one thread: on a busy machine several spend their time waiting for each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """One whole number for each of `n` respondents: the sum of `limbs[i] << shifts[i]`; `limbs` is float (limbs, n) of whole numbers."""

    limbs: FloatArray
    shifts: tuple[int, ...]

    def take(self, places: IntArray) -> Units:
        """The numbers at these places, which may repeat."""
        return Units(self.limbs[:, places], self.shifts)


def ones(n: int, *, shift: int = POINT) -> Units:
    """A weight of 1 for everybody; with a shift of 0 the number 1, which counts heads."""
    return Units(np.ones((1, n)), (shift,))


def units_of(weights: FloatArray) -> Units:
    """Cut weights (n,), from 0 to a billion, into limbs: exactly from 1/256 on, smaller ones to the nearest unit."""
    rest = np.rint(np.ldexp(weights, POINT))
    limbs: list[FloatArray] = []
    shifts = [LIMB * place for place in reversed(range(LIMBS))]
    for shift in shifts:
        limb = np.floor(np.ldexp(rest, -shift))
        rest = rest - np.ldexp(limb, shift)
        limbs.append(limb)
    return _without_empty(limbs, shifts, len(weights))


def squared(units: Units) -> Units:
    """Square each number: every product of two limbs is cut in two again."""
    sums: dict[int, FloatArray] = {}
    for first, shift in zip(units.limbs, units.shifts, strict=True):
        for second, other in zip(units.limbs, units.shifts, strict=True):
            product = first * second
            high = np.floor(np.ldexp(product, -LIMB))
            for part, at in ((product - np.ldexp(high, LIMB), shift + other), (high, shift + other + LIMB)):
                sums[at] = sums[at] + part if at in sums else part
    return _without_empty(list(sums.values()), list(sums), units.limbs.shape[1])


def _without_empty(limbs: list[FloatArray], shifts: list[int], n: int) -> Units:
    """Leave limbs out that are 0 throughout, as most are where the weights are round numbers."""
    kept = [place for place, limb in enumerate(limbs) if limb.any()]
    return Units(
        np.array([limbs[place] for place in kept]).reshape(len(kept), n), tuple(shifts[place] for place in kept)
    )


def crossed(left: NDArray[np.generic], right: NDArray[np.generic], units: Units) -> Whole:
    """Sum left[i, r] * right[i, c] * unit over respondents: (r, c). `left` and `right` hold whole numbers, their products below 2^11."""
    n, rows, columns = len(left), left.shape[1], right.shape[1]
    total: Whole = np.zeros((rows, columns), dtype=object)
    for start in range(0, n, BATCH):
        batch = slice(start, start + BATCH)
        one, other = left[batch].astype(np.float64).T, right[batch].astype(np.float64)
        for limb, shift in zip(units.limbs[:, batch], units.shifts, strict=True):
            total += _shifted(_product(one, other * limb[:, None]), shift)
    return total


def _product(one: FloatArray, other: FloatArray) -> FloatArray:
    """Multiply (r, n) by (n, c), a few respondents at a time."""
    step = max(1, PRODUCTS // (len(one) * other.shape[1]))
    total = np.zeros((len(one), other.shape[1]))
    for start in range(0, len(other), step):
        total += one[:, start : start + step] @ other[start : start + step]
    return total


def counted(left: NDArray[np.generic], right: NDArray[np.generic]) -> IntArray:
    """Count respondents who are in both: `crossed` with everybody counting one, as int (r, c)."""
    return crossed(left, right, ones(len(left), shift=0)).astype(np.int64)


def grouped(keys: IntArray, size: int, units: Units, times: NDArray[np.generic] | None = None) -> Whole:
    """Sum units by key, 0 to `size` - 1: (size,). `times` multiplies each by a whole number below 2^11."""
    total: Whole = np.zeros(size, dtype=object)
    for start in range(0, len(keys), BATCH):
        batch = slice(start, start + BATCH)
        for limb, shift in zip(units.limbs[:, batch], units.shifts, strict=True):
            heavy = limb if times is None else limb * times[batch]
            total += _shifted(np.bincount(keys[batch], weights=heavy, minlength=size), shift)
    return total


def _shifted(sums: NDArray[Any], shift: int) -> Whole:
    """Make whole numbers of sums of limbs."""
    whole: Whole = sums.astype(np.int64).astype(object)
    heavy: Whole = whole * (1 << shift)
    return heavy

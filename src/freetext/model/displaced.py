"""Known pairs of small numbers, found with one look: rows of a sparse table, each moved to where its entries are free.

A pair (left, right) stands at `shift[left] + right`, and `check` there says whose entry it is; no hash, no search.
Source: Ziegler 1977 and Tarjan and Yao 1979, "Storing a sparse table" (row displacement).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]

NOBODY = -1
"""Whose an entry is that is free."""

STRANGER = -2
"""A left number that has no pairs; it is nobody's entry."""

SEED = 0
ROOM = 4
"""Entries of the table a pair."""
ROUNDS = 400
"""Tries at one size before the table doubles."""


@dataclass(frozen=True, slots=True, eq=False)
class Displaced:
    """Pairs of a left number and a right one, below `lefts` and `rights`, and the place of each.

    shift   int32 (lefts,): how far the row of a left number is moved
    check   int32 (entries,): the left number whose entry this is, NOBODY where it is free
    place   int32 (entries,): the place of the pair
    rights  how many right numbers; this number itself stands for one that is in no pair
    """

    shift: Ints
    check: Ints
    place: Ints
    rights: int

    def find(self, left: Ints, shift: Ints, right: Ints) -> tuple[NDArray[np.int64], Ints]:
        """Return where known pairs stand in these (n,), and their places; `shift` is that of `left`, or any for STRANGER."""
        entries = shift + right
        hits = np.flatnonzero(self.check.take(entries) == left)
        return hits, self.place[entries[hits]]

    def shifts(self, left: Ints) -> Ints:
        """Return the shift of left numbers, 0 for STRANGER."""
        return np.where(left >= 0, self.shift[np.maximum(left, 0)], 0).astype(np.int32)


def displaced(left: NDArray[np.integer], right: NDArray[np.integer], lefts: int, rights: int) -> Displaced:
    """Store pairs (n,), each once and sorted by `left`; the place of a pair is its place here. The same pairs give the same table."""
    owner, first, size = np.unique(left, return_index=True, return_counts=True)
    entries = 1 << max(8, (ROOM * len(left)).bit_length())
    while (moved := _moved(right, first, size, entries + rights)) is None:
        entries *= 2
    shift = np.zeros(max(lefts, 1), dtype=np.int32)
    shift[owner] = moved
    check = np.full(entries + 2 * rights + 1, NOBODY, dtype=np.int32)
    place = np.zeros(len(check), dtype=np.int32)
    entry = shift[left] + right
    check[entry], place[entry] = left, np.arange(len(left))
    return Displaced(shift, check, place, rights)


def _moved(
    right: NDArray[np.integer], first: NDArray[np.int64], size: NDArray[np.int64], entries: int
) -> NDArray[np.int64] | None:
    """Return how far each row (rows,) is moved so that none lies on another; None where chance finds no room.

    Rows of about one length are thrown together, the long ones first; those that fall on others are thrown again.
    """
    dice = np.random.default_rng(SEED)
    taken, claimed = np.zeros(2 * entries, dtype=np.bool_), np.zeros(2 * entries, dtype=np.int64)
    moved = np.zeros(len(size), dtype=np.int64)
    length = np.frexp(size)[1]
    for each in sorted(set(length.tolist()), reverse=True):
        rows = np.flatnonzero(length == each)
        for _ in range(ROUNDS):
            thrown = dice.integers(0, entries, len(rows))
            ends = np.cumsum(size[rows])
            within = np.repeat(np.arange(len(rows)), size[rows])
            nth = np.arange(len(within)) - (ends - size[rows])[within]
            entry = thrown[within] + right[first[rows][within] + nth]
            claimed[entry] = within
            lost = np.bincount(within[taken[entry] | (claimed[entry] != within)], minlength=len(rows)) > 0
            moved[rows[~lost]] = thrown[~lost]
            taken[entry[~lost[within]]] = True
            rows = rows[lost]
            if not len(rows):
                break
        else:
            return None
    return moved

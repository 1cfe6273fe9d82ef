"""Additive sums: what a table is made of. Those of parts, added in any order, are exactly those of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.responses import Kind
from freetext.tallies.strata import CellSums
from freetext.tallies.table import BaseKind

Whole = NDArray[np.object_]
"""Python's whole numbers, which are exact at any size: sums of weights in units of 1 / SCALE."""

SCALE = 1 << 60
"""Weights are counted in units of 1 / SCALE, so that every float weight from 0.004 on is a whole number, and smaller ones lose nothing that shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """The sums of one question by one banner: `c` columns (the total first), `r` rows (the lines of the codeframe, nets included).

    shared_n, shared_w, shared_w2   (c, c): respondents in the bases of both columns, their weights and squared weights; a column's own
                                    base stands on the diagonal
    given_n, given_w                (r, c): respondents with the code
    sources                         (r, c, 5): who decided in the base, by `Source` (0: nobody knows)
    both_n, both_w                  (r, r): respondents of the total base with both codes
    mentions_n, mentions_w          (c,): mentions, and each times its respondent's weight
    decided                         (c,): respondents of the base whose codes people decided, or they themselves
    cells                           (row, column) -> the sums of the estimate; empty where no machine decided anything
    left_out                        respondents of the base who are in no column of the banner
    ranked                          of a ranking: (items, c, 4) sums of weights: of points, of ranks, of those who ranked the item, of
                                    those who ranked anything; `first_*` is `given_*`
    beats                           of a ranking: (items, items): weight of those who rank the one above the other, left-out items last
    """

    question: str
    title: str
    kind: Kind
    banner: str
    base: BaseKind
    codeframe: Codeframe
    columns: tuple[str, ...]
    shared_n: IntArray
    shared_w: Whole
    shared_w2: Whole
    given_n: IntArray
    given_w: Whole
    sources: IntArray
    both_n: IntArray
    both_w: Whole
    mentions_n: IntArray
    mentions_w: Whole
    decided: IntArray
    cells: Mapping[tuple[int, int], CellSums]
    weighted: bool = False
    unsure: tuple[bool, ...] = ()
    """By column: whether the base itself rests on machine codes."""
    left_out: int = 0
    notes: tuple[str, ...] = ()
    ranked: Whole | None = None
    beats: Whole | None = None

"""One cell, one column, one row at a time."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.codings import Source
from freetext.survey.responses import Responses
from freetext.tallies.bases import Base, empty_codes, weight_sum
from freetext.tallies.intervals import wilson
from freetext.tallies.table import CellCount, Column

SMALL, VERY_SMALL = 50, 30
"""Bases under which a percentage is flagged."""


def flag_of(column: Column) -> str:
    """Flag a base that is too small for a percentage to say much: in respondents, or in what their weights leave of them."""
    size = min(column.n, column.effective)
    if size < VERY_SMALL:
        return "very small base"
    return "small base" if size < SMALL else ""


def column_of(name: str, measured: Base) -> Column:
    """Name a base."""
    return Column(name, measured.n, measured.weighted, measured.effective)


def cell(given: BoolArray, member: BoolArray, column: Column, weights: FloatArray | None, *, known: bool) -> CellCount:
    """Count one code in one column.

    `given` and `member` are bool (n,): who gave the code, who is in the column's base. `known` says that no machine decided
    anything here, so that the count is exact and only sampling is uncertain.
    """
    inside = given & member
    count, weighted = int(np.count_nonzero(inside)), weight_sum(inside, weights)
    if column.weighted == 0:
        return CellCount(count, weighted, None, flag=flag_of(column))
    share = weighted / column.weighted
    if not known:
        return CellCount(count, weighted, share, kind="not audited", flag=flag_of(column))
    low, high = wilson(share, column.effective)
    return CellCount(count, weighted, share, low, high, kind="wilson", audited=column.n, flag=flag_of(column))


def places_of(codeframe: Codeframe, slug: str) -> list[int]:
    """The columns of the codes that count as this theme: itself, or all children of a net."""
    if slug in codeframe.position:
        return [codeframe.position[slug]]
    return [codeframe.position[child.slug] for child in codeframe.children(slug)]


def machine_decided(responses: Responses) -> BoolArray:
    """Which codes a machine decided (or nobody knows who), bool (n, k); those who did not answer need no decision."""
    trusted = (responses.source == Source.HUMAN) | (responses.source == Source.CLOSED)
    machine: BoolArray = ~trusted & responses.answered[:, None]
    return machine


def mentions(responses: Responses, member: BoolArray) -> int:
    """How many codes the members gave, without none, don't know and uncodable."""
    return int(np.count_nonzero(responses.given[member][:, ~empty_codes(responses)]))


def mean_mentions(responses: Responses, member: BoolArray, column: Column, weights: FloatArray | None) -> float | None:
    """Mentions per respondent of the base, weighted; None where the base is empty."""
    if column.weighted == 0:
        return None
    each = np.count_nonzero(responses.given[member][:, ~empty_codes(responses)], axis=1)
    total = float(each.sum()) if weights is None else fsum(each * weights[member])
    return total / column.weighted


def any_of(codes: BoolArray, places: Sequence[int]) -> BoolArray:
    """Which respondents have any of these codes: one is enough, several count once."""
    if len(places) == 1:
        return np.asarray(codes[:, places[0]], dtype=np.bool_)
    return np.asarray(codes[:, list(places)].any(axis=1), dtype=np.bool_)

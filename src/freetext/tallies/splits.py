"""The base of a question, split by the columns of a banner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.codings import Source
from freetext.survey.responses import Banner, Responses
from freetext.tallies.bases import base_of, checked_weights, empty_codes
from freetext.tallies.exact import Units, ones, units_of
from freetext.tallies.table import TOTAL, BaseKind


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """The columns of one table: `member` bool (n, c) says who is in each base, the total's first; `unsure` whether a base rests on machine codes."""

    columns: tuple[str, ...]
    member: BoolArray
    units: Units
    unsure: tuple[bool, ...]
    left_out: int
    several: int


def split_by(
    responses: Responses,
    *,
    banner: Banner | None,
    weights: Sequence[float] | FloatArray | None,
    base: BaseKind,
) -> Split:
    """Split a question's base: the total first, then the banner's columns."""
    n = len(responses)
    units = ones(n) if weights is None else units_of(checked_weights(weights, n))
    inside = base_of(responses, base)
    scope = np.column_stack([np.ones(n, dtype=np.bool_), *((banner.member,) if banner else ())])
    unsure = _unsure(responses, base)
    times = np.count_nonzero(scope[inside, 1:], axis=1)
    return Split(
        columns=(TOTAL, *(banner.names if banner else ())),
        member=scope & inside[:, None],
        units=units,
        unsure=tuple(bool((column & unsure).any()) for column in scope.T),
        left_out=int(np.count_nonzero(times == 0)) if banner else 0,
        several=int(np.count_nonzero(times > 1)),
    )


def machine_decided(responses: Responses) -> BoolArray:
    """Which codes a machine decided (or nobody knows who), bool (n, k); those who did not answer need no decision."""
    trusted = (responses.source == Source.HUMAN) | (responses.source == Source.CLOSED)
    machine: BoolArray = ~trusted & responses.answered[:, None]
    return machine


def _unsure(responses: Responses, base: BaseKind) -> BoolArray:
    """Who is in or out of the substantive base by a machine's decision, bool (n,)."""
    if base != "substantive":
        return np.zeros(len(responses), dtype=np.bool_)
    machine = machine_decided(responses)
    return np.asarray(machine[:, empty_codes(responses)].any(axis=1), dtype=np.bool_)

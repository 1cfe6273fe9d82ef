"""The base of a question, split by the columns of a banner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray, FloatArray
from freetext.survey.responses import Banner, Responses
from freetext.tallies.bases import base as measured
from freetext.tallies.bases import base_of, checked_weights, empty_codes
from freetext.tallies.counts import column_of, machine_decided
from freetext.tallies.table import TOTAL, BaseKind, Column


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """The columns of one table: who is in each base, and whether that base itself is known or rests on machine codes."""

    columns: tuple[Column, ...]
    members: tuple[BoolArray, ...]
    known: tuple[bool, ...]
    weights: FloatArray | None
    notes: tuple[str, ...]


def split_by(
    responses: Responses,
    *,
    banner: Banner | None,
    weights: Sequence[float] | FloatArray | None,
    base: BaseKind,
) -> Split:
    """Split a question's base: the total first, then the banner's columns."""
    checked = None if weights is None else checked_weights(weights, len(responses))
    inside = base_of(responses, base)
    everybody = np.ones(len(responses), dtype=np.bool_)
    scopes = [everybody, *(banner.member.T if banner else ())]
    unsure = _unsure(responses, base)
    members = tuple(np.asarray(inside & scope, dtype=np.bool_) for scope in scopes)
    known = tuple(not bool((unsure & scope).any()) for scope in scopes)
    names = (TOTAL, *(banner.names if banner else ()))
    columns = tuple(column_of(name, measured(member, checked)) for name, member in zip(names, members, strict=True))
    notes = (*responses.notes, *_left_out(banner, inside), *(() if all(known) else (UNSURE,)))
    return Split(columns, members, known, checked, notes)


UNSURE = "The base itself rests on machine codes (none, don't know or uncodable), which nobody has audited."


def _unsure(responses: Responses, base: BaseKind) -> BoolArray:
    """Who is in or out of the substantive base by a machine's decision, bool (n,)."""
    if base != "substantive":
        return np.zeros(len(responses), dtype=np.bool_)
    machine = machine_decided(responses)
    return np.asarray(machine[:, empty_codes(responses)].any(axis=1), dtype=np.bool_)


def _left_out(banner: Banner | None, inside: BoolArray) -> tuple[str, ...]:
    if banner is None:
        return ()
    count = int(np.count_nonzero(inside & ~banner.member.any(axis=1)))
    return (f"{count} of the base are in no column of {banner.name}.",) if count else ()

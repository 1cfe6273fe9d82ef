"""Sums of parts, added: exactly those of the whole, whatever the parts and in whatever order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

from freetext.tallies.aligned import aligned
from freetext.tallies.exact import Whole
from freetext.tallies.people import notes_together
from freetext.tallies.strata import CellSums, Known, summed
from freetext.tallies.sums import Sums, plain
from freetext.tallies.union import codeframe_over, in_order, keys_of


def merged(parts: Iterable[Sums]) -> Sums:
    """Add any number of parts, one at least."""
    return reduce(added, parts)


def added(one: Sums, other: Sums) -> Sums:
    """Add two parts of one question by one banner, whose respondents are different ones.

    Options and columns that only one part has are found by name; those in the same order in both come first, then the others by
    name. Notes stand once. Raises ValueError for parts of different tables, InputError where a theme stands in different nets.
    """
    for name in ("question", "kind", "banner", "base"):
        if getattr(one, name) != getattr(other, name):
            message = f"parts differ in {name}: {getattr(one, name)!r} and {getattr(other, name)!r}"
            raise ValueError(message)
    (themes, columns), (more, others) = (
        each.agreed or (len(each.codeframe), len(each.columns)) for each in (one, other)
    )
    frame, first = codeframe_over(one.codeframe, other.codeframe, (themes, more))
    keys, firsts = in_order(keys_of(one.columns), keys_of(other.columns), (columns, others))
    agreed = None if (first, firsts) == (len(frame), len(keys)) else (first, firsts)
    whole = _plus(aligned(one, frame, keys), aligned(other, frame, keys))
    return replace(
        whole, title=min(one.title, other.title), agreed=agreed, notes=notes_together(one.notes, other.notes)
    )


def _plus(one: Sums, other: Sums) -> Sums:
    """Add sums of the same lines and columns."""
    given = one.given_w + other.given_w
    places = sorted({*one.cells, *other.cells})
    cells = {place: summed([_cell(one, place), _cell(other, place)]) for place in places}
    return replace(
        one,
        shared_n=one.shared_n + other.shared_n,
        shared_w=one.shared_w + other.shared_w,
        shared_w2=one.shared_w2 + other.shared_w2,
        given_n=one.given_n + other.given_n,
        given_w=given,
        sources=one.sources + other.sources,
        both_n=one.both_n + other.both_n,
        both_w=one.both_w + other.both_w,
        mentions_n=one.mentions_n + other.mentions_n,
        mentions_w=one.mentions_w + other.mentions_w,
        decided=one.decided + other.decided,
        cells={place: cell for place, cell in cells.items() if not plain(cell, given[place])},
        weighted=one.weighted or other.weighted,
        unsure=tuple(mine or yours for mine, yours in zip(one.unsure, other.unsure, strict=True)),
        left_out=one.left_out + other.left_out,
        several=one.several + other.several,
        ranked=_optional(one.ranked, other.ranked),
        beats=_optional(one.beats, other.beats),
        told=one.told and other.told,
    )


def _optional(one: Whole | None, other: Whole | None) -> Whole | None:
    return None if one is None or other is None else one + other


def _cell(sums: Sums, place: tuple[int, int]) -> CellSums:
    """One cell; where everything is known and is as the codes have it, the other sums say it."""
    column = place[1]
    n, weight, weight2 = (each[column, column] for each in (sums.shared_n, sums.shared_w, sums.shared_w2))
    known = Known(int(n), weight, 2 * sums.given_w[place])
    return sums.cells.get(place) or CellSums(int(n), weight, weight2, known)

"""Tables of one run that undo each other's protection: which banners of a question may stand together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from freetext.errors import named, names_listed
from freetext.survey.answers import BoolArray
from freetext.survey.responses import Banner, Responses
from freetext.tallies.bases import base_of
from freetext.tallies.conventions import Profile
from freetext.tallies.exact import counted
from freetext.tallies.profiles import RULES
from freetext.tallies.table import BaseKind


@dataclass(frozen=True, slots=True, eq=False)
class Apart:
    """The banners that a question is tallied by, and what a reader must be told of those that are left out."""

    banners: tuple[Banner, ...]
    notes: tuple[str, ...] = ()


def apart(
    responses: Responses,
    banners: Sequence[Banner],
    profile: Profile,
    *,
    base: BaseKind = "answered",
    tallied: Sequence[Responses] = (),
) -> Apart:
    """Choose the banners of a question: without a profile all but the question itself.

    Under one two tables could be subtracted from each other, so that of two the first stands:

    - of A by B and B by A, where both are `tallied` questions, the one whose columns are the earlier banner's
    - of two banners that are linked in the base of this question (see `_linked`) the earlier one
    """
    own = [banner for banner in banners if banner.name != responses.question]
    if not profile:
        return Apart(tuple(own))
    inside, itself = base_of(responses, base), [_is(responses, each) for each in banners]
    later = banners[itself.index(True) + 1 :] if any(itself) else ()
    kept: list[Banner] = []
    notes = []
    for banner in own:
        back = banner in later and any(_is(each, banner) for each in tallied)
        with_ = [] if back else list(_linked(banner, kept, inside, RULES[profile].least))
        if back:
            other = f"{named(banner.name)} by {named(responses.question)}"
            notes.append(f"{LEFT_OUT} by {named(banner.name)}: {other} could be subtracted from it.")
        elif with_:
            notes.append(f"{LEFT_OUT} by {named(banner.name)}: its columns add up with those of {names_listed(with_)}.")
        else:
            kept.append(banner)
    return Apart(tuple(kept), tuple(notes))


def _is(responses: Responses, banner: Banner) -> bool:
    """Whether a banner is a question of the run: by its name, or since its columns are the same people as the options."""
    if responses.question == banner.name or responses.kind not in {"closed", "multi"}:
        return responses.question == banner.name
    sides = (each[responses.answered] for each in (responses.given, banner.member))
    options, columns = ({column.tobytes() for column in side.T if column.any()} for side in sides)
    return options == columns


LEFT_OUT = "Left out for disclosure control: this question"


def _linked(banner: Banner, kept: Sequence[Banner], inside: BoolArray, least: int) -> Iterator[str]:
    """Name the banners from whose columns, and the total, sums of this banner's columns can be found; or in whose columns one of it lies.

    `inside` is the base, bool (n,). Sums go by ranks: two sets of columns have nothing in common but the total where together they
    have the rank of both, less one. One column within another is found where both are large enough (`least`) to be printed.
    """
    own = banner.member[inside]
    single = [
        each.name for each in kept if _share(own, each.member[inside]) or _within(own, each.member[inside], least)
    ]
    yield from single
    if not single and kept and _share(own, np.hstack([each.member[inside] for each in kept])):
        yield from (each.name for each in kept)


def _share(one: BoolArray, other: BoolArray) -> bool:
    """Whether a sum of the columns of one is also a sum of those of the other, the total apart."""
    patterns = np.unique(np.hstack([one, other]), axis=0)
    first, second = patterns[:, : one.shape[1]], patterns[:, one.shape[1] :]
    return _rank(patterns) < _rank(first) + _rank(second) - 1 if len(patterns) else False


def _rank(columns: BoolArray) -> int:
    """How many of the columns and the total are independent."""
    whole = np.hstack([np.ones((len(columns), 1)), columns.astype(np.float64)])
    return int(np.linalg.matrix_rank(whole))


def _within(one: BoolArray, other: BoolArray, least: int) -> bool:
    """Whether a column of one lies within a column of the other, or the other way round; a column that is everybody holds all."""
    sides = [each[:, (each.sum(axis=0) >= least) & ~each.all(axis=0)] for each in (one, other)]
    if not all(each.shape[1] for each in sides):
        return False
    both = counted(*sides)
    smaller = np.minimum.outer(sides[0].sum(axis=0), sides[1].sum(axis=0))
    return bool((both == smaller).any())

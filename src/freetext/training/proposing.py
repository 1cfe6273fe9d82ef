"""Groups as they are proposed: words, name, members in their order, those to read, size, what is near, and what a theme of it would do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy import sparse

from freetext.survey.answers import BoolArray, IntArray
from freetext.survey.proposed import Proposed
from freetext.tallies.intervals import wilson
from freetext.text.tokens import TokenBatch
from freetext.training.central import READ, central_order, firsts, parts_of, to_read
from freetext.training.near_themes import Near, nearest
from freetext.training.points import Points, taken
from freetext.training.sought import Sought
from freetext.training.telling_words import Words, name_of


@dataclass(frozen=True, eq=False)
class Telling:
    """All answers with text, as groups are told of: their rows among the texts that were given, which are claimed, and their words."""

    texts: Sequence[str]
    rows: IntArray
    claimed: BoolArray
    batch: TokenBatch
    counts: sparse.csr_matrix

    @cached_property
    def words(self) -> Words:
        """The words of all answers."""
        return Words(self.batch, self.counts)

    def taken(self, places: IntArray) -> TokenBatch:
        """Return the words of some answers alone."""
        return taken(self.batch, places)

    def told(
        self, number: int, names: Sequence[str], order: IntArray, central: Sequence[int], near: Near = ()
    ) -> Proposed:
        """Tell of a group of answers, as places, the most central first; `central` are places in `order`."""
        words = self.words.telling(np.sort(order))
        share = len(order) / len(self.rows)
        low, high = wilson(share, len(self.rows))
        left = int((~self.claimed).sum()) - int((~self.claimed[order]).sum())
        places = tuple(self.rows[order].tolist())
        return Proposed(
            number, name_of(words, names, number), words, places, tuple(places[place] for place in central),
            share, low, high, near, left / len(self.rows),
        )  # fmt: skip

    def few(self, groups: Sequence[IntArray]) -> tuple[Proposed, ...]:
        """Tell of texts that were only put side by side."""
        found: list[Proposed] = []
        for number, places in enumerate(groups, 1):
            found.append(self.told(number, [each.name for each in found], places, self._unlike(places)))
        return tuple(found)

    def _unlike(self, places: IntArray) -> list[int]:
        """The first few of some answers, no two told apart by case or marks alone."""
        return firsts([self.texts[row] for row in self.rows[places].tolist()])[:READ]


def proposals(telling: Telling, found: Sought, near: BoolArray | None, slugs: Sequence[str]) -> tuple[Proposed, ...]:
    """Tell of each group that was found; `near` is bool (compared answers, themes), the themes being `slugs`."""
    told: list[Proposed] = []
    for number, (members, also) in enumerate(zip(found.members, found.also, strict=True), 1):
        points = found.at(members)
        order = central_order(points)
        read = to_read([telling.texts[row] for row in telling.rows[members[order]].tolist()], points[order])
        beside = nearest(near, np.isin(found.compared, members), slugs) if near is not None else ()
        one = telling.told(number, [each.name for each in told], members[order], read, beside)
        told.append(replace(_with_parts(one, points[order]), also=tuple(telling.rows[also].tolist())))
    return tuple(told)


def _with_parts(one: Proposed, points: Points) -> Proposed:
    parts = tuple(tuple(one.places[place] for place in part.tolist()) for part in parts_of(points))
    return replace(one, parts=parts)

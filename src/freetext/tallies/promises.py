"""Keeping hidden counts uncertain: more is hidden until each could be enough other counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

from freetext.tallies.alternatives import Ledger
from freetext.tallies.profiles import Rule

EASY = 1
"""Steps by which a count goes where nothing more has to be hidden: small ones, for which there is mostly room."""


@dataclass(frozen=True, slots=True)
class Promise:
    """That a hidden count could be `more` counts besides the one it is, from `low` to `high`."""

    low: int
    high: int
    more: int


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A count that must not be found: its place, the small ones among which it is one, and what is promised of it."""

    place: int
    small: tuple[int, int]
    inside: Promise
    wide: Promise


@dataclass(slots=True)
class _Way:
    """How far a count has been shown to be able to go to one side, and what else then differs from the truth."""

    gone: int = 0
    changes: dict[int, int] = field(default_factory=dict)


def sensitive(place: int, count: int, base: int, rule: Rule) -> Sensitive:
    """What a profile promises of a hidden count in a base; as much as the base leaves."""
    low, high = rule.small(count, base) if rule.hides(count, base) else (0, base)
    inside = Promise(low, high, min(rule.inside - 1, high - low))
    return Sensitive(place, (low, high), inside, Promise(0, base, min(rule.wide - 1, base)))


def kept(ledger: Ledger, counts: Sequence[Sensitive]) -> bool:
    """Hide in the ledger until every promise holds; False where one cannot be shown to.

    First for a reader who takes each small count for one of the small ones that it is: that is kept where it can be, but the last
    counts of a table may leave no room for it. Then for one who knows of a hidden count only that it is hidden.
    """
    keeper = _Keeper(ledger)
    small = {each.place: each.small for each in counts}
    keeper.suppose(small)
    for each in counts:
        keeper.keep(each.place, each.inside, undo=True)
    keeper.suppose(dict.fromkeys(small, (0, inf)))
    return all(keeper.keep(each.place, promise, undo=False) for each in counts for promise in (each.inside, each.wide))


class _Keeper:
    """Keeps promises on one ledger, and remembers how far each count has been shown to go."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._ways: dict[tuple[int, int], _Way] = {}

    def suppose(self, known: Mapping[int, tuple[float, float]]) -> None:
        """Let the reader know so much of some counts."""
        for place, (low, high) in known.items():
            self._ledger.low[place], self._ledger.high[place] = low, high

    def keep(self, place: int, promise: Promise, *, undo: bool) -> bool:
        """Hide until one promise holds; if it cannot be shown to, False, and on request as if nothing had been tried."""
        before = self._ledger.known()
        ways = {side: self._ways.get((place, side), _Way()) for side in (-1, 1)}
        for pay in (False, True):
            for side in ways:
                ways[side] = self._gone(place, side, ways, promise, pay=pay)
        held = self._missing(place, ways, promise) <= 0
        if held or not undo:
            self._ways.update({(place, side): way for side, way in ways.items()})
        else:
            self._ledger.restore(before)
        return held

    def _missing(self, place: int, ways: Mapping[int, _Way], promise: Promise) -> int:
        """How many counts more must be possible."""
        count = self._ledger.counts[place]
        reach = min(promise.high, count + ways[1].gone) - max(promise.low, count - ways[-1].gone)
        return promise.more - reach

    def _gone(self, place: int, side: int, ways: Mapping[int, _Way], promise: Promise, *, pay: bool) -> _Way:
        """Go on to one side as far as the promise asks and the sums allow, in steps as large as can be."""
        way = _Way(ways[side].gone, dict(ways[side].changes))
        here = self._ledger.counts[place] + side * way.gone
        room = promise.high - here if side > 0 else here - promise.low
        wanted = min(room, self._missing(place, ways, promise))
        step = wanted if pay else min(wanted, EASY)
        self._apply(way.changes, 1)
        while wanted > 0 and step > 0:
            step = min(step, wanted)
            found = self._ledger.alternative(place, side * step, pay=pay)
            if found is None:
                step //= 2
                continue
            self._take(found, way)
            way.gone += step
            wanted -= step
        self._apply(way.changes, -1)
        return way

    def _take(self, found: Mapping[int, int], way: _Way) -> None:
        """Make an alternative the place to go on from, and hide what it changes beyond what a reader knows."""
        for place, by in found.items():
            after = self._ledger.counts[place] + by
            if not self._ledger.low[place] <= after <= self._ledger.high[place]:
                self._ledger.hide(place)
            way.changes[place] = way.changes.get(place, 0) + by
        self._apply(found, 1)

    def _apply(self, changes: Mapping[int, int], sign: int) -> None:
        for place, by in changes.items():
            self._ledger.change(place, sign * by)

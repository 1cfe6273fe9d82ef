"""Other counts that would print the same table: what a reader who knows every sum cannot rule out.

A published table is a set of sums that hold: of columns, of nets, of bases. A hidden count is safe if some other set of counts fits all of
them and has another number there. Such sets are looked for one repair at a time: one count is changed, which breaks a sum; another
count of that sum is changed, and so on until all hold again. What is found is a proof that needs no linear programme; what is not found
may still exist, and is taken for unsafe.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from math import inf

PATIENCE = 400
"""Repairs that are tried before a number is taken for one that cannot be changed."""

LIKELY = 16
"""Repairs of a sum that are looked at, the cheapest."""

DEEP = (4, 8, 14)
"""Counts that one alternative changes at most: few are tried first, as the four corners of a rectangle."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that holds: `low` <= sum of sign * count <= `high`, of `members` as (place, sign), a sign being 1 or -1."""

    members: tuple[tuple[int, int], ...]
    low: float
    high: float


@dataclass(slots=True)
class Ledger:
    """Counts, what a reader knows of each, and the sums that hold among them.

    counts      the truth; an alternative changes it for a while
    low, high   what a reader knows of each count
    price       what hiding a count costs: 0 where it is hidden, infinite where it must stay
    """

    counts: list[int]
    low: list[float]
    high: list[float]
    price: list[float]
    sums: Sequence[Sum]
    _of: list[list[tuple[int, int]]] = field(init=False)
    _now: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Index the sums by their counts."""
        self._of = [[] for _ in self.counts]
        for place, each in enumerate(self.sums):
            for member, sign in each.members:
                self._of[member].append((place, sign))
        self._now = [sum(sign * self.counts[member] for member, sign in each.members) for each in self.sums]

    def hide(self, place: int) -> None:
        """Hide a count: a reader knows nothing of it but the sums."""
        self.low[place], self.high[place], self.price[place] = 0, inf, 0.0

    def known(self) -> tuple[list[float], list[float], list[float]]:
        """What a reader knows, and what hiding costs, to come back to."""
        return list(self.low), list(self.high), list(self.price)

    def restore(self, known: tuple[list[float], list[float], list[float]]) -> None:
        """Take back what has been hidden since."""
        self.low, self.high, self.price = known

    def change(self, place: int, by: int) -> None:
        """Change a count, whatever it breaks."""
        self.counts[place] += by
        for where, sign in self._of[place]:
            self._now[where] += sign * by

    def alternative(self, place: int, by: int, *, pay: bool) -> dict[int, int] | None:
        """Find changes that hold all sums again after `place` has changed by `by`; None where none is found.

        Counts may move as far as a reader's knowledge allows; if `pay`, those that could be hidden may move as well, and the
        cheapest set that is found is taken. Only the changes are returned; the counts stay as they are.
        """
        if not self._allowed(place, by):
            return None
        for deep in DEEP:
            search = _Search(self, deep, pay=pay)
            search.go(place, by, 0.0, ())
            if search.best is not None:
                return search.best
        return None

    def _allowed(self, place: int, by: int) -> bool:
        return self.low[place] <= self.counts[place] + by <= self.high[place]

    def broken(self, places: Iterable[int]) -> list[tuple[int, int]]:
        """Those of these sums that do not hold, and by how much each must grow."""
        found = []
        for where in places:
            now, each = self._now[where], self.sums[where]
            if now < each.low:
                found.append((where, int(each.low) - now))
            elif now > each.high:
                found.append((where, int(each.high) - now))
        return found

    def breaks(self, place: int, by: int) -> int:
        """How many sums a change would break, less those that it would mend."""
        found = 0
        for where, sign in self._of[place]:
            each, now = self.sums[where], self._now[where]
            found += (not each.low <= now + sign * by <= each.high) - (not each.low <= now <= each.high)
        return found

    def touching(self, place: int) -> list[int]:
        """The sums that a count is part of."""
        return [where for where, _ in self._of[place]]


class _Search:
    """One search for an alternative of at most so many changes: depth first, the cheapest repairs first, within some patience."""

    def __init__(self, ledger: Ledger, deep: int, *, pay: bool) -> None:
        self.ledger, self.deep, self.pay, self.left = ledger, deep, pay, PATIENCE
        self.best: dict[int, int] | None = None
        self.least = inf
        self.changed: dict[int, int] = {}

    def go(self, place: int, by: int, cost: float, wrong: Sequence[int]) -> None:
        """Change one count, and go on with what that breaks; `wrong` are sums that were broken before."""
        self.left -= 1
        self.changed[place] = by
        self.ledger.change(place, by)
        broken = self.ledger.broken(dict.fromkeys((*wrong, *self.ledger.touching(place))))
        if not broken:
            self.best, self.least = dict(self.changed), cost
        elif len(self.changed) < self.deep:
            for extra, other, step in self._repairs(broken):
                if self.left <= 0 or self.least == 0 or cost + extra >= self.least:
                    break
                self.go(other, step, cost + extra, [where for where, _ in broken])
        self.ledger.change(place, -by)
        del self.changed[place]

    def _repairs(self, broken: Sequence[tuple[int, int]]) -> list[tuple[float, int, int]]:
        """The changes of one count that mend a sum, with what they cost: the cheapest first, and then those that break least.

        The sum of the fewest counts is mended first. The last change must mend all.
        """
        where, growth = min(broken, key=lambda each: len(self.ledger.sums[each[0]].members))
        steps = self._steps(self.ledger.sums[where].members, growth)
        if len(self.changed) == self.deep - 1:
            return [each for each in sorted(steps) if self.ledger.breaks(*each[1:]) == -len(broken)]
        likely = nsmallest(LIKELY, steps)
        return sorted(likely, key=lambda each: (each[0], self.ledger.breaks(*each[1:])))

    def _steps(self, members: Sequence[tuple[int, int]], growth: int) -> Iterator[tuple[float, int, int]]:
        ledger = self.ledger
        for place, sign in members:
            if place in self.changed:
                continue
            step = sign * growth
            after = ledger.counts[place] + step
            if ledger.low[place] <= after <= ledger.high[place]:
                yield 0.0, place, step
            elif self.pay and after >= 0 and ledger.price[place] < inf:
                yield ledger.price[place], place, step

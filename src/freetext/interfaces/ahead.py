"""What comes after a batch, worked out while the coder reads: how far the table is, and the next batch."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from copy import copy
from dataclasses import dataclass, field

from freetext.errors import FreetextError
from freetext.interfaces.dealer import Dealer
from freetext.review.deal import Deal
from freetext.review.views import Summary

MANY = 5_000
"""Answers from which on it takes so long that the coder would feel it."""


@dataclass(frozen=True, slots=True)
class Next:
    """What follows: the dealer with what it read, its deal (None where the disk could not be read), the summary.

    `events` is how many of the coder's own events it knows of: with more it is out of date.
    """

    dealer: Dealer
    deal: Deal | None
    summary: Summary
    events: int


@dataclass
class Ahead:
    """Works it out: at once where that is quick, else in a thread."""

    answers: int
    _pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "ahead"))
    _coming: Future[Next] | None = None
    _told: bool = True

    def look(self, dealer: Dealer, number: int, pace: float | None, events: int) -> None:
        """Begin with what is known now."""

        def work() -> Next:
            return _next(copy(dealer), number, pace, events)

        self._coming, self._told = (self._pool.submit(work) if self.answers >= MANY else _done(work)), False

    @property
    def ready(self) -> Next | None:
        """What comes, where it has been worked out."""
        return self._coming.result() if self._coming is not None and self._coming.done() else None

    def wait(self, events: int) -> Next | None:
        """What comes, waited for; None where nobody looked, or more has happened since."""
        found = self._coming.result() if self._coming is not None else None
        return found if found is not None and found.events == events else None

    def arrived(self) -> bool:
        """Whether it has just been worked out; says so once."""
        now = not self._told and self.ready is not None
        self._told = self._told or now
        return now

    def forget(self) -> None:
        """Something else has happened meanwhile."""
        self._coming = None

    def close(self) -> None:
        """Leave; what is being worked out nobody wants any more."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _done(work: Callable[[], Next]) -> Future[Next]:
    done: Future[Next] = Future()
    done.set_result(work())
    return done


def _next(dealer: Dealer, number: int, pace: float | None, events: int) -> Next:
    try:
        dealer.refresh()
        deal = dealer.deal(number)
    except FreetextError:
        deal = None  # whoever wants it deals anew, and is told why it cannot be
    return Next(dealer, deal, dealer.summary(pace), events)

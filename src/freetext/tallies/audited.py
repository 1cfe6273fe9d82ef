"""A share out of a random audit and answers that are known for certain."""

from __future__ import annotations

from dataclasses import dataclass

from freetext.tallies.intervals import LEVEL, enough, wilson_of

FEWEST = 30
"""Audited answers below which a column has no interval of its own, and a first share is no ground to plan on."""

START = 0.10
"""The share that an audit is planned for before it has seen 30 answers.

Most themes of a codeframe lie at 10 % or below, and those above are found out by the first 30 answers; planning for 50 %, the worst
case, would ask for nearly three times as many and make small columns look hopeless.
"""


@dataclass(frozen=True, slots=True)
class Audited:
    """What people have said of one theme in `size` answers.

    known    answers coded for a reason that is not random; `known_given` of them have the theme
    audited  answers coded at random among the rest; `given` of them have it (an answer in dispute counts half)
    """

    size: int
    known: int
    known_given: float
    audited: int
    given: float

    @property
    def rest(self) -> int:
        """Answers of which the audited are a random sample, these included."""
        return self.size - self.known


def audited_share(counts: Audited, level: float = LEVEL) -> tuple[float, float, float] | None:
    """Return the theme's share among all answers and its interval (share, low, high), 0..1; None where nothing was audited.

    The known answers count as they are, the rest as the audited among them: theta = (known_given + rest * p) / size with Wilson's
    interval of p, finite-population correction included. Everything coded: the exact share, no width. This is the simple binomial:
    strata by the model's score, which narrow the interval, are not used.
    """
    if counts.rest == 0:
        share = counts.known_given / counts.size if counts.size else 0.0
        return (share, share, share)
    if counts.audited == 0:
        return None
    share = counts.given / counts.audited
    low, high = wilson_of(share, counts.audited, counts.rest, level)
    return (_whole(counts, share), _whole(counts, low), _whole(counts, high))


def audit_wanted(counts: Audited, target: float, level: float = LEVEL) -> int:
    """Return how many of the rest are to be audited in all, so that the share's interval is `target` wide on either side, or less.

    At least 30, or all of the rest. Fewer than 30 seen: planned for a share of 10 %.
    """
    if counts.rest == 0:
        return 0
    share = counts.given / counts.audited if counts.audited >= FEWEST else START
    wide = target * counts.size / counts.rest
    return max(enough(share, wide, counts.rest, level), min(FEWEST, counts.rest))


def _whole(counts: Audited, share: float) -> float:
    return (counts.known_given + counts.rest * share) / counts.size

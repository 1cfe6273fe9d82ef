"""What a coder is told between batches: how long what takes, and when to stop."""

from __future__ import annotations

import numpy as np

from freetext.review.audit import Decided, Population
from freetext.review.reach import Themes, planned_audit
from freetext.review.views import Summary

SMALL = 400
"""Answers that are coded sooner than their numbers are explained."""

USUAL_PACE = 20.0
"""Seconds an answer, before the coder's own pace is known."""


def advice(
    answers: Population,
    state: Decided,
    themes: Themes,
    target: float,
    *,
    pace: float | None = None,
    audit: float = 0.5,
) -> tuple[str, ...]:
    """Return sentences for the coder; `pace` is their seconds an answer, `audit` the random part of a batch, 0..1."""
    open_ = answers.asked([name for name, slugs in themes.items() if slugs]) & ~state.coded
    left = int(np.count_nonzero(open_))
    more = int(np.count_nonzero(open_ & planned_audit(answers, state, themes, target)))
    if not left:
        return ("Everything is coded: the numbers are exact, but for slips of the coders.",)
    if left <= SMALL or 2 * more > left:
        return _small(left, more, target, pace)
    return _large(left, more, target, pace, audit)


def progress(answers: Population, state: Decided, themes: Themes, *, pace: float | None = None) -> Summary:
    """Say how many answers to these questions are decided, where all of them are to be and no number is asked for."""
    asked = answers.asked(themes)
    whole, left = int(np.count_nonzero(asked)), int(np.count_nonzero(asked & ~state.coded))
    head = f"{whole - left:,} of {_answers(whole)} decided."
    return Summary(advice=(f"{_answers(left)} left: {_time(left, pace)}.",) if left else (), head=head)


def _small(left: int, more: int, target: float, pace: float | None) -> tuple[str, ...]:
    """Recommend to code everything, or at least say what it costs."""
    everything = f"{_answers(left)} left to code: {_time(left, pace)}"
    if not more:
        return (f"You can stop here: {_reached(target)}.", f"{everything} for all of them, and the numbers are exact.")
    return (f"{everything}. Code them all: then every number is exact.",)


def _large(left: int, more: int, target: float, pace: float | None, audit: float) -> tuple[str, ...]:
    """Say what the target costs, and what is left in the queue."""
    if not more:
        return (f"Stop here: {_reached(target)}. {_answers(left)} can be left to the model.",)
    asked = min(left, round(more / audit)) if audit else more
    wait = lasting(asked * (USUAL_PACE if pace is None else pace))
    rest = f": the other {left - asked:,} can be left to the model" if left > asked else ""
    said = (
        f"{more:,} more at random give every number its ± {points(target)}: {_time(more, pace)}.",
        f"With what the queue asks in between, which teaches the model: {_answers(asked)}, {wait}.",
        f"Stop when no number wants more{rest}.",
    )
    return said if asked > more else (said[0], said[2])


def _reached(target: float) -> str:
    return f"every number has its ± {points(target)}"


def _answers(count: int) -> str:
    return f"{count:,} answer{'' if count == 1 else 's'}"


def _time(count: int, pace: float | None) -> str:
    own = f"{USUAL_PACE:.0f} seconds each" if pace is None else "your pace"
    return f"{lasting(count * (USUAL_PACE if pace is None else pace))} at {own}"


def points(share: float) -> str:
    """Write a half-width in percentage points: `5 points`, `2.5 points`."""
    return f"{100 * share:g} point{'' if 100 * share == 1 else 's'}"


def lasting(seconds: float) -> str:
    """Write a time as people say it: `about 14 minutes`, `about 2.5 hours`."""
    minutes, hours = round(seconds / 60), seconds / 3600
    if minutes <= 1:
        return "about a minute"
    if minutes < 90:
        return f"about {minutes} minutes"
    return f"about {hours:.1f} hours".replace(".0 ", " ") if hours < 10 else f"about {hours:,.0f} hours"

"""Answers of which far more exist than are here: candidates for a review, out of a folder that was coded part by part."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields

import numpy as np

from freetext.review.advice import points
from freetext.review.audit import Decided, Digests, Population
from freetext.review.reach import Themes, lacking, planned_audit
from freetext.survey.answers import BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """What is known of `n` answers that are candidates.

    digests   uint64 (n,): of their respondents, as they were when the candidates were drawn
    audit     bool (n,): the random audit can take it: all answers to its question up to its u are here
    queue     bool (n,): the queue can take it
    sizes     from question to how many answers there are that are not blank, in the whole survey
    limits    from question to the u up to which all answers are here, 1 where all are
    """

    digests: Digests
    audit: BoolArray
    queue: BoolArray
    sizes: Mapping[str, int]
    limits: Mapping[str, float]

    @property
    def whole(self) -> bool:
        """Whether every answer of the survey is here."""
        return all(limit >= 1 for limit in self.limits.values())


@dataclass(frozen=True, slots=True, eq=False)
class Sampled(Population):
    """A population of which only candidates are here."""

    sample: Sample = field(kw_only=True)

    def drawn(self, questions: Collection[str]) -> BoolArray:
        """Which answers the random audit can take."""
        return self.asked(questions) & self.sample.audit

    def queued(self, questions: Collection[str]) -> BoolArray:
        """Which answers the queue can take."""
        return self.asked(questions) & self.sample.queue

    def beyond(self, questions: Collection[str]) -> dict[str, int]:
        """How many more answers each question has in the whole survey than are here."""
        sizes = self.sample.sizes
        return {name: max(sizes.get(name, 0) - int(np.count_nonzero(self.asked([name]))), 0) for name in questions}


def sampled(answers: Population, sample: Sample) -> Sampled:
    """Return a population as the candidates that it is; the respondents' numbers are those of the drawing."""
    given = {each.name: getattr(answers, each.name) for each in fields(answers)}
    return Sampled(**{**given, "digests": sample.digests}, sample=sample)


def candidates_advice(answers: Sampled, state: Decided, themes: Themes, target: float) -> tuple[str, ...]:
    """Return sentences for the coder: how much of the survey is here, and what to do where the audit wants more than is."""
    asked = [name for name, slugs in themes.items() if slugs]
    size = sum(answers.sample.sizes.get(name, 0) for name in asked)
    drawn, queued = answers.drawn(asked), answers.queued(asked)
    here = int(np.count_nonzero(drawn | queued))
    left = f"{_left(drawn, state)} of the random audit are left, {_left(queued, state)} of the queue."
    said = [f"{here:,} of {size:,} answers are here as candidates: {left}"]
    if here >= size and not (~state.coded & (drawn | queued)).any():
        return ("Everything is coded: the numbers are exact, but for slips of the coders.",)
    more = int(np.count_nonzero(planned_audit(answers, state, themes, target) & ~state.coded))
    short = lacking(answers, state, themes, target)
    if short > 0:
        wide = _rounded(int(np.count_nonzero(drawn)) + short)
        said.append(
            f"± {points(target)} wants {short:,} more audit answers than are here: code the folder again with "
            f"--audit-candidates {wide}; what is decided stays."
        )
    elif not more:
        said.append(f"You can stop here: every number has its ± {points(target)}.")
    return tuple(said)


def _left(flags: BoolArray, state: Decided) -> str:
    return f"{int(np.count_nonzero(flags & ~state.coded)):,}"


def _rounded(count: int) -> int:
    """Round up to a number that people would name."""
    step: int = 10 ** max(len(str(count)) - 2, 0)
    return -(-count // step) * step

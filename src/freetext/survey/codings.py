"""What was decided about a batch of answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe


class Source(IntEnum):
    """Who decided whether a theme applies to an answer."""

    MODEL = 1
    RULE = 2
    HUMAN = 3
    CLOSED = 4
    """The respondent, by ticking an option."""


SOURCE_NAMES = {Source.MODEL: "model", Source.RULE: "rule", Source.HUMAN: "human", Source.CLOSED: "closed"}


@dataclass(frozen=True, slots=True, eq=False)
class Codings:
    """Codes of a batch of answers: `n` answers by the `k` themes of the codeframe, in its order.

    chosen    bool (n, k): the theme applies
    source    uint8 (n, k) of `Source`: who decided so, for themes that apply and those that do not
    blank     bool (n,): nothing to code
    scores    float32 (n, k) calibrated probabilities, or None where no model was asked; nan where a theme has none
    why       one text an answer: why a person should look at it, empty when not
    evidence  one text an answer: `theme: word, word; ...`, or None when not asked for
    """

    codeframe: Codeframe
    chosen: BoolArray
    source: NDArray[np.uint8]
    blank: BoolArray
    scores: NDArray[np.float32] | None
    why: tuple[str, ...]
    evidence: tuple[str, ...] | None = None

    def __len__(self) -> int:
        """How many answers."""
        return len(self.blank)

    @property
    def review(self) -> BoolArray:
        """Which answers a person should look at."""
        return np.fromiter(map(bool, self.why), dtype=np.bool_, count=len(self))


def joined(parts: Sequence[Codings]) -> Codings:
    """Put the codings of several batches by one codeframe, at least one, into one."""
    if len(parts) == 1:
        return parts[0]
    scores = [part.scores for part in parts if part.scores is not None]
    evidence = [part.evidence for part in parts if part.evidence is not None]
    return Codings(
        parts[0].codeframe,
        np.concatenate([part.chosen for part in parts]),
        np.concatenate([part.source for part in parts]),
        np.concatenate([part.blank for part in parts]),
        np.concatenate(scores) if scores else None,
        tuple(chain.from_iterable(part.why for part in parts)),
        tuple(chain.from_iterable(evidence)) if evidence else None,
    )

"""A plain random sample of respondents: whoever draws a low number, with all their answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.survey.answers import BoolArray

MOST = 100_000
"""Labelled answers that are learnt from; of more a sample is drawn.

Half as many, with 28 themes, were measured to take 1.7 GB over all processes and 206 s on two cores; both grow about in proportion.
"""

Draws = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Sampled:
    """How a sample was drawn: `answers` labelled answers of `respondents` there were, and `kept` of these were learnt from."""

    answers: int
    respondents: int
    kept: int

    @property
    def facts(self) -> dict[str, Any]:
        """The same as a model's facts tell it."""
        return {"answers": self.answers, "respondents": self.respondents}

    @property
    def line(self) -> str:
        """The same for people."""
        return (
            f"a random sample: {self.kept:,} of {self.answers:,} labelled answers, all those of respondents drawn from {self.respondents:,} "
            "by the seed (--most takes more)"
        )


def drawn(respondents: Iterable[str], seed: int) -> Draws:
    """Return each respondent's number, 0 to 2**64 - 1, which hangs on the name and the seed alone: no order of answers, no other file moves it."""
    start = f"sample|{seed}|".encode()
    digests = b"".join(
        blake2b(start + each.encode(errors="surrogatepass"), digest_size=8).digest() for each in respondents
    )
    return np.frombuffer(digests, dtype=np.uint64)


def highest(numbers: Draws, labelled: BoolArray, most: int) -> int:
    """Return the number up to which respondents are taken, so that they hold `most` labelled answers at most, but one respondent at least.

    `numbers` and `labelled` are those of answers (answers,). A person is taken whole or not at all: without regard to the labels, or
    shares and cut-offs would be those of no survey.
    """
    people, answers = np.unique(numbers[labelled], return_counts=True)
    within = int(np.searchsorted(np.cumsum(answers), most, side="right"))
    return int(people[max(within, 1) - 1]) if len(people) else 0

"""Answers and labels to a training set, with its refusals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from freetext.errors import NothingToLearn
from freetext.survey.answers import Answers, BoolArray, IntArray
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Settled
from freetext.survey.settling import place_of

ABSENT, PRESENT, DISPUTED = 0, 1, 2

FOLDS = 5

FEW_RESPONDENTS = 100
"""Fewer respondents than this are dealt to the folds, more fall into them by their digest."""


@dataclass(frozen=True, slots=True, eq=False)
class TrainingSet:
    """Labelled answers: `given` is int8 (answers, themes) of ABSENT, PRESENT and DISPUTED.

    A disputed theme of an answer (coders differ and nobody has adjudicated) teaches nothing about that theme.
    """

    codeframe: Codeframe
    answers: Answers
    given: NDArray[np.int8]

    def __post_init__(self) -> None:
        """Refuse what nothing can be learnt from."""
        if not len(self.answers):
            raise NothingToLearn(
                "no labelled answer to learn from.",
                remedy="Label some, or name the column with --labels. Until then `freetext code --codeframe FILE` codes by definitions.",
            )
        if not (self.given == PRESENT).any():
            raise NothingToLearn(
                "no labelled answer holds any theme: there is nothing to learn.",
                remedy="Until one does, `freetext code --codeframe FILE` codes by definitions.",
            )

    @property
    def positives(self) -> tuple[int, ...]:
        """How many answers hold each theme."""
        return tuple(int(count) for count in (self.given == PRESENT).sum(axis=0))


def training_set(codeframe: Codeframe, answers: Answers, given: NDArray[np.int8]) -> TrainingSet:
    """Make a training set of labelled answers, blank ones left out."""
    kept = np.flatnonzero(~answers.blank)
    return TrainingSet(codeframe, answers.take(kept), given[kept])


def labelled_set(codeframe: Codeframe, answers: Answers, given: BoolArray, labelled: BoolArray) -> TrainingSet:
    """Make a training set of the answers that are `labelled` (answers,): the themes `given` (answers, themes) apply, no other."""
    places = np.flatnonzero(labelled)
    return training_set(codeframe, answers.take(places), given[places].astype(np.int8))


def settled_set(codeframe: Codeframe, answers: Answers, settled: Mapping[Key, Settled]) -> TrainingSet:
    """Make a training set of the answers that people have settled; raises UnknownTheme for a label with an unknown slug."""
    return training_set(codeframe, *settled_rows(codeframe, answers, settled))


def settled_rows(
    codeframe: Codeframe, answers: Answers, settled: Mapping[Key, Settled]
) -> tuple[Answers, NDArray[np.int8]]:
    """Return the answers that people have settled and what is `given` to them, as in a TrainingSet; there may be none.

    Raises UnknownTheme for a label with an unknown slug.
    """
    places = [place for place, key in enumerate(zip(answers.ids, answers.questions, strict=True)) if key in settled]
    given = np.full((len(places), len(codeframe)), ABSENT, dtype=np.int8)
    for row, place in enumerate(places):
        decision = settled[answers.ids[place], answers.questions[place]]
        for slugs, value in ((decision.themes, PRESENT), (decision.disputed, DISPUTED)):
            for slug in slugs:
                given[row, place_of(slug, codeframe)] = value
    return answers.take(places), given


def folds_of(respondents: tuple[str, ...], seed: int) -> IntArray:
    """Return each answer's fold, by its respondent's digest: one respondent's answers never part.

    Few respondents are dealt out in the order of their digests, for chance alone would leave folds empty.
    """
    digests = {
        respondent: int.from_bytes(
            blake2b(f"{seed}|{respondent}".encode(errors="surrogatepass"), digest_size=8).digest()
        )
        for respondent in set(respondents)
    }
    if len(digests) < FEW_RESPONDENTS:
        digests = {
            respondent: place for place, respondent in enumerate(sorted(digests, key=lambda each: digests[each]))
        }
    fold = {respondent: digest % FOLDS for respondent, digest in digests.items()}
    return np.fromiter((fold[respondent] for respondent in respondents), dtype=np.int64, count=len(respondents))

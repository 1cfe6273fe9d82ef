"""A batch of verbatims."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

BoolArray = NDArray[np.bool_]
IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Answers:
    """A batch of answers, one entry each per respondent and question.

    All four tuples have one entry an answer. `ids` names the answer within its question, `respondents` who gave it (several
    answers may share one), `questions` what was asked; it is empty where the file does not say.
    """

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    questions: tuple[str, ...]
    respondents: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse columns of different lengths."""
        lengths = {len(self.ids), len(self.texts), len(self.questions), len(self.respondents)}
        if len(lengths) != 1:
            message = f"ids, texts, questions and respondents differ in length: {sorted(lengths)}"
            raise ValueError(message)

    def __len__(self) -> int:
        """How many answers."""
        return len(self.texts)

    @property
    def blank(self) -> BoolArray:
        """Which answers hold nothing that can be seen."""
        return np.fromiter(map(is_blank, self.texts), dtype=np.bool_, count=len(self))

    def take(self, places: Sequence[int] | IntArray) -> Answers:
        """The answers at these places, in that order."""
        chosen = [int(place) for place in places]
        return Answers(
            tuple(self.ids[i] for i in chosen),
            tuple(self.texts[i] for i in chosen),
            tuple(self.questions[i] for i in chosen),
            tuple(self.respondents[i] for i in chosen),
        )


def together(parts: Sequence[Answers]) -> Answers:
    """Put batches one after the other."""
    return Answers(
        tuple(chain.from_iterable(each.ids for each in parts)),
        tuple(chain.from_iterable(each.texts for each in parts)),
        tuple(chain.from_iterable(each.questions for each in parts)),
        tuple(chain.from_iterable(each.respondents for each in parts)),
    )


def is_blank(text: str) -> bool:
    """Whether a text holds nothing that can be seen: white space, controls, zero-width and direction marks at most."""
    if not text or text.isspace():
        return True
    if text[0].isalnum():
        return False
    return all(each.isspace() or unicodedata.category(each) in {"Cc", "Cf"} for each in text)


def answers_of(
    texts: Sequence[str],
    *,
    ids: Sequence[str] | None = None,
    questions: Sequence[str] | str = "",
    respondents: Sequence[str] | None = None,
) -> Answers:
    """Make a batch of plain texts; ids default to the place counted from 1, respondents to the ids."""
    names = tuple(ids) if ids is not None else tuple(str(place) for place in range(1, len(texts) + 1))
    asked = (questions,) * len(texts) if isinstance(questions, str) else tuple(questions)
    return Answers(names, tuple(texts), asked, tuple(respondents) if respondents is not None else names)

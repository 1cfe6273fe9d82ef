"""All answers of a file as a model sees them that has not seen them: what training writes and the queue reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from freetext.review.items import Suggested
from freetext.survey.answers import IntArray
from freetext.survey.labels import Key


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """The `n` answers of one codeframe's questions (blank ones left out), in the file's order, by its `k` themes.

    codeframe    the codeframe's digest
    slugs        its themes (k,)
    keys         the answers (n,)
    scores       float32 (n, k): out-of-fold probabilities, also of the labelled answers; a theme too rare to learn has its share
    diverse      int64 (n,): the place of each answer in an order in which each is far from all before it, 0 first
    labelled     how many answers were labelled when this was made
    suggestions  what the model says of the answers that the queue asks first
    model        the digest of the model that suggests, empty where none could be fitted (then scores are shares)
    name         the codeframe's name: what the ranking is called on disk
    answers      a hash of the file's ids and texts: with others it is no ranking of theirs
    decided      how many of the file's own answers people had decided
    """

    codeframe: str
    slugs: tuple[str, ...]
    keys: tuple[Key, ...]
    scores: NDArray[np.float32]
    diverse: IntArray
    labelled: int = 0
    suggestions: Mapping[Key, tuple[Suggested, ...]] = field(default_factory=dict)
    model: str = ""
    name: str = ""
    answers: str = ""
    decided: int = 0

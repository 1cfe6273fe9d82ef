"""The words that tell a group from all other answers, as its answers write them, and a name made of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import numpy as np
from scipy import sparse

from freetext.review.telling import stem
from freetext.survey.answers import FloatArray, IntArray
from freetext.text.tokens import TokenBatch

EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
"""What stands around the letters of a word."""

MOST, NAMED = 8, 2
"""Words that are told of a group, and words of its name."""

WEIGHT = 0.1
"""What the survey's own shares count for in each word's odds, as a part of the survey."""

SHARE, SHORTEST = 0.03, 2
"""The part of a group that must write a word, and letters of the shortest word."""


class Words:
    """The words of a survey, those that differ by an ending taken together: which answers hold each, and how it is written."""

    def __init__(self, batch: TokenBatch, counts: sparse.csr_matrix) -> None:
        """Take the tokens of all answers, and `counts` (answers, lexicon) of them."""
        lexicon = [EDGES.sub("", word) for word in batch.lexicon]
        stems = list(map(stem, lexicon))
        place = {each: number for number, each in enumerate(dict.fromkeys(stems))}
        columns = np.fromiter(map(place.__getitem__, stems), dtype=np.int64, count=len(stems))
        ones = np.ones(len(stems), dtype=np.float32)
        joined = sparse.csr_matrix((ones, (np.arange(len(stems)), columns)), shape=(len(stems), len(place)))
        self._held = sparse.csr_matrix(counts @ joined > 0, dtype=np.float32)
        self._holders = np.asarray(self._held.sum(axis=0), dtype=np.float64).ravel()
        self._stems = list(place)
        self._lexicon, self._columns, self._counts = lexicon, columns, counts

    def telling(self, rows: IntArray) -> tuple[str, ...]:
        """Return up to 8 words of the answers at these rows, the most telling first, each as they write it most."""
        odds, inside = self._odds(rows)
        least = max(2.0, SHARE * len(rows)) if len(rows) > 2 else 1.0
        fit = np.array([len(each) >= SHORTEST for each in self._stems], dtype=np.bool_)
        order = np.argsort(np.where(fit & (inside >= least), -np.round(odds, 9), np.inf), kind="stable")
        first = [
            place for place in order[: 2 * MOST].tolist() if fit[place] and inside[place] >= least and odds[place] > 0
        ]
        return tuple(self._written(place, rows) for place in first[:MOST])

    def _odds(self, rows: IntArray) -> tuple[FloatArray, FloatArray]:
        """Return each word's log odds ratio (words,) over its standard error, and how many of the answers hold it.

        Source: Monroe, Colaresi and Quinn 2008, "Fightin' words", with the survey's own shares as the prior.
        """
        inside = np.asarray(self._held[rows].sum(axis=0), dtype=np.float64).ravel()
        answers, size = self._held.shape[0], len(rows)
        prior = WEIGHT * size * self._holders / max(answers, 1)
        one, two = inside + prior + 0.5, self._holders - inside + prior + 0.5
        rest_one, rest_two = (1 + WEIGHT) * size + 1 - one, answers - size + WEIGHT * size + 1 - two
        odds = np.log(one / rest_one) - np.log(two / rest_two)
        return odds / np.sqrt(1 / one + 1 / two), inside

    def _written(self, place: int, rows: IntArray) -> str:
        forms = np.flatnonzero(self._columns == place)
        often = np.asarray(self._counts[rows][:, forms].sum(axis=0)).ravel()
        return self._lexicon[int(forms[np.argmax(often)])]


def name_of(words: Sequence[str], taken: Collection[str], number: int) -> str:
    """Return a name that no other group has: the first two words, or more where those are taken."""
    for count in range(min(NAMED, len(words)), len(words) + 1):
        name = ", ".join(words[:count])
        if name and name not in taken:
            return name
    return f"group {number}"

"""What a model knows: words, pairs of neighbours, character n-grams, questions, and words that met a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, pairwise

import numpy as np
from numpy.typing import NDArray

from freetext.model.gram_tree import GramTree
from freetext.survey.answers import BoolArray

START = -1
"""Stands before the first word of an answer in a pair."""

SHORTEST, LONGEST = 3, 5
"""Lengths of the character n-grams, edges of the word included as a blank."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The features of a model in their order: words, pairs, characters, crossed, questions.

    pairs    int32 (pairs, 2): word before (or START) and word, as places in `words`; sorted
    crossed  int32 (crossed, 2): place in `questions`, place in `words`; sorted
    """

    words: tuple[str, ...]
    chars: tuple[str, ...]
    questions: tuple[str, ...]
    pairs: NDArray[np.int32]
    crossed: NDArray[np.int32]

    @cached_property
    def starts(self) -> tuple[int, int, int, int, int, int]:
        """Where each block begins, and the end."""
        sizes = (len(self.words), len(self.pairs), len(self.chars), len(self.crossed), len(self.questions))
        one, two, three, four, five = np.cumsum(sizes).tolist()
        return (0, one, two, three, four, five)

    @property
    def size(self) -> int:
        """How many features."""
        return self.starts[-1]

    @cached_property
    def word_place(self) -> dict[str, int]:
        """From a word's normal form to its place."""
        return {word: place for place, word in enumerate(self.words)}

    @cached_property
    def char_place(self) -> dict[str, int]:
        """From an n-gram to its place."""
        return {gram: place for place, gram in enumerate(self.chars)}

    @cached_property
    def char_tree(self) -> GramTree:
        """The n-grams as a tree; it takes a moment to grow, and then finds those of many words at once."""
        return GramTree(self.chars, SHORTEST, LONGEST)

    @cached_property
    def question_place(self) -> dict[str, int]:
        """From a question to its place."""
        return {question: place for place, question in enumerate(self.questions)}

    @cached_property
    def pair_keys(self) -> NDArray[np.int64]:
        """The pairs as sorted numbers."""
        return key_of(self.pairs[:, 0], self.pairs[:, 1], len(self.words))

    @cached_property
    def crossed_keys(self) -> NDArray[np.int64]:
        """The crossed features as sorted numbers."""
        return key_of(self.crossed[:, 0], self.crossed[:, 1], len(self.words))

    def kept(self, used: BoolArray) -> Vocabulary:
        """Return the vocabulary of the features `used` (features,) alone; a pair or meeting that is kept has its words kept too."""
        words, pairs, chars, crossed, questions = (used[a:b] for a, b in pairwise(self.starts))
        word_of, question_of = np.cumsum(words) - 1, np.cumsum(questions) - 1
        before = self.pairs[pairs]
        left = np.where(before[:, 0] == START, START, word_of[before[:, 0]])
        met = self.crossed[crossed]
        return Vocabulary(
            tuple(compress(self.words, words)),
            tuple(compress(self.chars, chars)),
            tuple(compress(self.questions, questions)),
            np.stack((left, word_of[before[:, 1]]), axis=1).astype(np.int32),
            np.stack((question_of[met[:, 0]], word_of[met[:, 1]]), axis=1).astype(np.int32),
        )

    def ask(self, questions: Sequence[str]) -> NDArray[np.int64]:
        """Return the place of each question, -1 for one that the model has not seen."""
        place = {each: self.question_place.get(each, -1) for each in dict.fromkeys(questions)}
        return np.fromiter(map(place.__getitem__, questions), dtype=np.int64, count=len(questions))


def key_of(left: NDArray, right: NDArray, words: int) -> NDArray[np.int64]:  # type: ignore[type-arg]
    """Number a pair (left from -1 on, right a word) so that numbers sort as pairs do."""
    return np.asarray((left.astype(np.int64) + 1) * max(words, 1) + right)


def look_up(keys: NDArray[np.int64], known: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return each key's place in the sorted `known`, -1 where it is not there."""
    if not len(known):
        return np.full(len(keys), -1, dtype=np.int64)
    place = np.searchsorted(known, keys)
    place[place == len(known)] = 0
    return np.where(known[place] == keys, place, -1)


def grams(word: str) -> list[str]:
    """Return the character n-grams of a word with its edges; a short word is one gram."""
    edged = f" {word} "
    if len(edged) <= SHORTEST:
        return [edged]
    return [
        edged[start : start + length]
        for length in range(SHORTEST, min(LONGEST, len(edged)) + 1)
        for start in range(len(edged) - length + 1)
    ]

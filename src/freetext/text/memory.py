"""What has been read: pieces of text, each tokenised once and remembered, flat and bounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, compress

import numpy as np
from numpy.typing import NDArray

from freetext.guard.quick import telling
from freetext.survey.answers import BoolArray, IntArray, is_blank
from freetext.text.splitting import Splitter

OFTEN = 2
"""Pieces seen in fewer batches lately are forgotten first."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """What a memory has taken over of another: places of pieces and of normal forms there, in their order here."""

    source: object
    pieces: IntArray
    forms: IntArray


class Memory:
    """From piece to number, and for each number its tokens.

    What is known only grows: batches hold on to it. What has become too large is followed by a `compacted` one.

    lexicon  the normal forms that tokens stand for
    texts    what each number stands for: a piece without the white space around and between its words
    kept     what was taken over, and of which memory; None at the beginning
    """

    def __init__(self, kept: Kept | None = None) -> None:
        """Begin empty."""
        self.kept = kept
        self.mark = object()
        self.lexicon: list[str] = []
        self.texts: list[str] = []
        self.characters = 0
        self._number: dict[str, int] = {}
        self._form: dict[str, int] = {}
        self._flat = np.zeros(1024, dtype=np.int32)
        self._ends = np.zeros(1024, dtype=np.int64)
        self._visible = np.zeros(1024, dtype=np.bool_)
        self._telling = np.zeros((1024, 3), dtype=np.int32)
        self._batches = np.zeros(1024, dtype=np.int32)

    def __len__(self) -> int:
        """How many pieces, each with the white space that it was met with."""
        return len(self._number)

    @property
    def size(self) -> int:
        """How many numbers."""
        return len(self.texts)

    def numbers(self, pieces: Sequence[str], splitter: Splitter) -> NDArray[np.int32]:
        """Return the number of each piece (n,), tokenising those that are new; all count as seen in one batch more."""
        found = list(map(self._number.get, pieces))
        if None in found:
            self._learn([piece for piece, number in zip(pieces, found, strict=True) if number is None], splitter)
            found = list(map(self._number.__getitem__, pieces))
        numbers = np.array(found, dtype=np.int32)
        self._batches[numbers] += 1
        return numbers

    def _learn(self, pieces: Sequence[str], splitter: Splitter) -> None:
        """Tokenise new pieces, all before anything is noted."""
        known, texts = self._number, [" ".join(piece.split()) for piece in pieces]
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        with splitter.forgetful():
            forms = [splitter.forms(text) for text in fresh]
        self._add(fresh, [[self._place(form) for form in each] for each in forms])
        known.update(zip(fresh, range(len(self.texts) - len(fresh), len(self.texts)), strict=True))
        known.update(zip(pieces, map(known.__getitem__, texts), strict=True))
        self.characters += sum(map(len, pieces)) + sum(map(len, fresh))

    def _place(self, form: str) -> int:
        place = self._form.get(form)
        if place is None:
            place = len(self.lexicon)
            self.lexicon.append(form)
            self._form[form] = place
        return place

    def _add(self, texts: Sequence[str], tokens: Sequence[Sequence[int]]) -> None:
        begin, size = len(self.texts), len(self.texts) + len(texts)
        ends = int(self._ends[begin]) + np.cumsum([0, *map(len, tokens)])
        self._flat, self._ends = roomy(self._flat, int(ends[-1])), roomy(self._ends, size + 1)
        self._visible, self._batches = roomy(self._visible, size), roomy(self._batches, size)
        self._telling = roomy(self._telling, size)
        self._flat[ends[0] : ends[-1]] = [*chain.from_iterable(tokens)]
        self._ends[begin : size + 1] = ends
        self._visible[begin:size] = [not is_blank(text) for text in texts]
        self._telling[begin:size] = np.array([*map(telling, texts)], dtype=np.int32).reshape(-1, 3)
        self.texts.extend(texts)

    def lengths(self, numbers: NDArray[np.integer]) -> IntArray:
        """Return how many tokens each of these numbers has."""
        return np.asarray(self._ends[numbers + 1] - self._ends[numbers])

    def visible(self, numbers: NDArray[np.integer]) -> BoolArray:
        """Return which of these numbers hold something that can be seen."""
        return np.asarray(self._visible[numbers])

    def telling(self, numbers: NDArray[np.integer]) -> NDArray[np.int32]:
        """Return what each of these numbers tells of personal data, int32 (n, 3); see `guard.quick.Telling`."""
        return np.asarray(self._telling[numbers])

    def gather(self, numbers: NDArray[np.integer]) -> tuple[NDArray[np.int32], IntArray]:
        """Return the tokens of these numbers, flat, and how many each has."""
        starts, lengths = self._ends[numbers], self.lengths(numbers)
        before = np.cumsum(lengths) - lengths
        places = np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))
        return self._flat[places], lengths

    def compacted(self, pieces: int, characters: int) -> Memory:
        """Return a memory of what was seen most often lately, at most so many pieces and characters."""
        number_of = np.fromiter(self._number.values(), dtype=np.int64, count=len(self))
        lengths = np.fromiter(map(len, self._number), dtype=np.int64, count=len(self))
        size = np.bincount(number_of, minlength=self.size)
        letters = np.bincount(number_of, lengths, self.size)
        seen = self._batches[: self.size]
        order = np.lexsort((-np.arange(self.size), -seen))
        fits = (np.cumsum(size[order]) <= pieces) & (np.cumsum(letters[order]) <= characters)
        kept: IntArray = np.sort(order[fits & (seen[order] >= OFTEN)])
        return self._only(kept, number_of)

    def _only(self, kept: IntArray, number_of: IntArray) -> Memory:
        """Return a memory of these numbers alone; what was seen before counts half."""
        tokens, lengths = self.gather(kept)
        forms, places = np.unique(tokens.astype(np.int64), return_inverse=True)
        heir = Memory(Kept(self.mark, kept, forms))
        heir.lexicon = [self.lexicon[form] for form in forms.tolist()]
        heir.texts = [self.texts[number] for number in kept.tolist()]
        heir._form = {form: place for place, form in enumerate(heir.lexicon)}
        now: IntArray = np.full(self.size, -1, dtype=np.int64)
        now[kept] = np.arange(len(kept))
        numbers = now[number_of]
        heir._number = dict(zip(compress(self._number, numbers >= 0), numbers[numbers >= 0].tolist(), strict=True))
        heir.characters = sum(map(len, heir._number))
        heir._flat = roomy(places.astype(np.int32), 1024)
        heir._ends = roomy(np.concatenate(([0], np.cumsum(lengths))), 1024)
        heir._visible = roomy(self._visible[kept], 1024)
        heir._telling = roomy(self._telling[kept], 1024)
        heir._batches = roomy(self._batches[kept] // 2, 1024)
        return heir


def roomy(array: NDArray, size: int) -> NDArray:  # type: ignore[type-arg]
    """Return the array with room for `size` entries along its first axis, doubling as it grows."""
    if size <= len(array):
        return array
    room = max(size, 2 * len(array)) - len(array)
    return np.concatenate((array, np.zeros((room, *array.shape[1:]), dtype=array.dtype)))

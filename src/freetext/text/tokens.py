"""Verbatims to tokens: the one pipeline, for training and coding alike.

spaCy splits on white space before anything else, so each distinct piece between white space is tokenised once and remembered; Arrow
parts the texts and finds the distinct pieces of a batch, and Python looks up those alone. (A law: the tokens of the chunks, joined, are
the tokens of the answer, but for special cases that white space breaks, as in `8 ):`. The few languages whose special cases hold a
blank go without those, in training and coding alike.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.guard.quick import ENOUGH
from freetext.survey.answers import BoolArray, IntArray
from freetext.text.languages import SPELLINGS, function_words
from freetext.text.masking import differing, masked, replaced
from freetext.text.memory import Memory
from freetext.text.pieces import arrow_texts, pieces_of, taken
from freetext.text.splitting import LONGEST, Splitter

__all__ = ["LONGEST", "PieceBatch", "TokenBatch", "Tokenizer"]


@dataclass(frozen=True, slots=True, eq=False)
class TokenBatch:
    """Tokens of `n` answers, flat.

    lexicon  the normal forms that the ids stand for; grows from batch to batch, and is renewed when it has become large
    tokens   int32 (tokens,): places in the lexicon
    offsets  int64 (n + 1,): answer `i` holds tokens offsets[i] to offsets[i + 1]
    """

    lexicon: list[str]
    tokens: NDArray[np.int32]
    offsets: IntArray

    def __len__(self) -> int:
        """How many answers."""
        return len(self.offsets) - 1

    @property
    def lengths(self) -> IntArray:
        """Tokens per answer."""
        return np.diff(self.offsets)


@dataclass(frozen=True, slots=True, eq=False)
class PieceBatch:
    """Pieces of `n` answers, flat: what stands between white space, as numbers of a memory.

    memory   what the numbers stand for
    numbers  int32 (distinct,): the pieces that the batch holds; several spellings of white space have one number
    places   int32 (pieces,): places in `numbers`, in the order of the answers
    offsets  int32 (n + 1,): answer `i` holds pieces offsets[i] to offsets[i + 1]
    """

    memory: Memory
    numbers: NDArray[np.int32]
    places: NDArray[np.int32]
    offsets: NDArray[np.int32]

    def __len__(self) -> int:
        """How many answers."""
        return len(self.offsets) - 1

    def take(self, rows: IntArray) -> PieceBatch:
        """Return these answers alone, in that order, with the distinct pieces that they hold."""
        starts, lengths = self.offsets[rows].astype(np.int64), np.diff(self.offsets)[rows].astype(np.int64)
        ends = np.cumsum(lengths)
        places = self.places[np.repeat(starts - (ends - lengths), lengths) + np.arange(int(lengths.sum()))]
        held: BoolArray = np.zeros(len(self.numbers), dtype=np.bool_)
        held[places] = True
        fewer = (np.cumsum(held) - 1).astype(np.int32)[places]
        return PieceBatch(self.memory, self.numbers[held], fewer, np.concatenate(([0], ends)).astype(np.int32))

    def telling(self) -> IntArray:
        """Return the places of the answers that may hold personal data, by what their pieces tell."""
        amount, opens, follows = self.memory.telling(self.numbers).T
        telling = np.flatnonzero(((amount > 0) | (opens > 0))[self.places])
        if not len(telling):
            return np.zeros(0, dtype=np.int64)
        here, behind = self.places[telling], self.places[np.minimum(telling + 1, len(self.places) - 1)]
        rows = np.searchsorted(self.offsets, telling, side="right") - 1
        told = np.bincount(rows, amount[here] + ENOUGH * (opens[here] & follows[behind]))
        return np.flatnonzero(told >= ENOUGH)

    def replaced(self, rows: IntArray, other: PieceBatch) -> PieceBatch:
        """Return the batch with those of another, of the same memory, in the place of these answers, which rise."""
        new = np.split(other.places + np.int32(len(self.numbers)), other.offsets[1:-1])
        kept = np.split(self.places, np.stack((self.offsets[rows], self.offsets[rows + 1]), axis=1).ravel())[::2]
        lengths = np.diff(self.offsets)
        lengths[rows] = np.diff(other.offsets)
        return PieceBatch(
            self.memory,
            np.concatenate((self.numbers, other.numbers)),
            np.concatenate([*chain.from_iterable(zip(kept, new, strict=False)), kept[-1]]),
            np.concatenate(([0], np.cumsum(lengths))).astype(np.int32),
        )

    def of_distinct(self) -> TokenBatch:
        """Return the tokens of each distinct piece, as if it were an answer."""
        tokens, lengths = self.memory.gather(self.numbers)
        return TokenBatch(self.memory.lexicon, tokens, np.concatenate(([0], np.cumsum(lengths))))

    def tokens(self) -> TokenBatch:
        """Return the tokens of the answers."""
        tokens, lengths = self.memory.gather(self.numbers[self.places])
        ends = np.concatenate(([0], np.cumsum(lengths)))
        return TokenBatch(self.memory.lexicon, tokens, ends[self.offsets])


class Tokenizer:
    """spaCy's tokenizer for a language, with normal forms, behind a bounded memory of pieces."""

    def __init__(
        self,
        lang: str = "en",
        glossary: Sequence[tuple[str, str]] = (),
        *,
        spelling: int | None = None,
        remembered: int = 300_000,
        characters: int = 12_000_000,
    ) -> None:
        """Make one for an ISO language code; `remembered` pieces and `characters` of text bound its memory.

        `glossary` holds abbreviations, each one word without blanks, and what they stand for; `spelling` is the
        number of the spelling that a model was learnt with, default: the language's newest. Raises UsageError for a language that
        spaCy does not know, or needs more packages for.
        """
        self.lang = lang
        self._splitter = Splitter(lang, glossary, spelling or SPELLINGS.get(lang, 1))
        self._limits = (remembered, characters)
        self._memory = Memory()
        self._surfaces: dict[str, list[str]] = {}
        self._letters = 0

    @property
    def function_words(self) -> frozenset[str]:
        """The language's words that carry grammar and no content; negations are none of them."""
        return function_words(self.lang)

    def pieces(self, texts: Any) -> PieceBatch:
        """Part a batch of answers: an Arrow array of strings, or a sequence of str."""
        pieces, characters = self._limits
        if len(self._memory) > pieces or self._memory.characters > characters:
            self._memory = self._memory.compacted(pieces // 2, characters // 2)
        return self._numbered(texts)

    def hidden(self, texts: Any) -> tuple[Any, PieceBatch]:
        """Part answers (n,), an Arrow array of strings, with personal data hidden; return them as they are read, and their pieces.

        Few answers hold any: what their pieces tell, which is remembered with them, says which ones must be looked at.
        """
        batch = self.pieces(texts)
        rows = batch.telling()
        some = taken(texts, rows)
        covered = masked(some)
        changed = differing(some, covered)
        if not len(changed):
            return texts, batch
        rows, covered = rows[changed], taken(covered, changed)
        return replaced(texts, rows, covered), batch.replaced(rows, self._numbered(covered))

    def _numbered(self, texts: Any) -> PieceBatch:
        parted = pieces_of(arrow_texts(texts))
        try:
            numbers = self._memory.numbers(parted.distinct, self._splitter)
        except BaseException:  # Ctrl-C too: what is half noted is not to be relied on
            self.forget()
            raise
        return PieceBatch(self._memory, numbers, parted.places, parted.offsets)

    def forget(self) -> None:
        """Begin with an empty memory, as whoever was interrupted must; rows that were made of the last one are made anew."""
        self._memory = Memory()

    def __call__(self, texts: Sequence[str]) -> TokenBatch:
        """Tokenise a batch of answers."""
        return self.pieces(texts).tokens()

    def surfaces(self, text: str) -> list[str]:
        """Return the words of one answer as it writes them, one a token."""
        return [surface for chunk in text.split() for surface in self._of_chunk(chunk)]

    def _of_chunk(self, chunk: str) -> list[str]:
        """Return the words of a chunk; remembered, for evidence asks often."""
        found = self._surfaces.get(chunk)
        if found is None:
            with self._splitter.forgetful():
                found = [surface for _, surface in self._splitter.pairs(chunk)]
            if len(self._surfaces) >= self._limits[0] or self._letters > self._limits[1]:
                self._surfaces.clear()
                self._letters = 0
            if len(chunk) <= LONGEST:
                self._surfaces[chunk] = found
                self._letters += len(chunk)
        return found

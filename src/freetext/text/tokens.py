"""Verbatims to tokens: the one pipeline, for training and coding alike.

spaCy splits on white space before anything else, so each distinct chunk is tokenised once and remembered; nothing but a look-up happens
for each chunk of an answer. (A law: the tokens of the chunks, joined, are the tokens of the answer, but for special cases that white
space breaks, as in `8 ):`. The few languages whose special cases hold a blank go without those, in training and coding alike.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from spacy.tokenizer import Tokenizer as SpacyTokenizer

from freetext.survey.answers import IntArray
from freetext.text.clean import clean
from freetext.text.glossary import Glossary, Pairs
from freetext.text.languages import SPELLINGS, function_words, language, spelled

LONGEST = 200
"""Characters of a chunk that are tokenised together; spaCy's affix rules are quadratic in the length of a chunk."""


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


class _Chunks(dict[str, int]):
    """From chunk to its number, and for each number its tokens; a chunk not yet seen is tokenised on look-up."""

    def __init__(
        self, tokenizer: SpacyTokenizer, lang: str, glossary: Sequence[tuple[str, str]], spelling: int
    ) -> None:
        super().__init__()
        self.lexicon: list[str] = []
        self.characters = 0
        self._tokenizer, self._lang, self._spelling = tokenizer, lang, spelling
        words = function_words(lang)
        self._glossary = Glossary(glossary, self._split, words, plural="s" if lang == "en" else "")
        self._surfaces: dict[str, list[str]] = {}
        self._place: dict[str, int] = {}
        self._flat = np.zeros(1024, dtype=np.int32)
        self._ends = np.zeros(1024, dtype=np.int64)

    def __missing__(self, chunk: str) -> int:
        number = len(self)
        start = self._ends[number]
        tokens = [self._token(form) for form, _ in self._pairs(chunk)]
        end = start + len(tokens)
        self._flat = _roomy(self._flat, end)
        self._ends = _roomy(self._ends, number + 2)
        self._flat[start:end] = tokens
        self._ends[number + 1] = end
        self.characters += len(chunk)
        self[chunk] = number
        return number

    def _token(self, form: str) -> int:
        place = self._place.get(form)
        if place is None:
            place = self._place[form] = len(self.lexicon)
            self.lexicon.append(form)
        return place

    def surfaces(self, chunk: str) -> list[str]:
        """Return the words of a chunk as it writes them; remembered too, for evidence asks often."""
        found = self._surfaces.get(chunk)
        if found is None:
            found = self._surfaces[chunk] = [surface for _, surface in self._pairs(chunk)]
        return found

    def _pairs(self, chunk: str) -> Pairs:
        """Return (normal form, surface) of each token; an abbreviation is followed by what it stands for, under its own surface."""
        pairs = self._split(chunk)
        return self._glossary.written_out(pairs) if self._glossary else pairs

    def _split(self, chunk: str) -> Pairs:
        return [(spelled(form, self._lang, self._spelling), surface) for form, surface in split(self._tokenizer, chunk)]

    def gather(self, chunks: NDArray[np.int64]) -> tuple[NDArray[np.int32], IntArray]:
        """Return the tokens of these chunks, flat, and how many each has."""
        starts = self._ends[chunks]
        lengths = self._ends[chunks + 1] - starts
        before = np.cumsum(lengths) - lengths
        places = np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))
        return self._flat[places], lengths


class Tokenizer:
    """spaCy's tokenizer for a language, with normal forms, behind a bounded memory of chunks."""

    def __init__(
        self,
        lang: str = "en",
        glossary: Sequence[tuple[str, str]] = (),
        *,
        spelling: int | None = None,
        remembered: int = 500_000,
        characters: int = 50_000_000,
    ) -> None:
        """Make one for an ISO language code; `remembered` chunks and `characters` of text bound its memory.

        `glossary` holds abbreviations, each one word without blanks, and what they stand for; `spelling` is the
        number of the spelling that a model was learnt with, default: the language's newest. Raises UsageError for a language that
        spaCy does not know, or needs more packages for.
        """
        self.lang = lang
        self._glossary = tuple(glossary)
        self._spelling = spelling or SPELLINGS.get(lang, 1)
        self._limits = (remembered, characters)
        self._chunks = self._anew()

    def _anew(self) -> _Chunks:
        """Start with an empty memory and a new pipeline, whose string store is empty too."""
        return _Chunks(language(self.lang).tokenizer, self.lang, self._glossary, self._spelling)

    @property
    def function_words(self) -> frozenset[str]:
        """The language's words that carry grammar and no content; negations are none of them."""
        return function_words(self.lang)

    def __call__(self, texts: Sequence[str]) -> TokenBatch:
        """Tokenise a batch of answers."""
        chunks = self._chunks
        if len(chunks) > self._limits[0] or chunks.characters > self._limits[1]:
            chunks = self._chunks = self._anew()
        splits = [text.split() for text in texts]
        counts = np.fromiter(map(len, splits), dtype=np.int64, count=len(splits))
        numbers = np.fromiter(
            map(chunks.__getitem__, chain.from_iterable(splits)), dtype=np.int64, count=int(counts.sum())
        )
        tokens, lengths = chunks.gather(numbers)
        ends = np.concatenate(([0], np.cumsum(lengths)))
        offsets = ends[np.concatenate(([0], np.cumsum(counts)))]
        return TokenBatch(chunks.lexicon, tokens, offsets)

    def surfaces(self, text: str) -> list[str]:
        """Return the words of one answer as it writes them, one a token."""
        return [surface for chunk in text.split() for surface in self._chunks.surfaces(chunk)]


def split(tokenizer: SpacyTokenizer, chunk: str) -> Pairs:
    """Tokenise one chunk into (normal form, surface) pairs; normal forms are lower-case, contractions written out."""
    pairs: Pairs = []
    for start in range(0, len(chunk), LONGEST):
        cased = clean(chunk[start : start + LONGEST])
        lower = cased.lower()
        shown = cased if len(cased) == len(lower) else lower
        pairs += [
            (token.norm_.lower(), shown[token.idx : token.idx + len(token)])
            for token in tokenizer(lower)
            if not token.is_space
        ]
    return pairs


def _roomy(array: NDArray, size: int) -> NDArray:  # type: ignore[type-arg]
    """Return the array with room for `size` entries, doubling as it grows."""
    if size <= len(array):
        return array
    return np.concatenate((array, np.zeros(max(size, len(array)), dtype=array.dtype)))

"""The fitted model, folded into one row of numbers a token: fast scores and exact evidence, without scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from freetext.model.features import (
    Features,
    Hits,
    crossed_hits,
    gram_rows,
    hit_matrix,
    pair_hits,
    root_lengths,
    word_places,
)
from freetext.model.vocabulary import START, Vocabulary
from freetext.survey.answers import FloatArray, IntArray
from freetext.text.tokens import TokenBatch
from freetext.text.vectors import Vectors

Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """A linear model over a vocabulary: float32 rows (features, themes), weights folded in, and a bias (themes,).

    With `vectors` it holds `dense` too, float32 (size of the vectors, themes): what a form's vector adds to its row.
    """

    vocabulary: Vocabulary
    rows: Rows
    bias: Rows
    vectors: Vectors | None = None
    dense: Rows | None = None

    def of_vectors(self, forms: Sequence[str]) -> Rows | None:
        """Return what the vectors of forms add to their rows, float32 (forms, themes); None without vectors.

        The product is a sparse one, which adds each form's numbers in one order in any company: so scores have the same bits.
        """
        if self.vectors is None or self.dense is None:
            return None
        return np.asarray(sparse.csr_matrix(self.vectors(forms)) @ self.dense)


def fold(features: Features, lines: FloatArray, bias: FloatArray) -> Folded:
    """Fold the weights of features into lines over them (features, themes), with a bias (themes,).

    What a word's vector counts less than 1 goes into the word's own row, so that a form's vector can be added without looking.
    """
    counted = features.vocabulary.size
    rows = (lines[:counted] * features.weights[:, None]).astype(np.float32)
    if features.vectors is None or features.fading is None:
        return Folded(features.vocabulary, rows, bias.astype(np.float32))
    dense = (lines[counted:] * features.scale).astype(np.float32)
    words = features.vocabulary.words
    rows[: len(words)] += ((features.fading - 1)[:, None] * (features.vectors(words) @ dense)).astype(np.float32)
    return Folded(features.vocabulary, rows, bias.astype(np.float32), features.vectors, dense)


class Scorer:
    """Scores token batches; remembers the row of every normal form of the lexicon it has met."""

    def __init__(self, folded: Folded) -> None:
        """Cut the rows into their blocks."""
        self._folded = folded
        self._words, self._pairs, self._chars, self._crossed, self._questions = _blocks(folded)
        self._lexicon: list[str] | None = None
        self._forget([])

    def _forget(self, lexicon: list[str]) -> None:
        self._lexicon = lexicon
        self._known = 0
        self._table = np.zeros((1024, len(self._folded.bias)), dtype=np.float32)
        self._word_of = np.full(1024, -1, dtype=np.int64)
        self._speaks = np.zeros(1024, dtype=np.bool_)

    def _meet(self, batch: TokenBatch) -> None:
        """Make rows for the normal forms that are new since the last batch."""
        if batch.lexicon is not self._lexicon:
            self._forget(batch.lexicon)
        size = len(batch.lexicon)
        if size > len(self._table):
            room = max(size, 2 * len(self._table)) - len(self._table)
            self._table = np.concatenate((self._table, np.zeros((room, self._table.shape[1]), dtype=np.float32)))
            self._word_of = np.concatenate((self._word_of, np.full(room, -1, dtype=np.int64)))
            self._speaks = np.concatenate((self._speaks, np.zeros(room, dtype=np.bool_)))
        if size > self._known:
            new = batch.lexicon[self._known : size]
            places = word_places(self._folded.vocabulary, new)
            grams = gram_rows(self._folded.vocabulary, new)
            rows = grams @ self._chars
            rows[places >= 0] += self._words[places[places >= 0]]
            speaks = (places >= 0) | (np.diff(grams.indptr) > 0)
            dense = self._folded.of_vectors(new)
            if dense is not None:
                rows += dense
                speaks |= dense.any(axis=1)
            self._table[self._known : size] = rows
            self._word_of[self._known : size] = places
            self._speaks[self._known : size] = speaks
            self._known = size

    def margins(self, batch: TokenBatch, questions: Sequence[str]) -> Rows:
        """Return float32 (answers, themes)."""
        self._meet(batch)
        vocabulary = self._folded.vocabulary
        asked = vocabulary.ask(questions)
        pairs, crossed = self._hits(batch, asked)
        total = hit_matrix(batch, batch.tokens.astype(np.int64), self._known) @ self._table[: self._known]
        total += hit_matrix(batch, pairs, len(vocabulary.pairs)) @ self._pairs
        total += hit_matrix(batch, crossed, len(vocabulary.crossed)) @ self._crossed
        total /= root_lengths(batch).astype(np.float32)[:, None]
        total += self._folded.bias
        known = asked >= 0
        total[known] += self._questions[asked[known]]
        return total

    def _hits(self, batch: TokenBatch, asked: IntArray) -> tuple[Hits, Hits]:
        vocabulary = self._folded.vocabulary
        return pair_hits(batch, vocabulary, self._word_of), crossed_hits(batch, vocabulary, self._word_of, asked)

    def contributions(self, batch: TokenBatch, questions: Sequence[str]) -> Rows:
        """Return float32 (tokens, themes): what each token adds to its answer's margins.

        With the bias and the question's own term they add up to the margins. A pair's row is shared by its two words; the pair
        that begins an answer belongs to its first word.
        """
        self._meet(batch)
        asked = self._folded.vocabulary.ask(questions)
        pairs, crossed = self._hits(batch, asked)
        share = self._table[batch.tokens].copy()
        met = np.flatnonzero(crossed >= 0)
        share[met] += self._crossed[crossed[met]]
        closing = np.flatnonzero(pairs >= 0)
        first = self._folded.vocabulary.pairs[pairs[closing], 0] == START
        share[closing] += self._pairs[pairs[closing]] * np.where(first, 1, 0.5).astype(np.float32)[:, None]
        share[closing[~first] - 1] += self._pairs[pairs[closing[~first]]] * np.float32(0.5)
        return share / np.repeat(root_lengths(batch), batch.lengths).astype(np.float32)[:, None]

    @property
    def has_vectors(self) -> bool:
        """Whether words that the vocabulary lacks are known by vectors."""
        return self._folded.dense is not None

    def unknown(self, batch: TokenBatch) -> NDArray[np.bool_]:
        """Return bool (answers,): no word of the answer stands in the model's vocabulary."""
        self._meet(batch)
        return ~_any_of(self._word_of[batch.tokens] >= 0, batch)

    def heard(self, batch: TokenBatch) -> NDArray[np.bool_]:
        """Return bool (answers,): some word or character n-gram of the answer stands in the model's vocabulary, or its vector says something."""
        self._meet(batch)
        return _any_of(self._speaks[batch.tokens], batch)


def _any_of(tokens: NDArray[np.bool_], batch: TokenBatch) -> NDArray[np.bool_]:
    """Return bool (answers,): whether any token of an answer is marked."""
    marked = np.concatenate(([0], np.cumsum(tokens)))
    return np.asarray(np.diff(marked[batch.offsets]) > 0)


def _blocks(folded: Folded) -> list[Rows]:
    edges = folded.vocabulary.starts
    return [folded.rows[begin:end] for begin, end in pairwise(edges)]

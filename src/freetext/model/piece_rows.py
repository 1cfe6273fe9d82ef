"""Rows of pieces: what a piece of text adds to the margins of any answer that holds it, and what it counts for, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from freetext.model.compiled import Rows
from freetext.model.displaced import STRANGER
from freetext.model.features import hit_matrix, pair_hits
from freetext.model.form_rows import FormRows
from freetext.model.vocabulary import Vocabulary
from freetext.survey.answers import BoolArray, IntArray
from freetext.text.memory import Memory, roomy
from freetext.text.tokens import TokenBatch

Ints = NDArray[np.int32]
Marker = Callable[[Sequence[str]], BoolArray]
"""Says of pieces, as texts, which are to be counted."""


class Counted(IntEnum):
    """What is counted of each piece, in columns behind those of the themes."""

    TOKENS = 0
    WORDS = 1
    """Tokens that are words of the vocabulary."""
    SPEAKING = 2
    """Tokens of which the model knows anything at all."""
    VISIBLE = 3
    """1 where the piece holds something that can be seen."""
    MARKED = 4
    """1 where the piece holds an anchor of a phrase."""


class PieceRows:
    """One row for each number of a memory, as far as it has been met.

    table  float32 (pieces, themes + counts): the sum of the rows of its tokens and of the pairs inside, then what is `Counted`
    last   int32 (pieces,): the left number of its last word, which is 1 more than the word's place; STRANGER where that is unknown
    first  int32 (pieces,): the place of its first word, the number of words where that is unknown
    """

    def __init__(self, vocabulary: Vocabulary, pairs: Rows, marker: Marker | None) -> None:
        """Take the rows of pairs."""
        self._vocabulary, self._pairs, self._marker = vocabulary, pairs, marker
        self._mark: object = None
        self._lexicon: list[str] = []
        self._known = 0
        self._table: Rows = np.zeros((1024, pairs.shape[1] + len(Counted)), dtype=np.float32)
        self._first: Ints = np.zeros(1024, dtype=np.int32)
        self._last: Ints = np.zeros(1024, dtype=np.int32)

    def meet(self, memory: Memory, forms: FormRows) -> None:
        """Make rows for what is new since the last batch; a memory that follows on the last one brings its rows along."""
        try:
            self._meet(memory, forms)
        except BaseException:  # Ctrl-C too: rows that are half made are not to be relied on
            self._mark, self._known = None, 0
            forms.forget()
            raise

    def _meet(self, memory: Memory, forms: FormRows) -> None:
        if memory.mark is not self._mark:
            self._follow(memory, forms)
        forms.meet(memory.lexicon)
        begin, size = self._known, memory.size
        if size == begin:
            return
        self._table, self._first, self._last = (
            roomy(self._table, size),
            roomy(self._first, size),
            roomy(self._last, size),
        )
        self._add(memory, np.arange(begin, size), forms)
        self._known = size

    def _follow(self, memory: Memory, forms: FormRows) -> None:
        kept, before, lexicon = memory.kept, self._mark, self._lexicon
        self._mark, self._lexicon = memory.mark, memory.lexicon
        if kept is None or kept.source is not before or (kept.pieces >= self._known).any():
            self._known = 0
            return
        if forms.knows(lexicon):
            forms.keep(kept.forms, memory.lexicon)
        self._known = len(kept.pieces)
        self._table = roomy(self._table[kept.pieces], 1024)
        self._first, self._last = roomy(self._first[kept.pieces], 1024), roomy(self._last[kept.pieces], 1024)

    def _add(self, memory: Memory, numbers: IntArray, forms: FormRows) -> None:
        tokens, lengths = memory.gather(numbers)
        batch = TokenBatch(memory.lexicon, tokens, np.concatenate(([0], np.cumsum(lengths))))
        themes = self._pairs.shape[1]
        rows = hit_matrix(batch, tokens.astype(np.int64), len(forms.table)) @ forms.table
        inside = pair_hits(batch, self._vocabulary, forms.word_of)
        inside[batch.offsets[:-1][lengths > 0]] = -1
        rows += hit_matrix(batch, inside, len(self._pairs)) @ self._pairs
        here = slice(int(numbers[0]), int(numbers[-1]) + 1)
        self._table[here, :themes] = rows
        counts = self._table[here, themes:]
        counts[:, Counted.TOKENS] = lengths
        counts[:, Counted.WORDS] = _per_piece(forms.word_of[tokens] >= 0, batch)
        counts[:, Counted.SPEAKING] = _per_piece(forms.speaks[tokens], batch)
        counts[:, Counted.VISIBLE] = memory.visible(numbers)
        counts[:, Counted.MARKED] = self._marker(memory.texts[here]) if self._marker else 0
        self._edges(batch, here, forms)

    def _edges(self, batch: TokenBatch, here: slice, forms: FormRows) -> None:
        """Note the words that pairs over the borders of pieces are made of."""
        some = batch.lengths > 0
        first, last = self._first[here], self._last[here]
        first[:], last[:] = len(self._vocabulary.words), STRANGER
        begins = forms.word_of[batch.tokens[batch.offsets[:-1][some]]]
        ends = forms.word_of[batch.tokens[batch.offsets[1:][some] - 1]]
        first[some] = np.where(begins >= 0, begins, len(self._vocabulary.words))
        last[some] = np.where(ends >= 0, ends + 1, STRANGER)

    def of(self, numbers: Ints) -> tuple[Rows, Ints, Ints]:
        """Return the rows of these pieces, and their first and last words."""
        return self._table[numbers], self._first[numbers], self._last[numbers]


def _per_piece(tokens: BoolArray, batch: TokenBatch) -> IntArray:
    marked = np.concatenate(([0], np.cumsum(tokens)))
    return np.asarray(np.diff(marked[batch.offsets]))

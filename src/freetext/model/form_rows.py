"""Rows of normal forms: what a word adds to the margins of any answer that holds it, worked out once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from freetext.model.compiled import Folded, Rows
from freetext.model.features import Hits, gram_rows, word_places
from freetext.survey.answers import BoolArray, IntArray
from freetext.text.memory import roomy


class FormRows:
    """One row for each normal form of a lexicon, as far as it has been met.

    table    float32 (forms, themes)
    word_of  int64 (forms,): the form's place among the words of the vocabulary, -1 for none
    speaks   bool (forms,): the model knows the form, a character n-gram of it, or its vector
    """

    def __init__(self, folded: Folded, words: Rows, chars: Rows) -> None:
        """Take the rows of words and of character n-grams."""
        self._folded, self._words, self._chars = folded, words, chars
        self._lexicon: list[str] | None = None
        self._known = 0
        self._table: Rows = np.zeros((1024, words.shape[1]), dtype=np.float32)
        self._word_of: Hits = np.full(1024, -1, dtype=np.int64)
        self._speaks: BoolArray = np.zeros(1024, dtype=np.bool_)

    @property
    def table(self) -> Rows:
        """The rows of the forms met."""
        return self._table[: self._known]

    @property
    def word_of(self) -> Hits:
        """The words of the forms met."""
        return self._word_of[: self._known]

    @property
    def speaks(self) -> BoolArray:
        """Whether the forms met say anything."""
        return self._speaks[: self._known]

    def keep(self, forms: IntArray, lexicon: list[str]) -> None:
        """Go on with a lexicon that has taken these forms over, in this order."""
        kept = forms[forms < self._known]
        if len(kept) < len(forms):
            self._lexicon = None
            return
        self._lexicon, self._known = lexicon, len(kept)
        self._table, self._word_of = roomy(self._table[kept], 1024), roomy(self._word_of[kept], 1024)
        self._speaks = roomy(self._speaks[kept], 1024)

    def knows(self, lexicon: list[str]) -> bool:
        """Whether this is the lexicon that was met last."""
        return lexicon is self._lexicon

    def meet(self, lexicon: list[str]) -> None:
        """Make rows for the forms that are new since the last batch."""
        try:
            self._meet(lexicon)
        except BaseException:
            self.forget()
            raise

    def forget(self) -> None:
        """Make all rows anew, as whoever was interrupted must."""
        self._lexicon, self._known = None, 0

    def _meet(self, lexicon: list[str]) -> None:
        if lexicon is not self._lexicon:
            self._lexicon, self._known = lexicon, 0
        begin, size = self._known, len(lexicon)
        if size == begin:
            return
        self._table, self._word_of = roomy(self._table, size), roomy(self._word_of, size)
        self._speaks = roomy(self._speaks, size)
        self._add(lexicon[begin:size], slice(begin, size))
        self._known = size

    def _add(self, forms: Sequence[str], here: slice) -> None:
        places = word_places(self._folded.vocabulary, forms)
        grams = gram_rows(self._folded.vocabulary, forms)
        rows: NDArray[np.float32] = np.asarray(grams @ self._chars)
        rows[places >= 0] += self._words[places[places >= 0]]
        speaks = (places >= 0) | (np.diff(grams.indptr) > 0)
        dense = self._folded.of_vectors(forms)
        if dense is not None:
            rows += dense
            speaks |= dense.any(axis=1)
        self._table[here], self._word_of[here], self._speaks[here] = rows, places, speaks

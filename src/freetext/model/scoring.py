"""Answers to margins: counts of pieces times a table of their rows, and the pairs that stand over the borders of pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from freetext.model.compiled import Folded, Rows, blocks
from freetext.model.displaced import displaced
from freetext.model.features import Hits, crossed_hits, hit_matrix, pair_hits, root_lengths
from freetext.model.form_rows import FormRows
from freetext.model.piece_rows import Counted, Ints, Marker, PieceRows
from freetext.model.vocabulary import START
from freetext.survey.answers import BoolArray, IntArray
from freetext.text.tokens import PieceBatch, TokenBatch


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """What a model says to `n` answers, and what it has counted.

    margins  float32 (n, themes)
    counts   float32 (n, len(Counted)): sums over the pieces of an answer
    """

    margins: Rows
    counts: Rows

    @property
    def unknown(self) -> BoolArray:
        """Which answers hold no word that stands in the model's vocabulary."""
        return np.asarray(self.counts[:, Counted.WORDS] == 0)

    @property
    def heard(self) -> BoolArray:
        """Of which answers some word or character n-gram stands in the model's vocabulary, or its vector says something."""
        return self.counts[:, Counted.SPEAKING] > 0

    @property
    def blank(self) -> BoolArray:
        """Which answers hold nothing that can be seen."""
        return np.asarray(self.counts[:, Counted.VISIBLE] == 0)

    @property
    def marked(self) -> IntArray:
        """The places of the answers that hold a marked piece."""
        return np.flatnonzero(self.counts[:, Counted.MARKED])


class Scorer:
    """Scores batches of pieces; remembers the row of every piece and every normal form that it has met.

    An answer's numbers are added in one order in any company (its pieces one by one, then pairs over their borders), so its scores
    are the same to the bit whatever its batch.
    """

    def __init__(self, folded: Folded, marker: Marker | None = None) -> None:
        """Cut the rows into their blocks; `marker` says which pieces are to be counted as marked."""
        self._folded = folded
        words, self._pairs, chars, self._crossed, self._questions = blocks(folded)
        self._forms = FormRows(folded, words, chars)
        self._pieces = PieceRows(folded.vocabulary, self._pairs, marker)
        vocabulary = folded.vocabulary
        self._border = displaced(
            vocabulary.pairs[:, 0] - START, vocabulary.pairs[:, 1], len(vocabulary.words) + 1, len(vocabulary.words)
        )

    @property
    def has_vectors(self) -> bool:
        """Whether words that the vocabulary lacks are known by vectors."""
        return self._folded.dense is not None

    def score(self, batch: PieceBatch, questions: str | Sequence[str] = "") -> Scored:
        """Score answers to one question, or each to its own (n,)."""
        self._pieces.meet(batch.memory, self._forms)
        asked = self._folded.vocabulary.ask((questions,) if isinstance(questions, str) else questions)
        each = np.unique(asked)
        if isinstance(questions, str) or len(each) == 1:
            total = self._summed(batch, int(each[0]))
        else:
            total = np.zeros((len(batch), self._pairs.shape[1] + len(Counted)), dtype=np.float32)
            for question in each.tolist():
                rows = np.flatnonzero(asked == question)
                total[rows] = self._summed(batch.take(rows), question)
        themes = self._pairs.shape[1]
        return Scored(total[:, :themes], total[:, themes:])

    def margins(self, batch: PieceBatch, questions: str | Sequence[str] = "") -> Rows:
        """Return float32 (answers, themes)."""
        return self.score(batch, questions).margins

    def _summed(self, batch: PieceBatch, question: int) -> Rows:
        """Return float32 (answers, themes + counts) of answers to one question, by its place, -1 for an unknown one."""
        themes = self._pairs.shape[1]
        table, first, last = self._pieces.of(batch.numbers)
        lengths = table[:, themes + Counted.TOKENS]
        if question >= 0:
            table[:, :themes] += self._met(batch, question)
        ones = np.ones(len(batch.places), dtype=np.float32)
        total: Rows = sparse.csr_matrix((ones, batch.places, batch.offsets), shape=(len(batch), len(table))) @ table
        margins = total[:, :themes]
        margins += self._over_borders(batch, lengths > 0, first, last)
        margins /= np.sqrt(np.maximum(total[:, themes + Counted.TOKENS], 1))[:, None]
        margins += self._folded.bias
        if question >= 0:
            margins += self._questions[question]
        return total

    def _met(self, batch: PieceBatch, question: int) -> Rows:
        """Return float32 (distinct pieces, themes): what the words of each piece add where this question was asked."""
        inside = batch.of_distinct()
        asked = np.full(len(inside), question, dtype=np.int64)
        hits = crossed_hits(inside, self._folded.vocabulary, self._forms.word_of, asked)
        return np.asarray(hit_matrix(inside, hits, len(self._crossed)) @ self._crossed)

    def _over_borders(self, batch: PieceBatch, spoken: BoolArray, first: Ints, last: Ints) -> Rows:
        """Return float32 (answers, themes): the rows of pairs whose words stand in two pieces, and of those that begin an answer."""
        places, offsets = _without_silence(batch, spoken)
        starts = offsets[:-1][np.diff(offsets) > 0]
        left = _before(last, places, starts, 0)
        shift = _before(self._border.shifts(last), places, starts, int(self._border.shift[0]))
        hits, pairs = self._border.find(left, shift, first.take(places))
        ends = np.searchsorted(hits, offsets)
        held = sparse.csr_matrix((np.ones(len(hits), np.float32), pairs, ends), shape=(len(batch), len(self._pairs)))
        return np.asarray(held @ self._pairs)

    def contributions(self, batch: TokenBatch, questions: Sequence[str]) -> Rows:
        """Return float32 (tokens, themes): what each token adds to its answer's margins.

        With the bias and the question's own term they add up to the margins. A pair's row is shared by its two words; the pair
        that begins an answer belongs to its first word.
        """
        self._forms.meet(batch.lexicon)
        vocabulary, word_of = self._folded.vocabulary, self._forms.word_of
        pairs = pair_hits(batch, vocabulary, word_of)
        crossed = crossed_hits(batch, vocabulary, word_of, vocabulary.ask(questions))
        share = self._forms.table[batch.tokens]
        met = np.flatnonzero(crossed >= 0)
        share[met] += self._crossed[crossed[met]]
        self._share_pairs(share, pairs)
        return np.asarray(share / np.repeat(root_lengths(batch), batch.lengths).astype(np.float32)[:, None])

    def _share_pairs(self, share: Rows, pairs: Hits) -> None:
        closing = np.flatnonzero(pairs >= 0)
        first = self._folded.vocabulary.pairs[pairs[closing], 0] == START
        share[closing] += self._pairs[pairs[closing]] * np.where(first, 1, 0.5).astype(np.float32)[:, None]
        share[closing[~first] - 1] += self._pairs[pairs[closing[~first]]] * np.float32(0.5)


def _without_silence(batch: PieceBatch, spoken: BoolArray) -> tuple[Ints, Ints]:
    """Return places and offsets without the pieces that hold no token: nothing stands between the words around them."""
    if spoken.all():
        return batch.places, batch.offsets
    kept = spoken[batch.places]
    before = np.concatenate(([0], np.cumsum(kept, dtype=np.int32)), dtype=np.int32)
    return batch.places[kept], before[batch.offsets]


def _before(values: Ints, places: Ints, starts: NDArray[np.integer], at_start: int) -> Ints:
    """Return for each piece the value of the one before it, `at_start` for the first of an answer."""
    found = np.empty(len(places), dtype=np.int32)
    values.take(places[:-1], out=found[1:], mode="clip")
    found[starts] = at_start
    return found

"""Words of two waves: which are written oftener than before, and how much of the new wave the old one never said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.tallies.drift import Word
from freetext.tallies.drift_relabel import Relabelled, tail, together
from freetext.text.tokens import TokenBatch

FEWEST = 8
"""Respondents of both waves that must have written a word for it to be tested; of fewer hardly any split is unlikely."""

SHOWN = 3
"""Respondents that must have written a word for it to be shown: no word of one person is."""

MOST = 12
"""Words that are shown of either wave, at most."""

AT_ONCE = 200

SIDES: tuple[tuple[Literal["new", "old"], int], ...] = (("new", 1), ("old", -1))

Columns = sparse.csc_matrix


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """Words that hold a letter or a digit, by respondent.

    words   as they are counted, in their normal form
    times   csc float32 (units, words): how often each respondent wrote each
    """

    words: tuple[str, ...]
    times: Columns

    @property
    def holders(self) -> FloatArray:
        """How many respondents wrote each word, (words,)."""
        return np.diff(self.times.indptr).astype(np.float64)


def written(batch: TokenBatch, waves: Relabelled) -> Written:
    """Count who wrote what."""
    rows = np.repeat(waves.unit, batch.lengths)
    shape = (waves.labels.shape[1], len(batch.lexicon))
    times = sparse.csc_matrix((np.ones(len(rows), dtype=np.float32), (rows, batch.tokens)), shape=shape)
    times.sum_duplicates()
    kept = np.flatnonzero(spelled(batch.lexicon) & (np.diff(times.indptr) > 0))
    return Written(tuple(batch.lexicon[place] for place in kept.tolist()), times[:, kept])


def unheard(said: Written, waves: Relabelled) -> tuple[float, float, float]:
    """Return the share of the new wave's running words that the old one never writes, the same in relabelled waves, and p, one-sided."""
    total = np.asarray(said.times.sum(axis=0)).ravel()
    found = np.empty(len(waves.labels))
    by_word = sparse.csr_matrix(said.times.T)
    for start in range(0, len(found), AT_ONCE):
        new = by_word @ np.ascontiguousarray(waves.labels[start : start + AT_ONCE].T)
        only = np.where(new == total[:, None], new, 0)
        found[start : start + AT_ONCE] = only.sum(axis=0) / np.maximum(new.sum(axis=0), 1)
    return float(found[0]), float(found[1:].mean()) if waves.rounds else 0.0, tail(found)


def shifted(said: Written, waves: Relabelled) -> tuple[float, dict[str, float]]:
    """Return p of the word that moved most for its size, and p of every word that enough respondents wrote, corrected for their number."""
    kept = np.flatnonzero(said.holders >= FEWEST)
    if not len(kept):
        return 1.0, {}
    held = sparse.csr_matrix((said.times[:, kept] > 0).astype(np.float32).T)
    new = np.asarray((held @ np.ascontiguousarray(waves.labels.T)).T, dtype=np.float64)
    p, each = together(new - new.mean(axis=0))
    return p, dict(zip((said.words[place] for place in kept.tolist()), each.tolist(), strict=True))


def telling_words(batch: TokenBatch, said: Written, waves: Relabelled, base: BoolArray) -> tuple[Word, ...]:
    """Return the words that tell the waves apart best, those of the new one first: by their difference over its chance spread.

    Shares are of the answers of a base (answers,); words of fewer than SHOWN respondents are left out.
    """
    kept = np.flatnonzero(said.holders >= SHOWN)
    sized = _over_chance(said, kept, waves)
    order = np.argsort(-np.abs(sized), kind="stable")
    found: list[Word] = []
    for side, sign in SIDES:
        words = [said.words[place] for place in kept[order[sign * sized[order] > 1]][:MOST].tolist()]
        shares = shares_of(batch, words, waves.new, base)
        found += [Word(word, side, *both) for word, both in zip(words, shares, strict=True)]
    return tuple(found)


def _over_chance(said: Written, kept: IntArray, waves: Relabelled) -> FloatArray:
    """Return how many more new respondents wrote each word than chance would have it, in standard deviations of drawing without replacement."""
    held = (said.times[:, kept] > 0).astype(np.float64)
    labels = waves.labels[0].astype(np.float64)
    units, new = len(labels), float(labels.sum())
    share = np.asarray(held.sum(axis=0)).ravel() / units
    gain = np.asarray(held.T @ labels).ravel() - share * new
    spread = np.sqrt(share * (1 - share) * new * (units - new) / max(units - 1, 1))
    return np.divide(gain, spread, out=np.zeros(len(kept)), where=spread > 0)


def shares_of(batch: TokenBatch, words: Sequence[str], new: BoolArray, base: BoolArray) -> list[tuple[float, float]]:
    """Return for each word the share of the old and of the new answers of a base (answers,) that hold it."""
    rows = np.repeat(np.arange(len(batch)), batch.lengths)
    place = {word: number for number, word in enumerate(batch.lexicon)}
    sides = [side.astype(np.float64) / max(int(side.sum()), 1) for side in (base & ~new, base & new)]
    held = [np.unique(rows[batch.tokens == place[word]]) for word in words]
    return [(float(sides[0][here].sum()), float(sides[1][here].sum())) for here in held]


def spelled(lexicon: Sequence[str]) -> BoolArray:
    """Return which forms are words, bool (forms,): they hold a letter or a digit."""
    return np.fromiter((any(map(str.isalnum, word)) for word in lexicon), dtype=np.bool_, count=len(lexicon))


def words_in(batch: TokenBatch) -> FloatArray:
    """Return how many words each answer has, (answers,); marks are none."""
    before = np.concatenate(([0], np.cumsum(spelled(batch.lexicon)[batch.tokens])))
    return np.diff(before[batch.offsets]).astype(np.float64)


def known_share(batch: TokenBatch, known: NDArray[np.bool_], rows: BoolArray) -> float:
    """Return the share of running words of these answers (answers,) that a model knows; `known` bool (lexicon,). Marks are no words."""
    here = np.repeat(rows, batch.lengths) & spelled(batch.lexicon)[batch.tokens]
    return float(known[batch.tokens[here]].mean()) if here.any() else 1.0

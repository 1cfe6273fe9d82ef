"""Token batches to a sparse matrix; every block is a sum over tokens.

A feature's value in an answer is `count * weight / sqrt(tokens of the answer)`: dividing by the square root of the length instead of the
vector's own norm keeps a score additive over tokens, so that the fitted model folds into one row of numbers a token.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from freetext.model.vocabulary import START, Vocabulary, grams, key_of, look_up
from freetext.survey.answers import FloatArray, IntArray
from freetext.text.tokens import TokenBatch
from freetext.text.vectors import Vectors

FEWEST_RESPONDENTS = 2
"""A feature enters the vocabulary only when so many respondents wrote it: names stay out, and one person's quirk."""

ASKED = 0.6
"""Weight of what depends on the question: less than the rest, so that a model serves where the question is another or not told.

Measured on NHS answers, micro F1 with the question / without / under a question unseen: at 1 .680/.659/.603, at .7 .681/.667/.611, at .5 .678/.670/.613.
"""

COMMON = 0.003
"""The share of all tokens at which a word's vector counts half.

Mean AP on NHS answers at 0/32/128/512 labels, three splits: all vectors alike .386/.399/.436/.524, .001 .392/.408/.449/.537, .003 .405/.416/.452/.535.
"""

MANY = 1000
"""From so many forms on a tree of n-grams is worth growing; both ways find the same n-grams in the same order."""

Hits = NDArray[np.int64]
"""One entry a token: the place of a feature within its block, -1 for none."""


@dataclass(frozen=True, slots=True)
class Features:
    """A vocabulary and the weight (inverse document frequency times block scale) of each of its features.

    Behind the features of the vocabulary stands a dense block, where there are `vectors`: the sum of the vectors of an answer's
    tokens, times `scale`. The vector of each word of the vocabulary counts `fading` (words,) in it, that of any other form 1.
    """

    vocabulary: Vocabulary
    weights: FloatArray
    vectors: Vectors | None = None
    fading: FloatArray | None = None
    scale: float = 1.0

    @property
    def size(self) -> int:
        """How many columns the matrix has."""
        return self.vocabulary.size + (self.vectors.size if self.vectors else 0)

    def matrix(self, batch: TokenBatch, questions: Sequence[str]) -> sparse.csr_matrix:
        """Return float64 (answers, features)."""
        counts = count(batch, self.vocabulary, questions)
        plain = sparse.csr_matrix(_per_root_length(counts, batch, self.vocabulary) @ sparse.diags(self.weights))
        if self.vectors is None or self.fading is None:
            return plain
        dense = dense_block(batch, self.vocabulary, self.vectors, self.fading) * self.scale
        return sparse.csr_matrix(sparse.hstack((plain, sparse.csr_matrix(dense))))


def learn_features(
    batch: TokenBatch,
    questions: Sequence[str],
    respondents: Sequence[str],
    taught: int | None = None,
    vectors: Vectors | None = None,
) -> Features:
    """Find the features of a survey's answers and weigh them.

    Where only the first `taught` answers are labelled, words, pairs and questions that none of these holds are left out: nothing
    will be learnt of them. With `vectors` words stay, for how much of its vector counts hangs on how often the survey writes a word.
    """
    vocabulary = find_vocabulary(batch, questions, respondents)
    counts = count(batch, vocabulary, questions)
    if taught is not None and taught < len(batch):
        used = counts[:taught].getnnz(axis=0) > 0
        used[vocabulary.starts[2] : vocabulary.starts[3]] = True
        if vectors is not None:
            used[: vocabulary.starts[1]] = True
        vocabulary, counts = vocabulary.kept(used), sparse.csr_matrix(counts[:, np.flatnonzero(used)])
    answers_with = np.asarray((counts > 0).sum(axis=0)).ravel()
    weights = np.log((1 + len(batch)) / (1 + answers_with)) + 1
    edges = vocabulary.starts
    weights[edges[4] :] = 1
    scaled = _per_root_length(counts, batch, vocabulary) @ sparse.diags(weights)
    for begin, end in pairwise(edges[:5]):
        energy = scaled[:, begin:end].power(2).sum() / max(len(batch), 1)
        weights[begin:end] /= np.sqrt(energy) if energy > 0 else 1
    weights[edges[3] : edges[5]] *= ASKED
    if vectors is None:
        return Features(vocabulary, weights)
    fading = _fading(batch, vocabulary)
    energy = float((dense_block(batch, vocabulary, vectors, fading) ** 2).sum()) / max(len(batch), 1)
    return Features(vocabulary, weights, vectors, fading, 1 / float(np.sqrt(energy)) if energy > 0 else 1.0)


def _fading(batch: TokenBatch, vocabulary: Vocabulary) -> FloatArray:
    """Return what the vector of each word counts: COMMON / (COMMON + its share of all tokens), so that "the" drowns nothing.

    Source: Arora, Liang and Ma 2017, "A simple but tough-to-beat baseline for sentence embeddings".
    """
    places = word_places(vocabulary, batch.lexicon)[batch.tokens]
    shares = np.bincount(places[places >= 0], minlength=len(vocabulary.words)) / max(len(places), 1)
    return np.asarray(COMMON / (COMMON + shares), dtype=np.float64)


def dense_block(batch: TokenBatch, vocabulary: Vocabulary, vectors: Vectors, fading: FloatArray) -> FloatArray:
    """Return float64 (answers, size): the sum of the vectors of an answer's tokens, over the square root of their number."""
    places = word_places(vocabulary, batch.lexicon)
    counts = np.where(places >= 0, np.append(fading, 1.0)[places], 1.0)
    tokens = hit_matrix(batch, batch.tokens.astype(np.int64), len(batch.lexicon))
    summed = np.asarray(tokens @ (vectors(batch.lexicon) * counts[:, None]), dtype=np.float64)
    return np.asarray(summed / root_lengths(batch)[:, None])


def find_vocabulary(batch: TokenBatch, questions: Sequence[str], respondents: Sequence[str]) -> Vocabulary:
    """Collect what at least two respondents wrote."""
    lexicon = batch.lexicon
    numbers = {respondent: number for number, respondent in enumerate(dict.fromkeys(respondents))}
    people = np.fromiter((numbers[each] for each in respondents), dtype=np.int64, count=len(respondents))
    person = np.repeat(people, batch.lengths)
    words = sorted(lexicon[token] for token in _shared(person, batch.tokens.astype(np.int64)))
    asked = tuple(sorted({question for question in questions if question}))
    bare = Vocabulary(tuple(words), (), asked, np.zeros((0, 2), np.int32), np.zeros((0, 2), np.int32))
    word_of = word_places(bare, lexicon)
    before, here = neighbours(batch, word_of)
    both = (before >= START) & (here >= 0)
    pairs = _shared(person[both], key_of(before[both], here[both], len(words)))
    question_of = np.repeat(bare.ask(questions), batch.lengths)
    met = (question_of >= 0) & (here >= 0)
    crossed = _shared(person[met], key_of(question_of[met], here[met], len(words)))
    return Vocabulary(
        bare.words,
        _shared_grams(batch, person),
        asked,
        _unpacked(pairs, len(words)),
        _unpacked(crossed, len(words)),
    )


def _shared(person: IntArray, keys: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the keys that at least two people hold, sorted."""
    if not len(keys):
        return np.zeros(0, dtype=np.int64)
    distinct = np.unique(np.stack((keys, person)), axis=1)[0]
    found, holders = np.unique(distinct, return_counts=True)
    return found[holders >= FEWEST_RESPONDENTS]


def _shared_grams(batch: TokenBatch, person: IntArray) -> tuple[str, ...]:
    place: dict[str, int] = {}
    spelled = [[place.setdefault(gram, len(place)) for gram in grams(word)] for word in batch.lexicon]
    token_grams = _indicator(spelled, len(place))
    people = int(person.max()) + 1 if len(person) else 0
    held = sparse.csr_matrix(
        (np.ones(len(person), dtype=np.float32), (person, batch.tokens)), shape=(people, len(batch.lexicon))
    )
    holders = np.asarray(((held @ token_grams) > 0).sum(axis=0)).ravel()
    return tuple(sorted(gram for gram, number in place.items() if holders[number] >= FEWEST_RESPONDENTS))


def _unpacked(keys: NDArray[np.int64], words: int) -> NDArray[np.int32]:
    left, right = np.divmod(keys, max(words, 1))
    return np.stack((left - 1, right), axis=1).astype(np.int32)


def word_places(vocabulary: Vocabulary, forms: Sequence[str]) -> Hits:
    """Return each normal form's place among the model's words."""
    place = vocabulary.word_place
    return np.fromiter((place.get(form, -1) for form in forms), dtype=np.int64, count=len(forms))


def neighbours(batch: TokenBatch, word_of: Hits) -> tuple[Hits, Hits]:
    """Return for each token the word before it (START at the beginning, START - 1 when unknown) and its own word."""
    here = word_of[batch.tokens]
    before = np.empty_like(here)
    before[1:] = here[:-1]
    before[before < 0] = START - 1
    first = batch.offsets[:-1][batch.lengths > 0]
    before[first] = START
    return before, here


def pair_hits(batch: TokenBatch, vocabulary: Vocabulary, word_of: Hits) -> Hits:
    """Return for each token the known pair that it closes."""
    before, here = neighbours(batch, word_of)
    possible = np.flatnonzero((before >= START) & (here >= 0))
    hits = np.full(len(here), -1, dtype=np.int64)
    keys = key_of(before[possible], here[possible], len(vocabulary.words))
    hits[possible] = look_up(keys, vocabulary.pair_keys)
    return hits


def crossed_hits(batch: TokenBatch, vocabulary: Vocabulary, word_of: Hits, asked: IntArray) -> Hits:
    """Return for each token its known meeting with the question; `asked` holds a question's place an answer."""
    here = word_of[batch.tokens]
    question = np.repeat(asked, batch.lengths)
    possible = np.flatnonzero((question >= 0) & (here >= 0))
    hits = np.full(len(here), -1, dtype=np.int64)
    keys = key_of(question[possible], here[possible], len(vocabulary.words))
    hits[possible] = look_up(keys, vocabulary.crossed_keys)
    return hits


def gram_rows(vocabulary: Vocabulary, forms: Sequence[str]) -> sparse.csr_matrix:
    """Return float32 (forms, character n-grams of the model): how often each form holds each."""
    if len(forms) >= MANY and all(forms):
        rows, columns = vocabulary.char_tree.find(forms)
        ends = np.searchsorted(rows, np.arange(len(forms) + 1))
        ones = np.ones(len(columns), dtype=np.float32)
        return sparse.csr_matrix((ones, columns, ends), shape=(len(forms), len(vocabulary.chars)))
    place = vocabulary.char_place
    return _indicator([[place[gram] for gram in grams(form) if gram in place] for form in forms], len(place))


def hit_matrix(batch: TokenBatch, hits: Hits, width: int) -> sparse.csr_matrix:
    """Return float32 (answers, width): how often each feature of a block was hit in each answer."""
    hit = hits >= 0
    before = np.concatenate(([0], np.cumsum(hit)))
    columns = hits[hit]
    ones = np.ones(len(columns), dtype=np.float32)
    return sparse.csr_matrix((ones, columns, before[batch.offsets]), shape=(len(batch), width))


def count(batch: TokenBatch, vocabulary: Vocabulary, questions: Sequence[str]) -> sparse.csr_matrix:
    """Return float32 (answers, features): plain counts, and 1 for the question that was asked."""
    word_of = word_places(vocabulary, batch.lexicon)
    asked = vocabulary.ask(questions)
    tokens = hit_matrix(batch, batch.tokens.astype(np.int64), len(batch.lexicon))
    blocks = (
        hit_matrix(batch, word_of[batch.tokens], len(vocabulary.words)),
        hit_matrix(batch, pair_hits(batch, vocabulary, word_of), len(vocabulary.pairs)),
        tokens @ gram_rows(vocabulary, batch.lexicon),
        hit_matrix(batch, crossed_hits(batch, vocabulary, word_of, asked), len(vocabulary.crossed)),
        _indicator([[place] if place >= 0 else [] for place in asked.tolist()], len(vocabulary.questions)),
    )
    return sparse.csr_matrix(sparse.hstack(blocks, dtype=np.float32))


def _indicator(places: Sequence[Sequence[int]], width: int) -> sparse.csr_matrix:
    ends = np.cumsum([0, *map(len, places)])
    columns = np.fromiter((place for row in places for place in row), dtype=np.int64, count=int(ends[-1]))
    return sparse.csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(places), width))


def root_lengths(batch: TokenBatch) -> FloatArray:
    """Return the square root of each answer's number of tokens, 1 for an answer without any."""
    return np.sqrt(np.maximum(batch.lengths, 1))


def _per_root_length(counts: sparse.csr_matrix, batch: TokenBatch, vocabulary: Vocabulary) -> sparse.csr_matrix:
    """Divide all but the question by the square root of the length."""
    additive = counts[:, : vocabulary.starts[4]]
    asked = counts[:, vocabulary.starts[4] :]
    return sparse.csr_matrix(sparse.hstack((sparse.diags(1 / root_lengths(batch)) @ additive, asked)))

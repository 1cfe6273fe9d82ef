"""Answers as points, in several views: what they speak of, by letters, by words, by both, and by vectors where there are some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

from freetext.model.features import Features, gram_rows, hit_matrix, learn_features, word_places
from freetext.survey.answers import IntArray
from freetext.text.languages import function_words
from freetext.text.pieces import arrow_texts
from freetext.text.tokens import TokenBatch, Tokenizer
from freetext.text.vectors import Vectors

Points = NDArray[np.float32]
"""float32 (answers, dimensions), rows of length one; a row of zeros where nothing is known of an answer."""

LETTERS, BOTH, WORDS, MEANT = (60, 40, 80, 100), (60, 80), (30, 60), (40, 80)
"""Dimensions of the views of each kind; the first of LETTERS is the one that groups gather further members in.

One view parts answers by chance of its own; what most of them part alike is there. docs/discover.md has the measurements.
"""

ROUNDS = 3
"""Power iterations of the decomposition."""


def read(texts: Sequence[str], lang: str, glossary: Sequence[tuple[str, str]], *, hidden: bool) -> TokenBatch:
    """Return the tokens of content of each text: words and numbers with letters, none that only grammar needs; personal data is none."""
    tokenizer = Tokenizer(lang, glossary)
    whole = arrow_texts(texts)
    batch = (tokenizer.hidden(whole)[1] if hidden else tokenizer.pieces(whole)).tokens()
    plain = function_words(lang)
    told = np.array([word not in plain and any(map(str.isalpha, word)) for word in batch.lexicon], dtype=np.bool_)
    kept = told[batch.tokens] if len(told) else np.zeros(0, dtype=np.bool_)
    ends = np.concatenate(([0], np.cumsum(kept)))
    return TokenBatch(batch.lexicon, batch.tokens[kept], ends[batch.offsets])


def taken(batch: TokenBatch, rows: IntArray) -> TokenBatch:
    """Return these answers alone, in that order."""
    lengths = batch.lengths[rows]
    ends = np.concatenate(([0], np.cumsum(lengths)))
    places = np.repeat(batch.offsets[rows] - ends[:-1], lengths) + np.arange(int(ends[-1]))
    return TokenBatch(batch.lexicon, batch.tokens[places], ends)


def counted(batch: TokenBatch) -> sparse.csr_matrix:
    """Return float32 (answers, lexicon): how often each answer holds each word."""
    counts = hit_matrix(batch, batch.tokens.astype(np.int64), len(batch.lexicon))
    counts.sum_duplicates()
    return counts


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A row of numbers for each word of a lexicon; an answer's point is the sum of its words' rows, made of length one."""

    rows: Points

    def points(self, counts: sparse.csr_matrix) -> Points:
        """Return the points of answers, of which `counts` (answers, lexicon) holds the words."""
        return of_length_one(np.asarray(counts @ self.rows, dtype=np.float32))


def views_of(batch: TokenBatch, learnt: IntArray, vectors: Vectors | None, seed: int) -> list[View]:
    """Make the views of a batch from the answers `learnt` of it; the first is the one to gather members in. None where no word is shared."""
    some = taken(batch, learnt)
    nobody = [""] * len(some)
    features = learn_features(some, nobody, [str(place) for place in range(len(some))], vectors=vectors)
    if not features.vocabulary.words:
        return []
    letters, words = _tables(features, batch.lexicon)
    counts = counted(some)
    both = sparse.csr_matrix(sparse.hstack((letters, words)))
    found = [
        *_views(letters, counts, LETTERS, seed),
        *_views(both, counts, BOTH, seed),
        *_views(words, counts, WORDS, seed),
    ]
    if vectors is not None and features.fading is not None:
        fading = np.append(features.fading, 1.0)[word_places(features.vocabulary, batch.lexicon)]
        found += _views(sparse.csr_matrix(vectors(batch.lexicon) * fading[:, None]), counts, MEANT, seed)
    return found


def reaching(views: Sequence[View]) -> View:
    """Return the view in which groups reach for claimed answers: the first of letters and words together, where there is one."""
    return views[min(len(LETTERS), len(views) - 1)]


def _tables(features: Features, lexicon: Sequence[str]) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """Return (lexicon, n-grams) and (lexicon, words): the weighted features of each word."""
    edges, vocabulary = features.vocabulary.starts, features.vocabulary
    letters = gram_rows(vocabulary, lexicon) @ sparse.diags(features.weights[edges[2] : edges[3]])
    places = word_places(vocabulary, lexicon)
    known = np.flatnonzero(places >= 0)
    weights = features.weights[: edges[1]][places[known]]
    words = sparse.csr_matrix((weights, (known, places[known])), shape=(len(lexicon), edges[1]))
    return sparse.csr_matrix(letters, dtype=np.float32), sparse.csr_matrix(words, dtype=np.float32)


def _views(table: sparse.csr_matrix, counts: sparse.csr_matrix, sizes: Sequence[int], seed: int) -> list[View]:
    """Decompose answers (counts x table) once and cut the result to each size.

    Each direction counts the square root of its strength, so that the commonest subject does not drown the others.
    """
    whole = sparse.csr_matrix(counts @ table)
    lengths = np.sqrt(np.asarray(whole.power(2).sum(axis=1)).ravel())
    whole = sparse.csr_matrix(sparse.diags((1 / np.where(lengths > 0, lengths, 1)).astype(np.float32)) @ whole)
    most = min(max(sizes), min(whole.shape) - 1)
    if most < 1 or not whole.nnz:
        return []
    _, strength, right = randomized_svd(whole, most, n_iter=ROUNDS, random_state=seed)
    strong = strength > strength[0] * 1e-5
    rows = np.asarray(table @ (right[strong].T / np.sqrt(strength[strong])), dtype=np.float32)
    return [View(rows[:, :size]) for size in sizes]


def of_length_one(points: Points) -> Points:
    """Divide each row by its length; a row of zeros stays."""
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    return np.asarray(points / np.where(lengths > 0, lengths, 1), dtype=np.float32)

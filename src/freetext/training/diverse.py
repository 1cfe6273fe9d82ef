"""An order of answers in which the first few speak of as many different things as they can; no label is needed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.cluster import MiniBatchKMeans
from sklearn.utils.extmath import randomized_svd
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from freetext.model.features import hit_matrix
from freetext.survey.answers import IntArray
from freetext.text.tokens import TokenBatch, Tokenizer

MOST = 20_000
"""Answers that are compared; of more, so many are drawn."""

LEVELS = (15, 30, 60, 120, 240, 500)
"""Numbers of clusters: the first 15 places go to 15 clusters, the next to those of 30 clusters that have none yet, and so on.

Measured on the NHS answers, mean AP at 30 / 60 / 120 labels: random .143/.191/.262, farthest first .145/.196/.277, clusters .175/.219/.286.
"""

DIMENSIONS = 64

BATCH = 2048

Points = NDArray[np.float32]


def diverse_order(
    texts: Sequence[str], lang: str = "en", glossary: Sequence[tuple[str, str]] = (), *, seed: int = 0
) -> IntArray:
    """Return the place (n,) of each text in a diverse order, 0 first; the same texts and seed give the same.

    Of texts that are written alike only one can have an early place. Behind the clusters' texts come the others, in random order.
    """
    dice = np.random.default_rng(seed)
    rest = dice.permutation(len(texts))
    distinct = np.sort(np.fromiter({texts[place]: place for place in rest.tolist()}.values(), dtype=np.int64))
    drawn = np.sort(dice.choice(distinct, MOST, replace=False)) if len(distinct) > MOST else distinct
    with threadpool_limits(1):  # threads that wait for each other beside a busy session take many times as long
        first = drawn[
            _spread(_points([texts[place] for place in drawn.tolist()], Tokenizer(lang, glossary), seed), seed)
        ]
    places = np.empty(len(texts), dtype=np.int64)
    places[np.concatenate((first, rest[~np.isin(rest, first)]))] = np.arange(len(texts))
    return places


def _points(texts: Sequence[str], tokenizer: Tokenizer, seed: int) -> Points:
    """Return float32 (texts, dimensions) of length one: what the texts speak of, by the words that at least two hold."""
    if not texts:
        return np.zeros((0, 1), dtype=np.float32)
    weighed = _weighed(tokenizer(texts))
    dimensions = min(DIMENSIONS, *weighed.shape)
    if not dimensions or not weighed.nnz:
        return np.zeros((len(texts), 1), dtype=np.float32)
    left, strength, _ = randomized_svd(weighed, dimensions, n_iter=2, random_state=seed)
    return _of_length_one(np.asarray(left * strength, dtype=np.float32))


def _weighed(batch: TokenBatch) -> sparse.csr_matrix:
    """Return tf-idf (texts, words), rows of length one."""
    counts = hit_matrix(batch, batch.tokens.astype(np.int64), len(batch.lexicon))
    counts.sum_duplicates()
    holders = np.bincount(counts.indices, minlength=counts.shape[1])
    counts.data = 1 + np.log(counts.data)
    shared = np.where(holders > 1, np.log((1 + len(batch)) / (1 + holders)) + 1, 0).astype(np.float32)
    weighed = counts @ sparse.diags(shared)
    lengths = np.sqrt(np.asarray(weighed.power(2).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths > 0, lengths, 1)) @ weighed)


def _of_length_one(points: Points) -> Points:
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    return np.asarray(points / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def _spread(points: Points, seed: int) -> IntArray:
    """Return places of points, level by level the point nearest to the centre of each cluster that has none yet, large ones first."""
    chosen: list[int] = []
    for clusters in LEVELS:
        if 2 * clusters > len(points):
            break
        fitted = MiniBatchKMeans(clusters, batch_size=BATCH, max_iter=20, n_init=1, random_state=seed).fit(points)
        labels: IntArray = fitted.labels_.astype(np.int64)
        away = ((points - fitted.cluster_centers_[labels]) ** 2).sum(axis=1)
        sizes = np.bincount(labels, minlength=clusters)
        sizes[labels[chosen]] = 0
        order = np.lexsort((np.arange(len(points)), away, labels))
        firsts = dict(zip(labels[order[::-1]].tolist(), order[::-1].tolist(), strict=True))
        chosen += [firsts[cluster] for cluster in np.argsort(-sizes, kind="stable").tolist() if sizes[cluster]]
    return np.array(chosen, dtype=np.int64)

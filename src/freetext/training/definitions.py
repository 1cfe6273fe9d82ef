"""What a codeframe's own words say of answers before any label does."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from freetext.model.features import Features
from freetext.model.vocabulary import LONGEST
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.survey.codeframe import Codeframe, Theme
from freetext.text.tokens import TokenBatch, Tokenizer

SILENT = ("other", "uncodable")
"""Reserved codes whose words say nothing of what answers to them say."""

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Prior:
    """Each theme's likeness to answers, a line over the features: margins of mean 0 and deviation 1 over the survey.

    rows    float32 (features, themes), to be multiplied with weighted features
    bias    (themes,)
    speaks  (themes,): whether the theme's words say anything; the lines of the others are 0
    """

    rows: Matrix
    bias: FloatArray
    speaks: BoolArray

    def margins(self, matrix: sparse.csr_matrix) -> FloatArray:
        """Return (answers, themes)."""
        return np.asarray(matrix @ self.rows + self.bias, dtype=np.float64)


def definition_of(theme: Theme) -> str:
    """Put together all that the codeframe says a theme is."""
    phrases = (each.replace("*", "") for each in (*theme.keywords, *theme.always))
    return ". ".join((theme.name, theme.definition, *theme.include, *theme.examples, *phrases))


def prior_of(codeframe: Codeframe, features: Features, around: sparse.csr_matrix, distinct: IntArray) -> Prior:
    """Make each theme's line from its definition and from the answers that are most like it.

    `around` (answers, features) are answers of the survey, `distinct` the rows of those that are not written like an earlier one. The
    definition's character n-grams, less those that all definitions share, find as many answers as the root of their number; the
    line is the sum of the definition's direction and of theirs. Source: Rocchio 1971, with answers that nobody judged.
    """
    tokenizer = Tokenizer(codeframe.lang, codeframe.glossary)
    batch = tokenizer([definition_of(theme) for theme in codeframe.themes])
    asked = features.matrix(batch, [""] * len(codeframe))
    speaking = _speaking(codeframe, features, batch, tokenizer.function_words)
    begin, end = features.vocabulary.starts[2:4]
    prior = _likeness(asked, around, distinct, (begin, end), speaking)
    if features.vectors is None:
        return prior
    by_vectors = _likeness(asked, around, distinct, (features.vocabulary.size, features.size), prior.speaks)
    return _summed(prior, by_vectors, around)


def _likeness(
    definitions: sparse.csr_matrix,
    around: sparse.csr_matrix,
    distinct: IntArray,
    block: tuple[int, int],
    speaking: BoolArray,
) -> Prior:
    """Make lines over the features of one block, of definitions and answers alike (rows, features)."""
    begin, end = block
    chars, asked = around[:, begin:end], definitions[:, begin:end]
    speaks = np.asarray(asked.getnnz(axis=1) > 0) & speaking
    wanted = _lengths_one(np.asarray(asked.toarray(), dtype=np.float32) * speaks[:, None])
    centred = _lengths_one((wanted - wanted[speaks].mean(axis=0)) * speaks[:, None] if speaks.sum() > 1 else wanted)
    found = centred + _feedback(chars[distinct], centred)
    return _standardised(found.T, chars, begin, around.shape[1], speaks)


def _summed(one: Prior, two: Prior, around: sparse.csr_matrix) -> Prior:
    """Add two priors whose margins count alike, and give the margins deviation 1 again."""
    rows, bias = one.rows + two.rows, one.bias + two.bias
    deviation = np.asarray(around @ rows, dtype=np.float64).std(axis=0) if around.shape[0] else np.zeros(len(bias))
    scale = 1 / np.where(deviation > 1e-9, deviation, 1)
    return Prior(np.asarray(rows * scale, dtype=np.float32), bias * scale, one.speaks | two.speaks)


def _speaking(codeframe: Codeframe, features: Features, batch: TokenBatch, plain: Collection[str]) -> BoolArray:
    """Say which themes have a word of content in their definition (a `batch` of all) that the survey knows: `c20` has none, and n-grams of it mislead."""
    known = features.vocabulary.char_place
    content = np.array([word not in plain and tells(word, known) for word in batch.lexicon], dtype=np.bool_)
    reserved = np.array([theme.reserved in SILENT for theme in codeframe.themes], dtype=np.bool_)
    held = np.add.reduceat(np.append(content[batch.tokens], 0), batch.offsets[:-1]) * (batch.lengths > 0)
    return np.asarray((held > 0) & ~reserved)


def tells(word: str, known: Collection[str]) -> bool:
    """Whether a word is letters only and begins as a word of the survey does: its first four letters, or all of a shorter one.

    `known` are the survey's character n-grams. "park" makes "parking" known; a single letter of the Latin alphabet tells nothing.
    """
    return word.isalpha() and (len(word) > 1 or not word.isascii()) and f" {word} "[:LONGEST] in known


def _feedback(chars: sparse.csr_matrix, wanted: Matrix) -> Matrix:
    """Return the direction (themes, n-grams) of the answers that are most like each theme, away from the mean answer."""
    if not chars.shape[0]:
        return np.zeros_like(wanted)
    count = max(1, round(np.sqrt(chars.shape[0])))
    nearest = np.argsort(-np.asarray(chars @ wanted.T), axis=0, kind="stable")[:count]
    mean = np.asarray(chars.mean(axis=0), dtype=np.float32).ravel()
    centres = [np.asarray(chars[places].mean(axis=0)).ravel() - mean for places in nearest.T]
    lines: Matrix = _lengths_one(np.array(centres, dtype=np.float32))
    lines[~wanted.any(axis=1)] = 0
    return lines


def _standardised(lines: Matrix, chars: sparse.csr_matrix, begin: int, size: int, speaks: BoolArray) -> Prior:
    """Give the margins over the survey mean 0 and deviation 1."""
    margins = np.asarray(chars @ lines, dtype=np.float64)
    mean, deviation = (margins.mean(axis=0), margins.std(axis=0)) if len(margins) else (0.0, 0.0)
    told = speaks & (np.broadcast_to(deviation, speaks.shape) > 1e-9)
    scale = np.where(told, 1 / np.where(told, deviation, 1), 0.0)
    rows = np.zeros((size, len(speaks)), dtype=np.float32)
    rows[begin : begin + len(lines)] = lines * scale
    return Prior(rows, np.asarray(-mean * scale, dtype=np.float64), np.asarray(told))


def _lengths_one(lines: Matrix) -> Matrix:
    lengths = np.linalg.norm(lines, axis=1, keepdims=True)
    return np.asarray(lines / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def distinct_rows(texts: Sequence[str]) -> IntArray:
    """Return the places of texts that no earlier text is written like."""
    first: dict[str, int] = {}
    for place, text in enumerate(texts):
        first.setdefault(text, place)
    return np.fromiter(first.values(), dtype=np.int64, count=len(first))

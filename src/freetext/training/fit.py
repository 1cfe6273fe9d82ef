"""A training set to a model."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import numpy as np

from freetext.model.bundle import Model
from freetext.model.cutoffs import apply_cutoffs
from freetext.survey.answers import Answers, FloatArray, IntArray
from freetext.text.tokens import Tokenizer
from freetext.training.calibration import calibration
from freetext.training.classifier import DEFAULT, EXPECTED, SHARE, Recipe
from freetext.training.dataset import DISPUTED, TrainingSet, folds_of
from freetext.training.lines import Lines, fit_lines
from freetext.training.scores import Scores, no_scores, scores_of
from freetext.training.surveyed import expected_cutoffs, rest_of


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """A model, and what was seen on the way: out-of-fold margins (answers, themes) and the scores they give."""

    model: Model
    margins: FloatArray
    scores: Scores


def fit(
    training: TrainingSet,
    *,
    survey: Answers | None = None,
    seed: int = 0,
    jobs: int | None = None,
    advance: Callable[[int], None] | None = None,
    recipe: Recipe = DEFAULT,
) -> Training:
    """Fit one linear model per theme and learn its cut-off out of fold.

    `survey` holds all answers that the labelled ones were chosen from: where some of them are not labelled, cut-offs are set at the
    shares that are expected of all, for what a queue asks for is no random sample. Without it they stand at the labelled shares.

    The same training set, survey, seed and recipe give the same model, bit for bit, on one machine with one set of versions, whatever the
    number of `jobs` (processes; default: one for a small set, one a core for a large one). `advance` is told of each theme that is
    done.
    """
    folds = folds_of(training.answers.respondents, seed)
    tokenizer = Tokenizer(training.codeframe.lang)
    batch = tokenizer(training.answers.texts)
    lines = fit_lines(training, batch, folds, seed=seed, jobs=jobs, advance=advance, recipe=recipe)
    return trained(training, lines, folds, tokenizer, seed=seed, recipe=recipe, survey=survey)


def trained(
    training: TrainingSet,
    lines: Lines,
    folds: IntArray,
    tokenizer: Tokenizer,
    *,
    seed: int,
    recipe: Recipe = DEFAULT,
    survey: Answers | None = None,
) -> Training:
    """Make the model of lines that were fitted on a training set with these folds (answers,); `survey` as in `fit`."""
    rest = rest_of(training, survey, seed)
    cutoffs = expected_cutoffs(training, lines, rest, tokenizer) if rest else lines.cutoffs
    # One respondent cannot be held out of their own model.
    seen = len(set(folds.tolist())) == 1
    coded = apply_cutoffs(lines.margins.astype(np.float32), cutoffs)
    people = training.answers.respondents
    scores = no_scores(len(cutoffs)) if seen else scores_of(training.given, coded, people, seed)
    facts = {
        **_facts(training, seed),
        **({"unlabelled": rest.facts} if rest else {}),
        "recipe": recipe.told(EXPECTED if rest else SHARE),
        "scores": scores.as_json(training.codeframe.slugs),
        "calibration": None if seen else calibration(training.given, lines.margins, cutoffs),
    }
    model = Model(training.codeframe, lines.whole, cutoffs, training.positives, facts)
    return Training(model, lines.margins, scores)


def _facts(training: TrainingSet, seed: int) -> dict[str, Any]:
    answers = training.answers
    return {
        "answers": len(answers),
        "respondents": len(set(answers.respondents)),
        "questions": len(set(answers.questions)),
        "disputed": int((training.given == DISPUTED).any(axis=1).sum()),
        "labels": labels_digest(training),
        "seed": seed,
        "versions": {name: version(name) for name in ("freetext", "numpy", "scikit-learn", "scipy", "spacy")},
    }


def labels_digest(training: TrainingSet) -> str:
    """Return a hash of all texts, questions and labels of a set, 16 hexadecimal digits."""
    answers = training.answers
    labels = hashlib.sha256()
    for text, question, row in zip(answers.texts, answers.questions, training.given, strict=True):
        labels.update(f"{text}\x1f{question}\x1f".encode(errors="surrogatepass") + row.tobytes())
    return labels.hexdigest()[:16]

"""A training set to a model."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Any

import numpy as np

from freetext.model.bundle import Model
from freetext.model.cutoffs import Cutoff, probabilities
from freetext.survey.answers import Answers, BoolArray, FloatArray, IntArray
from freetext.text.languages import spelling_told
from freetext.text.tokens import Tokenizer
from freetext.text.vectors import Vectors, vectors_told
from freetext.training.as_read import as_read, reading_told
from freetext.training.calibration import calibration
from freetext.training.choice import Tried, choose_recipe
from freetext.training.classifier import DEFAULT, EXPECTED, SHARE, Favour, Recipe
from freetext.training.dataset import DISPUTED, TrainingSet, folds_of
from freetext.training.favour import Choice, choice_of
from freetext.training.ground import Ground, ground_of
from freetext.training.lines import Lines, fit_lines
from freetext.training.proven import proven
from freetext.training.scores import Scores, no_scores, scores_of
from freetext.training.singles import single_cutoffs
from freetext.training.surveyed import Rest, expected_cutoffs, rest_of


@dataclass(frozen=True, slots=True, eq=False)
class Training:
    """A model, and what was seen on the way: out-of-fold margins (answers, themes), the scores they give, the recipes tried, the ground."""

    model: Model
    margins: FloatArray
    scores: Scores
    tried: tuple[Tried, ...] = ()
    ground: Ground | None = None


def fit(
    training: TrainingSet,
    *,
    survey: Answers | None = None,
    seed: int = 0,
    jobs: int | None = None,
    advance: Callable[[int], None] | None = None,
    recipe: Recipe | None = DEFAULT,
    favour: Favour = "tally",
    vectors: Vectors | None = None,
) -> Training:
    """Fit one linear model per theme and learn its cut-off out of fold.

    `survey` holds all answers that the labelled ones were chosen from: where some of them are not labelled, cut-offs are set at the
    shares that are expected of all, for what a queue asks for is no random sample. Without it they stand at the labelled shares. Those
    that `favour` F1 move from there to where micro F1 is highest.

    The same training set, survey, seed, recipe and favour give the same model, bit for bit, on one machine with one set of versions, whatever the
    number of `jobs` (processes; default: one for a small set, one a core for a large one). `advance` is told of each theme that is
    done. Without a `recipe` several are tried on the labels. `vectors` make a block of features; the model then codes with these vectors and no others.
    """
    training = replace(training, answers=as_read(training.codeframe, training.answers))
    survey = as_read(training.codeframe, survey) if survey is not None else None
    folds = folds_of(training.answers.respondents, seed)
    tokenizer = Tokenizer(training.codeframe.lang, training.codeframe.glossary)
    rest = rest_of(training, survey, seed)
    ground = ground_of(training.codeframe, training.answers, rest.answers if rest else None, tokenizer, vectors)
    tried: tuple[Tried, ...] = ()
    if recipe is None:
        found = choose_recipe(training, ground, folds, seed=seed, jobs=jobs)
        recipe, tried = found.recipe, found.tried
    lines = fit_lines(training, ground, folds, seed=seed, jobs=jobs, advance=advance, recipe=recipe)
    made = trained(training, lines, folds, tokenizer, seed=seed, recipe=recipe, favour=favour, rest=rest)
    return replace(made, tried=tried, ground=ground)


def trained(
    training: TrainingSet,
    lines: Lines,
    folds: IntArray,
    tokenizer: Tokenizer,
    *,
    seed: int,
    recipe: Recipe = DEFAULT,
    favour: Favour = "tally",
    rest: Rest | None = None,
) -> Training:
    """Make the model of lines that were fitted on a training set with these folds (answers,), and on the rest of its survey."""
    if training.codeframe.single:  # one theme an answer: there is nothing to choose
        favour = "tally"
    tally = expected_cutoffs(training, lines, rest, tokenizer) if rest else lines.cutoffs
    if training.codeframe.single:
        tally = single_cutoffs(training, lines, rest, tokenizer)
    # One respondent cannot be held out of their own model.
    seen = len(set(folds.tolist())) == 1
    choice = Choice(training, lines.margins, tally, None) if seen else choice_of(training, lines.margins, tally)
    cutoffs = choice.cutoffs(favour)
    coded = choice.coded_apart(favour, folds)
    scores = no_scores(len(cutoffs)) if seen else scores_of(training.given, coded, training.answers.respondents, seed)
    facts = {
        **_facts(training, seed),
        **vectors_told(lines.whole.vectors),
        **spelling_told(training.codeframe.lang),
        **reading_told(training.codeframe),
        **({"unlabelled": rest.facts} if rest else {}),
        "recipe": recipe.told(EXPECTED if rest else SHARE, favour),
        "scores": scores.as_json(training.codeframe.slugs),
        "favours": None if seen else choice.costs(folds),
        "review": _review(choice, cutoffs, coded, seen=seen),
        "calibration": None if seen else calibration(training.given, lines.margins, cutoffs),
    }
    model = Model(training.codeframe, lines.whole, cutoffs, training.positives, facts)
    return Training(model, lines.margins, scores)


def _review(choice: Choice, cutoffs: tuple[Cutoff, ...], coded: BoolArray, *, seen: bool) -> dict[str, Any]:
    """Learn what wants a person, from out-of-fold codes and probabilities; where there are none nothing is proven."""
    margins = choice.margins[:0] if seen else choice.margins
    given, coded = choice.training.given[: len(margins)], coded[: len(margins)]
    respondents = choice.training.answers.respondents[: len(margins)]
    return proven(given, coded, probabilities(margins.astype(np.float32), cutoffs), respondents)


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

"""A model before anybody has labelled anything: what the codeframe's own words say of the answers to be coded."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version
from typing import Any

import numpy as np

from freetext.errors import NothingToLearn
from freetext.model.bundle import Model
from freetext.model.compiled import Folded
from freetext.survey.answers import Answers, BoolArray
from freetext.survey.codeframe import Codeframe
from freetext.text.languages import spelling_told
from freetext.text.tokens import Tokenizer
from freetext.text.vectors import Vectors, vectors_told
from freetext.training.as_read import as_read, reading_told
from freetext.training.blend import STRENGTH, Blend
from freetext.training.classifier import EXPECTED
from freetext.training.ground import Ground, ground_of, in_order
from freetext.training.reading import read_margins
from freetext.training.scores import no_scores
from freetext.training.surveyed import MOST, unlabelled_told

LEARNER = "definitions alone"


def cold_model(codeframe: Codeframe, survey: Answers, *, seed: int = 0, vectors: Vectors | None = None) -> Model:
    """Make a model of the definitions and of the answers of a survey, at most 20,000 of them: nobody has labelled any.

    Themes are ranked by the likeness of definition and answer; each is given to as many answers as may be expected before anybody has
    said so. The same codeframe, answers (in any order) and seed give the same model. Raises NothingToLearn where no theme has a
    word that the answers know and none has an always-phrase.
    """
    asked = as_read(codeframe, survey.take(np.flatnonzero(~survey.blank)))
    asked = asked.take(in_order(asked))
    tokenizer = Tokenizer(codeframe.lang, codeframe.glossary)
    ground = ground_of(codeframe, survey.take(()), _read(asked, seed), tokenizer, vectors)
    _check_words(codeframe, ground)
    blend = _unlearnt(codeframe, ground)
    nobody = np.zeros((0, len(codeframe)))
    cutoffs = read_margins(nobody.astype(np.int8), nobody, blend.margins(ground.around), ground.prior.speaks)
    facts = {
        **_facts(codeframe, asked, seed),
        **vectors_told(vectors),
        **spelling_told(codeframe.lang),
        **reading_told(codeframe),
    }
    return Model(codeframe, _spoken(blend.folded()), cutoffs, (0,) * len(codeframe), facts)


def _read(asked: Answers, seed: int) -> Answers:
    """Return the answers that are read: all, or a seeded sample."""
    if len(asked) <= MOST:
        return asked
    return asked.take(np.sort(np.random.default_rng(seed).choice(len(asked), MOST, replace=False)))


def _check_words(codeframe: Codeframe, ground: Ground) -> None:
    if not ground.around.shape[0] or ground.prior.speaks.any() or any(theme.always for theme in codeframe.themes):
        return
    raise NothingToLearn(
        f"no theme of the codeframe {codeframe.name!r} has a word in its name or definition that two of these respondents wrote.",
        remedy="Give the themes definitions and examples, or label some answers and run `freetext train`.",
    )


def _unlearnt(codeframe: Codeframe, ground: Ground) -> Blend:
    """Blend what definitions say, at full strength, with lines that have learnt nothing."""
    themes = len(codeframe)
    weight = np.where(ground.prior.speaks, STRENGTH, 0.0)
    return Blend(ground, np.zeros((ground.around.shape[1], themes)), np.zeros(themes), weight)


def _spoken(folded: Folded) -> Folded:
    """Leave out pairs, questions and words that met them: no definition says anything of these."""
    vocabulary = folded.vocabulary
    used: BoolArray = np.zeros(vocabulary.size, dtype=np.bool_)
    for block in (0, 2):
        used[vocabulary.starts[block] : vocabulary.starts[block + 1]] = True
    return replace(folded, vocabulary=vocabulary.kept(used), rows=folded.rows[used])


def _facts(codeframe: Codeframe, asked: Answers, seed: int) -> dict[str, Any]:
    return {
        "cold": True,
        "answers": 0,
        "respondents": 0,
        "questions": 0,
        "disputed": 0,
        "labels": "-",
        "seed": seed,
        "versions": {name: version(name) for name in ("freetext", "numpy", "scipy", "spacy")},
        "unlabelled": unlabelled_told(asked),
        "recipe": {"learner": LEARNER, "cutoffs": EXPECTED},
        "scores": no_scores(len(codeframe)).as_json(codeframe.slugs),
        "calibration": None,
    }

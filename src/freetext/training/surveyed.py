"""Cut-offs for a whole survey of which a part is labelled, and that part is no random sample."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from freetext.model.compiled import Folded, Rows
from freetext.model.cutoffs import Cutoff, expected_margin, probabilities
from freetext.model.scoring import Scorer
from freetext.survey.answers import Answers, BoolArray, FloatArray
from freetext.text.tokens import Tokenizer
from freetext.training.dataset import DISPUTED, PRESENT, TrainingSet
from freetext.training.ground import in_order
from freetext.training.lines import Lines

BATCH = 4096
"""Answers that are scored together."""

MOST = 20_000
"""Unlabelled answers that are read; of more, a seeded sample of so many stands for all."""

FEWEST_HASHED = 100
"""Unlabelled answers below which a model holds no hash of them: it would prove a guess at what somebody wrote."""


@dataclass(frozen=True, slots=True, eq=False)
class Rest:
    """What a survey holds besides its labelled answers.

    own      which of the training answers (answers,) are of this survey; labels of other files say nothing of its shares
    answers  those that nobody has labelled, or a sample of them
    count    how many they stand for
    facts    the same as a model's facts tell it
    """

    own: BoolArray
    answers: Answers
    count: int
    facts: dict[str, Any]


def rest_of(training: TrainingSet, survey: Answers | None, seed: int) -> Rest | None:
    """Find what nobody has labelled, blank answers left out; None where there is nothing of it. The order of the survey is of no account."""
    if survey is None:
        return None
    taught, asked = _named(training.answers), _named(survey)
    known, here = set(taught), set(asked)
    unlabelled = np.array([name not in known for name in asked], dtype=np.bool_) & ~survey.blank
    places = np.flatnonzero(unlabelled)
    if not len(places):
        return None
    places = places[in_order(survey.take(places))]
    facts = unlabelled_told(survey.take(places))
    read = places
    if len(places) > MOST:
        read = places[np.sort(np.random.default_rng(seed).choice(len(places), MOST, replace=False))]
    own = np.array([name in here for name in taught], dtype=np.bool_)
    return Rest(own, survey.take(read), len(places), facts)


def _named(answers: Answers) -> list[tuple[str, str, str]]:
    """Name answers so that those of other files are others, although they may count from 1 too."""
    return list(zip(answers.ids, answers.questions, answers.texts, strict=True))


def unlabelled_told(answers: Answers) -> dict[str, Any]:
    """Tell of unlabelled answers as a model's facts do: how many there are, and a hash of them where no guess at a few could hit it."""
    if len(answers) < FEWEST_HASHED:
        return {"answers": len(answers)}
    texts = hashlib.sha256()
    for text, question in zip(answers.texts, answers.questions, strict=True):
        texts.update(f"{text}\x1f{question}\x1e".encode(errors="surrogatepass"))
    return {"answers": len(answers), "texts": texts.hexdigest()[:16]}


def expected_cutoffs(training: TrainingSet, lines: Lines, rest: Rest, tokenizer: Tokenizer) -> tuple[Cutoff, ...]:
    """Move each theme's cut-off to where as many answers of the survey lie above as are expected to have the theme.

    The labelled count by their labels, with out-of-fold margins; the others, and disputed decisions, by their probabilities.
    """
    own = lines.margins[rest.own]
    margins: FloatArray = np.concatenate((own, scored(lines.whole, rest.answers, tokenizer).astype(np.float64)))
    chances = probabilities(margins.astype(np.float32), lines.cutoffs).astype(np.float64)
    given = training.given[rest.own]
    chances[: len(own)] = np.where(given == DISPUTED, chances[: len(own)], given == PRESENT)
    weights: FloatArray = np.ones(len(margins))
    weights[len(own) :] = rest.count / len(rest.answers)
    return tuple(
        each
        if each.margin is None
        else replace(each, margin=expected_margin(margins[:, place], chances[:, place], weights))
        for place, each in enumerate(lines.cutoffs)
    )


def scored(folded: Folded, answers: Answers, tokenizer: Tokenizer) -> Rows:
    """Score answers batch by batch: float32 (answers, themes) of margins."""
    scorer = Scorer(folded)
    rows = [np.zeros((0, len(folded.bias)), dtype=np.float32)]
    for start in range(0, len(answers), BATCH):
        piece = slice(start, start + BATCH)
        rows.append(scorer.margins(tokenizer.pieces(answers.texts[piece]), answers.questions[piece]))
    return np.concatenate(rows)

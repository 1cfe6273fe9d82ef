"""All answers of a file as models see them that have not seen their respondents: what the queue of a review asks by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from freetext.model.bundle import Model
from freetext.model.compiled import Rows
from freetext.model.cutoffs import FEWEST_POSITIVES, probabilities
from freetext.review.ranking import Ranking
from freetext.survey.answers import Answers, BoolArray, IntArray, together
from freetext.survey.codeframe import Codeframe
from freetext.survey.labels import Key, Settled
from freetext.text.tokens import Tokenizer
from freetext.text.vectors import Vectors
from freetext.training.as_read import as_read
from freetext.training.dataset import DISPUTED, PRESENT, TrainingSet, folds_of, settled_rows
from freetext.training.diverse import diverse_order
from freetext.training.fit import trained
from freetext.training.ground import ground_of
from freetext.training.lines import fit_lines
from freetext.training.suggested import suggestions
from freetext.training.surveyed import rest_of, scored

EVEN = 0.5
"""What every theme has where nobody has said anything."""


def rank(
    answers: Answers,
    codeframe: Codeframe,
    settled: Mapping[Key, Settled],
    *,
    seed: int = 0,
    suggest: int = 200,
    also: TrainingSet | None = None,
    vectors: Vectors | None = None,
) -> Ranking:
    """Score every answer that is not blank by lines that have not seen its respondent, and order the answers by what they speak of.

    `settled` is what people decided; `also` what they decided on answers of other files, which teaches and is not ranked. Each
    theme is learnt from the labelled answers outside a fold and scores those inside; probabilities are calibrated on the labelled
    answers. A theme with fewer than three positives is read by its definition; where that says nothing, or where no theme has three,
    it has its smoothed share everywhere. Where all labelled respondents share a fold, no lines are without them, and their answers
    have the shares. Suggestions are made for the first
    `suggest` unlabelled answers that a queue would ask, by what they bring to the tally's variance and by the diverse order, with
    cut-offs at the shares that are expected of all `answers`: what a queue asked for is no random sample of them. The same answers, labels and seed give the same ranking. Raises UnknownTheme for a label with an unknown slug.
    """
    asked = answers.take(np.flatnonzero(~answers.blank))
    keys = tuple(zip(asked.ids, asked.questions, strict=True))
    labelled, given = _labelled(asked, codeframe, settled, also)
    asked, labelled = as_read(codeframe, asked), as_read(codeframe, labelled)
    diverse = diverse_order(asked.texts, codeframe.lang, codeframe.glossary, seed=seed)
    scores = np.tile(_shares(given), (len(asked), 1))
    blind = Ranking(
        codeframe.digest, codeframe.slugs, keys, scores, diverse, labelled=len(labelled), name=codeframe.name
    )
    if not ((given == PRESENT).sum(axis=0) >= FEWEST_POSITIVES).any():
        return blind
    tokenizer = Tokenizer(codeframe.lang, codeframe.glossary)
    model, margins = _learnt(TrainingSet(codeframe, labelled, given), asked, tokenizer, seed, vectors)
    known = probabilities(margins, model.cutoffs)
    scores = np.where(np.isnan(known), scores, known)
    free = np.array([key not in settled for key in keys], dtype=np.bool_) & ~np.isnan(margins).any(axis=1)
    first = _first(scores, diverse, free, suggest)
    said = suggestions(model, tokenizer, asked.take(first), margins[first])
    return replace(blind, scores=scores, suggestions=said, model=model.digest)


def _labelled(
    answers: Answers, codeframe: Codeframe, settled: Mapping[Key, Settled], also: TrainingSet | None
) -> tuple[Answers, NDArray[np.int8]]:
    """Put the labelled answers of all files together, with what is given to them."""
    labelled, given = settled_rows(codeframe, answers, settled)
    if also is None:
        return labelled, given
    return together((labelled, also.answers)), np.concatenate((given, also.given))


def _shares(given: NDArray[np.int8]) -> NDArray[np.float32]:
    """Return each theme's share of its undisputed labelled answers, smoothed."""
    if not len(given):
        return np.full(given.shape[1], EVEN, dtype=np.float32)
    positives, clear = (given == PRESENT).sum(axis=0), (given != DISPUTED).sum(axis=0)
    return np.asarray((positives + 0.5) / (clear + 1), dtype=np.float32)


def _learnt(
    training: TrainingSet, asked: Answers, tokenizer: Tokenizer, seed: int, vectors: Vectors | None
) -> tuple[Model, Rows]:
    """Fit a model on all labelled answers; return it, and float32 (asked, themes): margins by lines that did not see the respondent."""
    folds = folds_of((*asked.respondents, *training.answers.respondents), seed)
    own, others = folds[len(asked) :], folds[: len(asked)]
    rest = rest_of(training, asked, seed)
    ground = ground_of(training.codeframe, training.answers, rest.answers if rest else None, tokenizer, vectors)
    lines = fit_lines(training, ground, own, seed=seed, keep_parts=True)
    margins = np.empty((len(asked), len(training.codeframe)), dtype=np.float32)
    for number, part in enumerate(lines.parts):
        places = np.flatnonzero(others == number)
        margins[places] = scored(part, asked.take(places), tokenizer)
    if len(set(own.tolist())) == 1:
        # Nobody could be held out: of the labelled respondents nothing is known that was not read off their own labels.
        margins[np.isin(asked.respondents, list(set(training.answers.respondents)))] = np.nan
    return trained(training, lines, own, tokenizer, seed=seed, rest=rest).model, margins


def _first(scores: NDArray[np.float32], diverse: IntArray, unlabelled: BoolArray, count: int) -> IntArray:
    """Return the places of the unlabelled answers that a queue asks first, by tally variance and by the diverse order."""
    variance = (scores * (1 - scores)).sum(axis=1)
    wanted = [order[unlabelled[order]][:count] for order in (np.argsort(-variance, kind="stable"), np.argsort(diverse))]
    return np.array(list(dict.fromkeys(np.concatenate(wanted).tolist())), dtype=np.int64)

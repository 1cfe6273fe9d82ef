"""What a model suggests for answers, and the words by which it does."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from freetext.model.bundle import Model
from freetext.model.coder import stand_alone, telling_words
from freetext.model.compiled import Rows, Scorer
from freetext.model.cutoffs import apply_cutoffs, probabilities
from freetext.model.rules import rules_of
from freetext.review.items import Suggested
from freetext.survey.answers import Answers, BoolArray
from freetext.survey.labels import Key
from freetext.text.tokens import Tokenizer


def suggestions(
    model: Model, tokenizer: Tokenizer, answers: Answers, margins: Rows
) -> dict[Key, tuple[Suggested, ...]]:
    """Return for each answer the themes whose margin (answers, themes) reaches its cut-off, with their telling words.

    The margins are those of lines that have not seen the answer, the words those of `model`. The codeframe's phrases and its
    reserved codes have the say that they have in coding.
    """
    batch, plain = tokenizer(answers.texts), tokenizer.function_words
    scorer, rules = Scorer(model.folded), rules_of(model.codeframe)
    always, never = rules.match(answers.texts)
    chosen = _chosen(model, margins, scorer.heard(batch), always, never)
    share = scorer.contributions(batch, answers.questions)
    found: dict[Key, tuple[Suggested, ...]] = {}
    for row, (begin, end) in enumerate(pairwise(batch.offsets.tolist())):
        text = answers.texts[row]
        surfaces = tokenizer.surfaces(text)
        found[answers.ids[row], answers.questions[row]] = tuple(
            Suggested(
                model.codeframe.slugs[place],
                tuple(rules.words(text, place) or telling_words(surfaces, share[begin:end, place], plain)),
            )
            for place in np.flatnonzero(chosen[row]).tolist()
        )
    return found


def _chosen(model: Model, margins: Rows, heard: BoolArray, always: BoolArray, never: BoolArray) -> BoolArray:
    reached = apply_cutoffs(margins, model.cutoffs) & heard[:, None]
    scores = np.where(always, np.inf, probabilities(margins, model.cutoffs))
    return stand_alone((reached | always) & ~never, scores, model.codeframe.reserved)

"""What a model suggests for answers, and the words by which it does."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from freetext.model.bundle import Model
from freetext.model.coder import stand_alone, telling_words
from freetext.model.compiled import Rows, Scorer
from freetext.model.cutoffs import apply_cutoffs, probabilities
from freetext.review.items import Suggested
from freetext.survey.answers import Answers
from freetext.survey.labels import Key
from freetext.text.tokens import Tokenizer


def suggestions(
    model: Model, tokenizer: Tokenizer, answers: Answers, margins: Rows
) -> dict[Key, tuple[Suggested, ...]]:
    """Return for each answer the themes whose margin (answers, themes) reaches its cut-off, with their telling words.

    The margins are those of lines that have not seen the answer, the words those of `model`.
    """
    batch, plain = tokenizer(answers.texts), tokenizer.function_words
    scorer = Scorer(model.folded)
    chosen = apply_cutoffs(margins, model.cutoffs) & scorer.heard(batch)[:, None]
    chosen = stand_alone(chosen, probabilities(margins, model.cutoffs), model.codeframe.reserved)
    share = scorer.contributions(batch, answers.questions)
    found: dict[Key, tuple[Suggested, ...]] = {}
    for row, (begin, end) in enumerate(pairwise(batch.offsets.tolist())):
        surfaces = tokenizer.surfaces(answers.texts[row])
        found[answers.ids[row], answers.questions[row]] = tuple(
            Suggested(model.codeframe.slugs[place], tuple(telling_words(surfaces, share[begin:end, place], plain)))
            for place in np.flatnonzero(chosen[row]).tolist()
        )
    return found

"""What a model suggests for answers, and the words by which it does."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from freetext.model.bundle import Model
from freetext.model.compiled import Rows
from freetext.model.deciding import decided, heard_by
from freetext.model.evidence import telling_words
from freetext.model.rules import rules_of
from freetext.model.scoring import Scorer
from freetext.review.items import Suggested
from freetext.survey.answers import Answers
from freetext.survey.labels import Key
from freetext.text.tokens import Tokenizer


def suggestions(
    model: Model, tokenizer: Tokenizer, answers: Answers, margins: Rows
) -> dict[Key, tuple[Suggested, ...]]:
    """Return for each answer the themes whose margin (answers, themes) reaches its cut-off, with their telling words.

    The margins are those of lines that have not seen the answer, the words those of `model`. The codeframe's phrases and its
    reserved codes have the say that they have in coding.
    """
    pieces, plain = tokenizer.pieces(answers.texts), tokenizer.function_words
    batch = pieces.tokens()
    scorer, rules = Scorer(model.folded), rules_of(model.codeframe)
    always, never = rules.match(answers.texts)
    heard = heard_by(model.codeframe, scorer.score(pieces), has_vectors=scorer.has_vectors)
    chosen = decided(model.codeframe, margins, model.cutoffs, heard=heard, always=always, never=never)
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

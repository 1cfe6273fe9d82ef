"""The words of an answer that speak for its themes."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from freetext.model.rules import Rules
from freetext.model.scoring import Scorer
from freetext.survey.answers import BoolArray
from freetext.survey.codings import Source
from freetext.text.tokens import PieceBatch, Tokenizer

WORDS_SHOWN = 3
"""Evidence words for each theme."""

TELLING = 0.3
"""An evidence word says at least this share of what the strongest says."""

TOGETHER = 4096
"""Answers whose tokens are weighed together."""


class Evidence:
    """Shows the words of answers by which their themes apply: those of phrases, or those that say most to the model."""

    def __init__(self, codes: Sequence[str], tokenizer: Tokenizer, scorer: Scorer, rules: Rules) -> None:
        """Show themes by their codes."""
        self._codes, self._tokenizer, self._scorer, self._rules = codes, tokenizer, scorer, rules

    def shown(
        self,
        batch: PieceBatch,
        texts: Sequence[str],
        questions: Sequence[str],
        chosen: BoolArray,
        source: NDArray[np.uint8],
    ) -> list[str]:
        """Return `theme: word, word; ...` for each of these answers (n,), by their themes and sources (n, themes)."""
        found: list[str] = []
        for start in range(0, len(texts), TOGETHER):
            here = slice(start, start + TOGETHER)
            tokens = batch.take(np.arange(len(texts))[here]).tokens()
            share, spans = self._scorer.contributions(tokens, questions[here]), pairwise(tokens.offsets.tolist())
            for text, (begin, end), themes, by in zip(texts[here], spans, chosen[here], source[here], strict=True):
                found.append(self._of_one(text, share[begin:end], themes, by == Source.RULE))
        return found

    def _of_one(self, text: str, share: NDArray[np.float32], themes: BoolArray, by_rule: BoolArray) -> str:
        surfaces, plain = self._tokenizer.surfaces(text), self._tokenizer.function_words
        parts = []
        for place in np.flatnonzero(themes).tolist():
            words = (
                self._rules.words(text, place) if by_rule[place] else telling_words(surfaces, share[:, place], plain)
            )
            parts.append(f"{self._codes[place]}: {', '.join(words)}" if words else self._codes[place])
        return "; ".join(parts)


def telling_words(
    surfaces: Sequence[str], share: NDArray[np.float32], function_words: Collection[str] = ()
) -> list[str]:
    """Return the words that speak most for a theme, strongest first, each spelling once: words, numbers and emoji, no marks.

    Function words ("the", "of") are named only where nothing else speaks for the theme: a reader learns nothing from them.
    """
    total: dict[str, float] = {}
    for surface, part in zip(surfaces, share.tolist(), strict=True):
        if any(each.isalnum() or unicodedata.category(each) == "So" for each in surface):
            total[surface] = total.get(surface, 0.0) + part
    content = {word: part for word, part in total.items() if part > 0 and word.lower() not in function_words}
    total = content or total
    least = max(total.values(), default=0.0) * TELLING
    strongest = sorted((word for word in total if total[word] > max(least, 0)), key=lambda word: (-total[word], word))
    return strongest[:WORDS_SHOWN]

"""Answers in, codings out: tokens, scores, cut-offs, rules, evidence and reasons for review."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from freetext.model.bundle import Model
from freetext.model.compiled import Rows, Scorer
from freetext.model.cutoffs import probabilities
from freetext.model.deciding import decided, heard_by
from freetext.model.rules import rules_of
from freetext.model.trust import doubtful, trust_of
from freetext.model.unlabelled import flagged
from freetext.survey.answers import Answers, BoolArray
from freetext.survey.codings import Codings, Source
from freetext.text.tokens import TokenBatch, Tokenizer

BATCH = 4096
"""Answers that are coded together."""

UNPROVEN = "model not proven yet"
"""Why a person is wanted where training could not show that the model may be left alone."""

WORDS_SHOWN = 3
"""Evidence words for each theme."""

TELLING = 0.3
"""An evidence word says at least this share of what the strongest says."""


class Coder:
    """A model at work: it remembers chunks and rows from batch to batch."""

    def __init__(self, model: Model) -> None:
        """Make the tokenizer and the scorer of a model."""
        self.model = model
        self._tokenizer = Tokenizer(model.codeframe.lang, model.codeframe.glossary, spelling=model.spelling)
        self._scorer = Scorer(model.folded)
        self._rules = rules_of(model.codeframe)
        self._trust = trust_of(model.facts)

    def batches(self, answers: Answers, *, evidence: bool = False) -> Iterator[Codings]:
        """Code answers batch by batch; the codes of an answer do not depend on its batch."""
        for start in range(0, len(answers), BATCH):
            yield self.code(answers.take(range(start, min(start + BATCH, len(answers)))), evidence=evidence)

    def margins(self, texts: Sequence[str], questions: Sequence[str]) -> Rows:
        """Score texts: float32 (n, themes) of raw margins."""
        return self._scorer.margins(self._tokenizer(texts), questions)

    def heard(self, texts: Sequence[str]) -> BoolArray:
        """Say of which texts the model knows anything at all, bool (n,); of the others it codes none."""
        return heard_by(self.model.codeframe, self._scorer, self._tokenizer(texts))

    def code(self, answers: Answers, *, evidence: bool = False) -> Codings:
        """Code one batch."""
        batch = self._tokenizer(answers.texts)
        margins = self._scorer.margins(batch, answers.questions)
        scores = probabilities(margins, self.model.cutoffs)
        blank = answers.blank
        chosen, source = self._decide(answers, margins, ~blank & heard_by(self.model.codeframe, self._scorer, batch))
        scores[blank] = np.nan
        why = self._reasons(batch, scores, chosen, source, blank)
        if self.model.cold:
            why = flagged(chosen, why)
        shown = self._evidence(answers, batch, chosen, source) if evidence else None
        return Codings(self.model.codeframe, chosen, source, blank, scores, why, shown)

    def _decide(self, answers: Answers, margins: Rows, heard: BoolArray) -> tuple[BoolArray, NDArray[np.uint8]]:
        """Choose: the model where it heard something, always-phrases, and above all never-phrases, which name exceptions."""
        always, never = self._rules.match(answers.texts)
        model = self.model
        chosen = decided(model.codeframe, margins, model.cutoffs, heard=heard, always=always, never=never)
        chosen[answers.blank] = False
        source = np.full(chosen.shape, Source.MODEL, dtype=np.uint8)
        source[(always & chosen) | (never & ~chosen)] = Source.RULE
        return chosen, source

    def _reasons(
        self, batch: TokenBatch, scores: Rows, chosen: BoolArray, source: NDArray[np.uint8], blank: BoolArray
    ) -> tuple[str, ...]:
        by_model = source == Source.MODEL
        reasons = _named(self.model.codeframe.codes, scores, doubtful(scores, chosen, self._trust) & by_model)
        for row in [] if self._trust.proven else np.flatnonzero((chosen & by_model).any(axis=1)).tolist():
            reasons[row] = reasons[row] or UNPROVEN
        for row in np.flatnonzero(~blank & ~chosen.any(axis=1)).tolist():
            reasons[row] = reasons[row] or "no theme found"
        by_rule = (chosen & (source == Source.RULE)).any(axis=1)
        for row in np.flatnonzero(self._scorer.unknown(batch) & ~blank & ~by_rule).tolist():
            reasons[row] = "no word that the model knows"
        return tuple(reasons)

    def _evidence(
        self, answers: Answers, batch: TokenBatch, chosen: BoolArray, source: NDArray[np.uint8]
    ) -> tuple[str, ...]:
        share = self._scorer.contributions(batch, answers.questions)
        spans = list(pairwise(batch.offsets.tolist()))
        shown, plain = [""] * len(answers), self._tokenizer.function_words
        for row in np.flatnonzero(chosen.any(axis=1)).tolist():
            begin, end = spans[row]
            surfaces = self._tokenizer.surfaces(answers.texts[row])
            parts = []
            for place in np.flatnonzero(chosen[row]).tolist():
                if source[row, place] == Source.RULE:
                    words = self._rules.words(answers.texts[row], place)
                else:
                    words = telling_words(surfaces, share[begin:end, place], plain)
                code = self.model.codeframe.codes[place]
                parts.append(f"{code}: {', '.join(words)}" if words else code)
            shown[row] = "; ".join(parts)
        return tuple(shown)


def _named(codes: Sequence[str], scores: Rows, unsure: BoolArray) -> list[str]:
    """Name for each answer the themes in doubt, the most doubtful first; empty where there is none."""
    rows, places = np.nonzero(unsure)
    doubt = np.abs(scores[rows, places] - 0.5)
    order = np.lexsort((places, doubt, rows))
    named: dict[int, list[str]] = {}
    for row, place, score in zip(
        rows[order].tolist(), places[order].tolist(), scores[rows, places][order].tolist(), strict=True
    ):
        found = named.setdefault(row, [])
        if len(found) < WORDS_SHOWN:
            found.append(f"{codes[place]} {score:.2f}")
    reasons = [""] * len(unsure)
    for row, found in named.items():
        reasons[row] = "unsure: " + ", ".join(found)
    return reasons


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

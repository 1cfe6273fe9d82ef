"""Answers in, codings out: tokens, scores, cut-offs, rules, evidence and reasons for review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from freetext.model.bundle import Model
from freetext.model.compiled import Rows
from freetext.model.cutoffs import probabilities
from freetext.model.deciding import decided, heard_by
from freetext.model.evidence import Evidence
from freetext.model.reasons import NO_THEME, NO_WORD, UNPROVEN, Texts, doubts_named
from freetext.model.repeated import repeated
from freetext.model.rules import rules_of
from freetext.model.scoring import Scored, Scorer
from freetext.model.trust import doubtful, trust_of
from freetext.model.unlabelled import UNLABELLED
from freetext.survey.answers import Answers, BoolArray
from freetext.survey.codings import Codings, Source, joined
from freetext.text.batches import BATCH, batches_of
from freetext.text.pieces import taken
from freetext.text.tokens import PieceBatch, Tokenizer

__all__ = ["BATCH", "Coder"]

Sources = NDArray[np.uint8]


class Coder:
    """A model at work: it remembers pieces of text and their rows from batch to batch. Threads that share one take turns."""

    def __init__(self, model: Model) -> None:
        """Make the tokenizer and the scorer of a model."""
        self.model = model
        self._rules = rules_of(model.codeframe)
        self._tokenizer = Tokenizer(model.codeframe.lang, model.codeframe.glossary, spelling=model.spelling)
        self._scorer = Scorer(model.folded, self._rules.marks if self._rules.anchor else None)
        self._evidence = Evidence(model.codeframe.codes, self._tokenizer, self._scorer, self._rules)
        self._trust = trust_of(model.facts)
        self._turn = Lock()

    def __reduce__(self) -> tuple[type[Coder], tuple[Model]]:
        """Travel without what is remembered."""
        return Coder, (self.model,)

    def batches(self, answers: Answers, *, evidence: bool = False) -> Iterator[Codings]:
        """Code answers batch by batch; the codes of an answer do not depend on its batch."""
        if len(answers):
            yield from self._parts(answers.texts, answers.questions, evidence=evidence)

    def code(self, answers: Answers, *, evidence: bool = False) -> Codings:
        """Code answers."""
        return self.code_texts(answers.texts, answers.questions, evidence=evidence)

    def code_texts(self, texts: Any, questions: str | Sequence[str] = "", *, evidence: bool = False) -> Codings:
        """Code texts (n,): an Arrow array of strings (a null is blank) or a sequence of str; `questions` once for all, or one a text."""
        return joined([*self._parts(texts, questions, evidence=evidence)])

    def _parts(self, texts: Any, questions: str | Sequence[str], *, evidence: bool) -> Iterator[Codings]:
        for here, part in batches_of(texts):
            asked = questions if isinstance(questions, str) else questions[here]
            again = repeated(part, asked)
            if again is None:
                yield self._code(part, asked, evidence=evidence)
            else:
                yield again.spread(self._code(again.texts, again.questions, evidence=evidence))

    def margins(self, texts: Any, questions: str | Sequence[str] = "") -> Rows:
        """Score texts as `code_texts` takes them: float32 (n, themes) of raw margins."""
        return np.concatenate([scored.margins for scored in self._scored(texts, questions)])

    def heard(self, texts: Any) -> BoolArray:
        """Say of which texts the model knows anything at all, bool (n,); of the others it codes none."""
        return np.concatenate([self._heard(scored) for scored in self._scored(texts, "")])

    def _scored(self, texts: Any, questions: str | Sequence[str]) -> Iterator[Scored]:
        for here, part in batches_of(texts):
            asked = questions if isinstance(questions, str) else questions[here]
            with self._turn:
                scored = self._scorer.score(self._read(part)[1], asked)
            yield scored

    def _read(self, texts: Any) -> tuple[Any, PieceBatch]:
        """Part an Arrow array of strings; return it as the model may see it, and its pieces."""
        return self._tokenizer.hidden(texts) if self.model.masked else (texts, self._tokenizer.pieces(texts))

    def _heard(self, scored: Scored) -> BoolArray:
        return heard_by(self.model.codeframe, scored, has_vectors=self._scorer.has_vectors)

    def _code(self, texts: Any, questions: str | Sequence[str], *, evidence: bool) -> Codings:
        """Code one batch of an Arrow array of strings."""
        with self._turn:
            return self._coded(texts, questions, evidence=evidence)

    def _coded(self, texts: Any, questions: str | Sequence[str], *, evidence: bool) -> Codings:
        texts, batch = self._read(texts)
        scored = self._scorer.score(batch, questions)
        blank = scored.blank
        chosen, source = self._decide(texts, scored, blank)
        scores = probabilities(scored.margins, self.model.cutoffs)
        scores[blank] = np.nan
        why = self._reasons(scored, scores, chosen, source, blank)
        shown = self._shown(texts, questions, batch, chosen, source) if evidence else None
        return Codings(self.model.codeframe, chosen, source, blank, scores, tuple(why.tolist()), shown)

    def _decide(self, texts: Any, scored: Scored, blank: BoolArray) -> tuple[BoolArray, Sources]:
        """Choose: the model where it heard something, always-phrases, and above all never-phrases, which name exceptions."""
        model, heard = self.model, self._heard(scored) & ~blank
        always, never = self._by_phrases(texts, scored)
        chosen = decided(model.codeframe, scored.margins, model.cutoffs, heard=heard, always=always, never=never)
        chosen[blank] = False
        source = np.full(chosen.shape, Source.MODEL, dtype=np.uint8)
        if always is not None and never is not None:
            source[(always & chosen) | (never & ~chosen)] = Source.RULE
        return chosen, source

    def _by_phrases(self, texts: Any, scored: Scored) -> tuple[BoolArray | None, BoolArray | None]:
        """Match the phrases against the answers that hold a word of one; None where there is no such answer."""
        rows = scored.marked
        if not len(rows):
            return None, None
        found = []
        for matched in self._rules.match(taken(texts, rows).to_pylist()):
            table = np.zeros(scored.margins.shape, dtype=np.bool_)
            table[rows] = matched
            found.append(table)
        return found[0], found[1]

    def _reasons(self, scored: Scored, scores: Rows, chosen: BoolArray, source: Sources, blank: BoolArray) -> Texts:
        by_model, coded = source == Source.MODEL, chosen.any(axis=1)
        reasons = doubts_named(self.model.codeframe.codes, scores, doubtful(scores, chosen, self._trust) & by_model)
        if not self._trust.proven:
            reasons[(reasons == "") & (chosen & by_model).any(axis=1)] = UNPROVEN
        reasons[(reasons == "") & ~blank & ~coded] = NO_THEME
        reasons[scored.unknown & ~blank & ~(chosen & ~by_model).any(axis=1)] = NO_WORD
        if self.model.cold:
            reasons[coded] = UNLABELLED
        return reasons

    def _shown(
        self, texts: Any, questions: str | Sequence[str], batch: PieceBatch, chosen: BoolArray, source: Sources
    ) -> tuple[str, ...]:
        """Show the words of the answers that have a theme, one text an answer."""
        rows, shown = np.flatnonzero(chosen.any(axis=1)), np.full(len(chosen), "", dtype=object)
        asked = [questions] * len(rows) if isinstance(questions, str) else [questions[row] for row in rows.tolist()]
        shown[rows] = self._evidence.shown(
            batch.take(rows), taken(texts, rows).to_pylist(), asked, chosen[rows], source[rows]
        )
        return tuple(shown.tolist())

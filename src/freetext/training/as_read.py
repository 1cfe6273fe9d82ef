"""Answers as a model may read them."""

from __future__ import annotations

from dataclasses import replace

from freetext.survey.answers import Answers
from freetext.survey.codeframe import Codeframe
from freetext.text.masking import masked


def as_read(codeframe: Codeframe, answers: Answers) -> Answers:
    """Return answers with personal data hidden, unless the codeframe says that it is to be read."""
    return replace(answers, texts=tuple(masked(answers.texts).to_pylist())) if codeframe.redact else answers


def reading_told(codeframe: Codeframe) -> dict[str, bool]:
    """Tell how answers were read, as a model's facts do; nothing where nothing was hidden, as in models of before."""
    return {"masked": True} if codeframe.redact else {}

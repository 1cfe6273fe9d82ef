"""Texts as they are handed on to others: personal data covered by placeholders."""

from __future__ import annotations

from collections.abc import Iterator

from freetext.errors import quoted
from freetext.guard.redactor import Redactor
from freetext.survey.codeframe import Codeframe

REDACTOR = Redactor()

DEAF = "is personal data, which is hidden from answers before phrases are looked for: it never applies (redact = false would show it)"


def handed_on(text: str) -> str:
    """Return a text with `[name]`, `[phone]` and the like in place of what rules find; lists of names are no part of it."""
    return REDACTOR.mask(text)


def deaf_phrases(codeframe: Codeframe) -> Iterator[str]:
    """Name the phrases of a codeframe that can never apply, because what they look for is hidden."""
    for theme in codeframe.themes if codeframe.redact else ():
        for kind, phrases in (("always", theme.always), ("never", theme.never)):
            for phrase in phrases:
                if REDACTOR.spans(phrase):
                    yield f"{theme.slug}, {kind}: {quoted(phrase)} {DEAF}"

"""Texts as they are handed on to others: personal data covered by placeholders."""

from __future__ import annotations

from freetext.guard.redactor import Redactor

REDACTOR = Redactor()


def handed_on(text: str) -> str:
    """Return a text with `[name]`, `[phone]` and the like in place of what rules find; lists of names are no part of it."""
    return REDACTOR.mask(text)

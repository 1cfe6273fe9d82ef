"""A chunk of an answer, made comparable: small steps from text to text, folded."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import reduce

STRAIGHT = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4`", "'") | dict.fromkeys("\u201c\u201d\u201e", '"')
)
"""Typographers' quotes; spaCy's rules for contractions know the straight ones."""

UNSEEN = ("Cc", "Cf", "Cs", "Co")
"""Unicode categories of characters that nobody sees: controls, format marks, surrogates, private use."""


def drop_unseen(text: str) -> str:
    """Drop control, direction, zero-width and surrogate characters; white space stays."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(each for each in text if each.isspace() or unicodedata.category(each) not in UNSEEN)


def compose(text: str) -> str:
    """Compose (NFKC): full-width letters, ligatures and split accents become the common ones."""
    return unicodedata.normalize("NFKC", text)


def straighten(text: str) -> str:
    """Make quotes straight."""
    return text.translate(STRAIGHT)


STEPS: tuple[Callable[[str], str], ...] = (straighten, drop_unseen, compose, straighten)
"""Quotes twice: composing takes some apart (an acute accent) and makes others (a full-width grave one)."""


def clean(text: str) -> str:
    """Fold a text through all steps; doing it twice changes nothing."""
    if text.isascii() and text.isprintable():  # all that the steps find in ASCII
        return text.replace("`", "'")
    return reduce(lambda sofar, step: step(sofar), STEPS, text)

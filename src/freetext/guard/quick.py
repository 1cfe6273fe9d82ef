"""A first glance at a text, for speed alone: most answers hold nothing that could be a part of personal data."""

from __future__ import annotations

import re

from freetext.guard.name_forms import PLAIN
from freetext.guard.notation import GAP
from freetext.guard.titles import GRAND

DIGIT = re.compile("[0-9]")
SIGN = re.compile(f"[.:(\\[{{<](?:(?<=[.])[A-Za-z]{{2,24}}[:/?#]|(?<=:)//|[{GAP}]?[Aa][Tt])")
"""What addresses hold: a domain with a path, a scheme, `at` in brackets; it begins with a class, by which the engine skips."""
WORD = re.compile("[A-Za-z]+")
TELLING = frozenset((*PLAIN, *GRAND, "name", "names", "dot", "www"))
"""Words without which no name, and no address that was spelt out, is found."""


def worth_a_look(text: str) -> bool:
    """Whether a text holds a digit, a sign or a word that personal data of the built-in kinds must hold."""
    if DIGIT.search(text) or "@" in text or SIGN.search(text):
        return True
    return not TELLING.isdisjoint(WORD.findall(text.lower()))


ENOUGH = 6
"""What the pieces of a text tell together, at least, where it holds personal data."""

PIECE = re.compile(r"[@\[]|://|[A-Za-z][0-9]|\.[A-Za-z]{2,24}[:/?#]|[({<] ?(?:[Aa][Tt]|$)")
"""What addresses, postcodes and placeholders hold in one piece."""


def telling(piece: str) -> int:
    """Say how much a piece of a text, which no white space of ASCII parts, tells of personal data: ENOUGH, or its digits.

    A text whose pieces tell less than ENOUGH together holds no personal data of the built-in kinds, and no placeholder of it.
    """
    if PIECE.search(piece) or not TELLING.isdisjoint(WORD.findall(piece.lower())):
        return ENOUGH
    return len(DIGIT.findall(piece))

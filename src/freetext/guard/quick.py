"""A first glance at a text, for speed alone: most answers hold nothing that could be a part of personal data."""

from __future__ import annotations

import re
from typing import NamedTuple

from freetext.guard.name_forms import PLAIN
from freetext.guard.name_words import PARTICLES
from freetext.guard.titles import GRAND
from freetext.guard.unseen import UNSEEN

ENOUGH = 6
"""Digits that a text holds, at least, where it holds personal data that is made of digits."""
DIGIT = re.compile("[0-9]")
SIGN = re.compile(
    r"[@\[]|://|[A-Za-z][0-9]|\.[A-Za-z]{2,24}[:/?#]|[({<][ \t\u00a0\u2009\u202f]?(?:[Aa][Tt]|$)|" + UNSEEN
)
"""What addresses, postcodes and placeholders hold, within one piece."""
WORD = re.compile("[A-Za-z]+|[^\\x00-\\x7f]")
SURELY = frozenset((*PLAIN, "name", "names", "dot", "www"))
"""Words that are looked at wherever they stand."""
TITLES = frozenset(GRAND)
GOES_ON = frozenset((*PLAIN, *GRAND, *PARTICLES, "and", "or"))
"""What may stand behind a title that is a word, besides what begins with a capital."""


class Telling(NamedTuple):
    """What a piece of a text, which no white space of ASCII parts, tells of personal data of the built-in kinds.

    amount  ENOUGH, or how many digits it holds: of a text with personal data the pieces tell ENOUGH together
    opens   it ends with a title that is a word, which tells ENOUGH where the next piece `follows`
    """

    amount: int
    opens: bool
    follows: bool


def telling(piece: str) -> Telling:
    """Say what a piece tells."""
    found = WORD.findall(piece)
    amount = ENOUGH if SIGN.search(piece) or _titled(found) else len(DIGIT.findall(piece))
    return Telling(amount, bool(found) and found[-1].lower() in TITLES, not found or _goes_on(found[0]))


def worth_a_look(text: str) -> bool:
    """Whether a text may hold personal data of the built-in kinds, or a placeholder of it."""
    return telling(text).amount >= ENOUGH


def _titled(words: list[str]) -> bool:
    """Say whether a telling word is among these; behind a title that is a word there must be more than a small word."""
    before = ""
    for word in words:
        small = word.lower()
        if small in SURELY or (before in TITLES and _goes_on(word)):
            return True
        before = small
    return False


def _goes_on(word: str) -> bool:
    return not word.islower() or word in GOES_ON

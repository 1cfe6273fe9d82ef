"""A first glance at a text, for speed alone: most answers hold nothing that could be a part of personal data."""

from __future__ import annotations

import re
from typing import NamedTuple

from freetext.guard.name_forms import PLAIN
from freetext.guard.name_words import NEVER, PARTICLES
from freetext.guard.notation import TICK
from freetext.guard.titles import GRAND
from freetext.guard.unseen import UNSEEN

ENOUGH = 6
"""Digits that a text holds, at least, where it holds personal data that is made of digits."""
DIGIT = re.compile("[0-9]")
SIGN = re.compile(
    r"@|\[(?:name|phone|email|nhs|postcode|ni|url)|://|[A-Za-z][0-9]|\.[A-Za-z]{2,24}[:/?#]|[\[({<][ \t\u00a0\u2009\u202f]?(?:[Aa][Tt]|$)|"
    + UNSEEN
)
"""What addresses, postcodes and placeholders hold, within one piece."""
WORD = re.compile(f"[A-Za-z]+[{TICK}\\x80-\U0010ffff-]?|[^\\x00-\\x7f]")
"""Words, each with the sign that ties it to more: `The-Lan` may be a name, `The` is none."""
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
    return Telling(amount, bool(found) and _small(found[-1]) in TITLES, not found or _goes_on(found[0]))


def worth_a_look(text: str) -> bool:
    """Whether a text may hold personal data of the built-in kinds, or a placeholder of it."""
    return telling(text).amount >= ENOUGH


def _titled(words: list[str]) -> bool:
    """Say whether a telling word is among these; behind a title that is a word there must be more than a small word."""
    before = ""
    for word in words:
        small = _small(word)
        if small in SURELY or (before in TITLES and _goes_on(word)):
            return True
        before = small
    return False


def _small(word: str) -> str:
    return (word if word[-1:].isascii() and word[-1:].isalpha() else word[:-1]).lower()


def _goes_on(word: str) -> bool:
    """Whether a word that follows a title may belong to a name: a capital, but of no word that never does."""
    small = word.lower()
    return small in GOES_ON or (not word.islower() and (len(word) == 1 or small not in NEVER))

"""Texts as a reader sees them: without signs that cannot be seen, as pages and programs leave them behind, and with plain digits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

UNSEEN = "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\uff10-\uff19]"
"""Soft hyphens, joiners, marks of direction, and the digits of full width; RE2 and Python read it alike."""

_UNSEEN = re.compile(UNSEEN)
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)}


def holds_unseen(text: str) -> bool:
    """Whether a text holds anything that is read otherwise than it stands."""
    return not text.isascii() and _UNSEEN.search(text) is not None


def as_read(text: str) -> tuple[str, Sequence[int]]:
    """Return a text as it is read, and where each of its characters stands in the text."""
    places = [place for place, sign in enumerate(text) if ord(sign) in _WIDE or not _UNSEEN.match(sign)]
    return "".join(text[place] for place in places).translate(_WIDE), places


def places_read(text: str) -> Sequence[int]:
    """Return how many characters are read before each place of a text, and in all: the way back from `as_read`."""
    return [*accumulate((ord(sign) in _WIDE or not _UNSEEN.match(sign) for sign in text), initial=0)]

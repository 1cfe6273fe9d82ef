"""Small things that every text on a screen needs: safe names, their width, padding, wrapping, weight and bars."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Weight = Literal["", "bold", "dim"]

CODES = {"bold": "\x1b[1m", "dim": "\x1b[2m"}
RESET = "\x1b[0m"
UNSHOWABLE = "\ufffd"
JOINERS = "\u200c\u200d"
"""Needed to spell Persian and to compose emoji; they show nothing and turn nothing round."""

RULE, FULL, HALF = "\u2500", "\u2588", "\u258c"
STEERING = re.compile(
    "(\x1b\\[[012]m)|([\t\r\v\f\x85\u2028\u2029])"
    "|([\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb])"
)
"""Our own weights; what breaks or moves a line; and what steers a terminal or turns its text round."""
PLAIN = str.maketrans({RULE: "-", FULL: "#", HALF: ""})


def safe(text: str) -> str:
    """Make a name harmless on a terminal or a page: one line, no control, ANSI or bidirectional character, no lone surrogate."""
    return " ".join("".join(_safe(character) for character in text).split())


def _safe(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace() or category in {"Zl", "Zp"}:
        return " "
    if character in JOINERS or category not in {"Cc", "Cf", "Cs"}:
        return character
    return "" if character in "\xad\u200b\ufeff" else UNSHOWABLE


def unsteered(text: str, *, colour: bool) -> str:
    """The last sieve in front of a terminal: whatever text got here unsafe, only line ends and (in colour) our own weights pass."""
    return STEERING.sub(lambda found: _kept(found, colour=colour), text)


def _kept(found: re.Match[str], *, colour: bool) -> str:
    if found[1]:
        return found[1] if colour else UNSHOWABLE
    return " " if found[2] else UNSHOWABLE


def plain(text: str) -> str:
    """The same text where the screen's encoding has no rules and bars."""
    return text.translate(PLAIN)


def display_width(text: str) -> int:
    """How many cells of a terminal a text takes: two for wide (CJK, emoji) characters, none for combining ones."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def left(text: str, width: int) -> str:
    """Pad on the right to a display width."""
    return text + " " * (width - display_width(text))


def right(text: str, width: int) -> str:
    """Pad on the left to a display width."""
    return " " * (width - display_width(text)) + text


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` cells, at spaces; a longer word is broken where it must be."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, width):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if display_width(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and display_width(pieces[-1] + character) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def weighted(text: str, weight: Weight, *, colour: bool) -> str:
    """Set a line in bold or dim where the terminal has colours."""
    return f"{CODES[weight]}{text}{RESET}" if colour and weight and text else text


def bar(share: float, cells: int) -> str:
    """A bar for a share of 0..1, to half a cell."""
    halves = round(share * cells * 2)
    return FULL * (halves // 2) + HALF * (halves % 2)

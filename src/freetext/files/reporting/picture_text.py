"""Text for pictures: how wide it is in the font that they are drawn in, and where it breaks."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

FACE = "DejaVu Sans"
POINT = 1 / 72
"""Inches."""

LINE = 1.3
"""Height of a line, of that of its letters."""

MORE = "…"


def shown(text: str) -> str:
    """The text on one line, without what has no shape."""
    kept = (each if each.isprintable() else " " if each.isspace() else "" for each in text)
    return " ".join("".join(kept).split())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line is, in inches, at a size in points."""
    return sum(_advance(each, bold) for each in text) * size * POINT


def height(lines: int, size: float) -> float:
    """How high so many lines are, in inches."""
    return lines * size * LINE * POINT


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool) -> float:
    """How far a character moves the pen, of the size of the font; of one that it does not have, what is usual."""
    font = _font(bold)
    if font.get_char_index(ord(character)):
        return font.load_char(ord(character)).linearHoriAdvance / 65536 / 100
    return 1.0 if unicodedata.east_asian_width(character) in {"W", "F"} else 0.6


@lru_cache(maxsize=2)
def _font(bold: bool) -> FT2Font:
    from matplotlib import get_data_path
    from matplotlib.ft2font import FT2Font

    font = FT2Font(str(Path(get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")))
    font.set_size(100, 72)
    return font


def broken(text: str, room: float, size: float, *, bold: bool = False, most: int = 0) -> list[str]:
    """Break a text into lines that fit a room, in inches; beyond `most` lines (0: as many as it takes) it is cut with a mark."""
    lines = [""]
    for word in shown(text).split():
        for piece in _pieces(word, room, size, bold):
            joined = f"{lines[-1]} {piece}".lstrip()
            if not lines[-1] or width(joined, size, bold=bold) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), room, size, bold)]
    return lines


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word that is wider than the room, in pieces."""
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _cut(text: str, room: float, size: float, bold: bool) -> str:
    while text and width(text + MORE, size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + MORE


def fitting(texts: Sequence[str], room: float, size: float) -> str:
    """The first of these texts that fits a room; empty where none does."""
    return next((text for text in texts if width(text, size) <= room), "")


def shorter(text: str) -> tuple[str, str, str]:
    """Ways to write a figure in ever less room: `56 % (23)`, `56 %`, `56`."""
    share = text.split(" (", 1)[0]
    return (text, share, share.removesuffix(" %"))

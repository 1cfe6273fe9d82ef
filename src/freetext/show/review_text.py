"""Answers and names as a full screen can hold them: harmless lines, their cells, and where they are folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from freetext.show.screens import safe

OPEN, CLOSE = "\x01", "\x02"
"""Stand around a lit word while lines are folded; no harmless text has them."""

BRACKETS = {OPEN: "\u2039", CLOSE: "\u203a"}
"""How they are drawn: single angle quotation marks."""

UNSEEN = re.compile(
    "[\u200b\u200d\u2060-\u2064\ufeff\xad\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef\U0001f3fb-\U0001f3ff]"
)
"""Characters that only change their neighbours (joiners, variation selectors, tags, skin tones): terminals do not agree on their width."""

CUT = "…"
SPLIT = 8
"""A word that fits no line begins beside others where so many cells are left."""


def harmless(text: str) -> str:
    """One line without controls, bidirectional or zero-width characters; only the non-joiner, which spells Persian, stays."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return safe(unicodedata.normalize("NFC", UNSEEN.sub("", text)))


def paragraphs(text: str) -> list[str]:
    """The lines of an answer, harmless; of several blank lines one is kept."""
    lines: list[str] = []
    for line in map(harmless, text.strip().splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return lines


def cells(text: str) -> int:
    """How many cells a harmless text takes."""
    return len(text) if text.isascii() else sum(_sizes(character)[0] for character in text)


def most_cells(text: str) -> int:
    """How many cells it takes at most: terminals do not agree on the vowel signs of Indic scripts and on single Hangul parts."""
    return len(text) if text.isascii() else sum(_sizes(character)[1] for character in text)


@lru_cache(maxsize=8192)
def _sizes(character: str) -> tuple[int, int]:
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"}:
        return 0, 0
    wide = unicodedata.east_asian_width(character) in {"W", "F"}
    if (
        category == "Mc"
        or "\u1160" <= character <= "\u11ff"
        or "\ud7b0" <= character <= "\ud7ff"
        or character == "\u3164"
    ):
        return 0, 2 if wide else 1
    if category == "Cn" and character >= "\U0001f000":  # younger than this Python's tables: an emoji most likely
        return 2, 2
    return (2, 2) if wide else (1, 1)


def cut(text: str, width: int) -> str:
    """The text if it fits so many cells, else as much of it as does, and an ellipsis."""
    if cells(text) <= width:
        return text
    return next(pieces(text, width - 1)) + CUT if width > 1 else CUT[:width]


def tail(text: str, width: int) -> str:
    """The text if it fits so many cells, else an ellipsis and as much of its end as does."""
    if cells(text) <= width:
        return text
    start = len(text)
    while cells(text[start - 1 :]) < width:
        start -= 1
    return CUT + text[start:]


def pieces(word: str, width: int, first: int | None = None) -> Iterator[str]:
    """Break a word into pieces of at most so many cells, the first of at most `first`; a mark stays with its letter."""
    room, start, used = width if first is None else first, 0, 0
    for place, character in enumerate(word):
        size = _sizes(character)[1]
        if used + size > room and _sizes(character)[0]:
            yield word[start:place]
            room, start, used = width, place, 0
        used += size
    yield word[start:]


def folded(line: str, width: int) -> list[str]:
    """Break a line at spaces into lines of at most so many cells (2 at least); a longer word is broken where it must be."""
    lines, used = [""], 0
    for word in line.split():
        size, gap = most_cells(word), 1 if used else 0
        if used + gap + size <= width:
            lines[-1] += " " * gap + word
            used += gap + size
        elif size <= width:
            lines.append(word)
            used = size
        else:
            used = _broken(lines, word, width, width - used - gap)
    return lines


def _broken(lines: list[str], word: str, width: int, rest: int) -> int:
    """Add a word that fits no line; say how much of the last line is used."""
    beside = rest >= SPLIT and bool(lines[-1])
    first, *others = pieces(word, width, rest if beside else width)
    lines[-1:] = [f"{lines[-1]} {first}" if beside else first] if beside or not lines[-1] else [lines[-1], first]
    lines += others
    return most_cells(lines[-1])


@lru_cache(maxsize=16)
def laid(text: str, width: int, words: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Fold an answer into lines, the words that are lit between `OPEN` and `CLOSE`."""
    lines = paragraphs(text)
    if (pattern := _pattern(words)) is not None:
        lines = [pattern.sub(rf"{OPEN}\g<0>{CLOSE}", line) for line in lines]
    return tuple(part for line in lines for part in folded(line, width))


def _pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Find any of the words as a whole, the longest first, whatever their case and apostrophes."""
    known = sorted({each for each in map(harmless, words) if each}, key=lambda each: (-len(each), each))
    return re.compile("|".join(map(_whole, known)), re.IGNORECASE) if known else None


def _whole(word: str) -> str:
    inner = re.escape(word).replace(r"\ ", r"\s+").replace("'", "['\u2019]").replace("\u2019", "['\u2019]")
    before, after = (r"(?<!\w)" if word[0].isalnum() else ""), (r"(?!\w)" if word[-1].isalnum() else "")
    return before + inner + after


def shortened(names: Sequence[str], width: int) -> list[str]:
    """Cut names to so many cells: at the end, or in the middle where two would come out the same."""
    cuts = [cut(name, width) for name in names]
    twice = {each for each in cuts if cuts.count(each) > 1} if len(set(cuts)) < len(cuts) else set()
    return [
        _middle(name, width) if each in twice and each != name else each for name, each in zip(names, cuts, strict=True)
    ]


def _middle(name: str, width: int) -> str:
    end = tail(name, (width + 1) // 2).removeprefix(CUT)
    return cut(name, width - cells(end)) + end

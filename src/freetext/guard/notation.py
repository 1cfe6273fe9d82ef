"""Pieces that the patterns of the redactor are made of; all of them mean the same to Python's engine and to RE2."""

from __future__ import annotations

GAP = " \t\u00a0\u2009\u202f"
"""The blanks within a line, for a character class."""
TICK = "'\u2019\u2018`"
"""What people write for an apostrophe, for a character class."""


def words(lines: str) -> frozenset[str]:
    """Take the words of some lines."""
    return frozenset(lines.split())


def any_case(word: str) -> str:
    """Give a pattern for a word of plain letters in large or small letters; `(?i)` differs between engines beyond ASCII."""
    return "".join(f"[{each.upper()}{each.lower()}]" if each.isalpha() else each for each in word)


def any_of(words: tuple[str, ...]) -> str:
    """Give a pattern for any of some words in any case, longer ones first."""
    return "(?:" + "|".join(any_case(word) for word in sorted(words, key=lambda each: (-len(each), each))) + ")"

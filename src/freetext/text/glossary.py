"""Abbreviations as respondents write them, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from freetext.text.clean import clean

Pairs = list[tuple[str, str]]
"""(normal form, surface) of each token."""


class Glossary:
    """What abbreviations stand for, as tokens; one that is a word besides (IT, US) must be written as it is here."""

    def __init__(
        self, known: Sequence[tuple[str, str]], split: Callable[[str], Pairs], words: Collection[str], *, plural: str
    ) -> None:
        """Split the abbreviations and their meanings as answers are; `words` are common words, `plural` ends abbreviations too."""
        self._meant: dict[tuple[str, ...], list[tuple[str, list[str]]]] = {}
        for short, meant in known:
            forms = [form for word in meant.split() for form, _ in split(word)]
            exact = clean(short) if clean(short).lower() in words else ""
            for ending in dict.fromkeys(("", plural)):
                key = tuple(form for form, _ in split(short + ending))
                self._meant.setdefault(key, []).append((exact + ending if exact else "", forms))
        self._lengths = sorted({len(key) for key in self._meant}, reverse=True)

    def __bool__(self) -> bool:
        """Whether there is any abbreviation."""
        return bool(self._meant)

    def written_out(self, pairs: Pairs) -> Pairs:
        """Put what an abbreviation stands for behind it, under the abbreviation's own surface."""
        written: Pairs = []
        place = 0
        while place < len(pairs):
            length, surface, forms = self._at(pairs, place)
            written += pairs[place : place + length]
            written += [(form, surface) for form in forms]
            place += length
        return written

    def _at(self, pairs: Pairs, place: int) -> tuple[int, str, list[str]]:
        """The longest abbreviation that begins at a token: how many tokens it has, its surface, what it stands for."""
        for length in self._lengths:
            part = pairs[place : place + length]
            surface = "".join(each for _, each in part)
            for exact, forms in self._meant.get(tuple(form for form, _ in part), ()):
                if not exact or surface == exact:
                    return length, surface, forms
        return 1, "", []

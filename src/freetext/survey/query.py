"""Words that are looked for in answers: case and accents do not matter, `"a phrase"` stays together, `fund*` is the rest of a word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property


class _Plainer(dict[int, int | str | None]):
    """Straight quotes for curly ones and nothing for accents; what it has met it remembers."""

    def __missing__(self, point: int) -> int | str | None:
        """Leave a mark that belongs to the character before it out, anything else as it is."""
        self[point] = None if unicodedata.combining(chr(point)) else point
        return self[point]


QUOTES = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"'}
)
PLAINER = _Plainer(QUOTES)
TERM = re.compile(r'"([^"]*)"|([^\s"]+)')

Span = tuple[int, int]
"""From one character to before another."""


@dataclass(frozen=True)
class Query:
    """All `terms` must stand in a text: each a word or a phrase of several, folded."""

    terms: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(_pattern(term)) for term in self.terms)

    @cached_property
    def _longest(self) -> tuple[str, ...]:
        """The longest word of each term: where one is not in a text at all, no pattern is tried."""
        return tuple(max((word.rstrip("*") for word in term), key=len) for term in self.terms)

    def holds(self, text: str) -> bool:
        """Whether a text holds all terms."""
        folded = plain(text)
        return all(word in folded for word in self._longest) and all(each.search(folded) for each in self._patterns)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Where the terms stand in a text, in its own characters, in order and without overlap."""
        folded, places = _placed(text)
        found = sorted(hit.span() for pattern in self._patterns for hit in pattern.finditer(folded))
        spans: list[Span] = []
        for begin, end in found:
            first, last = places[begin], _behind(text, places[end - 1] + 1)
            if spans and first <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
            else:
                spans.append((first, last))
        return tuple(spans)


def query_of(text: str) -> Query:
    """Read what somebody looks for; marks that are no part of a word only part words."""
    terms = []
    for phrase, word in TERM.findall(text.translate(QUOTES)):
        words = tuple(each for each in plain(phrase or word).split() if each.strip("*"))
        if words:
            terms.append(words)
    return Query(tuple(dict.fromkeys(terms)))


def plain(text: str) -> str:
    """Write a text without case and accents, with straight quotes; an ASCII text keeps its characters' places."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text).translate(PLAINER).casefold()


def _placed(text: str) -> tuple[str, list[int]]:
    """The plain text, and for each of its characters the place in the text that it comes of."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    parts = [(piece, place) for place, each in enumerate(text) for piece in plain(each)]
    return "".join(piece for piece, _ in parts), [place for _, place in parts]


def _behind(text: str, place: int) -> int:
    """The place behind the marks that belong to the character before."""
    while place < len(text) and unicodedata.combining(text[place]):
        place += 1
    return place


def _pattern(term: tuple[str, ...]) -> str:
    """A term as whole words: what stands between them is anything but a word."""
    words = [re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in term]
    begin = "" if _unspaced(term[0][0]) else r"(?<!\w)"
    end = "" if _unspaced(term[-1][-1]) else r"(?!\w)"
    return begin + r"[\W_]+".join(words) + end


def _unspaced(character: str) -> bool:
    """Whether a character is of a script that need not part words by spaces, or joins small words to others."""
    return unicodedata.category(character) == "Lo"

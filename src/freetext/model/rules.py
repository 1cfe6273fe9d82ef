"""The codeframe's phrases: literal words that always or never carry a theme, `*` for the rest of a word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from freetext.survey.answers import BoolArray
from freetext.survey.codeframe import Codeframe
from freetext.text.clean import clean


@dataclass(frozen=True, slots=True)
class Rules:
    """The phrases of a codeframe, ready to match: (theme's place, pattern) for each theme that has some.

    `anchor` finds the longest word of each phrase, None where there is no phrase.
    """

    always: tuple[tuple[int, re.Pattern[str]], ...]
    never: tuple[tuple[int, re.Pattern[str]], ...]
    themes: int
    anchor: re.Pattern[str] | None = None

    def match(self, texts: Sequence[str]) -> tuple[BoolArray, BoolArray]:
        """Return bool (answers, themes) twice: an always-phrase stands in the answer, a never-phrase does."""
        plain = [plainly(text) for text in texts] if self.always or self.never else []
        found = []
        for patterns in (self.always, self.never):
            table = np.zeros((len(texts), self.themes), dtype=np.bool_)
            for place, pattern in patterns:
                table[:, place] = [pattern.search(text) is not None for text in plain]
            found.append(table)
        return found[0], found[1]

    def marks(self, pieces: Sequence[str]) -> BoolArray:
        """Return bool (pieces,): which pieces of text, parted at white space, hold an anchor; an answer of others matches nothing."""
        anchor = self.anchor
        if anchor is None:
            return np.zeros(len(pieces), dtype=np.bool_)
        found = (anchor.search(clean(piece).lower()) is not None for piece in pieces)
        return np.fromiter(found, dtype=np.bool_, count=len(pieces))

    def words(self, text: str, place: int) -> list[str]:
        """Return the words of an answer, as it writes them, by which a theme always applies; each spelling once."""
        plain, cased = plainly(text), " ".join(clean(text).split())
        shown = cased if len(cased) == len(plain) else plain
        spans = [hit.span() for each, pattern in self.always if each == place for hit in pattern.finditer(plain)]
        return list(dict.fromkeys(shown[begin:end] for begin, end in spans))


def rules_of(codeframe: Codeframe) -> Rules:
    """Make the rules of a codeframe."""
    always = [(place, pattern_of(theme.always)) for place, theme in enumerate(codeframe.themes) if theme.always]
    never = [(place, pattern_of(theme.never)) for place, theme in enumerate(codeframe.themes) if theme.never]
    phrases = [phrase for theme in codeframe.themes for phrase in (*theme.always, *theme.never)]
    return Rules(tuple(always), tuple(never), len(codeframe), _anchor_of(phrases))


def _anchor_of(phrases: Sequence[str]) -> re.Pattern[str] | None:
    """Find the longest word of each phrase, without its star, where a word may begin: no blank stands in it, so one piece holds it whole."""
    words = {max((word.rstrip("*") for word in plainly(phrase).split()), key=len, default="") for phrase in phrases}
    words.discard("")
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(words))) + ")") if words else None


def pattern_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """Turn literal phrases into a pattern of alternatives: no phrase can make matching slow.

    A phrase of which cleaning leaves nothing (unseen characters) matches nothing.
    """
    literal = [_literal(phrase) for phrase in phrases if plainly(phrase).strip("* ")]
    return re.compile("|".join(literal) if literal else r"(?!)")


def _literal(phrase: str) -> str:
    words = [re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in plainly(phrase).split()]
    return r"(?<!\w)" + " ".join(words) + r"(?!\w)"


def plainly(text: str) -> str:
    """Write a text as rules see it: clean, lower-case, single blanks."""
    return " ".join(clean(text).lower().split())

"""Names that the user gives: of staff, of places, of projects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from freetext.guard.notation import TICK
from freetext.guard.spans import Span

WORD = re.compile(r"[^\W_]+")


class NameList:
    """Names to look for: words or phrases, as written, with capitals, and in capitals.

    A phrase is found where its words follow each other with blanks, hyphens or apostrophes between them; small letters are not
    taken for a name that was given with a capital, so that `Will` does not hide what people will do.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names; blank ones, and those of one character, are passed over."""
        self.names = tuple(dict.fromkeys(each for each in (" ".join(name.split()) for name in names) if len(each) > 1))
        self._by_first: dict[str, set[tuple[str, ...]]] = {}
        for words in (tuple(WORD.findall(form)) for name in self.names for form in (name, name.title(), name.upper())):
            if words:
                self._by_first.setdefault(words[0], set()).add(words)
        self._longest = {first: sorted(given, key=len, reverse=True) for first, given in self._by_first.items()}

    def may_stand_in(self, text: str) -> bool:
        """Whether the first word of a name stands in a text."""
        return bool(self._longest) and not self._longest.keys().isdisjoint(WORD.findall(text))

    def find(self, text: str) -> Iterator[Span]:
        """Find the names in a text, the longest first where several begin."""
        found = list(WORD.finditer(text)) if self._longest else []
        words = [each[0] for each in found]
        at = 0
        while at < len(words):
            mine = next((each for each in self._longest.get(words[at], ()) if _here(text, found, words, at, each)), ())
            if mine:
                yield Span(found[at].start(), found[at + len(mine) - 1].end(), "name")
            at += len(mine) or 1


def _here(text: str, found: list[re.Match[str]], words: list[str], at: int, name: tuple[str, ...]) -> bool:
    """Say whether the words of a name follow each other here, with nothing but a blank or a joint between them."""
    if tuple(words[at : at + len(name)]) != name:
        return False
    pairs = zip(found[at : at + len(name) - 1], found[at + 1 : at + len(name)], strict=True)
    return all(text[one.end() : other.start()].strip(f" .-\u00a0{TICK}") == "" for one, other in pairs)

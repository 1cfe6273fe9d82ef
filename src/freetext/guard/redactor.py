"""The redactor: finds what may say who somebody is and covers it. It is incomplete: a name without a title is not seen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from freetext.guard import emails, numbers, phones, postcodes, titles, urls
from freetext.guard.name_lists import NameList
from freetext.guard.quick import DIGIT, worth_a_look
from freetext.guard.spans import KINDS, Kind, Span, covered, masked, settled
from freetext.guard.unseen import UNSEEN, as_read, holds_unseen, places_read

Recogniser = Callable[[Sequence[str]], Iterable[Sequence[tuple[int, int]]]]
"""Finds names in texts: for each text the (start, end) of each; a spaCy pipeline behind a function, say."""

FINDERS: dict[Kind, Callable[[str], Iterator[Span]]] = {
    "url": urls.urls,
    "email": emails.emails,
    "phone": phones.phones,
    "nhs number": numbers.nhs_numbers,
    "ni number": numbers.ni_numbers,
    "postcode": postcodes.postcodes,
    "name": titles.titled,
}
HINTS: dict[Kind, str] = {
    "url": urls.HINT,
    "email": emails.HINT,
    "phone": phones.HINT,
    "nhs number": numbers.NHS_HINT,
    "ni number": numbers.NI_HINT,
    "postcode": postcodes.HINT,
    "name": titles.HINT,
}
CANDIDATE = "|".join(f"(?:{each})" for each in dict.fromkeys((*HINTS.values(), UNSEEN)))
"""What a text must hold to hold a span, without anybody's list of names; RE2 and Python read it alike."""
SIGNS = {kind: re.compile(hint) for kind, hint in HINTS.items()}
"""What a text must hold to hold a span of each kind."""
OF_DIGITS = frozenset(("phone", "nhs number", "ni number", "postcode"))
"""Kinds that no text without a digit holds."""
LOOKS = 8
"""How often a text is looked at, at most; what is covered may uncover what stood too close to it."""
NOTHING = re.compile("[^\\x00-\U0010ffff]")


class Redactor:
    """Finds personal data of some kinds; `names` are found as well, and what `recogniser` takes for names.

    `candidate` is CANDIDATE for these kinds; it is empty, and so matches every text, where names or a recogniser were given.
    """

    def __init__(
        self, names: Iterable[str] = (), kinds: Iterable[Kind] = KINDS, recogniser: Recogniser | None = None
    ) -> None:
        """Take a list of names, the kinds to look for and a recogniser of names; the first and the last are for the kind `name`."""
        asked = set(kinds)
        self.kinds = tuple(kind for kind in KINDS if kind in asked)
        self._names = NameList(names if "name" in asked else ())
        self._recogniser = recogniser if "name" in asked else None
        hints = [*dict.fromkeys(f"(?:{HINTS[kind]})" for kind in self.kinds)]
        self._hints = re.compile("|".join((*hints, UNSEEN))) if hints else NOTHING
        self.candidate = "" if self._names.names or self._recogniser else self._hints.pattern

    @property
    def names(self) -> tuple[str, ...]:
        """The names that are looked for besides those with a title."""
        return self._names.names

    def may_hold(self, text: str) -> bool:
        """Whether a text may hold personal data of these kinds, by a quick look; a recogniser is not asked."""
        built_in = worth_a_look(text) and self._hints.search(text) is not None
        return built_in or self._names.may_stand_in(as_read(text)[0] if holds_unseen(text) else text)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Give where personal data stands, in order; spans never overlap, nor touch a placeholder that stands in the text."""
        return next(self.each_spans((text,)))

    def mask(self, text: str) -> str:
        """Put a placeholder in the place of each span: `[name]`, `[phone]`; doing it again changes nothing."""
        return masked(text, self.spans(text))

    def each_spans(self, texts: Sequence[str]) -> Iterator[tuple[Span, ...]]:
        """Give the spans of each of many texts; a recogniser sees them all at once."""
        known = self._recogniser(texts) if self._recogniser else [()] * len(texts)
        for text, named in zip(texts, known, strict=True):
            given = [Span(start, end, "name") for start, end in named if end - start > 1]
            yield self.full(text, given) if given or self.may_hold(text) else ()

    def full(self, text: str, given: Sequence[Span] = ()) -> tuple[Span, ...]:
        """Give the spans of a text without the quick look before it, with names that are known already."""
        if not holds_unseen(text):
            return self._full(text, given)
        read, stands = as_read(text)
        to = places_read(text)
        known = [Span(to[each.start], to[each.end], each.kind) for each in given if to[each.start] < to[each.end]]
        spans = self._full(read, known)
        return tuple(Span(stands[each.start], stands[each.end - 1] + 1, each.kind) for each in spans)

    def _full(self, text: str, given: Sequence[Span]) -> tuple[Span, ...]:
        found: tuple[Span, ...] = ()
        seen = text
        for _ in range(LOOKS):
            new = settled(seen, (*given, *self._found(seen)))
            if not new:
                break
            found, seen, given = tuple(sorted((*found, *new))), covered(seen, new), ()
        return found

    def _found(self, text: str) -> Iterator[Span]:
        digits = DIGIT.search(text) is not None
        for kind in self.kinds:
            if (digits or kind not in OF_DIGITS) and SIGNS[kind].search(text):
                yield from FINDERS[kind](text)
        yield from self._names.find(text)

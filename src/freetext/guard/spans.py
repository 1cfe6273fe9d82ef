"""Where personal data stands in a text, and how it is covered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["name", "phone", "email", "nhs number", "postcode", "ni number", "url"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What is looked for."""

PRECEDENCE: tuple[Kind, ...] = ("url", "email", "phone", "nhs number", "ni number", "postcode", "name")
"""Where two kinds claim the same letters the earlier one has them: the longer and the surer before the shorter."""

PLACEHOLDER = re.compile("|".join(re.escape(f"[{kind}]") for kind in KINDS))
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, order=True)
class Span:
    """A part of a text, from `start` up to `end`, in characters, and what it is taken for."""

    start: int
    end: int
    kind: Kind

    @property
    def placeholder(self) -> str:
        """What stands in its place."""
        return f"[{self.kind}]"


def settled(text: str, found: Iterable[Span]) -> tuple[Span, ...]:
    """Give the spans in order, none overlapping another or a placeholder that stands in the text.

    The kinds go by PRECEDENCE, within a kind the one that begins first, then the longer. Of a name the letters that nobody else
    claims are kept; any other kind is dropped when a part of it is taken.
    """
    taken = bytearray(len(text))
    for each in PLACEHOLDER.finditer(text):
        taken[each.start() : each.end()] = b"\x01" * (each.end() - each.start())
    kept = []
    for span in sorted(found, key=lambda each: (PRECEDENCE.index(each.kind), each.start, -each.end)):
        for part in _free(text, span, taken):
            taken[part.start : part.end] = b"\x01" * (part.end - part.start)
            kept.append(part)
    return tuple(sorted(kept))


def _free(text: str, span: Span, taken: bytearray) -> Iterator[Span]:
    """Give what nobody has taken of a span."""
    if taken.find(1, span.start, span.end) < 0:
        yield span
    elif span.kind == "name":
        yield from _rest(text, span, taken)


def _rest(text: str, span: Span, taken: bytearray) -> Iterator[Span]:
    """Give the free stretches of a name, from letter to letter, if they hold two letters."""
    start = span.start
    while start < span.end:
        end = taken.find(1, start, span.end)
        end = span.end if end < 0 else end
        letters = [start + each.start() for each in LETTER.finditer(text[start:end])]
        if len(letters) > 1:
            yield Span(letters[0], letters[-1] + 1, span.kind)
        free = taken.find(0, end, span.end)
        start = span.end if free < 0 else free


def masked(text: str, spans: Iterable[Span]) -> str:
    """Put the placeholder of each span in its place; the spans are in order and do not overlap."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], span.placeholder]
        at = span.end
    return "".join((*parts, text[at:]))


def covered(text: str, spans: Iterable[Span]) -> str:
    """Cover spans by brackets of the same length, so that what a second look finds stands where the first look saw it."""
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], "[", "\0" * (span.end - span.start - 2), "]"]
        at = span.end
    return "".join((*parts, text[at:]))

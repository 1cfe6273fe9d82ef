"""Addresses of pages: with a scheme, with www, or a bare domain with a path."""

from __future__ import annotations

import re
from collections.abc import Iterator

from freetext.guard.notation import any_case, words
from freetext.guard.spans import Span

DOMAINS = words(
    """
    ac ai app au be biz blog ca cloud co com de dev edu es eu fm fr gg gl gov ie info io jp link live london ly me mil mobi net nhs nl nz
    online org page plus pt scot shop site store tech tv uk us wales website wiki xyz
    """
)
"""Ends of domains, few of them English words: `fine.no/problem` is none."""
OTHER = '[^\\s<>\\[\\]{}|"\u201c\u201d\u2018\u2019\u00ab\u00bb]'
START = rf"(?:{any_case('http')}[Ss]?|{any_case('ftp')})://|{any_case('www')}\."
URL = re.compile(rf"(?<![A-Za-z0-9])(?:{START}){OTHER}+")
BARE = re.compile(
    rf"(?<![\w@.-])(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?P<end>[A-Za-z]{{2,24}})(?::[0-9]{{1,5}})?(?:/{OTHER}*|[?#]{OTHER}+)"
)
HINT = rf"://|{any_case('www')}\.|[A-Za-z0-9]\.[A-Za-z]{{2,24}}(?::[0-9]{{1,5}})?[/?#]"
TRAILING = ".,;:!?'…*_"


def urls(text: str) -> Iterator[Span]:
    """Find the addresses of pages of a text, without the stops and brackets that follow them."""
    for each in URL.finditer(text):
        end = _ended(text, each.start(), each.end())
        if end > each.start() + len("www."):
            yield Span(each.start(), end, "url")
    for each in BARE.finditer(text):
        if each["end"].lower() in DOMAINS:
            yield Span(each.start(), max(_ended(text, each.start(), each.end()), each.end("end")), "url")


def _ended(text: str, start: int, end: int) -> int:
    """Say where an address ends: before stops, and before a bracket that it does not open."""
    opened = text.count("(", start, end) - text.count(")", start, end)
    while end > start and (text[end - 1] in TRAILING or (text[end - 1] == ")" and opened < 0)):
        opened += text[end - 1] == ")"
        end -= 1
    return end

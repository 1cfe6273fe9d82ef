"""E-mail addresses, as they are and as people spell them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from freetext.guard.notation import GAP, any_case
from freetext.guard.spans import Span
from freetext.guard.urls import DOMAINS

LOCAL, DOMAIN = 64, 253
"""How long the two halves of an address may be (RFC 5321)."""
BEFORE = re.compile(r"[\w.+%&~'-]+\Z")
LEAD = re.compile(rf"(?:{any_case('e')}-?)?{any_case('mail')}(?:{any_case('to')})?[-.]|[.'&~-]+")
HOST = re.compile(r"(?:[^\W_][\w-]{0,62}\.){1,8}([A-Za-z]{2,24})")
GLUED = re.compile(r"(com|org|net|uk)(?!munity|pany|puter|pare|works?\Z|ganic)[a-z]{3,}")
AT = re.compile(rf"[{GAP}]?@[{GAP}]?")

DOT = rf"(?:[{GAP}]{any_case('dot')}[{GAP}]|[{GAP}]?[(\[{{]{any_case('dot')}[)\]}}][{GAP}]?)"
SPELT_AT = re.compile(
    rf"[{GAP}]{any_case('at')}[{GAP}]|[{GAP}]?[(\[{{<][{GAP}]?{any_case('at')}[{GAP}]?[)\]}}>][{GAP}]?"
)
SPELT_BEFORE = re.compile(rf"(?:[\w.+-]{{1,64}}{DOT}){{0,3}}[\w.+-]{{1,64}}\Z")
SPELT_HOST = re.compile(rf"[\w-]{{1,63}}(?:(?:\.|{DOT})[\w-]{{1,63}}){{0,4}}(?:\.|{DOT})([A-Za-z]{{2,24}})(?![\w])")
HINT = rf"@|[(\[{{<][{GAP}]?{any_case('at')}[{GAP}]?[)\]}}>]|[{GAP}(\[{{]{any_case('dot')}[{GAP})\]}}]"


def emails(text: str) -> Iterator[Span]:
    """Find the e-mail addresses of a text."""
    if "@" in text:
        yield from _written(text)
    for at in SPELT_AT.finditer(text):
        before = SPELT_BEFORE.search(text[max(0, at.start() - 2 * LOCAL) : at.start()])
        host = SPELT_HOST.match(text, at.end(), at.end() + DOMAIN)
        if before and host and host[1].lower() in DOMAINS and _spelt(at[0], host[0]):
            yield Span(at.start() - len(before[0]), host.end(), "email")


def _spelt(at: str, host: str) -> bool:
    """Say whether an address was spelt out: `look at example.com` is none, `me (at) example.com` and `me at example dot com` are."""
    return not at.strip(GAP).isalpha() or re.search(DOT, host) is not None


def _written(text: str) -> Iterator[Span]:
    for at in AT.finditer(text):
        before = BEFORE.search(text[max(0, at.start() - LOCAL) : at.start()])
        host = HOST.match(text, at.end(), at.end() + DOMAIN)
        if before and host and (at[0] == "@" or host[1].lower() in DOMAINS):
            yield from _trimmed(at.start() - len(before[0]), before[0], host)


def _trimmed(start: int, before: str, host: re.Match[str]) -> Iterator[Span]:
    """Leave out what is glued to an address: `Email-` before it, a word behind its last domain."""
    lead = LEAD.match(before)
    glued = GLUED.fullmatch(host[1])
    end = host.start(1) + len(glued[1]) if glued else host.end()
    start += lead.end() if lead else 0
    if start < host.start() - 1:
        yield Span(start, end, "email")

"""Texts as bare letters and digits, so that they are found however a file writes line ends, quotation marks and escapes."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from freetext.guard.handed_on import REDACTOR

LEAST = 12
"""Letters and digits of a text that is searched for; "no" and "nothing" are everybody's."""
RATHER = 24
"""Letters of a piece between personal data that is searched for: other lists of names cover other words."""
BARE = re.compile(r"[\W_]+")
WORD = re.compile(r"[A-Za-z0-9]+")
ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|([\\"/bfnrt]))')
CONTROL = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""How a workbook writes a character that XML has no way for, such as `_x000D_`."""
HALF = re.compile("[\ud800-\udfff]")
"""Half of a character beyond the first 65,536, which JSON may write as two escapes."""
TAG = re.compile(r"<[^<>]{0,2000}>")


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A text to be searched for: its letters and digits, and its longest run of plain ones, which nothing writes otherwise."""

    bare: str
    probe: str


def skeletons_of(texts: Collection[str]) -> tuple[Skeleton, ...]:
    """Prepare the search for texts as they were written, as they are masked, and by their longest piece without personal data."""
    bare = {form for text in texts for form in _forms(text)}
    return tuple(Skeleton(form, probe) for form, probe in sorted(bare))


def short_texts(texts: Collection[str]) -> int:
    """Count the texts that are not searched for; those without any letter or digit say nothing."""
    return sum(bool(bare_of(text)) and not any(_forms(text)) for text in texts)


def _forms(text: str) -> Iterator[tuple[str, str]]:
    spans = REDACTOR.spans(text)
    ends = [0, *(span.end for span in spans)]
    begins = [*(span.start for span in spans), len(text)]
    pieces = [text[end:begin] for end, begin in zip(ends, begins, strict=True)]
    if len(bare_of(text)) >= LEAST:
        yield bare_of(text), _probe(text)
    if spans and len(bare_of("".join(pieces))) >= LEAST:
        yield bare_of(REDACTOR.mask(text)), _probe(max(pieces, key=len))
    longest = max(pieces, key=len)
    if spans and len(bare_of(longest)) >= RATHER:
        yield bare_of(longest), _probe(longest)


def _probe(text: str) -> str:
    return max(WORD.findall(unicodedata.normalize("NFC", text)), key=len, default="")


def bare_of(text: str) -> str:
    """Return a text's letters and digits, composed (NFC)."""
    return BARE.sub("", unicodedata.normalize("NFC", text))


def holds(content: str, wanted: Collection[Skeleton]) -> bool:
    """Whether one of the texts stands there: as it is, as CSV, JSON, HTML, XML and workbooks write it, or in marked-up pieces."""
    bodies = [content, TAG.sub("", content)] if "<" in content else [content]
    for body in bodies:
        likely = [each for each in wanted if each.probe in body]
        if likely and any(each.bare in form for form in _spellings(body) for each in likely):
            return True
    return False


def _spellings(body: str) -> Iterator[str]:
    """Give the letters and digits of a content as it stands, and with one or more kinds of escapes read."""
    read = [body]
    yield bare_of(body)
    for unescaped in (_without_backslashes, html.unescape, _without_controls):
        for form in tuple(read):
            if (plain := unescaped(form)) != form:
                read.append(plain)
                yield bare_of(plain)


def _without_backslashes(content: str) -> str:
    plain = ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", content)
    if plain is content or not HALF.search(plain):
        return plain
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _without_controls(content: str) -> str:
    return CONTROL.sub(" ", content)

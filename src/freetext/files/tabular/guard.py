"""The one formula guard: text that a spreadsheet would run as a formula gets an apostrophe in front.

A cell that already begins with apostrophes and such a character gets one more, so that taking one off again loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

OURS = "freetext_themes"
"""The column that every coded file has, alone or as `freetext_themes:QUESTION`."""

MARKS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
"""The characters, full-width forms too, with which a formula may begin."""

FIRST = frozenset("'" + MARKS)
DANGER = re.compile(f"'*[{re.escape(MARKS)}]")
GUARDED = re.compile(f"''*[{re.escape(MARKS)}]")
NUMBER = re.compile(r"[+-](?:[0-9][0-9,]*(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s?%?")
PHONE = re.compile(r"\+[0-9](?:[ .]?\(?[0-9]\)?)*")
"""Hyphens are left out: a spreadsheet would subtract."""


def guarded(texts: Sequence[str]) -> tuple[list[str], int]:
    """Guard a column of texts; also says how many were changed."""
    suspects = [place for place, text in enumerate(texts) if text[:1] in FIRST and dangerous(text)]
    cells = list(texts)
    for place in suspects:
        cells[place] = "'" + cells[place]
    return cells, len(suspects)


def dangerous(text: str) -> bool:
    """Whether a spreadsheet may take this text for a formula; plain numbers and phone numbers are none."""
    return bool(DANGER.match(text)) and not (NUMBER.fullmatch(text) or PHONE.fullmatch(text))


def unguarded(texts: Sequence[str]) -> list[str]:
    """Take the guard off a column again."""
    return [text[1:] if text[:1] == "'" and GUARDED.match(text) else text for text in texts]


def is_ours(names: Iterable[str]) -> bool:
    """Whether a header is that of a coded file of ours, whose texts were guarded."""
    return any(name == OURS or name.startswith(OURS + ":") for name in names)

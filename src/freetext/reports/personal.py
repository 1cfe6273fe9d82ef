"""Texts that may say who somebody is, by their looks; too careful rather than too trusting."""

from __future__ import annotations

import re

PATTERNS = (
    r"[^\s@]+@[^\s@]+",  # an e-mail address, or a name on a network
    r"(?:https?://|www\.)\S+",
    r"(?:\+|\b0)[\d\s().-]{8,}\d",  # a telephone number
    r"\b\d{3}[\s-]?\d{3}[\s-]?\d{4}\b",  # an NHS number
    r"\d{6,}",  # any other long number: a case, an account
    r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d\b",  # a date, which may be one of birth
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b",  # a postcode
    r"\b[A-Z]{2}\s?(?:\d{2}\s?){3}[A-D]\b",  # a National Insurance number
    r"\b(?:[Mm]rs?|[Mm]iss|[Mm]s|[Mm]x|[Dd]r|[Pp]rof(?:essor)?|[Ss]ir|[Dd]ame|[Ll]ord|[Ll]ady|[Cc]ll?r|[Cc]ouncillor|[Rr]ev)\b\.?\s+[A-Z]",
    r"\b[Mm]y\s+name\s+is\b|\b(?:I am|I'm|called|named)\s+[A-Z][a-z]+\s+[A-Z][a-z]+",
)

LOOK = re.compile("|".join(f"(?:{each})" for each in PATTERNS))


def looks_personal(text: str) -> bool:
    """Whether a text holds what looks like an address, a telephone or another number of a person, a date, or a name after a title."""
    return LOOK.search(text) is not None

"""Texts that may say who somebody is: what the redactor finds, and wider nets; too careful rather than too trusting."""

from __future__ import annotations

import re

from freetext.guard.redactor import Redactor

WIDER = (
    r"[^\s@]+@[^\s@]+",  # a name on a network
    r"\d{6,}",  # a long number: a case, an account, a telephone without its code
    r"\b\d{3}[\s-]\d{3}[\s-]\d{3,4}\b",  # a long number in groups, whatever its check digit
    r"(?:\+|\b0)[\d\s().-]{8,}\d",  # a telephone number, whatever its range
    r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d\b",  # a date, which may be one of birth
    r"\b[Mm]y\s+name\s+is\b|\b(?:I am|I'm|called|named)\s+[A-Z][a-z]+\s+[A-Z][a-z]+",
)
"""What is not masked, for it is no type of its own or too often something else, and is not quoted all the same."""

LOOK = re.compile("|".join(f"(?:{each})" for each in WIDER))
REDACTOR = Redactor()


def looks_personal(text: str) -> bool:
    """Whether a text holds personal data of a type that is masked, or what looks like another number of a person, a date, or a name."""
    return LOOK.search(text) is not None or bool(REDACTOR.spans(text))

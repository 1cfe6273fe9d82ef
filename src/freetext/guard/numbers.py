"""Numbers of a person: NHS and National Insurance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from freetext.guard.notation import GAP, words
from freetext.guard.spans import Span

BETWEEN = rf"[{GAP}.-]{{0,2}}"
NHS = re.compile(
    rf"(?<![A-Za-z0-9])(?<![0-9][.-])[1-9][0-9]{{2}}{BETWEEN}[0-9]{{3}}{BETWEEN}[0-9]{{4}}(?![0-9])(?![.-][0-9])"
)
NHS_HINT = rf"[0-9]{{3}}{BETWEEN}[0-9]{{3}}{BETWEEN}[0-9]{{4}}"
SIX = f"[0-9](?:{BETWEEN}[0-9]){{5}}"
NI = re.compile(rf"(?<![A-Za-z0-9])([A-Za-z]{{2}})({BETWEEN}){SIX}{BETWEEN}[A-Da-d](?![A-Za-z0-9])")
NI_HINT = f"[A-Za-z]{{2}}{BETWEEN}{SIX}{BETWEEN}[A-Da-d]"
NEVER_ISSUED = words("BG GB KN NK NT TN ZZ")
"""Prefixes that HMRC does not use; besides, no prefix holds D, F, I, Q, U or V, and none has O in second place."""
WORDS = words("at as by he we me my am pm")
BOOK = re.compile(r"[Ii][Ss][Bb][Nn][^\w]{0,3}\Z")


def nhs_numbers(text: str) -> Iterator[Span]:
    """Find the NHS numbers of a text: ten digits in groups of 3, 3 and 4, or in one, whose check digit is right."""
    for each in NHS.finditer(text):
        digits = [int(digit) for digit in each[0] if digit.isdigit()]
        if len(set(digits)) > 1 and checked(digits) and not BOOK.search(text[max(0, each.start() - 8) : each.start()]):
            yield Span(each.start(), each.end(), "nhs number")


def checked(digits: list[int]) -> bool:
    """Say whether the last of ten digits is the check digit of the others, by Modulus 11 (NHS Data Dictionary, NHS NUMBER)."""
    return sum(weight * digit for weight, digit in zip(range(10, 0, -1), digits, strict=True)) % 11 == 0


def ni_numbers(text: str) -> Iterator[Span]:
    """Find the National Insurance numbers of a text: a prefix that may be issued, six digits, and A to D."""
    for each in NI.finditer(text):
        prefix = each[1].upper()
        spoken = bool(each[2]) and each[1] in WORDS
        if not (set(prefix) & set("DFIQUV") or prefix[1] == "O" or prefix in NEVER_ISSUED or spoken):
            yield Span(each.start(), each.end(), "ni number")

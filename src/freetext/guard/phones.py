"""Telephone numbers: British ones from 0 or +44, others from +, tested by `phonenumbers`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from freetext.guard.notation import GAP, any_case
from freetext.guard.spans import Span

LEAST, MOST = 9, 15
"""How many digits a number has (E.164 allows 15)."""
MOST_BRITISH = 10
"""How many digits a British number has without its 0."""
BETWEEN = f"[{GAP}()./\u2010\u2011\u2013-]{{0,3}}"
RUN = re.compile(f"[0-9](?:{BETWEEN}[0-9])*")
HINT = f"[0-9](?:{BETWEEN}[0-9]){{{LEAST - 1}}}"
GROUP = re.compile(r"[0-9]+")
BRITISH = re.compile(r"0(?:[12357][0-9]{9}|[89][0-9]{8,9}|1[0-9]{8})")
OPENING = re.compile(rf"(?:\+[{GAP}]?\(?|\([{GAP}]?\+?)\Z")
EXTENSION = re.compile(
    rf"[{GAP},]{{0,3}}(?:{any_case('ext')}(?:{any_case('n')}|{any_case('ension')})?\.?|[xX#])[{GAP}]{{0,2}}[0-9]{{1,6}}(?![0-9])"
)


def phones(text: str) -> Iterator[Span]:
    """Find the telephone numbers of a text, an extension with them."""
    for run in RUN.finditer(text):
        if run.end() - run.start() >= LEAST:
            yield from _in_run(text, list(GROUP.finditer(text, run.start(), run.end())))


def lost_its_lead(text: str) -> bool:
    """Say whether digits are a British number without its 0 or +, which a spreadsheet takes off what it takes for a number."""
    if not (text.isascii() and text.isdigit()) or text.startswith("0"):
        return False
    lead = "+" if text.startswith("44") and len(text) > MOST_BRITISH else "0"
    return any(each.end - each.start == len(text) + 1 for each in phones(lead + text))


def _in_run(text: str, groups: list[re.Match[str]]) -> Iterator[Span]:
    """Find the numbers in a run of groups of digits."""
    first = 0
    while first < len(groups):
        opening = OPENING.search(text[max(0, groups[first].start() - 3) : groups[first].start()])
        before = opening[0] if opening else ""
        last = _last(text, groups, first, plus="+" in before)
        if last:
            yield _whole(text, groups[first].start(), groups[last - 1].end(), before)
        first = last or first + 1


def _whole(text: str, start: int, end: int, before: str) -> Span:
    """Give a number with its plus, with a bracket that closes within it, and with its extension."""
    bracket = ")" in text[start:end]
    lead = before if bracket or "(" not in before else before[before.find("+") :] if "+" in before[1:] else ""
    extension = EXTENSION.match(text, end)
    return Span(start - len(lead), extension.end() if extension else end, "phone")


def _last(text: str, groups: list[re.Match[str]], first: int, *, plus: bool) -> int:
    """Say behind which group a number ends that begins with one, the longest that is possible; 0 if none begins here."""
    start = groups[first].start()
    if text[max(0, start - 1) : start].isalnum() or not (plus or text.startswith(("0", "44"), start)):
        return 0
    digits, found = "", 0
    for last in range(first, len(groups)):
        digits += groups[last][0]
        if len(digits) > MOST + 2:
            break
        if len(digits) >= LEAST and _possible(digits, len(groups[first][0]), plus=plus):
            found = last + 1
    return found


def _possible(digits: str, code: int, *, plus: bool) -> bool:
    """Say whether digits may be a number whose first group is `code` digits long.

    A British number has ten digits behind its 0, in ranges that are in use; nine only where such a number is known to be valid.
    """
    if plus or digits.startswith("447"):
        return (plus or len(digits) == 12) and _known(f"+{digits}")
    if digits.startswith("00"):
        return not digits.startswith("000") and _known(digits)
    stands = BRITISH.fullmatch(digits) and (code > 2 or digits.startswith("07"))
    return bool(stands) and _known(digits, valid=len(digits) < 11)


def _known(number: str, *, valid: bool = False) -> bool:
    """Ask `phonenumbers`; a number is possible by its length, valid by its range (which leaves out 07700 900xxx)."""
    import phonenumbers  # noqa: PLC0415 - few texts hold a number; the others need not wait for it

    try:
        parsed = phonenumbers.parse(number, "GB")
    except phonenumbers.NumberParseException:
        return False
    if valid:
        return bool(phonenumbers.is_valid_number(parsed))
    return bool(phonenumbers.is_possible_number_with_reason(parsed) == phonenumbers.ValidationResult.IS_POSSIBLE)

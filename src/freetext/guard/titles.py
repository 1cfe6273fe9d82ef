"""Names behind a title: `Mrs Patel`, `Mr J. K. O'Neill`, `Mr and Mrs Hughes`, `dr hussain`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from freetext.guard.name_forms import KIN, PLAIN, gap_end, name_end
from freetext.guard.name_words import PARTICLES
from freetext.guard.notation import GAP, TICK, any_case, any_of, words
from freetext.guard.spans import Span

PLURAL = ("drs", "messrs")
"""Titles of several people: `Drs Patel and Roe`."""
SHORTENED = (*PLURAL, "rev", "revd", "mme", "sgt", "capt")
GRAND = (
    *(
        *SHORTENED,
        *KIN,
        "professor",
        "doctor",
        "councillor",
        "reverend",
        "sir",
        "dame",
        "lady",
        "lord",
        "nurse",
        "matron",
        "midwife",
    ),
    *("pastor", "rabbi", "imam", "canon", "mister", "madame", "pc", "captain"),
)
"""Titles that are words as well: the name has a capital."""
CUT = (*PLAIN, *SHORTENED)
"""Titles that are cut short: a stop may stand behind them, though no sentence ends."""
SAYS = words(
    "i we you they to not never always already will would did do does ll d really also still might may only just must dont didnt wont id ill"
)
"""Words behind which `miss` is what somebody does."""

TITLES = any_of((*PLAIN, *GRAND))
MY_NAME = rf"{any_case('name')}(?:[{TICK}]?{any_case('s')}|[{GAP}]{{1,2}}{any_case('is')})[{GAP}]{{1,2}}"
BEHIND = f"[.{GAP}&/+]"
JOINED = rf"{any_of(('and', 'or'))}{BEHIND}{{1,8}}{any_of((*PLAIN, *GRAND))}"
FOREIGN = r"[^\x00-\x7f]"
CAPITAL = rf"(?:[A-HJ-Z]|{FOREIGN}|I(?:[A-Za-z.{TICK}-]|[{GAP}]{{1,3}}(?:[A-Z]|{FOREIGN})))"
"""A capital, but no `I` that stands alone: `the doctor I saw`."""
GOES_ON = rf"(?:{CAPITAL}|{JOINED}|{any_of((*PARTICLES, *PLAIN, *GRAND))}{BEHIND})"
"""What a name begins with behind a title that is a word: no small letter of ours, but for small words."""
HINT = rf"(?:^|[^A-Za-z])(?:{any_of(PLAIN)}{BEHIND}|{any_of(GRAND)}{BEHIND}{{1,8}}{GOES_ON})|{MY_NAME}"
TITLE = re.compile(rf"(?<!\w)(?<!\w[{TICK}-])({TITLES})(?![\w{TICK}-])\.?")
AND = re.compile(
    rf"[{GAP}]{{0,2}}(?:&|\+|/|{any_case('and')}|{any_case('or')})[{GAP}]{{0,2}}({TITLES})(?:\.|(?=[{GAP}]))"
)
OTHER = re.compile(rf"[{GAP}]?(?:,|&|[{GAP}]{any_case('and')})[{GAP}]")
INTRODUCED = re.compile(rf"(?<!\w){any_case('my')}[{GAP}]{{1,2}}{MY_NAME}")
VERB = re.compile(rf"(?:\b(?:{'|'.join(sorted(SAYS))}|n[{TICK}]t)|[{TICK}](?:ll|d|t))[{GAP}]+\Z", re.IGNORECASE)


def titled(text: str) -> Iterator[Span]:
    """Find the names that stand behind a title, which is part of them, and behind `my name is`."""
    at = 0
    for each in TITLE.finditer(text):
        end = 0 if each.start() < at or _missed(text, each) else _behind(text, each)
        if end:
            yield Span(each.start(), end, "name")
            at = end
    for each in INTRODUCED.finditer(text):
        end = name_end(text, each.end(), "My")
        if end:
            yield Span(each.end(), end, "name")


def _missed(text: str, title: re.Match[str]) -> bool:
    """Say whether `miss` is what somebody does: `I miss the old place`."""
    return title[1].lower() == "miss" and VERB.search(text[max(0, title.start() - 12) : title.start()]) is not None


def _behind(text: str, title: re.Match[str]) -> int:
    """Say where the name behind a title ends, or behind a couple's or a row of titles; 0 if none stands there."""
    joined = AND.match(text, title.end())
    last = joined or title
    end = _named(text, last[1], last.end())
    if end and title[1].lower() in PLURAL and (other := OTHER.match(text, end)):
        return name_end(text, other.end(), "Mr") or end
    return end


def _named(text: str, written: str, at: int) -> int:
    """Say where the name ends that stands behind a title as it was written, of `Prof. Dr. Roe` too; 0 if none stands there."""
    begin, stopped = gap_end(text, at), text[at - 1] == "."
    if (stopped and written.lower() not in CUT) or (begin == at and not stopped):
        return 0
    further = TITLE.match(text, begin)
    start = gap_end(text, further.end()) if further else begin
    behind = name_end(text, start, further[1]) if further and start > further.end() else 0
    return behind or name_end(text, begin, written)

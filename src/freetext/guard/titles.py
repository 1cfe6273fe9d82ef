"""Names behind a title: `Mrs Patel`, `Mr J. K. O'Neill`, `Mr and Mrs Hughes`, `dr hussain`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from freetext.guard.name_words import NEVER, PARTICLES, SELDOM
from freetext.guard.notation import GAP, TICK, any_case, any_of, words
from freetext.guard.spans import Span

SURE = ("mr", "mrs")
"""Titles that are nothing else: what follows may be written small, and be a word."""
PLAIN = (*SURE, "ms", "mx", "miss", "dr", "prof", "cllr")
"""Titles behind which a name may be written small."""
CUT = (*PLAIN, "drs", "messrs", "rev", "revd", "mme", "sgt", "capt")
"""Titles that are cut short: a stop may stand behind them, though no sentence ends."""
PLURAL = ("drs", "messrs")
KIN = ("sister", "father")
"""Titles that are relatives as well: of a text in capitals nobody knows which."""
GRAND = (
    *(
        "drs",
        "messrs",
        "rev",
        "revd",
        "mme",
        "sgt",
        "capt",
        "professor",
        "doctor",
        "councillor",
        "reverend",
        "sir",
        "dame",
        "lady",
        "lord",
    ),
    *(*KIN, "nurse", "matron", "midwife", "pastor", "rabbi", "imam", "canon", "mister", "madame", "pc", "captain"),
)
"""Titles that are words as well: the name has a capital."""
SHORT = ("ms", "mx", "pc")
"""Titles that mean something else in capitals: MS is an illness too."""
ALWAYS_VERBS = frozenset(("will", "may", "might"))

TITLES = any_of((*PLAIN, *GRAND))
MY_NAME = rf"{any_case('name')}(?:[{TICK}]?{any_case('s')}|[{GAP}]{{1,2}}{any_case('is')})[{GAP}]{{1,2}}"
HINT = rf"(?:^|[^A-Za-z]){TITLES}[.{GAP}&/+]|{MY_NAME}"
TITLE = re.compile(rf"(?<!\w)(?<!\w[{TICK}-])({TITLES})(?![\w{TICK}-])\.?")
AND = re.compile(
    rf"[{GAP}]{{0,2}}(?:&|\+|/|{any_case('and')}|{any_case('or')})[{GAP}]{{0,2}}({TITLES})(?:\.|(?=[{GAP}]))"
)
OTHER = re.compile(rf"[{GAP}]?(?:,|&|[{GAP}]{any_case('and')})[{GAP}]")
INTRODUCED = re.compile(rf"(?<!\w){any_case('my')}[{GAP}]{{1,2}}{MY_NAME}")
BREAK = re.compile(rf"[{GAP}]{{1,3}}")
LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f]){1,40}"
WORD = re.compile(rf"{LETTERS}(?:[{TICK}-]{LETTERS}){{0,3}}")
INITIALS = re.compile(rf"(?:[^\W\d_]\.[{GAP}]?|[A-Z](?:-[A-Z])?[{GAP}](?=[^\W\d_])){{1,4}}")
LONE = re.compile(rf"[B-HJ-Z](?!\w|[{TICK}](?![sS]))")
POSSESSIVE = re.compile(rf"[{TICK}][sS]\Z")
JOINT = re.compile(rf"[{TICK}-]")
SAYS = words(
    "i we you they to not never always already will would did do does ll d really also still might may only just must dont didnt wont id ill"
)
VERB = re.compile(rf"(?:\b(?:{'|'.join(sorted(SAYS))}|n[{TICK}]t)|[{TICK}](?:ll|d|t))[{GAP}]+\Z", re.IGNORECASE)
FURTHER = 3
"""How many words of a name are taken behind the first."""


def titled(text: str) -> Iterator[Span]:
    """Find the names that stand behind a title, which is part of them, and behind `my name is`."""
    at = 0
    for each in TITLE.finditer(text):
        end = 0 if each.start() < at or _missed(text, each) else _behind(text, each)
        if end:
            yield Span(each.start(), end, "name")
            at = end
    for each in INTRODUCED.finditer(text):
        end = _name(text, each.end(), "my", "My")
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
        return _name(text, other.end(), "mr", "Mr") or end
    return end


def _named(text: str, written: str, at: int) -> int:
    """Say where the name ends that stands behind a title as it was written, of `Prof. Dr. Roe` too; 0 if none stands there."""
    begin, stopped = _gap(text, at), text[at - 1] == "."
    if (stopped and written.lower() not in CUT) or (begin == at and not stopped):
        return 0
    further = TITLE.match(text, begin)
    start = _gap(text, further.end()) if further else begin
    if further and (name := _name(text, start, further[1].lower(), further[1]) if start > further.end() else 0):
        return name
    return _name(text, begin, written.lower(), written)


def _name(text: str, start: int, title: str, written: str) -> int:
    """Say where a name ends that begins here: initials, particles, a first word, up to three more; 0 if it is none."""
    initials = INITIALS.match(text, start)
    at = _past_particles(text, initials.end() if initials else start)
    word = _word(text, at)
    if not _first(word, title, written):
        return _lone(text, start, title, written)
    at += len(word)
    return at if word.islower() else _further(text, at, shouted=word.isupper())


def _past_particles(text: str, at: int) -> int:
    """Go past `de la` and the like, where a word follows."""
    for _ in range(FURTHER):
        word = _word(text, at)
        end = at + len(word)
        behind = _gap(text, end + text.startswith(".", end))
        if word.lower() not in PARTICLES or not _word(text, behind):
            break
        at = behind
    return at


def _lone(text: str, at: int, title: str, written: str) -> int:
    """Say where a single initial ends that stands for a name: `Mr B`; 0 if none does."""
    initial = LONE.match(text, at)
    return initial.end() if initial and title in PLAIN and written.istitle() else 0


def _further(text: str, at: int, *, shouted: bool) -> int:
    """Say where a name ends whose first word ends here: behind capitalised words that are names, initials between them."""
    for _ in range(1 if shouted else FURTHER):
        behind = _gap(text, at)
        initials = INITIALS.match(text, behind)
        begin = initials.end() if initials else behind
        word = _word(text, begin)
        if behind == at or not _goes_on(word, shouted=shouted):
            break
        at = begin + len(word)
    return at


def _goes_on(word: str, *, shouted: bool) -> bool:
    """Say whether a word may be part of a name that has begun; one in capitals alone goes on in capitals."""
    if len(word) < 2 or not _capital(word) or word.isupper() != shouted:
        return False
    return word.lower() not in NEVER and not (shouted and word.lower() in SELDOM)


def _gap(text: str, at: int) -> int:
    """Say where the blanks end that begin here."""
    gap = BREAK.match(text, at)
    return gap.end() if gap else at


def _word(text: str, at: int) -> str:
    """Read the word that begins here, without its possessive ending; empty if none does."""
    word = WORD.match(text, at)
    return POSSESSIVE.sub("", word[0]) if word else ""


def _capital(word: str) -> bool:
    """Say whether a word, or a part of a double one (`al-Hassan`), begins with a capital."""
    return any(part[:1].isupper() for part in JOINT.split(word))


def _first(word: str, title: str, written: str) -> bool:
    """Say whether a word may be the first of a name behind a title."""
    if len(word) < 2 or word.lower() in NEVER:
        return False
    if word.lower() in SELDOM:
        return _meant(word, title, written)
    if _capital(word):
        return not (written.isupper() and (title in KIN or (title in SHORT and not word.isupper())))
    return title in PLAIN


def _meant(word: str, title: str, written: str) -> bool:
    """Say whether a name that is a word is meant as one here."""
    if word.isupper() and written.isupper():
        return title in {*SURE, "ms", "dr"} and word.lower() not in ALWAYS_VERBS
    return title in SURE or (_capital(word) and written[0].isupper())

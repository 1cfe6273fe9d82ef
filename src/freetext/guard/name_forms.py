"""Names as they are written behind a title: initials, particles, capitals, double barrels."""

from __future__ import annotations

import re

from freetext.guard.name_words import NEVER, PARTICLES, SELDOM
from freetext.guard.notation import GAP, TICK

SURE = ("mr", "mrs")
"""Titles that are nothing else: what follows may be written small, and be a word."""
PLAIN = (*SURE, "ms", "mx", "miss", "dr", "prof", "cllr")
"""Titles behind which a name may be written small."""
KIN = ("sister", "father")
"""Titles that are relatives as well: of a text in capitals nobody knows which."""
SHORT = ("ms", "mx", "pc")
"""Titles that mean something else in capitals: MS is an illness too."""
ALWAYS_VERBS = frozenset(("will", "may", "might"))
NO_NAMES = ("ing", "tion", "tions", "ment", "ments", "ness", "ally", "ful", "able")
"""Ends of words that are no names in small letters, behind a title that is not sure: `and miss playing`."""
FURTHER = 3
"""How many words of a name are taken behind the first."""

BREAK = re.compile(rf"[{GAP}]{{1,3}}")
LETTERS = r"(?:[^\W\d_]|[\u0300-\u036f]){1,40}"
WORD = re.compile(rf"{LETTERS}(?:[{TICK}-]{LETTERS}){{0,3}}")
INITIALS = re.compile(rf"(?:[^\W\d_]\.[{GAP}]?|[A-Z](?:-[A-Z])?[{GAP}](?=[^\W\d_])){{1,4}}")
LONE = re.compile(rf"[B-HJ-Z](?!\w|[{TICK}](?![sS]))")
POSSESSIVE = re.compile(rf"[{TICK}][sS]\Z")
JOINT = re.compile(rf"[{TICK}-]")


def name_end(text: str, start: int, written: str) -> int:
    """Say where a name ends that begins here: initials, particles, a first word, up to three more; 0 if it is none.

    `written` is the title before it, as it is written.
    """
    initials = INITIALS.match(text, start)
    at = _past_particles(text, initials.end() if initials else start)
    word = _word(text, at)
    if not _first(word, written.lower(), written):
        return _lone(text, start, written)
    at += len(word)
    return at if word.islower() else _further(text, at, shouted=word.isupper())


def _past_particles(text: str, at: int) -> int:
    """Go past `de la` and the like, where a word follows."""
    for _ in range(FURTHER):
        word = _word(text, at)
        end = at + len(word)
        behind = gap_end(text, end + text.startswith(".", end))
        if word.lower() not in PARTICLES or not _word(text, behind):
            break
        at = behind
    return at


def _lone(text: str, at: int, written: str) -> int:
    """Say where a single initial ends that stands for a name: `Mr B`; 0 if none does."""
    initial = LONE.match(text, at)
    return initial.end() if initial and written.lower() in PLAIN and written.istitle() else 0


def _further(text: str, at: int, *, shouted: bool) -> int:
    """Say where a name ends whose first word ends here: behind capitalised words that are names, initials between them."""
    for _ in range(1 if shouted else FURTHER):
        behind = gap_end(text, at)
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


def gap_end(text: str, at: int) -> int:
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
    return title in SURE or (title in PLAIN and not word.endswith(NO_NAMES))


def _meant(word: str, title: str, written: str) -> bool:
    """Say whether a name that is a word is meant as one here."""
    if word.isupper() and written.isupper():
        return title in {*SURE, "ms", "dr"} and word.lower() not in ALWAYS_VERBS
    return title in SURE or (_capital(word) and written[0].isupper())

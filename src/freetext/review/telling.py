"""Words that tell what a short text is about: folded, without their endings, without those that everybody uses."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from freetext.survey.query import plain

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

ENDINGS: tuple[tuple[str, str], ...] = (
    *((ending, "at") for ending in ("ations", "ation", "ating", "ated", "ates", "ate")),
    *((ending, "") for ending in ("ments", "ment", "ings", "ing", "edly", "ed")),
    ("ently", "ent"),
    ("ally", "al"),
    *((ending, "i") for ending in ("ies", "ied", "y")),
    *((ending, "") for ending in ("es", "s", "e")),
)
"""Endings and what takes their place, the longest first; at least three letters stay. English ones; others lose a final s or e."""

KEPT = ("ss", "us", "is")
"""Endings that only look like a plural."""

ENGLISH = """
a able about above across actually additional after again all almost already also although always am among an and
another any anyone anything are aren't around as ask asked at away back be because been before behind being below
best better between both but by came can can't cannot come comes could couldn't did didn't do does doesn't doing
don't done down each either else enough even ever every everybody everyone everything extra few find first for from
full further get gets getting give given go goes going good got had has hasn't have haven't having he help her here
him his how however i i'd i'll i'm i've if in instead into is isn't it it'd it'll it's its itself just keep know
known lack large last less let like little long longer look looking looks lot lots made make makes making many may
maybe me mean might mine more most much must my myself need needed needing needs never new next no nobody none nor
not nothing now of off often on once one ones only or other others ought our ours out over own people per perhaps
please proper properly put quite rather really right said same say see seem seems shall she should shouldn't since
so some somebody someone something soon sort still such take taken than that that's the their them then there
there's these they they'd they're they've thing things think this those though three through to together too two
under until up us use used very via want wanted wants was wasn't way ways we we'd we'll we're we've well were
weren't what what's when where whether which while who whole whose why will with within without won't would wouldn't
yes yet you you'd you're your yours
"""

COMMON = frozenset(ENGLISH.split())
"""English words that tell nothing of what somebody asks for."""

OFTEN, MANY = 0.3, 30
"""From 30 texts on, a word that stands in more than this share of them tells nothing, in whatever language."""


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Take an English ending off a plain word, and make a double consonant at the end a single one: `funding`, `funds` -> `fund`."""
    bare = word.removesuffix("'s").removesuffix("'")
    for ending, instead in ENDINGS:
        left = bare.removesuffix(ending)
        if left != bare and len(left) >= 3 and not (ending == "s" and bare.endswith(KEPT)):
            bare = left + instead
            break
    return bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "aeiou" else bare


def telling(text: str) -> dict[str, str]:
    """Return the telling words of a text, each once in its order: stem -> the word as it stands, in small letters."""
    found: dict[str, str] = {}
    for word in WORD.findall(plain(text)):
        if len(word) > 2 and word not in COMMON:
            found.setdefault(stem(word), word)
    return found


def name_words(name: str) -> frozenset[str]:
    """Return the stems that tell one option's name from another's; all of its words where none of them tells anything."""
    return frozenset(telling(name)) or frozenset(map(stem, WORD.findall(plain(name))))


def worn(texts: Sequence[Collection[str]]) -> frozenset[str]:
    """Return the stems that stand in so many of the texts that they part nothing."""
    counts = Counter(word for words in texts for word in words)
    return frozenset(word for word, count in counts.items() if len(texts) >= MANY and count > OFTEN * len(texts))


def best_words(group: Sequence[Mapping[str, str]], rest: Sequence[Mapping[str, str]], most: int = 3) -> tuple[str, ...]:
    """Return the stems that tell a group of texts from the rest: in at least two of them, and oftener than elsewhere."""
    inside, outside = _shares(group), _shares(rest)
    gain = {word: share - outside.get(word, 0.0) for word, share in inside.items() if share * len(group) > 1.5}
    ordered = sorted((word for word in gain if gain[word] > 0), key=lambda word: (-gain[word], word))
    return tuple(ordered[:most])


def spelled(words: Iterable[str], texts: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """Return words as the texts spell them most."""
    wanted = list(words)
    forms: dict[str, Counter[str]] = {word: Counter() for word in wanted}
    for said in texts:
        for word in wanted:
            if word in said:
                forms[word][said[word]] += 1
    return tuple(
        min(forms[word], key=lambda form: (-forms[word][form], form)) if forms[word] else word for word in wanted
    )


def as_written(words: Sequence[str], texts: Iterable[str], folded: Callable[[str], str]) -> tuple[str, ...]:
    """Return words, given as `folded` leaves them, as these texts write them most, in small letters: with their accents and umlauts."""
    forms: dict[str, Counter[str]] = {word: Counter() for word in words}
    for text in texts:
        for written in map(str.lower, WORD.findall(unicodedata.normalize("NFC", text))):
            if (word := folded(written)) in forms:
                forms[word][written] += 1
    return tuple(min(forms[word], key=lambda form: (-forms[word][form], form), default=word) for word in words)


def each_once(words: Iterable[str]) -> tuple[str, ...]:
    """Return words without those that differ from one before in case alone."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(word.casefold(), word)
    return tuple(first.values())


def _shares(texts: Sequence[Mapping[str, str]]) -> dict[str, float]:
    counts = Counter(word for words in texts for word in words)
    return {word: count / len(texts) for word, count in counts.items()}

"""A lexicon of rules over words: how its lines are written, and where they hold in a text.

A rule is one line of words. `a|b` is either word, `cut*` any word that begins so, `@child` a set of words that has a name, `word?`
may be missing, `..` stands for up to four words and `...` for up to eight. Parts between `&` stand in any order within NEAR words
of each other. A leading `!` says that the rule holds whatever denies it ("no", "never"). A rule never reaches beyond a sentence.

Words are compared in lower case, without apostrophes, and hyphens part them: "I'm" is `im`, "self-harm" is `self harm`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

NEAR = 16
"""Words within which the parts of a rule stand."""

GAPS = {"..": 4, "...": 8}

KNOWN = 1 << 16
"""Words whose fits are remembered."""

LONGEST = 40
"""Letters of the longest word that is looked at."""

WORD = re.compile(r"[^\W_]+(?:['\u2019\u02bc`\u00b4][^\W_]+)*|[.!?\n\r\u2026;|]")
ENDS = frozenset(".!?\n\r\u2026;|")
MARKS = re.compile("['\u2019\u02bc`\u00b4]")
DRAWN_OUT = re.compile(r"(.)\1{2,}")


def words_of(text: str) -> frozenset[str]:
    """The words of a text that is laid out over lines."""
    return frozenset(text.split())


COMMON = words_of("""
a about all am an and any are as at be because been being by can could did do does for from get gets getting go goes going got had
has have he her here hers him his how i id if im in is it its ive just like make me my no not now of off on one or our out over
put said say says she so some still take than that the their them then there they this to too told up us was we were what when
where which who will with would you your day time never dont cant wont didnt hes shes theyre day days week weeks night home people
someone staff nurse doctor mum dad son daughter wife husband mother father
""")
"""Words that say little about which rule may hold."""


SHORT = dict(
    pair.split("=")
    for pair in words_of("""
    dnt=dont don=dont dosnt=doesnt dosent=doesnt doesn=doesnt didn=didnt dint=didnt didint=didnt cnt=cant carnt=cant cudnt=couldnt
    couldn=couldnt wudnt=wouldnt woudnt=wouldnt wouldn=wouldnt shudnt=shouldnt isn=isnt wasn=wasnt hasn=hasnt haven=havent hadn=hadnt wernt=werent
    aren=arent cannae=cant didnae=didnt dinnae=dont wouldnae=wouldnt couldnae=couldnt wasnae=wasnt isnae=isnt
    u=you ur=your ppl=people bcos=because bcoz=because becos=because becuz=because cuz=because coz=because cos=because frm=from hav=have
    nobodys=nobody nothin=nothing somethin=something summat=something summit=something sumthing=something sumone=someone evry=every evryone=everyone
    wen=when wiv=with thru=through gettin=getting mi=my meself=myself mah=my goin=going havin=having untill=until wot=what
    """)
)
"""What is written short, as it sounds or as the keys fell, and what it stands for."""


REAL = words_of("""
strange stranger strangers raisin raisins pinched stubbed treated
attached stabled murderer abuser abusers starting staring choked attract attracted violet violets assaults
""")
"""Words of their own that are one letter from a word of the lexicon."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a rule: the words and beginnings of words that fit, and how many words may stand before it."""

    words: frozenset[str]
    stems: tuple[str, ...]
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of a lexicon: its parts, each pieces in order; `firm` where nothing denies it."""

    line: str
    parts: tuple[tuple[Piece, ...], ...]
    firm: bool = False


def parsed(lines: str, sets: Mapping[str, str]) -> Iterator[Rule]:
    """Read rules, one a line; a line that may lack words gives a rule for each way it can stand. Empty lines and `#` are passed over."""
    for line in map(str.strip, lines.splitlines()):
        if not line or line.startswith("#"):
            continue
        firm, body = line.startswith("!"), line.removeprefix("!").strip()
        ways = [tuple(_ways(part.split(), sets)) for part in body.split(" & ")]
        yield from (Rule(line, parts, firm) for parts in product(*ways))


def _ways(tokens: Sequence[str], sets: Mapping[str, str]) -> Iterator[tuple[Piece, ...]]:
    """The ways in which a part can stand: with and without each word that may be missing."""
    choices = [(token[:-1], "") if token.endswith("?") else (token,) for token in tokens]
    for chosen in product(*choices):
        pieces: list[Piece] = []
        gap = 0
        for token in filter(None, chosen):
            if token in GAPS:
                gap = max(gap, GAPS[token])
            else:
                pieces.append(_piece(token, sets, gap))
                gap = 0
        if pieces:
            yield tuple(pieces)


def _piece(token: str, sets: Mapping[str, str], gap: int) -> Piece:
    words = list(_words(token, sets))
    stems = tuple(sorted(word[:-1] for word in words if word.endswith("*")))
    return Piece(frozenset(word for word in words if not word.endswith("*")), stems, gap)


def _words(token: str, sets: Mapping[str, str]) -> Iterator[str]:
    for each in token.split("|"):
        if each.startswith("@"):
            for word in sets[each[1:]].split():
                yield from _words(word, sets)
        else:
            yield each


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence as they are compared, and where each begins and ends in the text."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def sentences(text: str) -> Iterator[Sentence]:
    """Part a text into sentences; linear in its length."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for found in WORD.finditer(text):
        word = found.group()
        if word not in ENDS:
            words.append(folded(word))
            places.append(found.span())
        elif words:
            yield Sentence(tuple(words), tuple(places))
            words, places = [], []
    if words:
        yield Sentence(tuple(words), tuple(places))


@lru_cache(KNOWN)
def folded(word: str) -> str:
    """A word as it is compared."""
    plain = MARKS.sub("", word).lower()
    if len(plain) > LONGEST or plain.isdecimal():
        return plain[:LONGEST]
    plain = DRAWN_OUT.sub(r"\1", plain)
    return SHORT.get(plain, plain)


class Book:
    """Rules, found by the words that a sentence holds."""

    def __init__(self, rules: Iterable[Rule], spelled: Iterable[str] = ()) -> None:
        """Take rules; `spelled` are words that are also known when a letter is wrong, missing, doubled or swapped."""
        self._rules = tuple(rules)
        self._numbers: dict[tuple[frozenset[str], tuple[str, ...]], int] = {}
        self._exact: dict[str, set[int]] = {}
        self._stems: dict[str, set[int]] = {}
        self._shapes = tuple(
            tuple(tuple((self._number(piece), piece.gap) for piece in part) for part in rule.parts)
            for rule in self._rules
        )
        self._needs = tuple(frozenset(one for part in shape for one, _ in part) for shape in self._shapes)
        self._by_anchor: dict[int, list[int]] = {}
        for place, rule in enumerate(self._rules):
            self._by_anchor.setdefault(self._anchor(rule), []).append(place)
        self._anchors = frozenset(self._by_anchor)
        self._near = _nearly(spelled)
        self._known = lru_cache(KNOWN)(self._fits)

    def _number(self, piece: Piece) -> int:
        kept = (piece.words, piece.stems)
        if kept not in self._numbers:
            self._numbers[kept] = len(self._numbers)
            for word in piece.words:
                self._exact.setdefault(word, set()).add(self._numbers[kept])
            for stem in piece.stems:
                self._stems.setdefault(stem, set()).add(self._numbers[kept])
        return self._numbers[kept]

    def _anchor(self, rule: Rule) -> int:
        """The piece that says most about whether a rule may hold: the rarest words, as far as COMMON tells."""
        pieces = [piece for part in rule.parts for piece in part]
        best = min(pieces, key=lambda each: (len(each.words & COMMON), len(each.words) + 3 * len(each.stems)))
        return self._number(best)

    def _fits(self, word: str) -> frozenset[int]:
        """The pieces that a word fits, by its letters or, for words that are known misspelled, nearly."""
        found: set[int] = set()
        sounded = {word + "g"} if len(word) > 4 and word.endswith("in") else set[str]()
        for each in {word, *sounded, *_meant(word, self._near)}:
            found |= self._exact.get(each, set())
            for end in range(2, min(len(each), LONGEST) + 1):
                found |= self._stems.get(each[:end], set())
        return frozenset(found)

    def may_hold(self, sentence: Sentence) -> bool:
        """Whether a sentence has all the words of some rule, in whatever order: cheap, and never wrong where it says no."""
        return bool(self._candidates(self._fitting(sentence.words)))

    def matches(self, sentence: Sentence) -> Iterator[tuple[Rule, tuple[tuple[int, int], ...]]]:
        """Each way in which each rule holds: the rule, and for each of its parts the first word and the last."""
        fits = self._fitting(sentence.words)
        found = self._candidates(fits)
        wanted = frozenset[int]().union(*(self._needs[number] for number in found))
        where: dict[int, list[int]] = {}
        for place, each in enumerate(fits):
            for number in each & wanted:
                where.setdefault(number, []).append(place)
        for number in found:
            spans = [list(_runs(part, where)) for part in self._shapes[number]]
            yield from ((self._rules[number], each) for each in _together(spans))

    def _candidates(self, fits: Sequence[frozenset[int]]) -> list[int]:
        """The rules all of whose pieces are there, in the lexicon's order."""
        here = frozenset[int]().union(*fits)
        return sorted(
            number
            for anchor in here & self._anchors
            for number in self._by_anchor[anchor]
            if self._needs[number] <= here
        )

    def _fitting(self, words: Sequence[str]) -> list[frozenset[int]]:
        known, fits = self._known, self._fits
        return [known(word) if word.isascii() else fits(word) for word in words]


def _runs(part: Sequence[tuple[int, int]], where: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The runs of words that fit pieces in order, as (first, last), the latest beginning for each end."""
    reached = {place: place for place in where[part[0][0]]}
    for number, gap in part[1:]:
        reached = {
            place: max(starts)
            for place in where[number]
            if (starts := [reached[at] for at in range(place - 1 - gap, place) if at in reached])
        }
        if not reached:
            return
    yield from ((start, end) for end, start in reached.items())


def _together(spans: Sequence[Sequence[tuple[int, int]]]) -> Iterator[tuple[tuple[int, int], ...]]:
    """The combinations of runs, one of each part, that stand within NEAR words of a run of the first part."""
    if not all(spans):
        return
    others = [sorted(each) for each in spans[1:]]
    for first in spans[0]:
        chosen = [_closest(first, each) for each in others]
        if all(chosen):
            yield (first, *(each for each in chosen if each))


def _closest(first: tuple[int, int], spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The run closest to another one that shares no end with it; None where none is within NEAR words."""
    low = bisect_left(spans, (first[0] - NEAR, -1))
    high = bisect_right(spans, (first[1] + NEAR, NEAR + spans[-1][1]))
    apart = [each for each in spans[low:high] if _apart(first, each)]
    return min(apart, key=lambda each: abs(each[0] - first[0]), default=None)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two runs lie beside each other, or one wholly in a gap of the other: "told my nan to shut up"."""
    return (
        other[1] < one[0]
        or other[0] > one[1]
        or one[0] < other[0] <= other[1] < one[1]
        or other[0] < one[0] <= one[1] < other[1]
    )


def _nearly(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """From a word with a letter taken out to the words that it may be meant for."""
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        for less in {word, *_less(word)}:
            found[less] = (*found.get(less, ()), word)
    return found


def _less(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _meant(word: str, near: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Words that a word may be meant for: the same first letter, and one letter more, less or other, or two swapped.

    Source: Garbe 2012, symmetric deletes.
    """
    if not 5 <= len(word) <= LONGEST or not near or word in REAL:
        return
    for less in (word, *_less(word)):
        yield from (each for each in near.get(less, ()) if _is_near(word, each))


def _is_near(word: str, meant: str) -> bool:
    """Whether one slip of the pen makes one word of the other."""
    if word[0] != meant[0]:
        return False
    if len(word) != len(meant):
        return abs(len(word) - len(meant)) == 1
    other = [place for place, pair in enumerate(zip(word, meant, strict=True)) if pair[0] != pair[1]]
    swapped = (
        len(other) == 2
        and other[1] == other[0] + 1
        and word[other[0]] == meant[other[1]]
        and word[other[1]] == meant[other[0]]
    )
    return len(other) <= 1 or swapped

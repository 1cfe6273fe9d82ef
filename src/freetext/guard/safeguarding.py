"""Safeguarding: answers that a person should read soon, flagged by words; for people only, never counted.

A lexicon of rules (`lexicon_*`) says what is looked for, by category. It is generous: it would rather flag an answer too many.
What it does not flag may still be a disclosure: no flag never says that there is no risk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from freetext.errors import UsageError
from freetext.guard import (
    lexicon_abuse,
    lexicon_child,
    lexicon_clinical,
    lexicon_glad,
    lexicon_idioms,
    lexicon_self_harm,
    lexicon_violence,
)
from freetext.guard.lexicon import COMMON, Book, Rule, Sentence, parsed, sentences, words_of
from freetext.guard.lexicon_sets import SETS

Category = Literal["self-harm", "abuse and neglect", "violence", "child at risk", "urgent clinical"]
CATEGORIES: tuple[Category, ...] = get_args(Category)
"""What is looked for, in the order in which flags are told."""

PAGES = {
    "self-harm": lexicon_self_harm,
    "abuse and neglect": lexicon_abuse,
    "violence": lexicon_violence,
    "child at risk": lexicon_child,
    "urgent clinical": lexicon_clinical,
}

DENIES = words_of("""
no not never nobody none noone without zero neither nor isnt wasnt arent werent havent hasnt hadnt didnt
""")
"""Words that deny what follows."""

FILLS = words_of("""
been be being was were ever one any a the in of to got get is are has have had signs sign such other real body at all
""")
"""Words that may stand between a denial and what it denies."""

BEYOND = 5
"""Words that a denial reaches at most."""

TALKING = 8
"""Words around a subject within which talk about it is looked for."""


@dataclass(frozen=True, slots=True, order=True)
class Flag:
    """Why a person should look: the category, and where in the text, as code points; `end` is one past the last."""

    category: str
    start: int
    end: int


def flags(texts: Sequence[str], *, also: Iterable[str] = (), never: Iterable[str] = ()) -> list[tuple[Flag, ...]]:
    """Flag texts for people to read: for each text at most one flag of each category a sentence, in the order of the text.

    `also` are a survey's own phrases, each "category: words"; `never` phrases that mean nothing here. Both are written as the rules
    of the lexicon are (freetext.guard.lexicon). Time is linear in the length of a text. Raises UsageError for a phrase under none of
    CATEGORIES.
    """
    lexicon = lexicon_of(tuple(also), tuple(never))
    return [
        tuple(sorted(_flags(text, lexicon), key=lambda flag: (flag.start, flag.end, flag.category))) for text in texts
    ]


def flags_of(text: str) -> tuple[Flag, ...]:
    """Flag one text."""
    return flags((text,))[0]


def categories(found: Iterable[Flag]) -> tuple[Category, ...]:
    """The categories of flags, each once, in the order of CATEGORIES."""
    named = {flag.category for flag in found}
    return tuple(each for each in CATEGORIES if each in named)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is looked for and what is passed over.

    concerns  rules with their category: somebody is spoken of
    topics    rules with their category: a subject, flagged unless it is only talked about
    past      words of what is over: urgent clinical means now
    glad      words of gladness and thanks: they quiet rules that are not firm, unless a grave word stands beside them
    """

    book: Book
    category: dict[Rule, Category]
    topics: frozenset[Rule]
    idioms: Book
    talk: Book
    past: Book
    present: Book
    served: Book
    glad: Book
    grave: Book


@cache
def lexicon_of(also: tuple[str, ...] = (), never: tuple[str, ...] = ()) -> Lexicon:
    """Read the lexicon, with a survey's own phrases; raises UsageError for a phrase of another category."""
    own = _own(also)
    category: dict[Rule, Category] = {}
    topics: set[Rule] = set()
    for name in CATEGORIES:
        page = PAGES[name]
        for rule in parsed("\n".join((page.RULES, *own[name])), SETS):
            category.setdefault(rule, name)
        for rule in parsed(page.TOPICS, SETS):
            category.setdefault(rule, name)
            topics.add(rule)
    spelled = {word for page in PAGES.values() for word in page.SPELLED.split()}
    idioms = parsed("\n".join((lexicon_idioms.IDIOMS, *never)), SETS)
    around = (lexicon_idioms.TALK, lexicon_idioms.PAST, lexicon_idioms.PRESENT, lexicon_idioms.SERVED)
    mood = (lexicon_glad.GLAD, lexicon_glad.GRAVE)
    books = (Book(parsed(each, SETS)) for each in (*around, *mood))
    return Lexicon(Book(category, spelled), category, frozenset(topics), Book(idioms), *books)


def _own(also: Iterable[str]) -> dict[Category, list[str]]:
    """A survey's own phrases by their category."""
    own: dict[Category, list[str]] = {name: [] for name in CATEGORIES}
    for line in also:
        said, _, words = line.partition(":")
        meant = next((name for name in CATEGORIES if name == said.strip()), None)
        if meant is None:
            known = ", ".join(CATEGORIES)
            raise UsageError(f'{line!r} is of no category. Write "category: words"; the categories are {known}.')
        own[meant].append(words)
    return own


def _flags(text: str, lexicon: Lexicon) -> Iterator[Flag]:
    for sentence in sentences(text):
        yield from _in_sentence(sentence, lexicon)


def _in_sentence(sentence: Sentence, lexicon: Lexicon) -> Iterator[Flag]:
    """The first flag of each category in a sentence."""
    if not lexicon.book.may_hold(sentence):
        return
    meant = _without_idioms(sentence, lexicon.idioms)
    over = lexicon.past.may_hold(meant) and lexicon.served.may_hold(meant) and not lexicon.present.may_hold(meant)
    glad = _glad(meant, lexicon)
    best: dict[Category, tuple[int, int]] = {}
    for rule, spans in lexicon.book.matches(meant):
        if not rule.firm and (glad or _denied(meant, spans)):
            continue
        if rule in lexicon.topics and _talked_about(meant, spans[0], lexicon.talk):
            continue
        if lexicon.category[rule] == "urgent clinical" and over:
            continue
        name, span = lexicon.category[rule], (min(spans)[0], max(last for _, last in spans))
        best[name] = min(best.get(name, span), span)
    for name, (first, last) in best.items():
        yield Flag(name, sentence.places[first][0], sentence.places[last][1])


def _glad(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of gladness, not denied, and of nothing grave."""
    if lexicon.grave.may_hold(sentence):
        return False
    return any(not _denied(sentence, spans) for _, spans in lexicon.glad.matches(sentence))


def _without_idioms(sentence: Sentence, idioms: Book) -> Sentence:
    """The sentence with the words of idioms blotted out."""
    gone = {place for _, spans in idioms.matches(sentence) for first, last in spans for place in range(first, last + 1)}
    words = (
        tuple("" if place in gone else word for place, word in enumerate(sentence.words)) if gone else sentence.words
    )
    return Sentence(words, sentence.places)


def _denied(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether what a rule found is denied: "no bruises", "nobody was ever hurt"; not where the rule asks for the denial itself."""
    held = [word for first, last in spans for word in sentence.words[first : last + 1]]
    if not DENIES.isdisjoint(held):
        return False
    return any(_denied_at(sentence, first) for first, _ in spans if sentence.words[first] not in COMMON)


def _denied_at(sentence: Sentence, place: int) -> bool:
    """Whether a word before a place denies what stands there, with nothing but small words between them."""
    for word in reversed(sentence.words[max(0, place - BEYOND) : place]):
        if word in DENIES:
            return True
        if word not in FILLS:
            return False
    return False


def _talked_about(sentence: Sentence, span: tuple[int, int], talk: Book) -> bool:
    """Whether words of policy, training or news stand around a subject."""
    low, high = max(0, span[0] - TALKING), span[1] + TALKING + 1
    around = Sentence(sentence.words[low:high], sentence.places[low:high])
    return talk.may_hold(around)

"""Which option a text speaks of, by the words of the option's name and by the phrases that a codeframe gives for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from freetext.review.telling import each_once, name_words
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.query import Query, plain

HALF = 0.5
"""The part of a name's telling words that must stand in a text, or in another name, for the two to be about one thing."""


@dataclass(frozen=True)
class OptionWords:
    """One theme's words: the stems of its name, its phrases (keywords and always), and those that speak against it."""

    slug: str
    name: frozenset[str]
    phrases: tuple[Query, ...] = ()
    never: tuple[Query, ...] = ()

    def spoken(self, text: str) -> tuple[str, ...]:
        """The words of a text that its phrases find, as they stand there."""
        if any(each.holds(text) for each in self.never):
            return ()
        held = (phrase for phrase in self.phrases if phrase.holds(text))
        return each_once(text[begin:end] for phrase in held for begin, end in phrase.spans(text))


@dataclass(frozen=True, slots=True)
class Match:
    """What speaks for a theme: words of the text, as they stand there; `sure` where a phrase or the whole name does."""

    slug: str
    words: tuple[str, ...]
    sure: bool


def option_words(codeframe: Codeframe) -> tuple[OptionWords, ...]:
    """Return the words of all themes but the reserved "other", in order."""
    return tuple(_words(theme) for theme in codeframe.themes if theme.reserved != "other")


def _words(theme: Theme) -> OptionWords:
    phrases = tuple(Query((tuple(plain(phrase).split()),)) for phrase in (*theme.keywords, *theme.always))
    never = tuple(Query((tuple(plain(phrase).split()),)) for phrase in theme.never)
    return OptionWords(theme.slug, name_words(theme.name), phrases, never)


def best_match(text: str, said: Mapping[str, str], options: Sequence[OptionWords]) -> Match | None:
    """Return the option that most speaks for, the first of several; `said` are the telling words of the text (stem -> word).

    A phrase counts more than words of the name, of which half must be there; more of the name counts more than less.
    """
    best: tuple[float, Match] | None = None
    for option in options:
        phrases = option.spoken(text)
        held = [said[word] for word in said if word in option.name]
        part = len(held) / len(option.name) if option.name else 0.0
        score = 2.0 * bool(phrases) + (part if part >= HALF else 0.0)
        if score and (best is None or score > best[0]) and not _denied(option, text):
            best = score, Match(option.slug, each_once((*phrases, *held)), sure=bool(phrases) or part == 1)
    return best[1] if best else None


def _denied(option: OptionWords, text: str) -> bool:
    return any(each.holds(text) for each in option.never)


def like_named(name: str, slug: str, options: Sequence[OptionWords]) -> str:
    """Return the slug of the option that a theme of another codeframe means: the same slug, or half of the shorter name's words."""
    if any(option.slug == slug for option in options):
        return slug
    words = name_words(name)
    shares = [(len(words & each.name) / min(len(words), len(each.name)), each.slug) for each in options if each.name]
    return (
        next((found for share, found in sorted(shares, key=lambda one: -one[0]) if share >= HALF), "") if words else ""
    )

"""Proposals for back-coding: which option an "Other" text means, and which new categories many of them would make.

A proposal decides nothing: a person looks at every text. What speaks for it, in this order: a phrase of the option or all words of
its name; the theme that the text was coded with, where it means an option, or where enough texts share it to be a category; half of
an option's name; words that enough of the texts left over share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from freetext.review.like_texts import groups
from freetext.review.option_words import Match, OptionWords, best_match, like_named, option_words
from freetext.review.telling import best_words, each_once, spelled, telling, worn
from freetext.survey.codeframe import Codeframe, slugify

SHARE = 0.05
"""Of the base: from here on texts that mean the same are proposed as a new category."""

PAIR, CROWD = 2, 3
"""Texts that a category has at least: where a theme joins them, and where only words do."""

FEW = 20
"""Fewer texts than these are read sooner than proposals are judged."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What is proposed for one text: an option or new category, by slug (empty for none), and why.

    words  those of the text that speak for it, as they stand there
    theme  the name of the theme that the text was coded with, where that is the reason
    """

    id: str
    slug: str = ""
    words: tuple[str, ...] = ()
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """A new category that is proposed, or would be if more texts meant it: the ids of its texts, its telling words.

    theme  the name of the theme that joins the texts; empty where words do
    """

    slug: str
    name: str
    ids: tuple[str, ...]
    words: tuple[str, ...] = ()
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for all texts, in their order; `fresh` are the new categories, `small` those below the share.

    base   respondents who answered the question; `least` texts make a category
    """

    placed: tuple[Placed, ...]
    fresh: tuple[Category, ...]
    small: tuple[Category, ...]
    base: int
    least: int


@dataclass(frozen=True, slots=True)
class _Texts:
    """The texts by id, their telling words, the themes (slug -> name) that each was coded with, and the themes' own words."""

    texts: Mapping[str, str]
    said: Mapping[str, Mapping[str, str]]
    coded: Mapping[str, Mapping[str, str]]
    themes: Mapping[str, OptionWords]

    def spoken(self, name: str, theme: str) -> tuple[str, ...]:
        """The words of a text that the phrases of a theme find."""
        return self.themes[theme].spoken(self.texts[name]) if theme in self.themes else ()


def propose(
    texts: Mapping[str, str],
    options: Codeframe,
    *,
    base: int,
    coded: Mapping[str, Sequence[str]] | None = None,
    themes: Codeframe | None = None,
    share: float = SHARE,
) -> Proposal:
    """Propose an option or a new category for each text (id -> text).

    `options` are those of the closed question, `coded` the slugs of `themes` that people or a model gave the texts; a text that
    has none is taken for coded by the phrases of the themes.
    """
    known = option_words(options)
    words = {name: telling(text) for name, text in texts.items()}
    common = worn(list(words.values()))
    said = {name: {word: form for word, form in each.items() if word not in common} for name, each in words.items()}
    own = {each.slug: each for each in option_words(themes)} if themes else {}
    whole = _Texts(texts, said, _coded(texts, coded or {}, themes, own), own)
    matches = {name: best_match(text, words[name], known) for name, text in texts.items()}
    meant = {slug: like_named(name, slug, known) for each in whole.coded.values() for slug, name in each.items()}
    placed = {name: place for name in texts if (place := _by_option(name, matches[name], whole, meant))}
    least = least_of(base, share)
    fresh, small = _by_theme([name for name in texts if name not in placed], whole, least)
    placed |= _within(fresh, whole)
    weak = {name: match for name, match in matches.items() if match and name not in placed}
    placed |= {name: Placed(name, match.slug, match.words) for name, match in weak.items()}
    crowds = _by_words([name for name in texts if name not in placed], whole, max(CROWD, least), options)
    placed |= _within(crowds, whole)
    return Proposal(tuple(placed.get(name, Placed(name)) for name in texts), (*fresh, *crowds), small, base, least)


def least_of(base: int, share: float = SHARE) -> int:
    """How many texts make a new category: this share of the base, and at least two."""
    return max(PAIR, ceil(round(share * base, 9)))


def _coded(
    texts: Mapping[str, str],
    coded: Mapping[str, Sequence[str]],
    themes: Codeframe | None,
    words: Mapping[str, OptionWords],
) -> dict[str, dict[str, str]]:
    """The themes of each text, reserved ones left out: those it was coded with, else those whose phrases it holds."""
    names = {theme.slug: theme.name for theme in themes.themes if not theme.reserved} if themes else {}
    found = {}
    for name, text in texts.items():
        slugs = coded[name] if name in coded else [slug for slug in words if words[slug].spoken(text)]
        found[name] = {slug: names[slug] for slug in slugs if slug in names}
    return found


def _by_option(name: str, match: Match | None, whole: _Texts, meant: Mapping[str, str]) -> Placed | None:
    """What is sure: a phrase, a whole name, or a theme that means an option."""
    if match and match.sure:
        return Placed(name, match.slug, match.words)
    for slug, theme in whole.coded.get(name, {}).items():
        if meant[slug]:
            also = match.words if match and match.slug == meant[slug] else ()
            return Placed(name, meant[slug], each_once((*also, *whole.spoken(name, slug))), theme)
    return None


def _by_theme(names: Sequence[str], whole: _Texts, least: int) -> tuple[tuple[Category, ...], tuple[Category, ...]]:
    """New categories of texts that share a theme, the largest first, and those that are too small; a text counts once."""
    rest = list(names)
    found: list[Category] = []
    while holders := _holders(rest, whole):
        (slug, theme), ids = max(holders.items(), key=lambda pair: len(pair[1]))
        found.append(Category(slug, theme, tuple(ids), _told(ids, slug, whole), theme))
        inside = set(ids)
        rest = [name for name in rest if name not in inside]
    large = [each for each in found if len(each.ids) >= least]
    return tuple(large), tuple(each for each in found if each not in large)


def _holders(names: Sequence[str], whole: _Texts) -> dict[tuple[str, str], list[str]]:
    """The texts of each theme (slug, name)."""
    holders: dict[tuple[str, str], list[str]] = {}
    for name in names:
        for theme in whole.coded.get(name, {}).items():
            holders.setdefault(theme, []).append(name)
    return holders


def _by_words(names: Sequence[str], whole: _Texts, least: int, options: Codeframe) -> tuple[Category, ...]:
    """New categories of texts that share telling words."""
    taken = {theme.slug for theme in (*options.themes, *options.nets)}
    found = []
    for group in groups({name: whole.said[name] for name in names}, least):
        words = spelled(group.words[:3], [whole.said[name] for name in group.ids])
        name = ", ".join(words[:2])
        slug = _free(slugify(name), taken)
        taken.add(slug)
        found.append(Category(slug, name, group.ids, words))
    return tuple(found)


def _free(slug: str, taken: set[str]) -> str:
    free, number = slug, 1
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free


def _told(ids: Sequence[str], theme: str, whole: _Texts) -> tuple[str, ...]:
    """The words that tell a theme's texts from the others, those that the theme's phrases find among them."""
    group, inside = [whole.said[name] for name in ids], set(ids)
    best = best_words(group, [said for name, said in whole.said.items() if name not in inside])
    counts = Counter({word: sum(word in said for said in group) for word in best})
    counts.update(word for name in ids for word in telling(" ".join(whole.spoken(name, theme))) if word not in best)
    return spelled(sorted(counts, key=lambda word: (-counts[word], word))[:4], group)


def _within(categories: Sequence[Category], whole: _Texts) -> dict[str, Placed]:
    """Place the texts of new categories; what speaks for each are the category's words that it holds."""
    found: dict[str, Placed] = {}
    for category in categories:
        stems = set(telling(" ".join(category.words)))
        for name in category.ids:
            words = (form for word, form in whole.said[name].items() if word in stems)
            told = each_once((*whole.spoken(name, category.slug), *words))
            found[name] = Placed(name, category.slug, told, category.theme)
    return found

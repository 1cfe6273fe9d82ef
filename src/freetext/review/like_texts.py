"""Like texts, found by the telling words that they share: greedy, the same every time, quick for thousands of texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

COMPANY = 0.5
"""A word keeps company with another where at least this share of its texts holds that one too."""

COMPANIONS = 2
"""Companions that a text without the group's first word must hold to belong to it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that belong together, by id, and the stems that say so, the first the one that most of them share."""

    ids: tuple[str, ...]
    words: tuple[str, ...]


def groups(said: Mapping[str, Mapping[str, str]], least: int) -> list[Group]:
    """Return groups of at least `least` texts, the largest first; `said` gives each text's stems. A text is in one group at most.

    The word that most texts share makes a group; words that come mostly with it are its companions, and texts that hold two of
    them join. Then the same with the texts that are left.
    """
    rest = {name: frozenset(words) for name, words in said.items()}
    found: list[Group] = []
    while True:
        holders = _holders(rest)
        first = max(holders, key=lambda word: (len(holders[word]), word), default=None)
        if first is None or len(holders[first]) < least:
            return sorted(found, key=lambda group: -len(group.ids))
        companions = _companions(first, rest, holders)
        inside = {name for name, words in rest.items() if first in words or len(companions & words) >= COMPANIONS}
        shared = Counter(word for name in inside for word in rest[name] & (companions | {first}))
        words = sorted(shared, key=lambda word: (word != first, -shared[word], word))
        found.append(Group(tuple(name for name in rest if name in inside), tuple(words)))
        rest = {name: words for name, words in rest.items() if name not in inside}


def _holders(texts: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    holders: dict[str, list[str]] = {}
    for name, words in texts.items():
        for word in words:
            holders.setdefault(word, []).append(name)
    return holders


def _companions(first: str, texts: Mapping[str, frozenset[str]], holders: Mapping[str, list[str]]) -> frozenset[str]:
    """Return the words of at least two texts that come mostly with the first."""
    beside = Counter(word for name in holders[first] for word in texts[name])
    return frozenset(
        word for word, count in beside.items() if word != first and count >= 2 and count >= COMPANY * len(holders[word])
    )

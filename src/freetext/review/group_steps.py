"""What a decision does to the groups: one pure function, so that a log gives the same groups again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

from freetext.guard.handed_on import handed_on
from freetext.guard.spans import PLACEHOLDER
from freetext.review.groups import Decision, Group, Looked
from freetext.review.telling import as_written, best_words, each_once, spelled, stem, telling
from freetext.survey.labels import Key
from freetext.survey.query import plain
from freetext.tallies.intervals import wilson

WORDS = 8
"""Telling words of a group."""

OFTEN = 4
"""One answer in so many has a word that the part shares with its group."""

NEAR = 3
"""Themes that a group is said to be near to."""

NAMED = 2
"""Words that a proposed name is made of."""


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Grounds:
    """What all groups of a walk share: answers with text, the share that no theme claims, members that one does, and the texts.

    `common` gives the words of their language that tell nothing.
    """

    answers: int
    unclaimed: float
    text: Callable[[Key], str]
    claimed: frozenset[Key] = frozenset()
    common: Callable[[], Collection[str]] = frozenset


Walk = tuple[Looked, ...]
"""The groups as they stand, in the order of their numbers."""


def decided(walk: Walk, decision: Decision, grounds: Grounds) -> Walk:
    """Apply a decision; one that does not fit the groups (of another log) changes nothing."""
    here = next((each for each in walk if each.number == decision.group), None)
    if here is None or here.written:
        return walk
    if decision.kind == "split":
        return _split(walk, here, grounds)
    if decision.kind == "merge":
        return _merged(walk, here, decision.other, grounds)
    return _with(walk, _changed(here, decision))


def _changed(here: Looked, decision: Decision) -> Looked:
    if decision.kind == "mark" and decision.key is not None:
        if decision.key in here.of_kind("gone"):
            return here
        marks = {key: mark for key, mark in here.marks.items() if key != decision.key}
        return replace(here, marks=marks | ({decision.key: decision.mark} if decision.mark else {}))
    if decision.kind == "name":
        return replace(here, name=decision.text)
    if decision.kind == "define":
        return replace(here, definition=decision.text)
    if decision.kind == "synonym":
        return replace(here, fate="synonym", into=decision.text)
    return replace(here, fate="theme" if decision.kind == "theme" else "dropped", into="")


def _with(walk: Walk, *changed: Looked) -> Walk:
    """Put groups in the place of those with their numbers, new ones at the end."""
    new = {each.number: each for each in changed}
    kept = [new.pop(each.number, each) for each in walk]
    return (*kept, *new.values())


def _split(walk: Walk, here: Looked, grounds: Grounds) -> Walk:
    """Let a group fall into its own parts, each with the marks of its members."""
    first = max(each.number for each in walk) + 1
    fresh = []
    for place, members in enumerate(here.group.parts):
        others = [key for key in here.group.members if key not in set(members)]
        words = _part_words(here.group.words, members, others, grounds)
        group = _sized(Group(first + place, _proposed(words, here), words, members, near=here.group.near), grounds)
        fresh.append(Looked(group, marks={key: mark for key, mark in here.marks.items() if key in set(members)}))
    numbers = ", ".join(str(each.number) for each in fresh)
    return _with(walk, replace(here, fate="split", into=numbers), *fresh) if fresh else walk


def _part_words(
    whole: Sequence[str], members: Sequence[Key], others: Sequence[Key], grounds: Grounds
) -> tuple[str, ...]:
    """The words of a part: the one of the whole group that most of its answers have, then those that tell it from the other parts."""
    inside = [_telling(key, grounds) for key in members]
    shared = {word: sum(stem(plain(word)) in said for said in inside) for word in whole}
    best = spelled(best_words(inside, [_telling(key, grounds) for key in others], WORDS), inside)
    own = as_written(best, map(grounds.text, members), plain)
    kept = [word for word in whole if shared[word] == max(shared.values(), default=0) > len(inside) / OFTEN]
    return each_once((*kept[:1], *own))[:WORDS]


def _telling(key: Key, grounds: Grounds) -> dict[str, str]:
    """The telling words of an answer, those of personal data aside: they become keywords of a codeframe, which is handed on."""
    found = telling(PLACEHOLDER.sub(" ", handed_on(grounds.text(key))))
    common = grounds.common()
    return {stem: word for stem, word in found.items() if word not in common}


def _proposed(words: Sequence[str], here: Looked) -> str:
    return ", ".join(words[:NAMED]) or here.group.name


def _merged(walk: Walk, here: Looked, number: int, grounds: Grounds) -> Walk:
    """Make a group a part of another one, which keeps its number and its name."""
    other = next((each for each in walk if each.number == number), None)
    if other is None or other.number == here.number or other.written:
        return walk
    one, two = other.group, here.group
    members = tuple(dict.fromkeys(_by_turns(one.members, two.members)))
    words = tuple(dict.fromkeys(_by_turns(one.words, two.words)))[:WORDS]
    whole = replace(one, words=words, members=members, near=_near(one, two), parts=_parts(one, two), also=0)
    kept = replace(
        other,
        group=_sized(whole, grounds),
        name=other.name or here.name,
        definition=other.definition or here.definition,
        marks={**here.marks, **other.marks},
    )
    return _with(walk, kept, replace(here, fate="merged", into=str(number)))


def _near(one: Group, two: Group) -> tuple[tuple[str, float], ...]:
    """The themes that are near to both groups together, each group weighing as much as it has answers."""
    parts: dict[str, float] = {}
    size = len(one.members) + len(two.members)
    for group in (one, two):
        for slug, overlap in group.near:
            parts[slug] = parts.get(slug, 0.0) + overlap * len(group.members) / size
    return tuple(sorted(parts.items(), key=lambda pair: (-pair[1], pair[0]))[:NEAR])


def _by_turns(one: Iterable[T], two: Iterable[T]) -> list[T]:
    """Take from two sequences in turn, so that the most central and the most telling of both come first."""
    return [each for pair in zip_longest(one, two) for each in pair if each is not None]


def _parts(one: Group, two: Group) -> tuple[tuple[Key, ...], ...]:
    """The parts of two groups together: a split takes them apart again; what both hold stays with the first."""
    first = one.parts or (one.members,)
    seen = {key for part in first for key in part}
    second = (tuple(key for key in part if key not in seen) for part in two.parts or (two.members,))
    return (*first, *(part for part in second if part))


def _sized(group: Group, grounds: Grounds) -> Group:
    """Count a group anew: its share with Wilson's interval, and what no theme would claim if it became one."""
    share = len(group.members) / grounds.answers if grounds.answers else 0.0
    low, high = wilson(share, grounds.answers)
    new = len(set(group.members) - grounds.claimed) / max(grounds.answers, 1)
    return replace(group, share=share, low=low, high=high, after=max(0.0, grounds.unclaimed - new))

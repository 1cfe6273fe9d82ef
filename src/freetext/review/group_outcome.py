"""What decided groups come to: new themes, words and examples for themes that are there, and first labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from freetext.errors import counted
from freetext.review.groups import Looked
from freetext.survey.codeframe import Codeframe, slugify
from freetext.survey.labels import Key

EXAMPLES = 3
"""Answers that stand in the codeframe as examples of a theme."""


RESERVED = (("other", 97, "Other"), ("dont-know", 98, "Don't know"), ("none", 99, "None"))
"""The codes that stand alone in a first codeframe, as `freetext init` writes them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What waits to be written.

    groups    the groups that become themes or synonyms, with the slug of the theme
    labels    answers that were decided on wholly, with all their themes
    later     answers that have one of these themes and others that nobody named yet
    """

    groups: tuple[tuple[Looked, str], ...] = ()
    labels: tuple[tuple[Key, tuple[str, ...]], ...] = ()
    later: tuple[Key, ...] = ()

    @property
    def slugs(self) -> tuple[tuple[int, str], ...]:
        """(number of the group, slug of its theme)."""
        return tuple((looked.number, slug) for looked, slug in self.groups)


def outcome(
    walk: Sequence[Looked], codeframe: Codeframe | None, slugs: Mapping[int, str] | None = None, *, only: bool = False
) -> Outcome:
    """Work out what the pending groups come to.

    `slugs` are those that were given to groups before, when their writing was broken off; `only` leaves all other groups out.
    """
    given = dict(slugs or {})
    pending = [each for each in walk if each.pending and (not only or each.number in given)]
    taken = {*given.values(), *_taken(codeframe)}
    named: list[tuple[Looked, str]] = []
    for each in pending:
        slug = each.into if each.fate == "synonym" else given.get(each.number) or _free(slugify(each.called), taken)
        taken.add(slug)
        named.append((each, slug))
    whole, later = _labels(named, [each for each in walk if each.written])
    return Outcome(tuple(named), whole, later)


def _taken(codeframe: Codeframe | None) -> set[str]:
    """Slugs that no new theme can bear: those of themes, of nets, and of what has gone."""
    if codeframe is None:
        return {slug for slug, *_ in RESERVED}
    return {*codeframe.slugs, *(net.slug for net in codeframe.nets), *codeframe.fates}


def _free(slug: str, taken: set[str]) -> str:
    fresh, number = slug, 1
    while fresh in taken:
        number += 1
        fresh = f"{slug}-{number}"
    return fresh


def _labels(
    named: Sequence[tuple[Looked, str]], written: Sequence[Looked]
) -> tuple[tuple[tuple[Key, tuple[str, ...]], ...], tuple[Key, ...]]:
    """Put together what an answer was given in all groups, those written before too; one with themes that nobody named is left for the review."""
    asked = {key for looked, _ in named for key in looked.held}
    themes: dict[Key, dict[str, None]] = {}
    for looked in written:
        for key in filter(asked.__contains__, looked.held):
            themes.setdefault(key, {}).update(dict.fromkeys((looked.into, *looked.marks[key].themes)))
    bare: set[Key] = set()
    for looked, slug in named:
        for key in looked.held:
            mark = looked.marks[key]
            themes.setdefault(key, {}).update(dict.fromkeys((slug, *mark.themes)))
            if mark.kind == "also" and not mark.themes:
                bare.add(key)
    left = {key for key in bare if len(themes[key]) == 1}
    return (
        tuple((key, tuple(slugs)) for key, slugs in themes.items() if key not in left),
        tuple(key for key in themes if key in left),
    )


def told(due: Outcome, walk: Sequence[Looked]) -> tuple[str, ...]:
    """Say in sentences what would be written, and what stays open."""
    lines = [_theme_line(looked, slug) for looked, slug in due.groups]
    if due.labels:
        lines.append(f"{counted(len(due.labels), 'label')} in your log: answers whose themes are all said.")
    if due.later:
        lines.append(
            f"{counted(len(due.later), 'answer')} with other themes too that are not named: no label yet, "
            "`freetext review` asks them."
        )
    left = [each for each in walk if not each.fate]
    dropped = sum(each.fate == "dropped" for each in walk)
    lines += [f"{counted(dropped, 'group')} dropped."] if dropped else []
    if left:
        lines.append(f"{counted(len(left), 'group')} not decided: g goes to one, or come back later.")
    elif not due.groups:
        lines.append("All groups are decided; `freetext discover` finds new ones.")
    return tuple(lines)


def _theme_line(looked: Looked, slug: str) -> str:
    many = counted(len(looked.held), "answer")
    if looked.fate == "synonym":
        return f"Theme {slug}: words and examples of group {looked.number} ({looked.called}), with {many}."
    bare = "" if looked.definition else " No definition yet: write one before anybody codes with it."
    return f"New theme {looked.called} ({slug}), with {many}.{bare}"

"""One order and one codeframe for the parts of a table, which may differ in their options and columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from freetext.errors import NAME, InputError, quoted
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of

Key = tuple[str, int]
"""A name, and the how manyth of this name it is. The slugs of options depend on the others in their file; their names do not."""

Place = tuple[bool, Key]
"""Whether it is a net, and its key."""


def keys_of(names: Sequence[str]) -> tuple[Key, ...]:
    """The key of each name."""
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        found.append((name, seen[name]))
        seen[name] += 1
    return tuple(found)


def places_in(frame: Codeframe) -> dict[Place, Theme]:
    """Themes and then nets, by what they are found by in another codeframe."""
    themes = zip(keys_of([theme.name for theme in frame.themes]), frame.themes, strict=True)
    nets = zip(keys_of([net.name for net in frame.nets]), frame.nets, strict=True)
    return {**{(False, key): theme for key, theme in themes}, **{(True, key): net for key, net in nets}}


def in_order(one: Sequence[Key], other: Sequence[Key], agreed: tuple[int, int]) -> tuple[tuple[Key, ...], int]:
    """Order the keys of both: those that both begin with, then the others by name; return how many the first are.

    `agreed` says how many of each, from the first, stand in an order that was stated, so that parts can be put together in any order.
    """
    first = []
    for mine, yours in zip(one[: agreed[0]], other[: agreed[1]], strict=False):
        if mine != yours:
            break
        first.append(mine)
    return (*first, *sorted({*one, *other} - {*first}, key=_by_name)), len(first)


def codeframe_over(one: Codeframe, other: Codeframe, agreed: tuple[int, int]) -> tuple[Codeframe, int]:
    """Join two codeframes by the names of their themes; return how many themes stand in the order of both.

    Slugs stay where they do not clash, numbers as far as the order is agreed. Raises InputError where a theme has another net, or is reserved otherwise.
    """
    if one.digest == other.digest:
        return one, min(agreed)
    frames = [places_in(one), places_in(other)]
    _check_same(one, other, frames)
    mine, yours = (keys_of([theme.name for theme in frame.themes]) for frame in (one, other))
    themes, first = in_order(mine, yours, agreed)
    nets = sorted({place for frame in frames for place in frame if place[0]})
    order: list[Place] = [*((False, key) for key in themes), *nets]
    parents = {**_parents(one), **_parents(other)}
    found = [min((frame[place] for frame in frames if place in frame), key=repr) for place in order]
    slugs, numbers = _slugs(found, frames), _numbers(found, first)
    slug_of = dict(zip(order, slugs, strict=True))
    whole = tuple(
        replace(theme, slug=slug, number=number, net=slug_of[parents[place]] if place in parents else "")
        for place, theme, slug, number in zip(order, found, slugs, numbers, strict=True)
    )
    name, title, both = min(one.name, other.name), min(one.title, other.title), one.by_name and other.by_name
    coded, above = whole[: len(themes)], whole[len(themes) :]
    single = one.single and other.single
    return Codeframe(name, coded, above, title, one.lang, by_name=both, single=single), first


def _check_same(one: Codeframe, other: Codeframe, frames: Sequence[Mapping[Place, Theme]]) -> None:
    """Hold that the themes of both count in the same net, and in the same bases."""
    mine, yours = _parents(one), _parents(other)
    for place in sorted(frames[0].keys() & frames[1].keys()):
        name = quoted(place[1][0], NAME)
        if mine.get(place) != yours.get(place):
            raise InputError(f"{name} stands in different nets of the codeframes of two parts, which cannot be added.")
        if frames[0][place].reserved != frames[1][place].reserved:
            raise InputError(f"{name} is reserved in the codeframe of one part and not of the other.")


def _parents(frame: Codeframe) -> dict[Place, Place]:
    """What stands in a net, and in which."""
    places = places_in(frame)
    nets = {theme.slug: place for place, theme in places.items() if place[0]}
    return {place: nets[theme.net] for place, theme in places.items() if theme.net}


def _slugs(found: Sequence[Theme], frames: Sequence[Mapping[Place, Theme]]) -> list[str]:
    """Their own slugs, or where those clash new ones of their names."""
    slugs = [theme.slug for theme in found]
    both = frames[0].keys() & frames[1].keys()
    if len(set(slugs)) == len(slugs) and all(frames[0][place].slug == frames[1][place].slug for place in both):
        return slugs
    return list(codeframe_of([theme.name for theme in found]).slugs)


def _numbers(found: Sequence[Theme], first: int) -> list[int]:
    """Their own numbers as far as all parts agree on the order; the others count on from there, so that no order of adding shows."""
    kept = [theme.number for theme in found[:first]]
    start = max(kept, default=0) + 1
    return [*kept, *range(start, start + len(found) - first)]


def _by_name(key: Key) -> tuple[bool, float, Key]:
    """By size where the name is a number, and before all others."""
    try:
        return (False, float(key[0]), key)
    except ValueError:
        return (True, 0.0, key)

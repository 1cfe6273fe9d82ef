"""A codeframe changed: merge, split, rename, retire, add, each planned whole and entered in the codeframe's log."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from freetext.errors import CodeframeError, UnknownTheme
from freetext.survey.codeframe import Codeframe, Theme, fold
from freetext.survey.fates import Change

LISTS = ("include", "exclude", "examples", "keywords", "always", "never")
OPPOSITE = {"include": "exclude", "exclude": "include", "always": "never", "never": "always"}


@dataclass(frozen=True, slots=True)
class Recoded:
    """A codeframe as it will stand, and what its author should look at, in plain words."""

    codeframe: Codeframe
    said: tuple[str, ...] = ()


def merge(
    codeframe: Codeframe, slugs: Sequence[str], into: str, *, time: str, name: str = "", why: str = ""
) -> Recoded:
    """Merge themes into one of them, into another theme, or into a new one that stands where the first stood.

    The theme that stays keeps its number, net, name and definition; what the others include, exclude and so on is added
    to it. Raises UnknownTheme or CodeframeError.
    """
    sources = [_theme(slug, codeframe) for slug in dict.fromkeys(slugs)]
    known = _theme(into, codeframe) if into in codeframe.position or _is_net(into, codeframe) else None
    if known is None and len(sources) < 2:
        raise CodeframeError(f"merging one theme into a new one, {into!r}, is renaming it: use rename.", slug=into)
    keeper = known or sources[0]
    gone = [theme for theme in sources if theme.slug != keeper.slug]
    if not gone:
        raise CodeframeError(f"{into!r} merged into itself: name another theme.", slug=into)
    _check_reserved([keeper, *gone], new=known is None)
    whole, said = _merged(keeper, gone)
    whole = replace(whole, slug=into, name=name or (keeper.name if known else _spelled(into)))
    if known is None and keeper.definition:
        said.append(f"{into!r} has the definition of {keeper.slug!r}: see whether it fits")
    if _speaks_of(whole, whole):
        said.append(f"exclude of {into!r} speaks of itself: see whether it still holds")
    moved: dict[str, tuple[Theme, ...]] = {theme.slug: () for theme in gone}
    change = Change("merge", tuple(theme.slug for theme in sources), (into,), time, why)
    return _recoded(codeframe, moved | {keeper.slug: (whole,)}, change, gone if known else sources, said)


def split(codeframe: Codeframe, slug: str, into: Sequence[str], *, time: str, why: str = "") -> Recoded:
    """Split a theme into two or more, new ones or some that are there; new ones take its place, its net, and free numbers.

    Raises UnknownTheme or CodeframeError.
    """
    theme, parts = _theme(slug, codeframe), list(dict.fromkeys(into))
    if len(parts) < 2:
        raise CodeframeError(f"{slug!r} split into {len(parts)}: a split makes two themes or more.", slug=slug)
    if slug in parts:
        what = f"{slug!r} cannot be a part of itself: its old labels would mean the part. Give every part a new slug."
        raise CodeframeError(what, slug=slug)
    for part in parts:
        if _is_net(part, codeframe):
            _theme(part, codeframe)
    fresh = [part for part in parts if part not in codeframe.position]
    numbers = dict(zip(fresh, _free_numbers(codeframe), strict=False))
    new = tuple(Theme(part, numbers[part], _spelled(part), net=theme.net) for part in fresh)
    said = [f"{part!r} has no definition yet: write one before anybody codes with it" for part in fresh] + _lost(theme)
    if theme.reserved and new:
        said.append(f'the new themes are ordinary: write reserved = "{theme.reserved}" where one of them is not')
    return _recoded(codeframe, {slug: new}, Change("split", (slug,), tuple(parts), time, why), [theme], said)


def rename(codeframe: Codeframe, slug: str, new: str = "", *, time: str, name: str = "", why: str = "") -> Recoded:
    """Give a theme another slug, another name, or both; a name that was the slug follows it.

    A new name alone changes no label and is not logged. Raises UnknownTheme or CodeframeError.
    """
    theme, target = _theme(slug, codeframe), new or slug
    if target != slug and (target in codeframe.position or _is_net(target, codeframe)):
        raise CodeframeError(f"{target!r} is taken. To make two themes one, merge them.", slug=target)
    follows = target if theme.name == slug else theme.name
    renamed = replace(theme, slug=target, name=name or follows)
    if renamed == theme:
        raise CodeframeError(f"{slug!r} has that slug and that name already.", slug=slug)
    change = Change("rename", (slug,), (target,), time, why) if target != slug else None
    return _recoded(codeframe, {slug: (renamed,)}, change, [theme] if change else [], [])


def retire(codeframe: Codeframe, slug: str, *, time: str, why: str = "") -> Recoded:
    """Take a theme out of the codeframe: it goes from labels too. Raises UnknownTheme or CodeframeError."""
    theme = _theme(slug, codeframe)
    return _recoded(codeframe, {slug: ()}, Change("retire", (slug,), (), time, why), [theme], _lost(theme))


def add(codeframe: Codeframe, themes: Sequence[Theme], *, time: str, why: str = "") -> Recoded:
    """Add themes to a codeframe that is in use, behind its last ordinary theme, with free numbers; theirs are not asked for.

    Raises CodeframeError for a slug that is there, or has gone.
    """
    taken = {*codeframe.slugs, *(net.slug for net in codeframe.nets)}
    if there := next((theme.slug for theme in themes if theme.slug in taken), ""):
        raise CodeframeError(f"{there!r} is there already: give the new theme another slug.", slug=there)
    numbers = _free_numbers(codeframe)
    fresh = tuple(replace(theme, number=next(numbers)) for theme in themes)
    ordinary = [place for place, theme in enumerate(codeframe.themes, start=1) if not theme.reserved]
    behind = ordinary[-1] if ordinary else len(codeframe)
    whole = (*codeframe.themes[:behind], *fresh, *codeframe.themes[behind:])
    change = Change("add", (), tuple(theme.slug for theme in fresh), time, why)
    said = [f"{theme.slug!r} has no definition yet: write one before anybody codes with it" for theme in fresh]
    return Recoded(
        replace(codeframe, themes=whole, changes=(*codeframe.changes, change)),
        tuple(each for each, theme in zip(said, fresh, strict=True) if not theme.definition),
    )


def _recoded(
    codeframe: Codeframe,
    moved: dict[str, tuple[Theme, ...]],
    change: Change | None,
    gone: Iterable[Theme],
    said: Sequence[str],
) -> Recoded:
    """Put what stands now in the place of what stood; the codeframe itself refuses slugs that have gone before."""
    themes = tuple(new for theme in codeframe.themes for new in moved.get(theme.slug, (theme,)))
    changes = (*codeframe.changes, change) if change else codeframe.changes
    whole = replace(codeframe, themes=themes, changes=changes)
    return Recoded(whole, (*said, *_spoken_of(gone, whole)))


def _theme(slug: str, codeframe: Codeframe) -> Theme:
    """Find a theme by its slug alone: a name or a number could mean another."""
    if slug in codeframe.position:
        return codeframe.themes[codeframe.position[slug]]
    if _is_net(slug, codeframe):
        what = f"{slug!r} is a net: no label holds it. Change it in the file with any editor."
        raise CodeframeError(what, slug=slug)
    if slug in codeframe.fates:  # and is no theme
        last = [change for change in codeframe.changes if slug in change.from_][-1]
        raise CodeframeError(f"{slug!r} has gone already ({last}).", slug=slug)
    raise UnknownTheme(slug, codeframe.slugs)


def _is_net(slug: str, codeframe: Codeframe) -> bool:
    return any(net.slug == slug for net in codeframe.nets)


def _check_reserved(themes: Sequence[Theme], *, new: bool) -> None:
    """Refuse to mix codes that stand alone with themes; those of several kinds go into one that is there."""
    kinds = list(dict.fromkeys(theme.reserved for theme in themes))
    if len(kinds) > 1 and (new or "" in kinds):
        parts = ", ".join(f"{theme.slug!r} ({theme.reserved or 'ordinary'})" for theme in themes)
        mends = "" if "" in kinds else " Merge into one of them."
        raise CodeframeError(
            f"reserved codes of several kinds, or with ordinary themes, make no theme: {parts}.{mends}"
        )


def _merged(keeper: Theme, gone: Iterable[Theme]) -> tuple[Theme, list[str]]:
    """Add to a theme what others list; say what cannot be added, their definitions among it."""
    said: list[str] = []
    for theme in gone:
        keeper, contradicting = _with(keeper, theme)
        said += [*contradicting, *_lost(theme)]
    return keeper, said


def _lost(theme: Theme) -> list[str]:
    return [f"the definition of {theme.slug!r} goes with it: {theme.definition}"] if theme.definition else []


def _with(keeper: Theme, other: Theme) -> tuple[Theme, list[str]]:
    """Add what another theme lists, without repeats; what contradicts the keeper is left out and told."""
    lists: dict[str, Any] = {}
    said = []
    for key in LISTS:
        held = list(getattr(keeper, key))
        against = {fold(text) for text in getattr(keeper, OPPOSITE.get(key, ""), ())}
        for text in getattr(other, key):
            if fold(text) in against:
                said.append(f"{key} of {other.slug!r} is left out, for {keeper.slug!r} says the opposite: {text}")
            elif fold(text) not in map(fold, held):
                held.append(text)
        lists[key] = tuple(held)
    return replace(keeper, **lists), said


def _free_numbers(codeframe: Codeframe) -> Iterator[int]:
    """Numbers behind those of all ordinary themes and nets that nobody has; a number that goes is not given again."""
    every = (*codeframe.themes, *codeframe.nets)
    taken = {theme.number for theme in every}
    last = max((theme.number for theme in every if not theme.reserved), default=0)
    return (number for number in count(max(last, 0) + 1) if number not in taken)


def _spelled(slug: str) -> str:
    """Make a name of a slug, for want of another."""
    return re.sub(r"[-.]", " ", slug).capitalize()


def _spoken_of(gone: Iterable[Theme], codeframe: Codeframe) -> Iterator[str]:
    """Say where themes still send answers to one that went."""
    for old in gone:
        for theme in codeframe.themes:
            if _speaks_of(theme, old):
                yield f"exclude of {theme.slug!r} speaks of {old.slug!r}: see whether it still holds"


def _speaks_of(theme: Theme, other: Theme) -> bool:
    words = rf"(?<!\w)(?:{re.escape(other.slug)}|{re.escape(other.name)})(?!\w)"
    return any(re.search(words, text, re.IGNORECASE) for text in theme.exclude)

"""The phases of a walk in which letters are typed, and what they find."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.review.draft import themes_like
from freetext.review.group_outcome import RESERVED
from freetext.review.groups import Looked
from freetext.survey.codeframe import Codeframe, Theme, fold

LONGEST = 300
"""Characters of a name or a definition."""

GONE = frozenset({"merged", "split"})
"""Fates of groups that are parts of others by now."""


def typed_on(typed: str, key: str) -> str:
    """What is typed after a key more."""
    if key == "backspace":
        return typed[:-1]
    letter = " " if key == "space" else key
    if len(letter) != 1 or not letter.isprintable() or len(typed) >= LONGEST:
        return typed
    return typed + letter


def themes_found(typed: str, codeframe: Codeframe | None, near: Sequence[str] = ()) -> tuple[Theme, ...]:
    """The themes like what is typed; with nothing typed those that are near come first."""
    if codeframe is None:
        return ()
    found = [theme for theme in themes_like(typed, codeframe) if not theme.reserved]
    return tuple(found if typed.strip() else sorted(found, key=lambda theme: _rank(theme.slug, near)))


def _rank(slug: str, near: Sequence[str]) -> int:
    return near.index(slug) if slug in near else len(near)


def groups_found(typed: str, walk: Sequence[Looked], besides: int = 0) -> tuple[Looked, ...]:
    """The groups of this number, or whose name or words hold what is typed; merged and split ones are gone."""
    wanted = fold(typed)
    there = [each for each in walk if each.fate not in GONE and each.number != besides]
    numbered = [each for each in there if str(each.number) == wanted]
    return tuple(
        numbered
        or [each for each in there if not wanted or wanted in fold(f"{each.called} {' '.join(each.group.words)}")]
    )


def name_fault(name: str, here: Looked, walk: Sequence[Looked], codeframe: Codeframe | None) -> str:
    """Say why a theme cannot bear a name, or nothing."""
    wanted = fold(name)
    if not wanted or not any(letter.isalnum() for letter in name):
        return "A name has a letter or a digit."
    for theme in (*codeframe.themes, *codeframe.nets) if codeframe else ():
        if wanted in {fold(theme.name), theme.slug}:
            return f"The codeframe has {theme.name} already: / makes this group a part of it."
    if codeframe is None and wanted in {fold(each) for slug, _, called in RESERVED for each in (slug, called)}:
        return f"Every codeframe gets {name.capitalize()} of itself, as a code that stands alone: r drops this group."
    for each in walk:
        if each.number != here.number and each.fate not in {*GONE, "dropped"} and fold(each.name) == wanted:
            return f"Group {each.number} has that name: m makes this group a part of it."
    return ""

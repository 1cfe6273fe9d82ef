"""What is ticked on the answer at hand."""

from __future__ import annotations

import string
from dataclasses import dataclass, replace

from freetext.survey.codeframe import Codeframe, Theme, fold
from freetext.survey.labels import Label

KEYS = "1234567890" + string.ascii_uppercase
"""The keys that tick the first themes; the others are found by name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision that is not made yet: themes by slug, or `none` of them, a note and flags."""

    themes: frozenset[str] = frozenset()
    none: bool = False
    note: str = ""
    flags: frozenset[str] = frozenset()

    @property
    def says(self) -> bool:
        """Whether it says which themes apply, or that none does."""
        return self.none or bool(self.themes)


NOTHING = Draft()
"""Nothing is ticked."""


def draft_of(label: Label) -> Draft:
    """Return what a decision says."""
    themes = frozenset(label.themes)
    return Draft(themes, not themes, label.note, frozenset(label.flags))


def toggled(draft: Draft, slug: str, codeframe: Codeframe, *, one: bool = False) -> Draft:
    """Tick a theme, or take its tick away; a reserved code stands alone, and where only `one` theme can be ticked each does."""
    if slug in draft.themes:
        return replace(draft, themes=draft.themes - {slug})
    alone = {theme.slug for theme in codeframe.themes if theme.reserved or one}
    kept = frozenset() if slug in alone else draft.themes - alone
    return replace(draft, themes=kept | {slug}, none=False)


def with_none(draft: Draft) -> Draft:
    """Say that no theme applies, or take that back."""
    return replace(draft, themes=frozenset(), none=not draft.none)


def with_flag(draft: Draft, flag: str) -> Draft:
    """Raise a flag, or take it down."""
    return replace(draft, flags=draft.flags ^ {flag})


def key_of(place: int) -> str:
    """The key that ticks the theme at a place of the codeframe; empty where none is left."""
    return KEYS[place] if place < len(KEYS) else ""


def theme_at(key: str, codeframe: Codeframe) -> Theme | None:
    """The theme that a key ticks."""
    place = KEYS.find(key) if len(key) == 1 else -1
    return codeframe.themes[place] if 0 <= place < len(codeframe) else None


def themes_like(typed: str, codeframe: Codeframe) -> tuple[Theme, ...]:
    """Find themes by what was typed: names and slugs that begin with it, then words of them that do, then what holds it anywhere."""
    wanted = fold(typed)
    if not wanted:
        return codeframe.themes
    graded = [(_grade(wanted, theme), place) for place, theme in enumerate(codeframe.themes)]
    return tuple(codeframe.themes[place] for grade, place in sorted(graded) if grade < len(GRADES))


def _grade(wanted: str, theme: Theme) -> int:
    names = [fold(theme.name), theme.slug, str(theme.number)]
    tests = (
        wanted in names,
        any(name.startswith(wanted) for name in names),
        any(word.startswith(wanted) for name in names for word in name.replace("-", " ").split()),
        any(wanted in text for text in (*names, *map(fold, theme.keywords))),
        wanted in fold(theme.definition),
    )
    return next((place for place, true in enumerate(tests) if true), len(GRADES))


GRADES = ("is", "begins", "a word begins", "holds", "defined")
"""How well a theme fits what was typed, best first."""

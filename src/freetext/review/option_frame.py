"""The codeframe that "Other" texts are back-coded with: the options as themes, new categories, and "stays other"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from freetext.errors import UsageError, quoted
from freetext.survey.codeframe import Codeframe, Theme, codeframe_of, fold, slugify
from freetext.survey.questionnaire import Question

LAST = 97
"""The number of "stays other"."""

STAYS = "Means none of the options, or does not say what is meant."


def frame_name(question: str) -> str:
    """The name of a question's options codeframe."""
    return f"backcode-{slugify(question)}"


def option_codeframe(question: Question, options: Sequence[str], other: str) -> Codeframe:
    """Make a codeframe of the options of a closed question; `other`, which is one of them, becomes "stays other", the last."""
    kinds = {fold(option): kind for option, kind in question.reserved}
    names = [option for option in options if fold(option) != fold(other)]
    whole = codeframe_of([*names, f"stays {other}"], name=frame_name(question.name))
    *listed, stays = whole.themes
    themes = [replace(theme, reserved=kinds.get(fold(theme.name), "")) for theme in listed]
    themes.append(replace(stays, number=max(LAST, len(names) + 1), definition=STAYS, reserved="other"))
    return Codeframe(whole.name, tuple(themes), title=question.title)


def new_category(frame: Codeframe, name: str, like: Theme | None = None, *, slug: str = "") -> Theme:
    """Make a theme for a new category, with definition and phrases `like` those of another codeframe's theme.

    Raises UsageError where the codeframe has the name already.
    """
    taken = {fold(each.name): each for each in (*frame.themes, *frame.nets)}
    if fold(name) in taken:
        raise UsageError(f"{quoted(name, len(name))} is there already: the theme {taken[fold(name)].slug!r}.")
    if not name.strip():
        raise UsageError("a category wants a name.")
    numbers = {each.number for each in (*frame.themes, *frame.nets)}
    number = max((each.number for each in frame.themes if not each.reserved), default=0) + 1
    while number in numbers:
        number += 1
    bare = like or Theme("", 0, "")
    return replace(
        bare, slug=_free(slug or slugify(name), frame), number=number, name=name.strip(), net="", reserved=""
    )


def with_category(frame: Codeframe, theme: Theme, *, begun: bool = True) -> Codeframe:
    """Put a category at the end, so that the keys of the others stay; before "stays other" where nobody has `begun`."""
    if begun:
        return replace(frame, themes=(*frame.themes, theme))
    return replace(frame, themes=(*frame.themes[:-1], theme, frame.themes[-1]))


def parted(frame: Codeframe, question: Question) -> str:
    """Return the first name that the separator of a question of several answers would part; empty where none is."""
    names = (theme.name for theme in frame.themes) if question.kind == "multi" else ()
    return next((name for name in names if question.separator in name), "")


def _free(slug: str, frame: Codeframe) -> str:
    """A slug that no theme bears, and none that has gone."""
    taken = {*(each.slug for each in (*frame.themes, *frame.nets)), *frame.fates}
    free, number = slug, 1
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free

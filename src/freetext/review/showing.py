"""A session to what is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import TypeVar

from freetext.review.draft import key_of, themes_like
from freetext.review.items import Item
from freetext.review.session import Session
from freetext.review.views import Choice, Summary, View
from freetext.survey.codeframe import Theme

Shown = TypeVar("Shown")

FOUND = 9
"""Themes, or answers, that are shown while one is looked for."""

PREVIEW = 60
"""Characters of an answer that a search shows."""


def view_of(session: Session, coder: str, summary: Callable[[], Summary] | None = None) -> View:
    """Return what the coder sees; the `summary` is asked for between batches alone."""
    state, item = session.state, session.item
    pace = session.pace
    left = session.size - session.done
    if item is None:
        told = summary() if summary else None
        return View(
            state.phase if state.phase in {"summary", "empty", "help"} else "summary",
            coder,
            done=session.done,
            size=session.size,
            total=len(session.decided),
            pace=3600 / pace if pace else None,
            summary=told,
            message=state.message,
            scroll=state.scroll,
        )
    return View(
        state.phase,
        coder,
        id=item.key[0],
        question=item.key[1],
        title=item.title or item.key[1],
        text=item.text,
        cells=item.cells,
        choices=_choices(item, session),
        lit=item.suggestion,
        said=item.said,
        adjudicating=item.stream == "adjudicate",
        decided=item.key in session.decided,
        none=state.draft.none,
        note=state.draft.note,
        flags=tuple(sorted(state.draft.flags)),
        typed=state.typed,
        found=_found(session, item),
        defined=_defined(session, item) if state.phase == "definition" else (),
        scroll=state.scroll,
        done=session.done,
        size=session.size,
        total=len(session.decided),
        pace=3600 / pace if pace else None,
        minutes=left * pace / 60 if pace else None,
        message=state.message,
        concerns=item.concerns,
    )


def _choices(item: Item, session: Session) -> tuple[Choice, ...]:
    suggested = {each.slug for each in item.suggestion or ()}
    ticked = session.state.draft.themes
    return tuple(
        Choice(
            theme.slug,
            theme.name,
            key_of(place),
            theme.slug in ticked,
            theme.slug in suggested,
            tuple(chr(ord("A") + number) for number, slugs in enumerate(item.said) if theme.slug in slugs),
        )
        for place, theme in enumerate(item.codeframe.themes)
    )


def _found(session: Session, item: Item) -> tuple[str, ...]:
    """What is looked for, the one that is meant first."""
    state = session.state
    if state.phase == "find":
        names = [theme.name for theme in themes_like(state.typed, item.codeframe)]
        return _turned(names, state.turned)
    if state.phase == "search":
        keys = _turned(list(session.found()), state.turned)
        several = len({key[1] for key in session.found()}) > 1
        return tuple(f"{' '.join(key) if several else key[0]}: {_preview(session.item_of(key).text)}" for key in keys)
    return ()


def _turned(names: list[Shown], turned: int) -> tuple[Shown, ...]:
    if not names:
        return ()
    start = turned % len(names)
    return tuple(islice((*names[start:], *names[:start]), FOUND))


def _preview(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= PREVIEW else line[: PREVIEW - 1] + "…"


def _defined(session: Session, item: Item) -> tuple[Theme, ...]:
    """All themes, those that are ticked first, then those that the model suggests."""
    ticked = session.state.draft.themes
    suggested = {each.slug for each in item.suggestion or ()}
    return tuple(
        sorted(item.codeframe.themes, key=lambda theme: (theme.slug not in ticked, theme.slug not in suggested))
    )

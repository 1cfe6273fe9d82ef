"""A walk through groups in plain sentences, for screen readers, simple terminals and pipes."""

from __future__ import annotations

from collections.abc import Mapping

from freetext.review.group_views import TYPED, GroupView
from freetext.show import group_words as said
from freetext.show.review_text import harmless, paragraphs

Parts = Mapping[str, tuple[str, ...]]
"""What there is to say, by what it is about."""

FIRST = "? says the keys."
MOST = 12
"""Finds that are read aloud."""


def spoken_groups(view: GroupView, before: GroupView | None = None) -> tuple[str, ...]:
    """What is to be said of a view: all of it at first, then only what has changed."""
    new = _parts(view)
    if before is None:
        return (*(line for lines in new.values() for line in lines), FIRST)
    old = _parts(before)
    other = (view.number, view.place) != (before.number, before.place)
    anew = {"answer", "text"} if other else set()
    if view.number != before.number:
        anew |= {"group"}
    lines = [line for about, some in new.items() if about in anew or old.get(about) != some for line in some]
    return tuple(lines)


def _parts(view: GroupView) -> Parts:
    message = (harmless(view.message),) if view.message else ()
    if view.phase == "help":
        return {"help": tuple(f"{key}: {what}." for key, what in said.KEYS)}
    if view.phase == "summary":
        waits = (
            "Enter (an empty line) writes this, q leaves without writing, b goes back."
            if view.waiting
            else "Nothing waits to be written. q leaves, b goes back."
        )
        return {"message": message, "summary": (*map(harmless, view.told), *_listed(view), waits)}
    if view.phase == "empty" or view.member is None:
        return {"message": message, "empty": ("No group is here. q leaves.",)}
    shown = {"group": _group(view), "answer": _answer(view), "text": _text(view)}
    return (
        {**shown, "message": message, "asked": _asked(view)} if view.phase in TYPED else {**shown, "message": message}
    )


def _group(view: GroupView) -> tuple[str, ...]:
    facts = filter(
        None,
        (
            said.heading(view),
            harmless(view.definition),
            said.size(view),
            said.also(view),
            said.words(view),
            said.near(view),
            said.parts(view),
        ),
    )
    return tuple(f"{fact[:1].upper()}{fact[1:]}." for fact in facts)


def _answer(view: GroupView) -> tuple[str, ...]:
    now = said.said_of_member(view)
    return (f"Answer {view.place + 1} of {view.size}{f', {now}' if now else ''}; {said.marked(view)}.",)


def _text(view: GroupView) -> tuple[str, ...]:
    assert view.member is not None
    title = (f"Question: {harmless(view.title)}",) if view.title else ()
    concern = (said.concerned(view),) if view.concerns else ()
    before = (f"{said.earlier(view)}.",) if view.member.earlier else ()
    return (*title, *(f"  {line}" for line in paragraphs(view.member.text) if line), *before, *concern)


def _asked(view: GroupView) -> tuple[str, ...]:
    """What is to be typed, and what it finds."""
    lines = [f"{said.ASKED[view.phase]} {harmless(view.typed)}".rstrip()]
    lines += [f"So far: {', '.join(map(harmless, view.ticked))}."] if view.ticked else []
    left = len(view.found) - MOST
    more = f"; and {left} more" if left > 0 else ""
    lines += [f"Found: {'; '.join(map(harmless, view.found[:MOST]))}{more}."] if view.found else []
    return (*lines, "Type it and press Enter; an empty line takes what stands, a minus gives up.")


def _listed(view: GroupView) -> tuple[str, ...]:
    return tuple(
        f"Group {each.number}, {harmless(each.name)}, {each.size} answers: {each.fate or 'open'}."
        for each in view.lines
    )

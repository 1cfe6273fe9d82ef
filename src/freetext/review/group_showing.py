"""A walk through groups as it is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from freetext.errors import counted
from freetext.guard.safeguarding import categories, flags_of
from freetext.review.group_outcome import told
from freetext.review.group_typing import GONE
from freetext.review.group_views import GroupView, Line, Member
from freetext.review.grouping import Grouping
from freetext.review.groups import Looked
from freetext.survey.labels import Key

SIGNS = {"only": "y", "also": "a", "not": "n", "gone": "-"}
"""A mark by its key."""

GONE_TEXT = "(This answer is not in the file any more, or says something else.)"


def fate_words(looked: Looked) -> str:
    """What became of a group."""
    if looked.fate == "theme":
        return "in the codeframe" if looked.written else "becomes a theme"
    if looked.fate == "synonym":
        return f"{'is' if looked.written else 'becomes'} a part of {looked.into}"
    if looked.fate == "merged":
        return f"a part of group {looked.into}"
    if looked.fate == "split":
        return f"split into groups {looked.into}"
    return looked.fate


def group_view(
    walk: Grouping,
    coder: str,
    *,
    survey: str = "",
    title: Callable[[Key], str] = lambda _key: "",
    others: Mapping[int, str] = MappingProxyType({}),
) -> GroupView:
    """Lay a walk out for a screen; `title` gives the question of an answer, `others` what other coders made of groups, by number."""
    place, due = walk.place, walk.due
    counting = [each for each in walk.walk if each.fate not in GONE]
    view = GroupView(
        place.phase,
        coder,
        survey,
        before=walk.groups.unclaimed,
        typed=place.typed,
        lines=tuple(_line(each) for each in walk.walk),
        done=sum(bool(each.fate) for each in counting),
        groups=len(counting),
        waiting=bool(due.groups),
        told=told(due, walk.walk) if place.phase == "summary" else (),
        message=place.message or (walk.groups.said if place.phase == "empty" else ""),
        ticked=_names(walk, place.ticked),
        found=_found(walk),
        scroll=place.scroll,
    )
    if walk.looked is None:
        return view
    whole = _with_group(view, walk, walk.looked, title)
    elsewhere = others.get(whole.number, "")
    return replace(whole, fate=f"theme {elsewhere}") if elsewhere and not whole.fate else whole


def _line(looked: Looked) -> Line:
    return Line(looked.number, looked.called, len(looked.group.members), fate_words(looked))


def _names(walk: Grouping, slugs: tuple[str, ...]) -> tuple[str, ...]:
    known = {theme.slug: theme.name for theme in walk.codeframe.themes} if walk.codeframe else {}
    return tuple(known.get(slug, slug) for slug in slugs)


def _found(walk: Grouping) -> tuple[str, ...]:
    """What is found for what is typed, the one that is meant first."""
    if walk.place.phase in {"also", "synonym"}:
        found = tuple(theme.name for theme in walk.themes())
    elif walk.place.phase in {"merge", "groups"}:
        found = tuple(_listed(each) for each in walk.others())
    else:
        return ()
    start = walk.place.turned % len(found) if found else 0
    return (*found[start:], *found[:start])


def _listed(looked: Looked) -> str:
    fate = fate_words(looked)
    return (
        f"{looked.number} {looked.called}, {counted(len(looked.group.members), 'answer')}{f', {fate}' if fate else ''}"
    )


def _with_group(view: GroupView, walk: Grouping, here: Looked, title: Callable[[Key], str]) -> GroupView:
    """Lay the group at hand out with all its answers."""
    group, key = here.group, walk.place.key
    return replace(
        view,
        number=here.number,
        name=here.called,
        named=bool(here.name),
        definition=here.definition,
        words=group.words,
        size=len(group.members),
        share=group.share,
        low=group.low,
        high=group.high,
        also=group.also,
        near=group.near,
        after=group.after,
        held=len(here.held),
        out=len(here.of_kind("not")),
        open=len(here.open),
        gone=len(here.of_kind("gone")),
        place=group.members.index(key) if key in group.members else 0,
        members=tuple(_member(walk, here, each, here_now=each == key) for each in group.members),
        title=title(key) if key else "",
        concerns=categories(flags_of(walk.grounds.text(key))) if key else (),
        parts=tuple(map(len, group.parts)),
        fate=fate_words(here),
    )


def _member(walk: Grouping, here: Looked, key: Key, *, here_now: bool) -> Member:
    mark = here.marks.get(key)
    if mark is not None and mark.kind == "gone":
        return Member(key, GONE_TEXT, SIGNS[mark.kind])
    earlier = _earlier(walk, here, key) if here_now else ()
    if mark is None:
        return Member(key, walk.grounds.text(key), earlier=earlier)
    return Member(key, walk.grounds.text(key), SIGNS[mark.kind], _names(walk, mark.themes), earlier)


def _earlier(walk: Grouping, here: Looked, key: Key) -> tuple[str, ...]:
    """What the coder said of an answer in other groups, and in labels."""
    said = walk.labelled(key)
    label = () if said is None else (f"your label: {', '.join(_names(walk, said)) or 'no theme'}",)
    others = (each for each in walk.walk if each.number != here.number and each.fate not in GONE)
    marks = ((each, each.marks[key]) for each in others if key in each.marks)
    return (*label, *(f"{SIGNS[mark.kind]} in group {each.number}, {each.called}" for each, mark in marks))

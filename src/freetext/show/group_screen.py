"""The full screen of a walk through groups: one pure function from what is seen to rows of exactly so many cells."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.review.group_views import TYPED, GroupView, Member
from freetext.show import group_words as said
from freetext.show.review_answer import READABLE, Area, scrolled, text_rows
from freetext.show.review_pages import typing
from freetext.show.review_spans import Row, Screen, Span, blank, filled, fitted, row_cells, ruled, spread
from freetext.show.review_text import CUT, cells, cut, folded, harmless, laid

LEAST = (40, 15)
"""The smallest window that can be worked in."""

ANSWER = 4
"""Rows that the answer has at least."""

PANEL, MOST = 2, 12
"""Rows that the answers around it, or what is typed, have at least and at most."""

LOW = 16
"""Below so many rows the figures take a line each."""

SPARED = ("g", "m", "x", "r", "/", "u", "a")
"""Keys that a narrow footer leaves out, the first first; `?` says them all."""

SIGNS = {"y": "[y]", "a": "[a]", "n": "[n]", "-": "[-]", "": "[ ]"}


def draw_groups(view: GroupView, width: int, height: int) -> Screen:
    """Draw a view as exactly `height` rows of exactly `width` cells; whatever stands in an answer is shown, never obeyed."""
    if width < LEAST[0] or height < LEAST[1]:
        lines = folded(f"Discover: the window is too small; it needs {LEAST[0]} x {LEAST[1]}.", max(2, width))
        return Screen(tuple(filled([fitted(((line, "plain"),), width) for line in lines], height, width)))
    below = [*_status(view, width), *_footer(view, width)]
    middle = height - 2 - len(below)
    area = _middle(view, width, middle)
    return Screen((*_head(view, width), *filled(area.rows, middle, width), *below), area.top, area.page, area.most)


def _middle(view: GroupView, width: int, height: int) -> Area:
    if view.phase == "help":
        return scrolled(_help(width), height, view.scroll, width)
    if view.phase == "summary":
        return scrolled(_summary(view, width), height, view.scroll, width)
    if view.phase == "empty" or view.member is None:
        return scrolled(_lines("No group is here.", width), height, view.scroll, width)
    return _group(view, width, height)


def _head(view: GroupView, width: int) -> list[Row]:
    name = " · ".join(filter(None, ("Discover", harmless(view.survey), harmless(view.coder))))
    done = min(width, width * view.done // view.groups) if view.groups else 0
    line: list[Span] = [("━" * done, "done"), ("─" * (width - done), "rule")]
    return [spread(((f" {name} ", "bold"),), ((f"{said.progress(view)} ", "plain"),), width), fitted(line, width)]


def _status(view: GroupView, width: int) -> list[Row]:
    lines = [line for line in folded(harmless(view.message), width - 2) if line][:3]
    return [fitted(((f" {line}", "bold"),), width) for line in lines] or [blank(width)]


def _footer(view: GroupView, width: int) -> list[Row]:
    """The keys that matter now, on two lines: what can be spared goes where they have no room."""
    keyed = list(said.FOOTERS[view.phase])
    rows = _keys(keyed, width)
    for spared in SPARED:
        if len(rows) <= 2:
            break
        keyed = [each for each in keyed if each[0] != spared]
        rows = _keys(keyed, width)
    return [fitted(row, width) for row in rows]


def _keys(keyed: Sequence[said.Keyed], width: int) -> list[list[Span]]:
    rows: list[list[Span]] = [[]]
    for key, what in keyed:
        if row_cells(rows[-1]) + cells(key) + cells(what) + 3 > width:
            rows.append([])
        rows[-1] += [(f" {key}", "key"), (f" {what} ", "dim")]
    return rows


def _group(view: GroupView, width: int, height: int) -> Area:
    """The group's figures, the answer at hand, and under a rule the answers around it or what is being typed."""
    top = _figures(view, width, height)
    free = height - len(top) - 1
    under = max(PANEL, min(free // 2, MOST, free - ANSWER))
    room = max(1, free - 1)  # the answer has a row in any case
    panel = _typed(view, width, under)[:room] if view.phase in TYPED else _around(view, width, min(under, room))
    shown = max(1, free - len(panel))
    lines = laid(view.members[view.place].text, min(width, READABLE) - 3, view.words)
    most = max(0, len(lines) - shown)
    start = min(max(0, view.scroll), most)
    text = [*text_rows(lines, start, shown, width), *[blank(width)] * (shown - len(lines))]
    more = f"{most - start} more lines: PgDn" if most > start else f"{start} lines above: PgUp" if start else ""
    return Area([*top, *text[:shown], ruled(more, width, "bold"), *panel], start, shown, most)


def _figures(view: GroupView, width: int, height: int) -> list[Row]:
    """What the group is, in as many lines as a window of this height can spare."""
    low = height < LOW
    rows: list[Row] = [fitted(((f" {said.heading(view)}", "bold"),), width)]
    rows += _lines(view.definition, width, most=1 if low else 2) if view.definition else []
    rows += _lines(said.size(view), width, most=1 if low else 2)
    extra = " · ".join(filter(None, (said.also(view), said.words(view), said.near(view), said.parts(view))))
    rows += _lines(extra, width, most=1 if low else 3)
    place = f"answer {view.place + 1} of {view.size}"
    rows.append(ruled(" · ".join(filter(None, (place, said.said_of_member(view), said.marked(view)))), width))
    rows += _lines(said.earlier(view), width, most=1 if low else 2) if said.earlier(view) else []
    alert = _cut(said.concerned(view), width, 1 if low else 3)
    rows += [fitted(((f" {line} ", "alert"),), width) for line in alert]
    title = [fitted(((f" {cut(harmless(view.title), width - 2)}", "dim"),), width)] if view.title and not low else []
    return [*rows, *title]


def _lines(text: str, width: int, *, most: int = 100) -> list[Row]:
    return [fitted(((f" {line}", "plain"),), width) for line in _cut(harmless(text), width, most)]


def _cut(text: str, width: int, most: int) -> list[str]:
    """Fold a text; what has no room in so many lines is cut, and seen to be."""
    lines = [line for line in folded(text, width - 2) if line]
    return lines if len(lines) <= most else [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width - 2)]


def _around(view: GroupView, width: int, height: int) -> list[Row]:
    """The answers before and behind the one at hand, a line each, with their marks."""
    first = max(0, min(view.place - height // 3, len(view.members) - height))
    shown = view.members[first : first + height]
    return [_line(each, here=first + at == view.place, width=width) for at, each in enumerate(shown)]


def _line(member: Member, *, here: bool, width: int) -> Row:
    mark: Span = (SIGNS[member.mark], "tick" if member.mark in {"y", "a"} else "dim")
    text = cut(harmless(" ".join(member.text.split())), width - 7)
    return fitted(((" > " if here else "   ", "key"), mark, (f" {text}", "bold" if here else "plain")), width)


def _typed(view: GroupView, width: int, height: int) -> list[Row]:
    """What is typed, and what it finds."""
    rows = typing(said.ASKED[view.phase], view.typed, width, 3 if view.phase in {"define", "name"} else 1)
    if view.ticked:
        rows.append(fitted(((f"   so far: {', '.join(map(harmless, view.ticked))}", "tick"),), width))
    if view.phase == "name" and not view.typed:
        rows.append(fitted(((f"   proposed: {harmless(view.name)}", "dim"),), width))
    room = height - len(rows)
    shown = view.found[:room] if len(view.found) <= room else view.found[: max(1, room - 1)]
    found: list[Row] = [
        fitted(((" > " if at == 0 else "   ", "key"), (harmless(each), "plain")), width)
        for at, each in enumerate(shown)
    ]
    left = len(view.found) - len(shown)
    return [*rows, *found, *([fitted(((f"   {CUT}and {left} more", "dim"),), width)] if left else [])]


def _help(width: int) -> Sequence[Row]:
    lead = max(cells(key) for key, _ in said.KEYS) + 3
    keys = [fitted((("  ", "plain"), (key.ljust(lead), "key"), (what, "plain")), width) for key, what in said.KEYS]
    end = "Every decision is on disk before the next key. The codeframe and the labels change when you write."
    return [fitted(((" Keys", "bold"),), width), *keys, blank(width), *_lines(end, width)]


def _summary(view: GroupView, width: int) -> list[Row]:
    title = "Enter writes this:" if view.waiting else "Nothing waits to be written."
    rows: list[Row] = [blank(width), fitted(((f" {title}", "bold"),), width), blank(width)]
    for line in view.told:
        rows += [
            fitted(((" - " if at == 0 else "   ", "dim"), (part, "plain")), width)
            for at, part in enumerate(folded(harmless(line), width - 4))
        ]
    return [*rows, blank(width), fitted(((" All groups", "bold"),), width), *(_listed(view, width))]


def _listed(view: GroupView, width: int) -> list[Row]:
    rows = []
    for each in view.lines:
        fate = each.fate or "open"
        rows.append(
            spread(
                ((f" {each.number:>3}  {harmless(each.name)}", "plain"),), ((f"{each.size:>5}  {fate} ", "dim"),), width
            )
        )
    return rows

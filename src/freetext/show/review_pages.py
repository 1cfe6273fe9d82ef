"""What takes the place of the themes, or the whole screen: typing, definitions, help, nothing left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from freetext.review.views import View
from freetext.show.numbers import count
from freetext.show.review_spans import Row, Span, Style, fitted
from freetext.show.review_text import CUT, cells, cut, folded, harmless, tail
from freetext.show.review_words import KEYS, NEXT, SIGNS, Keyed, by_slug_or_name, heading, named
from freetext.survey.codeframe import Theme

CURSOR: Span = ("_", "cursor")


def typing(label: str, typed: str, width: int, rows: int = 1) -> list[Row]:
    """What is being typed behind its label; of a longer text the end is shown."""
    room = max(4, width - cells(label) - 3)
    text = _typed(typed)
    lines = folded(text, room) if rows > 1 else [text]
    lines[-1] += " " if rows > 1 and text.endswith(" ") else ""
    shown = lines[-rows:]
    if len(shown) < len(lines) or cells(shown[0]) > room:
        shown[0] = tail(f"{CUT} {shown[0]}", room)
    leads = [f" {label} ", *[" " * (cells(label) + 2)] * (len(shown) - 1)]
    spans: list[list[Span]] = [[(lead, "bold"), (line, "plain")] for lead, line in zip(leads, shown, strict=True)]
    spans[-1].append(CURSOR)
    return [fitted(each, width) for each in spans]


def _typed(text: str) -> str:
    """Harmless, and with the space that was typed last."""
    return harmless(text) + (" " if text.endswith(" ") and text.strip() else "")


def finding(view: View, width: int, height: int) -> list[Row]:
    """The themes whose names hold what is typed, the first of them marked."""
    known = by_slug_or_name(view)
    names = [
        (named(known[slug]), known[slug].ticked) if slug in known else (harmless(slug), False) for slug in view.found
    ]
    lines: list[Row] = [(("[x] ", "tick") if ticked else ("[ ] ", "dim"), (name, "plain")) for name, ticked in names]
    said = "no theme is like that" if view.typed.strip() else "type a part of the theme's name"
    return [*typing("Find a theme:", view.typed, width), *_matches(lines, said, width, height - 1)]


def searching(view: View, width: int, height: int) -> list[Row]:
    """The answers that hold what is typed, by id and with the passage around it."""
    lines: list[Row] = [
        ((f"{harmless(each)}  ", "bold"), (harmless(passage), "plain"))
        for each, passage in zip_longest(view.found, view.passages[: len(view.found)], fillvalue="")
    ]
    said = "Enter looks for it" if view.typed.strip() else "type a part of the answer's text"
    return [*typing("Search answers:", view.typed, width), *_matches(lines, said, width, height - 1)]


def _matches(lines: Sequence[Row], nothing: str, width: int, height: int) -> list[Row]:
    if not lines:
        return [fitted(((f"   {nothing}", "dim"),), width)]
    shown = lines if len(lines) <= height else lines[: max(0, height - 1)]
    rows = [fitted(((" > " if place == 0 else "   ", "key"), *line), width) for place, line in enumerate(shown)]
    left = len(lines) - len(shown)
    return [*rows, fitted(((f"   {CUT}and {count(left)} more", "dim"),), width)] if left else rows


def noting(view: View, width: int, height: int) -> list[Row]:
    """The note that is being written."""
    return typing("Note:", view.typed, width, max(1, height))


def definitions(themes: Iterable[Theme], view: View, width: int) -> list[Row]:
    """The themes with all that their codeframe says of them, the one that is asked for first."""
    keys = {choice.slug: choice for choice in view.choices}
    rows: list[Row] = []
    for theme in themes:
        choice = keys.get(theme.slug)
        head = named(choice) if choice else harmless(theme.name)
        rows += [fitted((), width)] if rows else []
        rows += _hung(" ", head, width, "bold")
        rows += _hung(
            "   ", theme.definition or "no definition is written yet", width, "plain" if theme.definition else "dim"
        )
        for sign, some in (("includes ", theme.include), ("excludes ", theme.exclude), ("example  ", theme.examples)):
            for each in some:
                rows += _hung(f"   {sign}", each, width, "plain")
    return rows


def _hung(lead: str, text: str, width: int, style: Style) -> list[Row]:
    """A text folded behind its lead."""
    lines = folded(harmless(text), width - len(lead))
    leads = [lead, *[" " * len(lead)] * (len(lines) - 1)]
    return [fitted(((before, "dim"), (line, style)), width) for before, line in zip(leads, lines, strict=True)]


def help_rows(width: int) -> list[Row]:
    """The keys, and what the signs mean."""
    return [
        *_titled("Keys", KEYS, width),
        fitted((), width),
        *_titled("Signs", SIGNS, width),
        fitted((), width),
        *_hung(
            " ",
            "Every decision is on disk when the next answer is shown. Leave whenever you like; you come back to this place.",
            width,
            "dim",
        ),
    ]


def _titled(title: str, keyed: Sequence[Keyed], width: int) -> list[Row]:
    """Keys in two columns where they fit, else in one."""
    lead = max(cells(key) for key, _ in keyed) + 2
    need = lead + max(cells(what) for _, what in keyed) + 3
    columns = 2 if width >= 2 * need else 1
    room, deep = width // columns, -(-len(keyed) // columns)
    entries = [fitted((("  ", "plain"), (key.ljust(lead), "key"), (what, "plain")), room) for key, what in keyed]
    parts = [entries[start : start + deep] for start in range(0, len(entries), deep)]
    rows = [[span for entry in row for span in entry or ()] for row in zip_longest(*parts)]
    return [fitted(((f" {title}", "bold"),), width), *(fitted(row, width) for row in rows)]


def nothing_left(view: View, width: int) -> list[Row]:
    """That all is done, and what comes next."""
    decided = f" You decided {count(view.total)} answer{'' if view.total == 1 else 's'} in all." if view.total else ""
    rows = [fitted((), width), *_hung(" ", f"Nothing is left to ask.{decided}", width, "bold"), fitted((), width)]
    after = view.after or NEXT
    lead = max(len(command) for command, _ in after) + 4
    for command, what in after:
        if width >= lead + 40:
            rows.append(fitted(((f"   {command}".ljust(lead + 1), "key"), (what, "plain")), width))
        else:
            rows += [fitted(((f"   {command}", "key"),), width), *_hung("     ", what, width, "plain")]
    return rows


def too_small(view: View, width: int, height: int, least: tuple[int, int]) -> list[Row]:
    """What is said where nothing can be drawn."""
    lines = folded(f"{heading(view)}: the window is too small; it needs {least[0]} x {least[1]}.", max(2, width))
    rows = [fitted(((cut(line, width), "plain"),), width) for line in lines]
    return (rows + [fitted((), width)] * height)[:height]

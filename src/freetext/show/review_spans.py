"""Rows of a full screen: spans of text in named styles, fitted to an exact number of cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal

from freetext.show.review_text import CUT, cells, cut

Style = Literal[
    "plain", "dim", "bold", "bar", "key", "tick", "lit", "suggest", "differ", "done", "rule", "alert", "good", "cursor"
]
Span = tuple[str, Style]
Row = tuple[Span, ...]

DOT = " · "
STAND_INS = dict(zip("─━│┃┌┐└┘…·≠\u2039\u203a", "-=||++++~.#<>", strict=True))
"""What stands for a drawn character where the terminal's encoding lacks it; always as wide."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A whole screen, and how far what it shows can be scrolled.

    top   lines that are hidden above, never more than `most`
    page  lines that are shown at once
    most  lines that are hidden when nothing is scrolled
    """

    rows: tuple[Row, ...]
    top: int = 0
    page: int = 0
    most: int = 0

    @property
    def text(self) -> str:
        """The screen without its styles."""
        return "\n".join(row_text(row) for row in self.rows)


def row_text(row: Iterable[Span]) -> str:
    """The text of a row."""
    return "".join(text for text, _ in row)


def row_cells(row: Iterable[Span]) -> int:
    """How many cells a row takes."""
    return cells(row_text(row))


def fitted(spans: Iterable[Span], width: int, fill: Style = "plain") -> Row:
    """A row of exactly so many cells: padded, or cut with an ellipsis."""
    row = list(spans)
    free = width - row_cells(row)
    if free < 0:
        row = _cut(row, width)
        free = width - row_cells(row)
    return _joined([*row, (" " * free, fill)])


def _cut(row: Sequence[Span], width: int) -> list[Span]:
    kept: list[Span] = []
    left = width
    for text, style in row:
        if cells(text) >= left:  # the ellipsis needs a cell, also where this span ends just in time
            return [*kept, (cut(text + CUT, left), style)]
        kept.append((text, style))
        left -= cells(text)
    return kept


def _joined(spans: Iterable[Span]) -> Row:
    """Neighbours in one style become one span; empty ones go."""
    grouped = groupby((span for span in spans if span[0]), key=itemgetter(1))
    return tuple(("".join(text for text, _ in group), style) for style, group in grouped)


def blank(width: int) -> Row:
    """An empty row."""
    return fitted((), width)


def spread(left: Iterable[Span], right: Iterable[Span], width: int, fill: Style = "plain") -> Row:
    """A row with something at both ends; what is at the left is cut where both do not fit."""
    end = list(right)
    room = width - row_cells(end)
    return fitted([*fitted(left, room, fill), *end], width, fill) if room > 0 else fitted(end, width, fill)


def ruled(label: str, width: int, style: Style = "rule") -> Row:
    """A line across, with a label in it if there is one."""
    if not label:
        return (("─" * width, "rule"),)
    said = cut(f" {label} ", width - 2)
    return _joined([("──", "rule"), (said, style), ("─" * (width - 2 - cells(said)), "rule")])


def filled(rows: Sequence[Row], count: int, width: int) -> list[Row]:
    """Exactly so many rows: blank ones below, or cut."""
    return [*rows[:count], *[blank(width)] * (count - len(rows))]


def flowed(
    items: Sequence[Row], width: int, rows: int, *, more: Callable[[int], str] = lambda left: f"{CUT}and {left} more"
) -> list[Row]:
    """Set items beside each other, as many as so many rows hold; how many were left out stands at the end."""
    for count in range(len(items), 0, -1):
        shown = list(items[:count])
        if count < len(items):
            shown.append(((more(len(items) - count), "dim"),))
        lines = _flow(shown, width)
        if len(lines) <= rows:
            return [fitted(line, width) for line in lines]
    left: Row = ((f" {more(len(items) - 1)}", "dim"),) if len(items) > 1 else ()
    return [spread(items[0], left, width)] if rows and items else []


def _flow(items: Sequence[Row], width: int) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    for item in items:
        used = row_cells(lines[-1])
        if used and used + len(DOT) + row_cells(item) > width:
            lines.append([*item])
        else:
            lines[-1] += [(DOT, "dim"), *item] if used else item
    return lines


def encodable(screen: Screen, encoding: str) -> Screen:
    """The same screen with stand-ins for what an encoding lacks; every row keeps its width."""
    try:
        screen.text.encode(encoding)
    except UnicodeEncodeError:
        rows = tuple(tuple((stood_in(text, encoding), style) for text, style in row) for row in screen.rows)
        return Screen(tuple(map(_joined, rows)), screen.top, screen.page, screen.most)
    return screen


def stood_in(text: str, encoding: str) -> str:
    """A text with stand-ins for what an encoding lacks, as wide as before."""
    return "".join(_stand_in(character, encoding) for character in text)


def _stand_in(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return STAND_INS.get(character, "?" * cells(character))
    return character

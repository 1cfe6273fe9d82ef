"""Aligned lines and columns, which go on below where they do not fit side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from freetext.show.screens import RULE, Weight, display_width, left, right, weighted, wrap

GAP, WITHIN = 3, 2
"""Spaces between columns, and between the parts of one."""

NARROWEST, NARROW, WIDEST = 12, 20, 34
"""What the labels' column takes: never less, what it shrinks to so that all columns fit side by side, never more."""

HEAD = 12
"""Heads are wrapped at this width, or at their numbers' where those are wider."""

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its label behind a lead (an indent, a place) and, in each column, the parts.

    All lines have as many parts, or a single one that stands under the column's head.
    """

    label: str
    cells: tuple[Parts, ...]
    lead: str = ""
    weight: Weight = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A column's name, and over how many of its parts it stands."""

    name: str
    over: int


@dataclass(frozen=True, slots=True)
class _Column:
    place: int
    head: tuple[str, ...]
    over: int
    widths: tuple[int, ...]

    @property
    def inside(self) -> int:
        return _joined_width(self.widths)

    @property
    def width(self) -> int:
        return max([self.inside, *map(display_width, self.head)])

    @property
    def under(self) -> int:
        """How wide the parts under the head are."""
        return _joined_width(self.widths[: self.over])

    def drawn(self, parts: Parts) -> str:
        if len(parts) < len(self.widths):
            behind = self.inside - self.under
            return right(parts[0], self.width - behind) + " " * behind
        cells = (right(part, width) for part, width in zip(parts, self.widths, strict=True))
        return right((" " * WITHIN).join(cells), self.width)

    def headed(self, line: int, deep: int) -> str:
        """One line of the head, from the top of a head that is `deep` lines deep, right-aligned over its parts."""
        place = line - deep + len(self.head)
        text = self.head[place] if place >= 0 else ""
        room = self.width - self.inside + self.under
        return left(right(text, max(room, display_width(text))), self.width)


def grid(heads: Sequence[Head], sections: Sequence[Sequence[Line]], *, width: int, colour: bool) -> list[str]:
    """Draw lines under heads, a rule before each section but the first. Columns that do not fit go on below; nothing is cut."""
    lines = [line for section in sections for line in section]
    columns = [_column(place, head, lines) for place, head in enumerate(heads)]
    label = _label_width(lines, columns, width)
    drawn: list[str] = []
    for group in _groups(columns, width - label):
        drawn += ["", *_group(group, sections, label, colour=colour)]
    return [line.rstrip() for line in drawn[1:]]


def _label_width(lines: Sequence[Line], columns: Sequence[_Column], width: int) -> int:
    """As wide as the longest label, narrower where that lets all columns, or at least one, stand beside it."""
    longest = max((display_width(line.lead + line.label) for line in lines), default=0)
    all_of_them = width - sum(GAP + column.width for column in columns)
    one = width - GAP - max((column.width for column in columns), default=0)
    room = all_of_them if all_of_them >= NARROW else max(NARROWEST, one)
    return min(longest, WIDEST, room)


def _column(place: int, head: Head, lines: Sequence[Line]) -> _Column:
    all_parts = [line.cells[place] for line in lines]
    most = max(map(len, all_parts), default=0)
    widths = [
        max(map(display_width, parts)) for parts in zip(*(each for each in all_parts if len(each) == most), strict=True)
    ]
    single = max((display_width(each[0]) for each in all_parts if len(each) < most), default=0)
    if widths:
        widths[0] += max(0, single - _joined_width(widths[: head.over]))
    room = max(HEAD, _joined_width(widths[: head.over]))
    return _Column(place, tuple(wrap(head.name, room)), head.over, tuple(widths))


def _groups(columns: Sequence[_Column], room: int) -> list[list[_Column]]:
    groups: list[list[_Column]] = [[]]
    for column in columns:
        if groups[-1] and sum(each.width + GAP for each in (*groups[-1], column)) > room:
            groups.append([])
        groups[-1].append(column)
    return groups


def _group(group: Sequence[_Column], sections: Sequence[Sequence[Line]], label: int, *, colour: bool) -> Iterator[str]:
    deep = max(len(column.head) for column in group)
    for line in range(deep):
        text = "".join(" " * GAP + column.headed(line, deep) for column in group)
        yield weighted((" " * label + text).rstrip(), "bold", colour=colour)
    rule = weighted(RULE * (label + sum(GAP + column.width for column in group)), "dim", colour=colour)
    for place, section in enumerate(sections):
        if place and section:
            yield rule
        for each in section:
            yield from _line(each, group, label, colour=colour)


def _line(line: Line, group: Sequence[_Column], label: int, *, colour: bool) -> Iterator[str]:
    """A line; a long label goes on below, the numbers stand beside its last piece."""
    lead = line.lead[: label // 2]
    first, *rest = wrap(line.label, label - len(lead))
    *above, last = [lead + first, *(" " * len(lead) + piece for piece in rest)]
    cells = "".join(" " * GAP + column.drawn(line.cells[column.place]) for column in group)
    for text in (*above, left(last, label) + cells):
        yield weighted(text.rstrip(), line.weight, colour=colour)


def _joined_width(widths: Sequence[int]) -> int:
    return sum(widths) + WITHIN * max(0, len(widths) - 1)

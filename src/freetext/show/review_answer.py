"""The answer that is asked: its question, its text, what the model suggests, what else the respondent answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from freetext.review.views import View
from freetext.show.review_spans import DOT, Row, Span, Style, filled, fitted, flowed
from freetext.show.review_text import BRACKETS, CLOSE, CUT, OPEN, cells, cut, folded, harmless, laid
from freetext.show.review_words import asked, concerned, letter, named, silent, suggested

BAR = "┃ "
"""Stands at the left of the answer, to tell it from all else."""

LOW = 8
"""Up to so many rows the question takes one line."""

BESIDE = 100
"""From this width on the closed answers stand beside the text."""

CLOSED, QUESTION = 3, 2
"""Lines that closed answers below the text, and the question, take at most on a small screen."""

TALL = 36
"""From this height on the question may be longer, and a blank line parts it from the answer."""


SIDE = 44
"""Cells that closed answers beside the text take, a third of the window at most, or what the text leaves."""

COMFORT = 16
"""Rows that the answer has where there is room, so that the themes stand in one place, not far below it."""

READABLE = 104
"""The text is folded at so many cells, however wide the window is."""


@dataclass(frozen=True, slots=True)
class Area:
    """Rows, and how far they can be scrolled (as in Screen)."""

    rows: list[Row]
    top: int = 0
    page: int = 0
    most: int = 0

    @property
    def hidden(self) -> str:
        """What is out of sight, in words; empty where nothing is."""
        below = self.most - self.top
        said = [f"{below} more line{'s' if below > 1 else ''} below: PgDn"] if below else []
        return DOT.join([*said, f"{self.top} above: PgUp"] if self.top else said)


def scrolled(rows: Sequence[Row], height: int, scroll: int, width: int) -> Area:
    """A window of so many rows over longer ones."""
    most = max(0, len(rows) - height)
    top = min(max(0, scroll), most)
    return Area(filled(rows[top:], height, width), top, height, most)


def answer(view: View, width: int, height: int, *, tall: bool = False) -> Area:
    """The question, the answer and what stands by it; up to so many rows, fewer where more would be blank."""
    title = question(view, width, 2 * QUESTION if tall else QUESTION if height > LOW else 1)
    title += [fitted(((f" {concerned(view)} ", "alert"),), width)] if view.concerns else []
    title += [fitted((), width)] if tall else []
    left = min(READABLE, width - min(SIDE, width // 3) - 3) if width >= BESIDE and view.cells else width
    column = width - left - 3 if left < width else 0
    lines = text_lines(view, left)
    listed = _listed(view, column, height - len(title)) if column else []
    height = min(height, max(COMFORT, len(title) + max(len(lines) + 2 * CLOSED, len(listed))))
    below = _below(view, left, height - len(title), len(lines), closed=not column)
    page = height - len(title) - len(below)
    most = max(0, len(lines) - page)
    top = min(max(0, view.scroll), most)
    rows = [*filled(text_rows(lines, top, page, left), page, left), *below]
    if column:
        rows = _beside(rows, _listed(view, column, len(rows)), column, width)
    return Area([*title, *rows], top, page, most)


def question(view: View, width: int, most: int) -> list[Row]:
    """The question as it was put, cut after so many lines."""
    lines = folded(harmless(view.title) or harmless(view.question), width - 1)
    if len(lines) > most:
        lines[most - 1] = cut(" ".join(lines[most - 1 :]) + CUT, width - 1)
    return [fitted(((f" {line}", "bold"),), width) for line in lines[:most] if line]


def text_lines(view: View, width: int) -> tuple[str, ...]:
    """The answer folded to a width, its evidence words marked."""
    words = tuple(word for each in view.lit or () for word in each.words)
    return laid(view.text, min(width, READABLE) - len(BAR) - 1, words)


def text_rows(lines: Sequence[str], first: int, count: int, width: int) -> list[Row]:
    """So many lines of an answer from the first on, a bar at their left, the evidence words lit and bracketed."""
    before = "".join(lines[:first])
    style: Style = "lit" if before.rfind(OPEN) > before.rfind(CLOSE) else "plain"
    rows = []
    for line in lines[first : first + count]:
        rows.append(fitted(((BAR, "bar"), *_lit(line, style)), width))
        if OPEN in line or CLOSE in line:
            style = "lit" if line.rfind(OPEN) > line.rfind(CLOSE) else "plain"
    return rows


def _lit(line: str, style: Style) -> Iterator[Span]:
    """The spans of a line that begins in a style: brackets stand where words begin and end to be lit."""
    start = 0
    for place, character in enumerate(line):
        if character in BRACKETS:
            yield line[start:place], style
            yield BRACKETS[character], "suggest"
            style = "lit" if character == OPEN else "plain"
            start = place + 1
    yield line[start:], style


def _below(view: View, width: int, height: int, text: int, *, closed: bool) -> list[Row]:
    """What stands under the text: suggestions or choices, closed answers; one line each, more where the text leaves room."""
    said = _said(view)
    others = _cells(view) if closed else []
    spare = max(0, height - 1 - max(3, text) - bool(said) - bool(others))
    lines = flowed(others, width - 1, 1 + spare)
    spare -= len(lines) - bool(others)
    rows = [*flowed(said, width - 1, 1 + max(0, min(2, spare))), *lines]
    return [fitted(((" ", "plain"), *row), width) for row in rows]


def _said(view: View) -> list[Row]:
    """The model's suggestion, or, when coders are adjudicated, whose choices are shown."""
    if view.said:
        letters = ", ".join(letter(place) for place in range(len(view.said)))
        none: list[Row] = [((f"{each} chose none of these themes", "differ"),) for each in silent(view)]
        return [((f"{letters}: what the coders chose", "dim"),), (("≠ they differ", "differ"),), *none]
    if view.lit is None:
        return []
    if not view.lit:
        return [((f"{view.by} suggests no theme.", "dim"),)]
    themes = [
        ((f"*{named(choice)}", "suggest"), *(((f" ({', '.join(words)})", "dim"),) if words else ()))
        for choice, words in suggested(view)
    ]
    return [((f"{view.by} suggests ", "dim"), *themes[0]), *themes[1:]]


def _cells(view: View) -> list[Row]:
    """The respondent's closed answers, to stand one behind the other."""
    return [((f"{asked(title)} ", "dim"), (harmless(said) or "no answer", "plain")) for title, said in view.cells]


def _listed(view: View, width: int, height: int) -> list[Row]:
    """The respondent's closed answers below each other; how many found no room is said."""
    blocks = [_block(title, said, width) for title, said in view.cells]
    rows: list[Row] = [fitted((("Also answered", "bold"),), width)]
    for place, block in enumerate(blocks):
        rest = sum(map(len, blocks[place:]))
        if len(rows) + len(block) + (rest > len(block)) > height and len(rows) + rest > height:
            return [*rows, fitted(((f"{CUT}and {len(blocks) - place} more", "dim"),), width)][:height]
        rows += block
    return rows


def _block(title: str, said: str, width: int) -> list[Row]:
    """One closed answer: on one line if it fits, else under its question."""
    name, value = asked(title), harmless(said) or "no answer"
    if cells(f"{name} {value}") <= width:
        return [fitted(((f"{name} ", "dim"), (value, "plain")), width)]
    above = [fitted(((line, "dim"),), width) for line in folded(name, width)]
    return [*above, *(fitted(((f"  {line}", "plain"),), width) for line in folded(value, width - 2))]


def _beside(left: Sequence[Row], right: Sequence[Row], column: int, width: int) -> list[Row]:
    return [
        fitted((*one, (" │ ", "rule"), *other), width)
        for one, other in zip(left, filled(right, len(left), column), strict=True)
    ]

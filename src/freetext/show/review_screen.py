"""The review's full screen: one pure function from what the coder sees to rows of exactly so many cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from freetext.review.views import Phase, Summary, View
from freetext.show.review_answer import TALL, Area, answer, question, scrolled, text_lines, text_rows
from freetext.show.review_pages import (
    definitions,
    finding,
    help_rows,
    nothing_left,
    noting,
    searching,
    too_small,
)
from freetext.show.review_spans import (
    DOT,
    Row,
    Screen,
    Span,
    Style,
    blank,
    filled,
    fitted,
    flowed,
    row_cells,
    ruled,
    spread,
)
from freetext.show.review_summary import summary_head, table_head, table_rows
from freetext.show.review_text import CUT, cells, cut, folded, harmless
from freetext.show.review_themes import Plan, grid, planned
from freetext.show.review_words import FOOTERS, LEAVING, SOUGHT, SPARED, Keyed, heading, marks, progress

LEAST = (40, 15)
"""The smallest window that can be worked in."""

FRAME = 6
"""Rows that are neither answer nor themes: heading, progress, a line of the question, the rule, the status, the footer."""

SOFT, HARD = 3, 1.8
"""The themes take a third of the other rows where they can, and never more than five ninths."""

ANSWER, PANEL = 4, 3
"""Rows that the answer has at least, with all that stands by it, and the themes."""


def draw(view: View, width: int, height: int) -> Screen:
    """Draw a view as exactly `height` rows of exactly `width` cells; whatever stands in an answer is shown, never obeyed."""
    if width < LEAST[0] or height < LEAST[1]:
        return Screen(tuple(too_small(view, width, height, LEAST)))
    below = [*_status(view, width, height), *_footer(view, width)]
    middle = height - 2 - len(below)
    area = _asked(view, width, middle, height) if view.phase in ASKED else _PAGES[view.phase](view, width, middle)
    rows = (*_head(view, width), *filled(area.rows, middle, width), *below)
    return Screen(rows, area.top, area.page, area.most)


def scroll_to(screen: Screen, key: str) -> int | None:
    """How many lines are to be hidden above after a scrolling key: never more than there are; None for any other key."""
    page = max(1, screen.page - 1)
    by = {"down": 1, "up": -1, "pagedown": page, "pageup": -page, "end": screen.most, "home": -screen.most}
    return min(max(0, screen.top + by[key]), screen.most) if key in by else None


def _head(view: View, width: int) -> list[Row]:
    """Who reviews what, how far the batch is, and the same as a line that fills."""
    name = f" {heading(view)} "
    parts = list(progress(view))
    while len(parts) > 1 and cells(name + DOT.join(parts)) >= width:
        parts.pop()
    done = min(width, width * view.done // view.size) if view.size else 0
    line: list[Span] = [("━" * done, "done"), ("─" * (width - done), "rule")]
    return [spread(((name, "bold"),), ((DOT.join(parts) + " ", "plain"),), width), fitted(line, width)]


def _status(view: View, width: int, height: int) -> list[Row]:
    """What just happened, and what stands of this answer; one row at least, so that nothing jumps."""
    leaving = view.phase == "leave" and not view.message
    said = LEAVING if leaving else harmless(view.message)
    message = _message(said, width, 2 if height < 20 else 4, "alert" if leaving else "bold")
    stands: list[Row] = [((each, "tick"),) for each in marks(view)] if view.phase in ASKED else []
    if message and stands:
        both = [*message[-1], *(span for each in stands for span in ((DOT, "dim"), *each))]
        if row_cells(both) < width:
            return [fitted(row, width) for row in (*message[:-1], both)]
    lines = flowed(stands, width - 1, 1 if len(message) > 1 else 2)
    rows = [*message, *(((" ", "plain"), *row) for row in lines)]
    return [fitted(row, width) for row in rows] or [blank(width)]


def _message(text: str, width: int, most: int, style: Style) -> list[list[Span]]:
    lines = [line for line in folded(text, width - 2) if line]
    if len(lines) > most:
        lines[most - 1] = cut(lines[most - 1] + CUT * width, width - 2)
    return [[(f" {line}" + " " * (style == "alert"), style)] for line in lines[:most]]


def _footer(view: View, width: int) -> list[Row]:
    """The keys that matter now: as many as a line holds, and all that cannot be spared."""
    keyed = list(SOUGHT if view.phase == "search" and view.found else FOOTERS[view.phase])
    for spared in SPARED:
        if _long(keyed) <= width:
            break
        keyed = [each for each in keyed if each[0] != spared]
    rows: list[list[Span]] = [[]]
    for key, what in keyed:
        if row_cells(rows[-1]) + _long([(key, what)]) > width:
            rows.append([])
        rows[-1] += [(f" {key}", "key"), (f" {what} ", "dim")]
    return [fitted(row, width) for row in rows]


def _long(keyed: Sequence[Keyed]) -> int:
    return sum(cells(key) + cells(what) + 3 for key, what in keyed)


def _asked(view: View, width: int, height: int, window: int) -> Area:
    """The answer, and under a rule the themes or what is being typed."""
    plan = _planned(view, width, height, window)
    typed = {"find": finding, "search": searching, "note": noting}.get(view.phase)
    under = typed(view, width, plan.rows) if typed else grid(view, width, plan)
    area = answer(view, width, height - 1 - plan.rows, tall=window >= TALL)
    rule = ruled(area.hidden, width, "bold")
    return Area([*area.rows, rule, *filled(under, plan.rows, width)], area.top, area.page, area.most)


def _planned(view: View, width: int, height: int, window: int) -> Plan:
    """How the themes are laid: by the window alone, so that they stay in place; less only where the answer has no room."""
    plan = planned(
        view, width, soft=max(PANEL, (window - FRAME) // SOFT), hard=max(PANEL, round((window - FRAME) / HARD))
    )
    rows = max(PANEL, plan.rows if view.phase in {"answer", "leave"} else max(plan.rows, height // 3))
    return Plan(plan.columns, min(rows, height - 1 - ANSWER))


def _page(view: View, above: list[Row], rows: Sequence[Row], width: int, height: int) -> Area:
    """Rows that scroll under rows that do not."""
    area = scrolled(rows, height - len(above) - 1, view.scroll, width)
    return Area([*above, *area.rows, ruled(area.hidden, width, "bold")], area.top, area.page, area.most)


def _defined(view: View, width: int, height: int) -> Area:
    """The definitions, with the head of the answer still in sight."""
    lines, most = text_lines(view, width), max(1, height // 4)
    text = text_rows(lines, 0, most if len(lines) <= most else most - 1, width)
    if len(lines) > most:
        text.append(fitted(((f" {CUT}", "dim"),), width))
    above = [*question(view, width, 1), *text, ruled("definitions", width)] if view.text else []
    return _page(view, above, definitions(view.defined, view, width), width, height)


def _helped(view: View, width: int, height: int) -> Area:
    return _page(view, [], help_rows(width), width, height)


def _summed(view: View, width: int, height: int) -> Area:
    summary = view.summary or Summary()
    above = [*summary_head(summary, width), *table_head(summary, width)]
    rows = table_rows(summary, width)
    if len(above) + min(3, len(rows)) + 1 > height:
        return _page(view, [], [*above, *rows], width, height)
    return _page(view, above, rows, width, height)


def _emptied(view: View, width: int, height: int) -> Area:
    return _page(view, [], nothing_left(view, width), width, height)


ASKED: tuple[Phase, ...] = ("answer", "find", "note", "search", "leave")
"""Phases in which the answer is in sight."""

_PAGES: dict[Phase, Callable[[View, int, int], Area]] = {
    "definition": _defined,
    "help": _helped,
    "summary": _summed,
    "empty": _emptied,
}

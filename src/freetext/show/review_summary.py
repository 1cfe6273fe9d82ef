"""What is shown between batches: how far every number is, and whether to stop."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.review.views import Reach, Summary
from freetext.show.numbers import count
from freetext.show.review_spans import DOT, Row, Style, fitted
from freetext.show.review_text import cells, cut, folded, harmless
from freetext.show.review_words import estimate, reached, wanted

NARROW = 10
HEADS = ("estimate", "interval", "audited", "more wanted")


def summary_head(summary: Summary, width: int) -> list[Row]:
    """What the table comes to, in a frame where it says that one can stop, and the advice."""
    said = reached(summary)
    rows = _framed(said, width) if summary.stop else _lines(" ".join(said), width, "bold")
    for advice in summary.advice:
        rows += _lines(harmless(advice), width, "plain")
    return [*rows, fitted((), width)]


def _lines(text: str, width: int, style: Style) -> list[Row]:
    return [fitted(((f" {line}", style),), width) for line in folded(text, width - 2)]


def _framed(said: Sequence[str], width: int) -> list[Row]:
    lines = [line for each in said for line in folded(each, min(width - 8, 72))]
    inner = max(map(cells, lines)) + 6
    middle = [f" │{_padded(f'   {line}', inner)}│" for line in ("", *lines, "")]
    drawn = [f" ┌{'─' * inner}┐", *middle, f" └{'─' * inner}┘"]
    return [fitted(((line, "good"),), width) for line in drawn]


def table_head(summary: Summary, width: int) -> list[Row]:
    """The heads of the columns, if there is a table."""
    if not summary.reaches:
        return []
    rooms = _rooms(summary, width)
    if not rooms:
        return [_line([], _short(width), rooms, width, "dim")]
    return [_line(list(_labels(summary.reaches)), _short(width), rooms, width, "dim")]


def table_rows(summary: Summary, width: int) -> list[Row]:
    """A line for every number, those that want most first; where names find no room beside the numbers they stand above."""
    rooms, labels = _rooms(summary, width), _labels(summary.reaches)
    rows = []
    for place, reach in enumerate(summary.reaches):
        names = [column[place] for column in labels.values()]
        style: Style = "plain" if reach.more else "good"
        if not rooms:
            rows.append(fitted(((f" {DOT.join(names)}", style),), width))
        rows.append(_line(names if rooms else [], _numbers(reach), rooms, width, style))
    return rows


def _labels(reaches: Sequence[Reach]) -> dict[str, list[str]]:
    """The columns that name a number, with their heads: the theme; the banner's column and the question where there are several."""
    columns = {"theme": [harmless(reach.theme) for reach in reaches]}
    if any(reach.column for reach in reaches):
        columns["column"] = [harmless(reach.column) or "all" for reach in reaches]
    if len({reach.question for reach in reaches}) > 1:
        columns["question"] = [harmless(reach.question) for reach in reaches]
    return columns


def _numbers(reach: Reach) -> list[str]:
    return [*estimate(reach.share, reach.low, reach.high), count(reach.audited), wanted(reach.more)]


def _rooms(summary: Summary, width: int) -> list[int]:
    """How wide each naming column is: what it needs, or an even share of what is left; nothing where that is too little."""
    labels = _labels(summary.reaches)
    needs = [max(map(cells, (head, *column))) for head, column in labels.items()]
    free = width - 1 - sum(map(len, _short(width))) - 2 * len(HEADS) - 2 * (len(labels) - 1)
    if sum(needs) <= free:
        return needs
    share = free // len(needs)
    if share < NARROW:
        return []
    spare = sum(max(0, share - need) for need in needs)
    greedy = sum(need > share for need in needs)
    return [min(need, share + spare // greedy) if need > share else need for need in needs]


def _short(width: int) -> tuple[str, ...]:
    return HEADS if width >= 60 else ("  est", "interval", "audited", "wanted")


def _line(names: Sequence[str], numbers: Sequence[str], rooms: Sequence[int], width: int, style: Style) -> Row:
    left = "  ".join(_padded(cut(name, room), room) for name, room in zip(names, rooms, strict=True))
    right = "".join(f"  {number:>{len(head)}}" for number, head in zip(numbers, _short(width), strict=True))
    return fitted(((f" {left}{right}", style),), width)


def _padded(text: str, room: int) -> str:
    return text + " " * (room - cells(text))

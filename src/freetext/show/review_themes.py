"""The themes that can be ticked, in one to four columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from freetext.review.views import Choice, View
from freetext.show.review_spans import Row, Span, Style, fitted
from freetext.show.review_text import CUT, cells, harmless, shortened
from freetext.show.review_words import letter

COLUMNS, GAP = 4, 2
LEAD = len("1*[x] ")
NARROWEST = LEAD + 12
"""A column is never narrower, unless it is the only one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the grid is laid: the same for every answer of a codeframe, so that a theme keeps its place."""

    columns: int
    rows: int

    @property
    def slots(self) -> int:
        """How many themes have a place."""
        return self.columns * self.rows

    def cells(self, width: int) -> int:
        """The width of a column."""
        return (width - GAP * (self.columns - 1)) // self.columns


def planned(view: View, width: int, soft: int, hard: int) -> Plan:
    """As few columns as keep the grid within `soft` rows, or else `hard` rows; names stay whole if that can be."""
    size = max(1, len(view.choices))
    plans = [Plan(columns, -(-size // columns)) for columns in range(1, COLUMNS + 1)]
    roomy = [plan for plan in plans if plan.columns == 1 or plan.cells(width) >= NARROWEST + _letters(view)]
    longest = LEAD + _letters(view) + max((cells(harmless(choice.name)) for choice in view.choices), default=0)
    whole = [plan for plan in roomy if plan.cells(width) >= longest]
    for some, most in ((whole, soft), (whole, hard), (roomy, hard)):
        for plan in some:
            if plan.rows <= most:
                return plan
    return Plan(roomy[-1].columns, hard)


def grid(view: View, width: int, plan: Plan) -> list[Row]:
    """The themes as rows, going down one column after the other."""
    seen = _seen(view.choices, plan.slots)
    room = plan.cells(width)
    names = shortened([harmless(choice.name) for choice in seen], max(1, room - LEAD - _letters(view)))
    entries = [fitted(_entry(view, choice, name), room) for choice, name in zip(seen, names, strict=True)]
    if left := [choice for choice in view.choices if choice not in seen]:
        entries.append(fitted(((_left(left), "dim"),), room))
    columns = [entries[start : start + plan.rows] for start in range(0, len(entries), plan.rows)]
    return [_row(row, room, width) for row in zip_longest(*columns)] or [fitted((), width)]


def _row(row: Sequence[Row | None], room: int, width: int) -> Row:
    spans: list[Span] = []
    for entry in row:
        spans += [*(entry or fitted((), room)), (" " * GAP, "plain")]
    return fitted(spans[:-1], width)


def _seen(choices: Sequence[Choice], slots: int) -> list[Choice]:
    """All themes, or, where some have no place, the first ones and those that are ticked, in dispute or suggested."""
    if len(choices) <= slots:
        return list(choices)
    ranked = sorted(range(len(choices)), key=lambda place: (_matters(choices[place]), place))
    return [choices[place] for place in sorted(ranked[: slots - 1])]


def _matters(choice: Choice) -> int:
    if choice.ticked:
        return 0
    return 1 if choice.said_by or choice.suggested else 2


def _left(left: Sequence[Choice]) -> str:
    ticked = sum(choice.ticked for choice in left)
    return f"{CUT}and {len(left)} more" + (f", {ticked} ticked" if ticked else "") + ": /"


def _letters(view: View) -> int:
    return len(view.said) + 2 if view.said else 0


def _entry(view: View, choice: Choice, name: str) -> list[Span]:
    starred = choice.suggested and view.lit is not None
    box: Span = ("[x]", "tick") if choice.ticked else ("[ ]", "dim")
    spans: list[Span] = [(choice.key or " ", "key"), ("*" if starred else " ", "suggest"), box]
    spans += _said(view, choice) if view.said else []
    return [*spans, (f" {name}", "tick" if choice.ticked else "suggest" if starred else "plain")]


def _said(view: View, choice: Choice) -> list[Span]:
    """Which of the shown choices hold the theme, and whether they differ."""
    letters = [letter(place) for place in range(len(view.said))]
    said = "".join(each if each in choice.said_by else "·" for each in letters)
    differ = 0 < len(choice.said_by) < len(letters)
    style: Style = "differ" if differ else "plain" if choice.said_by else "dim"
    return [(f" {said}", style), ("≠" if differ else " ", "differ")]

"""The order of a table's rows, and which of them it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from freetext.errors import names_listed
from freetext.tallies.conventions import Conventions, Order
from freetext.tallies.multiple import parts_of
from freetext.tallies.rounding import fixed
from freetext.tallies.table import Row, TallyTable

SOMEBODY = 1e-9
"""The size of a hidden row: below all that are shown, and above those that nobody has."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A row, and what stands below it."""

    row: Row
    parts: tuple[Branch, ...]


def arranged(table: TallyTable, conventions: Conventions) -> TallyTable:
    """Order the rows and leave out the smallest; a note says which.

    By size means by the share of the total, the largest first. Children stay below their net, and reserved codes last: "other" first,
    then none, don't know and uncodable. `top` counts nets and themes, a net never below its children; reserved codes do not compete.
    Shares stay what they were, of everybody. A ranking stands in its own order, of which `top` takes the first.
    """
    ranking = bool(table.score)
    rows = table.rows if ranking else tuple(_ordered(table.rows, conventions.order))
    shown = [row for row in rows if row.cells[0].share is not None]
    small = [] if ranking else [row for row in shown if _size(row) < conventions.hide_below]
    beyond = _beyond(_without(rows, small), conventions.top, ranking=ranking)
    notes = (
        *_note(f"Beyond the {conventions.top} first" if ranking else _largest(table, conventions.top), beyond),
        *_note(f"Below {_percent(conventions.hide_below)} of the total", small),
    )
    kept = _without(rows, [*small, *beyond])
    return replace(table, rows=kept, notes=(*table.notes, *notes), hidden=table.hidden + len(rows) - len(kept))


def _ordered(rows: Sequence[Row], order: Order) -> Iterator[Row]:
    """Walk the rows in the order asked for, reserved codes as they are."""
    if order == "codeframe":
        return iter(rows)
    themes = [row for row in rows if not row.reserved]
    return iter([*_walked(_sorted(_branches(themes), order)), *(row for row in rows if row.reserved)])


def _branches(rows: Sequence[Row]) -> tuple[Branch, ...]:
    found: list[Branch] = []
    place = 0
    while place < len(rows):
        parts = parts_of(rows, place)
        found.append(Branch(rows[place], _branches(parts)))
        place += 1 + len(parts)
    return tuple(found)


def _sorted(branches: Sequence[Branch], order: Order) -> tuple[Branch, ...]:
    inside = [Branch(each.row, _sorted(each.parts, order)) for each in branches]
    if order == "name":
        return tuple(sorted(inside, key=lambda each: (each.row.name.casefold(), each.row.name)))
    return tuple(sorted(inside, key=lambda each: -_size(each.row)))


def _walked(branches: Sequence[Branch]) -> Iterator[Row]:
    for each in branches:
        yield each.row
        yield from _walked(each.parts)


def _beyond(rows: Sequence[Row], top: int, *, ranking: bool) -> Sequence[Row]:
    """List the rows that are not among the first `top` by size; of equal ones those that stand first are kept, a net before its parts."""
    themes = [row for row in rows if not row.reserved]
    if not top:
        return []
    largest = themes if ranking else sorted(themes, key=lambda row: (-_size(row), row.depth))
    return _without(themes, largest[:top])


def _without(rows: Sequence[Row], out: Sequence[Row]) -> tuple[Row, ...]:
    gone = {row.theme for row in out}
    return tuple(row for row in rows if row.theme not in gone)


def _size(row: Row) -> float:
    """How large a row is: its share of the total. Of a hidden one nothing is known but that somebody has it."""
    total = row.cells[0]
    if total.share is None:
        return SOMEBODY if total.kind == "suppressed" else -1.0
    return total.share


def _largest(table: TallyTable, top: int) -> str:
    return f"Beyond the {top} largest of those that may be shown" if table.profile else f"Beyond the {top} largest"


def _note(why: str, rows: Sequence[Row]) -> tuple[str, ...]:
    return (f"{why}, and left out: {names_listed([row.name for row in rows])}.",) if rows else ()


def _percent(share: float) -> str:
    return f"{fixed(share * 100, 1).removesuffix('.0')} %"

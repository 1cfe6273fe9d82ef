"""What stands in the cells of a comparison: shares, changes in points, and what takes the place of a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from freetext.show.numbers import EMPTY, count, percent
from freetext.show.screens import safe
from freetext.tallies.bridge_parts import Bridge, Parts
from freetext.tallies.changes import Change, Changes
from freetext.tallies.compared import QuestionCompared
from freetext.tallies.drift import Drift, Fact
from freetext.tallies.points import extent, signed

GROUPS = {"text": "What they wrote", "people": "Who answered", "codes": "What the model made of it"}

CHANGED = ("OLD", "NEW", "points", "95 %")
SPLIT = ("total", "world", "95 %", "coding", "95 %")
"""What stands under each column of a table of changes, and of a bridge."""

MATTERS, FOUND = "!", "*"
"""Marks a fact that differs and matters for the verdict, and one that differs and is small."""

COUNTS = "*"
"""Marks a change that is beyond chance."""

BEYOND = "* beyond chance."

MARKS = f"{MATTERS} differs, and matters; {FOUND} differs, and is small; no mark: no more than chance."
UNAUDITED = "A change needs an audit of both waves: `freetext review` draws and walks one, `freetext review FILE` that of an earlier wave. --raw compares the codes as they stand."
KINDS = {"new": "new", "split": "split"}
WORDS = 12
"""Telling words of a wave that are shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """One theme as it is printed: in each column the same number of texts; `net` and `depth` place it."""

    name: str
    depth: int
    net: bool
    cells: tuple[tuple[str, ...], ...]


def heading(each: QuestionCompared) -> str:
    """What a question is headed with: its name, and what was asked."""
    parts = [safe(part) for part in (each.question, each.title) if part]
    return ": ".join(dict.fromkeys(parts)) or "Answers"


def sides_line(drift: Drift) -> str:
    """How many answers either wave has."""
    old, new = drift.old, drift.new
    return f"OLD: {count(old.with_text)} answers with text of {count(old.looked_at)}. NEW: {count(new.with_text)} of {count(new.looked_at)}."


def titled(title: str, table: Changes | Bridge) -> str:
    """The title of a table of changes: by which banner, and whether codes were corrected."""
    by = f", by {safe(table.banner)}" if table.banner else ""
    return f"{title}{by}{', codes as they stand' if table.raw else ''}"


def change_rows(table: Changes) -> list[Row]:
    """The themes of a table of changes; each cell is old share, new share, change in points, its interval."""
    return [Row(safe(row.name), row.depth, row.net, tuple(_change(cell) for cell in row.cells)) for row in table.rows]


def _change(cell: Change) -> tuple[str, ...]:
    old, new = (percent(each.share) if each else EMPTY for each in (cell.old, cell.new))
    if cell.by is None:
        return (KINDS.get(cell.kind, EMPTY), new, "", "") if cell.kind in KINDS else (old, new, EMPTY, "")
    return (old, new, signed(cell.by.share) + (COUNTS if cell.counts else ""), extent(cell.by))


def bridge_rows(table: Bridge) -> list[Row]:
    """The themes of a bridge; each cell is the total change, the world's part, its interval, the coding's part, its interval."""
    return [Row(safe(row.name), row.depth, row.net, tuple(_parts(cell) for cell in row.cells)) for row in table.rows]


def _parts(cell: Parts) -> tuple[str, ...]:
    printed = cell.in_points()
    if printed is None or cell.world is None or cell.coding is None:
        total = signed(cell.total.share) if cell.total else KINDS.get(cell.kind, EMPTY)
        world = (signed(cell.world.share), extent(cell.world)) if cell.world else (EMPTY, "")
        return (total, world[0] + (COUNTS if cell.world_counts else ""), world[1], EMPTY, "")
    total, world_part, coding = printed
    return (
        total,
        world_part + (COUNTS if cell.world_counts else ""),
        extent(cell.world),
        coding + (COUNTS if cell.coding_counts else ""),
        extent(cell.coding),
    )


def change_notes(table: Changes) -> list[str]:
    """What stands below a table of changes: why a theme has no number, which columns are too small, how it was tested."""
    said = list(_said(table))
    if not table.raw and any(cell.kind == "no interval" for row in table.rows for cell in row.cells):
        said.append(UNAUDITED)
    marked = any(cell.counts for row in table.rows for cell in row.cells)
    return [*said, *_small(table), *([BEYOND] if marked else []), *([table.told] if comparable(table) else [])]


def comparable(table: Changes | Bridge) -> bool:
    """Whether anything of any theme is known; a table without it is not worth drawing."""
    return bool(known_columns(table))


def known_columns(table: Changes | Bridge) -> list[int]:
    """The places of the columns that have a number of some theme."""
    return [place for place in range(len(table.columns)) if any(_known(row.cells[place]) for row in table.rows)]


def _known(cell: Change | Parts) -> bool:
    return cell.by is not None if isinstance(cell, Change) else bool(cell.total or cell.world or cell.coding)


def bridge_notes(table: Bridge) -> list[str]:
    """What stands below the table of a bridge."""
    marked = any(cell.world_counts or cell.coding_counts for row in table.rows for cell in row.cells)
    return [*_said(table), *([BEYOND] if marked else []), *([table.told] if comparable(table) else [])]


def _said(table: Changes | Bridge) -> Iterator[str]:
    """Say what stands in place of numbers: once where it is said in all columns, else with the columns that it is true of."""
    columns = [[(safe(row.name), row.cells[place].said) for row in table.rows] for place in range(len(table.columns))]
    same = {cell for cell in set(columns[0]).intersection(*columns[1:]) if cell[1]}
    for said, names in _of_themes([cell for cell in columns[0] if cell in same], len(columns[0])).items():
        yield f"{said[:1].upper()}{said[1:]}{': ' if names else ''}{', '.join(names)}."
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for name, cells in zip(table.columns, columns, strict=True):
        left = [cell for cell in cells if cell not in same]
        for told in _of_themes(left, len(left)).items():
            found.setdefault(told, []).append(safe(name))
    for (said, names), where in found.items():
        themes = f" ({', '.join(names)})" if names else ""
        yield f"{', '.join(where)}: {said}{themes}."


def _of_themes(cells: Sequence[tuple[str, str]], themes: int) -> dict[str, tuple[str, ...]]:
    """What is said, of which themes; of all of them no name is given."""
    found: dict[str, list[str]] = {}
    for name, said in cells:
        if said:
            found.setdefault(said, []).append(name)
    return {said: () if len(names) == themes else tuple(names) for said, names in found.items()}


def _small(table: Changes) -> Iterator[str]:
    small = [
        safe(name)
        for place, name in enumerate(table.columns)
        if any(row.cells[place].kind == "small base" for row in table.rows)
    ]
    if small:
        yield f"Too few respondents for a test: {', '.join(small)}."


def told_words(drift: Drift, side: str) -> str:
    """The telling words of one wave, where anything that was written differs: words of waves that are alike are noise."""
    differs = any(fact.found for fact in drift.facts if fact.group == "text")
    words = [safe(each.word) for each in drift.words if each.side == side]
    return ", ".join(words[:WORDS]) if differs else ""


def drift_notes(drift: Drift) -> list[str]:
    """What stands below the facts: what the marks mean, where there is one, and how it was done."""
    return [*([MARKS] if drift.found else []), *drift.said]


def fact_mark(fact: Fact) -> str:
    """The mark of a fact."""
    return MATTERS if fact.matters else FOUND if fact.found else " "


def fact_line(fact: Fact) -> str:
    """A fact in its sentence, with its corrected p where it was tested and differs."""
    shown = f" (p {_probability(fact.adjusted)})" if fact.found and fact.adjusted is not None else ""
    return safe(fact.said) + shown


def _probability(p: float) -> str:
    return "< .001" if p < 0.001 else f"{p:.3f}".removeprefix("0")

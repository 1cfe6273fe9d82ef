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


def drawn(table: Changes | Bridge) -> list[int]:
    """The places of the columns in which anything is known of any theme; of the others a line says why, and nothing is drawn."""
    return [place for place in range(len(table.columns)) if any(_known(row.cells[place]) for row in table.rows)]


def _known(cell: Change | Parts) -> bool:
    return cell.by is not None if isinstance(cell, Change) else bool(cell.world or cell.coding)


def drawn_columns(table: Changes | Bridge) -> list[str]:
    """The names of the columns that are drawn."""
    return [safe(table.columns[place]) for place in drawn(table)]


def change_rows(table: Changes) -> list[Row]:
    """The themes of a table of changes, in the columns that are drawn: each cell is old share, new share, change in points, its interval."""
    places = drawn(table)
    rows = table.rows if places else ()
    return [
        Row(safe(row.name), row.depth, row.net, tuple(_change(row.cells[place]) for place in places)) for row in rows
    ]


def _change(cell: Change) -> tuple[str, ...]:
    old, new = (percent(each.share) if each else EMPTY for each in (cell.old, cell.new))
    if cell.by is None:
        return (KINDS.get(cell.kind, EMPTY), new, "", "") if cell.kind in KINDS else (old, new, EMPTY, "")
    return (old, new, signed(cell.by.share) + (COUNTS if cell.counts else ""), extent(cell.by))


def bridge_rows(table: Bridge) -> list[Row]:
    """The themes of a bridge, in the columns that are drawn: each cell is the total change, the world's part, its interval, the coding's part, its interval."""
    places = drawn(table)
    rows = table.rows if places else ()
    return [
        Row(safe(row.name), row.depth, row.net, tuple(_parts(row.cells[place]) for place in places)) for row in rows
    ]


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
    said = [*left_out(table), *_said(table)]
    if not table.raw and any(cell.kind == "no interval" for row in table.rows for cell in row.cells):
        said.append(UNAUDITED)
    marked = any(cell.counts for row in table.rows for cell in row.cells)
    return [*said, *_small(table), *([BEYOND] if marked else []), *([table.told] if drawn(table) else [])]


def bridge_notes(table: Bridge) -> list[str]:
    """What stands below the table of a bridge."""
    marked = any(cell.world_counts or cell.coding_counts for row in table.rows for cell in row.cells)
    return [*left_out(table), *_said(table), *([BEYOND] if marked else []), *([table.told] if drawn(table) else [])]


def left_out(table: Changes | Bridge) -> list[str]:
    """Say of each column that is not drawn why, in a line: what is said of most of its themes, and of which others something else."""
    there = drawn(table)
    found: dict[str, list[str]] = {}
    for place in range(len(table.columns)):
        if place not in there and table.rows:
            whys = sorted(_whys(table, place).items(), key=lambda each: -len(each[1]))
            said = [why if at == 0 else f"{why}: {', '.join(themes)}" for at, (why, themes) in enumerate(whys)]
            found.setdefault("; ".join(said), []).append(safe(table.columns[place]))
    return [_of_columns(table, why, columns) for why, columns in found.items()]


def _said(table: Changes | Bridge) -> Iterator[str]:
    """Name what is said in place of numbers in the columns that are drawn, with its themes, or without where it is said of all."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for place in drawn(table):
        for why, names in _whys(table, place).items():
            found.setdefault((why, tuple(names)), []).append(safe(table.columns[place]))
    for (why, themes), columns in found.items():
        which = "" if len(themes) == len(table.rows) else f": {', '.join(themes)}"
        yield _of_columns(table, f"{why}{which}", columns, drawn_columns(table))


def _whys(table: Changes | Bridge, place: int) -> dict[str, list[str]]:
    """What is said in a column in place of numbers, with the themes."""
    found: dict[str, list[str]] = {}
    for row in table.rows:
        if row.cells[place].said:
            found.setdefault(row.cells[place].said, []).append(safe(row.name))
    return found


def _of_columns(table: Changes | Bridge, said: str, columns: Sequence[str], every: Sequence[str] = ()) -> str:
    """A sentence on some columns, which are named; not so on all that there are, or on `every` one that is drawn."""
    if len(columns) in {len(table.columns), len(every)}:
        return f"{said[:1].upper()}{said[1:]}."
    return f"{', '.join(columns)}: {said}."


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

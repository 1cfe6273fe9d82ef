"""A comparison of two waves on a terminal: verdict first, then why, then what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from freetext.show import compared_cells as cells
from freetext.show.grid import Head, Line, grid
from freetext.show.numbers import count
from freetext.show.screens import safe, weighted, wrap
from freetext.tallies.bridge_parts import Bridge
from freetext.tallies.changes import Changes
from freetext.tallies.compared import CodedBy, Compared, QuestionCompared
from freetext.tallies.drift import Drift

STEP = "  "
BELOW = (("points",), ("points", "95 %"), ("points", "95 %"))


def compared_text(compared: Compared, *, width: int = 100, colour: bool = False) -> str:
    """Draw a comparison as text that fits `width` cells; tables whose columns do not fit go on below."""
    lines = list(wrap(f"OLD is {safe(compared.old)}, NEW is {safe(compared.new)}.", width))
    if len(compared.questions) > 1:
        lines += ["", *_verdicts(compared.questions, width)]
    for each in compared.questions:
        lines += ["", *_question(each, width, colour=colour)]
    if compared.coded:
        lines += ["", weighted("Who coded what", "bold", colour=colour), *_coded(compared.coded, width, colour=colour)]
    lines += [""] if compared.said else []
    lines += [line for said in compared.said for line in wrap(f"{safe(said)[:1].upper()}{safe(said)[1:]}", width)]
    return "\n".join(lines) + "\n"


def _verdicts(questions: Sequence[QuestionCompared], width: int) -> list[str]:
    """All verdicts at a glance, for a survey of several questions is a long page."""
    said = [f"{safe(each.question) or 'Answers'}: {safe(each.drift.verdict.headline)}" for each in questions]
    return [line for each in said for line in wrap(each, width)]


def _question(each: QuestionCompared, width: int, *, colour: bool) -> Iterator[str]:
    for line in wrap(cells.heading(each), width):
        yield weighted(line, "bold", colour=colour)
    yield from wrap(cells.sides_line(each.drift), width)
    yield ""
    yield from _verdict(each.drift, width, colour=colour)
    yield from _facts(each.drift, width, colour=colour)
    for changes in each.changes:
        yield ""
        shown = cells.change_rows(changes) if cells.comparable(changes) else []
        yield from _table(changes, shown, width, colour=colour)
        yield from _notes(cells.change_notes(changes), width, colour=colour)
    for bridge in each.bridges:
        yield ""
        yield from _bridge(bridge, width, colour=colour)
        yield from _notes(cells.bridge_notes(bridge), width, colour=colour)
    yield from _notes([*each.gone, *each.notes], width, colour=colour)


def _verdict(drift: Drift, width: int, *, colour: bool) -> Iterator[str]:
    verdict = drift.verdict
    for line in wrap(f"Verdict: {verdict.headline}", width):
        yield weighted(line, "bold", colour=colour)
    for said in (*verdict.why, *verdict.do):
        first, *more = wrap(safe(said), width - 4)
        yield f"{STEP}- {first}"
        yield from (f"{STEP}  {line}" for line in more)


def _facts(drift: Drift, width: int, *, colour: bool) -> Iterator[str]:
    for group, title in cells.GROUPS.items():
        facts = [fact for fact in drift.facts if fact.group == group]
        if facts:
            yield ""
            yield weighted(title, "bold", colour=colour)
        for fact in facts:
            first, *more = wrap(cells.fact_line(fact), width - 2)
            yield f"{cells.fact_mark(fact)} {first}"
            yield from (f"{STEP}{line}" for line in more)
        if group == "text":
            yield from _words(drift, width)
    if notes := cells.drift_notes(drift):
        yield ""
        yield from _notes(notes, width, colour=colour)


def _words(drift: Drift, width: int) -> Iterator[str]:
    for side, called in (("new", "Words of NEW"), ("old", "Words of OLD")):
        said = cells.told_words(drift, side)
        if said:
            first, *more = wrap(f"{called}: {said}", width - 2)
            yield f"{STEP}{first}"
            yield from (f"{STEP}{line}" for line in more)


def _table(table: Changes, rows: Sequence[cells.Row], width: int, *, colour: bool) -> Iterator[str]:
    """Draw a table of changes: under each column its parts, named in a line of their own."""
    yield weighted(cells.titled("What has changed", table), "bold", colour=colour)
    if rows:
        heads = [Head(safe(name), len(cells.CHANGED)) for name in table.columns]
        yield from grid(heads, _sections(rows, [cells.CHANGED] * len(heads)), width=width, colour=colour)


def _bridge(table: Bridge, width: int, *, colour: bool) -> Iterator[str]:
    """Draw both parts of the changes, a table for each column of the banner: side by side they would be torn apart."""
    yield weighted(cells.titled("World and coding", table), "bold", colour=colour)
    rows = cells.bridge_rows(table)
    heads = [Head("total", 1), Head("world", 2), Head("coding", 2)]
    for place in cells.known_columns(table):
        if len(table.columns) > 1:
            yield from ("", weighted(safe(table.columns[place]), "dim", colour=colour))
        parted = [(row.cells[place][:1], row.cells[place][1:3], row.cells[place][3:]) for row in rows]
        lines = [replace(row, cells=each) for row, each in zip(rows, parted, strict=True)]
        yield from grid(heads, _sections(lines, BELOW), width=width, colour=colour)


def _sections(rows: Sequence[cells.Row], parts: Sequence[tuple[str, ...]]) -> list[list[Line]]:
    """The parts' names, and a line for each theme."""
    named = Line("", tuple(parts), weight="dim")
    return [[named], [Line(row.name, row.cells, STEP * row.depth, "bold" if row.net else "") for row in rows]]


def _notes(notes: Sequence[str], width: int, *, colour: bool) -> Iterator[str]:
    for note in notes:
        yield from (weighted(line, "dim", colour=colour) for line in wrap(safe(note), width))


def _coded(coded: Sequence[CodedBy], width: int, *, colour: bool) -> list[str]:
    lines = [Line(safe(each.wave), ((safe(each.by),), (count(each.answers),))) for each in coded]
    return grid([Head("coded by", 1), Head("answers", 1)], [lines], width=width, colour=colour)

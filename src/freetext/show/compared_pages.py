"""A comparison of two waves as Markdown, JSON, sheets of a workbook and the columns of a CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from freetext.show import compared_cells as cells
from freetext.show.markdown import escaped
from freetext.show.numbers import count
from freetext.show.screens import safe
from freetext.show.sheets import sheet_names
from freetext.survey.sheet import Cell, Sheet
from freetext.tallies.bridge_parts import Bridge, Parts
from freetext.tallies.changes import Change, Changes
from freetext.tallies.compared import Compared, QuestionCompared
from freetext.tallies.mover import Between

FORMAT = 1

COLUMNS = (
    *("question", "banner", "column", "theme", "name", "kind"),
    *("old", "old_low", "old_high", "new", "new_low", "new_high"),
    *("change", "change_low", "change_high", "p", "counts", "said"),
    *("world", "world_low", "world_high", "world_counts"),
    *("coding", "coding_low", "coding_high", "coding_counts", "read_twice"),
)
"""The columns of the CSV: shares and differences 0..1, empty where there is none."""

Values = tuple[object, ...]


def compared_json(compared: Compared) -> str:
    """Write a comparison as JSON (ASCII): `{"format": 1, "old": ..., "questions": [...]}`, null for no number."""
    return json.dumps({"format": FORMAT, **_plain(asdict(compared))}, indent=1, allow_nan=False) + "\n"


def _plain(value: Any) -> Any:
    """Give differences their names: an interval is no bare list."""
    if isinstance(value, Between):
        return value._asdict()
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def compared_markdown(compared: Compared) -> str:
    """Write a comparison as Markdown."""
    lines = [f"# {_md(compared.old)} and {_md(compared.new)}", ""]
    for each in compared.questions:
        lines += _question(each)
    if compared.coded:
        lines += ["## Who coded what", "", "| wave | coded by | answers |", "| --- | --- | ---: |"]
        lines += [f"| {_md(each.wave)} | {_md(each.by)} | {count(each.answers)} |" for each in compared.coded]
        lines.append("")
    lines += [f"- {_md(said)}" for said in compared.said]
    return "\n".join(lines).rstrip("\n") + "\n"


def _md(text: str) -> str:
    return escaped(safe(text))


def _question(each: QuestionCompared) -> Iterator[str]:
    drift = each.drift
    yield from (
        f"## {_md(cells.heading(each))}",
        "",
        cells.sides_line(drift),
        "",
        f"**{_md(drift.verdict.headline)}**",
        "",
    )
    yield from (f"- {_md(said)}" for said in (*drift.verdict.why, *drift.verdict.do))
    for group, title in cells.GROUPS.items():
        facts = [fact for fact in drift.facts if fact.group == group]
        if facts:
            yield from ("", f"### {title}", "", "| | |", "| --- | --- |")
            yield from (f"| {escaped(cells.fact_mark(fact))} | {_md(cells.fact_line(fact))} |" for fact in facts)
        if group == "text":
            words = (("NEW", cells.told_words(drift, "new")), ("OLD", cells.told_words(drift, "old")))
            yield from (f"\nWords of {side}: {_md(said)}" for side, said in words if said)
    yield ""
    for note in cells.drift_notes(drift):
        yield from (_md(note), "")
    for changes in each.changes:
        yield from _table(
            "What has changed", changes, cells.change_rows(changes), cells.CHANGED, cells.change_notes(changes)
        )
    for bridge in each.bridges:
        yield from _table(
            "World and coding", bridge, cells.bridge_rows(bridge), cells.SPLIT, cells.bridge_notes(bridge)
        )
    for note in (*each.gone, *each.notes):
        yield from (_md(note), "")


def _table(
    title: str, table: Changes | Bridge, rows: Sequence[cells.Row], parts: Sequence[str], notes: Sequence[str]
) -> Iterator[str]:
    yield from (f"### {escaped(cells.titled(title, table))}", "")
    if not cells.comparable(table):
        rows, parts = (), ()
    heads = [f"{_md(name)}: {part}" if table.banner else part for name in table.columns for part in parts]
    if rows:
        yield f"| | {' | '.join(heads)} |"
        yield f"| --- |{' ---: |' * len(heads)}"
    for row in rows:
        indent = "&nbsp;" * 2 * row.depth
        yield f"| {indent}{_md(row.name)} | {' | '.join(escaped(part) for cell in row.cells for part in cell)} |"
    yield from [""] if rows else []
    for note in notes:
        yield from (_md(note), "")


def change_columns(compared: Compared) -> dict[str, list[object]]:
    """Lay all changes out as columns of a table, in the order of COLUMNS: a row for each table, theme and column."""
    rows = [row for each in compared.questions for row in _rows(each)]
    return {name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)}


def _rows(each: QuestionCompared) -> Iterator[Values]:
    bridges = {bridge.banner: bridge for bridge in each.bridges}
    for table in each.changes:
        bridge = bridges.get(table.banner)
        for row in table.rows:
            parts = bridge.row(row.theme).cells if bridge else (None,) * len(table.columns)
            for column, cell, split in zip(table.columns, row.cells, parts, strict=True):
                place = (each.question, table.banner, column, row.theme, safe(row.name))
                yield (*place, *_figures(cell), *_split(split))


def _figures(cell: Change) -> Values:
    numbers = [each for between in (cell.old, cell.new, cell.by) for each in (between or (None, None, None))]
    return (cell.kind, *numbers, cell.p, _ticked(cell.counts, cell.p), cell.said)


def _split(cell: Parts | None) -> Values:
    if cell is None:
        return (None,) * 9
    world, coding = (tuple(each or (None, None, None)) for each in (cell.world, cell.coding))
    return (
        *(*world, _ticked(cell.world_counts, cell.world_p)),
        *(*coding, _ticked(cell.coding_counts, cell.coding_p)),
        cell.read,
    )


def _ticked(counts: bool, p: float | None) -> int | None:
    return None if p is None else int(counts)


def compared_sheets(compared: Compared) -> tuple[Sheet, ...]:
    """Lay a comparison out as a workbook: verdicts and facts first, then a sheet for each table of changes and each bridge."""
    tables: list[tuple[QuestionCompared, str, Changes | Bridge]] = [
        *((each, "changes", table) for each in compared.questions for table in each.changes),
        *((each, "bridge", table) for each in compared.questions for table in each.bridges),
    ]
    wished = [
        " ".join(filter(None, (each.question, what, f"by {table.banner}" if table.banner else "")))
        for each, what, table in tables
    ]
    names = sheet_names(["Verdict", *wished])
    sheets = [
        _change_sheet(name, each, table) if isinstance(table, Changes) else _bridge_sheet(name, each, table)
        for name, (each, _, table) in zip(names[1:], tables, strict=True)
    ]
    return (_first(names[0], compared), *sheets)


def _first(name: str, compared: Compared) -> Sheet:
    rows: list[tuple[Cell, ...]] = [(Cell(safe(f"{compared.old} and {compared.new}"), "title"),)]
    for each in compared.questions:
        drift = each.drift
        rows += [(Cell(None),), (Cell(cells.heading(each), "sub"),), (Cell(cells.sides_line(drift), "note"),)]
        rows += [(Cell("Verdict", "head"), Cell("", "head"), Cell(safe(drift.verdict.headline), "head"))]
        rows += [(Cell(""), Cell(""), Cell(safe(said), "text")) for said in (*drift.verdict.why, *drift.verdict.do)]
        rows += [
            (
                Cell(cells.GROUPS[fact.group], "label"),
                Cell(cells.fact_mark(fact).strip()),
                Cell(cells.fact_line(fact), "text"),
            )
            for fact in drift.facts
        ]
        rows += [(Cell(safe(note), "note"),) for note in cells.drift_notes(drift)]
    if compared.coded:
        rows += [(Cell(None),), tuple(Cell(head, "head") for head in ("Wave", "Answers", "Coded by"))]
        rows += [
            (Cell(safe(each.wave), "label"), Cell(each.answers, "count"), Cell(safe(each.by)))
            for each in compared.coded
        ]
    rows += [(Cell(None),), *((Cell(safe(said), "note"),) for said in compared.said)]
    return Sheet(name, tuple(rows), (28.0, 10.0, 110.0))


def _change_sheet(name: str, each: QuestionCompared, table: Changes) -> Sheet:
    heads = ("OLD", "NEW", "Change, points", "Low", "High", "Beyond chance", "Note")
    rows = [
        (Cell(safe(row.name), "label", row.depth), *(part for cell in row.cells for part in _change_cells(cell)))
        for row in table.rows
    ]
    return _sheet(name, each, table, "What has changed", heads, rows, (table.told, *each.gone, *each.notes))


def _change_cells(cell: Change) -> Iterator[Cell]:
    yield from (Cell(side.share if side else None, "percent") for side in (cell.old, cell.new))
    yield from _points(cell.by)
    yield from (Cell("yes" if cell.counts else "no" if cell.p is not None else ""), Cell(safe(cell.said)))


def _bridge_sheet(name: str, each: QuestionCompared, table: Bridge) -> Sheet:
    heads = ("Total, points", "World", "Low", "High", "Beyond chance", "Coding", "Low", "High", "Beyond chance", "Note")
    rows = [
        (Cell(safe(row.name), "label", row.depth), *(part for cell in row.cells for part in _bridge_cells(cell)))
        for row in table.rows
    ]
    return _sheet(name, each, table, "World and coding", heads, rows, (table.told, *each.notes))


def _bridge_cells(cell: Parts) -> Iterator[Cell]:
    yield Cell(round(100 * cell.total.share, 1) if cell.total else None, "points")
    for part, counts, p in (
        (cell.world, cell.world_counts, cell.world_p),
        (cell.coding, cell.coding_counts, cell.coding_p),
    ):
        yield from _points(part)
        yield Cell("yes" if counts else "no" if p is not None else "")
    yield Cell(safe(cell.said))


def _points(between: Between | None) -> Iterator[Cell]:
    yield from (
        Cell(None if each is None else round(100 * each, 1), "points") for each in between or (None, None, None)
    )


def _sheet(
    name: str,
    each: QuestionCompared,
    table: Changes | Bridge,
    title: str,
    heads: Sequence[str],
    rows: Sequence[tuple[Cell, ...]],
    notes: Sequence[str],
) -> Sheet:
    """Lay a table out: title, columns over their parts, rows, notes."""
    over = [
        cell
        for column in table.columns
        for cell in (Cell(safe(column), "span"), *(Cell("", "span") for _ in heads[1:]))
    ]
    top: list[tuple[Cell, ...]] = [
        (Cell(cells.heading(each), "title"),),
        (Cell(cells.titled(title, table), "sub"),),
        (Cell(None),),
        (Cell("", "head"), *over),
        (Cell("", "head"), *(Cell(head, "head") for _ in table.columns for head in heads)),
    ]
    foot = [(Cell(None),), *((Cell(safe(note), "note"),) for note in notes)]
    widths = (36.0, *(14.0 for _ in table.columns for _ in heads))
    return Sheet(name, (*top, *rows, *foot), widths, (len(top), 1))

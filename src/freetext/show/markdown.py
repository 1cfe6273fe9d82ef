"""A tally as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from freetext.show.notes import column_name, footnotes, heading, subheading
from freetext.show.numbers import count, fixed, interval, lettered_percent, marked_percent, percent
from freetext.show.screens import safe
from freetext.show.tables import base_lines, mention_lines
from freetext.tallies.table import Row, TallyTable

STEP = "&emsp;"


def as_markdown(tables: Sequence[TallyTable]) -> str:
    """Draw tallies as Markdown tables, one after the other: percentage and count in each column, the total's interval and shares of mentions beside it."""
    return "\n".join(_table(table) for table in tables)


def _table(table: TallyTable) -> str:
    lines = [f"### {escaped(heading(table))}", "", escaped(subheading(table)), ""]
    head, body = (_rank_head(table), _rank_rows(table)) if table.score else (_head(table), _rows(table))
    lines += [_line(head), _line(["---", *("---:" for _ in head[1:])]), *map(_line, body), ""]
    notes = footnotes(table, shown=0 if table.score else 1)
    return "\n".join([*lines, *(f"- {escaped(note)}" for note in notes), *([""] if notes else [])])


def _names(table: TallyTable) -> list[str]:
    return [escaped(column_name(table, place)) for place in range(len(table.columns))]


def _ranges(table: TallyTable) -> bool:
    return any(interval(row.cells[0]) for row in table.rows)


def _shared(table: TallyTable) -> bool:
    """Whether respondents may have mentioned several codes, so that shares of mentions are others than of respondents."""
    return any(row.cells[0].mentions is not None for row in table.rows if table.kind in {"open", "multi"})


def _head(table: TallyTable) -> list[str]:
    total, *others = _names(table)
    return ["", total, *(["95 %"] if _ranges(table) else []), *(["of mentions"] if _shared(table) else []), *others]


def _rows(table: TallyTable) -> Iterator[list[str]]:
    ranges, shared = _ranges(table), _shared(table)

    def spread(cells: Sequence[str], beside: str = "", of_mentions: str = "") -> list[str]:
        return [cells[0], *([beside] if ranges else []), *([of_mentions] if shared else []), *cells[1:]]

    for label, numbers in base_lines(table):
        yield [label, *spread(numbers)]
    for row in table.rows:
        cells = [escaped(f"{lettered_percent(cell)} ({count(cell.count)})") for cell in row.cells]
        mentions = row.cells[0].mentions
        yield [_label(row), *spread(cells, interval(row.cells[0]), "" if mentions is None else percent(mentions))]
    for label, numbers in mention_lines(table):
        yield [label, *spread(numbers)]


def _rank_head(table: TallyTable) -> list[str]:
    total, *others = _names(table)
    return ["", f"{total}: score", "first choice", "mean rank", *(f"{name}: score" for name in others)]


def _rank_rows(table: TallyTable) -> Iterator[list[str]]:
    for label, numbers in base_lines(table):
        yield [label, numbers[0], "", "", *numbers[1:]]
    for row in table.rows:
        first, *others = row.cells
        chosen = escaped(f"{marked_percent(first)} ({count(first.count)})")
        scores = [fixed(cell.score, 2) for cell in others]
        label = escaped(f"{row.place} {safe(row.name)}")
        yield [label, fixed(first.score, 2), chosen, fixed(first.mean_rank, 1), *scores]


def _label(row: Row) -> str:
    name = escaped(safe(row.name))
    return STEP * row.depth + (f"**{name}**" if row.net else name)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Make a text stand for itself in Markdown."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&$])", r"\\\1", text)

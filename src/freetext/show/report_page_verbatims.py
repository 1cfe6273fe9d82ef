"""The answers behind the numbers of a page: which cells have any, and the data that the page carries."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from freetext.reports.report import Section, Verbatims
from freetext.show.screens import safe
from freetext.tallies.table import Column, TallyTable

EVERY = -1
"""Stands for all answers of a base, where the place of a theme is asked for, and for the total, where a column's is."""

ESCAPED = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}
"""What could end a script or start a tag, as JSON may write it as well."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where the answers of a cell are found: the place of its theme, that of its column, and how many the tally counts."""

    row: int
    column: int
    count: int


@dataclass(frozen=True, slots=True)
class Looks:
    """What of a table can be looked up; nothing where no verbatims are carried."""

    rows: Mapping[str, int]
    columns: Mapping[str, int]

    def at(self, theme: str | None, column: Column, count: int | None, *, total: bool) -> Look | None:
        """Find the answers of a theme (None: of the whole base) in a column; None where there are none to show."""
        row = EVERY if theme is None else self.rows.get(theme)
        place = EVERY if total else self.columns.get(safe(column.name))
        if not self.rows or row is None or place is None or not count:
            return None
        return Look(row, place, count)


NOTHING = Looks({}, {})


def carried(section: Section) -> Verbatims | None:
    """Return the verbatims that the page may carry of a section: none beside protected tables, whose cells they would give away."""
    found = section.verbatims
    if found is None or not found.ids or any(table.profile for table in section.tables):
        return None
    return found


def looks(table: TallyTable, verbatims: Verbatims | None) -> Looks | None:
    """Say what of a table can be looked up in the verbatims of its section."""
    if verbatims is None:
        return None
    names, _ = verbatims.columns.get(table.banner, ((), None))
    rows = {slug: place for place, slug in enumerate(verbatims.slugs)}
    return Looks(rows, {safe(name): place for place, name in enumerate(names)})


def paragraphs(text: str) -> str:
    """A verbatim, harmless, its lines kept; of several blank lines one."""
    lines: list[str] = []
    for line in map(safe, text.strip().splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)


def as_data(found: Sequence[Verbatims | None]) -> Markup:
    """Write the verbatims of all sections as JSON that can stand in a page; a section without any is null."""
    text = json.dumps(
        [None if each is None else _data(each) for each in found], ensure_ascii=False, separators=(",", ":")
    )
    return Markup(text.translate(ESCAPED))  # noqa: S704  (nothing in it can end the script)


def _data(verbatims: Verbatims) -> dict[str, Any]:
    coders = list(dict.fromkeys(verbatims.who))
    place = {name: number for number, name in enumerate(coders)}
    return {
        "ids": [safe(each) for each in verbatims.ids],
        "texts": [paragraphs(each) for each in verbatims.texts],
        "coders": [safe(each) for each in coders],
        "who": [place[each] for each in verbatims.who],
        "given": [[int(row) for row in column.nonzero()[0]] for column in verbatims.given.T],
        "columns": {banner: [int(each) for each in places] for banner, (_, places) in verbatims.columns.items()},
        "total": max(verbatims.total, len(verbatims.ids)),
        "withheld": verbatims.withheld,
    }

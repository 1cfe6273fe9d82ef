"""A question over the waves: a chart, and what has moved by more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from freetext.reports.apart import apart, known
from freetext.reports.charts import note, shown, written
from freetext.reports.findings import leading
from freetext.reports.report import Chart, Series
from freetext.reports.since import UNTESTED, Since
from freetext.reports.surveyed import Asked, Wave
from freetext.reports.words import headed, listed, named, opened
from freetext.survey.codeframe import fold
from freetext.tallies.rounding import count, percent
from freetext.tallies.table import CellCount, Row, TallyTable

LINES = 8
"""Themes that a trend draws: more lines cannot be told apart."""

TOLD = 3


def trend_chart(asked: Asked, wave: str, name: str) -> Chart | None:
    """Draw the largest themes over the waves; None without an earlier one, and for a ranking."""
    if not asked.waves or asked.total.score:
        return None
    waves = (*asked.waves, Wave(wave, asked.total))
    rows = leading(asked.total, LINES)[:LINES]
    lines = tuple(_line(row, waves) for row in rows)
    if not any(share is not None for line in lines for share in line.shares):
        return None
    labels = tuple(named(each.name) for each in waves)
    said = trend_finding(asked, wave)
    return Chart(
        "trend",
        name,
        headed(asked.title, "over the waves"),
        said,
        _base(waves),
        labels,
        lines,
        _note(asked, waves, rows),
    )


def _line(row: Row, waves: Sequence[Wave]) -> Series:
    found = [(each.table, _same(row, each.table)) for each in waves]
    parts = [(None, None, None) if cell is None else shown(cell) for _, cell in found]
    texts = tuple("" if cell is None else written(cell, table) for table, cell in found)
    shares, low, high = zip(*parts, strict=True)
    return Series(named(row.name), shares, texts, low, high)


def _same(row: Row, table: TallyTable) -> CellCount | None:
    """Find a row's cell in another wave: by its slug, else by its name."""
    by_slug = (each for each in table.rows if each.theme == row.theme)
    by_name = (each for each in table.rows if fold(each.name) == fold(row.name))
    found = next(by_slug, None) or next(by_name, None)
    return None if found is None else found.cells[0]


def _base(waves: Sequence[Wave]) -> str:
    sizes = [
        f"{'*' if each.table.columns[0].n is None else count(each.table.columns[0].n)} ({named(each.name)})"
        for each in waves
    ]
    return f"Base: {listed(sizes)}."


def _note(asked: Asked, waves: Sequence[Wave], rows: Sequence[Row]) -> str:
    told = [
        note(each.table, [row for row in each.table.rows if row.theme in {one.theme for one in rows}], (0,))
        for each in waves
    ]
    fewer = len([row for row in asked.total.rows if not row.net and not row.reserved]) > len(rows)
    return " ".join([*(["The largest themes."] if fewer else []), *dict.fromkeys(each for each in told if each)])


def trend_finding(asked: Asked, wave: str) -> str:
    """Say what has risen or fallen since the wave before by more than chance, coding errors included; the waves as separate samples.

    What has changed is listed of its own, and decides here too; where it is not, as under a disclosure profile, the printed figures do.
    """
    before, now = list(pairwise((*asked.waves, Wave(wave, asked.total))))[-1]
    listed_apart = asked.since is not None and asked.since.before == before.name and asked.since.known
    found = _listed(asked.since) if asked.since and listed_apart else _moves(before.table, now.table)
    moves = sorted(found, key=lambda each: -abs(each.by))
    told = [each.said(before.name, now.name) for each in moves if each.sure][:TOLD]
    if told:
        return f"{opened(listed(told))}."
    if listed_apart and asked.since and not asked.since.tested:
        return UNTESTED.format(named(before.name))
    if not moves:
        return f"The figures do not show what has moved since {named(before.name)}."
    return f"Since {named(before.name)}, no figure has moved by more than chance could."


@dataclass(frozen=True, slots=True)
class _Moved:
    """A theme's shares before and now, and whether it moved by more than chance."""

    name: str
    old: float
    new: float
    sure: bool

    @property
    def by(self) -> float:
        """How far it moved, -1..1."""
        return self.new - self.old

    def said(self, before: str, now: str) -> str:
        """Say so, with both figures."""
        verb = "has risen" if self.by > 0 else "has fallen"
        ends = f"from {percent(self.old)} ({named(before)}) to {percent(self.new)} ({named(now)})"
        return f"{named(self.name)} {verb} {ends}"


def _listed(since: Since) -> list[_Moved]:
    """The changes as the list of them has them."""
    cells = [(row.name, row.cells[0]) for row in since.changes.rows]
    return [_Moved(name, each.old.share, each.new.share, each.counts) for name, each in cells if each.old and each.new]


def _moves(before: TallyTable, now: TallyTable) -> list[_Moved]:
    """List the themes that can be compared; a difference counts where their number is allowed for."""
    rows = [(row, _same(row, before)) for row in now.rows if not row.net and not row.reserved]
    told = [(row, old) for row, old in rows if old is not None and known(old) and known(row.cells[0])]
    sure = apart([(row.cells[0], old) for row, old in told])
    return [
        _Moved(row.name, old.share or 0.0, row.cells[0].share or 0.0, each)
        for (row, old), each in zip(told, sure, strict=True)
    ]

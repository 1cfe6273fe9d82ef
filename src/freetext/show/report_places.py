"""Where each chart of a section stands: beside the table or listing that it is drawn from."""

from __future__ import annotations

from collections.abc import Sequence

from freetext.reports.report import Chart, Listing, Section
from freetext.show.screens import safe
from freetext.tallies.table import TallyTable

Home = TallyTable | Listing


def homes(section: Section) -> tuple[tuple[Home, tuple[Chart, ...]], ...]:
    """Every table and listing of a section with its charts: a cross-tab's by the names of its columns, a listing's by its finding.

    Whatever has no place of its own stands with the first table. A section without tables and listings has no place at all.
    """
    things: list[Home] = [*section.tables, *section.listings]
    charts: list[list[Chart]] = [[] for _ in things]
    for chart in section.charts:
        if things:
            charts[_home(chart, things, [bool(each) for each in charts])].append(chart)
    return tuple((thing, tuple(drawn)) for thing, drawn in zip(things, charts, strict=True))


def _home(chart: Chart, things: Sequence[Home], taken: Sequence[bool]) -> int:
    """The place of the thing that fits best; of two that fit alike the one without a chart."""
    fits = [(_fit(chart, thing), not had, -place) for place, (thing, had) in enumerate(zip(things, taken, strict=True))]
    best, _, place = max(fits)
    return -place if best else 0


def _fit(chart: Chart, thing: Home) -> float:
    if isinstance(thing, Listing):
        return float(bool(chart.finding) and chart.finding == thing.finding)
    if chart.kind not in {"stacked", "heat"} or not thing.banner:
        return 0.0
    heads = chart.labels if chart.kind == "stacked" else [series.name for series in chart.series]
    names = [safe(column.name) for column in thing.columns]
    found = sum(any(head == name or head.startswith(f"{name} (") for name in names) for head in heads)
    return found / len(heads) if heads else 0.0

"""Which charts show intervals, and what is said of them below."""

from __future__ import annotations

from freetext.reports.report import Chart

BANDS = 3
"""Lines over waves whose intervals are drawn; those of more would hide each other."""


def whiskers(chart: Chart, *, banded: bool = True) -> str:
    """Say what the thin lines or the bands of a chart are; empty where it has none.

    Where waves are not `banded` each of them has a thin line, however many lines there are.
    """
    known = any(high is not None for each in chart.series for high in each.high)
    if chart.kind == "trend" and banded:
        return "Bands: 95 % intervals." if known and len(chart.series) <= BANDS else ""
    return "Thin lines: 95 % intervals." if known and chart.kind in {"bars", "dumbbell", "trend"} else ""

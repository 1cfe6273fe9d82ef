"""A report's charts as inline SVG, drawn twice: for a page, and for a telephone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

from freetext.reports.report import Chart, ChartKind
from freetext.show.report_svg_bars import bars, stacked
from freetext.show.report_svg_dots import dumbbell
from freetext.show.report_svg_heat import heat
from freetext.show.report_svg_parts import NARROW, WIDE, Sheet
from freetext.show.report_svg_trend import trend

DRAWN: dict[ChartKind, Callable[[Chart, Sheet], Element]] = {
    "bars": bars,
    "stacked": stacked,
    "heat": heat,
    "dumbbell": dumbbell,
    "trend": trend,
}


def drawings(chart: Chart, anchor: str) -> tuple[Markup, ...]:
    """Draw a chart for a page and for a telephone; the page's style sheet shows one of the two, and colours both.

    `anchor` begins the ids within.
    """
    chart = replace(chart, name=anchor)
    draw = DRAWN[chart.kind]
    return (_markup(draw(chart, WIDE)), _markup(draw(chart, NARROW)))


def _markup(svg: Element) -> Markup:
    return Markup(tostring(svg, encoding="unicode", short_empty_elements=True))  # noqa: S704  (escaped by the writer)

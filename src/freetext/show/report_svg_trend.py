"""Trends: waves from left to right, a line a theme, each named at its end."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from freetext.reports.report import Chart, Series
from freetext.show.report_svg_dots import dot
from freetext.show.report_svg_parts import (
    FILLS,
    LINE,
    SIZE,
    Scale,
    Sheet,
    add,
    drawing,
    interval,
    lines,
    number,
    width_of,
    write,
)

HEIGHTS = {"wide": 340.0, "narrow": 300.0}
TOPS = (0.1, 0.2, 0.4, 0.6, 0.8, 1.0)
STEPS = 4
LEFT = 48.0
DOT = 5.0
APART = 7.0
"""Between the lines, whose intervals would else lie on each other at each wave."""


def trend(chart: Chart, sheet: Sheet) -> Element:
    """One line a series over the labels; a hidden point breaks the line, and its text stands at the foot of the chart."""
    room = min(
        sheet.width * 0.34, max((width_of(_end(each, sheet.width)[0]) for each in chart.series), default=0.0) + 24
    )
    beside = _beside(chart)
    across = Scale(LEFT + 14 + beside, sheet.width - room - 6 - beside)
    waves = [
        lines(label, max(56.0, (across.end - across.start) / max(1, len(chart.labels) - 1)), 12)
        for label in chart.labels
    ]
    bottom = HEIGHTS[sheet.name]
    svg = drawing(chart, sheet, bottom + LINE * max((len(each) for each in waves), default=1) + 8)
    scale = Scale(bottom, 14, _top(chart))
    _levels(svg, scale, across.end + beside + 6)
    for at, words in enumerate(waves):
        for line, text in enumerate(words):
            write(svg, text, _x(across, at, chart), bottom + LINE * (line + 1), "tick mid", 12)
    for place, series in enumerate(chart.series):
        _line(svg, chart, (place, series), across, scale)
    _hidden(svg, chart, across, bottom)
    _names(svg, chart, sheet, scale, sheet.width - room + 10)
    return svg


def _top(chart: Chart) -> float:
    """Where the scale ends: the first even share above all that is drawn."""
    drawn = [share for each in chart.series for share in (*each.shares, *each.high) if share is not None]
    return next((top for top in TOPS if top >= max(drawn, default=0.0)), 1.0)


def _levels(svg: Element, scale: Scale, end: float) -> None:
    for step in range(STEPS + 1):
        share = scale.top * step / STEPS
        y = scale.at(share)
        add(svg, "line", "grid" if step else "axis", x1=LEFT, x2=end, y1=y, y2=y)
        write(svg, f"{number(100 * share)} %", LEFT - 8, y + 4, "tick end", 12)


def _x(across: Scale, at: int, chart: Chart) -> float:
    return across.at(at / max(1, len(chart.labels) - 1))


def _line(svg: Element, chart: Chart, which: tuple[int, Series], across: Scale, scale: Scale) -> None:
    """Draw a line with its dots and, through them, their intervals; lines stand side by side where there are intervals."""
    place, series = which
    aside = place * APART - beside if (beside := _beside(chart)) else 0.0
    shown = {at: share for at, share in enumerate(series.shares) if share is not None}
    xs = {at: _x(across, at, chart) + aside for at in shown}
    path = "".join(
        f"{'L' if at - 1 in shown else 'M'}{number(xs[at])} {number(scale.at(share))}" for at, share in shown.items()
    )
    SubElement(svg, "path", {"class": f"line l{place % FILLS}", "d": path})
    for at, share in shown.items():
        ends = interval(series.low, series.high, at)
        if ends:
            add(svg, "line", f"thin l{place % FILLS}", x1=xs[at], x2=xs[at], y1=scale.at(ends[0]), y2=scale.at(ends[1]))
        dot(svg, place, xs[at], scale.at(share), DOT)


def _beside(chart: Chart) -> float:
    """How far the outermost lines stand from their wave's place: nothing where there are no intervals to keep apart."""
    drawn = any(interval(each.low, each.high, at) for each in chart.series for at in range(len(each.shares)))
    return APART * (len(chart.series) - 1) / 2 if drawn else 0.0


def _hidden(svg: Element, chart: Chart, across: Scale, bottom: float) -> None:
    """Say at the foot of a wave what stands for its hidden shares."""
    for at in range(len(chart.labels)):
        said = " ".join(dict.fromkeys(each.texts[at] for each in chart.series if each.shares[at] is None))
        if said:
            write(svg, said, _x(across, at, chart), bottom - 5, "value mid")


def _end(series: Series, room: float) -> list[str]:
    """A line's name and its last number, which is not broken."""
    words, last = lines(series.name, room), series.texts[-1] if series.texts else ""
    if last and width_of(f"{words[-1]} {last}") <= room:
        return [*words[:-1], f"{words[-1]} {last}"]
    return [*words, *([last] if last else [])]


def _names(svg: Element, chart: Chart, sheet: Sheet, scale: Scale, x: float) -> None:
    """Name each line at its end; names that would lie on each other are moved apart."""
    wished = []
    for place, series in enumerate(chart.series):
        last = next((share for share in reversed(series.shares) if share is not None), None)
        wished.append((scale.at(last or 0.0), place, _end(series, sheet.width - x - 12)))
    below = 0.0
    rising = sorted(wished)
    tall = sum(len(words) * LINE for _, _, words in rising)
    for y, place, words in rising:
        top = max(below, min(y - len(words) * LINE / 2, scale.start - tall))
        for line, text in enumerate(words):
            write(svg, text, x + 12, top + LINE * line + SIZE, "label")
        dot(svg, place, x + 2, top + SIZE - 5, 4.5)
        below, tall = top + len(words) * LINE + 2, tall - len(words) * LINE

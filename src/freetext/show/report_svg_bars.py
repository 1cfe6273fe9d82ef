"""Bars with intervals and stacked bars: a line a label, shares from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from freetext.reports.report import Chart, Series
from freetext.show.report_svg_parts import (
    FILLS,
    LINE,
    Scale,
    Sheet,
    drawing,
    fill,
    grid,
    interval,
    legend,
    lines,
    whisker,
    widest,
    width_of,
    write,
)

BAR, GAP, FOOT = 22.0, 12.0, 30.0
BOLD = 1.12
"""How much wider bold letters are."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one label's line lies: its words, where they begin, and the middle of its bar."""

    words: tuple[str, ...]
    top: float
    middle: float
    bottom: float


def places(labels: Sequence[str], sheet: Sheet, top: float, beside: float) -> list[Place]:
    """Lay the lines out: words at the left of the bar, or above it where there is no room; `beside` is kept free above."""
    found = []
    for label in labels:
        words = tuple(lines(label, sheet.labels - 12 if sheet.labels else sheet.width - beside))
        tall = len(words) * LINE
        if sheet.labels:
            high = max(BAR, tall) + GAP
            found.append(Place(words, top + (high - tall) / 2, top + high / 2, top + high))
        else:
            high = tall + 4 + BAR + GAP
            found.append(Place(words, top, top + tall + 4 + BAR / 2, top + high))
        top += high
    return found


def scaled(svg: Element, rows: Sequence[Place], sheet: Sheet, scale: Scale, top: float) -> None:
    """Draw the scale behind the bars; where words stand above them, only behind each bar."""
    bottom = rows[-1].bottom if rows else top
    bars = [(row.middle - BAR / 2 - 3, row.middle + BAR / 2 + 3) for row in rows]
    grid(svg, scale, [(top, bottom)] if sheet.labels or not rows else [*bars, (bottom, bottom)])


def named(svg: Element, place: Place, sheet: Sheet) -> None:
    """Write a label's words."""
    x, style = (sheet.labels - 12, "label end") if sheet.labels else (0.0, "label")
    for line, words in enumerate(place.words):
        write(svg, words, x, place.top + line * LINE + 13, style)


def bars(chart: Chart, sheet: Sheet) -> Element:
    """One bar a label with its interval; the numbers stand in a column of their own, where no whisker runs through them."""
    series = chart.series[0]
    room = widest(series.texts) * BOLD + 10
    rows = places(chart.labels, sheet, 6, room)
    bottom = rows[-1].bottom if rows else 6
    svg = drawing(chart, sheet, bottom + FOOT)
    scale = _scale(sheet, room + 10)
    scaled(svg, rows, sheet, scale, 4)
    for at, row in enumerate(rows):
        named(svg, row, sheet)
        _bar(svg, series, at, row.middle, scale)
        y = row.middle + 5 if sheet.labels else row.top + 13
        write(svg, series.texts[at], sheet.width, y, "value end")
    return svg


def _scale(sheet: Sheet, room: float) -> Scale:
    """From the labels to the numbers' column, or over the whole width where both stand above."""
    return Scale(sheet.labels, sheet.width - room) if sheet.labels else Scale(1, sheet.width - 1)


def _bar(svg: Element, series: Series, at: int, middle: float, scale: Scale) -> None:
    share = series.shares[at]
    if share is None:
        return
    fill(svg, 0, (scale.start, middle - BAR / 2, scale.at(share) - scale.start, BAR))
    ends = interval(series.low, series.high, at)
    if ends:
        whisker(svg, scale, ends, middle)


def stacked(chart: Chart, sheet: Sheet) -> Element:
    """One bar a label, cut into the series; what is too narrow for its number shows none, what is hidden stands at the end."""
    names = tuple(each.name for each in chart.series)
    hidden = [_hidden(chart, at) for at in range(len(chart.labels))]
    room = widest(tuple(hidden)) + 8 if any(hidden) else 0.0
    legends = Element("g")
    top = legend(legends, names, sheet.labels, sheet.width - sheet.labels, 2) + 10
    rows = places(chart.labels, sheet, top, room)
    bottom = rows[-1].bottom if rows else top
    svg = drawing(chart, sheet, bottom + FOOT)
    svg.append(legends)
    scale = _scale(sheet, room + 12)
    scaled(svg, rows, sheet, scale, top - 2)
    for at, row in enumerate(rows):
        named(svg, row, sheet)
        _pieces(svg, chart, at, row.middle, scale)
        if hidden[at]:
            y = row.middle + 5 if sheet.labels else row.top + 13
            write(svg, hidden[at], sheet.width, y, "value end")
    return svg


def _hidden(chart: Chart, at: int) -> str:
    """What is said of a label's hidden shares, each kind once."""
    return " ".join(dict.fromkeys(each.texts[at] for each in chart.series if each.shares[at] is None))


def _pieces(svg: Element, chart: Chart, at: int, middle: float, scale: Scale) -> None:
    begun = 0.0
    for place, series in enumerate(chart.series):
        share = series.shares[at]
        if not share:
            continue
        left, right = scale.at(begun), scale.at(begun + share)
        begun += share
        fill(svg, place, (left, middle - BAR / 2, max(right - left - 1.5, 0.5), BAR))
        _number(svg, series.texts[at], (left, right - 1.5), middle, f"on f{place % FILLS}t mid")


def _number(svg: Element, text: str, ends: tuple[float, float], middle: float, style: str) -> None:
    """Write the number into its piece: `56 % (23)`, or `56 %` where only that fits, or nothing."""
    for each in (text, text.partition(" (")[0]):
        if width_of(each, 13) * BOLD + 6 <= ends[1] - ends[0]:
            write(svg, each, (ends[0] + ends[1]) / 2, middle + 4.5, style, 13)
            return

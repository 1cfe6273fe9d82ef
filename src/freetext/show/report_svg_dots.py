"""Dumbbells: two dots a label, joined; and the marks that tell series apart by their shape."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from freetext.reports.report import Chart, Series
from freetext.show.report_svg_bars import BOLD, FOOT, named, places, scaled
from freetext.show.report_svg_parts import (
    FILLS,
    LINE,
    Scale,
    Sheet,
    add,
    drawing,
    interval,
    number,
    whisker,
    widest,
    width_of,
    write,
)

DOT = 7.0
SHAPES = (
    "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z",
    "M-.9-.9h1.8v1.8h-1.8z",
    "M0-1.25l1.15 2.1h-2.3z",
    "M0-1.3l1.3 1.3-1.3 1.3-1.3-1.3z",
)
"""A disc, a square, a triangle and a diamond about the origin."""


def dot(parent: Element, place: int, x: float, y: float, size: float = DOT) -> None:
    """Draw the mark of a series: its shape says which, not its colour alone."""
    where = f"translate({number(x)} {number(y)}) scale({number(size)})"
    SubElement(parent, "path", {"class": f"dot f{place % FILLS}", "d": SHAPES[place % len(SHAPES)], "transform": where})


def dumbbell(chart: Chart, sheet: Sheet) -> Element:
    """Two dots a label, a disc and a square, joined; the numbers stand in a column of their own below each mark."""
    pair = chart.series[0], chart.series[1]
    rooms = [widest(each.texts) * BOLD + 16 for each in pair]
    top = _key(Element("g"), chart, sheet, 0) + 14
    rows = places(chart.labels, sheet, top, sum(rooms))
    bottom = rows[-1].bottom if rows else top
    svg = drawing(chart, sheet, bottom + FOOT)
    _key(svg, chart, sheet, 0)
    edges = (sheet.width - rooms[1], sheet.width)
    scale = Scale(sheet.labels, sheet.width - sum(rooms) - 14) if sheet.labels else Scale(DOT, sheet.width - DOT)
    scaled(svg, rows, sheet, scale, top - 4)
    for place, edge in enumerate(edges):
        dot(svg, place, edge - rooms[place] / 2 + 8, top - 12, 5.5)
    for at, row in enumerate(rows):
        named(svg, row, sheet)
        _dots(svg, pair, at, row.middle, scale)
        y = row.middle + 5 if sheet.labels else row.top + 13
        for series, edge in zip(pair, edges, strict=True):
            write(svg, series.texts[at], edge, y, "value end")
    return svg


def _key(svg: Element, chart: Chart, sheet: Sheet, y: float) -> float:
    """Name the marks, each on a line of its own where they do not stand beside each other; returns where the last ends."""
    x = sheet.labels + DOT
    for place, series in enumerate(chart.series[:2]):
        if place and x + width_of(series.name) > sheet.width - 20:
            x, y = sheet.labels + DOT, y + LINE + 2
        dot(svg, place, x, y + 10, 6)
        write(svg, series.name, x + 13, y + 15)
        x += width_of(series.name) + 44
    return y + LINE + 6


def _dots(svg: Element, pair: tuple[Series, Series], at: int, y: float, scale: Scale) -> None:
    shown = [(place, share) for place, share in _shares(pair, at) if share is not None]
    if len(shown) == len(pair):
        add(svg, "line", "link", x1=scale.at(shown[0][1]), x2=scale.at(shown[1][1]), y1=y, y2=y)
    for place, share in reversed(shown):
        ends = interval(pair[place].low, pair[place].high, at)
        if ends:
            whisker(svg, scale, ends, y + (place * 2 - 1) * 8, f"thin l{place}")
        dot(svg, place, scale.at(share), y)


def _shares(pair: tuple[Series, Series], at: int) -> Iterator[tuple[int, float | None]]:
    return ((place, series.shares[at]) for place, series in enumerate(pair))

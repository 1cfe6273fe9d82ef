"""Heat maps: themes by columns, the darker the larger, each cell with its number."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from freetext.reports.report import Chart
from freetext.show.report_svg_bars import BOLD
from freetext.show.report_svg_parts import LINE, Sheet, add, drawing, lines, widest, width_of, write

SHADES = 9
LEAST, MOST, HIGH = 52.0, 104.0, 32.0
"""Of a cell: how wide at least, how wide for the sake of a long word, and how high."""

LABELS = {"wide": 190.0, "narrow": 116.0}
TOPS = (0.1, 0.2, 0.4, 0.6, 0.8, 1.0)


def heat(chart: Chart, sheet: Sheet) -> Element:
    """One row a label, one column a series; a map of many columns is wider than its sheet and is scrolled."""
    left = LABELS[sheet.name]
    each = max(_least(chart), (sheet.width - left) / max(1, len(chart.series)))
    width = left + each * len(chart.series)
    heads = [lines(series.name, each - 6, 12) for series in chart.series]
    top = max((len(words) for words in heads), default=1) * 15.0 + 8
    words = [lines(label, left - 12) for label in chart.labels]
    tall = [max(HIGH, len(some) * LINE + 6) for some in words]
    svg = drawing(chart, sheet, top + sum(tall) + 36, width)
    for at, some in enumerate(heads):
        for line, text in enumerate(reversed(some)):
            write(svg, text, left + each * (at + 0.5), top - 8 - 15.0 * line, "tick mid", 12)
    y, highest = top, _top(chart)
    for row, (some, high) in enumerate(zip(words, tall, strict=True)):
        for line, text in enumerate(some):
            write(svg, text, left - 12, y + (high - len(some) * LINE) / 2 + LINE * line + 13, "label end")
        for at, series in enumerate(chart.series):
            _cell(svg, series.shares[row], series.texts[row], highest, (left + each * at, y, each - 2, high - 2))
        y += high
    _key(svg, highest, left, y + 12)
    return svg


def _least(chart: Chart) -> float:
    """How wide a cell is at least: its number fits, and so does any usual word of its head."""
    texts = tuple(text for each in chart.series for text in each.texts)
    words = tuple(word for each in chart.series for word in each.name.split())
    return max(LEAST, widest(texts, 13) * BOLD + 8, min(MOST, widest(words, 12) + 8))


def _top(chart: Chart) -> float:
    """What the darkest shade stands for: the first even share above all."""
    drawn = [share for each in chart.series for share in each.shares if share is not None]
    return next((top for top in TOPS if top >= max(drawn, default=0.0)), 1.0)


def shade(share: float, highest: float) -> int:
    """The place of a share among the shades, lightest first."""
    return min(SHADES - 1, int(share / highest * SHADES))


def _cell(svg: Element, share: float | None, text: str, highest: float, box: tuple[float, float, float, float]) -> None:
    x, y, width, height = box
    style = "none" if share is None else f"h{shade(share, highest)}"
    add(svg, "rect", style, x=x, y=y, width=width, height=height, rx=2)
    write(svg, text, x + width / 2, y + height / 2 + 4.5, f"on {style}t mid", 13)


def _key(svg: Element, highest: float, left: float, y: float) -> None:
    """Say what the shades stand for."""
    x = left + width_of("0 %", 12) + 8
    write(svg, "0 %", left, y + 11, "tick", 12)
    for place in range(SHADES):
        add(svg, "rect", f"h{place}", x=x + 18 * place, y=y, width=18, height=14)
    write(svg, f"{highest * 100:.0f} %", x + 18 * SHADES + 8, y + 11, "tick", 12)

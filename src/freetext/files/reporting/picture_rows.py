"""What pictures share within their frame: rows with their labels, scales of shares, and letters that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from freetext.files.reporting.picture_frame import GREY, INK, LABEL, Frame
from freetext.files.reporting.picture_text import broken, height, shown, width
from freetext.reports.report import Chart, Series
from freetext.reports.whiskers import whiskers

PALE = "#DDDDDD"
TICK = 8.5
"""Points."""

LABELS, LABEL_LINES = 2.4, 3
"""Inches and lines that a label at the left takes at most."""

OFF = 0.07
"""Inches between a plot and its labels."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a plot: their labels, broken into lines, the width of the widest, and where each row begins, all in inches.

    `edges` counts from the top and ends with the height of all, so it has one more than there are rows.
    """

    labels: tuple[str, ...]
    width: float
    edges: tuple[float, ...]

    @property
    def middles(self) -> tuple[float, ...]:
        """Where the middle of each row lies."""
        return tuple((upper + lower) / 2 for upper, lower in pairwise(self.edges))

    @property
    def height(self) -> float:
        """How high all are together."""
        return self.edges[-1]


def rows_of(labels: Sequence[str], least: float) -> Rows:
    """Lay rows out, each as high as its label needs, and at least so many inches."""
    lines = [broken(label, LABELS, LABEL, most=LABEL_LINES) for label in labels]
    widest = max((width(line, LABEL) for each in lines for line in each), default=0.0)
    heights = (max(least, height(len(each), LABEL) + 0.1) for each in lines)
    return Rows(tuple("\n".join(each) for each in lines), widest, tuple(accumulate(heights, initial=0.0)))


def scale_top(chart: Chart) -> float:
    """Where a scale of shares ends: a round share that nothing drawn exceeds."""
    ranges = bool(whiskers(chart))
    drawn = [
        share for each in chart.series for share in (*each.shares, *(each.high if ranges else ())) if share is not None
    ]
    largest = max(drawn, default=1.0)
    return next((top for top in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8) if largest <= top), 1.0)


def ends(series: Series, place: int) -> tuple[float, float] | None:
    """The interval of a label, where the series has one."""
    if place >= min(len(series.low), len(series.high)):
        return None
    low, high = series.low[place], series.high[place]
    return None if low is None or high is None else (low, high)


def rows_on(frame: Frame, rows: Rows) -> None:
    """Labels at the left, the first one uppermost; heights are inches."""
    axes = frame.axes
    axes.set_ylim(rows.height, 0)
    for middle, label in zip(rows.middles, rows.labels, strict=True):
        place = (axes.get_xlim()[0] - OFF * inch(frame), middle)
        axes.text(*place, label, size=LABEL, color=INK, ha="right", va="center")


def inch(frame: Frame) -> float:
    """An inch along the plot, in its own units."""
    start, end = frame.axes.get_xlim()
    return (end - start) / frame.plot[0]


def shares_on(frame: Frame, top: float, rows: Rows) -> None:
    """A scale of shares from left to right: percentages below the rows, and faint lines behind them."""
    axes = frame.axes
    axes.set_xlim(0, top)
    ticks = ticks_of(top)
    axes.vlines(ticks, 0, rows.height, [GREY, *[PALE] * (len(ticks) - 1)], linewidth=0.8, zorder=1)
    for tick in ticks:
        axes.text(tick, rows.height + OFF, points(tick), size=TICK, color=GREY, ha="center", va="top")


def ticks_of(top: float) -> list[float]:
    """Round shares from nought to the end of a scale."""
    step = 0.05 if top <= 0.2 else 0.1 if top <= 0.6 else 0.2
    return [step * number for number in range(round(top / step) + 1)]


def points(share: float) -> str:
    """A tick's percentage."""
    return f"{share * 100:.0f} %"


def letters_on(colour: str) -> str:
    """The colour of letters that is read most easily on another, by their luminances (WCAG 2)."""
    own = _luminance(colour)
    return "white" if 1.05 / (own + 0.05) > (own + 0.05) / (_luminance(INK) + 0.05) else INK


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_of(series: Series, place: int) -> str:
    """What stands beside a label's share."""
    return shown(series.texts[place]) if place < len(series.texts) else ""

"""Pictures of two directions: a map of themes by columns, and lines over waves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from freetext.files.reporting.picture_frame import GREY, INK, LABEL, PAD, STROKES, WIDTH, Frame, Room, framed
from freetext.files.reporting.picture_rows import (
    OFF,
    PALE,
    TICK,
    Rows,
    ends,
    inch,
    letters_on,
    points,
    rows_of,
    rows_on,
    scale_top,
    text_of,
    ticks_of,
)
from freetext.files.reporting.picture_text import broken, height, shorter, shown, width
from freetext.reports.report import Chart, Series
from freetext.reports.whiskers import whiskers

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FIELD, WIDEST = 0.62, 14.0
"""Inches across of a field that a figure fits in, and of the widest map."""

SCALE = ("#EEF5FB", "#9ECAE1", "#3182BD", "#08519C")
HIDDEN = "#EDEDED"


def heat(chart: Chart, *, bare: bool) -> Figure:
    """A field a label and series: the darker, the larger; a hidden one is hatched."""
    rows = rows_of(chart.labels, 0.32)
    left = rows.width + PAD + 0.1
    columns = len(chart.series)
    across = min(max(WIDTH, left + PAD + FIELD * columns), WIDEST)
    field = (across - left - PAD) / columns
    heads, above, turned = _heads(chart, field)
    frame = framed(chart, Room(rows.height, left, PAD, above + 0.06, width=across), bare=bare)
    axes = frame.axes
    axes.set_xlim(-0.5, columns - 0.5)
    rows_on(frame, rows)
    for place, head in enumerate(heads):
        axes.text(place, -0.05, head, size=TICK, color=INK, ha="center", va="bottom", rotation=90 if turned else 0)
    _fields(chart, axes, rows, field)
    return frame.figure


def _heads(chart: Chart, field: float) -> tuple[list[str], float, bool]:
    """The heads of a map, how high they are, and whether they stand on end: where a word would have to be broken."""
    words = [word for series in chart.series for word in shown(series.name).split()]
    turned = any(width(word, TICK) > field - 0.06 for word in words)
    lines = [
        broken(series.name, 1.4 if turned else field - 0.06, TICK, most=1 if turned else 3) for series in chart.series
    ]
    high = max(width(each[0], TICK) for each in lines) if turned else height(max(map(len, lines)), TICK)
    return ["\n".join(each) for each in lines], high, turned


def _fields(chart: Chart, axes: Axes, rows: Rows, field: float) -> None:
    from matplotlib.colors import LinearSegmentedColormap, to_hex

    drawn = [[np.nan if share is None else share for share in series.shares] for series in chart.series]
    shares = np.array(drawn, dtype=np.float64).reshape(len(chart.series), len(chart.labels)).T
    top = max(float(np.nanmax(shares)), 0.1)
    colours = LinearSegmentedColormap.from_list("shares", SCALE).with_extremes(bad=HIDDEN)
    axes.pcolormesh(
        np.arange(len(chart.series) + 1) - 0.5,
        rows.edges,
        np.ma.masked_invalid(shares),
        cmap=colours,
        vmin=0,
        vmax=top,
        edgecolors="white",
        linewidth=1.5,
    )
    size = _size(chart, field - 0.06)
    for column, series in enumerate(chart.series):
        for row, share in enumerate(series.shares):
            text = shorter(text_of(series, row))[size]
            colour = HIDDEN if share is None else to_hex(colours(share / top))
            axes.text(
                column, rows.middles[row], text, size=TICK, color=letters_on(colour), ha="center", va="center_baseline"
            )


def _size(chart: Chart, room: float) -> int:
    """Which way to write the figures fits every field: all alike."""
    texts = [shorter(text_of(series, row)) for series in chart.series for row in range(len(chart.labels))]
    return next((size for size in range(2) if all(width(each[size], TICK) <= room for each in texts)), 2)


def trend(chart: Chart, *, bare: bool) -> Figure:
    """A line a series over the waves, its name and last figure at its end."""
    named = [[*broken(series.name, 1.9, LABEL, most=2)] for series in chart.series]
    right = max((width(line, LABEL) for each in named for line in each), default=0.0) + 0.7
    across = (WIDTH - PAD - 0.5 - right - PAD) / len(chart.labels) - 0.08
    heads = [broken(label, across, TICK, most=2) for label in chart.labels]
    below = 0.12 + height(max(map(len, heads), default=1), TICK)
    high = max(2.6, 0.34 * sum(map(len, named)))
    frame = framed(chart, Room(high, PAD + 0.5, right + PAD, 0.16, below), bare=bare)
    _waves(frame, scale_top(chart), ["\n".join(each) for each in heads])
    for place, series in enumerate(chart.series):
        _line(frame.axes, series, place, band=bool(whiskers(chart)))
    _names(frame, chart, named)
    return frame.figure


def _waves(frame: Frame, top: float, heads: list[str]) -> None:
    """The waves from left to right, and shares from the bottom up."""
    axes, waves = frame.axes, len(heads)
    axes.set_ylim(0, top)
    axes.set_xlim(-0.35, waves - 0.75 if waves > 1 else 0.35)
    start, end = axes.get_xlim()
    ticks = ticks_of(top)
    axes.hlines(ticks, start, end, [GREY, *[PALE] * (len(ticks) - 1)], linewidth=0.8, zorder=1)
    for tick in ticks:
        axes.text(
            start - OFF * inch(frame), tick, points(tick), size=TICK, color=GREY, ha="right", va="center_baseline"
        )
    for wave, head in enumerate(heads):
        axes.text(wave, -OFF * top / frame.plot[1], head, size=TICK, color=INK, ha="center", va="top")


MARKERS = "oDs^vPX*"


def _line(axes: Axes, series: Series, place: int, *, band: bool) -> None:
    colour = STROKES[place % len(STROKES)]
    shares = [np.nan if share is None else share for share in series.shares]
    axes.plot(
        shares,
        color=colour,
        marker=MARKERS[place % len(MARKERS)],
        markersize=6,
        linewidth=2,
        markeredgecolor="white",
        markeredgewidth=0.8,
        zorder=3,
    )
    reach = [(wave, found) for wave in range(len(shares)) if (found := ends(series, wave))]
    if band and reach:
        waves, low, high = [wave for wave, _ in reach], [low for _, (low, _) in reach], [high for _, (_, high) in reach]
        if len(waves) == 1:
            axes.vlines(waves, low, high, colour, linewidth=1.2, alpha=0.55)
        else:
            axes.fill_between(waves, low, high, color=colour, alpha=0.12, linewidth=0)


def _names(frame: Frame, chart: Chart, named: list[list[str]]) -> None:
    """Write the name and the last figure at the end of each line, none over another."""
    top = frame.axes.get_ylim()[1]
    per_inch = top / frame.plot[1]
    found = []
    for place, series in enumerate(chart.series):
        known = [wave for wave, share in enumerate(series.shares) if share is not None]
        share = series.shares[known[-1]] if known else None
        text = text_of(series, known[-1] if known else len(series.texts) - 1).split(" (", 1)[0]
        found.append((share or 0.0, place, "\n".join([f"{text}  {named[place][0]}".strip(), *named[place][1:]])))
    found.sort(reverse=True)
    heights = [height(text.count("\n") + 1, LABEL) * per_inch for _, _, text in found]
    for y, (_, place, text) in zip(_spread([share for share, _, _ in found], heights, top), found, strict=True):
        colour = STROKES[place % len(STROKES)]
        x, one = frame.axes.get_xlim()[1], inch(frame)
        frame.axes.text(x + 0.1 * one, y, text, size=LABEL, color=INK, va="center", clip_on=False)
        frame.axes.plot([x - 0.1 * one, x + 0.04 * one], [y, y], color=colour, linewidth=3, clip_on=False)


def _spread(wished: list[float], heights: list[float], top: float) -> list[float]:
    """Places as near to those wished, from the top down, as keeps texts of these heights off each other."""
    placed: list[float] = []
    for each, high in zip(wished, heights, strict=True):
        ceiling = placed[-1] - (heights[len(placed) - 1] + high) / 2 if placed else top
        placed.append(min(each, ceiling))
    floor = 0.0
    for place in reversed(range(len(placed))):
        placed[place] = max(placed[place], floor + heights[place] / 2)
        floor = placed[place] + heights[place] / 2
    return placed

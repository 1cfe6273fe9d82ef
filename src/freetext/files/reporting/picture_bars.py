"""Pictures whose labels stand at the left: bars with intervals, bars of 100 %, and pairs of dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from freetext.files.reporting.picture_frame import BLUE, COLOURS, GREY, INK, LABEL, ORANGE, PAD, Frame, Room, framed
from freetext.files.reporting.picture_rows import (
    TICK,
    Rows,
    ends,
    inch,
    letters_on,
    rows_of,
    rows_on,
    scale_top,
    shares_on,
    text_of,
)
from freetext.files.reporting.picture_text import fitting, height, shorter, width
from freetext.reports.report import Chart, Series

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BELOW = 0.3
"""Inches for the percentages below a plot."""

GAP = 0.06


def bars(chart: Chart, *, bare: bool) -> Figure:
    """A bar a label, its interval, and the text behind both."""
    rows = rows_of(chart.labels, 0.31)
    (series,) = chart.series
    texts = [text_of(series, place) for place in range(len(chart.labels))]
    right = max((width(text, LABEL) for text in texts), default=0.0) + GAP + PAD
    frame = framed(chart, Room(rows.height, rows.width + PAD + 0.1, right, below=BELOW), bare=bare)
    axes, top = frame.axes, scale_top(chart)
    shares_on(frame, top, rows)
    rows_on(frame, rows)
    axes.barh(rows.middles, [share or 0.0 for share in series.shares], 0.18, color=BLUE, zorder=2)
    _whiskers(axes, series, rows)
    off = GAP * inch(frame)
    for place, text in enumerate(texts):
        share, reach = series.shares[place], ends(series, place)
        end = max(share or 0.0, reach[1] if reach else 0.0)
        axes.text(
            end + off,
            rows.middles[place],
            text,
            size=LABEL,
            color=INK if share is not None else GREY,
            va="center_baseline",
        )
    return frame.figure


def _whiskers(axes: Axes, series: Series, rows: Rows) -> None:
    """Intervals, edged in white so that they are seen on a bar as well."""
    found = [
        (place, share, reach)
        for place, share in enumerate(series.shares)
        if share is not None and (reach := ends(series, place))
    ]
    if not found:
        return
    arms = (
        [max(share - reach[0], 0) for _, share, reach in found],
        [max(reach[1] - share, 0) for _, share, reach in found],
    )
    shares, places = [share for _, share, _ in found], [rows.middles[place] for place, _, _ in found]
    for colour, line, cap in (("white", 2.6, 1.8), (INK, 1.1, 1.1)):
        axes.errorbar(
            shares, places, xerr=arms, fmt="none", ecolor=colour, elinewidth=line, capsize=2.6, capthick=cap, zorder=3
        )


def stacked(chart: Chart, *, bare: bool) -> Figure:
    """A bar a label, cut into the series; a hidden part is left out, and its mark stands behind the bar."""
    rows = rows_of(chart.labels, 0.38)
    room = Room(rows.height, rows.width + PAD + 0.1, PAD + 0.25, below=BELOW)
    swatches = [(COLOURS[place % len(COLOURS)], series.name) for place, series in enumerate(chart.series)]
    frame = framed(chart, room, bare=bare, swatches=swatches)
    shares_on(frame, 1.0, rows)
    rows_on(frame, rows)
    starts = [0.0] * len(chart.labels)
    for (colour, _), series in zip(swatches, chart.series, strict=True):
        _part(frame, rows, series, starts, colour)
    for place, start in enumerate(starts):
        marks = dict.fromkeys(text_of(series, place) for series in chart.series if series.shares[place] is None)
        frame.axes.text(
            start + GAP * inch(frame),
            rows.middles[place],
            " ".join(filter(None, marks)),
            size=LABEL,
            color=GREY,
            va="center",
        )
    return frame.figure


def _part(frame: Frame, rows: Rows, series: Series, starts: list[float], colour: str) -> None:
    """One option in every bar; moves the starts on."""
    shares = [share or 0.0 for share in series.shares]
    frame.axes.barh(rows.middles, shares, 0.25, left=starts, color=colour, edgecolor="white", linewidth=1, zorder=2)
    for place, share in enumerate(shares):
        text = fitting(shorter(text_of(series, place)), share * frame.plot[0] - GAP, TICK) if share else ""
        if text:
            frame.axes.text(
                starts[place] + share / 2,
                rows.middles[place],
                text,
                size=TICK,
                color=letters_on(colour),
                ha="center",
                va="center_baseline",
            )
        starts[place] += share


def dumbbell(chart: Chart, *, bare: bool) -> Figure:
    """Two dots a label, joined; their intervals faintly above and below."""
    rows = rows_of(chart.labels, 0.42)
    texts = [_figure(series, place) for series in chart.series for place in range(len(chart.labels))]
    side = max((width(text, LABEL) for text in texts), default=0.0) + 0.12
    room = Room(rows.height, rows.width + PAD + 0.1, PAD + side, below=BELOW)
    colours = (BLUE, ORANGE)
    frame = framed(
        chart, room, bare=bare, swatches=[*zip(colours, (series.name for series in chart.series), strict=False)]
    )
    shares_on(frame, scale_top(chart), rows)
    rows_on(frame, rows)
    for series, colour, marker, off in zip(chart.series, colours, ("o", "D"), (-0.09, 0.09), strict=False):
        _dots(frame.axes, rows, series, colour, marker, off)
    for place, y in enumerate(rows.middles):
        _pair(frame, chart, place, y)
    return frame.figure


def _dots(axes: Axes, rows: Rows, series: Series, colour: str, marker: str, off: float) -> None:
    places = [place for place, share in enumerate(series.shares) if share is not None]
    reach = [(place, found) for place in places if (found := ends(series, place))]
    axes.hlines(
        [rows.middles[place] + off for place, _ in reach],
        [low for _, (low, _) in reach],
        [high for _, (_, high) in reach],
        colour,
        linewidth=1.2,
        alpha=0.55,
    )
    shares = [share for share in series.shares if share is not None]
    size = 95 if marker == "o" else 40
    look: dict[str, Any] = {"zorder": 4, "edgecolors": "white", "linewidths": 0.8, "clip_on": False}
    axes.scatter(shares, [rows.middles[place] for place in places], size, colour, marker=marker, **look)


def _pair(frame: Frame, chart: Chart, place: int, y: float) -> None:
    """The line between two dots, and their figures at its outer sides."""
    found = [(share, _figure(series, place)) for series in chart.series if (share := series.shares[place]) is not None]
    hidden = [mark for series in chart.series if series.shares[place] is None and (mark := text_of(series, place))]
    off = 0.1 * inch(frame)
    if not found:
        frame.axes.text(off, y, " ".join(hidden), size=LABEL, color=GREY, va="center")
        return
    (low, left), (high, right) = min(found), max(found)
    frame.axes.hlines(y, low, high, GREY, linewidth=2, zorder=3)
    same = left == right
    text = " ".join([right, *hidden])
    frame.axes.text(high + off, y, text, size=TICK, color=INK, va="center_baseline", zorder=5)
    room = width(left, TICK) * inch(frame)
    if len(found) > 1 and not same and low - off - room >= 0:
        frame.axes.text(low - off, y, left, size=TICK, color=INK, ha="right", va="center_baseline", zorder=5)


def _figure(series: Series, place: int) -> str:
    """The percentage alone."""
    return text_of(series, place).split(" (", 1)[0]


def nothing(chart: Chart, *, bare: bool) -> Figure:
    """What stands where there is nothing to draw."""
    frame = framed(chart, Room(height(2, LABEL), PAD), bare=bare)
    frame.axes.text(0, 0.5, "Nothing to draw.", size=LABEL, color=GREY, va="center")
    return frame.figure

"""The frame of a picture: the finding above, the base line and what else must be told below, and the plot between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from freetext.files.reporting.picture_text import broken, height, width
from freetext.reports.report import Chart
from freetext.reports.whiskers import whiskers

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, GREY = "#262626", "#5F5F5F"
BLUE, ORANGE = "#0072B2", "#E69F00"
COLOURS = (BLUE, ORANGE, "#009E73", "#56B4E9", "#D55E00", "#F0E442", "#CC79A7", "#5F5F5F")
"""Okabe and Ito's, which colour-blind readers can tell apart, in the order of the page."""

STROKES = (*COLOURS[:5], "#736A00", *COLOURS[6:])
"""The same for lines, the palest of them darker."""

WIDTH, PAD = 7.5, 0.2
"""Inches across, and at the edges."""

TITLE, SUBTITLE, LABEL, FOOT = 13.0, 9.5, 9.5, 8.0
"""Points."""

SWATCH = 0.13


@dataclass(frozen=True, slots=True)
class Room:
    """What the plot needs around it, in inches: its own height, the margins at its sides, and the heads above and ticks below it."""

    plot: float
    left: float
    right: float = PAD
    above: float = 0.05
    below: float = 0.05
    width: float = WIDTH


@dataclass(frozen=True, slots=True)
class Frame:
    """A figure with its texts drawn, and the axes to plot on; `plot` is their width and height in inches."""

    figure: Figure
    axes: Axes
    plot: tuple[float, float]


def framed(chart: Chart, room: Room, *, bare: bool, swatches: Sequence[tuple[str, str]] = ()) -> Frame:
    """Make a figure as high as its texts and its plot need; `bare` leaves the texts to whoever shows it."""
    from matplotlib.figure import Figure

    inner = room.width - 2 * PAD
    heads = [] if bare else [(line, TITLE, INK, "bold") for line in _lines(chart.finding, inner, TITLE, bold=True)]
    heads += [] if bare else [(line, SUBTITLE, GREY, "normal") for line in _lines(chart.title, inner, SUBTITLE)]
    told = (f"{chart.base} {whiskers(chart)}", chart.note)
    feet = [] if bare else [(line, FOOT, GREY, "normal") for each in told for line in _lines(each, inner, FOOT)]
    keys = _keys(swatches, inner)
    top = (
        PAD / 2
        + sum(height(1, size) for _, size, _, _ in heads)
        + height(len(keys), LABEL) * 1.2
        + (0.08 if keys else 0)
    )
    bottom = PAD / 2 + sum(height(1, size) for _, size, _, _ in feet) + 0.06
    high = top + room.above + room.plot + room.below + bottom
    figure = Figure(figsize=(room.width, high), facecolor="white")
    y = _written(figure, heads, high - PAD / 2)
    _drawn_keys(figure, keys, y - 0.04)
    _written(figure, feet, bottom - 0.06)
    across = room.width - room.left - room.right
    axes = figure.add_axes(
        (room.left / room.width, (bottom + room.below) / high, across / room.width, room.plot / high)
    )
    axes.set_axis_off()
    return Frame(figure, axes, (across, room.plot))


def _lines(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    return [line for line in broken(text, room, size, bold=bold) if line]


def _written(figure: Figure, lines: Sequence[tuple[str, float, str, str]], y: float) -> float:
    """Write lines from the left edge, the first with its top at y inches; returns where the last ends."""
    across, high = figure.get_size_inches()
    for text, size, colour, weight in lines:
        figure.text(PAD / across, (y - height(1, size) * 0.8) / high, text, size=size, color=colour, weight=weight)
        y -= height(1, size)
    return y


def _keys(swatches: Sequence[tuple[str, str]], room: float) -> list[list[tuple[float, str, str]]]:
    """Lay a legend out in lines: where each swatch begins, its colour and its name."""
    lines: list[list[tuple[float, str, str]]] = []
    x = room + 1
    for colour, name in swatches:
        text = broken(name, room - 2 * SWATCH, LABEL, most=1)[0]
        need = SWATCH + 0.07 + width(text, LABEL)
        if x + need > room:
            lines.append([])
            x = 0.0
        lines[-1].append((x, colour, text))
        x += need + 0.22
    return lines


def _drawn_keys(figure: Figure, lines: Sequence[Sequence[tuple[float, str, str]]], y: float) -> None:
    from matplotlib.patches import Rectangle

    across, high = figure.get_size_inches()
    for line in lines:
        y -= height(1, LABEL) * 1.2
        for x, colour, text in line:
            place = ((PAD + x) / across, (y + 0.02) / high)
            figure.add_artist(
                Rectangle(place, SWATCH / across, SWATCH / high, facecolor=colour, transform=figure.transFigure)
            )
            figure.text((PAD + x + SWATCH + 0.07) / across, (y + 0.035) / high, text, size=LABEL, color=INK)

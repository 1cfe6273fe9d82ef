"""A chart as cells: its finding, room for the drawing, and the numbers that the spreadsheet draws it from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from freetext.reports.book import Area, Drawing, Plot
from freetext.reports.report import Chart, Series
from freetext.reports.whiskers import whiskers
from freetext.show.numbers import EMPTY, points
from freetext.show.report_svg_parts import described
from freetext.show.screens import safe, wrap
from freetext.survey.sheet import Cell

BLANK = Cell(None)
ROW = 20
"""Pixels of a row of cells."""

WIDTH = 640
LEAST, MOST = 240, 1200
"""Pixels of a drawing: its width, and what its height lies between."""

NOTE = 90
"""Characters of a line of notes below the numbers."""

HAIR = 1e-12
"""How far a stored share is kept off the middle between two percentages."""


@dataclass(frozen=True, slots=True)
class Block:
    """A chart laid out: rows of cells whose first stands at `at`, and the drawing or the scale among them."""

    at: tuple[int, int]
    rows: tuple[tuple[Cell, ...], ...]
    drawing: Drawing | None = None
    scale: Area | None = None


def steady(share: float | None) -> float | None:
    """A share as it can be stored: in the middle between two percentages, a hair to the side to which everybody else rounds it.

    Spreadsheets round what they compute from the binary number, each in its own way: .285 is 28 % in one and 29 % in another.
    """
    if share is None or not 0 < share < 1:
        return share
    middle = round(share * 200) / 200
    if round(share * 200) % 2 == 0 or abs(share - middle) >= HAIR:
        return share
    return middle + HAIR if int(points(share)) > middle * 100 else middle - HAIR


def block(chart: Chart, row: int, column: int) -> Block:
    """Lay a chart out from this cell on: finding, drawing, numbers, base and note, one below the other."""
    heading = (Cell(safe(chart.title), "sub"),)
    finding = (Cell(safe(chart.finding), "finding"),)
    room = 0 if chart.kind == "heat" else _height(chart)
    top = row + 2 + (room + ROW - 1) // ROW + (1 if room else 0)
    numbers = tuple(_bars(chart) if chart.kind == "bars" else _grid(chart))
    base = top + len(numbers)
    told = " ".join(each for each in (chart.base, whiskers(chart) if chart.kind == "bars" else "") if each)
    foot = [(Cell(safe(told), "note"),), *((Cell(line, "note"),) for line in wrap(safe(chart.note), NOTE) if line)]
    rows = (finding, heading, *([(BLANK,)] * (top - row - 2)), *numbers, *foot)
    if chart.kind == "heat":
        return Block((row, column), rows, scale=Area(top + 1, column + 1, len(chart.labels), len(chart.series)))
    plots = tuple(_plots(chart, top, column))
    labels = Area(top + 1, column, len(chart.labels))
    places = Area(row, column), Area(base, column), labels
    drawing = Drawing(chart.kind, *places, plots, (row + 2, column), (WIDTH, room), described(chart))
    return Block((row, column), rows, drawing)


def _height(chart: Chart) -> int:
    """How high a drawing is: as its labels need."""
    each = {"bars": 30, "stacked": 36, "dumbbell": 44}.get(chart.kind, 0)
    legend = 0 if chart.kind == "bars" else 24 * (1 + len(chart.series) // 4)
    return min(max(110 + each * len(chart.labels) + legend, LEAST if each else 380), MOST)


BARS = ("Share", "Low", "High", "Below", "Above", "End")
"""The columns of numbers behind bars; the last three are for the drawing: both arms of the interval, and where the text stands."""


def _bars(chart: Chart) -> Iterator[tuple[Cell, ...]]:
    (series,) = chart.series
    yield (Cell("Numbers of the chart", "head"), *(Cell(each, "over") for each in BARS))
    for place, label in enumerate(chart.labels):
        yield (Cell(safe(label), "label"), *_bar(series, place))


def _bar(series: Series, place: int) -> tuple[Cell, ...]:
    share, text = series.shares[place], series.texts[place]
    low, high = _ends(series, place)
    arms = (None, None) if share is None or low is None or high is None else (share - low, high - share)
    end = 0.0 if share is None else share if high is None else max(share, high)
    return (
        _share(share, text),
        *(Cell(steady(each), "percent") for each in (low, high)),
        *(Cell(None if arm is None else max(arm, 0.0), "percent") for arm in arms),
        Cell(end, "percent"),
    )


def _share(share: float | None, text: str) -> Cell:
    """A share, or the mark of one that is hidden."""
    return Cell(safe(text) or EMPTY, "mark") if share is None else Cell(steady(share), "percent")


def _ends(series: Series, place: int) -> tuple[float | None, float | None]:
    known = place < min(len(series.low), len(series.high))
    return (series.low[place], series.high[place]) if known else (None, None)


def _grid(chart: Chart) -> Iterator[tuple[Cell, ...]]:
    """Labels by series."""
    yield (Cell("Numbers of the chart", "head"), *(Cell(safe(series.name), "over") for series in chart.series))
    for place, label in enumerate(chart.labels):
        cells = (_share(series.shares[place], series.texts[place]) for series in chart.series)
        yield (Cell(safe(label), "label"), *cells)


def _plots(chart: Chart, top: int, column: int) -> Iterator[Plot]:
    size = len(chart.labels)
    for place, series in enumerate(chart.series, start=1):
        marks = tuple(
            safe(text) if share is None else "" for share, text in zip(series.shares, series.texts, strict=True)
        )
        name, shares = Area(top, column + place), Area(top + 1, column + place, size)
        if chart.kind != "bars":
            yield Plot(name, shares, texts=marks if any(marks) else ())
            continue
        less, more, ends = (Area(top + 1, column + BARS.index(each) + 1, size) for each in BARS[3:])
        known = any(low is not None for low in series.low)
        texts = tuple(map(safe, series.texts))
        yield Plot(name, shares, less if known else None, more if known else None, ends, texts)


def widths(charts: Sequence[Chart]) -> tuple[float, ...]:
    """Widths of the columns of these charts' numbers, in characters."""
    most = max((len(BARS) if chart.kind == "bars" else len(chart.series) for chart in charts), default=0)
    return (30.0, *[9.0] * most) if most else ()

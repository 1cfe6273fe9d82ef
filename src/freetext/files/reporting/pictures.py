"""Charts as pictures, PNG and SVG, by matplotlib: the same chart gives the same bytes."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from freetext.files.reporting.picture_text import FACE, shown
from freetext.reports.report import Chart

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 160
MOST = 30_000
"""Pixels of a side that a picture has at most."""

SETTINGS: Any = {
    "font.family": FACE,
    "text.parse_math": False,
    "text.hinting": "none",
    "svg.fonttype": "none",
    "svg.hashsalt": "freetext",
    "axes.unicode_minus": False,
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart drawn: its name, the bytes of both files, and the PNG's width and height in pixels."""

    name: str
    png: bytes
    svg: bytes
    size: tuple[int, int]


def pictures(charts: Iterable[Chart], *, bare: bool = False) -> Iterator[Picture]:
    """Draw charts, one after the other; `bare` leaves finding, base and note to whoever shows the picture beside them.

    Nothing of a user's matplotlib settings counts, and they are as they were between two pictures.
    """
    for chart in charts:
        with _plain():
            drawn = _picture(chart, bare=bare)
        yield drawn


@contextmanager
def _plain() -> Iterator[None]:
    """Matplotlib with its own defaults and ours, and without its remarks on missing caches, homes and letters."""
    log = logging.getLogger("matplotlib")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="(Glyph|Matplotlib currently does not support)")
            import matplotlib as mpl

            with mpl.rc_context():
                mpl.rcdefaults()
                mpl.rcParams.update(SETTINGS)
                yield
    finally:
        log.setLevel(level)


def _picture(chart: Chart, *, bare: bool) -> Picture:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    figure = _drawn(chart, bare=bare)
    figure.set_dpi(min(DPI, MOST / max(figure.get_size_inches())))
    png, svg = io.BytesIO(), io.BytesIO()
    canvas = FigureCanvasAgg(figure)
    canvas.print_png(png, metadata={"Software": None}, pil_kwargs={"compress_level": 3})  # type: ignore[no-untyped-call]
    width, height = canvas.get_width_height()
    said = shown(f"{chart.finding} {chart.title}")
    FigureCanvasSVG(figure).print_svg(svg, metadata={"Date": None, "Creator": None, "Title": said})  # type: ignore[no-untyped-call]
    return Picture(chart.name, png.getvalue(), svg.getvalue(), (width, height))


def _drawn(chart: Chart, *, bare: bool) -> Figure:
    from freetext.files.reporting.picture_bars import bars, dumbbell, nothing, stacked
    from freetext.files.reporting.picture_maps import heat, trend

    kinds: dict[str, Callable[..., Figure]] = {
        "bars": bars,
        "stacked": stacked,
        "dumbbell": dumbbell,
        "heat": heat,
        "trend": trend,
    }
    told = any(any(series.texts) or any(share is not None for share in series.shares) for series in chart.series)
    return (kinds[chart.kind] if chart.labels and told else nothing)(chart, bare=bare)

"""Charts that the spreadsheet draws itself: their numbers, names and texts are cells, so that they can be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from freetext.reports.book import Area, Drawing, Plot

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

BLUE, ORANGE, GREY, INK = "#0072B2", "#E69F00", "#7F7F7F", "#262626"
COLOURS = (BLUE, ORANGE, "#009E73", "#56B4E9", "#D55E00", "#F0E442", "#CC79A7", "#595959")
"""Okabe and Ito's, which colour-blind readers can tell apart, in the order of the page."""

DARK = {BLUE, "#009E73", "#D55E00", "#595959"}
"""Colours on which white letters can be read."""

MARKERS = ("circle", "diamond", "square", "triangle", "x", "plus", "star", "short_dash")
FACE = "Arial"
SMALL = 0.045
"""Parts of a bar under this bear no text: it would not fit."""

PERCENT, WHOLE = "0%", '[>1]"";0%'
"""How a share is shown, and how on an axis, which may go on where shares end."""

KINDS: dict[str, dict[str, str]] = {
    "bars": {"type": "bar"},
    "stacked": {"type": "bar", "subtype": "stacked"},
    "dumbbell": {"type": "bar"},
    "trend": {"type": "line"},
}


def draw(book: Workbook, sheet: Worksheet, drawing: Drawing) -> None:
    """Draw a chart beside its cells: title and base line are cells too."""
    chart = book.add_chart(KINDS[drawing.kind])
    name = sheet.get_name()
    for place, plot in enumerate(drawing.plots):
        for series in _series(drawing, plot, place, name):
            chart.add_series(series)
    chart.set_title({"name": _cell(name, drawing.title), "name_font": _font(11, bold=True), "overlay": False})
    _axes(chart, drawing, name)
    chart.set_legend({"none": True} if drawing.kind == "bars" else {"position": "bottom", "font": _font(9)})
    chart.show_blanks_as("gap")
    chart.set_chartarea({"border": {"none": True}})
    width, height = drawing.size
    chart.set_size({"width": width, "height": height})
    sheet.insert_chart(*drawing.at, chart, {"description": drawing.alt, "object_position": 1})


def _series(drawing: Drawing, plot: Plot, place: int, sheet: str) -> list[dict[str, Any]]:
    colour = COLOURS[place % len(COLOURS)]
    series: dict[str, Any] = {
        "name": _cell(sheet, plot.name),
        "categories": _range(sheet, drawing.labels),
        "values": _range(sheet, plot.shares),
    }
    if drawing.kind == "trend":
        return [{**series, **_line(colour, place)}]
    series |= {"fill": {"color": colour}, "gap": 45}
    if drawing.kind == "bars":
        return [{**series, "overlap": 100, **_whiskers(plot, sheet)}, _texts(drawing, plot, sheet)]
    inside = drawing.kind == "stacked"
    letters = "#FFFFFF" if inside and colour in DARK else INK
    labels = {"value": True, "num_format": f'[<{SMALL}]"";{PERCENT}' if inside else PERCENT, "font": _font(9, letters)}
    labels |= {"position": "center" if inside else "outside_end", "custom": _literal(plot.texts)}
    return [{**series, "overlap": 100 if inside else -5, "data_labels": labels}]


def _line(colour: str, place: int) -> dict[str, Any]:
    marker = {"type": MARKERS[place % len(MARKERS)], "size": 7, "fill": {"color": colour}, "border": {"color": colour}}
    labels = {"value": True, "num_format": PERCENT, "position": "above", "font": _font(8)}
    return {"line": {"color": colour, "width": 2}, "marker": marker, "data_labels": labels}


def _whiskers(plot: Plot, sheet: str) -> dict[str, Any]:
    """The interval, from the cells that hold its arms."""
    if plot.less is None or plot.more is None:
        return {}
    arms = {"plus_values": "=" + _reference(sheet, plot.more), "minus_values": "=" + _reference(sheet, plot.less)}
    return {"y_error_bars": {"type": "custom", **arms, "line": {"color": INK, "width": 1.25}}}


def _texts(drawing: Drawing, plot: Plot, sheet: str) -> dict[str, Any]:
    """A bar that nobody sees, as long as the interval reaches, with the text at its end."""
    assert plot.ends is not None
    return {
        "name": _cell(sheet, plot.name),
        "categories": _range(sheet, drawing.labels),
        "values": _range(sheet, plot.ends),
        "fill": {"none": True},
        "border": {"none": True},
        "data_labels": {"value": True, "position": "outside_end", "custom": _literal(plot.texts), "font": _font(9)},
    }


def _literal(texts: tuple[str, ...]) -> list[dict[str, Any] | None]:
    """Texts as labels, a space off the bar: so none can begin as a formula does."""
    return [{"value": f" {text}"} if text else None for text in texts]


def _axes(chart: Any, drawing: Drawing, sheet: str) -> None:
    """Shares on one axis, from nought; labels on the other, the first one uppermost; the base line below all."""
    base = {"name": _cell(sheet, drawing.base), "name_font": _font(9, GREY)}
    labels = {"num_font": _font(9), "line": {"color": GREY}, "major_tick_mark": "none"}
    shares = {"num_format": WHOLE, "min": 0, "num_font": _font(9, GREY), "line": {"none": True}}
    shares |= {"major_gridlines": {"visible": True, "line": {"color": "#D9D9D9", "width": 0.75}}}
    if drawing.kind == "trend":
        chart.set_x_axis({**labels, **base})
        chart.set_y_axis(shares)
        return
    chart.set_y_axis(
        {**labels, "reverse": True, "major_gridlines": {"visible": False}, "crossing": "max", "interval_unit": 1}
    )
    chart.set_x_axis({**shares, **base, **({"max": 1} if drawing.kind == "stacked" else {})})


def _font(size: int, colour: str = INK, *, bold: bool = False) -> dict[str, object]:
    return {"name": FACE, "size": size, "color": colour, "bold": bold}


def _cell(sheet: str, area: Area) -> list[object]:
    return [sheet, area.row, area.column]


def _range(sheet: str, area: Area) -> list[object]:
    return [sheet, area.row, area.column, area.row + area.height - 1, area.column + area.width - 1]


def _reference(sheet: str, area: Area) -> str:
    """An absolute reference to cells of a sheet whose name is quoted."""
    from xlsxwriter.utility import xl_range_abs

    corners = (area.row, area.column, area.row + area.height - 1, area.column + area.width - 1)
    return f"{quoted_name(sheet)}!{xl_range_abs(*corners)}"


def quoted_name(sheet: str) -> str:
    """A sheet's name as references write it."""
    return "'" + sheet.replace("'", "''") + "'"

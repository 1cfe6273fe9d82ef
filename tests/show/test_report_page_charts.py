"""Charts as inline SVG."""

import math
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.show.report_example import charts

from freetext.reports.report import Chart, Series
from freetext.show.report_svg import drawings
from freetext.show.report_svg_heat import SHADES, shade
from freetext.show.report_svg_parts import FILLS, width_of

KINDS = [chart.kind for chart in charts()]
SHARES = st.none() | st.floats(0, 1)


def drawn(chart):
    return [BeautifulSoup(each, "html5lib").svg for each in drawings(chart, "c")]


def of(kind):
    return next(chart for chart in charts() if chart.kind == kind)


def words(svg):
    return [each.string for each in svg.select("text")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_tells_what_it_shows(kind):
    """Each drawing is an image with a name and a description: the finding, the numbers while they are few, and the base."""
    chart = of(kind)
    for svg in drawn(chart):
        assert svg["role"] == "img"
        title, said = (svg.select(f"#{each}")[0].string for each in svg["aria-labelledby"].split())
        assert title == chart.title
        assert said.startswith(chart.finding)
        assert said.endswith(chart.base)
        assert ("resource 56 %" in said) == (kind in {"bars", "dumbbell"})


@pytest.mark.parametrize("kind", KINDS)
def test_everything_lies_on_the_sheet(kind):
    """No shape and no word lies beyond the drawing's edges, on a page or on a telephone."""
    for svg in drawn(of(kind)):
        *_, width, height = map(float, svg["viewbox"].split() if svg.has_attr("viewbox") else svg["viewBox"].split())
        for each in svg.select("rect, line, circle"):
            numbers = {name: float(each.get(name, 0)) for name in ("x", "y", "x1", "x2", "y1", "y2", "width", "height")}
            assert numbers["width"] >= 0
            assert min(numbers["x"], numbers["x1"], numbers["x2"]) >= -0.5
            assert max(numbers["x"] + numbers["width"], numbers["x1"], numbers["x2"]) <= width + 0.5
            assert 0 <= max(numbers["y"] + numbers["height"], numbers["y1"], numbers["y2"]) <= height
        for each in svg.select("text"):
            left, right = reach(each)
            assert left >= -1
            assert right <= width + 1, each
            assert 0 < float(each["y"]) <= height


def reach(text):
    """Where a line of text begins and ends, as wide as letters are taken to be."""
    x, wide, style = float(text["x"]), width_of(text.string, float(text["font-size"])), text.get("class", [])
    left = x - wide if "end" in style else x - wide / 2 if "mid" in style else x
    return left, left + wide


@pytest.mark.parametrize("kind", ["bars", "dumbbell", "heat"])
def test_every_number_stands_in_words(kind):
    """The text of every share is drawn, that of a hidden one as well."""
    chart = of(kind)
    expected = sorted(text for each in chart.series for text in each.texts)
    for svg in drawn(chart):
        assert not [text for text in expected if words(svg).count(text) < expected.count(text)]


def test_bars_are_as_long_as_their_shares():
    """A bar begins at 0 %, is as long as its share of the scale, and its interval's ends are where they belong; a hidden one has neither."""
    chart = of("bars")
    for svg in drawn(chart):
        start, end = float(svg.select("line.axis")[0]["x1"]), float(svg.select("line.grid")[-1]["x1"])
        boxes = svg.select("rect.f0")
        assert [round((float(box["width"])) / (end - start), 2) for box in boxes] == [0.56, 0.07, 0.2]
        assert {float(box["x"]) for box in boxes} == {start}
        ends = [re.findall(r"^M([\d.]+) .*H([\d.]+)", each["d"])[0] for each in svg.select("path.whisker")]
        found = [tuple(round((float(x) - start) / (end - start), 2) for x in pair) for pair in ends]
        assert found == [(0.41, 0.7), (0.02, 0.19), (0.1, 0.34)]


def test_pieces_of_a_stacked_bar():
    """The pieces of a bar follow each other without a gap to the end of the scale; a hidden column has none, and says so."""
    for svg in drawn(of("stacked")):
        start, end = float(svg.select("line.axis")[0]["x1"]), float(svg.select("line.grid")[-1]["x1"])
        bars: dict[str, list[tuple[float, float]]] = {}
        for box in svg.select(":is(rect)[class^=f][height='22']"):
            bars.setdefault(box["y"], []).append((float(box["x"]), float(box["width"])))
        assert len(bars) == 3
        for pieces in bars.values():
            assert len(pieces) == 8
            assert pieces[0][0] == start
            assert all(abs(x + width + 1.5 - following) < 1.5 for (x, width), (following, _) in pairwise(pieces))
            assert pieces[-1][0] < end
        assert words(svg).count("*") == 1


def test_no_series_is_told_by_colour_alone():
    """Pieces have patterns, marks have shapes, and lines have dashes: the first eight of each differ."""
    fills = {(*box["class"],) for box in drawn(of("stacked"))[0].select("rect[class^=p]")}
    assert len(fills) == FILLS - 1
    marks = [each["d"] for each in drawn(of("dumbbell"))[0].select("path.dot")]
    assert len(set(marks)) == 2
    lines = {each["class"][-1] for each in drawn(of("trend"))[0].select("path.line")}
    assert lines == {"l0", "l1"}


def test_a_hidden_point_breaks_a_line():
    """A line is not drawn through a wave whose share is hidden."""
    path = drawn(of("trend"))[0].select("path.line")[1]["d"]
    assert (path.count("M"), path.count("L")) == (2, 1)


def test_labels_are_wrapped():
    """A long label is broken at its spaces and nothing of it is lost."""
    label = of("bars").labels[2]
    for svg in drawn(of("bars")):
        assert label in " ".join(each.string for each in svg.select("text.label"))


@given(share=st.floats(0, 1), highest=st.sampled_from([0.1, 0.4, 1.0]))
def test_shades(share, highest):
    """The larger a share, the darker; all shades are used, none beyond."""
    assert 0 <= shade(share, highest) < SHADES
    assert shade(0.0, highest) == 0
    assert shade(highest, highest) == SHADES - 1
    assert shade(share / 2, highest) <= shade(share, highest)


@settings(max_examples=60)
@given(
    kind=st.sampled_from(KINDS),
    shares=st.lists(st.lists(SHARES, min_size=3, max_size=3), min_size=2, max_size=9),
    label=st.text(min_size=1, max_size=60),
)
def test_any_shares(kind, shares, label):
    """Whatever is hidden, 0, tiny or all, a chart is drawn, and every coordinate is a number."""
    series = tuple(
        Series(
            f"s{at}",
            tuple(some),
            tuple("*" if each is None else f"{each:.0%}" for each in some),
            tuple(some),
            tuple(some),
        )
        for at, some in enumerate(shares)
    )
    chart = Chart(kind, "n", "t", "f", "b", (label, "two", "three"), series)
    for text in (
        *drawings(chart, "c"),
        *drawings(replace(chart, labels=(), series=tuple(Series(each.name, (), ()) for each in series)), "c"),
    ):
        assert not re.search(r"nan|inf\b", text)
        assert all(math.isfinite(float(each)) for each in re.findall(r'\b[xy]="([^"]+)"', text))

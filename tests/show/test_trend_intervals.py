"""A trend draws the interval of every point, however many waves there are."""

import re

import pytest

from freetext.reports.report import Chart, Series
from freetext.show.report_svg_parts import WIDE
from freetext.show.report_svg_trend import trend


@pytest.mark.parametrize("waves", [2, 3, 7])
def test_every_point_has_its_interval(waves):
    """Each theme has a line up and down at each wave; one that a wave could not be coded with has neither point nor interval there."""
    shares = tuple(0.2 + 0.05 * place for place in range(waves))
    low, high = (tuple(share + by for share in shares) for by in (-0.03, 0.03))
    late = (None, *shares[1:]), ("", *("25 %",) * (waves - 1)), (None, *low[1:]), (None, *high[1:])
    series = (Series("Money", shares, ("20 %",) * waves, low, high), Series("Parking", *late))
    chart = Chart("trend", "t", "Why?", "", "", tuple(f"wave {place}" for place in range(waves)), series)
    svg = trend(chart, WIDE)
    drawn = [each for each in svg.iter("line") if each.get("class", "").startswith("thin")]
    assert len(drawn) == 2 * waves - 1
    points = {x for path in svg.iter("path") for x in re.findall(r"[ML]([0-9.]+) ", path.get("d", ""))}
    assert {each.get("x1") for each in drawn} <= points, "an interval goes through its point"
    assert len({each.get("x1") for each in drawn}) == len(drawn), "no interval lies on another"

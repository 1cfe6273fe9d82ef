"""A report as the pages of a workbook, before anything is written."""

import math
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest

from freetext.reports.report import Chart, Section
from freetext.show.numbers import points
from freetext.show.report_blocks import block, steady
from freetext.show.report_places import homes
from freetext.show.report_sheets import report_sheets


def texts(page):
    """All that stands on a page."""
    return [cell.value for row in page.sheet.rows for cell in row]


def test_one_page_a_table_and_listing_between_index_and_methods(report):
    """The index comes first, then each section's tables and listings, then quotes and methods."""
    names = [page.sheet.name for page in report_sheets(report)]
    assert names == ["Index", "barrier", "barrier by type", "beside-listing", "=1+1", "Quotes", "Methods"]


def test_the_index_links_to_every_page_and_all_link_back(report):
    """Every page can be reached from the first, and the first from every page."""
    index, *others = report_sheets(report)
    assert [name for _, _, name in index.links] == [page.sheet.name for page in others]
    for row, column, name in index.links:
        assert index.sheet.rows[row][column].value == name
    assert {page.links[0][2] for page in others} == {"Index"}


def test_names_of_ours_are_not_taken(report, make):
    """A question named like one of our pages gets another name."""
    section = Section("q", "q", (), (make.table("Methods", "closed", {"a": (1,)}, {"Total": 2}),))
    names = [page.sheet.name for page in report_sheets(replace(report, sections=(section,)))]
    assert names == ["Index", "Methods 2", "Methods"]


def test_what_a_report_says_stands_in_it(report):
    """Headlines, warnings, findings, base lines, quotes, methods and provenance all stand somewhere, to the letter."""
    found = {value for page in report_sheets(report) for value in texts(page)}
    charts = [chart for section in report.sections for chart in section.charts]
    wanted = {*report.headlines, *report.warnings, *report.methods, *(chart.finding for chart in charts)}
    wanted |= {quote.text for section in report.sections for quote in section.quotes}
    assert wanted | {fact.value for fact in report.provenance} <= found
    assert all(any(str(value).startswith(chart.base) for value in found) for chart in charts)


def test_charts_stand_with_what_they_are_drawn_from(report):
    """Bars stand with the total, a cross-tab's charts with the cross-tab, a pair of dots with its listing."""
    places = {chart.kind: thing for thing, charts in homes(report.sections[0]) for chart in charts}
    first, crossed = report.sections[0].tables
    assert (places["bars"], places["trend"]) == (first, first)
    assert (places["stacked"], places["heat"]) == (crossed, crossed)
    assert places["dumbbell"] == report.sections[0].listings[0]


def test_the_cells_behind_a_chart_are_its_numbers(charts):
    """Every area of a drawing holds what the chart says: labels, names, shares and both arms of each interval."""
    for chart in charts:
        laid = block(chart, 4, 7)
        cells = {(4 + row, 7 + column): cell for row, line in enumerate(laid.rows) for column, cell in enumerate(line)}
        if laid.drawing is None:
            assert laid.scale is not None
            assert (chart.kind, laid.scale.height, laid.scale.width) == ("heat", len(chart.labels), len(chart.series))
            continue
        for series, plot in zip(chart.series, laid.drawing.plots, strict=True):
            assert cells[plot.name.row, plot.name.column].value == ("Share" if chart.kind == "bars" else series.name)
            for place, share in enumerate(series.shares):
                cell = cells[plot.shares.row + place, plot.shares.column]
                assert cell.value == ("*" if share is None else pytest.approx(share, abs=1e-11))
                if plot.less and plot.more:
                    less, more = (cells[area.row + place, area.column].value for area in (plot.less, plot.more))
                    assert (share - less, share + more) == pytest.approx((series.low[place], series.high[place]))


def test_a_chart_that_was_drawn_before_stays_below_the_last(report, make, charts):
    """Blocks of one page never overlap, nor does a drawing reach over its numbers."""
    section = replace(report.sections[0], charts=(*charts, replace(charts[0], name="again")))
    for page in report_sheets(replace(report, sections=(section,))):
        areas = sorted(
            (drawing.at[0], drawing.at[0] + drawing.size[1] / 20, drawing.labels) for drawing in page.drawings
        )
        for (_, bottom, labels), (top, _, _) in pairwise(areas):
            assert bottom <= labels.row
            assert labels.row + labels.height <= top


def test_stored_shares_read_as_everybody_else_prints_them():
    """For all k of n up to 500, and their neighbours, a spreadsheet that rounds its 15 digits or the binary number shows our percentage."""
    shares = {k / n for n in range(1, 501) for k in range(n + 1)}
    middles = {(2 * number + 1) / 200 for number in range(100)}
    shares |= {
        near for each in middles for near in (math.nextafter(each, 0), math.nextafter(each, 1), sum([each / 3] * 3))
    }
    for share in shares:
        stored = steady(share) or 0.0
        digits = Decimal(f"{stored * 100:.15g}").quantize(Decimal(1), ROUND_HALF_UP)
        assert f"{digits}" == f"{math.floor(stored * 100 + 0.5)}" == points(share)
        assert abs(stored - share) < 2e-12


def test_a_section_without_tables_has_no_page(report):
    """What has no table has no page, and nothing falls over it."""
    empty = Section("x", "x", ("nothing",), (), (Chart("bars", "x", "", "", "", (), ()),))
    assert [page.sheet.name for page in report_sheets(replace(report, sections=(empty,)))] == ["Index", "Methods"]


def test_only_bars_have_thin_lines(report):
    """The spreadsheet draws intervals of bars alone, and says nothing of lines below other charts."""
    for chart in [chart for section in report.sections for chart in section.charts]:
        said = " ".join(str(cell.value) for row in block(chart, 0, 0).rows for cell in row)
        assert ("95 % intervals" in said) == (chart.kind == "bars")

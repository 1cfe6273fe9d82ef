"""Charts: the table's own numbers, with what a reader must be told."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.reports.charts import banner_chart, base_line, chosen_columns, chosen_rows, total_chart, unique
from freetext.survey.responses import Banner
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses, multi_responses
from freetext.tallies.ranks import ranking_responses
from freetext.tallies.table import CellCount


def drawn(table):
    """The chart of a table, which there must be."""
    chart = (banner_chart if table.banner else total_chart)(table, "name", "title", "said")
    assert chart is not None
    return chart


def cells_of(table, chart):
    """The table's cells in the order in which the chart draws them, series by series."""
    rows, _ = chosen_rows(table)
    places = chosen_columns(table)
    if chart.kind == "bars":
        return [[row.cells[0] for row in rows]]
    if chart.kind == "stacked":
        return [[row.cells[place] for place in places] for row in rows]
    return [[row.cells[place] for row in rows] for place in places]


def test_every_share_is_that_of_a_cell(demo):
    """Shares and intervals of every chart equal those of the table's cells."""
    for asked in demo.questions:
        for table in asked.tables:
            chart = (banner_chart if table.banner else total_chart)(table, "name", "title", "said")
            if chart is None:
                continue
            for series, cells in zip(chart.series, cells_of(table, chart), strict=True):
                assert series.shares == tuple(cell.share for cell in cells)
                assert series.low in ((), tuple(cell.low for cell in cells))
                assert len(series.texts) == len(chart.labels) == len(series.shares)


@given(st.lists(st.sampled_from(["a", "b", "c", "a;b", ""]), min_size=1, max_size=40), st.data())
@settings(max_examples=30)
def test_charts_of_any_table_have_its_shares(said, data):
    """Whatever was answered, a chart has the shares of its table, and nothing where there is none."""
    responses = multi_responses("q", [*said, "a"], options=("a", "b", "c"))
    member = np.array(data.draw(st.lists(st.booleans(), min_size=len(said) + 1, max_size=len(said) + 1)))
    table = tally(responses, banner=Banner("half", ("in", "out"), np.column_stack([member, ~member])))
    chart = drawn(table)
    for series, cells in zip(chart.series, cells_of(table, chart), strict=True):
        assert series.shares == tuple(cell.share for cell in cells)


def test_single_answers_are_stacked_and_others_are_a_map(demo):
    """One answer each: bars of 100 % cut into options, net left out; several answers and themes: a map."""
    stacked = drawn(demo.asked("barrier").tables[1])
    assert stacked.kind == "stacked"
    assert stacked.labels == ("Total (41)", "local authority (13)", "charity (5)", "IFA (13)", "VAA (9)", "other (1)")
    assert [each.name for each in stacked.series] == ["resource", "risk-aversion", "capability", "culture", "none named"]  # fmt: skip
    for place in range(len(stacked.labels)):
        assert sum(each.shares[place] for each in stacked.series) == pytest.approx(1)
    assert drawn(demo.asked("levels").tables[1]).kind == "heat"
    assert banner_chart(demo.asked("issues").tables[1], "n", "t", "s") is None


def test_a_ranking_draws_first_choices():
    """Bars of a ranking are first choices, in the order of its score, which the note names."""
    table = tally(ranking_responses("r", {"x": ["1", "2", "2"], "y": ["2", "1", "1"]}))
    chart = drawn(table)
    assert chart.labels == ("1 y", "2 x")
    assert chart.series[0].shares == (2 / 3, 1 / 3)
    assert chart.note.startswith("Bars: first choices. Order: Borda")


def test_a_hidden_cell_is_not_drawn():
    """A suppressed cell has no share, no interval and no number beside it, and the note says why."""
    table = tally(closed_responses("q", ["a"] * 23 + ["b"] * 4))
    hidden = CellCount(None, None, None, kind="suppressed")
    rows = (table.rows[0], replace(table.rows[1], cells=(hidden,)))
    chart = drawn(replace(table, rows=rows, profile="ons10"))
    (bars,) = chart.series
    assert (bars.shares[1], bars.low[1], bars.high[1], bars.texts[1]) == (None, None, None, "*")
    assert chart.note == "Small base: read with care. * not shown, to protect small numbers."
    alone = replace(table, rows=(replace(table.rows[0], cells=(hidden,)), rows[1]))
    assert total_chart(alone, "n", "t", "s") is None


def test_long_tables_are_cut_with_a_note():
    """Of many rows the 15 largest are drawn, of many columns 20, and the note says how many are left."""
    said = [f"o{number:02}" for number in range(25) for _ in range(number + 1)]
    member = np.arange(len(said))[:, None] % 30 == np.arange(30)
    table = tally(closed_responses("q", said), banner=Banner("b", tuple(map(str, range(30))), member))
    chart = drawn(table)
    assert (chart.kind, len(chart.labels), len(chart.series)) == ("heat", 15, 20)
    assert "o24" in chart.labels
    assert "o00" not in chart.labels
    assert "The 15 largest; 10 more rows in the table." in chart.note
    assert "11 more in the table" in chart.note


def test_the_base_line():
    """The base line says who counts, and what weights leave of them."""
    assert base_line(tally(closed_responses("q", ["a"] * 41))) == "Base: 41 who answered."
    weighted = tally(closed_responses("q", ["a", "b"]), weights=[1.0, 3.0])
    assert base_line(weighted) == "Base: 2 who answered (weighted 4.0, effective 1.6)."
    assert base_line(tally(closed_responses("q", ["a", ""]), base="asked")) == "Base: 2 who were asked."


@given(st.lists(st.text(max_size=80), max_size=12))
@settings(max_examples=60)
def test_names_are_unique_and_fit_for_files(wanted):
    """However questions are called, names differ, also where case is ignored, and hold letters, digits and hyphens only."""
    names = unique(wanted)
    assert len(names) == len(wanted) == len({each.casefold() for each in names})
    assert all(part.isalnum() for each in names for part in each.split("-"))
    assert all(len(each) <= 64 for each in names)

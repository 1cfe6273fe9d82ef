"""Sums against libraries that count and measure."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from freetext.errors import InputError
from freetext.survey.codeframe import codeframe_of
from freetext.survey.responses import Banner, Responses
from freetext.tallies.banners import banner_of
from freetext.tallies.crosstab import table_of, tally
from freetext.tallies.options import closed_responses, multi_responses
from freetext.tallies.sums import SCALE, sums_of

KINDS = st.sampled_from(["LA", "IFA", "VAA"])
ANSWERS = st.sampled_from(["yes", "no", "perhaps"])


@settings(max_examples=40)
@given(st.lists(st.tuples(KINDS, ANSWERS, st.floats(0.1, 10)), min_size=1, max_size=30))
def test_counts_and_weights_are_those_of_pandas(rows):
    """Counts, weights, bases and squared weights are those of a cross-tabulation by pandas."""
    frame = pd.DataFrame(rows, columns=["kind", "answer", "weight"])
    sums = sums_of(
        closed_responses("q", list(frame["answer"])),
        banner=banner_of("kind", list(frame["kind"])),
        weights=frame["weight"].to_numpy(),
    )
    counted = pd.crosstab(frame["answer"], frame["kind"])
    weighed = pd.crosstab(frame["answer"], frame["kind"], values=frame["weight"], aggfunc="sum").fillna(0.0)
    for row, line in enumerate(sums.lines):
        for column, name in enumerate(sums.columns[1:], start=1):
            assert sums.given_n[row, column] == counted.loc[line.theme.name, name]
            assert sums.given_w[row, column] / SCALE == pytest.approx(weighed.loc[line.theme.name, name], abs=1e-9)
    for column, name in enumerate(sums.columns[1:], start=1):
        inside = frame.loc[frame["kind"] == name, "weight"]
        assert sums.shared_w[column, column] / SCALE == pytest.approx(inside.sum())
        assert sums.shared_w2[column, column] / SCALE**2 == pytest.approx((inside**2).sum())


@settings(max_examples=40)
@given(st.lists(st.tuples(KINDS, ANSWERS), min_size=1, max_size=60))
def test_intervals_are_those_of_statsmodels(rows):
    """Without weights every interval is the Wilson interval of statsmodels."""
    table = tally(closed_responses("q", [said for _, said in rows]), banner=banner_of("k", [kind for kind, _ in rows]))
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            expected = proportion_confint(cell.count, column.n, method="wilson")
            assert (cell.low, cell.high) == pytest.approx(expected, abs=1e-9)
            assert (cell.sampling, cell.coding) == ((cell.low, cell.high), (cell.share, cell.share))


def test_overlaps_and_pairs_by_hand():
    """Columns share respondents, codes come together, and mentions are weighed, as counted by hand."""
    said = multi_responses("q", ["a;b", "a", "b", "a;b"], options=["a", "b"])
    banner = Banner("media", ("x", "y"), np.array([[1, 1], [1, 0], [0, 1], [0, 0]], dtype=bool))
    sums = sums_of(said, banner=banner, weights=[1, 2, 3, 4])
    assert sums.shared_n.tolist() == [[4, 2, 2], [2, 2, 1], [2, 1, 2]]
    assert (sums.shared_w // SCALE).tolist() == [[10, 3, 4], [3, 3, 1], [4, 1, 4]]
    assert (sums.shared_w2 // SCALE**2).tolist() == [[30, 5, 10], [5, 5, 1], [10, 1, 10]]
    assert sums.both_n.tolist() == [[3, 2], [2, 3]]
    assert (sums.both_w // SCALE).tolist() == [[7, 5], [5, 8]]
    assert (sums.mentions_n.tolist(), (sums.mentions_w // SCALE).tolist()) == ([6, 3, 3], [15, 4, 5])
    assert (sums.left_out, sums.several, sums.decided.tolist()) == (1, 1, [4, 2, 2])
    assert (sums.sources[:, :, 4] == np.array([4, 2, 2])).all()


def test_a_respondent_in_two_columns_counts_in_each_and_a_note_says_so():
    """Columns may overlap; the table says how many respondents stand in several."""
    banner = banner_of("media", ["x;y", "x", ""], separator=";")
    table = tally(closed_responses("q", ["a", "a", "a"]), banner=banner)
    assert [column.n for column in table.columns] == [3, 2, 1]
    assert "1 of the base are in several columns of media, and count in each." in table.notes


def test_extreme_weights_are_told():
    """Where weights leave less than a tenth of the base a note warns, with the numbers."""
    table = tally(closed_responses("q", ["a"] * 40), weights=[1000.0, *[1.0] * 39])
    assert "40 count like 1.1 (Total)" in table.notes[-1]
    assert tally(closed_responses("q", ["a"] * 40), weights=[3.0, *[1.0] * 39]).notes == ()


def test_weights_of_zero_in_a_column_leave_it_without_shares():
    """A column whose respondents weigh nothing keeps their count, has no share, and a note says why."""
    table = tally(closed_responses("q", ["a", "a"]), banner=banner_of("b", ["x", "y"]), weights=[1, 0])
    cell = table.row("a").cells[2]
    assert (cell.count, cell.weighted, cell.share, cell.kind) == (1, 0.0, None, "none")
    assert table.notes[0] == "Weights add up to 0, so that there is no percentage: y."


def test_one_respondent_and_nobody():
    """One respondent has a share of 1 and a wide interval; an empty base has neither, and nothing breaks."""
    alone = tally(closed_responses("q", ["a"])).row("a").cells[0]
    assert (alone.share, alone.high) == (1.0, 1.0)
    assert alone.low is not None
    assert alone.low < 0.3
    table = tally(closed_responses("q", ["", ""], options=["a"]), banner=banner_of("b", ["x", "y"]))
    assert [(cell.count, cell.share, cell.low, cell.mentions) for cell in table.row("a").cells] == [
        (0, None, None, None)
    ] * 3
    assert table.mean_mentions == (None, None, None)
    empty = np.zeros(0, dtype=bool)
    none = Responses("q", "open", codeframe_of(["a"]), np.zeros((0, 1), bool), np.zeros((0, 1), np.uint8), empty, empty)
    assert tally(none).columns[0].n == 0


def test_a_weight_that_is_none_is_refused_with_its_row():
    """A negative or missing weight is refused, and the message names its row."""
    with pytest.raises(InputError, match="row 3"):
        sums_of(closed_responses("q", ["a", "b"]), weights=[1.0, float("nan")])


def test_in_the_base_of_all_asked_nobody_has_to_decide_for_the_silent():
    """Those who were asked and said nothing are in the base, decided and without a source."""
    sums = sums_of(closed_responses("q", ["a", ""]), base="asked")
    assert (sums.decided.tolist(), sums.sources[0, 0].tolist()) == ([2], [0, 0, 0, 0, 1])
    assert table_of(sums).row("a").cells[0].kind == "wilson"

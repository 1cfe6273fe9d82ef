"""Tallies: the laws, and small tables counted by hand."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Source
from freetext.survey.responses import Banner, Responses
from freetext.tallies.banners import banner_of
from freetext.tallies.crosstab import tally
from freetext.tallies.opens import open_responses
from freetext.tallies.options import closed_responses, multi_responses

FRAME = Codeframe(
    "why",
    (
        Theme("other", 8, "Other", reserved="other"),
        Theme("money", 1, "Money", net="means"),
        Theme("staff", 2, "Staff", net="means"),
        Theme("law", 3, "Law"),
        Theme("none", 9, "None", reserved="none"),
    ),
    (Theme("means", 20, "Means"),),
)


@st.composite
def surveys(draw):
    """A random question of FRAME's themes, a banner of two columns that may overlap, and weights."""
    n = draw(st.integers(1, 25))
    flags = st.lists(st.booleans(), min_size=n, max_size=n)
    answered = np.array(draw(flags))
    given_ = np.array([draw(flags) for _ in range(len(FRAME))]).T & answered[:, None]
    source = np.array([draw(st.lists(st.sampled_from([1, 2, 3]), min_size=5, max_size=5)) for _ in range(n)])
    member = np.array([draw(flags) for _ in range(2)]).T
    responses = Responses("q", "open", FRAME, given_, source.astype(np.uint8), np.ones(n, dtype=bool), answered)
    weights = np.array(draw(st.lists(st.floats(0.01, 100), min_size=n, max_size=n)))
    return responses, Banner("b", ("x", "y"), member), weights


def points(cell):
    """A share in whole percentage points."""
    assert cell.share is not None
    return round(100 * cell.share)


BASES = st.sampled_from(["asked", "answered", "substantive"])


@settings(max_examples=60)
@given(surveys(), BASES, st.randoms(use_true_random=False))
def test_order_of_respondents_does_not_matter(survey, base, random):
    """A tally is the same, to the last bit, whatever the order of respondents."""
    responses, banner, weights = survey
    places = list(range(len(responses)))
    random.shuffle(places)
    shuffled = dataclasses.replace(
        responses,
        given=responses.given[places],
        source=responses.source[places],
        asked=responses.asked[places],
        answered=responses.answered[places],
    )
    moved = Banner("b", banner.names, banner.member[places])
    expected = tally(responses, banner=banner, weights=weights, base=base)
    assert tally(shuffled, banner=moved, weights=weights[places], base=base) == expected


@settings(max_examples=60)
@given(surveys(), BASES)
def test_shares_lie_in_0_to_1_and_counts_in_the_base(survey, base):
    """Every share lies in 0..1 inside its interval, and no count exceeds its base."""
    responses, banner, weights = survey
    table = tally(responses, banner=banner, weights=weights, base=base)
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            assert cell.count is not None
            assert column.n is not None
            assert 0 <= cell.count <= column.n
            assert (cell.share is None) == (column.n == 0)
            assert (cell.low is None) == (cell.kind != "wilson")
            if cell.share is not None:
                assert 0 <= cell.share <= 1
                if cell.low is not None and cell.high is not None:
                    assert cell.low <= cell.share <= cell.high


@settings(max_examples=40)
@given(surveys(), BASES)
def test_weights_of_one_equal_no_weights(survey, base):
    """Weights of one change nothing."""
    responses, banner, weights = survey
    ones = np.ones(len(weights))
    assert tally(responses, banner=banner, weights=ones, base=base) == tally(responses, banner=banner, base=base)


@settings(max_examples=60)
@given(surveys())
def test_a_net_lies_between_its_largest_child_and_their_sum(survey):
    """A respondent counts in a net once: never below its largest child, never above the sum of them."""
    responses, banner, weights = survey
    table = tally(responses, banner=banner, weights=weights)
    for net, money, staff in zip(*(table.row(slug).cells for slug in ("means", "money", "staff")), strict=True):
        assert max(money.count, staff.count) <= net.count <= money.count + staff.count
        assert max(money.weighted, staff.weighted) <= net.weighted <= (money.weighted + staff.weighted) * (1 + 1e-12)


@settings(max_examples=60)
@given(surveys())
def test_an_interval_needs_every_decision_to_be_a_persons(survey):
    """A cell has an interval exactly where no answer of its base has a machine's decision on its theme."""
    responses, banner, _ = survey
    table = tally(responses, banner=banner)
    scopes = [np.ones(len(responses), dtype=bool), *banner.member.T]
    for place, theme in enumerate(FRAME.themes):
        for scope, cell in zip(scopes, table.row(theme.slug).cells, strict=True):
            inside = scope & responses.answered
            known = inside.any() and (responses.source[inside, place] == Source.HUMAN).all()
            assert (cell.kind == "wilson") == known
            assert cell.audited == (inside.sum() if known else 0)


def test_published_figures_of_the_barriers():
    """23, 7, 3 and 2 of 41 are 56, 17, 7 and 5 %, the six who name none staying in the base."""
    values = ["resource"] * 23 + ["risk"] * 7 + ["capability"] * 3 + ["culture"] * 2 + ["none named"] * 6
    table = tally(closed_responses("barrier", values, reserved=[("none named", "none")]))
    assert [points(row.cells[0]) for row in table.rows] == [56, 17, 7, 5, 15]
    assert table.columns[0].n == 41
    assert table.rows[-1].name == "none named"


def test_published_figures_by_type():
    """7 of 13 and 5 of 13 are 54 and 38 %, and the total is all 41."""
    kinds = ["LA"] * 13 + ["IFA"] * 13 + ["VAA"] * 9 + ["charity"] * 5 + ["other"]
    yes = [7, 5, 3, 4, 1]
    sizes = [13, 13, 9, 5, 1]
    values = [value for k, n in zip(yes, sizes, strict=True) for value in ["yes"] * k + ["no"] * (n - k)]
    table = tally(closed_responses("resource", values, options=["yes", "no"]), banner=banner_of("type", kinds))
    assert [column.name for column in table.columns] == ["Total", "LA", "IFA", "VAA", "charity", "other"]
    assert [cell.count for cell in table.row("yes").cells] == [20, 7, 5, 3, 4, 1]
    assert [points(cell) for cell in table.row("yes").cells] == [49, 54, 38, 33, 80, 100]
    assert [cell.flag for cell in table.row("yes").cells] == ["small base", *["very small base"] * 5]


def test_a_weighted_table_by_hand():
    """Weights 1, 2, 3, 4 with the second and third saying yes give 5 of 10, counted 2 of 4, on an effective base of 10/3."""
    table = tally(closed_responses("q", ["no", "yes", "yes", "no"]), weights=[1, 2, 3, 4])
    cell = table.row("yes").cells[0]
    assert (cell.count, cell.weighted, cell.share) == (2, 5.0, 0.5)
    assert table.columns[0].effective == pytest.approx(100 / 30)
    assert table.weighted


def test_rows_stand_in_print_order():
    """Nets stand before their children, "other" after the themes, none last."""
    table = tally(open_responses("why", FRAME, [["money"], ["law"]], ["money=human", "law=human"]))
    assert [(row.theme, row.depth, row.net) for row in table.rows] == [
        ("means", 0, True), ("money", 1, False), ("staff", 1, False),
        ("law", 0, False), ("other", 0, False), ("none", 0, False),
    ]  # fmt: skip


def test_mentions_leave_none_out():
    """Mentions count codes that say something: "other" is one, "none" is not."""
    table = tally(multi_responses("q", ["a;b", "nil", "a;misc"], reserved=[("nil", "none"), ("misc", "other")]))
    assert table.mentions == (4,)
    assert table.mean_mentions[0] == pytest.approx(4 / 3)


def test_a_rules_codes_are_not_audited():
    """What a rule decided was decided by a machine."""
    table = tally(open_responses("why", FRAME, [["money"]], ["money=rule"]))
    assert table.row("money").cells[0].kind == "not audited"


def test_an_empty_column_has_no_share():
    """A column that nobody is in has counts of 0 and no share, and its interval is none."""
    table = tally(closed_responses("q", ["a"]), banner=banner_of("b", ["x"], options=["x", "y"]))
    cell = table.row("a").cells[2]
    assert (cell.count, cell.share, cell.low, cell.kind) == (0, None, None, "none")
    assert table.mean_mentions[2] is None


def test_those_in_no_column_are_counted_in_a_note():
    """Whoever's banner cell is blank stays in the total, and the table says how many they are."""
    table = tally(closed_responses("q", ["a", "b", ""]), banner=banner_of("region", ["north", "", ""]))
    assert [column.n for column in table.columns] == [2, 1]
    assert table.notes[0] == "1 of the base are in no column of region."


def test_a_substantive_base_on_machine_codes_has_no_interval():
    """Where a machine decided who said nothing, the base itself is a guess, and no cell has an interval."""
    responses = open_responses("why", FRAME, [["money"], ["none"]], ["money=human", "none=model"])
    table = tally(responses, base="substantive")
    assert table.columns[0].n == 1
    assert table.row("money").cells[0].kind == "not audited"
    assert "base itself" in table.notes[0]


def test_a_row_that_is_not_there_is_named():
    """Asking for a row that does not exist lists those that do."""
    with pytest.raises(KeyError, match="rows: a, b"):
        tally(closed_responses("q", ["a", "b"])).row("c")

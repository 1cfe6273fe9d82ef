"""Findings: what a table says, in sentences that its numbers bear."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.reports.findings import (
    group_finding,
    net_findings,
    reserved_finding,
    small_columns,
    total_finding,
    wider_finding,
)
from freetext.tallies.arrange import arranged
from freetext.tallies.banners import banner_of
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses
from freetext.tallies.table import CellCount


def total(rows, n=41, **other):
    """A table of the total alone, whose cells are given by row name."""
    names = tuple(rows)
    table = tally(closed_responses("q", [names[0]] * n if n else [""], options=names))
    made = [replace(row, cells=(rows[row.name],)) for row in table.rows]
    return replace(table, rows=tuple(made), **other)


def share(value, low=None, high=None, kind="audited", **other):
    return CellCount(round(value * 1000), value * 1000, value, low, high, kind, **other)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (
            {"resource": 23, "risk-aversion": 7, "capability": 3, "culture": 2, "other things": 6},
            "Resource is named by 23 of 41 (56 %), risk-aversion by 7 (17 %) and other things by 6 (15 %).",
        ),
        (
            {"seed funding": 16, "joining": 7, "evidence": 7, "staff": 5},
            "Seed funding is named by 16 of 35 (46 %) and joining and evidence by 7 each (20 %).",
        ),
        ({"a": 3, "b": 3}, "A and b are each named by 3 of 6 (50 %)."),
        ({"no": 21, "yes": 20}, "21 of 41 (51 %) say no and 20 (49 %) yes."),
        ({"yes": 2, "no": 2}, "Yes and no are each said by 2 of 4 (50 %)."),
        ({"only": 12}, "Only is named by all 12 (100 %)."),
        ({"only": 1}, "Only is named by 1 of 1 (100 %)."),
        ({"a": 5, "b": 0}, "A is named by all 5 (100 %)."),
        ({"a": 9, **dict.fromkeys("bcdefg", 1)}, "A is named by 9 of 15 (60 %) and 6 others by 1 each (7 %)."),
        (dict.fromkeys("abcdef", 1), "6 of them are each named by 1 of 6 (17 %)."),
    ],
)  # fmt: skip
def test_the_total_in_a_sentence(closed, counts, expected):
    """The largest options with their counts, bases and percentages; ties stand together; one sentence with a full stop."""
    assert expected == total_finding(tally(closed(counts)))


def test_nobody():
    """An empty base, a question that nothing is coded of, and answers that name nothing are each said plainly."""
    assert total_finding(tally(closed_responses("q", ["", ""], options=("a",)))) == "Nobody answered."
    empty = replace(tally(closed_responses("q", ["a"])), rows=())
    assert total_finding(empty) == "1 respondent answered; nothing of it is coded."
    none = total({"a": CellCount(0, 0.0, 0.0, 0.0, 0.1, "wilson"), "b": CellCount(0, 0.0, 0.0, 0.0, 0.1, "wilson")})
    assert total_finding(none) == "None of the 41 names any of them."


def test_estimates_and_codes_that_nobody_checked():
    """What an audit corrected is an estimate with its interval; what nobody audited is what the codes alone say."""
    audited = total({"Staff": share(0.23, 0.18, 0.29), "Care": share(0.12, 0.09, 0.16)}, 2600)
    assert (
        total_finding(audited) == "Staff is named by an estimated 23 % (18 to 29) of 2,600 and Care by 12 % (9 to 16)."
    )
    unchecked = total({"Staff": share(0.56, kind="not audited"), "Care": share(0.2, kind="not audited")}, 2600)
    assert (
        total_finding(unchecked)
        == "The codes alone say: Staff is named by 56 % of 2,600 and Care by 20 %; nobody has checked them."
    )
    few = total({"Staff": share(0.56, kind="audit too small", audited=12)}, 2600)
    assert (
        total_finding(few)
        == "The codes alone say: Staff is named by 56 % of 2,600; only 12 answers of them were drawn at random and read, too few to say how far off."
    )


def test_weights_and_publication():
    """With weights the percentage stands first and the count is said to be unweighted by its place; without a percentage the count alone."""
    weighted = tally(closed_responses("q", ["a", "a", "b"]), weights=[2.0, 2.0, 1.0])
    assert total_finding(weighted) == "A is named by 80 % (weighted; 2 of 3) and b by 20 %."
    few = total({"a": CellCount(3, 3.0, None, kind="too few", flag="very small base")}, 13)
    assert total_finding(few) == "A is named by 3 of 13."


def test_rounded_counts_are_about():
    """Under a profile that rounds, counts are about so many."""
    table = total({"a": CellCount(25, 25.0, 25 / 40, 0.4, 0.7, "wilson")}, 40, profile="nhs")
    assert total_finding(table) == "A is named by about 25 of 40 (63 %)."


def test_hidden_cells_are_not_mentioned():
    """A suppressed row is in no sentence; where all are, there is no figure."""
    hidden = CellCount(None, None, None, kind="suppressed")
    table = total({"a": CellCount(25, 25.0, 25 / 41, 0.4, 0.7, "wilson"), "b": hidden}, profile="ons10")
    assert total_finding(table) == "A is named by 25 of 41 (61 %)."
    assert total_finding(total({"a": hidden})) == "There is no figure to report."


def test_a_wider_population_gets_what_the_interval_allows(closed):
    """Of a wider population a word and the interval; of one that all answered, nothing; a tie for the first place, nothing."""
    table = tally(closed({"resource": 23, "other": 18}))
    assert wider_finding(table) == "Of a wider population, resource would be named by about half, 41 to 70 %."
    assert wider_finding(table, 152).startswith("Of the population of 152, resource")
    assert wider_finding(tally(closed({"yes": 90, "no": 10}))) == (
        "Of a wider population, the answer yes would come from more than three quarters, 83 to 94 %."
    )
    assert not wider_finding(total({"a": CellCount(23, 23.0, 0.56, 0.56, 0.56, "wilson")}))
    assert not wider_finding(tally(closed({"a": 3, "b": 3})))
    assert not wider_finding(total({"a": share(0.56, kind="not audited")}))


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
@settings(max_examples=60)
def test_a_majority_is_said_only_where_the_lower_bound_is_above_half(counts):
    """Whatever the counts, "a majority" of a wider population needs a lower bound above 50 %, "a minority" an upper one below."""
    part, n = counts
    table = tally(closed_responses("q", ["a"] * part + ["b"] * (n - part), options=("a", "b")))
    shares = [(row.cells[0].share or 0.0, row.cells[0].low or 0.0, row.cells[0].high or 0.0) for row in table.rows]
    _, low, high = max(shares)
    said = wider_finding(table)
    assert ("majority" in said) <= (low > 0.5)
    assert ("minority" in said) <= (high < 0.5)
    assert "majority" not in total_finding(table)


def test_groups_nets_and_reserved_codes():
    """Groups of respondents are listed; a net is told together; a reserved code only where it is larger than everything."""
    groups = tally(closed_responses("type", ["LA"] * 3 + ["IFA"] * 2))
    assert group_finding(groups) == "Of 5: LA 3 (60 %) and IFA 2 (40 %)."
    nets = (("either", ("a", "b")),)
    table = tally(closed_responses("q", ["a", "b", "c", "none"], nets=nets, reserved=(("none", "none"),)))
    assert list(net_findings(table)) == ["Either together: 2 of 4 (50 %)."]
    assert not reserved_finding(table)
    most = tally(closed_responses("q", ["a", "none", "none"], reserved=(("none", "none"),)))
    assert reserved_finding(most) == "None: 2 of 3 (67 %), more than anything else."
    assert total_finding(most) == "A is named by 1 of 3 (33 %)."


@pytest.mark.parametrize(
    ("counts", "nets", "said"),
    [
        (
            {"a": 9, "None": 10, "Don't know": 15, "Other": 7},
            (),
            "Don't know: 15 of 41 (37 %), more than anything else.",
        ),
        ({"a": 9, "b": 7, "None": 12, "Don't know": 13}, (("any", ("a", "b")),), ""),
        ({"a": 9, "None": 14, "Don't know": 14, "Other": 4}, (), ""),
        ({"a": 15, "None": 14, "Don't know": 8, "Other": 4}, (), ""),
    ],
)
def test_more_than_anything_else_is_meant(closed, counts, nets, said):
    """A reserved row is called the largest only where it is above every other row: themes, nets and reserved ones."""
    names = [name for name, number in counts.items() for _ in range(number)]
    reserved = (("Other", "other"), ("None", "none"), ("Don't know", "dont-know"))
    table = tally(closed_responses("q", names, options=tuple(counts), nets=nets, reserved=reserved))
    assert reserved_finding(table) == said


def test_rows_left_out_are_not_uncoded(closed):
    """Where the arrangement leaves out every row, that is said, and not that nothing is coded."""
    table = arranged(tally(closed({"a": 15, "b": 14, "c": 12})), Conventions(hide_below=0.5))
    assert total_finding(table) == "41 respondents answered; every row is among those left out."


def test_small_columns_are_read_as_counts(demo):
    """Columns with a base under 10 are named with it; under a profile those with a very small one, without it."""
    table = demo.asked("barrier").tables[1]
    assert small_columns(table) == "Read as counts, for the base is under 10: charity (5), VAA (9) and other (1)."
    safe = tally(
        closed_responses("q", ["a", "b"] * 45),
        banner=banner_of("type", ["x"] * 20 + ["y"] * 65 + ["z"] * 5),
        conventions=Conventions(disclosure="nhs"),
    )
    assert small_columns(safe) == "Small bases, read with care: x."


def test_a_theme_that_nobody_has_is_not_among_the_largest(coded, frame):
    """A theme without a single answer is not named, though there is room for it."""
    given = np.array([[True, False, False]] * 4)
    responses = coded("why", frame, ["a", "b", "c", "d"], given)
    assert total_finding(tally(responses)) == "Money is named by all 4 (100 %)."

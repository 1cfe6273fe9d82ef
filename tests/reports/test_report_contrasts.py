"""How columns differ: what letters bear, and otherwise that it may be chance."""

from dataclasses import replace

import pytest

from freetext.reports.contrasts import chart_finding, column_findings, letter_findings
from freetext.tallies.banners import banner_of
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses
from freetext.tallies.table import CellCount


def lettered(table, theme, place, letters):
    """The table with columns named A, B, ... and these letters in one cell."""
    columns = tuple(
        replace(each, letter=chr(64 + number) if number else "") for number, each in enumerate(table.columns)
    )
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, letters=letters) if row.theme == theme and at == place else cell
                for at, cell in enumerate(row.cells)
            ),
        )
        for row in table.rows
    )
    return replace(table, columns=columns, rows=rows, tested="tested")


def test_a_gap_of_small_groups_was_not_tested(demo):
    """62 % of local authorities against 23 % of agencies is told with its counts, and that 13 are too few to test."""
    (said,) = column_findings(demo.asked("game_changing").tables[1])
    assert said == (
        "By type: yes, 62 % in local authority (8 of 13) against 23 % in IFA (3 of 13); bases too small to test."
    )


def test_letters_say_higher(demo):
    """A column whose letter stands in a cell is what the share is higher than; lower-case letters are not told."""
    table = demo.asked("game_changing").tables[1]
    assert letter_findings(lettered(table, "yes", 1, "C")) == (
        "By type: yes is higher in local authority (62 %) than in IFA (23 %).",
    )
    assert column_findings(lettered(table, "yes", 1, "CD"))[0] == (
        "By type: yes is higher in local authority (62 %) than in VAA (44 %) and IFA (23 %)."
    )
    assert not letter_findings(lettered(table, "yes", 1, "c"))


def test_nothing_is_higher_without_a_letter(demo):
    """The word "higher" comes from letters alone."""
    for asked in demo.questions:
        for table in asked.tables[1:]:
            if table.rows:
                assert "higher" not in " ".join(column_findings(table))


def test_columns_under_ten_are_not_compared(demo):
    """The only "other", at 100 %, and five charities are in no comparison."""
    for asked in demo.questions:
        for table in asked.tables[1:]:
            if not table.score and asked.name != "type":
                assert not any(name in " ".join(column_findings(table)) for name in ("charity", "in other", "VAA"))


def test_a_small_gap_is_only_measured(demo):
    """A gap under 20 points is told as a number of points, and among which groups it is the widest."""
    assert column_findings(demo.asked("levels").tables[1]) == (
        "By type: the widest gap among groups of 10 or more is 8 points, at incremental; bases too small to test.",
    )


@pytest.mark.parametrize("kind", ["not audited", "audit too small"])
def test_unchecked_codes_show_no_differences(demo, kind):
    """Where nobody checked the codes of the columns, nothing is said of their differences."""
    table = demo.asked("game_changing").tables[1]
    cell = CellCount(3, 3.0, 0.9, kind=kind)
    rows = tuple(replace(row, cells=(cell,) * len(row.cells)) for row in table.rows)
    assert column_findings(replace(table, rows=rows)) == ()
    said = chart_finding(replace(table, rows=rows))
    assert "too few of them have been checked" in said
    assert "%" not in said


def test_who_names_nothing_may_be_the_difference():
    """Reserved rows are compared too; where nothing differs, that is said of what is shown."""
    said = ["a"] * 10 + ["None"] * 10 + ["a"] * 10 + ["b"] * 10
    by = banner_of("type", ["x"] * 20 + ["y"] * 20)
    responses = closed_responses("q", said, options=("a", "b", "None"), reserved=(("None", "none"),))
    table = tally(responses, banner=by)
    rows = tuple(row for row in table.rows if row.theme != "b")
    (found,) = column_findings(replace(table, rows=rows))
    assert found.startswith("By type: None, 50 % in x (10 of 20) against 0 % in y (0 of 20)")
    (alike,) = column_findings(replace(table, rows=tuple(row for row in rows if not row.reserved)))
    assert alike == "By type: no two groups of 10 or more differ in any answer shown."


def test_a_hidden_cell_is_in_no_comparison(demo):
    """The comparison takes what is left when a cell is suppressed."""
    table = demo.asked("game_changing").tables[1]
    hidden = CellCount(None, None, None, kind="suppressed")
    rows = tuple(replace(row, cells=(row.cells[0], hidden, *row.cells[2:])) for row in table.rows)
    assert column_findings(replace(table, rows=rows)) == ()
    said = chart_finding(replace(table, rows=rows))
    assert said == "By type: no two groups can be compared."


def halves(first, second, n=30, **conventions):
    """The finding of a cross-tab of two groups, so many of whom say a."""
    said = ["a"] * first + ["b"] * (n - first) + ["a"] * second + ["b"] * (n - second)
    made = Conventions(**conventions)
    by = banner_of("type", ["x"] * n + ["y"] * n)
    table = tally(closed_responses("q", said, options=("a", "b")), banner=by, conventions=made)
    return column_findings(table, made)[0]


@pytest.mark.parametrize(
    ("first", "second", "conventions", "said"),
    [
        (16, 14, {}, "groups of 10 or more is 7 points, at a; the difference may be chance."),
        (18, 11, {}, "against 37 % in y (11 of 30); the difference may be chance."),
        (18, 11, {"least_base": 31}, "; bases too small to test."),
        (18, 11, {"letters": False}, "; not tested."),
        (18, 11, {"disclosure": "nhs", "least_base": 25}, "; the difference may be chance."),
        (18, 11, {"disclosure": "nhs", "least_base": 29}, "; the difference may be chance, or could not be tested."),
    ],
)
def test_only_what_was_tested_may_be_chance(first, second, conventions, said):
    """A difference without a letter may be chance where it was tested; else the sentence says that it was not, or why."""
    assert halves(first, second, **conventions).endswith(said)


def test_the_groups_of_the_widest_gap_are_those_that_were_looked_at(demo):
    """For publication groups under 30 have no percentage; of rounded bases the least is about 10, and what is hidden is not compared."""
    table = demo.asked("levels").tables[1]
    assert "among groups of about 10 or more is" in column_findings(replace(table, profile="nhs"))[0]
    hidden = CellCount(None, None, None, kind="suppressed")
    row = replace(table.rows[0], cells=(*table.rows[0].cells[:1], hidden, *table.rows[0].cells[2:]))
    assert (
        "groups of 10 or more that can be compared" in column_findings(replace(table, rows=(row, *table.rows[1:])))[0]
    )

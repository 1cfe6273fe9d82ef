"""Percentages of small bases are not published."""

from dataclasses import asdict

from freetext.show.tables import terminal
from freetext.tallies.banners import banner_of
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses
from freetext.tallies.publication import published


def table_of(small, large):
    """Two columns of `small` and `large` respondents who alternate between two options."""
    values = ["a", "b"] * ((small + large) // 2)
    kinds = ["s"] * small + ["l"] * large
    return tally(closed_responses("q", values), banner=banner_of("t", kinds))


def test_a_base_under_thirty_has_counts_and_no_percentage():
    """With 28 respondents a column keeps its counts and loses shares and intervals."""
    cells = published(table_of(28, 60)).rows[0].cells
    assert (cells[1].count, cells[1].share, cells[1].low, cells[1].kind) == (14, None, None, "too few")
    assert (cells[2].count, cells[2].share) == (30, 0.5)


def test_thirty_are_enough():
    """From 30 respondents on nothing is taken away."""
    table = table_of(30, 60)
    assert asdict(published(table)) == asdict(table)


def test_two_stars_stand_for_the_percentage():
    """The terminal prints `**` and says at the foot what it means."""
    text = terminal(published(table_of(28, 60)))
    assert "**  14" in text
    assert "** base under 30: no percentage." in text


def test_the_largest_rows_are_kept_though_their_percentage_is_not_printed():
    """What a small base takes away is no secret: `top` goes by the shares that were, and keeps the largest row."""
    values = ["a"] * 2 + ["b"] * 7 + ["c"] * 1
    found = tally(closed_responses("q", values), conventions=Conventions(publication=True, top=1, order="size"))
    assert [(row.name, row.cells[0].count, row.cells[0].kind) for row in found.rows] == [("b", 7, "too few")]


def test_hidden_rows_come_behind_those_that_are_shown_and_before_empty_ones():
    """Under a profile `top` goes by what may be shown, and says so: nothing tells how large a hidden row is."""
    values = ["a"] * 3 + ["b"] * 40 + ["c"] * 30
    frame = closed_responses("q", values, options=["d", "a", "b", "c"])
    found = tally(frame, conventions=Conventions(disclosure="nhs", top=3, order="size"))
    assert [row.name for row in found.rows] == ["b", "c", "a"]
    assert any("may be shown" in note for note in found.notes)

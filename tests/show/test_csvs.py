"""Tallies as CSV."""

import csv
import io

from freetext.show.csvs import HEADER, as_csv, csv_rows
from freetext.tallies.banners import banner_of
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses
from freetext.tallies.ranks import ranking_responses

TABLES = [
    tally(closed_responses("q", ["a", 'b, "c"', "a\nd"]), banner=banner_of("t", ["x", "y", "y"]), weights=[1, 2, 0.3]),
    tally(ranking_responses("r", {"a": ["1", ""], "b": ["2", ""]}), banner=banner_of("t", ["x", "y"])),
]


def test_numbers_equal_the_tables_in_full():
    """A line for each table, row and column, every number in full precision, blank where there is none."""
    lines = list(csv.DictReader(io.StringIO(as_csv(TABLES))))
    cells = [
        (table, row, column, cell)
        for table in TABLES
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
    ]
    for line, (table, row, column, cell) in zip(lines, cells, strict=True):
        assert (line["question"], line["name"], line["column"]) == (table.question, row.name, column.name)
        assert (int(line["count"]), int(line["n"])) == (cell.count, column.n)
        for key in ("weighted", "share", "low", "high", "score", "mean_rank"):
            value = getattr(cell, key)
            assert line[key] == ("" if value is None else repr(value))


def test_values_have_a_place_under_every_head():
    """The rows for a guarded writer are as wide as the header."""
    assert {len(row) for row in csv_rows(TABLES)} == {len(HEADER)}
    assert len(set(HEADER)) == len(HEADER)

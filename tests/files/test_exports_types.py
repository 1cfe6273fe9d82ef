"""What a CSV made texts of, and what the file that it was made from had."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.files.exchange.exports_types import typed_as
from freetext.files.tabular.cells import text_of
from freetext.files.tabular.rows import Table

NUMBERS = st.none() | st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False, width=32)
KINDS = st.sampled_from([NUMBERS, st.none() | st.booleans(), st.none() | st.dates(), st.none() | st.datetimes()])


def table_of(cells):
    """A table of one column."""
    return Table("t.csv", ("x",), (cells,), len(cells))


def typed(texts, cells):
    """The cells of a column of texts by those of its file."""
    return list(typed_as(table_of(texts), table_of(cells)).columns[0])


@settings(max_examples=80)
@given(KINDS.flatmap(lambda kind: st.lists(kind, min_size=1, max_size=5)))
def test_the_texts_of_a_column_stay_the_same(cells):
    """A column gets its types back or stays text; its texts are those that it had in any case."""
    texts = [text_of(cell) for cell in cells]
    back = typed(texts, cells)
    assert [text_of(cell) for cell in back] == texts


@pytest.mark.parametrize(
    ("texts", "cells", "back"),
    [
        (["1", "2.5", ""], [1, 2.5, None], [1, 2.5, None]),
        (["4", "5"], [1.0, 2.0], [4, 5]),
        (["07", "8"], [7, 8], ["07", "8"]),
        (["1", "2"], ["1", "2"], ["1", "2"]),
        (["1", "x"], [1, 2], ["1", "x"]),
        (["1.50", "2"], [1.5, 2], ["1.50", "2"]),
        (["true", "false"], [True, False], [True, False]),
        (["TRUE"], [True], ["TRUE"]),
        (["2026-01-02", ""], [dt.date(2026, 1, 2), None], [dt.date(2026, 1, 2), None]),
        (["20260102"], [dt.date(2026, 1, 2)], ["20260102"]),
        (["09:30:00"], [dt.time(9, 30)], [dt.time(9, 30)]),
        ([""], [None], [""]),
    ],
)
def test_a_column_is_what_it_was_in_its_file(texts, cells, back):
    """Numbers, truths, dates and times come back where every text is written as such; other columns stay."""
    assert typed(texts, cells) == back

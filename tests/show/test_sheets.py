"""Tallies as a workbook's sheets."""

from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.show.sheets import sheet_names, workbook
from freetext.survey.codeframe import codeframe_of
from freetext.survey.sheet import Cell
from freetext.tallies.banners import banner_of
from freetext.tallies.crosstab import tally
from freetext.tallies.opens import open_responses
from freetext.tallies.options import closed_responses, multi_responses
from freetext.tallies.ranks import ranking_responses

CLOSED = tally(closed_responses("barrier", ["a", "b", "a"]), banner=banner_of("type", ["x", "y", "y"]))
CODED = tally(open_responses("why", codeframe_of(["m"]), [["m"], []], ["m=model", "human"]))
MULTI = tally(multi_responses("levels", ["a;b", "a"]), banner=banner_of("type", ["x", "y"]))
RANKED = tally(ranking_responses("issues", {"a": ["1"], "b": ["2"]}))


@settings(max_examples=100)
@given(
    st.lists(st.text(max_size=40) | st.sampled_from(["About", "history", "a" * 40, "'a'", "a/b", "A B"]), max_size=12)
)
def test_sheet_names_are_what_excel_takes(wished):
    """Names are unique whatever their case, 1 to 31 UTF-16 units long, and hold nothing that Excel refuses."""
    names = sheet_names(wished)
    assert len(names) == len(wished)
    assert len({name.casefold() for name in names} | {"about", "history"}) == len(names) + 2
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) / 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_the_first_sheet_says_what_is_there():
    """The first sheet lists every table with its sheet and base, and how to read them."""
    about, *sheets = workbook([CLOSED, CODED, RANKED], title="Survey")
    text = [cell.value for row in about.rows for cell in row]
    assert [sheet.name for sheet in sheets] == ["barrier by type", "why", "issues"]
    assert {"Survey", *(sheet.name for sheet in sheets)} <= set(text)


def test_shares_are_numbers():
    """A share is a number styled as a percentage, and each column has share, count and interval."""
    sheet = workbook([CLOSED])[1]
    cell = CLOSED.row("a").cells[0]
    row = next(row for row in sheet.rows if row[0].value == "a")
    assert row[1:5] == (
        Cell(cell.share, "percent"), Cell(cell.count, "count"), Cell(cell.low, "percent"), Cell(cell.high, "percent"),
    )  # fmt: skip
    assert len(row) == 1 + 4 * len(CLOSED.columns)
    assert sheet.freeze == (5, 1)


def test_shares_of_mentions_stand_last():
    """Where respondents may give several answers the last column is the total's shares of mentions, and nobody else has one."""
    sheet = workbook([MULTI])[1]
    assert (len(sheet.rows[4]), sheet.rows[4][-1].value) == (len(sheet.widths), "Of mentions")
    last = {row[0].value: row[-1] for row in sheet.rows if row[0].value in {"a", "b"}}
    assert last == {"a": Cell(2 / 3, "percent"), "b": Cell(1 / 3, "percent")}
    assert "Of mentions" not in {cell.value for row in workbook([CLOSED])[1].rows for cell in row}


def test_machine_codes_say_not_audited():
    """Where there is no interval because a machine coded, the cell says so."""
    row = next(row for row in workbook([CODED])[1].rows if row[0].value == "m")
    assert row[3].value == "not audited"


def test_a_ranking_has_its_score():
    """A ranking's row begins with place and score and ends with the mean rank."""
    row = next(row for row in workbook([RANKED])[1].rows if row[0].value == "1 a")
    assert (row[1].value, row[6].value) == (1.0, 1.0)

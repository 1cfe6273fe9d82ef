"""Cells that an audit corrects, that are hidden, and letters: how every face shows them."""

from dataclasses import replace

import pytest

from freetext.show.csvs import as_csv
from freetext.show.markdown import as_markdown
from freetext.show.sheets import table_sheet
from freetext.show.tables import terminal
from freetext.tallies.table import CellCount, Column, Row, TallyTable

TOTAL = Column("Total", 400, 400.0, 400.0, decided=150)
CHARITY = Column("charity", 60, 60.0, 60.0, "A", 12)
AUDITED = CellCount(
    92, 92.0, 0.256, 0.201, 0.318, "audited", 150, raw=0.23, coding=(0.211, 0.308), sampling=(0.216, 0.301)
)
SMALL = CellCount(20, 20.0, 1 / 3, kind="audit too small", audited=12, raw=1 / 3)
HIDDEN = CellCount(None, None, None, kind="suppressed")


def table_of(*cells, **changes):
    """One theme in a total and a column."""
    row = Row("resource", "Resource", 1, 0, net=False, reserved="", cells=cells)
    table = TallyTable("q", "", "open", "type", "answered", (TOTAL, CHARITY), (row,), (92, 20), (0.2, 0.3))
    return replace(table, **changes)


def texts(table):
    """The table in every face that is text."""
    return terminal(table), as_markdown([table])


def test_a_corrected_share_has_its_interval_and_says_what_n_is():
    """An audited cell shows its estimate and total interval, the codes' count beside it, and the foot says which is which."""
    for face in texts(table_of(AUDITED, AUDITED)):
        text = " ".join(face.split())
        assert "26 %" in text
        assert "92" in text
        assert "20-32" in text.replace("\\", "")
        assert "sampling and coding errors together" in text
        assert "n counts the codes as they stand" in text


def test_the_number_that_people_coded_stands_below_the_base():
    """Where a machine coded, a line says how many answers of each column people coded."""
    for text in texts(table_of(AUDITED, SMALL)):
        line = next(line for line in text.splitlines() if "Coded by people" in line)
        assert "150" in line
        assert "12" in line


def test_too_small_an_audit_is_marked_and_counted():
    """A column with fewer than 30 audited answers shows the codes alone, marked, and the foot names it and how many it has."""
    for text in texts(table_of(AUDITED, SMALL)):
        assert "~33 %" in text.replace("\\", "")
        assert "audit too small in charity (12)" in text


@pytest.mark.parametrize("face", [0, 1])
def test_a_hidden_cell_is_a_star_and_nothing_else(face):
    """A suppressed cell shows `*` for its share and its count, and no interval."""
    hidden = replace(CHARITY, n=None, weighted=None, effective=None)
    text = texts(table_of(AUDITED, HIDDEN, columns=(TOTAL, hidden), profile="ons10"))[face]
    line = next(line for line in text.splitlines() if "Resource" in line)
    assert line.count("*") == 2


def test_letters_stand_behind_the_share_and_name_their_column():
    """A letter stands behind the share that is above, in the head of the column it names, and the test is named below."""
    above = replace(AUDITED, letters="A")
    for text in texts(table_of(above, AUDITED, tested="Letters: tested so.")):
        assert "26 % A" in text
        assert "charity (A)" in text
        assert "Letters: tested so." in text


def test_the_workbook_shows_words_where_there_is_no_interval():
    """In a sheet a hidden share is `*`, and the place of a missing interval says why."""
    sheet = table_sheet("q", table_of(SMALL, HIDDEN))
    cells = next(row for row in sheet.rows if row[0].value == "Resource")
    assert [cell.value for cell in cells[1:]] == [1 / 3, 20, "audit too small", None, "*", "*", None, None]


def test_the_long_form_has_both_parts_of_the_interval():
    """CSV carries the raw share, and the interval's parts from coding and from sampling alone."""
    head, line, _ = as_csv([table_of(AUDITED, SMALL)]).splitlines()
    found = dict(zip(head.split(","), line.split(","), strict=True))
    assert (found["raw"], found["coding_low"], found["sampling_high"]) == ("0.23", "0.211", "0.301")

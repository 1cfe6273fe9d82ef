"""A comparison of two waves, drawn."""

import json
from dataclasses import replace

import pytest
from tests.show.compared_example import BY, bridge, changes, drift, example

from freetext.show.compared import compared_text
from freetext.show.compared_cells import bridge_notes, bridge_rows, change_notes, change_rows
from freetext.show.compared_pages import (
    COLUMNS,
    change_columns,
    compared_json,
    compared_markdown,
    compared_sheets,
)
from freetext.show.screens import display_width
from freetext.survey.sheet import Cell
from freetext.tallies.bridge_parts import Parts
from freetext.tallies.changes import Change, ChangeRow, Changes
from freetext.tallies.compared import Compared, QuestionCompared
from freetext.tallies.mover import Between
from freetext.tallies.points import signed

SCREEN = """\
OLD is one, NEW is two.

why: Why?
OLD: 180 answers with text of 200. NEW: 190 of 210.

Verdict: Audit 60 more.
  - ticket: 8 points more
  - freetext review

What they wrote
! Words: ticket 2 % before, 10 % now. (p < .001)
  Blank answers: 10 % before, 10 % now.
  Words of NEW: ticket
  Words of OLD: coin

Who answered
  ward: as before.

! differs, and matters; * differs, and is small; no mark: no more than chance.
By code.

What has changed
                                      Total
           OLD   NEW  points           95 %
───────────────────────────────────────────
Money     20 %  32 %  +12.0*  +4.0 to +20.0
Parking    new   5 %
Not in OLD: Parking.
* beyond chance.
Change with its 95 % interval.

World and coding
           total                   world                 coding
          points   points           95 %   points          95 %
───────────────────────────────────────────────────────────────
Money      +12.0     +7.0  -1.0 to +15.0    +5.0*  +2.0 to +8.0
Parking      new        -                       -
Not in OLD: Parking.
* beyond chance.
Total = world + coding.
coin: only in OLD.

Who coded what
             coded by   answers
one   visits@1a2b3c4d       150
one            people        30

No --respondent
"""


def test_the_screen():
    """Verdict first, then what was found, then what has changed and how much of it is the coding."""
    assert compared_text(example(), width=80) == SCREEN


@pytest.mark.parametrize("width", [50, 80, 100])
def test_no_line_is_wider_than_the_terminal(width):
    """Sentences are broken and columns go on below; a column itself is never cut."""
    both = QuestionCompared("why", "Why?", drift(), (changes("ward"),), (bridge(),))
    text = compared_text(Compared("one", "two", (both,)), width=width)
    assert max(map(display_width, text.splitlines())) <= width


def test_words_of_waves_that_are_alike_are_not_shown():
    """Where nothing that was written differs, telling words would be noise, and no mark needs explaining."""
    text = compared_text(Compared("one", "two", (QuestionCompared("why", "", drift(differs=False)),)))
    assert "ticket," not in text
    assert "Words of" not in text
    assert "differs, and" not in text


def test_only_a_wave_that_asks_for_a_person_is_wanting():
    """The verdict "fits" asks for nobody, any other does."""
    asked = [QuestionCompared(name, "", drift(differs=name == "b")) for name in "ab"]
    assert [each.question for each in Compared("one", "two", tuple(asked)).wanting] == ["b"]


def test_a_change_has_its_sign_and_one_decimal():
    """Points are signed; what rounds to nothing has no sign."""
    assert [signed(each) for each in (0.1234, -0.02, 0.0002, -0.0002)] == ["+12.3", "-2.0", "0.0", "0.0"]


def test_a_theme_that_is_new_has_no_old_share():
    """In place of 0 % and a change stands that it is new, and below the table why."""
    assert change_rows(changes())[1].cells == (("new", "5 %", "", ""),)
    assert change_notes(changes())[0] == "Not in OLD: Parking."


def test_a_table_without_any_audit_is_a_sentence():
    """Where no change is known, what is wanting is told once and no empty table is drawn."""
    cell = Change("no interval", said="not audited in OLD")
    rows = tuple(ChangeRow(name, name, 0, net=False, reserved="", cells=(cell,)) for name in ("a", "b"))
    table = Changes("why", "", "", ("Total",), rows, "Corrected for 0 comparisons.")
    asked = QuestionCompared("why", "", drift(), (table,))
    text = compared_text(Compared("one", "two", (asked,)))
    assert "What has changed\nNot audited in OLD.\nA change needs an audit of both waves" in text
    assert "| a |" not in compared_markdown(Compared("one", "two", (asked,)))


def small_column():
    """A bridge by ward: the total is known, north is too small, and parking is new in either."""
    whole = bridge()
    small, new = Parts("bridge too small", total=BY, read=10, said="bridge too small (10)"), whole.rows[1].cells[0]
    more = {"money": (*whole.rows[0].cells, small), "parking": (new, replace(new, world=None))}
    rows = tuple(replace(row, cells=more[row.theme]) for row in whole.rows)
    return replace(whole, banner="ward", columns=("Total", "north"), rows=rows)


def test_a_column_without_any_part_is_a_line():
    """Of a column in which no theme has parts the notes name it and say why; what is said of the drawn ones needs no name."""
    table = small_column()
    line = "north: bridge too small (10); not in OLD: Parking."
    assert bridge_notes(table)[:2] == [line, "Not in OLD: Parking."]
    asked = Compared("one", "two", (QuestionCompared("why", "", drift(), (), (table,)),))
    text, pages, (_, sheet) = compared_text(asked), compared_markdown(asked), compared_sheets(asked)
    assert (text.count("north"), text.count("Money")) == (1, 1)
    assert "north: world" not in pages
    assert [each for row in sheet.rows for each in row if "north" in str(each.value)] == [Cell(line, "note")]
    assert all(len(row) <= len(sheet.widths) for row in sheet.rows)


def test_a_bridge_without_any_part_is_no_table():
    """Where nothing is known of any column no table is drawn, and nothing is told of tests."""
    whole = small_column()
    table = replace(whole, rows=tuple(replace(row, cells=row.cells[1:] * 2) for row in whole.rows), told="Tested.")
    assert bridge_rows(table) == []
    assert bridge_notes(table) == ["Bridge too small (10); not in OLD: Parking."]
    asked = Compared("one", "two", (QuestionCompared("why", "", drift(), (), (table,)),))
    assert "World and coding, by ward\nBridge too small" in compared_text(asked)
    assert "Tested." not in str(compared_sheets(asked))


def test_a_note_on_one_column_names_it():
    """What is said of a theme in some of the drawn columns is said of these."""
    table = changes("ward")
    wider = replace(table.rows[0].cells[1], said="with Fares")
    rows = (replace(table.rows[0], cells=(table.rows[0].cells[0], wider)), table.rows[1])
    assert change_notes(replace(table, rows=rows))[:2] == ["Not in OLD: Parking.", "north: with Fares: Money."]


def test_screen_and_workbook_round_alike():
    """A part that stands in the middle is printed as the change beside it is, on the screen and in the workbook, and the parts add up."""
    by = Between(0.0625, 0.0125, 0.1225)
    rows = (replace(bridge().rows[0], cells=(replace(bridge().rows[0].cells[0], total=by, world=by, coding=by),)),)
    table = replace(bridge(), rows=rows)
    assert bridge_rows(table)[0].cells[0][0] == signed(by.share) == "+6.3"
    asked = Compared("one", "two", (QuestionCompared("why", "", drift(), (), (table,)),))
    (money,) = (row for row in compared_sheets(asked)[1].rows if row[0].value == "Money")
    assert [money[place].value for place in (1, 2, 3, 4, 6)] == [6.3, 0.0, 1.3, 12.3, 6.3]


def test_the_printed_parts_of_a_bridge_add_up():
    """Total, world and coding as printed; a part beyond chance is marked."""
    assert bridge_rows(bridge())[0].cells == (("+12.0", "+7.0", "-1.0 to +15.0", "+5.0*", "+2.0 to +8.0"),)


def test_json_names_what_it_holds():
    """Shares and differences are named, numbers that are none are null."""
    whole = json.loads(compared_json(example()))
    (asked,) = whole["questions"]
    assert (whole["format"], whole["old"], asked["drift"]["verdict"]["code"]) == (1, "one", "audit")
    assert asked["changes"][0]["rows"][0]["cells"][0]["by"] == {"share": 0.12, "low": 0.04, "high": 0.2}
    assert asked["changes"][0]["rows"][1]["cells"][0]["old"] is None


def test_the_csv_has_a_row_for_each_cell():
    """Each theme and column has its row, the parts of a bridge beside the change."""
    rows = change_columns(example())
    assert tuple(rows) == COLUMNS
    assert rows["theme"] == ["money", "parking"]
    assert (rows["change"], rows["coding"], rows["counts"]) == ([0.12, None], [0.05, None], [1, None])


def test_the_workbook_has_a_sheet_for_each_table():
    """Verdict and facts first, then changes and bridge; every row of a sheet is as wide as its head at most."""
    sheets = compared_sheets(example())
    assert [each.name for each in sheets] == ["Verdict", "why changes", "why bridge"]
    assert any(cell.value == 12.0 for row in sheets[1].rows for cell in row)
    assert all(len(row) <= len(each.widths) for each in sheets for row in each.rows)


def test_markdown_holds_what_the_screen_holds():
    """Verdict, facts, changes and bridge stand in Markdown too, with a table each."""
    text = compared_markdown(example())
    for said in ("**Audit 60 more.**", "| Money | 20 % | 32 % | +12.0\\* |", "### World and coding", "visits@1a2b3c4d"):
        assert said in text


def test_hostile_names_stay_harmless():
    """A theme's name with an escape sequence reaches no terminal."""
    table = changes()
    rows = (ChangeRow("x", "\x1b[31mred", 0, net=False, reserved="", cells=table.rows[0].cells),)
    asked = QuestionCompared("why", "", drift(), (Changes("why", "", "", ("Total",), rows, ""),))
    assert "\x1b" not in compared_text(Compared("a\x1b", "b", (asked,)))


def test_codes_that_were_not_corrected_are_called_so_everywhere():
    """Screen, Markdown and workbook say in the title of a table that codes are compared as they stand."""
    whole = example()
    asked = replace(whole.questions[0], changes=tuple(replace(each, raw=True) for each in whole.questions[0].changes))
    raw, title = replace(whole, questions=(asked,)), "What has changed, codes as they stand"
    assert title in compared_text(raw)
    assert f"### {title}" in compared_markdown(raw)
    assert title in [cell.value for sheet in compared_sheets(raw) for row in sheet.rows for cell in row]


def test_a_workbook_has_differences_as_signed_points():
    """A change and its interval are numbers with their sign, one decimal."""
    (money,) = (row for row in compared_sheets(example())[1].rows if row[0].value == "Money")
    assert [(cell.value, cell.style) for cell in money[3:6]] == [(12.0, "points"), (4.0, "points"), (20.0, "points")]


@pytest.mark.parametrize("raw", [False, True])
def test_codes_as_they_stand_want_no_audit(raw):
    """An audit, and --raw, are named where an audit mends it: not to somebody who compares the codes as they stand."""
    cell = Change("no interval", said="no base in OLD")
    row = ChangeRow("a", "a", 0, net=False, reserved="", cells=(cell,))
    notes = change_notes(replace(Changes("why", "", "", ("Total",), (row,), ""), raw=raw))
    assert any("--raw" in note for note in notes) != raw

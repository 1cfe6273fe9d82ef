"""What a check looks like: gravest first, twelve rows and how many more, nothing that steers a terminal."""

import csv
import io
import json

import pytest

from freetext.guard.checks import Checked, Finding, Flagged, Shares, Taken, in_order
from freetext.show.checks import LIMITS, checked_text, listed, summary
from freetext.show.checks_files import MOST, checked_json, checked_markdown, checked_rows, checked_sheets

FINDINGS = in_order(
    [
        Finding("blank", "note", "half of it is blank.", "answer", (), 9, "Ask again."),
        Finding("id-twice", "person", "20 rows whose id stands twice.", "id", tuple(range(2, 22)), 20, "Mend it."),
        Finding("safeguarding", "safeguarding", "2 answers flagged for safeguarding.", "answer", (), 2, "Look."),
    ]
)
CHECKED = Checked(
    "a|b.csv",
    30,
    ("encoding utf-8",),
    (Taken("id", "id", "different in every row."), Taken("answer", "open", "texts.")),
    (Shares("why", "answer", 30, 9, 1, 2, 6.5, 1200),),
    FINDINGS,
    (Flagged(3, "secret-id", "why", "violence", "secret text"),),
)


def test_the_gravest_stand_first():
    """Safeguarding stands before what needs a person, notes come last, and below all that rules find some and not all."""
    text = checked_text(CHECKED)
    places = [text.index(each) for each in ("today", "Needs a person first", "Notes", "30 rows checked", "not all")]
    assert places == sorted(places)
    assert "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 8 more." in text
    assert "30 %  5 %" in " ".join(text.split()).replace("30 % 5 %", "30 %  5 %")
    assert summary(CHECKED) == (
        "a|b.csv: 30 rows checked, 2 answers flagged for safeguarding, 1 finding that needs a person, 1 note."
    )


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_fit_the_terminal(width):
    """No line is wider than the terminal, but for what a column of figures needs."""
    for line in checked_text(CHECKED, width=width).splitlines():
        assert len(line) <= max(width, 64)


def test_flagged_answers_are_in_no_output():
    """The restricted list is in no text, JSON, Markdown, table or workbook."""
    held = [checked_text(CHECKED), checked_json(CHECKED), checked_markdown(CHECKED)]
    held += [repr(checked_rows(CHECKED)), repr(checked_sheets(CHECKED)), repr(CHECKED)]
    assert [each for each in held if "secret" in each] == []
    assert [each for each in held[:3] if "not all" not in each] == []


def test_one_remedy_is_said_once():
    """What mends several findings in a row stands behind the last of them."""
    findings = tuple(Finding("blank", "note", "it is blank.", name, (), 1, "Ask again.") for name in "abc")
    text = checked_text(Checked("x.csv", 1, (), (), (), findings))
    assert text.count("it is blank.") == 3
    assert text.count("Ask again.") == 1
    assert text.index("  blank  c") < text.index("Ask again.")


def test_names_cannot_steer_a_terminal():
    """Escapes and line ends in a column's name do not come out."""
    bad = Checked(
        "x.csv", 1, (), (Taken("a\x1b[2Jb\nc", "open", ""),), (), (Finding("x", "note", "w\x1b", "a\nb\x07"),)
    )
    text = checked_text(bad)
    assert "\x1b" not in text
    assert "\x07" not in text


def test_wide_files_list_what_is_taken_for_something():
    """Of many columns those that are taken for nothing are only counted."""
    taken = (Taken("id", "id"), *(Taken(f"c{place}", "nothing") for place in range(60)))
    text = checked_text(Checked("x.csv", 1, (), taken))
    assert "c7" not in text
    assert "and 60 columns more that are taken for nothing" in text


def test_json_has_the_shape_of_the_page():
    """JSON has format, file, rows, took, columns, questions, what nobody searched, findings, counts and limits."""
    whole = json.loads(checked_json(CHECKED))
    assert list(whole) == [
        *("format", "file", "rows", "took", "columns", "questions", "unsearched"),
        *("findings", "person", "safeguarding", "limits"),
    ]
    assert whole["findings"][1]["rows"] == list(range(2, 22))
    assert (whole["person"], whole["safeguarding"], whole["limits"]) == (1, 2, LIMITS)


def test_a_table_has_a_line_a_finding():
    """As a table a finding is a line, its rows joined by blanks."""
    table = checked_rows(CHECKED)
    assert list(table) == ["severity", "check", "column", "count", "rows", "what", "remedy"]
    assert table["rows"][1].split() == [str(row) for row in range(2, 22)]
    out = io.StringIO()
    csv.writer(out).writerows(zip(*table.values(), strict=True))
    assert len(out.getvalue().splitlines()) == 3


def test_markdown_escapes_what_it_repeats():
    """Bars in names do not break Markdown's tables."""
    assert "| id-twice | id | 2, 3," in checked_markdown(CHECKED)
    assert "a\\|b.csv" in checked_markdown(CHECKED)


def test_markdown_begins_with_the_gravest_and_has_all_rows():
    """As on the screen the gravest stand first and notes last; no row is left out, for a file has room."""
    text = checked_markdown(CHECKED)
    places = [text.index(each) for each in ("## Needs a trained person today", "## Needs a person first", "## Notes")]
    assert places == sorted(places)
    assert f"| {', '.join(str(row) for row in range(2, 22))} |" in text
    assert "more" not in text


def test_rows_that_are_withheld_are_counted_everywhere():
    """Where rows are not listed, for they are flagged, every output says how many; so do all of what nobody searched."""
    finding = Finding("cut", "person", "3 rows with a cut answer.", "answer", (4,), 3, "Mend it.", 2)
    checked = Checked("x.csv", 9, (), (), (), (finding,), (), ("id", "a|b"))
    kinds = [
        checked_text(checked),
        checked_markdown(checked),
        repr(checked_rows(checked)),
        repr(checked_sheets(checked)),
    ]
    for text in kinds:
        assert "2 rows counted and not listed: flagged for safeguarding." in " ".join(text.split())
    assert json.loads(checked_json(checked))["findings"][0]["withheld"] == 2
    assert "hold no text of three words: id, a|b." in kinds[0]
    assert "id, a\\|b." in kinds[1]
    assert "id, a|b." in kinds[3]
    assert json.loads(checked_json(checked))["unsearched"] == ["id", "a|b"]


def test_a_workbook_has_a_line_for_each_row_and_finding():
    """The sheet of rows holds each row of each finding, in the order of rows, and says where it stops."""
    findings, rows, columns, questions = checked_sheets(CHECKED)
    assert [cell.value for cell in rows.rows[1]] == [2, "person", "id-twice", "id"]
    assert len(rows.rows) == 21
    assert [len(sheet.rows) for sheet in (findings, columns, questions)] == [6, 3, 2]
    many = Checked("x.csv", 1, (), (), (), (Finding("x", "note", "w", "c", tuple(range(MOST + 5)), MOST + 5),))
    last = checked_sheets(many)[1].rows[-1][0].value
    assert last == "5 lines more do not stand here: --json has them all."
    assert listed((3,)) == "3"

"""Odd answers go through `freetext code` like any other."""

import pytest

ODD = {
    "empty": "",
    "white space": " \t\u00a0\u3000 ",
    "newlines only": "\n\n",
    "one token": "money",
    "one character": "x",
    "long": "money and staff " * 6250,
    "one long word": "x" * 100_000,
    "emoji": "💷💷 money 👩‍👩‍👧 🏳️‍🌈",
    "mixed scripts": "деньги money お金 χρήματα staff 工作人员",
    "right to left": "الموظفون لطفاء جدا money צוות",
    "combining": "mo\u0301ney e\u0301\u0301\u0301",
    "controls": "mo\u200bney \u202estaff\u202c \ufeff",
    "markup": "<b>money</b> &amp; [staff](x)",
    "semicolons": "money; staff; =1+1",
    "seen in training": "we need more money",
}
BLANK = {"empty", "white space", "newlines only"}


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_odd_answers_are_coded(freetext, small, rows_to, rows_in, ending):
    """Every odd answer comes back in its row with a decision; the empty ones, and only they, are blank."""
    rows_to(small / "odd.csv", [["id", "verbatim"], *([name, text] for name, text in ODD.items())])
    wanted = ("--text", "verbatim", "--id", "id", "--model", "model")
    done = freetext("code", "odd.csv", *wanted, "-o", f"out.{ending}", "--scores", "--evidence", cwd=small)
    assert done.code == 0, done.err
    again = freetext("code", "odd.csv", *wanted, "-o", "-", cwd=small)
    rows = {row[0]: row[1:] for row in rows_in(again.out)[1:]}
    assert {name: row[0] for name, row in rows.items()} == ODD
    assert {name for name, row in rows.items() if row[-1] == "blank"} == BLANK
    assert rows["seen in training"][1] == "Money"
    assert rows["one token"][1] == "Money"
    assert rows["long"][1] == "Money;Staff"


def test_long_answers_are_cut_for_workbooks_only_and_counted(freetext, small, rows_to):
    """A workbook's cell holds 32,767 characters; what is longer is cut with a mark, and how many were is said."""
    rows_to(small / "long.csv", [["verbatim"], ["money " * 10_000], ["x\x01y"], ["short"]])
    wanted = ("--text", "verbatim", "--model", "model")
    done = freetext("code", "long.csv", *wanted, "-o", "out.xlsx", cwd=small)
    assert "1 cell cut to what a cell holds" in done.err
    assert "1 cell rid of control characters" in done.err
    assert "(" not in freetext("code", "long.csv", *wanted, "-o", "out.csv", cwd=small).err.splitlines()[-1]


def test_one_answer(freetext, small, rows_to, rows_in):
    """A file of one answer is coded."""
    rows_to(small / "one.csv", [["verbatim"], ["more money"]])
    done = freetext("code", "one.csv", "--text", "verbatim", "--model", "model", "-o", "-", cwd=small)
    assert rows_in(done.out)[1][:2] == ["more money", "Money"]
    assert "1 answer: 0 blank" in done.err


def test_an_answer_does_not_change_its_neighbours(freetext, small, rows_in, table, rows_to):
    """Codes do not depend on the order of the rows or on what else is in the file."""
    whole = {row[0]: row[11:] for row in rows_in(_piped(freetext, small, rows_to, table))[1:]}
    turned = {row[0]: row[11:] for row in rows_in(_piped(freetext, small, rows_to, [table[0], *table[:0:-1]]))[1:]}
    alone = {
        row[0]: row[11:]
        for each in table[1:4]
        for row in rows_in(_piped(freetext, small, rows_to, [table[0], each]))[1:]
    }
    assert turned == whole
    assert alone == {key: whole[key] for key in alone}


def _piped(freetext, small, rows_to, rows):
    content = rows_to(small / "part.csv", rows).read_bytes()
    wanted = ("--text", "verbatim", "--id", "id", "--model", "model", "--scores", "-o", "-")
    return freetext("code", "-", *wanted, cwd=small, stdin=content).out

"""Several questions: which column, which codeframe, and which question the model takes a text for."""

import json

import pytest

OWN = 'name = "own"\n[[theme]]\nslug = "own-money"\n[[theme]]\nslug = "own-staff"\n'
MAIN = 'name = "main"\n[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n'
TOML = """[survey]
title = "A survey of two questions"
file = "s.csv"
id = "id"
drop = ["contact"]
codeframe = "main.toml"
[[question]]
name = "q1"
kind = "open"
column = "t1"
codeframe = "own.toml"
[[question]]
name = "q2"
kind = "open"
column = "t2"
"""
TEXTS = [
    ("more money", "money", "kind staff", "staff"),
    ("the staff", "staff", "money money", "money"),
    ("money first", "money", "lovely staff", "staff"),
    ("staff again", "staff", "short of money", "money"),
    ("money please", "money", "money for staff", "money;staff"),
    ("staff, staff", "staff", "staff here", "staff"),
]


@pytest.fixture(scope="module", name="two")
def _two(freetext, rows_to, tmp_path_factory):
    """A trained project with two open questions, the first with a codeframe of its own; not to be written to but for new files."""
    folder = tmp_path_factory.mktemp("two")
    for name, text in (("own.toml", OWN), ("main.toml", MAIN), ("freetext.toml", TOML)):
        (folder / name).write_text(text)
    own = [[str(n), f"r{n}@b.org", a, f"own-{x}", b, y] for n, (a, x, b, y) in enumerate(TEXTS)]
    rows_to(folder / "s.csv", [["id", "contact", "t1", "l1", "t2", "l2"], *own])
    for number in "12":
        done = freetext("train", "--text", f"t{number}", "--labels", f"l{number}", cwd=folder)
        assert done.code == 0, done.err
    return folder


def test_columns_carry_the_question_where_a_project_has_several(freetext, rows_in, two):
    """One text column of a project with several coded questions makes `freetext_themes:Q`, which tally and evaluate understand."""
    assert freetext("code", "s.csv", "--text", "t1", "-o", "c1.csv", "--scores", cwd=two).code == 0
    assert rows_in(two / "c1.csv")[0] == [
        *("id", "t1", "l1", "t2", "l2"),
        *(f"freetext_{each}:q1" for each in ("themes", "review", "review_why", "source")),
        *("freetext_score:q1:own-money", "freetext_score:q1:own-staff"),
    ]
    tallied = freetext("tally", "c1.csv", "--json", cwd=two)
    assert tallied.code == 0, tallied.err
    (table,) = json.loads(tallied.out)["tables"]
    assert (table["question"], [row["theme"] for row in table["rows"]]) == ("q1", ["own-money", "own-staff"])
    compared = freetext("evaluate", "c1.csv", "--labels", "l1", "--json", cwd=two)
    assert compared.code == 0, compared.err
    assert [each["theme"] for each in json.loads(compared.out)["themes"]] == ["own-money", "own-staff"]


def test_a_project_with_one_question_keeps_the_plain_columns(freetext, rows_in, rows_to, two, tmp_path):
    """Where a project has but one coded question, and in a long file, the columns are those of the contract."""
    rows_to(tmp_path / "long.csv", [["n", "q", "t1"], ["1", "q1", "money"], ["2", "q2", "money"]])
    long = freetext(
        "code", tmp_path / "long.csv", "--text", "t1", "--question", "q", "-o", tmp_path / "l.csv", "--project", two
    )
    assert long.code == 0, long.err
    assert rows_in(tmp_path / "l.csv")[0][3] == "freetext_themes"
    tallied = freetext("tally", tmp_path / "l.csv", "--question", "q", "--json", "--project", two)
    assert tallied.code == 0, tallied.err
    themes = [[row["theme"] for row in table["rows"]] for table in json.loads(tallied.out)["tables"]]
    assert themes == [["own-money", "own-staff"], ["money", "staff"]]
    (tmp_path / "freetext.toml").write_text(TOML.rpartition("[[question]]")[0].replace('"own.toml"', '"main.toml"'))
    (tmp_path / "main.toml").write_text(MAIN)
    alone = ("--project", tmp_path, "--model", two / "models" / "own", "-o", tmp_path / "c.csv")
    assert freetext("code", two / "s.csv", *alone).code == 0
    assert "freetext_themes" in rows_in(tmp_path / "c.csv")[0]


@pytest.mark.parametrize(
    "argv",
    [
        ("code", "s.csv", "--text", "contact", "-o", "x.csv"),
        ("train", "s.csv", "--text", "t1", "--labels", "contact"),
        ("tally", "s.csv", "--themes", "l2", "--closed", "contact"),
        ("tally", "s.csv", "--themes", "l2", "--by", "contact"),
        ("evaluate", "s.csv", "--themes", "l2", "--labels", "contact"),
    ],
)
def test_nobody_looks_at_a_dropped_column(freetext, two, argv):
    """No command takes a column that `drop` names; it says so in one line, and never shows what stands in it."""
    done = freetext(*argv, cwd=two)
    assert done.code == 2
    assert "'contact' is left out" in done.line
    assert "drop" in done.line
    assert "b.org" not in done.out + done.err


def test_what_is_left_out_is_said(freetext, two):
    """Each command says which columns it left out."""
    for argv in (
        ("code", "--dry-run", "-o", "x.csv"),
        ("train", "--dry-run", "--text", "t2", "--labels", "l2"),
        ("tally", "s.csv", "--themes", "l2"),
    ):
        assert "left out: contact\n" in freetext(*argv, cwd=two).err


def test_a_workbook_of_tables_bears_the_surveys_title(freetext, two, tmp_path):
    """The first sheet of a workbook of tables is headed by the survey's title."""
    import openpyxl  # noqa: PLC0415

    done = freetext("tally", "s.csv", "--themes", "l2", "-o", tmp_path / "t.xlsx", cwd=two)
    assert done.code == 0, done.err
    assert openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0]["A1"].value == "A survey of two questions"


@pytest.fixture(scope="module", name="wide")
def _wide(freetext, rows_to, tmp_path_factory):
    """A model of two columns, where the same word means another theme in each."""
    folder = tmp_path_factory.mktemp("wide")
    rows = [[f"the word {word}", f"the word {word}", "praise", "blame"] for word in ("one", "two", "six", "ten", "few")]
    rows_to(folder / "w.csv", [["good", "bad", "l1", "l2"], *rows * 4])
    wanted = ("--text", "good", "--text", "bad", "--labels", "l1", "--labels", "l2", "--model", "m")
    done = freetext("train", "w.csv", *wanted, cwd=folder)
    assert done.code == 0, done.err
    return folder


def test_a_column_is_the_question_of_its_name(freetext, rows_in, wide):
    """One column of the wide file that a model was learnt from has the same codes alone as beside the others."""
    both = freetext("code", "w.csv", "--text", "good", "--text", "bad", "--model", "m", "-o", "-", cwd=wide)
    for column in ("good", "bad"):
        alone = freetext("code", "w.csv", "--text", column, "--model", "m", "-o", "-", cwd=wide)
        assert "says none" not in alone.err
        head, *rows = rows_in(both.out)
        plain, *cells = rows_in(alone.out)
        wanted = [row[head.index(f"freetext_themes:{column}")] for row in rows]
        assert [row[plain.index("freetext_themes")] for row in cells] == wanted
        assert set(wanted) == {"praise" if column == "good" else "blame"}


def test_a_file_that_says_no_question_is_told(freetext, rows_to, wide, tmp_path):
    """Where the model knows questions and the file says none of them, the user hears which they are."""
    rows_to(tmp_path / "n.csv", [["answer"], ["the word one"]])
    done = freetext("code", tmp_path / "n.csv", "--text", "answer", "--model", wide / "m", "-o", "-")
    assert "the model knows the questions bad, good; this file says none of them" in done.err

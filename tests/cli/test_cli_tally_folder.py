"""`freetext tally OUT/` through the command line: tables of coded parts."""

from __future__ import annotations

import csv
import json

import pytest

from freetext.interfaces.tallying import tally

LEFT_OUT = {"encourage", "issues"}
"""The demo survey's question with moves and its ranking."""


@pytest.fixture(name="coded")
def _coded(survey, freetext):
    """The demo survey in one file, coded, and the same rows in two parts, coded too."""
    with (survey / "survey.csv").open(encoding="utf-8-sig", newline="") as handle:
        head, *rows = csv.reader(handle)
    for name, some in (("a", rows[:17]), ("b", rows[17:])):
        (survey / "waves").mkdir(exist_ok=True)
        with (survey / "waves" / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle).writerows([head, *some])
    assert freetext("code", "survey.csv", "-o", "all.csv", cwd=survey).code == 0
    assert freetext("code", "waves", "-o", "parts/", cwd=survey).code == 0
    return survey


def tables(done):
    """The tables of a run by question and banner, without the notes below."""
    found = json.loads(done.out)["tables"]
    return {(each["question"], each["banner"]): {**each, "notes": []} for each in found}


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--base", "asked", "--order", "size", "--population", "100"),
        ("--by", "region"),
        ("--by", "levels", "--where", "type = charity|IFA"),
    ],
)
def test_a_folder_has_the_tables_of_one_file(freetext, coded, options):
    """People's labels, closed questions and all: what the parts say is what the same rows say in one file."""
    one = tables(freetext("tally", "all.csv", "--json", *options, cwd=coded))
    parts = tables(freetext("tally", "parts/", "--json", *options, cwd=coded))
    assert parts == {key: each for key, each in one.items() if key[0] not in LEFT_OUT}


def test_the_command_says_what_it_does(freetext, coded):
    """What is read again and what is left out is told; the note below names folder, parts, rows and model."""
    done = freetext("tally", "parts/", "--by", "region", cwd=coded)
    assert "--by region was not foreseen: the 2 parts are read again" in done.err
    assert "left out" in done.err
    assert "Of the folder parts/ (2 parts, 41 rows), coded by innovation" in " ".join(done.out.split())
    assert "read again" not in freetext("tally", "parts/", cwd=coded).err


def test_a_folder_that_is_not_done_is_refused(freetext, coded):
    """Without its seal a folder says so in one line, with the remedy."""
    (coded / "parts" / "_SUCCESS.json").unlink()
    done = freetext("tally", "parts/", cwd=coded)
    assert done.code == 2
    assert "not coded to the end" in done.line
    assert "freetext code" in done.line


def test_tables_of_a_folder_are_written_to_files(freetext, coded):
    """Every form of output takes them."""
    assert freetext("tally", "parts/", "-o", "tables.xlsx", cwd=coded).code == 0
    assert (coded / "tables.xlsx").stat().st_size > 1_000


def test_python_tallies_a_folder(coded):
    """`tally("coded/")` gives the same tables as values."""
    found = tally(coded / "parts", by=["type"], project=coded)
    assert found[0].question == "barrier_why"
    assert found[0].columns[0].n == 40


def test_a_report_wants_a_single_file(freetext, coded):
    """A report of a folder is refused, and told what there is instead."""
    done = freetext("report", "parts/", cwd=coded)
    assert done.code == 2
    assert "freetext tally parts/ -o tables.xlsx" in done.line

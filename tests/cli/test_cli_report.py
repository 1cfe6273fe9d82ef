"""`freetext report` and `freetext verify` as commands, on the file of the demo survey."""

from pathlib import Path

import pytest

from freetext.files.project.demo import demo_texts

ASKED = ("--themes", "barrier", "--by", "type")


@pytest.fixture(name="home")
def _home(tmp_path):
    """The demo survey's own file alone, in a folder that is no project."""
    (tmp_path / "survey.csv").write_text(demo_texts()["survey.csv"], encoding="utf-8")
    return tmp_path


def test_a_report_is_made_and_verified(freetext, home):
    """`report` says what it wrote and prints the page's place alone; `verify` finds the same with exit code 0."""
    done = freetext("report", "survey.csv", *ASKED, "-o", "board", cwd=home)
    assert (done.code, done.out.strip()) == (0, str(Path("board/report.html")))
    assert "1 question, 2 tables" in done.err
    assert (home / "board" / "tables.xlsx").is_file()
    again = freetext("verify", "board", cwd=home)
    assert again.code == 0, again.out + again.err
    assert "2 tables come out the same" in again.out
    page = home / "board" / "report.html"
    page.write_bytes(page.read_bytes() + b"<!-- -->")
    after = freetext("verify", "board", cwd=home)
    assert (after.code, after.line) == (1, "freetext: board: 1 difference.")
    assert after.out.startswith("- report.html: has changed")


def test_a_dry_run_writes_nothing(freetext, home, listing):
    """`--dry-run` leaves the folder as it was."""
    before = listing(home)
    done = freetext("report", "survey.csv", *ASKED, "-o", "board", "--dry-run", cwd=home)
    assert (done.code, done.out) == (0, "")
    assert "nothing is written to board" in done.err
    assert listing(home) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("survey.csv", "--themes", "barier"), "no column 'barier'"),
        (("survey.csv", "--themes", "barrier", "--by", "tipe"), "tipe"),
        (("-",), "standard input"),
        (("gone.csv",), "no such file"),
    ],
)
def test_what_cannot_be_reported_is_refused(freetext, home, listing, options, said):
    """A column or a file that is not there, and standard input, are one line and exit code 2; nothing is written."""
    before = listing(home)
    done = freetext("report", *options, "-o", "board", cwd=home)
    assert done.code == 2
    assert said in done.line
    assert listing(home) == before


def test_a_folder_that_is_no_report_is_not_verified(freetext, home):
    """Without a record there is nothing to compare: exit code 2."""
    done = freetext("verify", ".", cwd=home)
    assert done.code == 2
    assert "freetext report" in done.line


def test_help_of_report_does_not_offer_standard_input(freetext):
    """The argument's help says what is true of this command."""
    assert "standard input" not in freetext("report", "--help").out

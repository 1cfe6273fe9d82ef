"""`freetext check`: findings on the screen and in files, exit codes, the restricted list; no answer's text anywhere."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest

from freetext.cli.run import Run
from freetext.errors import OutputError
from freetext.files.restricting.flagged import flagged_csv, flagged_place
from freetext.files.restricting.lists import write_restricted
from freetext.guard.checks import Flagged

HEADER = ["id", "kind", "answer"]
CLEAN = [
    ["1", "north", "we need more money for this"],
    ["2", "south", "the staff were kind to us"],
    ["3", "north", "it was fine, thanks to you all"],
    ["4", "south", "far too long a wait for a bed"],
]
FAULTY = [
    *CLEAN,
    ["4", "south", "write to zebulon@example.org about the wait"],
    ["", "South", "=SUM(A1) zebulon"],
]


@pytest.fixture(name="clean")
def _clean(tmp_path, rows_to):
    return rows_to(tmp_path / "clean.csv", [HEADER, *CLEAN])


@pytest.fixture(name="faulty")
def _faulty(tmp_path, rows_to):
    return rows_to(tmp_path / "faulty.csv", [HEADER, *FAULTY])


def test_a_clean_file_has_no_finding(freetext, clean):
    """A sound file leaves with 0 and no finding, and the screen still says that rules find some and not all."""
    done = freetext("check", clean, "--text", "answer")
    assert done.code == 0
    said = " ".join(done.out.split())
    assert "no finding that needs a person, 0 notes." in said
    assert "find some and not all" in said
    assert "no risk" not in said


def test_faults_are_shown_the_gravest_first(freetext, faulty):
    """What needs a person stands before notes, with rows and remedy; the exit code is 1."""
    done = freetext("check", faulty, "--text", "answer", "--id", "id")
    assert done.code == 1
    assert done.line == f"freetext: {faulty}: 3 findings that need a person."
    person, notes = done.out.index("Needs a person first"), done.out.index("\nNotes\n")
    for check in ("id-missing", "id-twice", "personal-data"):
        assert person < done.out.index(f"  {check}  ") < notes
    assert notes < done.out.index("  formula  answer")
    assert "Rows 5, 6." in done.out
    assert "Row 7." in done.out


@pytest.mark.parametrize("ending", ["json", "csv", "md", "xlsx"])
def test_findings_go_into_files_without_a_text(freetext, faulty, tmp_path, ending):
    """Each kind of file holds the findings and no answer; one that is there is refused without --force."""
    out = tmp_path / f"found.{ending}"
    done = freetext("check", faulty, "--text", "answer", "--id", "id", "-o", out)
    assert (done.code, done.out) == (1, "")
    if ending == "xlsx":
        book = openpyxl.load_workbook(out)
        held = "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
        assert book.sheetnames == ["Findings", "Rows", "Columns", "Questions"]
        rows = [tuple(cell.value for cell in row) for row in book["Rows"].iter_rows(min_row=2)]
        assert rows == sorted(rows, key=lambda row: row[0])
        assert (7, "person", "id-missing", "id") in rows
    else:
        held = out.read_text(encoding="utf-8-sig")
    assert "id-twice" in held
    assert "zebulon" not in held
    assert freetext("check", faulty, "--text", "answer", "-o", out).code == 2
    assert freetext("check", faulty, "--text", "answer", "-o", out, "--force").code == 1


def test_json_has_every_row_and_is_plain(freetext, faulty):
    """--json writes format, columns, questions and findings with all rows to standard output."""
    done = freetext("check", faulty, "--text", "answer", "--id", "id", "--json")
    whole = json.loads(done.out)
    assert done.out.isascii()
    assert (whole["format"], whole["rows"], whole["person"], whole["safeguarding"]) == (1, 6, 3, 0)
    assert {"column": "answer", "kind": "open"}.items() <= whole["columns"][2].items()
    assert [each["question"] for each in whole["questions"]] == ["answer"]
    (twice,) = (each for each in whole["findings"] if each["check"] == "id-twice")
    assert (twice["rows"], twice["count"], twice["severity"]) == ([5, 6], 2, "person")


def test_a_dry_run_writes_nothing(freetext, faulty, tmp_path, listing):
    """--dry-run checks, says what it would write and writes nothing."""
    before = listing(tmp_path)
    done = freetext("check", faulty, "--text", "answer", "-o", tmp_path / "out.json", "--dry-run")
    assert done.code == 1
    assert "nothing is written" in done.err
    assert listing(tmp_path) == before


def test_a_row_that_cannot_be_read_is_a_finding(freetext, tmp_path):
    """Ragged rows are a finding with their row, not a refusal; a missing file or column is refused."""
    (tmp_path / "ragged.csv").write_text("id,answer\n1,a\n2,b,c\n3,d\n", encoding="utf-8")
    done = freetext("check", tmp_path / "ragged.csv")
    assert done.code == 1
    assert "unreadable" in done.out
    assert "Row 3." in done.out
    assert freetext("check", tmp_path / "none.csv").code == 2
    assert freetext("check", tmp_path / "ragged.csv", "-o", tmp_path / "none" / "x.csv").code == 2


def test_a_column_that_is_not_there_is_refused(freetext, clean):
    """A column that was asked for must be there: the error names the option."""
    done = freetext("check", clean, "--text", "answr")
    assert done.code == 2
    assert "(--text)" in done.line
    assert "Did you mean 'answer'?" in done.line


def test_a_long_file_is_checked_question_by_question(freetext, tmp_path, rows_to):
    """With --question an id may stand once a question, and each question has its shares."""
    rows = [[str(place // 2), "ab"[place % 2], f"this is answer number {place} of them all"] for place in range(8)]
    file = rows_to(tmp_path / "long.csv", [["id", "asked", "answer"], *rows])
    whole = json.loads(freetext("check", file, "--text", "answer", "--id", "id", "--question", "asked", "--json").out)
    assert [(each["question"], each["rows"]) for each in whole["questions"]] == [("a", 4), ("b", 4)]
    assert [each for each in whole["findings"] if each["severity"] == "person"] == []
    assert freetext("check", file, "--text", "answer", "--id", "id").code == 1


def test_the_demo_survey_raises_no_false_alarm(freetext, survey):
    """The demo survey has an invented phone number and answers about children at risk, and nothing else that needs a person."""
    done = freetext("check", "--project", survey, "--json")
    whole = json.loads(done.out)
    graver = [each["check"] for each in whole["findings"] if each["severity"] != "note"]
    assert set(graver) <= {"personal-data", "safeguarding"}
    assert len([each for each in whole["findings"] if each["severity"] == "note"]) <= 4
    assert {"column": "contact", "kind": "dropped", "why": ""} in whole["columns"]


def test_a_project_says_what_columns_are(freetext, survey):
    """Settings that the file contradicts are findings: a column that is gone, a value outside its list."""
    file = survey / "survey.csv"
    text = file.read_text(encoding="utf-8-sig")
    assert ",region," in text
    file.write_text(text.replace("charity", "cherity", 1).replace("covid_effect", "covid", 1), encoding="utf-8")
    findings = json.loads(freetext("check", "--project", survey, "--json").out)["findings"]
    assert [each["column"] for each in findings if each["check"] == "missing-column"] == ["covid_effect"]
    (outside,) = (each for each in findings if each["check"] == "outside-list")
    assert outside["column"] == "type"
    assert "'cherity'" in outside["what"]


@pytest.fixture(name="disclosing")
def _disclosing(survey):
    """Write the survey with so many answers that are flagged, and no others that are."""
    file = survey / "survey.csv"
    rows = file.read_text(encoding="utf-8-sig").splitlines()

    def write(count):
        said = ["I am going to kill myself tonight"] * count
        bare = [row.rpartition(",")[0] for row in rows[1:4]]
        told = [f"{row},{text}" for row, text in zip(bare, [*said, *["it was fine"] * (3 - count)], strict=True)]
        file.write_text("\n".join([rows[0], *told]) + "\n", encoding="utf-8")

    return write


@pytest.fixture(name="flags")
def _flags():
    return [Flagged(4, "c", "q", "violence"), Flagged(9, "=d", "q", "self-harm", "dark text")]


def test_the_restricted_list_is_its_owners_alone(tmp_path, flags):
    """The list is written 0600 in a folder 0700, guarded against formulas, without texts; the same list again is no fault, another is."""
    place = tmp_path / "output" / "restricted" / "x-safeguarding.csv"
    assert write_restricted(flagged_csv(flags), place)
    assert place.read_text(encoding="utf-8-sig").splitlines() == [
        "row,id,question,category",
        "4,c,q,violence",
        "9,'=d,q,self-harm",
    ]
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
        assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert not write_restricted(flagged_csv(flags), place)
    with pytest.raises(OutputError, match="--force replaces it"):
        write_restricted(flagged_csv(flags, with_text=True), place)
    assert write_restricted(flagged_csv(flags, with_text=True), place, force=True)
    assert "dark text" in place.read_text(encoding="utf-8-sig")
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_the_list_of_a_project_has_a_place(survey):
    """In a project the list stands below its output, without one nowhere."""
    place = flagged_place("data/wave2.csv", Run(survey).project)
    assert place == survey / "output" / "restricted" / "wave2-safeguarding.csv"
    assert flagged_place("wave2.csv", None) is None


def test_flagged_answers_leave_with_three_and_a_restricted_list(freetext, rows_to, tmp_path):
    """An answer that a person must read today gives exit code 3 and a list for its owner alone, whose ids no other output holds."""
    told = "I want to kill myself and nobody here listens"
    file = rows_to(tmp_path / "told.csv", [HEADER, *CLEAN, ["zz-9", "north", told]])
    alone = freetext("check", file, "--text", "answer", "--id", "id", "--json")
    assert (alone.code, json.loads(alone.out)["safeguarding"]) == (3, 1)
    assert "--restricted LIST.csv writes which they are." in alone.line
    place = tmp_path / "out" / "list.csv"
    done = freetext("check", file, "--text", "answer", "--id", "id", "--restricted", place)
    assert done.code == 3
    assert done.line.startswith(f"freetext: {file}: 1 answer flagged for safeguarding. The list is in ")
    for said in (alone, done):
        assert "zz-9" not in said.out + said.err
        assert "listens" not in said.out + said.err
    held = place.read_text(encoding="utf-8-sig")
    assert "6,zz-9,answer,self-harm" in held
    assert "listens" not in held
    assert freetext("check", file, "--text", "answer", "--id", "id", "--restricted", place).code == 3
    other = freetext("check", file, "--text", "answer", "--restricted", place, "--with-text")
    assert other.code == 3
    assert other.line.endswith(
        f"flagged for safeguarding. No list of them is written: {place}: exists; --force replaces it."
    )
    assert place.read_text(encoding="utf-8-sig") == held
    assert freetext("check", file, "--restricted", "-").code == 2
    assert freetext("check", file, "--restricted", tmp_path / "list.txt").code == 2
    texted = freetext("check", file, "--text", "answer", "--restricted", place, "--with-text", "--force")
    assert texted.code == 3
    assert "listens" in place.read_text(encoding="utf-8-sig")


def test_a_project_keeps_the_restricted_list(freetext, survey, disclosing):
    """In a project the list goes below its output without being asked for; the same check again changes nothing."""
    disclosing(1)
    for _ in range(2):
        assert freetext("check", "--project", survey).code == 3
    assert [path.name for path in (survey / "output" / "restricted").glob("*.csv")] == ["survey-safeguarding.csv"]
    dry = freetext("check", "--project", survey, "--dry-run")
    assert (dry.code, "nothing is written" in dry.err) == (3, True)


def test_another_check_makes_the_projects_list_anew(freetext, survey, disclosing):
    """A disclosure that came since leaves with 3 and is listed without --force; where nothing is flagged any more the list is empty."""
    place = survey / "output" / "restricted" / "survey-safeguarding.csv"
    for count in (1, 2):
        disclosing(count)
        assert freetext("check", "--project", survey).code == 3
        assert len(place.read_text(encoding="utf-8-sig").splitlines()) == 1 + count
    disclosing(0)
    dry = freetext("check", "--project", survey, "--dry-run")
    assert f"0 lines; nothing is written to {place}" in dry.err
    assert freetext("check", "--project", survey).code < 2
    assert place.read_text(encoding="utf-8-sig").splitlines() == ["row,id,question,category"]
    if sys.platform != "win32":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_read_empties_no_list(freetext, survey, disclosing):
    """Where the rows could not be read nobody knows that nothing is flagged, and the list of the last check stays."""
    disclosing(1)
    assert freetext("check", "--project", survey).code == 3
    place = survey / "output" / "restricted" / "survey-safeguarding.csv"
    before = place.read_bytes()
    with (survey / "survey.csv").open("a", encoding="utf-8") as file:
        file.write("ragged,row\n")
    assert freetext("check", "--project", survey).code == 1
    assert place.read_bytes() == before


def test_a_list_that_was_asked_for_is_emptied_with_force_only(freetext, clean, tmp_path):
    """Where nothing is flagged no list is made; one that stands at the place is refused, and made anew with --force."""
    place = tmp_path / "list.csv"
    asked = ("check", clean, "--text", "answer", "--id", "id", "--restricted", place)
    assert freetext(*asked).code == 0
    assert not place.exists()
    place.write_text("row,id,question,category\n6,zz-9,answer,self-harm\n")
    refused = freetext(*asked)
    assert (refused.code, refused.line) == (2, f"freetext: {place}: exists; --force replaces it.")
    assert freetext(*asked, "--force").code == 0
    assert place.read_text(encoding="utf-8-sig").splitlines() == ["row,id,question,category"]


def test_a_list_that_cannot_be_written_hides_no_flag(freetext, survey, disclosing):
    """Where something else stands at the project's place the flags are told all the same, with exit code 3."""
    disclosing(1)
    (survey / "output" / "restricted" / "survey-safeguarding.csv").mkdir(parents=True)
    done = freetext("check", "--project", survey)
    assert done.code == 3
    assert "is a folder; name a file." in done.line


def test_standard_output_is_no_place_for_a_file_of_findings(freetext, clean):
    """`-o -` is refused with what to do instead, also beside --json."""
    for more in ((), ("--json",)):
        done = freetext("check", clean, "--text", "answer", "-o", "-", *more)
        assert (done.code, done.out) == (2, "")
        assert "--json" in done.line


TOLD = ["5", "north", "I want to kill myself and nobody here listens"]


@pytest.mark.parametrize(
    ("rows", "more", "code"),
    [
        (CLEAN, (), 0),
        (FAULTY, (), 1),
        (CLEAN, ("--lang", "english"), 2),
        (CLEAN, ("--text", "nosuch"), 2),
        ([*CLEAN, TOLD], (), 3),
        ([*FAULTY, TOLD], (), 3),
    ],
)
def test_each_exit_code_leaves_the_process(tmp_path, rows_to, rows, more, code):
    """A shell sees 0, 1, 2 or 3; flagged answers come before whatever else needs a person."""
    file = rows_to(tmp_path / "x.csv", [HEADER, *rows])
    wanted = [sys.executable, "-m", "freetext", "check", file, *(more or ("--text", "answer")), "--id", "id"]
    done = subprocess.run(wanted, capture_output=True, check=False, cwd=tmp_path)
    assert done.returncode == code
    assert done.stderr.count(b"Traceback") == 0


@pytest.mark.parametrize("lang", ["english", "zz", "e"])
def test_a_wrong_language_is_refused(freetext, clean, lang):
    """A language that is not known is refused with those that are; case and region are no fault."""
    done = freetext("check", clean, "--lang", lang)
    assert (done.code, done.out) == (2, "")
    assert f"--lang: '{lang}' is none of en, de" in done.line
    for known in ("EN", "en-GB"):
        assert freetext("check", clean, "--text", "answer", "--lang", known).code == 0


def test_a_dry_run_writes_no_restricted_list(freetext, rows_to, tmp_path, survey, listing):
    """With --dry-run neither the list that was asked for nor that of a project is written, nor a folder for it."""
    file = rows_to(survey / "told.csv", [HEADER, *CLEAN, TOLD])
    before = listing(tmp_path)
    asked = freetext("check", file, "--text", "answer", "--restricted", tmp_path / "new" / "list.csv", "--dry-run")
    usual = freetext("check", file, "--text", "answer", "--project", survey, "--dry-run")
    assert (asked.code, usual.code) == (3, 3)
    assert listing(tmp_path) == before


def test_markdown_and_workbook_name_every_row(freetext, tmp_path, rows_to):
    """Files have all rows: Markdown in the finding, the workbook on the sheet of rows, to which the finding points."""
    file = rows_to(tmp_path / "many.csv", [HEADER, *([str(place), "n", f"=A{place}"] for place in range(20))])
    for ending in ("md", "xlsx"):
        freetext("check", file, "--text", "answer", "--id", "id", "-o", tmp_path / f"o.{ending}")
    assert f"| {', '.join(map(str, range(2, 22)))} |" in (tmp_path / "o.md").read_text(encoding="utf-8")
    book = openpyxl.load_workbook(tmp_path / "o.xlsx")
    first = next(row for row in book["Findings"].iter_rows(values_only=True) if row[1] == "formula")
    assert first[4].endswith("and 8 more (sheet Rows)")
    assert [row[0] for row in book["Rows"].iter_rows(values_only=True) if row[2] == "formula"] == list(range(2, 22))


def test_the_check_of_another_file_of_the_name_keeps_the_list(freetext, survey, disclosing, rows_to):
    """A clean file of the same name elsewhere, checked with the project, leaves the list of the survey as it is."""
    disclosing(1)
    assert freetext("check", "--project", survey).code == 3
    place = survey / "output" / "restricted" / "survey-safeguarding.csv"
    before = place.read_bytes()
    (survey / "wave2").mkdir()
    for rows in ([*CLEAN, TOLD], CLEAN):
        other = rows_to(survey / "wave2" / "survey.csv", [HEADER, *rows])
        done = freetext("check", other, "--text", "answer", "--id", "id", "--project", survey)
        assert (done.code == 3) == (rows != CLEAN)
        assert place.read_bytes() == before
    assert len(list(place.parent.glob("*.csv"))) == 2


def test_flags_are_listed_before_the_findings_are_shown(tmp_path, rows_to):
    """Whoever stops reading, a full disk and findings that cannot be written take neither the list nor exit code 3 away."""
    file = rows_to(tmp_path / "told.csv", [HEADER, *CLEAN, TOLD])
    wanted = [sys.executable, "-m", "freetext", "check", file, "--text", "answer", "--id", "id", "--restricted"]
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        closed = subprocess.run([*wanted, tmp_path / "a.csv"], stdout=nobody, stderr=subprocess.PIPE, check=False)
    assert closed.returncode == 3
    assert b"nobody reads them" in closed.stderr
    assert (tmp_path / "a.csv").is_file()
    if Path("/dev/full").exists():
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([*wanted, tmp_path / "b.csv"], stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 3
        assert b"the disk is full" in done.stderr
        assert (tmp_path / "b.csv").is_file()


@pytest.mark.parametrize(
    "places",
    [
        ("--restricted", "told.csv"),
        ("-o", "told.csv"),
        ("-o", "x.csv", "--restricted", "sub/../x.csv"),
        ("-o", "link.csv"),
    ],
)
def test_one_place_for_two_files_is_refused(freetext, rows_to, tmp_path, places):
    """Findings and lists are never written over the file that was read, nor over each other, even with --force."""
    file = rows_to(tmp_path / "told.csv", [HEADER, *CLEAN, TOLD])
    (tmp_path / "sub").mkdir()
    (tmp_path / "link.csv").symlink_to(file)
    before = file.read_bytes()
    done = freetext("check", "told.csv", "--text", "answer", "--id", "id", *places, "--force", cwd=tmp_path)
    assert (done.code, "are the same file" in done.line) == (2, True)
    assert file.read_bytes() == before
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize("ending", ["md", "csv", "xlsx"])
def test_headings_steer_nothing_in_files(freetext, rows_to, tmp_path, ending):
    """Controls, escapes and marks that turn text round are taken out of headings in files of findings."""
    heading = "an\x1b[31msw\x07er\x9b\u202e"
    file = rows_to(tmp_path / "steered.csv", [["id", heading], ["1", "=SUM(A1)"], ["1", ""], ["2", ""]])
    out = tmp_path / f"o.{ending}"
    freetext("check", file, "--text", heading, "--id", "id", "-o", out)
    if ending == "xlsx":
        book = openpyxl.load_workbook(out)
        held = "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    else:
        held = out.read_text(encoding="utf-8-sig")
    assert "31msw" in held
    assert not set(held) & set("\x1b\x07\x9b\u202e")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="sees whether a process waits for signals on Linux")
def test_a_terminal_that_goes_away_is_an_interruption(tmp_path):
    """SIGHUP leaves with 130 like Ctrl-C, so that nothing is half-written."""
    usual = (
        "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_DFL); os.execv(sys.executable, sys.argv[1:])"
    )
    wanted = [
        sys.executable,
        "-m",
        "freetext",
        "check",
        "-",
    ]  # as a terminal starts it, also where nohup started the tests
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", usual, *wanted], cwd=tmp_path, stdin=pipe, stdout=pipe, stderr=pipe
    ) as process:
        assert process.stderr is not None
        status = Path(f"/proc/{process.pid}/status")
        for _ in range(300):
            caught = int(status.read_text().partition("SigCgt:")[2].split()[0], 16)
            if caught & 1 << signal.SIGHUP - 1:
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGHUP)
        assert process.wait(timeout=20) in {130, -signal.SIGINT}
        assert process.stderr.read().count(b"interrupted") == 1

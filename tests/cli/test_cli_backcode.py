"""`freetext backcode` through the command line, without a terminal."""

import openpyxl
import pytest

from freetext.files.backcoding.moves import read_moves
from freetext.files.project.demo import write_demo
from freetext.files.project.settings import read_settings

MEANT = {"NIS019": "seed funding", "NIS026": "joining with others"}


@pytest.fixture(name="fresh")
def _fresh(tmp_path, freetext):
    """The demo survey before anybody back-coded it."""
    folder = tmp_path / "survey"
    write_demo(folder)
    assert freetext("backcode", "revert", "--drop-empty", "--why", "begin again", cwd=folder).code == 0
    return folder


def question_of(folder, name):
    """A question as freetext.toml describes it."""
    found = read_settings(folder).questionnaire.question(name)
    assert found is not None
    return found


def filled(path, meant):
    """Fill a review sheet in, and save it: from id to the heading of a column (several where a list is given)."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    for row in range(2, sheet.max_row + 1):
        for option in meant(sheet.cell(row, 1).value):
            sheet.cell(row, heads.index(option) + 1).value = 1
    book.save(path)


def test_the_demo_is_taken_back_and_back_coded_anew(freetext, fresh):
    """Proposed as a new category of 7 texts (20 % of 35), reviewed in a spreadsheet, applied: the published figures."""
    done = freetext("backcode", cwd=fresh)
    assert done.code == 0
    assert "New category 'Evidence need': 7 texts, 20 % of the base (coded 'Evidence need'" in done.out
    assert "No proposal: 2 texts to read" in done.out
    assert "So few are read sooner than guessed at" in done.out
    renamed = ("rename", "evidence-need", "--name", "evidence of efficacy", "--codeframe", "backcode-encourage.toml")
    assert freetext("codeframe", *renamed, cwd=fresh).code == 0
    assert "New category 'evidence of efficacy': 7 texts, 20 %" in freetext("backcode", cwd=fresh).out
    sent = freetext("backcode", "review", "--export", "o.xlsx", "--coder", "ada", cwd=fresh)
    assert "`freetext backcode review encourage --import o.xlsx` takes it back" in sent.err
    filled(fresh / "o.xlsx", lambda name: [MEANT.get(name, "evidence of efficacy")])
    assert "9 decisions taken" in freetext("backcode", "review", "--import", "o.xlsx", cwd=fresh).err
    applied = freetext("backcode", "apply", cwd=fresh)
    assert "moves.csv: 9 moves made" in applied.err
    rows = [line.split() for line in applied.out.splitlines()]
    assert ["evidence", "of", "efficacy", "0", "%", "0", "20", "%", "7"] in rows
    assert ["Base:", "all", "who", "answered", "35", "35"] in rows
    assert question_of(fresh, "encourage").options == (
        *("seed funding", "joining with others", "extra staff", "evidence of efficacy", "Other"),
    )
    shown = freetext("backcode", "show", cwd=fresh).out
    assert "encourage: 9 moves in force (moves.csv), base 35 who answered" in shown
    assert "seed funding: 1, 3 % of the base: NIS019" in shown
    assert "nothing to change; 9 moves in force" in freetext("backcode", "apply", cwd=fresh).err


def test_lines_are_decided_and_differences_adjudicated(freetext, fresh):
    """--plain takes lines; a second coder's difference stands in the way until somebody adjudicates."""
    freetext("backcode", "review", "--plain", "--coder", "ada", cwd=fresh, stdin=b"1\n\n" * 9 + b"q\n")
    freetext("backcode", "review", "--plain", "--second", "--coder", "ben", cwd=fresh, stdin=b"2\n\nq\n")
    refused = freetext("backcode", "apply", cwd=fresh)
    assert refused.code == 1
    assert "1 in dispute" in refused.line
    assert "--adjudicate" in refused.line
    assert read_moves(fresh / "moves.csv") == ()
    walked = freetext("backcode", "review", "--plain", "--adjudicate", "--coder", "eve", cwd=fresh, stdin=b"1\n\nq\n")
    assert "Coder A chose 1 seed funding." in walked.out or "Coder B chose 1 seed funding." in walked.out
    assert freetext("backcode", "apply", cwd=fresh).code == 0
    assert {move.to for move in read_moves(fresh / "moves.csv")} == {"seed funding"}
    assert sum("eve" in move.reason for move in read_moves(fresh / "moves.csv")) == 1


def test_two_options_in_a_sheet_are_refused_by_id(freetext, fresh):
    """A closed question has room for one option: the whole sheet is refused, and the ids are named."""
    freetext("backcode", "review", "--export", "o.xlsx", "--coder", "ada", cwd=fresh)
    filled(fresh / "o.xlsx", lambda name: ["seed funding", "extra staff"] if name == "NIS003" else ["extra staff"])
    done = freetext("backcode", "review", "--import", "o.xlsx", cwd=fresh)
    assert done.code == 2
    assert "several options for one answer: NIS003" in done.line
    assert not list((fresh / "data" / "annotated" / "backcode").glob("*.jsonl"))


def test_messages_name_ids_and_never_texts(freetext, fresh):
    """What is refused names ids; only the listing shows what anybody wrote, and no control character of it."""
    text = (fresh / "survey.csv").read_text()
    (fresh / "survey.csv").write_text(text.replace("Robust proof from a pilot", "Robust \x1b[31mproof"))
    listed = freetext("backcode", "propose", "--all", cwd=fresh)
    assert "[31mproof" in listed.out
    assert "\x1b" not in listed.out
    for command in (("apply",), ("apply", "nothing"), ("revert",), ("show",)):
        done = freetext("backcode", *command, cwd=fresh)
        assert "proof" not in done.err + done.out


def test_a_dry_run_writes_nothing(freetext, fresh, listing):
    """--dry-run proposes, adds, applies and reverts nothing."""
    before = listing(fresh)
    freetext("backcode", "propose", "--dry-run", cwd=fresh)
    freetext("backcode", "add", "x", "--dry-run", cwd=fresh)
    assert listing(fresh) == before
    freetext("backcode", "propose", cwd=fresh)
    freetext("backcode", "review", "--plain", "--coder", "ada", cwd=fresh, stdin=b"1\n\n" * 9 + b"q\n")
    before = listing(fresh)
    assert "9 moves made (dry run" in freetext("backcode", "apply", "--dry-run", cwd=fresh).err
    assert listing(fresh) == before
    freetext("backcode", "apply", cwd=fresh)
    before = listing(fresh)
    assert "9 moves taken back (dry run" in freetext("backcode", "revert", "--dry-run", cwd=fresh).err
    assert listing(fresh) == before


def test_a_category_is_added_during_the_review(freetext, fresh):
    """`add` puts a category behind the others, so that their keys stay; one that is there is refused."""
    freetext("backcode", "propose", cwd=fresh)
    freetext("backcode", "review", "--plain", "--coder", "ada", cwd=fresh, stdin=b"1\n\nq\n")
    done = freetext("backcode", "add", "permission", "--definition", "Wants leave.", "--keyword", "permi*", cwd=fresh)
    assert "backcode-encourage.toml: permission (permission, number 5)" in done.err
    assert "6 permission" in freetext("backcode", "review", "--plain", "--coder", "ada", cwd=fresh, stdin=b"q\n").out
    again = freetext("backcode", "add", "Permission", cwd=fresh)
    assert again.code == 2
    assert "is there already" in again.line


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("apply",), 2, "backcode-encourage.toml is not there yet: `freetext backcode propose encourage` makes it"),
        (("propose", "encorage"), 2, "Did you mean 'encourage'?"),
        (("revert",), 1, "no move is in force"),
        (("review", "--second", "--adjudicate"), 2, "one of them"),
        (("review", "--import", "nowhere.xlsx"), 2, "no such file"),
    ],
)
def test_what_cannot_be_is_refused(freetext, fresh, argv, code, said):
    """Each slip has its line and its exit code."""
    done = freetext("backcode", *argv, cwd=fresh)
    assert done.code == code
    assert said in done.line


def test_back_coding_wants_a_project(freetext, tmp_path):
    """Without a project there is nothing to back-code."""
    done = freetext("backcode", cwd=tmp_path)
    assert (done.code, "freetext init" in done.line) == (2, True)


SEVERAL = """
[survey]
file = "a.csv"
id = "id"
key = "k"

[[question]]
name = "q"
kind = "multi"
columns = ["seed", "staff", "oth"]
options = ["seed money", "more staff", "Other"]

[[question]]
name = "q_other"
kind = "other"
of = "q"
column = "said"

[[question]]
name = "p"
kind = "closed"
column = "p"

[[question]]
name = "p_other"
kind = "other"
of = "p"
column = "p_said"
"""
ROWS = "id,seed,staff,oth,said,p,p_said\n" + "".join(f"{n},{n % 2},0,1,parking {n},Other,a view\n" for n in range(1, 7))


@pytest.fixture(name="several")
def _several(tmp_path):
    (tmp_path / "freetext.toml").write_text(SEVERAL)
    (tmp_path / "a.csv").write_text(ROWS)
    return tmp_path


def test_a_question_of_one_column_an_option_is_back_coded(freetext, several):
    """Ticks move to options and to a new category, several of them in one move; the base stays, and the settings keep their options."""
    listed = freetext("backcode", cwd=several)
    assert "q: 6 texts" in listed.out
    assert "p: 6 texts" in listed.out
    asked = freetext("backcode", "apply", cwd=several)
    assert (asked.code, 'which question? 2 have "Other" texts: q, p.' in asked.line) == (2, True)
    freetext("backcode", "review", "q", "--plain", "--coder", "ada", cwd=several, stdin=b"13\n\n" * 6 + b"q\n")
    applied = freetext("backcode", "apply", "q", cwd=several)
    assert applied.code == 0, applied.err
    rows = [line.split() for line in applied.out.splitlines()]
    assert ["Base:", "all", "who", "answered", "6", "6"] in rows
    assert ["seed", "money", "50", "%", "3", "100", "%", "6"] in rows
    assert ["parking", "0", "%", "0", "100", "%", "6"] in rows
    assert ["Other", "100", "%", "6", "0", "%", "0"] in rows
    assert {move.to for move in read_moves(several / "moves.csv")} == {"seed money;parking"}
    question = question_of(several, "q")
    assert (question.options, question.moves) == (("seed money", "more staff", "Other"), "moves.csv")
    assert "parking" in freetext("tally", "a.csv", "--closed", "q", cwd=several).out
    assert "nothing to change; 6 moves" in freetext("backcode", "apply", "q", cwd=several).err
    assert freetext("backcode", "revert", "q", cwd=several).code == 0
    assert read_moves(several / "moves.csv") == ()


def test_decisions_stand_apart_from_the_coding_of_the_same_texts(freetext, fresh):
    """Back-coding texts that are coded with themes too leaves the themes' logs, their check and their review as they were."""
    log = fresh / "data" / "annotated" / "ada.jsonl"
    before, checked = log.read_bytes(), freetext("labels", "check", cwd=fresh)
    freetext("backcode", "review", "--plain", "--coder", "ada", cwd=fresh, stdin=b"1\n\n" * 9 + b"q\n")
    assert freetext("backcode", "apply", cwd=fresh).code == 0
    assert log.read_bytes() == before
    assert freetext("labels", "check", cwd=fresh) == checked
    assert (fresh / "data" / "annotated" / "backcode" / "ada.jsonl").read_text().count("encourage_other") == 9


def test_later_moves_to_an_added_category_say_so(freetext, fresh):
    """A category that an earlier back-coding added to freetext.toml is told as such, an option of the questionnaire as one."""
    freetext("backcode", "propose", cwd=fresh)
    freetext("backcode", "add", "permission", "--definition", "Wants leave.", cwd=fresh)
    for lines in (b"6\n\n6\n\nq\n", b"6\n\n1\n\nq\n"):
        freetext("backcode", "review", "--plain", "--coder", "ada", cwd=fresh, stdin=lines)
        assert freetext("backcode", "apply", "--partial", "--keep-small", cwd=fresh).code == 0
    made = [(move.to, move.reason.partition("the text means ")[2]) for move in read_moves(fresh / "moves.csv")]
    assert made[:2] == [("permission", "a new category")] * 2
    assert sorted(made[2:]) == [
        ("permission", "a category added in back-coding"),
        ("seed funding", "an option of the question"),
    ]

"""`freetext review` and `freetext adjudicate` through the command line, without a terminal."""

import json
import shutil

import openpyxl
import pytest

from freetext.files.labelling.labels import read_labels
from freetext.files.project.demo import write_demo
from freetext.survey.labels import standing


@pytest.fixture(name="fresh")
def _fresh(tmp_path):
    """The demo survey, and nobody has labelled it."""
    folder = tmp_path / "survey"
    write_demo(folder)
    shutil.rmtree(folder / "data" / "annotated")
    return folder


def decided(folder):
    """The decisions that stand."""
    return standing(read_labels(folder / "data" / "annotated").labels)


def test_answers_are_decided_line_by_line(freetext, fresh):
    """--plain takes lines: numbers tick, an empty line saves, u takes back, q leaves; the log holds what was decided."""
    done = freetext("review", "--plain", "--coder", "zoe", cwd=fresh, stdin=b"1 3\n\nn\n\nu\n\nq\n")
    assert done.code == 0
    assert "zoe: 2 answers decided, 2 in all" in done.err
    assert [label.themes for label in decided(fresh)] == [("resource", "risk-aversion"), ()]


def test_the_same_coder_is_refused_by_name(freetext, fresh):
    """Whoever is at work elsewhere is named; --force takes over."""
    lock = fresh / "data" / "annotated" / ".zoe.lock"
    lock.parent.mkdir(parents=True)
    held = {"coder": "zoe", "host": "elsewhere", "pid": 1, "time": "2026-01-01T00:00:00Z", "session": "s"}
    lock.write_text(json.dumps(held))
    done = freetext("review", "--plain", "--coder", "zoe", cwd=fresh, stdin=b"q\n")
    assert done.code == 2
    assert "elsewhere" in done.line
    assert "--force" in done.line
    assert freetext("review", "--plain", "--coder", "zoe", "--force", cwd=fresh, stdin=b"q\n").code == 0


def test_a_spreadsheet_goes_out_and_comes_back(freetext, fresh):
    """What is ticked in the workbook is decided; importing twice changes nothing; another coder's sheet is not taken."""
    assert freetext("review", "--export", "q.xlsx", "--count", "6", "--coder", "zoe", cwd=fresh).code == 0
    book = openpyxl.load_workbook(fresh / "q.xlsx")
    sheet = book.worksheets[0]
    heads = [str(cell.value) for cell in sheet[1]]
    sheet.cell(2, heads.index("Resource") + 1).value = 1
    sheet.cell(3, heads.index("no theme") + 1).value = 1
    book.save(fresh / "q.xlsx")
    refused = freetext("review", "--import", "q.xlsx", "--coder", "ben", cwd=fresh)
    assert refused.code == 2
    assert "made for zoe" in refused.line
    done = freetext("review", "--import", "q.xlsx", cwd=fresh)
    assert "2 decisions taken, 4 not decided yet" in done.err
    assert [label.themes for label in decided(fresh)] == [("resource",), ()]
    again = freetext("review", "--import", "q.xlsx", cwd=fresh)
    assert "0 decisions taken, 2 known already" in again.err
    assert len(decided(fresh)) == 2


def test_what_stands_in_a_spreadsheet_is_asked_of_nobody_else(freetext, fresh):
    """Two exports hold different answers, until the first comes back."""
    ids = []
    for coder in ("zoe", "ben"):
        freetext("review", "--export", f"{coder}.xlsx", "--count", "20", "--coder", coder, cwd=fresh)
        sheet = openpyxl.load_workbook(fresh / f"{coder}.xlsx").worksheets[0]
        ids.append({(row[0], row[1]) for row in sheet.iter_rows(min_row=2, max_row=21, values_only=True)})
    assert ids[0].isdisjoint(ids[1])


def test_a_split_theme_can_be_adjudicated(freetext, tmp_path):
    """What was split is shown to the adjudicator until it is settled."""
    folder = tmp_path / "survey"
    write_demo(folder)
    before = json.loads(freetext("status", "--json", cwd=folder).out)["labels"]["disputed"]
    freetext("codeframe", "split", "resource", "--into", "money", "--into", "people", cwd=folder)
    now = json.loads(freetext("status", "--json", cwd=folder).out)["labels"]["disputed"]
    assert now > before
    freetext("adjudicate", "--plain", "--coder", "eve", "--batch", "500", cwd=folder, stdin=b"1\n\n" * now + b"q\n")
    assert json.loads(freetext("status", "--json", cwd=folder).out)["labels"]["disputed"] == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--second", "--prepare"), "one of them"),
        (("--question", "barier_why"), "Did you mean 'barrier_why'"),
        (("--coder", "a/b"), "no name for a coder"),
        (("-",), "not standard input"),
        (("--by", "nobody"), "nobody"),
    ],
)
def test_what_cannot_be_is_refused(freetext, fresh, options, said):
    """Each slip has its line, exit code 2, and no log is begun."""
    done = freetext("review", "--plain", *options, cwd=fresh, stdin=b"q\n")
    assert done.code == 2
    assert said in done.line
    assert not list((fresh / "data").glob("**/*.jsonl"))


def test_a_review_wants_a_project(freetext, tmp_path):
    """Without a project there is nowhere to keep decisions."""
    done = freetext("review", cwd=tmp_path)
    assert done.code == 2
    assert "freetext init" in done.line


def test_a_dry_run_writes_nothing(freetext, fresh):
    """--dry-run begins no session, ranks nothing, exports nothing."""
    for options in ((), ("--prepare",), ("--export", "q.xlsx")):
        assert freetext("review", "--dry-run", *options, cwd=fresh).code == 0
    assert not (fresh / "output" / "review").exists()
    assert not (fresh / "q.xlsx").exists()

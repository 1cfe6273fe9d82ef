import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from tests.cli.two_themes import FRAME, log

import freetext as ft
from freetext.errors import InputError, UsageError
from freetext.files.forgetting.person import find_person
from freetext.files.forgetting.rows_out import take_rows_out
from freetext.files.forgetting.steps import steps_of
from freetext.files.labelling.labels import read_labels
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import read_table

SETTINGS = """\
format = 1
[survey]
file = "survey.csv"
id = "id"
respondent = "who"
codeframe = "frame.toml"
key = "k"
[[question]]
name = "why"
kind = "open"
column = "why"
[[question]]
name = "region"
kind = "closed"
column = "region"
options = ["north", "Other"]
moves = "moves.csv"
"""
THEIRS = 'money ran out, "they" told me in the corridor'
ROWS = [
    ["id", "who", "why", "region"],
    ["1", "ann", "we need more money", "north"],
    ["2", "bob", THEIRS, "Other"],
    ["3", "cat", "the staff were kind", "north"],
    ["4", "bob", "kind staff\nall of them", "north"],
    ["5", "dee", "funding money is short", "north"],
    ["6", "eve", "kind staff here", "north"],
]


@pytest.fixture(name="survey")
def _survey(tmp_path, freetext, rows_to):
    """A project with labels of two coders, a model, a coded file, a prepared review, a report, moves and a restricted list."""
    rows_to(tmp_path / "survey.csv", ROWS)
    (tmp_path / "freetext.toml").write_text(SETTINGS)
    (tmp_path / "frame.toml").write_text(FRAME)
    for row in ROWS[1:]:
        log(tmp_path, row[0], [theme for theme in ("money", "staff") if theme in row[2]])
    log(tmp_path, "2", ["money"], "ben")
    rows_to(
        tmp_path / "moves.csv",
        [["question", "id", "from", "to", "reason"], ["region", "2", "Other", "north", "said so"]],
    )
    event = {
        "time": "2026-01-01T00:00:00Z",
        "what": "moved",
        "question": "region",
        "id": "2",
        "from": "Other",
        "to": "north",
    }
    (tmp_path / "moves-log.jsonl").write_text(json.dumps(event) + "\n")
    (tmp_path / "output" / "restricted").mkdir(parents=True)
    rows_to(
        tmp_path / "output" / "restricted" / "survey-safeguarding.csv", [["id", "question"], ["2", "why"], ["3", "why"]]
    )
    for argv in (("train",), ("code",), ("review", "--coder", "ada", "--prepare"), ("report",)):
        done = freetext(*argv, cwd=tmp_path)
        assert done.code == 0, (argv, done.err)
    return tmp_path


def cells(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_they_are_gone_from_all_that_the_project_keeps(survey, freetext):
    """Labels, codings, moves, their log, restricted lists, prepared reviews and the report hold nothing of them; others keep theirs."""
    before = (survey / "data" / "annotated" / "ada.jsonl").read_bytes().splitlines()
    done = freetext("forget", "bob", cwd=survey)
    assert done.code == 0, done.err
    after = (survey / "data" / "annotated" / "ada.jsonl").read_bytes().splitlines()
    assert after[:-1] == [line for line in before if json.loads(line)["id"] not in {"2", "4"}]
    assert json.loads(after[-1])["event"] == "forgotten"
    assert json.loads(after[-1])["events"] == 2
    assert read_labels(survey / "data" / "annotated").problems == ()
    coded = openpyxl.load_workbook(survey / "output" / "survey-coded.xlsx").worksheets[0]
    assert [row[0] for row in coded.iter_rows(values_only=True)] == ["id", "1", "3", "5", "6"]
    assert cells(survey / "moves.csv") == [["question", "id", "from", "to", "reason"]]
    assert (survey / "moves-log.jsonl").read_bytes() == b""
    assert cells(survey / "output" / "restricted" / "survey-safeguarding.csv") == [["id", "question"], ["3", "why"]]
    assert not list((survey / "output" / "review").rglob("*.npz"))
    assert not list(survey.rglob("provenance.json"))
    held = b"".join(path.read_bytes() for path in survey.rglob("*") if path.is_file() and path.name != "survey.csv")
    assert b"corridor" not in held


def test_it_says_what_is_left_and_what_must_be_trained(survey, freetext):
    """The survey's own file, the model, and what it cannot reach are named; no text of theirs is."""
    (survey / "notes.txt").write_text(f"look at: {THEIRS}")
    done = freetext("forget", "bob", cwd=survey)
    assert "survey.csv: holds them in row 3, 5; --survey takes that out" in done.err
    assert "notes.txt: holds a text of theirs" in done.err
    assert "models/frame/" in done.err
    assert "version control" in done.err
    assert "corridor" not in done.err


def test_the_survey_keeps_the_bytes_of_all_others(survey, freetext):
    """With --survey their rows go from the survey's file, cells with line ends too, and no other byte changes."""
    lines = (survey / "survey.csv").read_bytes().split(b"\r\n")
    done = freetext("forget", "bob", "--survey", cwd=survey)
    assert done.code == 0, done.err
    kept = [line for line in lines if not (line.startswith((b"2,", b"4,")))]
    assert (survey / "survey.csv").read_bytes() == b"\r\n".join(kept)
    assert freetext("forget", "bob", cwd=survey).code == 2


def test_coding_afterwards_brings_nobody_back(survey, freetext):
    """Coded again and tallied, the survey has four respondents, and the decisions on the others stand."""
    assert freetext("forget", "bob", "--survey", cwd=survey).code == 0
    assert freetext("train", cwd=survey).code == 0
    done = freetext("code", cwd=survey)
    assert done.code == 0, done.err
    coded = openpyxl.load_workbook(survey / "output" / "survey-coded.xlsx").worksheets[0]
    rows = list(coded.iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == ["1", "3", "5", "6"]
    source = rows[0].index("freetext_source")
    assert all(row[source].endswith("=human") for row in rows[1:])


def test_a_dry_run_changes_nothing(survey, freetext, listing):
    """All is told and every byte stays."""
    before = listing(survey)
    done = freetext("forget", "bob", "--survey", "--dry-run", cwd=survey)
    assert done.code == 0
    assert "Would be taken out" in done.err
    assert listing(survey) == before


def test_an_interruption_can_be_gone_on_with(survey):
    """Stopped in the middle, the next call finds them again and finishes."""
    plan = read_settings(survey)
    steps = list(steps_of(plan, find_person(plan, "bob"), survey=True))
    for step in steps[: len(steps) // 2]:
        step.do()
    done = ft.forget(survey, "bob", survey=True)
    assert any("survey.csv" in each for each in done.gone)
    with pytest.raises(InputError, match="no respondent and no answer 'bob'"):
        ft.forget(survey, "bob")


def test_an_answer_can_be_named_where_nobody_knows_respondents(survey):
    """Without a column of respondents the id of an answer names its row."""
    (survey / "freetext.toml").write_text(SETTINGS.replace('respondent = "who"\n', ""))
    done = ft.forget(survey, "4", survey=True)
    assert "survey.csv: 1 row taken out" in done.gone


def test_a_survey_without_ids_is_refused(survey):
    """Where answers go by their row number taking one out would rename the others."""
    (survey / "freetext.toml").write_text(SETTINGS.replace('id = "id"\nrespondent = "who"\n', ""))
    with pytest.raises(UsageError, match="row number"):
        ft.forget(survey, "4")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_table_is_cut_and_not_rewritten(tmp_path, encoding, end):
    """Mark, encoding, delimiter, quotes and line ends of the rows that stay are those that were."""
    rows = ["id;why", '1;"a ""b"""', f'2;"x{end}y"', "3;caf\u00e9", '"4"; d']
    path = tmp_path / "table.csv"
    path.write_bytes((end.join(rows) + end).encode(encoding))
    told = (lambda: "cp1252") if encoding == "cp1252" else None
    table = read_table(path, fallback=told)
    take_rows_out(path, table, [1], fallback=told)
    assert path.read_bytes() == (end.join([*rows[:2], *rows[3:]]) + end).encode(encoding)

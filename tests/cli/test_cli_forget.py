"""`freetext forget`: somebody taken out of a project with all that commands leave there."""

import csv
import io
import json
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from tests.cli.two_themes import FRAME, OF_RESPONDENTS, log

import freetext as ft
from freetext.errors import InputError, UsageError
from freetext.files.coding.answers import answers_in
from freetext.files.forgetting.person import find_person
from freetext.files.forgetting.rows_out import take_rows_out
from freetext.files.forgetting.steps import steps_of
from freetext.files.labelling.labels import read_labels
from freetext.files.labelling.locks import coder_lock
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import read_table, write_table
from freetext.guard.handed_on import handed_on
from freetext.interfaces.escalating import keep_escalated
from freetext.interfaces.reviewed import reviewed

SETTINGS = f"""\
{OF_RESPONDENTS}[[question]]
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
def _survey(made, tmp_path):
    """A copy of it, to work in."""
    return Path(shutil.copytree(made, tmp_path / "survey"))


@pytest.fixture(scope="module", name="made")
def _made(tmp_path_factory, freetext, rows_to):
    """A project with labels of two coders, a model, a coded file, a prepared review, a report, moves and a restricted list."""
    tmp_path = tmp_path_factory.mktemp("forget")
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
    again = freetext("forget", "bob", cwd=survey)
    assert again.code == 2
    assert "no respondent 'bob'" in again.line
    assert "taken out before is known no more" in again.line


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
    real = freetext("forget", "bob", "--survey", cwd=survey)
    assert real.err.replace("Taken out:", "Would be taken out:") == done.err


def test_an_interruption_can_be_gone_on_with(survey):
    """Stopped in the middle, the next call finds them again and finishes."""
    plan = read_settings(survey)
    steps = list(steps_of(plan, find_person(plan, "bob"), survey=True))
    for step in steps[: len(steps) // 2]:
        step.do()
    done = ft.forget(survey, "bob", survey=True)
    assert any("survey.csv" in each for each in done.gone)
    with pytest.raises(InputError, match="no respondent 'bob'"):
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


def test_other_commands_are_not_disturbed(survey, freetext):
    """A tombstone is no damaged line: checks, status and agreement end as they did and say nothing of it."""
    log(survey, "3", ["staff"], "ben")
    names = ("labels check", "status", "agreement")
    before = {name: freetext(*name.split(), cwd=survey) for name in names}
    assert freetext("forget", "bob", "--survey", cwd=survey).code == 0
    for name in names:
        done = freetext(*name.split(), cwd=survey)
        assert done.code == before[name].code, (name, done.err)
        assert "forgotten" not in done.err + done.out
        assert "left out" not in done.err + done.out


@pytest.mark.parametrize("survey_too", [True, False])
def test_an_escalated_answer_does_not_come_back(survey, survey_too):
    """The list of escalated answers is made of the logs, so the next one that is made holds the others alone."""
    for name in ("2", "3"):
        log(survey, name, ["money"], "ben", flags=["safeguarding"])

    def listed():
        plan = read_settings(survey)
        file = answers_in(read_table(survey / "survey.csv"), text=("why",), id="id", names={"why": "why"})
        return [row[0] for row in cells(keep_escalated(reviewed(file, plan)))[1:]]

    assert listed() == ["2", "3"]
    done = ft.forget(survey, "bob", survey=survey_too)
    assert "output/restricted/survey-escalated.csv: 1 row taken out" in done.gone
    assert listed() == ["3"]


def test_an_answer_is_named_by_its_option(survey, freetext):
    """An answer's id is taken for one only with --answer; the respondent's other answers are counted and stay."""
    done = freetext("forget", "2", cwd=survey)
    assert done.code == 2
    assert "--answer" in done.line
    done = freetext("forget", "2", "--answer", cwd=survey)
    assert done.code == 0, done.err
    assert "the same respondent has 1 more answer, row 5, which stays" in done.err
    left = read_labels(survey / "data" / "annotated").labels
    assert {each.id for each in left} == {"1", "3", "4", "5", "6"}


def test_nobody_is_no_name(survey, freetext, listing):
    """A blank name is refused, for it would be everybody's whose cell is blank."""
    before = listing(survey)
    for name in ("", "  "):
        assert "A blank name" in freetext("forget", name, cwd=survey).line
    assert listing(survey) == before


def test_a_coder_at_work_keeps_everything_as_it_is(survey, freetext, listing):
    """While any coder is at work nothing is changed and the session is named; --force takes it over, and says so."""
    with coder_lock(survey / "data" / "annotated", "cleo"):
        before = listing(survey)
        done = freetext("forget", "bob", cwd=survey)
        assert done.code == 2
        assert "'cleo' is at work already" in done.line
        assert "Nothing was changed" in done.line
        assert listing(survey) == before
        assert "cleo: at work" in freetext("forget", "bob", "--dry-run", cwd=survey).err
        forced = freetext("forget", "bob", "--force", cwd=survey)
        assert forced.code == 0
        assert "was left without its lock" in forced.err


def test_reports_elsewhere_in_the_project_go_too(survey, freetext):
    """A report is known by its record, wherever in the project's folder it stands; another program's, and another survey's, is left."""
    assert freetext("report", "-o", "for-the-board", cwd=survey).code == 0
    (survey / "other").mkdir()
    (survey / "other" / "provenance.json").write_text("{}")
    (survey / "nested").mkdir()
    shutil.copytree(survey / "for-the-board", survey / "nested" / "board")
    (survey / "nested" / "freetext.toml").write_text(SETTINGS)
    assert freetext("forget", "bob", cwd=survey).code == 0
    assert sorted(path.parent.name for path in survey.rglob("provenance.json")) == ["board", "other"]


def test_covered_texts_and_their_marks_are_known(survey, freetext):
    """A coded file and sheets in which personal data is covered are known by the covered text, and the keyed marks go."""
    said = "please ring Mrs Kendall on 020 7946 0018 about my pension money"
    with (survey / "survey.csv").open("a", newline="") as out:
        out.write(f"7,zoe,{said},north\r\n")
    assert freetext("code", "--redact", cwd=survey).code == 0
    (survey / "shown.txt").write_text(handed_on(said))
    kept = survey / "output" / ".coded" / "survey-coded.xlsx.json"
    before = json.loads(kept.read_bytes())["answers"]
    done = freetext("forget", "zoe", cwd=survey)
    assert done.code == 0, done.err
    assert len(before) - len(json.loads(kept.read_bytes())["answers"]) == 1
    assert "shown.txt: holds a text of theirs" in done.err
    assert "survey-coded.xlsx: 1 row taken out" in done.err
    assert "Kendall" not in done.err


def test_marks_go_with_an_id_alone(survey, freetext):
    """Where nobody has the text that a mark was made of, all marks of coded answers go, and it is said."""
    assert freetext("code", "--redact", cwd=survey).code == 0
    lines = (survey / "survey.csv").read_bytes().split(b"\r\n")
    (survey / "survey.csv").write_bytes(b"\r\n".join(line for line in lines if not line.startswith(b"2,")))
    book = survey / "output" / "survey-coded.xlsx"
    changed = read_table(book)
    column = changed.names.index("why")
    columns = list(changed.columns)
    columns[column] = [f"[name] {cell}" for cell in changed.columns[column]]
    write_table(replace(changed, columns=tuple(columns)), book, force=True)
    done = freetext("forget", "2", "--answer", cwd=survey)
    assert "theirs cannot be told without the text" in done.err
    assert json.loads((book.parent / ".coded" / f"{book.name}.json").read_bytes())["answers"] == {}


def test_folders_of_coded_parts_are_told_apart(survey, freetext, rows_to):
    """Folders with a manifest are searched part by part and named; the project's own folders of lists and reviews are none."""
    (survey / "in").mkdir()
    rows_to(survey / "in" / "a.csv", ROWS[:2])
    rows_to(survey / "in" / "b.csv", ROWS[:1] + ROWS[2:])
    assert freetext("code", "in", "-o", "parts", cwd=survey).code == 0
    done = freetext("forget", "bob", cwd=survey)
    said = [line for line in done.err.splitlines() if "coded parts" in line]
    assert len(said) == 1
    assert said[0].startswith("- parts: a folder of coded parts, which holds them (")
    assert said[0].count("part-") == 1

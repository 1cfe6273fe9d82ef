"""`freetext status`: where a survey stands and what to do next, at once."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from freetext.files.coding.coded import theme_columns
from freetext.files.coding.coded_before import CellRows
from freetext.files.tabular.tables import read_table


@pytest.fixture(name="worked")
def _worked(demo, tmp_path):
    """A copy of the demo survey with its output, to work in."""
    shutil.copytree(demo, tmp_path / "worked")
    return tmp_path / "worked"


@pytest.fixture(name="told")
def _told(freetext):
    """The status as JSON."""

    def told(folder):
        done = freetext("status", "--json", cwd=folder)
        assert done.code == 0, done.err
        return json.loads(done.out)

    return told


def add(project, coder, answer, themes, **more):
    """Append an event to a coder's log."""
    folder = project / "data" / "annotated"
    folder.mkdir(parents=True, exist_ok=True)
    values = {"id": answer, "question": "barrier_why", "themes": themes, "coder": coder, "source": "queue"}
    with (folder / f"{coder}.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(values | {"time": "2026-01-01T00:00:00Z"} | more) + "\n")


def test_the_demo_survey(freetext, worked):
    """In ten lines of 80 columns: file, labels, model, coded files and the next step, for people and as JSON."""
    os.utime(worked / "output" / "survey-coded.xlsx", (4e9, 4e9))
    done = freetext("status", cwd=worked)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert len(lines) <= 10
    assert max(map(len, lines)) <= 80
    digest = (worked / "models" / "innovation" / "CURRENT").read_text().strip()
    assert lines == [
        "Innovation in children's services (invented respondents, a reconstruction)",
        "answers   survey.csv: 41 rows, 287 answers, 50 of them blank",
        "labels    237 answers labelled by ada, ben",
        "          0 by audit, 0 by queue; 22 in dispute; 0 flagged",
        f"model     innovation {digest[:8]}: learnt from 237 answers",
        "coded     survey-coded.xlsx: 41 rows, 22 answers for a person (and 1 file more)",
        "next      coders differ on 22 answers: freetext adjudicate",
    ]


def test_json(told, worked):
    """The JSON has the figures of the lines and more, and the next step."""
    now = told(worked)
    assert now["format"] == 1
    assert now["file"] == {"path": "survey.csv", "rows": 41, "answers": 287, "blank": 50, "questions": 7, "fault": ""}
    assert now["codeframes"] == [{"path": "codeframe.toml", "themes": 9, "fault": ""}]
    assert now["labels"]["coders"] == ["ada", "ben"]
    assert (now["coded"]["own"], now["coded"]["older"], now["coded"]["since"]) == (True, 0, 0)
    assert now["next"] == {"what": "coders differ on 22 answers", "command": "freetext adjudicate"}


def test_outside_a_project(freetext, tmp_path):
    """Where there is no freetext.toml it is said how to get one."""
    done = freetext("status", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "freetext init" in done.line


def test_the_whole_journey_step_by_step(freetext, told, rows_to, tmp_path):
    """From an empty folder each next step, once done, gives way to the next one."""
    rows = [["id", "why"], *([str(n), f"more money {n}" if n % 2 else f"kind staff {n}"] for n in range(1, 31))]
    rows_to(tmp_path / "s.csv", rows)
    assert freetext("init", "p", "--from", "s.csv", cwd=tmp_path).code == 0
    project = tmp_path / "p"
    settings = (project / "freetext.toml").read_text(encoding="utf-8")
    (project / "freetext.toml").write_text(settings.replace("../s.csv", "s.csv"), encoding="utf-8")
    assert told(project)["next"]["what"].startswith("mend the survey's file or freetext.toml: ")
    shutil.copy(tmp_path / "s.csv", project)
    assert told(project)["next"]["what"] == "write your themes into codeframe.toml"
    (project / "codeframe.toml").write_text('name = "p"\n[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n')
    assert told(project)["next"]["command"] == "freetext review"
    question = "why"
    for number in range(1, 11):
        add(
            project,
            "ada",
            str(number),
            ["money" if number % 2 else "staff"],
            question=question,
            source="audit",
            time="2020-01-01T00:00:00Z",
        )
    assert told(project)["next"] == {"what": "learn p from 10 answers", "command": "freetext train"}
    assert freetext("train", cwd=project).code == 0
    assert told(project)["next"] == {"what": "code the survey", "command": "freetext code"}
    assert freetext("code", cwd=project).code == 0
    assert told(project)["next"] == {"what": "tally", "command": "freetext tally"}
    add(project, "ben", "1", ["staff"], question=question, time="2020-01-02T00:00:00Z")
    assert told(project)["next"]["command"] == "freetext adjudicate"
    add(project, "cleo", "1", ["staff"], question=question, source="adjudicated", time="2090-01-01T00:00:00Z")
    assert told(project)["next"] == {
        "what": "bring 1 answer labelled since into the coded file",
        "command": "freetext code",
    }
    for number in range(2, 24):
        add(
            project,
            "ada",
            str(number),
            ["money" if number % 2 else "staff"],
            question=question,
            time="2090-01-01T00:00:00Z",
        )
    assert told(project)["next"]["command"] == "freetext train"


def test_what_is_broken_is_told_not_raised(freetext, told, worked):
    """A missing file, a broken codeframe, a damaged model, coded file or log is part of the answer."""
    with (worked / "data" / "annotated" / "ada.jsonl").open("a") as log:
        log.write("{torn")
    (worked / "output" / "survey-coded.xlsx").write_bytes(b"x")
    (worked / "models" / "innovation" / "CURRENT").write_text("../../..")
    now = told(worked)
    assert now["labels"]["problems"] == 1
    assert now["models"][0]["digest"] == ""
    assert "logs      1 problem: freetext labels check" in freetext("status", cwd=worked).out
    (worked / "codeframe.toml").write_text("[[theme]]\n")
    assert told(worked)["next"] == {"what": "mend codeframe.toml", "command": "freetext codeframe check"}
    (worked / "survey.csv").unlink()
    assert "survey.csv: no such file" in told(worked)["next"]["what"]


def test_an_earlier_models_codes_are_noticed(told, worked):
    """Where another model is in force than the one that coded the survey's file, coding it anew is the next step; people's answers wait for none."""
    for coder in ("ada", "ben"):
        (worked / "data" / "annotated" / f"{coder}.jsonl").unlink()
    models = worked / "models" / "innovation"
    shutil.copytree(models / (models / "CURRENT").read_text().strip(), models / "abc")
    (models / "CURRENT").write_text("abc")
    now = told(worked)
    table = read_table(worked / "output" / "survey-coded.xlsx")
    rows = [CellRows(table, name.removeprefix("freetext_themes")) for name in theme_columns(table)]
    cells = [each[row] for each in rows for row in range(table.size)]
    assert now["coded"]["older"] == sum(each.by_model for each in cells if each) == 22
    assert now["next"]["command"] == "freetext code --recode"


def test_flags_streams_and_who_is_reviewing(told, worked):
    """Answers by audit and by queue, flags raised, and the coder who is at work at this moment."""
    add(worked, "cleo", "NIS001", ["culture"], source="audit", flags=["safeguarding"])
    add(worked, "cleo", "NIS002", ["culture"])
    lock = {"coder": "cleo", "host": "elsewhere", "pid": 1, "time": "", "session": "s"}
    (worked / "data" / "annotated" / ".cleo.lock").write_text(json.dumps(lock))
    now = told(worked)
    labels = now["labels"]
    assert (labels["audit"], labels["queue"], labels["flagged"]) == (1, 1, 1)
    assert now["reviewing"] == ["cleo"]


def test_status_wakes_nothing_heavy(demo):
    """The status of a survey imports neither spaCy nor scikit-learn, nor pandas, scipy or Arrow."""
    program = (
        f"import sys\nsys.argv = ['freetext', 'status', '--project', {str(demo)!r}]\nfrom freetext.cli import main\n"
        "try:\n    main()\nexcept SystemExit as left:\n    print('left', left.code)\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8")
    *_, left, names = done.stdout.splitlines()
    assert left == "left 0", done.stderr
    assert not set(names.split()) & {
        "spacy",
        "sklearn",
        "pandas",
        "scipy",
        "pyarrow",
        "freetext.text",
        "freetext.model",
    }

"""`freetext labels check` on doubted labels, and what `freetext train` says of more labels."""

import json
import random
from pathlib import Path

import pytest

SAID = {"money": "money is short", "staff": "the staff are kind", "food": "cold food again"}
READ = ("--text", "answer", "--id", "id", "--labels", "themes")


@pytest.fixture(name="desk")
def _desk(tmp_path, rows_to):
    """A file of 60 plain answers, three of which are labelled wrongly."""
    dice = random.Random(2)
    rows = []
    for number in range(60):
        theme = list(SAID)[number % 3]
        wrong = {7: "food", 20: "", 33: "staff"}.get(number, theme)
        rows.append([f"a{number}", f"{SAID[theme]} {dice.choice(['here', 'indeed', 'as ever'])}", wrong])
    rows_to(tmp_path / "labelled.csv", [["id", "answer", "themes"], *rows])
    return tmp_path


def test_slips_in_columns_are_listed_without_texts(freetext, desk, rows_in):
    """Labels in a file's columns need no project: slips stand first, texts only where --texts asks; the exit code is 0."""
    done = freetext("labels", "check", "labelled.csv", *READ, "--most", "4", "-o", "doubts.csv", cwd=desk)
    assert done.code == 0, done.err
    head, *rows = rows_in(desk / "doubts.csv")
    assert head == ["id", "question", "theme", "label", "probability", "chance", "coders"]
    assert {row[0] for row in rows} == {"a7", "a20", "a33"}
    assert "kind" not in done.out
    assert "a20" in done.out
    shown = freetext("labels", "check", "labelled.csv", *READ, "--texts", "-o", "more.xlsx", cwd=desk)
    assert "    the staff are kind" in shown.out
    assert shown.line.endswith("more.xlsx: 20 rows")


def test_no_model_is_learnt_where_no_doubt_is_wanted(freetext, desk):
    """With --most 0 nothing is listed; a file of them is then refused."""
    assert freetext("labels", "check", "labelled.csv", *READ, "--most", "0", cwd=desk).out == ""
    done = freetext("labels", "check", "labelled.csv", *READ, "--most", "0", "-o", "x.csv", cwd=desk)
    assert (done.code, "--most 0" in done.line) == (2, True)


def test_options_about_columns_want_labels(freetext, survey):
    """What a file's columns hold is said beside --labels alone: the project knows its own logs."""
    done = freetext("labels", "check", "--text", "barrier_why", cwd=survey)
    assert (done.code, "--labels" in done.line) == (2, True)


def test_a_survey_s_doubts_name_their_coders(freetext, survey, rows_in):
    """In a project the logs are checked first, then doubted: who decided stands in the file, a dry run writes none."""
    done = freetext("labels", "check", "--most", "5", "-o", "doubts.csv", cwd=survey)
    assert done.out.index("in dispute") < done.out.index("The 5 labels that the model doubts most")
    rows = rows_in(survey / "doubts.csv")[1:]
    assert {row[-1] for row in rows} == {"ada;ben"}
    again = freetext("labels", "check", "--most", "5", "-o", "other.csv", "--dry-run", cwd=survey)
    assert "dry run: 5 rows" in again.err
    assert not (survey / "other.csv").exists()


def test_train_says_what_more_labels_would_bring(freetext, survey):
    """At 41 organisations it says: by hand; the whole goes to a file; --quiet and --no-advice leave it out."""
    done = freetext("train", "--advice", "advice.json", cwd=survey)
    assert done.code == 0, done.err
    assert "- Code by hand, with the model as second coder: labels of 41 respondents" in done.out
    (told,) = json.loads((survey / "advice.json").read_text(encoding="utf-8"))["advice"]
    assert (told["verdict"], told["answers"], len(told["themes"])) == ("hand", 237, 9)
    assert "What more labels" not in freetext("train", "--no-advice", cwd=survey).out
    assert freetext("train", "--quiet", cwd=survey).out == ""


def test_an_advice_file_that_cannot_be_written_stops_before_training(freetext, survey):
    """A wrong ending, a folder that holds no files or is not there, and --no-advice beside it are refused before learning."""
    wrong = [["advice.doc"], ["gone/advice.md"], ["advice.md", "--no-advice"]]
    if Path("/proc/self").is_dir():
        wrong.append(["/proc/advice.md"])  # whatever the rights are, nothing can be made there
    for more in wrong:
        done = freetext("train", "--advice", *more, cwd=survey)
        assert done.code != 0
        assert "advice" in done.err
        assert "learning" not in done.err

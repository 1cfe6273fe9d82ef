"""`freetext code` before anybody has labelled anything: by the codeframe's words, which every code says."""

import csv
import shutil

import pytest

FRAME = """\
name = "visit"
[[theme]]
slug = "money"
definition = "Money, funding and fees."
[[theme]]
slug = "staff"
name = "Staff"
always = ["lovely"]
[[theme]]
slug = "c20"
"""
SETTINGS = """\
format = 1
[survey]
file = "answers.csv"
id = "id"
codeframe = "frame.toml"
key = "k"
[[question]]
name = "verbatim"
kind = "open"
column = "verbatim"
"""


@pytest.fixture(name="fresh")
def _fresh(trained, tmp_path):
    """The small table and a codeframe, and no model."""
    shutil.copy(trained / "answers.csv", tmp_path)
    (tmp_path / "frame.toml").write_text(FRAME, encoding="utf-8")
    return tmp_path


def coded(path):
    """Our cells of a coded CSV, by id."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return {
            row["id"]: [row[f"freetext_{what}"] for what in ("themes", "review", "review_why", "source")]
            for row in csv.DictReader(lines)
        }


def test_a_codeframe_is_enough(freetext, fresh):
    """Without a model the file is coded by the codeframe's words; each code asks for a person, and one line says how far to trust it."""
    args = ("--text", "verbatim", "--id", "id", "--codeframe", "frame.toml", "-o", "out.csv")
    done = freetext("code", "answers.csv", *args, cwd=fresh)
    assert done.code == 0, done.err
    (line,) = [each for each in done.err.splitlines() if each.startswith("no labels yet")]
    assert "10 answers coded by the words of the codeframe visit alone" in line
    assert "Nobody knows how often that is right" in line
    cells = coded(fresh / "out.csv")
    assert cells["10"] == ["money", "true", "no labels yet", "money=model"]
    assert cells["6"][0] == "staff"
    assert "staff=rule" in cells["9"][3]
    assert cells["4"] == ["", "false", "", "blank"]
    assert all(review == "true" for themes, review, _, _ in cells.values() if themes)


def test_the_same_file_gives_the_same_codes(freetext, fresh):
    """Coded again, the file is the same to the byte."""
    for name in ("one.csv", "two.csv"):
        freetext("code", "answers.csv", "--text", "verbatim", "--codeframe", "frame.toml", "-o", name, cwd=fresh)
    assert (fresh / "one.csv").read_bytes() == (fresh / "two.csv").read_bytes()


def test_without_model_and_codeframe_both_are_named(freetext, fresh):
    """Outside a project the refusal names --model, and --codeframe for the time before labels; both at once are refused."""
    done = freetext("code", "answers.csv", "--text", "verbatim", "-o", "out.csv", cwd=fresh)
    assert done.code == 2
    assert "--model" in done.line
    assert "--codeframe FILE" in done.line
    both = ("--model", "m", "--codeframe", "frame.toml")
    done = freetext("code", "answers.csv", "--text", "verbatim", "-o", "out.csv", *both, cwd=fresh)
    assert done.code == 2
    assert "--model brings its own codeframe" in done.line


def test_a_codeframe_that_says_nothing_is_refused(freetext, fresh):
    """Where the answers know no word of it, nothing is written, and the message says what would help."""
    (fresh / "frame.toml").write_text('name = "codes"\n[[theme]]\nslug = "c20"\n', encoding="utf-8")
    args = ("--text", "verbatim", "--codeframe", "frame.toml", "-o", "out.csv")
    done = freetext("code", "answers.csv", *args, cwd=fresh)
    assert done.code != 0
    assert "Give the themes definitions" in done.line
    assert not (fresh / "out.csv").exists()


def test_a_project_without_a_model_codes_by_its_codeframe(freetext, fresh):
    """In a project nothing is asked for: it is said that there is no model; a model that comes later codes everything anew."""
    (fresh / "freetext.toml").write_text(SETTINGS, encoding="utf-8")
    first = freetext("code", cwd=fresh)
    assert first.code == 0, first.err
    assert "models/visit: no model yet" in first.err.replace("\\", "/")
    assert "no labels yet" in first.err
    learnt = ("--labels", "themes", "--codeframe", "frame.toml")
    (fresh / "frame.toml").write_text(FRAME.replace('slug = "c20"', 'slug = "rest"'), encoding="utf-8")
    trained = freetext("train", "answers.csv", "--text", "verbatim", "--id", "id", *learnt, cwd=fresh)
    assert trained.code == 0, trained.err
    again = freetext("code", cwd=fresh)
    assert again.code == 0, again.err
    assert (
        "1 answer kept (0 of people), 0 new, 0 changed, 0 gone, 9 coded anew" in again.err
    )  # a blank one is blank to any model
    assert "no labels yet" not in again.err


def test_training_without_labels_points_to_the_codeframe(freetext, fresh):
    """`freetext train` learns nothing from nothing, and says what can be done without labels."""
    with (fresh / "answers.csv").open(encoding="utf-8", newline="") as lines:
        rows = [{**row, "themes": ""} for row in csv.DictReader(lines)]
    with (fresh / "answers.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    args = ("--text", "verbatim", "--labels", "themes", "--codeframe", "frame.toml", "--model", "m")
    done = freetext("train", "answers.csv", *args, cwd=fresh)
    assert done.code != 0
    assert "freetext code --codeframe FILE" in done.line


def test_counts_of_such_codes_are_called_no_result(freetext, fresh):
    """Coding, the tally and the report all say that the number of codes was set; the report has no headline of them."""
    args = ("--text", "verbatim", "--id", "id", "--codeframe", "frame.toml", "-o", "out.csv")
    done = freetext("code", "answers.csv", *args, cwd=fresh)
    assert "set by construction (coded without labels)" in done.err
    told = freetext("tally", "out.csv", cwd=fresh)
    assert "Coded without labels" in told.out
    freetext("report", "out.csv", "-o", "report", cwd=fresh)
    report = (fresh / "report" / "report.md").read_text(encoding="utf-8")
    assert "It is no result" in report
    assert "is no finding" in report
    assert "The codes alone say" not in report


def test_themes_without_a_word_are_named(freetext, fresh):
    """A theme whose words no two respondents wrote is named, for only phrases can code it."""
    args = ("--text", "verbatim", "--codeframe", "frame.toml", "-o", "out.csv")
    done = freetext("code", "answers.csv", *args, cwd=fresh)
    (line,) = [each for each in done.err.splitlines() if each.startswith("coded by phrases only")]
    assert line.endswith("c20")


def test_blank_answers_are_told_and_nothing_else(freetext, fresh):
    """Where every answer is blank, neither trust nor themes are spoken of: nothing was coded."""
    (fresh / "blank.csv").write_text("id,verbatim\n1,\n2, \n", encoding="utf-8")
    args = ("--text", "verbatim", "--id", "id", "--codeframe", "frame.toml", "-o", "out.csv")
    done = freetext("code", "blank.csv", *args, cwd=fresh)
    assert done.code == 1
    assert "every answer is blank; nothing was coded" in done.err
    assert "no labels yet" not in done.err
    assert "money" not in done.err

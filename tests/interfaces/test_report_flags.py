"""What people flagged stands in no report, whatever a file calls its answers, its questions and its ids."""

import csv

import pytest

from freetext import report
from freetext.files.labelling.labels import append_labels, text_hash
from freetext.survey.labels import Label

SETTINGS = """
[survey]
file = "answers.csv"
id = "id"
key = "k"
[[question]]
name = "why"
kind = "open"
column = "barrier_why"
[[question]]
name = "else"
kind = "open"
column = "anything_else"
"""
SECRET = "my neighbour is hurting her children"
TEXTS = [f"there is never enough money for {place} of us" for place in range(30)]
TEXTS[7] = SECRET


@pytest.fixture(name="project")
def _project(tmp_path):
    """A project whose answers were coded elsewhere."""
    (tmp_path / "freetext.toml").write_text(SETTINGS)
    return tmp_path


def flag(project, **changed):
    """Flag the secret answer in the project's log."""
    values = {"id": "r7", "question": "why", "themes": (), "coder": "ada", "time": "2026-01-01T00:00:00Z"}
    values |= {"text_hash": text_hash("k", SECRET), "flags": ("safeguarding",)}
    append_labels(project / "data" / "annotated", [Label(**{**values, **changed})])


def write(project, *, id="id", text="barrier_why", texts=TEXTS):
    """A file of codes by somebody else."""
    path = project / "llm.csv"
    with path.open("w", newline="") as handle:
        out = csv.writer(handle)
        out.writerow([id, text, "llm"])
        out.writerows([f"r{place}", each, "money"] for place, each in enumerate(texts))
    return path


def drawn(project, path, text="barrier_why", **more):
    """All words of the report, and the report."""
    made = report(path, project / "out", project=project, themes="llm", text=text, **more)
    files = [each for each in (project / "out").rglob("*") if each.suffix in {".html", ".md", ".json"}]
    return "\n".join(each.read_text(encoding="utf-8") for each in files), made


@pytest.mark.parametrize("id", ["id", "respondent_no"])
@pytest.mark.parametrize("text", ["barrier_why", "reason"])
@pytest.mark.parametrize("question", ["why", "an old name"])
def test_a_flag_goes_with_its_text(project, id, text, question):
    """A flagged text is never printed, by whatever id, column and question it is called; the others are."""
    flag(project, question=question)
    said, made = drawn(project, write(project, id=id, text=text), text)
    assert "neighbour" not in said
    assert "enough money for 3 of us" in said
    assert made.warnings == tuple(each for each in made.warnings if "flagged" not in each)
    assert made.sections[0].verbatims.withheld == 1


def test_a_flag_without_a_hash_goes_by_id_and_column(project):
    """Where the log holds no hash, the question is the one whose verbatims stand in the column."""
    flag(project, text_hash="")
    said, _ = drawn(project, write(project))
    assert "neighbour" not in said
    assert "enough money for 3 of us" in said


def test_a_text_that_changed_since_stays_flagged_by_its_id(project):
    """Somebody who mends the spelling of a flagged answer does not take the flag off."""
    flag(project, text_hash=text_hash("k", "my nieghbour"))
    said, _ = drawn(project, write(project))
    assert "neighbour" not in said


@pytest.mark.parametrize(("id", "text"), [("respondent_no", "barrier_why"), ("id", "reason")])
@pytest.mark.parametrize("hashed", ["", text_hash("k", "another spelling")])
def test_flags_that_nothing_matches_shut_the_question(project, id, text, hashed):
    """Where it cannot be told which answers are flagged, none is shown, and the report says so."""
    flag(project, text_hash=hashed)
    said, made = drawn(project, write(project, id=id, text=text), text)
    assert "neighbour" not in said
    assert "enough money for 3 of us" not in said
    assert any("flagged" in each for each in made.warnings)
    assert not made.sections[0].quotes


def test_flags_of_another_question_shut_nothing(project):
    """A flag on an answer to another question leaves this one's answers open."""
    flag(project, question="else", text_hash="", id="r3")
    said, _ = drawn(project, write(project, id="respondent_no"))
    assert "enough money for 3 of us" in said


def test_flags_that_are_not_in_this_file_shut_nothing(project):
    """With ids and question known, a flag that is about nobody here is about nobody here."""
    flag(project, id="r99", text_hash="")
    said, made = drawn(project, write(project))
    assert "enough money for 3 of us" in said
    assert not any("flagged" in each for each in made.warnings)


def test_a_coder_is_named_only_for_the_text_that_they_saw(project):
    """Ids that another wave uses again name nobody who decided on other texts."""
    for place, each in enumerate(TEXTS[:2]):
        mark = text_hash("k", each if place else "what the first wave said")
        flag(project, id=f"r{place}", text_hash=mark, flags=(), coder=("ada", "ben")[place])
    _, made = drawn(project, write(project), coded_by="people")
    assert made.sections[0].verbatims.who[:3] == ("people", "ben", "people")


@pytest.mark.parametrize(("file", "shown"), [("answers.csv", False), ("llm.csv", True)])
def test_without_a_column_of_ids_rows_are_those_of_the_surveys_own_file(project, file, shown):
    """A flag without a hash on a row is that of the own file; of another file nobody knows, and nothing is shown."""
    own = project / "freetext.toml"
    own.write_text(own.read_text().replace('id = "id"', "").replace("answers.csv", "llm.csv"))
    flag(project, id="9", text_hash="")
    path = write(project).rename(project / file)
    said, _ = drawn(project, path)
    assert "neighbour" not in said
    assert ("enough money for 3 of us" in said) is shown

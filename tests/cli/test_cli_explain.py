"""`freetext explain`: one answer, its codes, who or what gave them, and its history."""

import json
import shutil
from dataclasses import replace

import pytest

from freetext.files.modelling.models import load_model, save_model
from freetext.files.project.codeframes import read_codeframe


@pytest.fixture(name="worked")
def _worked(demo, tmp_path):
    """A copy of the demo survey with its coded files, to work in."""
    shutil.copytree(demo, tmp_path / "worked")
    return tmp_path / "worked"


@pytest.fixture(name="explained")
def _explained(freetext):
    """Explain as JSON; gives the answers."""

    def explained(*argv, cwd):
        done = freetext("explain", *argv, "--json", cwd=cwd)
        assert done.code == 0, done.err
        return json.loads(done.out)["answers"]

    return explained


def add(project, coder, themes, **more):
    """Append an event on one answer of the first wave to a coder's log."""
    values = {"id": "NIS007", "question": "barrier_why", "themes": themes, "coder": coder, "source": "queue"}
    with (project / "data" / "annotated" / f"{coder}.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(values | {"time": "2026-01-01T00:00:00Z"} | more) + "\n")


def test_what_people_decided(freetext, demo):
    """An answer that people coded: question, text, closed answers, each code with its coders, and both decisions in order."""
    done = freetext("explain", "NIS007", "--question", "barrier_why", cwd=demo)
    assert done.code == 0, done.err
    lines = done.out.splitlines()
    assert lines[0] == "NIS007, barrier_why: What is the greatest barrier to innovation, and why?"
    assert "  - Type of organisation: IFA" in lines
    assert "  resource       human: ada, ben" in lines
    assert lines[-2:] == [
        "  2021-03-02T09:05:57Z  ada: resource, evidence-need (import)",
        "  2021-03-04T13:35:57Z  ben: resource, evidence-need (import)",
    ]
    assert "Osgathorpe" not in done.out


def test_what_the_model_decided(explained, demo):
    """A code of the model has its probability, where codes of the theme begin, and words of the answer; the file agrees with it."""
    answers = explained("NIS104", "wave2.csv", cwd=demo)
    assert len({each["question"] for each in answers}) == len(answers) > 1
    first = answers[0]
    assert [each["by"] for each in first["codes"]] == ["model"] * len(first["codes"])
    for each in first["codes"]:
        assert 0 < each["cutoff"] <= each["probability"] <= 1
        assert all(word in first["text"] for word in each["words"])
    for each in (near for answer in answers for near in answer["near"]):
        assert each["cutoff"] / 2 <= each["probability"] < each["cutoff"]
    codes = ";".join(each["theme"] for each in first["codes"])
    assert first["in_file"] == {
        "file": "output/wave2-coded.xlsx", "themes": codes, "source": ";".join(f"{code}=model" for code in codes.split(";")),
    }  # fmt: skip
    assert first["review"].startswith("unsure")
    assert first["model"] == (demo / "models" / "innovation" / "CURRENT").read_text().strip()


def test_a_rule_names_its_phrase(explained, worked):
    """A code by rule says which words of the answer are the phrase."""
    frame = worked / "codeframe.toml"
    text = frame.read_text(encoding="utf-8").replace(
        'slug = "culture"', 'slug = "culture"\nalways = ["lovely practitioner*"]', 1
    )
    frame.write_text(text, encoding="utf-8")
    folder = worked / "models" / "innovation"
    model = load_model(folder)
    save_model(replace(model, codeframe=read_codeframe(frame)), folder)
    (answer,) = explained("NIS104", "wave2.csv", "--question", "barrier_why", cwd=worked)
    (rule,) = [each for each in answer["codes"] if each["by"] == "rule"]
    assert (rule["theme"], rule["words"]) == ("culture", ["Lovely practitioners"])


def test_history_in_order_with_what_does_not_count(explained, worked, freetext):
    """Every event stands in order of time: decisions taken back, passed over, about another text; notes, flags, suggestions."""
    add(worked, "cleo", ["culture"], note="see the manager\x1b[2J", flags=["safeguarding"], suggested=True)
    add(worked, "cleo", [], event="undo", time="2026-01-01T00:00:05Z")
    add(worked, "cleo", [], event="skip", time="2026-01-01T00:00:06Z")
    add(worked, "cleo", ["capability"], text_hash="0" * 16, time="2019-01-01T00:00:00Z")
    (answer,) = explained("NIS007", "--question", "barrier_why", cwd=worked)
    history = answer["history"]
    assert [each["coder"] for each in history] == ["cleo", "ada", "ben", "cleo", "cleo", "cleo"]
    assert (history[0]["unused"], history[3]["undone"], history[3]["suggested"]) == ("about another text", True, True)
    assert [each["event"] for each in history[3:]] == ["label", "undo", "skip"]
    text = freetext("explain", "NIS007", "--question", "barrier_why", cwd=worked).out
    assert "culture (queue; suggestion in sight; safeguarding; taken back)" in text
    assert '"see the manager' in " ".join(text.split())
    assert "\x1b" not in text


def test_disputes_name_who_said_what(explained, worked, freetext):
    """Where coders differ both sides are named, and the model's own word stands beside."""
    add(worked, "cleo", ["culture"])
    (answer,) = explained("NIS007", "--question", "barrier_why", cwd=worked)
    disputed = {each["theme"]: each for each in answer["disputed"]}
    assert disputed["culture"] == {"theme": "culture", "gave": ["cleo"], "gave_not": ["ada", "ben"]}
    assert answer["review"].startswith("coders differ")
    assert "In dispute: culture (yes: cleo; no: ada, ben)" in freetext("explain", "NIS007", cwd=worked).out


def test_without_a_model_what_people_said(freetext, explained, worked):
    """No model is no fault: people's codes and history are shown, and how to get a model is said."""
    shutil.rmtree(worked / "models")
    (answer,) = explained("NIS007", "--question", "barrier_why", cwd=worked)
    assert [(each["theme"], each["by"]) for each in answer["codes"]] == [
        ("resource", "human"),
        ("evidence-need", "human"),
    ]
    assert (answer["model"], answer["near"]) == ("", [])
    assert "no model" in answer["notes"][0]
    assert "resource" in freetext("explain", "NIS104", "wave2.csv", cwd=worked).out


def test_an_unknown_id_suggests_near_ones(freetext, demo):
    """An id that is not there is refused with ids that nearly are it."""
    done = freetext("explain", "nis7", cwd=demo)
    assert (done.code, done.out) == (2, "")
    assert "no answer has the id 'nis7'. Did you mean 'NIS007'" in done.line
    other = freetext("explain", "NIS007", "--question", "barier", cwd=demo)
    assert (other.code, "Questions: barrier_why" in other.line) == (2, True)


def test_a_file_without_a_project(explained, small):
    """Any file will do with --text and a model; a respondent stands for all of their answers."""
    argv = ("answers.csv", "--text", "verbatim", "--id-column", "id", "--model", "model")
    (answer,) = explained("1", *argv, cwd=small)
    assert [(each["theme"], each["by"]) for each in answer["codes"]] == [("Money", "model")]
    assert "money" in answer["codes"][0]["words"]
    assert (answer["history"], answer["in_file"]) == ([], None)
    assert explained("4", *argv, cwd=small)[0]["text"] == ""
    bare = explained("1", "answers.csv", "--text", "verbatim", "--id-column", "id", cwd=small)
    assert "name one with --model" in bare[0]["notes"][0]


def test_a_label_that_the_model_does_not_know(explained, worked):
    """A theme that is newer than the model is no fault: people's codes are shown, and that the model cannot be asked."""
    frame = worked / "codeframe.toml"
    frame.write_text(frame.read_text(encoding="utf-8") + '\n[[theme]]\nslug = "brand-new"\n', encoding="utf-8")
    for coder in ("ada", "ben"):
        add(worked, coder, ["brand-new"])
    (answer,) = explained("NIS007", "--question", "barrier_why", cwd=worked)
    assert [each["theme"] for each in answer["codes"]] == ["brand-new"]
    assert "cannot be asked" in answer["notes"][0]

"""`freetext agreement`: columns of any file, a project's coders, the model, formats, and refusals."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from sklearn.metrics import cohen_kappa_score

from freetext.files.labelling.labels import append_labels, read_labels
from freetext.files.project.codeframes import read_codeframe
from freetext.files.project.demo import write_demo
from freetext.files.project.settings import read_settings
from freetext.files.reviewing.rankings import save_ranking
from freetext.interfaces.reviewed import reviewed
from freetext.interfaces.reviewing import project_answers
from freetext.review.ranking import Ranking

DOCS = Path(__file__).resolve().parents[2] / "docs" / "agreement.md"
HEAVY = {"pandas", "pyarrow", "scipy", "sklearn", "spacy"}


@pytest.fixture(name="twice")
def _twice(tmp_path, rows_to):
    """40 answers coded by two people, who differ on each tenth."""
    rows = [["id", "ada", "ben"]]
    for row in range(40):
        themes = ["money", "staff;money", "law"][row % 3]
        rows.append([f"R{row}", themes, "staff" if row % 10 == 3 else themes])
    return rows_to(tmp_path / "twice.csv", rows)


@pytest.fixture(name="project")
def _project(tmp_path):
    """The demo survey, coded by ada and ben."""
    write_demo(tmp_path / "survey")
    return tmp_path / "survey"


def logged(project):
    """The coders' decisions by coder and answer."""
    found: dict[str, dict[tuple[str, str], set[str]]] = {}
    for label in read_labels(project / "data" / "annotated").labels:
        found.setdefault(label.coder, {})[label.key] = set(label.themes)
    return found


def test_columns_of_any_file(freetext, twice):
    """Two columns are compared without a project: kappa is scikit-learn's, the answers that differ bear their ids."""
    done = freetext("agreement", twice, "--labels", "ada", "--labels", "ben", "--id", "id", "--json")
    assert done.code == 0, done.err
    (found,) = json.loads(done.out)["agreements"]
    rows = [line.split(",") for line in twice.read_text().splitlines()[1:]]
    assert (found["n"], found["coders"], found["kind"]) == (40, ["ada", "ben"], "coders")
    for theme in found["themes"]:
        said = [[theme["theme"] in row[place].split(";") for row in rows] for place in (1, 2)]
        assert theme["kappa"]["value"] == pytest.approx(cohen_kappa_score(*said), abs=1e-9)
    assert [each["id"] for each in found["differing"]] == ["R3", "R13", "R23", "R33"]
    assert found["differing"][0]["said"] == {"ada": ["money"], "ben": ["staff"]}


def test_ids_are_row_numbers_by_default(freetext, twice):
    """Without --id an answer that differs bears its row number; texts are never shown."""
    done = freetext("agreement", twice, "--labels", "ada", "--labels", "ben", "--differ")
    assert "\n5: ada money; ben staff\n" in done.out


def test_rows_can_be_picked(freetext, twice):
    """--where compares the rows that meet it, says how many they are, and goes with --labels."""
    named = ("--labels", "ada", "--labels", "ben", "--id", "id", "--where", "id = R3|R4|R13")
    done = freetext("agreement", twice, *named, "--json")
    (found,) = json.loads(done.out)["agreements"]
    assert (found["n"], [each["id"] for each in found["differing"]]) == (3, ["R3", "R13"])
    assert "3 rows of 40." in done.err
    assert "--where" in freetext("agreement", twice, "--where", "id = R3").line


def test_coders_of_a_project(freetext, project):
    """Without any option the project's coders are compared, from their logs."""
    done = freetext("agreement", "--json", cwd=project)
    assert done.code == 0, done.err
    (found,) = json.loads(done.out)["agreements"]
    ada, ben = (logged(project)[coder] for coder in ("ada", "ben"))
    assert found["n"] == len(ada.keys() & ben.keys())
    assert len(found["differing"]) == sum(ada[key] != ben[key] for key in ada.keys() & ben.keys())
    assert "the model is not compared; `freetext review --prepare`" in done.err


def test_questions_and_coders_can_be_picked(freetext, project):
    """--question and --coders narrow what is compared; who is not there is named."""
    done = freetext("agreement", "--question", "example", "--coders", "ben,ada", "--differ", cwd=project)
    assert done.out.startswith("Agreement of ada and ben: 40 answers")
    listed = done.out.partition("Where they differ")[2]
    assert "(example): ada " in listed
    assert "(evidence)" not in listed
    wrong = freetext("agreement", "--coders", "ada,bem", cwd=project)
    assert (wrong.code, "Did you mean 'ben'" in wrong.line) == (2, True)


def test_three_coders_are_compared_together_and_in_pairs(freetext, project):
    """All coders together, each pair beside; one pair alone has Cohen's kappa."""
    folder = project / "data" / "annotated"
    append_labels(folder, [replace(label, coder="cy") for label in read_labels(folder).labels if label.coder == "ben"])
    (found,) = json.loads(freetext("agreement", "--json", cwd=project).out)["agreements"]
    assert found["coders"] == ["ada", "ben", "cy"]
    assert [(each["coders"], each["identical"]) for each in found["pairs"]][2] == (["ben", "cy"], 1.0)
    assert found["themes"][0]["kappa"]["value"] is None
    (pair,) = json.loads(freetext("agreement", "--json", "--coders", "ada,cy", cwd=project).out)["agreements"]
    assert pair["themes"][0]["kappa"]["value"] is not None


def audit(project):
    """Have ada code half of her answers again in the blind audit, and ten with a suggestion in sight; rank all by the truth."""
    folder = project / "data" / "annotated"
    frame = read_codeframe(project / "codeframe.toml")
    ada = [label for label in read_labels(folder).labels if label.coder == "ada"]
    append_labels(folder, [replace(label, source="audit") for label in ada[::2]])
    append_labels(folder, [replace(label, source="queue", suggested=True) for label in ada[1:20:2]])
    scores = np.array(
        [[0.9 if slug in label.themes else 0.1 for slug in frame.slugs] for label in ada], dtype=np.float32
    )
    keys = tuple(label.key for label in ada)
    plan = read_settings(project)
    survey = reviewed(project_answers(plan), plan)
    ranking = Ranking(
        frame.digest,
        frame.slugs,
        keys,
        scores,
        np.arange(len(ada)),
        len(ada),
        model="m",
        name=frame.name,
        answers=survey.digest_of(survey.groups[0][1]),
    )
    save_ranking(ranking, project / "output" / "review" / "survey")
    return len(ada[::2])


def test_the_model_against_the_blind_audit(freetext, project):
    """With a ranking the model is compared on blind audit answers, and apart from that where its suggestion was in sight."""
    blind = audit(project)
    done = freetext("agreement", cwd=project)
    assert done.code == 0, done.err
    titles = re.findall(r"^(?:Agreement of|The model against).*", done.out, re.MULTILINE)
    assert titles[1:] == [
        f"The model against people who had not seen what it says: {blind} answers (innovation)",
        "The model against people who had its suggestion in sight: 10 answers (innovation)",
    ]
    assert "People accept suggestions that they see, wrong ones too" in done.out
    assert "out-of-fold" in done.out
    found = json.loads(freetext("agreement", "--json", cwd=project).out)["agreements"]
    assert [each["kind"] for each in found] == ["coders", "model", "model in sight"]


def test_one_coder_and_a_model(freetext, project):
    """Where one coder works alone the model is compared all the same, and the lack of a second coder is said."""
    audit(project)
    (project / "data" / "annotated" / "ben.jsonl").unlink()
    done = freetext("agreement", "--json", cwd=project)
    assert done.code == 0, done.err
    assert [each["kind"] for each in json.loads(done.out)["agreements"]] == ["model", "model in sight"]
    assert "no answer was coded by two coders" in done.err


def test_a_coded_file_stands_in_for_the_ranking(freetext, project, rows_to):
    """--coded takes the model's codes from a file, leaves out what people decided there, and says that it may flatter."""
    audit(project)
    texts = {row["id"]: row["example"] for row in _rows(project / "survey.csv")}
    head = ["id", "example", "freetext_themes:example", "freetext_source:example"]
    first, *others = texts
    rows = [[first, texts[first], "culture", "culture=human"]]
    rows += [
        [
            each,
            texts[each],
            "culture" if texts[each].strip() else "",
            "culture=model" if texts[each].strip() else "blank",
        ]
        for each in others
    ]
    rows_to(project / "coded.csv", [head, *rows])
    done = freetext("agreement", "--coded", "coded.csv", "--json", cwd=project)
    assert done.code == 0, done.err
    model = json.loads(done.out)["agreements"][1]
    assert model["kind"] == "model"
    assert all(each["question"] == "example" and each["id"] != first for each in model["differing"])
    assert "it agrees too well" in model["notes"][0]
    assert "1 answers are left out" in model["notes"][1]


def _rows(path):
    import csv  # noqa: PLC0415

    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_one_coder_alone_is_a_no_with_a_remedy(freetext, project):
    """Fewer than two coders with answers in common: exit code 1, who coded how much, and what to do."""
    (project / "data" / "annotated" / "ben.jsonl").unlink()
    done = freetext("agreement", cwd=project)
    assert done.code == 1
    assert re.search(
        r"one coder alone has coded \(ada \d+\). `freetext review --second` has a coder code again", done.line
    )
    (project / "data" / "annotated" / "ada.jsonl").unlink()
    assert "nobody has coded an answer yet. `freetext review`" in freetext("agreement", cwd=project).line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--labels", "ada"), "two coders or more"),
        (("--labels", "ada", "--labels", "bem"), "Did you mean 'ben'"),
        (("--labels", "ada", "--labels", "ben", "--json", "--md"), "--json and --md: one of them"),
        (("--labels", "ada", "--labels", "ben", "--json", "-o", "x.xlsx"), "name the file *.json"),
        (("--labels", "ada", "--labels", "ben", "-o", "x.csv"), "x.csv"),
        (("--labels", "ada", "--labels", "ben", "--question", "q"), "go with a project's logs"),
        (("--labels", "ada", "--labels", "ben", "--coders", "ada,cy"), "no column 'cy' among the --labels"),
        (("--coders", "ada"), "takes two names or more"),
        (("--id", "id"), "go with --labels"),
        ((), "Name each coder's column with --labels"),
    ],
)
def test_options_that_do_not_go_together(freetext, twice, tmp_path, arguments, said):
    """What cannot be meant is refused in one line that says what to do."""
    done = freetext("agreement", twice, *arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert said in done.line


def test_blank_cells_must_be_explained(freetext, tmp_path, rows_to):
    """Blank label cells are refused until --blank-labels says what they mean."""
    rows_to(tmp_path / "a.csv", [["ada", "ben"], ["money", "money"], ["law", ""], ["money", "law"]])
    wanted = ("agreement", tmp_path / "a.csv", "--labels", "ada", "--labels", "ben")
    done = freetext(*wanted)
    assert (done.code, "'ben' has 1" in done.line, "--blank-labels" in done.line) == (2, True, True)
    counts = [
        json.loads(freetext(*wanted, "--blank-labels", each, "--json").out)["agreements"][0]["n"]
        for each in ("none", "unlabelled")
    ]
    assert counts == [3, 2]


def test_files_come_whole_and_are_not_replaced_unasked(freetext, project):
    """-o writes a workbook, JSON, Markdown or text by its ending, once; --dry-run writes nothing."""
    dry = freetext("agreement", "-o", "a.xlsx", "--dry-run", cwd=project)
    assert (dry.code, (project / "a.xlsx").exists()) == (0, False)
    for name in ("a.xlsx", "a.json", "a.md", "a.txt"):
        assert freetext("agreement", "-o", name, cwd=project).code == 0
    assert freetext("agreement", "-o", "a.md", cwd=project).code == 2
    assert freetext("agreement", "-o", "a.md", "--force", cwd=project).code == 0
    book = openpyxl.load_workbook(project / "a.xlsx")
    assert book.sheetnames == ["Agreement", "Differ"]
    (whole,) = json.loads((project / "a.json").read_text(encoding="utf-8"))["agreements"]
    row = next(row for row in book["Agreement"].iter_rows(values_only=True) if row[0] == "Resource")
    assert row[6:9] == pytest.approx([whole["themes"][0]["alpha"][key] for key in ("value", "low", "high")])
    assert book["Differ"].max_row == len(whole["differing"]) + 1
    assert (project / "a.md").read_text(encoding="utf-8").startswith("### Agreement of ada and ben")
    assert (project / "a.txt").read_text(encoding="utf-8").startswith("Agreement of ada and ben")


def test_the_same_logs_give_the_same_bytes(freetext, project):
    """Intervals are drawn with a seed: running it again changes nothing."""
    assert freetext("agreement", "--json", cwd=project).out == freetext("agreement", "--json", cwd=project).out


def test_nothing_heavy_is_loaded(project):
    """Comparing coders loads neither spaCy nor scikit-learn, nor pandas, scipy or pyarrow."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "freetext", "agreement"],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert not {name.partition(".")[0] for name in names} & HEAVY


def test_json_keys_are_documented(freetext, project):
    """Every key of the JSON stands in the documentation."""
    audit(project)
    (first, *_) = json.loads(freetext("agreement", "--json", cwd=project).out)["agreements"]
    page = DOCS.read_text(encoding="utf-8")
    keys = {*first, *first["themes"][0], *first["themes"][0]["alpha"], *first["differing"][0], "format", "agreements"}
    assert not {key for key in keys if f"`{key}`" not in page}

"""`freetext compare` where a wave is a folder of coded parts."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest

import freetext as library

WAVES = ("survey", "wave2")


@pytest.fixture(name="coded")
def _coded(survey, freetext):
    """Both waves of the demo, each coded in one file and in a folder of two parts."""
    settings = survey / "freetext.toml"
    told = settings.read_text(encoding="utf-8")
    told = told.replace('file = "survey.csv" ', 'file = "wave2.csv"\nearlier = ["survey.csv"] ')
    settings.write_text(told, encoding="utf-8")
    for wave in WAVES:
        with (survey / f"{wave}.csv").open(encoding="utf-8-sig", newline="") as handle:
            head, *rows = csv.reader(handle)
        (survey / f"{wave}-in").mkdir()
        for name, some in (("a", rows[:17]), ("b", rows[17:])):
            with (survey / f"{wave}-in" / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
                csv.writer(handle).writerows([head, *some])
        assert freetext("code", f"{wave}.csv", "-o", f"{wave}-all.csv", cwd=survey).code == 0
        assert freetext("code", f"{wave}-in", "-o", f"{wave}-parts/", cwd=survey).code == 0
    return survey


def changes(found):
    """The changes of each question, by its name; what they are called is no matter."""
    return {each.question: [replace(table, title="") for table in each.changes] for each in found.questions}


@pytest.mark.parametrize("kinds", [("parts", "parts"), ("all.csv", "parts"), ("parts", "all.csv")])
def test_a_folder_has_the_changes_of_one_file(coded, kinds):
    """By sums of parts every change, its interval and its mark are those of the same rows in one file, by the banner too; so is the drift."""
    old, new = (coded / f"{wave}-{kind}" for wave, kind in zip(WAVES, kinds, strict=True))
    asked = {"project": coded, "raw": True, "questions": ["barrier_why"]}
    one = library.compare(coded / "survey-all.csv", coded / "wave2-all.csv", **asked)
    parts = library.compare(old, new, **asked)
    assert changes(parts) == changes(one)
    assert parts.questions[0].drift.facts == one.questions[0].drift.facts
    assert any("Of the folder" in note for note in parts.questions[0].notes)


def test_a_banner_that_was_not_foreseen_is_read_again(coded, freetext):
    """--by a column that the parts have no sums of makes the table all the same; what only files can do is refused in one line."""
    done = freetext(
        "compare",
        "survey-parts",
        "wave2-parts",
        "--raw",
        "--by",
        "region",
        "--question",
        "covid_effect",
        "--json",
        cwd=coded,
    )
    (table,) = json.loads(done.out)["questions"][0]["changes"]
    assert table["banner"] == "region"
    refused = freetext("compare", "survey-parts", "wave2-parts", "--again", "models/innovation", cwd=coded)
    assert refused.code == 2
    assert "--again wants single files" in refused.line


def test_a_theme_that_came_after_a_folder_is_new(coded, freetext):
    """Where the codeframe has gained a theme since the parts of OLD were coded, it says so and never 0 %; one that was merged has no change."""
    frame = coded / "codeframe.toml"
    text = frame.read_text(encoding="utf-8")
    added = '[[change]]\nop = "add"\nto = ["place"]\ntime = "2999-01-01T00:00:00Z"\n'
    frame.write_text(f'{text}\n[[theme]]\nslug = "place"\nname = "Place"\nnumber = 77\n{added}', encoding="utf-8")
    for project in (coded, None):
        more = {"project": project} if project else {"codeframe": frame}
        found = library.compare(
            coded / "survey-parts", coded / "wave2-parts", raw=True, questions="barrier_why", **more
        )
        table = found.questions[0].changes[0]
        assert table.row("place").cells[0].kind == "new"
        assert table.row("resource").cells[0].kind == "compared"


def test_weights_may_begin_with_the_new_wave(coded):
    """Where OLD lacks the project's weights every answer of it weighs 1, which is said, be it a folder or a file, and however that is called."""
    settings = coded / "freetext.toml"
    told = settings.read_text(encoding="utf-8")
    settings.write_text(told.replace("[survey]\n", '[survey]\nweight = "heavy"\n', 1), encoding="utf-8")
    new = coded / "wave2-all.csv"
    with new.open(encoding="utf-8-sig", newline="") as handle:
        head, *rows = csv.reader(handle)
    with new.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows(
            [[*head, "heavy"], *([*row, str(1 + place % 3)] for place, row in enumerate(rows))]
        )
    asked = {"project": coded, "raw": True, "questions": "barrier_why"}
    file, folder = (library.compare(coded / f"survey-{kind}", new, **asked) for kind in ("all.csv", "parts"))
    assert changes(file) == changes(folder) != {}
    for each in (file, folder):
        assert any("no column 'heavy'" in said and "every answer weighs 1" in said for said in each.said)


def test_without_a_project_a_folder_says_what_it_was_coded_by(coded, freetext, tmp_path):
    """Columns are those that the folder was coded by, so that none needs naming."""
    found = library.compare(coded / "survey-parts", coded / "wave2-parts", raw=True, questions="barrier_why")
    (question,) = found.questions
    assert question.changes[0].row("resource").cells[0].by is not None
    assert question.drift.old.answers == 41

"""A review that is worked through, and what a tally makes of it: the whole path over a real folder."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import numpy as np
import pytest

from freetext.files.coding.tallying import Wanted, responses_of, tables_of
from freetext.files.labelling.labels import read_labels
from freetext.files.project.settings import read_settings
from freetext.files.tabular.tables import Table
from freetext.interfaces.reviewing import open_review
from freetext.survey.labels import CHOSEN
from freetext.survey.responses import Audit

SETTINGS = """
[survey]
file = "answers.csv"
id = "id"
banners = ["type"]
codeframe = "codeframe.toml"
key = "k"
[[question]]
name = "why"
kind = "open"
column = "why"
"""
CODEFRAME = 'name = "frame"\n[[theme]]\nslug = "money"\n[[theme]]\nslug = "staff"\n'
PEOPLE = 160


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """A project whose texts say what they are about, a tenth of them blank."""
    dice = random.Random(3)
    (tmp_path / "freetext.toml").write_text(SETTINGS)
    (tmp_path / "codeframe.toml").write_text(CODEFRAME)
    with (tmp_path / "answers.csv").open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "type", "why"])
        for row in range(PEOPLE):
            said = " ".join(slug for slug, share in (("money", 0.4), ("staff", 0.15)) if dice.random() < share)
            out.writerow([f"r{row}", "north" if row % 4 else "south", "" if row % 10 == 9 else f"{row}: {said}"])
    return tmp_path


def coded(folder: Path) -> Table:
    """The same answers as a machine codes them: money everywhere, staff where it is said."""
    with (folder / "answers.csv").open(newline="") as file:
        _, *rows = csv.reader(file)
    ids, types, texts = (list(column) for column in zip(*rows, strict=True))
    themes = ["money;staff" if "staff" in text else "money" if text else "" for text in texts]
    sources = [";".join(f"{code}=model" for code in cell.split(";")) if cell else "blank" for cell in themes]
    names = ("id", "type", "why", "freetext_themes", "freetext_source")
    return Table("output/answers-coded.csv", names, (ids, types, texts, themes, sources), len(ids))


def review(folder: Path, answers: int, **wishes: float) -> None:
    """Review so many answers, each coded by what its text says."""
    with open_review(folder, coder="ada", batch=20, **wishes) as desk:  # type: ignore[arg-type]
        done = 0
        while done < answers and desk.view().phase != "empty":
            view = desk.view()
            if view.phase != "answer":
                desk.press("enter")
                continue
            for key, slug in (("1", "money"), ("2", "staff")):
                if slug in view.text:
                    desk.press(key)
            if not any(slug in view.text for slug in ("money", "staff")):
                desk.press("n")
            desk.press("enter")
            done += 1


@pytest.mark.parametrize("answers", [30, 70])
def test_a_review_is_the_audit_of_a_tally(folder, answers):
    """What the review coded at random corrects the codes, what its queue asked for is known, and the interval holds the truth."""
    review(folder, answers)
    project = read_settings(folder)
    table = coded(folder)
    responses = responses_of(table, Wanted(), project).rows[0]
    audit = responses.audit
    assert isinstance(audit, Audit)
    log = read_labels(folder / "data" / "annotated").labels
    decided = {label.id for label in log if label.event == "label"}
    certain = {label.id for label in log if label.source in CHOSEN or label.event == "pick"} & decided
    random_ = {label.id for label in log if label.source == "audit" and label.event == "label"} - certain
    ids, said = table.texts("id"), table.texts("why")
    blank = {name for name, text in zip(ids, said, strict=True) if not text}
    assert {ids[place] for place in np.flatnonzero(audit.known).tolist()} == certain | blank
    assert {ids[place] for place in np.flatnonzero(audit.audited).tolist()} <= random_
    assert np.count_nonzero(audit.audited) >= len(random_) - 2
    truth = sum("money" in text for text in said) / (PEOPLE - len(blank))
    (tallied,) = tables_of(table, Wanted(), project)
    cell = tallied.row("money").cells[0]
    if np.count_nonzero(audit.audited) >= 30:
        assert cell.kind == "audited"
        assert cell.coding is not None
        assert cell.coding[0] <= truth <= cell.coding[1]
        assert cell.raw is not None
        assert cell.raw > cell.coding[1]
    else:
        assert cell.kind == "audit too small"


def test_a_review_of_everything_is_exact(folder):
    """Reviewed to the end, every cell is people's count, its coding interval has no width, and only sampling is uncertain."""
    review(folder, PEOPLE)
    (tallied,) = tables_of(coded(folder), Wanted(), read_settings(folder))
    said = coded(folder).texts("why")
    for slug in ("money", "staff"):
        cell = tallied.row(slug).cells[0]
        count = sum(slug in text for text in said)
        assert (cell.kind, cell.count, cell.share) == ("wilson", count, count / sum(map(bool, said)))
        assert cell.coding == (cell.share, cell.share)
    assert tallied.columns[0].decided == tallied.columns[0].n

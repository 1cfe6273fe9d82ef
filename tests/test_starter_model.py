"""The starter model that stands in models/."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

from freetext.files.modelling.models import list_models, load_model
from freetext.files.project.demo import write_demo
from freetext.model.bundle import Model
from freetext.model.coder import Coder
from freetext.survey.answers import answers_of

MODELS = Path(__file__).parents[1] / "models"
RENEW = "the starter model is not what today's labels and code give: run `python scripts/starter.py` and commit models/"


@pytest.fixture(scope="module")
def starter():
    return load_model(MODELS / "innovation")


def codes(model, *texts):
    chosen = Coder(model).code(answers_of(texts)).chosen
    return [{model.codeframe.slugs[place] for place in np.flatnonzero(row)} for row in chosen]


def rebuilt(folder):
    """Train on the demo's labels in a process of its own; returns where the model went."""
    write_demo(folder)
    subprocess.run([sys.executable, "-m", "freetext", "train", "--project", str(folder), "--quiet"], check=True)
    return folder / "models" / "innovation"


def test_one_starter_stands_in_models():
    """models/ holds one version of the starter, in force, and nothing that a rebuild left behind."""
    (only,) = list_models(MODELS).models
    assert (only.name, only.current) == ("innovation", True)


def test_the_starter_knows_the_six_themes(starter):
    """The starter holds the six themes that were asked for, in the codeframe's order."""
    themes = [theme.slug for theme in starter.codeframe.themes if not theme.reserved]
    assert themes == ["resource", "capability", "risk-aversion", "culture", "covid-impact", "evidence-need"]


def test_the_starter_codes_plain_sentences(starter):
    """Sentences that nobody can misread get their theme, and an empty answer gets none."""
    money, virus, proof, nothing = codes(
        starter,
        "There is no money and no staff; the budget was cut again.",
        "Covid: staff off sick and everybody working from home in lockdown.",
        "I would want to see evidence that it has worked elsewhere.",
        " ",
    )
    assert "resource" in money
    assert "covid-impact" in virus
    assert "evidence-need" in proof
    assert set() == nothing


def test_the_starter_is_not_stale(starter, tmp_path):
    """A rebuild with the same versions learns the same words and, but for a machine's rounding, the same numbers."""
    others = {name: number for name, number in starter.facts["versions"].items() if version(name) != number}
    if others:
        pytest.skip(f"the starter was built with {others}")
    again = load_model(rebuilt(tmp_path / "survey"))
    assert learnt_from(starter) == learnt_from(again), RENEW
    assert starter.vocabulary == again.vocabulary, RENEW
    for name, array in starter.arrays.items():
        # The solver stops at a tolerance, so that another processor's rounding may show in the third place.
        np.testing.assert_allclose(again.arrays[name], array, rtol=0, atol=5e-3, err_msg=RENEW)


def learnt_from(model: Model) -> dict[str, object]:
    """What a model says of its labels: exact on every machine."""
    exact = ("answers", "respondents", "questions", "disputed", "labels", "seed", "recipe")
    return {"codeframe": model.codeframe.digest, **{name: model.facts[name] for name in exact}}


@pytest.mark.slow
def test_two_builds_are_the_same_to_the_byte(tmp_path):
    """The same labels, seed, versions and machine give the same digest and the same bytes of every file but the history, in any process."""
    one, two = rebuilt(tmp_path / "one"), rebuilt(tmp_path / "two")
    assert contents(one) == contents(two)


def contents(folder):
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "HISTORY.jsonl")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

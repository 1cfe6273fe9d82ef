"""German words are written with two letters for an umlaut since there is a second spelling; older bundles read them as they did."""

import json
from dataclasses import replace

import numpy as np
import pytest

from freetext.errors import BundleError
from freetext.files.modelling.models import load_model, save_model
from freetext.model.coder import Coder
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.training.dataset import training_set
from freetext.training.fit import fit

GERMAN = ("mehr Plätze", "die Ärzte", "Bücher lesen", "schöne Gärten")


@pytest.fixture(scope="module", name="german")
def _german():
    """A German model of today that knows words alone, and the same of before umlauts were written with two letters: its words hold them, it tells no spelling."""
    answers = answers_of([GERMAN[row % 4] for row in range(80)])
    frame = replace(codeframe_of(["plaetze", "aerzte", "buecher", "gaerten"]), lang="de")
    given = np.array([[row % 4 == place for place in range(4)] for row in range(80)], dtype=np.int8)
    today = fit(training_set(frame, answers, given)).model
    vocabulary, rows = today.folded.vocabulary, today.folded.rows.copy()
    rows[vocabulary.starts[2] : vocabulary.starts[3]] = 0  # n-grams of letters, which differ
    today = replace(today, folded=replace(today.folded, rows=rows))
    turned = {"plaetze": "plätze", "aerzte": "ärzte", "buecher": "bücher", "gaerten": "gärten", "schoene": "schöne"}
    words = tuple(turned.get(word, word) for word in vocabulary.words)
    folded = replace(today.folded, vocabulary=replace(vocabulary, words=words))
    facts = {key: value for key, value in today.facts.items() if key != "spelling"}
    return today, replace(today, folded=folded, facts=facts)


def test_a_german_model_of_before_codes_as_before(german, tmp_path):
    """A bundle that tells no spelling reads umlauts as they are written; one of today reads both spellings as one word."""
    today, before = (load_model(save_model(each, tmp_path / str(place))) for place, each in enumerate(german))
    assert (today.spelling, before.spelling) == (2, 1)
    umlauts, letters = answers_of(["Plätze", "Ärzte"]), answers_of(["Plaetze", "Aerzte"])
    scores = [
        Coder(each).margins(texts.texts, texts.questions) for each in (today, before) for texts in (umlauts, letters)
    ]
    assert scores[0].tobytes() == scores[1].tobytes()
    assert scores[2] == pytest.approx(scores[0])
    assert np.abs(scores[3] - scores[2]).max() > 0.1


@pytest.mark.parametrize("told", [3, 0, "2", True])
def test_an_unknown_spelling_is_refused(german, told, tmp_path):
    """A spelling that this version does not know, or that is none, is refused."""
    bundle = save_model(german[0], tmp_path / "m")
    manifest = json.loads((bundle / "manifest.json").read_text())
    manifest["facts"]["spelling"] = told
    (bundle / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(BundleError, match="spelling"):
        load_model(bundle)

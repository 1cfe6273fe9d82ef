"""An evaluation on a terminal and as JSON."""

import json

import numpy as np

from freetext.show.evaluation import evaluation_json, evaluation_text
from freetext.survey.codeframe import codeframe_of
from freetext.tallies.evaluate import evaluate

TRUTH = np.array([[1, 0], [1, 0], [0, 0], [0, 0]], dtype=bool)
CHOSEN = np.array([[1, 0], [0, 0], [0, 0], [1, 0]], dtype=bool)
FOUND = evaluate(codeframe_of(["Money", "Law"]), CHOSEN, TRUTH, blank=np.array([False, False, False, False]))


def test_face_of_an_evaluation():
    """Themes with their figures, then the means; a dash stands for what is undefined."""
    assert (
        evaluation_text(FOUND)
        == """\
Coding against labels: 4 answers

                            true   coded   precision   recall     F1   kappa
────────────────────────────────────────────────────────────────────────────
Money                          2       2        0.50     0.50   0.50    0.00
Law                            0       0           -        -      -       -
────────────────────────────────────────────────────────────────────────────
Micro (all decisions)                           0.50     0.50   0.50
Macro (themes that occur)                                       0.50
Samples (mean of answers)                                       0.50

- undefined: the theme is in no label, in no coding, or in all.
"""
    )


def test_json_of_an_evaluation():
    """Every figure is there in full, null where it is undefined."""
    whole = json.loads(evaluation_json(FOUND))
    assert (whole["answers"], whole["blank"], whole["micro_f1"], whole["samples_f1"]) == (4, 0, 0.5, 0.5)
    assert whole["themes"][0] == {
        "theme": "money", "name": "Money", "n": 2, "predicted": 2, "right": 1,
        "precision": 0.5, "recall": 0.5, "f1": 0.5, "kappa": 0.0,
    }  # fmt: skip
    assert whole["themes"][1]["f1"] is None

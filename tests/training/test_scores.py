import numpy as np
import pytest
from sklearn.calibration import calibration_curve
from sklearn.metrics import f1_score

from freetext.model.cutoffs import Cutoff
from freetext.training.calibration import calibration
from freetext.training.dataset import DISPUTED
from freetext.training.scores import no_scores, scores_of


@pytest.fixture(name="drawn")
def _drawn():
    """300 answers by four themes, and codes that are wrong one time in ten."""
    dice = np.random.default_rng(0)
    given = (dice.random((300, 4)) < 0.3).astype(np.int8)
    return given, (given == 1) ^ (dice.random(given.shape) < 0.1)


def test_intervals_hold_the_scores(drawn):
    """Micro and macro F1 are scikit-learn's and lie in their intervals; the same seed gives the same ones."""
    given, coded = drawn
    people = [str(place // 2) for place in range(300)]
    scores = scores_of(given, coded, people)
    assert scores.micro == pytest.approx(f1_score(given, coded, average="micro"))
    assert scores.macro == pytest.approx(f1_score(given, coded, average="macro"))
    for figure, interval in ((scores.micro, scores.micro_interval), (scores.macro, scores.macro_interval)):
        assert interval is not None
        assert figure is not None
        assert interval[0] < figure < interval[1] < interval[0] + 0.2
    assert scores_of(given, coded, people) == scores
    assert scores_of(given, coded, people, seed=1) != scores


def test_scores_as_json_are_rounded():
    """Figures and intervals have four places; what is undefined is null."""
    given = np.array([[1], [1], [0]], dtype=np.int8)
    told = scores_of(given, np.array([[True], [False], [False]]), ["a", "b", "c"]).as_json(["t"])
    assert told["micro_f1"] == told["themes"]["t"]["f1"] == 0.6667
    assert no_scores(1).as_json(["t"]) == {
        "micro_f1": None,
        "micro_interval": None,
        "macro_f1": None,
        "macro_interval": None,
        "themes": {"t": {"precision": None, "recall": None, "f1": None}},
    }


def test_the_reliability_table_is_scikit_learns():
    """Mean probability and true share of each bin are those of calibration_curve; the error is their mean distance by decisions."""
    dice = np.random.default_rng(1)
    margins = dice.normal(size=(500, 2))
    given = (dice.random((500, 2)) < 1 / (1 + np.exp(-margins))).astype(np.int8)
    table = calibration(given, margins, (Cutoff(0, 1, 0),) * 2)
    said = 1 / (1 + np.exp(-margins.astype(np.float32))).astype(np.float64)
    true, mean = calibration_curve(given.ravel(), said.ravel(), n_bins=10)
    assert [each["true"] for each in table["bins"]] == pytest.approx(true, abs=6e-5)
    assert [each["said"] for each in table["bins"]] == pytest.approx(mean, abs=6e-5)
    sizes = np.array([each["decisions"] for each in table["bins"]])
    assert sizes.sum() == 1000
    assert table["error"] == pytest.approx((sizes * np.abs(true - mean)).sum() / 1000, abs=6e-5)


def test_disputed_decisions_and_rare_themes_are_no_part_of_calibration():
    """What coders dispute, and themes without a calibration, are left out; with nothing left there is no error."""
    given = np.array([[1, 1], [DISPUTED, 0]], dtype=np.int8)
    table = calibration(given, np.zeros((2, 2)), (Cutoff(0, 1, 0), Cutoff()))
    assert table == {"error": 0.5, "bins": [{"from": 0.5, "decisions": 1, "said": 0.5, "true": 1.0}]}
    assert calibration(given, np.zeros((2, 2)), (Cutoff(), Cutoff())) == {"error": None, "bins": []}

"""The quality bench's own arithmetic: its scores are scikit-learn's, its draws leak nothing, and what it keeps comes back."""

import sys
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, f1_score

SCRIPTS = Path(__file__).parents[1] / "scripts"
MODULES = ("books", "data", "kept", "page", "promises", "rivals", "scores", "sets", "summary", "systems")


@pytest.fixture(scope="module")
def bench():
    """The bench's modules by their names."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SCRIPTS)
        before = set(sys.modules)
        yield SimpleNamespace(**{name: import_module(f"bench_{name}") for name in MODULES})
        for name in set(sys.modules) - before:
            if name.startswith("bench_"):
                del sys.modules[name]


def made(bench, seed: int, answers: int = 60, themes: int = 5):
    """A part of random truth, scores with ties and codes; every theme occurs."""
    draw = np.random.default_rng(seed)
    truth = draw.random((answers, themes)) < 0.3
    truth[:themes] |= np.eye(themes, dtype=bool)
    chances = np.round(draw.random((answers, themes)), 1).astype(np.float32)
    outcome = bench.scores.Outcome(chances, chances, draw.random((answers, themes)) < 0.3, 1.5, 1000.0)
    return bench.scores.Part(truth, np.arange(answers) // 2, outcome)


def even(part):
    """One replicate in which every respondent counts once."""
    return np.ones((1, int(part.people.max()) + 1))


@given(seed=st.integers(0, 10_000))
@settings(max_examples=20)
def test_f1_and_average_precision_are_scikit_learns(bench, seed):
    """Micro, macro and samples F1 and the mean average precision are those of scikit-learn, ties in the scores included."""
    part = made(bench, seed)
    found = bench.scores.measured([part], even(part))
    truth, chosen = part.truth, part.outcome.chosen
    for measure in ("micro", "macro"):
        assert f1_score(truth, chosen, average=measure, zero_division=0) == pytest.approx(found[measure][0])
    assert f1_score(truth, chosen, average="samples", zero_division=1) == pytest.approx(found["samples"][0])
    precision = [average_precision_score(truth[:, k], part.outcome.scores[:, k]) for k in range(truth.shape[1])]
    assert np.mean(precision) == pytest.approx(found["mean_ap"][0])


@given(seed=st.integers(0, 10_000))
@settings(max_examples=20)
def test_weights_count_answers_as_often_as_they_are_drawn(bench, seed):
    """Measuring under weights is measuring a test in which each respondent's answers stand as often as drawn."""
    part = made(bench, seed)
    weights = bench.scores.drawn_weights(30, 1, seed)
    places = np.repeat(np.arange(60), weights[0, part.people].astype(int))
    outcome = part.outcome
    again = bench.scores.Part(
        part.truth[places],
        np.arange(len(places)),
        bench.scores.Outcome(outcome.scores[places], outcome.chances[places], outcome.chosen[places], 0.0, 0.0),
    )
    weighted, repeated = (bench.scores.measured([part], weights), bench.scores.measured([again], even(again)))
    for measure in bench.scores.MEASURES:
        assert repeated[measure][0] == pytest.approx(weighted[measure][0], abs=1e-6)


def test_two_empty_sets_count_one_and_themes_that_do_not_occur_nothing(bench):
    """Samples F1 gives 1 where neither side has a theme; macro F1 and the relative error leave out themes without an answer."""
    truth = np.array([[True, False, False], [False, False, False]])
    chosen = np.array([[True, False, True], [False, False, False]])
    none = np.zeros((2, 3), dtype=np.float32)
    part = bench.scores.Part(truth, np.arange(2), bench.scores.Outcome(none, none, chosen, 0.0, 0.0))
    found = bench.scores.measured([part], even(part))
    assert pytest.approx((2 / 3 + 1) / 2) == found["samples"][0]
    assert found["macro"][0] == 1
    assert found["relative"][0] == 0
    assert pytest.approx(100 * 0.5 / 3) == found["tally"][0]


def test_predicting_nothing_errs_by_the_whole_share(bench):
    """The tally error relative to the share is 1 where nothing is coded."""
    part = made(bench, 0)
    empty = bench.scores.Outcome(part.outcome.scores, part.outcome.chances, np.zeros_like(part.truth), 0.0, 0.0)
    silent = bench.scores.Part(part.truth, part.people, empty)
    assert bench.scores.measured([silent], even(part))["relative"][0] == pytest.approx(1)


def test_true_probabilities_have_no_calibration_error(bench):
    """Chances of 0 and 1 that are right have no error; chances of a half where a quarter is true have 25 points."""
    truth = np.array([[True], [False], [False], [False]])
    for chances, error in ((truth.astype(np.float32), 0.0), (np.full((4, 1), 0.5, dtype=np.float32), 25.0)):
        part = bench.scores.Part(truth, np.arange(4), bench.scores.Outcome(chances, chances, truth, 0.0, 0.0))
        assert error == pytest.approx(bench.scores.calibration_error(part, np.ones((1, 4)))[0])


def test_what_is_kept_comes_back(bench):
    """An outcome reads back from JSON as it was."""
    outcome = made(bench, 3).outcome
    again = bench.kept.read_outcome(bench.kept.outcome_as_json(outcome))
    assert (outcome.chosen == again.chosen).all()
    assert (outcome.scores == again.scores).all()
    assert (outcome.seconds, outcome.rate) == (again.seconds, again.rate)


def test_few_labels_part_the_training_answers(bench):
    """A draw of labels and the unlabelled rest are the training answers, and none of the test's is among them."""
    rows = [{"id": str(n), "text": f"text {n}", "labels": "a", "respondent_id": str(n // 2)} for n in range(100)]
    train, test = bench.sets.by_respondent(rows, 1)
    assert not {row["respondent_id"] for row in train} & {row["respondent_id"] for row in test}
    frame = bench.books.bare(["a"])
    whole = bench.sets.Trial("nhs_15", 1, 0, -1, train, [], test, ("a",), frame, "respondent_id")
    sizes = {trial.size: trial for trial in bench.sets.few(whole, (0, 8, 1000, -1))}
    assert set(sizes) == {0, 8, -1}
    assert (len(sizes[0].train), len(sizes[8].train), len(sizes[-1].train)) == (0, 8, len(train))
    assert {row["id"] for row in (*sizes[8].train, *sizes[8].rest)} == {row["id"] for row in train}


def test_examples_that_are_answers_are_left_out(bench):
    """An example of a codebook that an answer is, stands in, or holds, is not shown to training, whatever its case and marks."""
    answers = [bench.books.folded(text) for text in ("Quick and easy!", "We were told that the bus was always late.")]
    examples = ("quick and EASY.", "the bus was always late", "nothing of the sort", "the bus")
    assert bench.books.unseen(examples, answers) == ("nothing of the sort", "the bus")


def test_the_best_cutoff_is_the_best_of_its_grid(bench):
    """No cut-off between .05 and .95 gives a higher micro F1 than the one that is chosen."""
    part = made(bench, 5)
    best, cutoff = bench.rivals.best_cutoff(part.outcome.chances, part.truth)
    assert best == pytest.approx(f1_score(part.truth, part.outcome.chances >= cutoff, average="micro"))
    for other in np.arange(0.05, 0.95, 0.01):
        assert best >= f1_score(part.truth, part.outcome.chances >= other, average="micro") - 1e-9


def test_a_theme_that_all_or_none_have_does_not_stop_the_plain_pipeline(bench):
    """The plain pipeline learns the other themes where one has no positive answer, or no negative one."""
    rows = [{"text": f"{word} words here", "question": ""} for word in ("kind", "slow") * 6]
    truth = np.array([[True, False, place % 2 == 0] for place in range(12)])
    chances = bench.rivals.plain(rows, truth)(rows)
    assert (chances[:, 0] == 1).all()
    assert (chances[:, 1] == 0).all()
    assert ((chances[:, 2] > 0.5) == truth[:, 2]).all()


def test_a_gap_is_of_the_same_draws(bench):
    """A system compared with itself differs by nothing, with no interval around it; the page says where a promise is missed."""
    part = made(bench, 1)
    trials = [
        bench.sets.Trial(
            "anes_party",
            0,
            0,
            -1,
            [{"id": "t", "text": "x", "labels": ""}],
            [],
            [
                {"id": str(n), "text": "x", "labels": ";".join("abcde"[k] for k in np.flatnonzero(given))}
                for n, given in enumerate(part.truth)
            ],
            tuple("abcde"),
            bench.books.bare(tuple("abcde")),
        )
    ]
    found = bench.summary.summaries_of((name, trials[0], part.outcome) for name in ("freetext", "plain"))
    same = bench.summary.gap(found["anes_party", -1, "freetext"], found["anes_party", -1, "plain"], "micro")
    assert (same.mean, same.low, same.high) == (0, 0, 0)
    page = bench.page.page(found)
    assert "likes and dislikes of parties" in page
    assert "**missed**" in page

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from sklearn.calibration import _sigmoid_calibration

from freetext.model.cutoffs import (
    Cutoff,
    apply_cutoffs,
    expected_margin,
    learn_cutoff,
    probabilities,
    share_margin,
    sigmoid,
)
from freetext.model.deciding import stand_alone
from freetext.survey.answers import FloatArray

margin = st.floats(-5, 5, width=32)
cases = st.lists(st.tuples(margin, st.booleans()), min_size=1, max_size=40)


def parted(case) -> tuple[np.ndarray, np.ndarray]:
    return np.array([each for each, _ in case], dtype=np.float64), np.array([true for _, true in case], dtype=np.bool_)


@given(st.lists(margin, min_size=1, max_size=30), margin, st.floats(0, 3, width=32))
def test_raising_a_cutoff_never_adds_a_code(margins, cut, rise):
    """What a higher cut-off codes, the lower one codes too."""
    column = np.array(margins, dtype=np.float32)[:, None]
    low, high = apply_cutoffs(column, (Cutoff(cut),)), apply_cutoffs(column, (Cutoff(cut + rise),))
    assert not (high & ~low).any()


@given(st.lists(st.tuples(margin, margin), min_size=1, max_size=30), margin, margin, st.floats(0, 3, width=32))
def test_raising_a_cutoff_never_adds_that_code_beside_reserved_ones(rows, cut, other, rise):
    """Reserved codes stand alone, and still a theme whose cut-off rises is given to no further answer."""
    margins = np.array(rows, dtype=np.float32)

    def coded(edge: float) -> np.ndarray:
        return stand_alone(apply_cutoffs(margins, (Cutoff(edge), Cutoff(other))), margins, (False, True))[:, 0]

    assert not (coded(cut + rise) & ~coded(cut)).any()


@given(st.lists(st.integers(-300, 300).map(lambda each: each / 64), unique=True, min_size=1, max_size=40), st.data())
def test_the_training_share_is_coded(margins, data):
    """With distinct margins exactly as many training answers are coded out of fold as are truly positive."""
    truth = np.array(data.draw(st.lists(st.booleans(), min_size=len(margins), max_size=len(margins))))
    column = np.array(margins)
    coded = apply_cutoffs(column.astype(np.float32)[:, None], (Cutoff(share_margin(column, truth)),))
    assert int(coded.sum()) == int(truth.sum())


@given(st.lists(st.sampled_from([-1.0, 0.0, 0.5, 2.0]), min_size=1, max_size=40), st.data())
def test_with_ties_the_nearest_possible_share_is_coded(margins, data):
    """Answers with the same margin stay together, on the side that comes nearer to the share."""
    truth = np.array(data.draw(st.lists(st.booleans(), min_size=len(margins), max_size=len(margins))))
    column = np.array(margins)
    wanted = int(truth.sum())
    coded = int(apply_cutoffs(column.astype(np.float32)[:, None], (Cutoff(share_margin(column, truth)),)).sum())
    possible = [0, *(int((column >= edge).sum()) for edge in set(margins))]
    assert abs(coded - wanted) == min(abs(each - wanted) for each in possible)


tied = st.sampled_from([-1.0, 0.0, 0.5, 2.0])
chance = st.integers(0, 64).map(lambda each: each / 64)


@given(st.lists(st.tuples(tied, chance), min_size=1, max_size=40))
def test_as_many_are_coded_as_are_expected(rows):
    """The number of codes is, of those that ties allow, the one nearest to the sum of the chances."""
    margins, chances = np.array(rows).T
    cut = expected_margin(margins, chances)
    coded = int(apply_cutoffs(margins.astype(np.float32)[:, None], (Cutoff(cut),)).sum())
    possible = [0, *(int((margins >= edge).sum()) for edge in set(margins.tolist()))]
    assert abs(coded - chances.sum()) == min(abs(each - chances.sum()) for each in possible)


@given(cases)
def test_what_is_certain_is_expected(case):
    """Where everything is labelled, the expected share is the training share, to the bit."""
    margins, truth = parted(case)
    assert expected_margin(margins, truth.astype(np.float64)) == share_margin(margins, truth)


@given(st.lists(st.tuples(tied, chance, st.integers(1, 4)), min_size=1, max_size=20))
def test_an_answer_that_stands_for_three_counts_three_times(rows):
    """A weight is as good as so many answers of the same margin and chance."""
    margins, chances, weights = np.array(rows).T
    times = weights.astype(np.int64)
    assert expected_margin(margins, chances, weights) == expected_margin(
        np.repeat(margins, times), np.repeat(chances, times)
    )


@pytest.mark.parametrize("seed", range(5))
def test_labels_that_are_no_random_sample_move_the_share_and_not_the_expectation(seed):
    """Labelled by their margins, answers have another share than the survey: its cut-off moves, the expected one hardly does."""
    dice = np.random.default_rng(seed)
    margins = dice.normal(-1.2, 1, 4000)
    truth = dice.random(4000) < 1 / (1 + np.exp(-2.5 * margins))
    coded = []
    for tilt in (0.0, 1.5):
        wish = np.exp(tilt * margins)
        asked = dice.choice(4000, 600, replace=False, p=wish / wish.sum())
        cutoff = learn_cutoff(margins[asked], truth[asked])
        chances = probabilities(margins.astype(np.float32)[:, None], (cutoff,))[:, 0].astype(np.float64)
        chances[asked] = truth[asked]
        edges = (share_margin(margins[asked], truth[asked]), expected_margin(margins, chances))
        coded.append([(margins >= edge).mean() for edge in edges])
    (share, expected), (moved, stays) = coded
    assert abs(moved - share) > 0.025
    assert abs(stays - expected) < 0.025
    assert abs(stays - truth.mean()) < 0.02 < abs(moved - truth.mean())


def test_a_margin_that_all_answers_share_does_not_code_them_all():
    """Three positives among a thousand answers of the same words code nothing rather than everything."""
    truth = np.arange(1000) < 3
    cut = share_margin(np.full(1000, -0.9), truth)
    assert not apply_cutoffs(np.full((1000, 1), -0.9, dtype=np.float32), (Cutoff(cut),)).any()


@pytest.mark.parametrize("positives", [0, 1, 2])
def test_fewer_than_three_positives_code_nothing(positives):
    """A theme with too few positives has no cut-off and no probability, and codes no answer whatever its margin."""
    cutoff = learn_cutoff(np.linspace(-1, 1, 9), np.arange(9) >= 9 - positives)
    assert cutoff == Cutoff(None, None, None)
    margins = np.array([[9e9], [-1.0]], dtype=np.float32)
    assert not apply_cutoffs(margins, (cutoff,)).any()
    assert np.isnan(probabilities(margins, (cutoff,))).all()


def test_all_positive_codes_all():
    """A theme that every training answer holds is given to every answer out of fold."""
    cut = share_margin(np.array([1.0, 1.0, 0.5]), np.ones(3, dtype=np.bool_))
    assert cut == 0.5


@pytest.mark.parametrize("positives", [3, 4, 5, 8, 15])
@pytest.mark.parametrize("gap", [0.0, 0.5, 3.0])
def test_few_positives_are_not_taken_for_certain(positives, gap):
    """However far few positives lie from all others, none is more probable than Platt's target (n + 1) / (n + 2) with a little room."""
    dice = np.random.default_rng(positives)
    margins = np.concatenate((dice.normal(size=300), 3 + gap + dice.random(positives)))
    slope, offset = sigmoid(margins, np.arange(len(margins)) >= 300)
    highest = probabilities(margins.astype(np.float32)[:, None], (Cutoff(0.0, slope, offset),)).max()
    assert highest < (positives + 1) / (positives + 2) + 0.12
    assert slope < 10


@settings(max_examples=80)
@given(cases)
def test_the_sigmoid_rises_and_is_a_probability(case):
    """Probabilities lie in 0 to 1, are finite and never fall as the margin rises, for any margins and truth."""
    slope, offset = sigmoid(*parted(case))
    assert slope >= 0
    line = np.linspace(-1000, 1000, 201, dtype=np.float32)[:, None]
    probability = probabilities(line, (Cutoff(0.0, slope, offset),))[:, 0]
    assert (np.diff(probability) >= 0).all()
    assert ((probability >= 0) & (probability <= 1)).all()


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(5, 300), st.floats(0.05, 0.95), st.floats(-2, 4))
def test_the_sigmoid_is_platts(seed, size, share, gap):
    """Slope and offset give scikit-learn's and a general minimiser's probabilities, to a thousandth."""
    dice = np.random.default_rng(seed)
    truth = dice.random(size) < share
    margins = dice.normal(size=size) + gap * truth
    slope, offset = sigmoid(margins, truth)
    theirs = _sigmoid_calibration(margins, truth)
    target = np.where(truth, (truth.sum() + 1) / (truth.sum() + 2), 1 / ((~truth).sum() + 2))

    def loss(line: FloatArray) -> float:
        logits = line[0] * margins + line[1]
        return float(np.sum(np.logaddexp(0, logits) - target * logits))

    found = minimize(loss, [0.0, 0.0]).x
    if found[0] < -1e-3:
        assert slope == 0
        assert offset == pytest.approx(np.log((truth.sum() + 1) / ((~truth).sum() + 1)))
        return

    def at(a: float, b: float) -> FloatArray:
        return np.asarray(1 / (1 + np.exp(-(a * margins + b))))

    assert at(slope, offset) == pytest.approx(at(*found), abs=1e-3)
    if found[0] > 1e-3:
        assert at(slope, offset) == pytest.approx(at(-theirs[0], -theirs[1]), abs=1e-3)


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
@pytest.mark.parametrize("margins", [[0.0, 0.0, 0.0, 0.0], [-1.0, -1.0, 1.0, 1.0], [1.0, 2.0, 3.0, 4.0]])
def test_the_sigmoid_copes_with_odd_margins(margins, scale):
    """Constant, perfectly parted, tiny and huge margins give finite figures."""
    slope, offset = sigmoid(np.array(margins) * scale, np.array([False, False, True, True]))
    assert np.isfinite([slope, offset]).all()


def test_margins_that_say_the_opposite_give_the_share():
    """A model that is worse than none says how common the theme is, for every answer."""
    slope, offset = sigmoid(np.array([3.0, 2.0, 1.0, 0.0]), np.array([False, False, False, True]))
    assert slope == 0
    assert 1 / (1 + np.exp(-offset)) == pytest.approx(2 / 6)

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import f1_score
from statsmodels.stats.multitest import multipletests

from freetext.tallies.paired import MOST_GROUPS, compare, counted, discoveries, draws_of, groups_of

SHARED = settings(max_examples=25)


def tables(seed, answers=120, themes=4, share=0.3, wrong=(0.1, 0.1)):
    """A truth, and two codings that are wrong so often."""
    dice = np.random.default_rng(seed)
    truth = dice.random((answers, themes)) < share
    return truth, *(truth ^ (dice.random(truth.shape) < each) for each in wrong)


def compared(truth, old, new, *, clear=None, respondents=None, seed=0):
    """Compare two codings; by default nothing is disputed and everybody gave one answer."""
    names = [f"t{place}" for place in range(truth.shape[1])]
    people = respondents or [str(place) for place in range(len(truth))]
    clear = np.ones_like(truth) if clear is None else clear
    return compare(names, truth, clear, old, new, people, ground="audit", seed=seed)


@SHARED
@given(st.integers(0, 10**6))
def test_figures_are_scikit_learns(seed):
    """F1 of each theme and micro F1 are scikit-learn's, over clear decisions; the tally's error is the mean distance of the shares."""
    truth, old, new = tables(seed)
    clear = np.random.default_rng(seed).random(truth.shape) < 0.9
    found = compared(truth, old, new, clear=clear)
    for coding, micro, tally, themes in (
        (old, found.micro.old, found.tally.old, [each.old for each in found.themes]),
        (new, found.micro.new, found.tally.new, [each.new for each in found.themes]),
    ):
        assert micro == pytest.approx(f1_score(truth[clear], coding[clear]))
        shares = [abs(coding[c, k].mean() - truth[c, k].mean()) for k, c in enumerate(clear.T)]
        assert tally == pytest.approx(100 * np.mean(shares))
        expected = [f1_score(truth[c, k], coding[c, k]) for k, c in enumerate(clear.T)]
        assert themes == pytest.approx(expected)
    assert found.micro.difference == pytest.approx((found.micro.new or 0) - (found.micro.old or 0))


@SHARED
@given(st.integers(0, 10**6))
def test_a_coding_does_not_differ_from_itself(seed):
    """Compared with itself, every difference and its interval is zero, and no theme stands out."""
    truth, old, _ = tables(seed)
    found = compared(truth, old, old)
    for each in (found.micro, found.tally):
        assert (each.difference, each.low, each.high) == (0, 0, 0)
    assert {each.standing for each in found.themes} <= {"within chance", "too few to tell"}


@SHARED
@given(st.integers(0, 10**6))
def test_turned_round_the_difference_changes_its_sign(seed):
    """Old against new is new against old with the sign turned."""
    truth, old, new = tables(seed)
    one, two = compared(truth, old, new), compared(truth, new, old)
    for left, right in ((one.micro, two.micro), (one.tally, two.tally)):
        assert left.difference == pytest.approx(-(right.difference or 0))
        assert (left.low, left.high) == pytest.approx((-(right.high or 0), -(right.low or 0)), abs=1e-9)
    swapped = {"better": "worse", "worse": "better"}
    assert [swapped.get(each.standing, each.standing) for each in one.themes] == [each.standing for each in two.themes]


def test_the_same_seed_gives_the_same_interval():
    """Drawn again with one seed, nothing differs; another seed moves the interval a little."""
    truth, old, new = tables(1)
    assert compared(truth, old, new) == compared(truth, old, new)
    assert compared(truth, old, new).micro.low != compared(truth, old, new, seed=1).micro.low


def test_respondents_are_drawn_whole():
    """Answers that come in tens of one respondent tell less than as many of different people: the interval is wider."""
    truth, old, new = tables(3, answers=40)
    ten = [np.repeat(each, 10, axis=0) for each in (truth, old, new)]
    together = compared(*ten, respondents=[str(place // 10) for place in range(400)])
    apart = compared(*ten)
    assert together.respondents == 40
    assert width(together.micro) > 2 * width(apart.micro)


def width(figure):
    """How wide an interval is."""
    return figure.high - figure.low


def test_many_respondents_go_in_groups():
    """Beyond the limit respondents share a group, each wholly in one; up to it each is alone."""
    few = groups_of(["a", "b", "a", "c"])
    assert few.tolist() == [0, 1, 0, 2]
    many = groups_of([str(place // 2) for place in range(4 * MOST_GROUPS)])
    assert sorted(set(many.tolist())) == list(range(MOST_GROUPS))
    assert (many[::2] == many[1::2]).all()


def test_a_clear_fall_is_found_and_a_rare_theme_is_left_alone():
    """A theme that loses half its hits is worse, one that wins is better; with nine positives nothing is said, whatever happens."""
    truth = np.zeros((400, 4), dtype=bool)
    truth[:100, 0] = truth[100:200, 1] = truth[200:209, 2] = truth[300:340, 3] = True
    old, new = truth.copy(), truth.copy()
    new[:50, 0] = False
    old[100:150, 1] = False
    new[:, 2] = False
    found = compared(truth, old, new)
    assert [each.standing for each in found.themes] == ["worse", "better", "too few to tell", "within chance"]
    assert [each.positives for each in found.themes] == [100, 100, 9, 40]


def test_false_alarms_are_rare():
    """Where both codings are equally good, a theme is called worse or better in few of many surveys."""
    alarms = 0
    for seed in range(40):
        found = compared(*tables(seed, answers=150, themes=6))
        alarms += any(each.standing in {"better", "worse"} for each in found.themes)
    assert alarms <= 6


def test_intervals_hold_the_truth():
    """The interval of the difference of micro F1 holds the one of a very large sample about nineteen times in twenty."""
    wrong = (0.1, 0.14)
    truth, old, new = tables(99, answers=100_000, wrong=wrong)
    aim = f1_score(truth, new, average="micro") - f1_score(truth, old, average="micro")
    held = 0
    for seed in range(60):
        found = compared(*tables(seed, answers=150, wrong=wrong)).micro
        held += found.low is not None and found.high is not None and found.low <= aim <= found.high
    assert held >= 53


@SHARED
@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_discoveries_are_statsmodels(p):
    """Benjamini and Hochberg's procedure is statsmodels'."""
    values = np.array(p)
    assert discoveries(values).tolist() == multipletests(values, alpha=0.05, method="fdr_bh")[0].tolist()


def test_what_is_undefined_has_no_figure():
    """A theme that is in no truth and in no coding has no F1; without any, micro F1 is undefined too."""
    nothing = np.zeros((5, 2), dtype=bool)
    found = compared(nothing, nothing, nothing)
    assert [(each.old, each.new) for each in found.themes] == [(None, None)] * 2
    assert (found.micro.old, found.micro.difference, found.micro.low) == (None, None, None)
    assert found.tally.difference == 0


def test_draws_begin_with_everybody_once():
    """The first row of draws is the sample itself; each other one holds as many groups in all."""
    weights = draws_of(groups_of(list("abcde")), seed=0, draws=50)
    assert weights.shape == (51, 5)
    assert weights[0].tolist() == [1] * 5
    assert (weights.sum(axis=1) == 5).all()
    counts = counted(*(np.ones((5, 1), dtype=bool),) * 3, groups_of(list("abcde"))).drawn(weights)
    assert (counts.f1 == 1).all()
    assert (counts.macro == 1).all()

"""Agreement of coders: laws, what is undefined, and what follows from it."""

import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.metrics import cohen_kappa_score

from freetext.survey.codeframe import codeframe_of
from freetext.survey.coders import Panel
from freetext.tallies.agreement import agreement_of
from freetext.tallies.agreement_figures import Figure, differing_about, to_sharpen, to_tell

FRAME = codeframe_of(["a", "b", "c"])


def panel_from(given_, said=None, coders=None):
    """Put arrays into a panel."""
    given_ = np.array(given_, dtype=bool)
    said = np.ones(given_.shape[:2], dtype=bool) if said is None else said
    names = coders or tuple(f"coder {place}" for place in range(len(given_)))
    keys = tuple((str(place), "") for place in range(given_.shape[1]))
    frame = FRAME if given_.shape[2] == 3 else codeframe_of([f"t{place}" for place in range(given_.shape[2])])
    return Panel(frame, names, keys, given_ & said[:, :, None], said)


@st.composite
def panels(draw):
    """Two or three coders, up to twelve answers, three themes, some answers not coded by all."""
    shape = (draw(st.integers(2, 3)), draw(st.integers(0, 12)))
    return panel_from(draw(arrays(np.bool_, (*shape, 3))), draw(arrays(np.bool_, shape)))


def number(value):
    """A figure's number, which is there."""
    assert value is not None
    return value


def figures(found):
    """Everything but what names coders and answers."""
    pairs = {frozenset(each.coders): replace(each, coders=("", "")) for each in found.pairs}
    return replace(found, coders=(), differing=(), pairs=()), pairs, len(found.differing)


@settings(max_examples=40)
@given(panels(), st.randoms(use_true_random=False))
def test_order_changes_nothing(panel, dice):
    """Neither the order of the answers nor that of the coders changes any figure or interval."""
    found = agreement_of(panel, draws=20)
    answers, coders = list(range(len(panel))), list(panel.coders)
    dice.shuffle(answers)
    dice.shuffle(coders)
    assert figures(agreement_of(panel.take(answers).of(coders), draws=20)) == figures(found)


@settings(max_examples=40)
@given(panels())
def test_swapping_what_two_coders_said_changes_no_figure(panel):
    """Who said what does not matter: the figures are the same with the coders' columns exchanged."""
    swapped = replace(panel, given=panel.given[::-1], said=panel.said[::-1])
    for one, other in zip(agreement_of(panel, draws=0).themes, agreement_of(swapped, draws=0).themes, strict=True):
        for name in ("alpha", "kappa", "ac1", "positive"):
            assert getattr(one, name).value == pytest.approx(getattr(other, name).value, abs=1e-12)


@settings(max_examples=40)
@given(arrays(np.bool_, st.tuples(st.integers(1, 20), st.just(3))), st.integers(2, 4))
def test_perfect_agreement_is_one(one, coders):
    """Coders who say the same have every defined figure 1, and are relied on only in so many answers that it is no luck."""
    found = agreement_of(panel_from([one] * coders), draws=20)
    assert (found.identical, found.differing) == (1.0, ())
    for theme in found.themes:
        for each in (theme.alpha, theme.ac1, theme.positive, *([theme.kappa] if coders == 2 else [])):
            assert each.value in {1.0, None}
            assert (each.value is None) == bool(each.why)
            if each.value is not None:
                assert each.low is not None
                assert each.low < 1 == each.high
    assert found.masi.value in {1.0, None}
    assert found.masi.value == found.jaccard.value


@settings(max_examples=40)
@given(panels())
def test_undefined_is_none_with_a_reason_and_nothing_is_nan(panel):
    """Every figure is a number with low <= high in -1..1, or None and says why."""
    found = agreement_of(panel, draws=20)
    themes = [each for theme in found.themes for each in (theme.alpha, theme.kappa, theme.ac1, theme.positive)]
    for each in (*themes, found.masi, found.jaccard, *(pair.masi for pair in found.pairs)):
        assert (each.value is None) == bool(each.why)
        assert (each.low is None) == (each.high is None)
        if each.low is not None and each.high is not None:
            assert -1 - 1e-9 <= each.low <= each.high <= 1 + 1e-9
        if each.value is None:
            assert each.low is None


def test_reasons_are_those_of_the_case():
    """A theme that nobody gave, one given to every answer, and three coders each say why a figure is missing."""
    given_ = np.zeros((2, 4, 3), dtype=bool)
    given_[:, :, 1] = True
    given_[:, :2, 2] = True
    found = agreement_of(panel_from(given_))
    assert [theme.alpha.why for theme in found.themes] == ["nobody gave it", "it was given to every answer", ""]
    assert found.themes[0].ac1.value == 1.0
    three = agreement_of(panel_from(np.concatenate((given_, given_[:1]))))
    assert three.themes[2].kappa == Figure(None, why="Cohen's kappa takes two coders")
    assert agreement_of(panel_from(given_[:, :0])).masi == Figure(None, why="no answer was coded by two coders")
    assert agreement_of(panel_from(given_[:, 2:])).masi == Figure(None, why="all answers got the same themes")


def test_answers_of_one_coder_count_for_nothing():
    """What one coder alone coded changes no figure and no count."""
    given_ = np.array([[[1, 0, 0], [0, 1, 0], [1, 1, 1]], [[1, 0, 0], [0, 0, 0], [0, 0, 0]]], dtype=bool)
    said = np.array([[True, True, True], [True, True, False]])
    whole, shared = (agreement_of(each) for each in (panel_from(given_, said), panel_from(given_[:, :2])))
    assert figures(whole) == figures(shared)
    assert (whole.n, whole.decisions) == (2, 4)


def test_pairs_are_the_coders_two_by_two():
    """With three coders each pair has its own figure, on the answers that these two coded."""
    dice = np.random.default_rng(3)
    given_, said = dice.random((3, 40, 3)) < 0.4, dice.random((3, 40)) < 0.8
    panel = panel_from(given_, said, ("x", "y", "z"))
    found = agreement_of(panel, draws=50)
    assert [each.coders for each in found.pairs] == [("x", "y"), ("x", "z"), ("y", "z")]
    alone = agreement_of(panel.of(["x", "z"]), draws=50)
    assert (found.pairs[1].masi, found.pairs[1].n, found.pairs[1].identical) == (alone.masi, alone.n, alone.identical)
    assert alone.pairs == ()


def test_intervals_hold_what_they_promise():
    """In 200 surveys of 150 answers the 95 % interval of alpha holds the alpha of all answers about as often (.90 at least)."""
    dice = np.random.default_rng(5)

    def survey(n):
        truth = dice.random(n) < 0.3
        return np.stack([truth ^ (dice.random(n) < 0.07) for _ in range(2)])[:, :, None]

    truth = number(agreement_of(panel_from(survey(400_000)), draws=0).themes[0].alpha.value)
    intervals = [agreement_of(panel_from(survey(150)), draws=200, seed=seed).themes[0].alpha for seed in range(200)]
    held = sum(number(each.low) <= truth <= number(each.high) for each in intervals)
    assert held >= 180


def test_the_lower_end_decides():
    """Readings follow the lower end of the interval, at .80 and .667, never the figure itself."""
    assert Figure(0.95, 0.80, 1).reading == "rely"
    assert Figure(0.95, 0.79, 1).reading == Figure(0.7, 0.667, 0.8).reading == "tentative"
    assert Figure(0.95, 0.66, 1).reading == "do not rely"
    assert Figure(None, why="nobody gave it").reading == Figure(0.9).reading == "cannot be told"


def test_ten_equal_answers_are_no_proof():
    """Perfect agreement on ten answers is not relied on, on three hundred it is."""
    few = np.arange(10)[:, None] % 2 == np.array([0, 1, 1])
    assert agreement_of(panel_from([few, few])).themes[0].reading != "rely"
    many = np.arange(300)[:, None] % 2 == np.array([0, 1, 1])
    assert agreement_of(panel_from([many, many])).themes[0].reading == "rely"


def test_what_to_do_begins_with_the_lowest():
    """Themes to sharpen come lowest first, those that only want more answers apart, and each with the answers that differ."""
    dice = np.random.default_rng(1)
    one = dice.random((120, 3)) < [0.4, 0.4, 0.03]
    other = one.copy()
    other[:, 0] ^= dice.random(120) < 0.3
    other[:, 1] ^= dice.random(120) < 0.2
    found = agreement_of(panel_from([one, other]))
    assert [theme.theme for theme in to_sharpen(found)] == ["a", "b"]
    assert [theme.theme for theme in to_tell(found)] == ["c"]
    assert found.themes[2].rare
    ids = [each.id for each in differing_about(found, "b")]
    assert ids == [str(place) for place in np.flatnonzero(one[:, 1] != other[:, 1])]
    assert len(found.differing) == (one != other).any(axis=1).sum()
    assert found.themes[1].differ == len(ids)


def test_figures_of_a_panel_are_the_oracles():
    """The kappa that a panel's theme shows is scikit-learn's, its counts are what stands in the arrays."""
    given_ = np.random.default_rng(2).random((2, 50, 3)) < 0.4
    found = agreement_of(panel_from(given_))
    for place, theme in enumerate(found.themes):
        assert theme.kappa.value == pytest.approx(cohen_kappa_score(given_[0, :, place], given_[1, :, place]), abs=1e-9)
        assert theme.given == given_[:, :, place].any(axis=0).sum()
        assert theme.prevalence == given_[:, :, place].mean()


def test_it_is_quick():
    """300 answers by ten themes with 1,000 draws take less than two seconds."""
    given_ = np.random.default_rng(2).random((2, 300, 10)) < 0.2
    begun = time.perf_counter()
    assert agreement_of(panel_from(given_)).n == 300
    assert time.perf_counter() - begun < 2

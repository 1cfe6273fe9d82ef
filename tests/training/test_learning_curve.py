import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.training.advice import FAR, FEWEST, GOOD, advice_on
from freetext.training.curve import Size, learning_sizes
from freetext.training.dataset import training_set
from freetext.training.fit import fit
from freetext.training.law import LEAST, MOST, exponent, foreseen, give_or_take, needed, quality, tally_error

SAID = {"Money": "money is short", "Staff": "the staff are kind", "Food": "cold food again"}
NOISE = [f"word{number}" for number in range(40)]

scores = st.floats(0, 0.99)
powers = st.floats(LEAST, MOST)


def survey(people, *, plain, seed=1, each=1):
    """Answers that hold one theme each: in its own words, or in words that say nothing of it."""
    dice = random.Random(seed)
    themes = [dice.choice(list(SAID)) for _ in range(people * each)]
    texts = [f"{SAID[theme] if plain else ''} {' '.join(dice.sample(NOISE, 4))}" for theme in themes]
    labels = np.zeros((len(themes), 4), dtype=np.int8)
    labels[np.arange(len(themes)), [list(SAID).index(theme) for theme in themes]] = 1
    labels[:3, 3] = 1
    return training_set(
        codeframe_of([*SAID, "Rare"]),
        answers_of(texts, respondents=[str(row // each) for row in range(len(themes))]),
        labels,
    )


def advised(labelled, **options):
    advice = advice_on(labelled, fit(labelled, jobs=1), jobs=1, **options)
    assert advice is not None
    return advice


@pytest.fixture(scope="module", name="plain")
def _plain():
    return survey(120, plain=True)


@given(f1=scores, power=powers, seen=st.integers(10, 5000), times=st.floats(1, 8))
def test_more_labels_never_foretell_worse_codes(f1, power, seen, times):
    """What is foreseen rises with the labels, stays in 0..1, and is today's F1 for today's labels."""
    now, later, last = (float(foreseen(np.array([f1]), seen, seen * part, power)[0]) for part in (1, times, 2 * times))
    assert now == pytest.approx(f1)
    assert f1 - 1e-9 <= later <= last <= 1


@given(f1=scores, power=powers, seen=st.integers(10, 5000))
def test_what_is_needed_is_where_the_goal_is_foreseen(f1, power, seen):
    """The number of answers that a goal needs foretells that goal."""
    wanted = float(needed(np.array([f1]), seen, GOOD, power)[0])
    if wanted > 1:
        assert float(foreseen(np.array([f1]), seen, wanted, power)[0]) == pytest.approx(GOOD, abs=1e-6)


@given(micro=st.lists(st.floats(0, 1), min_size=3, max_size=3), labels=st.integers(1, 200))
@settings(max_examples=50)
def test_the_exponent_is_monotone_and_bounded_whatever_was_measured(micro, labels):
    """Three points, however they lie, give an exponent within its bounds; few labels hardly move it from the usual one."""
    shape = np.ones((labels, 1), dtype=np.int8)
    sizes = [Size(number, np.zeros((labels, 1))) for number in (20, 40, 80)]
    assert LEAST <= exponent(shape, sizes, micro) <= MOST


def test_a_true_power_law_is_found_where_labels_are_many():
    """Points on a curve give back its exponent when thousands of labels stand behind them."""
    sizes = [Size(number, np.zeros((1, 1))) for number in (200, 400, 800)]
    micro = [1 - 2 * size.answers**-0.3 for size in sizes]
    assert exponent(np.ones((100_000, 1), dtype=np.int8), sizes, micro) == pytest.approx(0.3, abs=0.01)


def test_few_labels_tell_less():
    """The range around a foreseen F1 narrows as a theme's labels grow."""
    spread = give_or_take(np.full(3, 0.6), np.array([10, 100, 1000]))
    assert spread[0] > spread[1] > spread[2] > 0


def test_perfect_margins_have_no_tally_error_and_chance_has_one():
    """Margins that are the truth tally exactly; margins that know nothing err by about the noise of a share."""
    dice = np.random.default_rng(0)
    labels = (dice.random((400, 2)) < 0.3).astype(np.int8)
    assert tally_error(labels, Size(300, labels + 0.01 * dice.random(labels.shape)), 0) == pytest.approx(0, abs=0.2)
    noise = tally_error(labels, Size(300, dice.random(labels.shape)), 0)
    assert noise is not None
    assert 1 < noise < 5


def test_all_sizes_are_judged_on_the_same_answers(plain):
    """The last size is training's own, smaller ones learn from fewer answers, and the same seed gives the same margins."""
    margins = fit(plain, jobs=1).margins
    sizes, again = (learning_sizes(plain, margins, jobs=1) for _ in range(2))
    assert [size.answers for size in sizes] == [24, 48, 96]
    assert sizes[-1].margins is margins
    assert all((one.margins == two.margins).all() for one, two in zip(sizes, again, strict=True))
    micro = [quality(plain.given, size.margins).micro for size in sizes]
    assert micro[-1] > 0.9


def test_themes_that_are_learnt_can_be_left_and_rare_ones_not(plain):
    """Plain words are enough for their themes; a theme with three labels is coded by hand, and no F1 is told of it."""
    found = advised(plain)
    assert [each.verdict for each in found.themes] == ["enough"] * 3 + ["hand"]
    assert (found.themes[3].labels, found.themes[3].f1, found.themes[3].expected) == (3, None, None)
    assert found.verdict == "enough"
    assert len(found.curve) == 3


def test_words_that_say_nothing_are_not_promised_to_be_learnt():
    """Themes that cannot be told apart are no better than chance, and from when on they can be left is not told."""
    found = advised(survey(150, plain=False))
    assert found.verdict == "more"
    for each in found.themes[:3]:
        assert (each.verdict, each.enough_from) == ("more", None)
        assert each.f1 is not None
        assert each.f1 < each.expected < GOOD
        assert each.low <= each.expected <= each.high
    assert f"more than {FAR * 150} labels" in found.reason


def test_forty_one_organisations_are_coded_by_hand():
    """However well they are learnt, labels of 41 respondents are too few to leave anything to a model."""
    found = advised(survey(41, plain=True, each=3))
    assert (found.verdict, found.respondents, found.answers) == ("hand", 41, 123)
    assert "labels of 41 respondents" in found.reason


def test_a_rest_that_is_small_is_coded_by_hand(plain):
    """Where 30 answers are left, more than these are never asked for."""
    more = survey(30, plain=True, seed=5).answers
    texts = (*plain.answers.texts, *more.texts)
    found = advised(plain, survey=answers_of(texts))
    assert (found.verdict, found.left, found.more) == ("hand", 30, 30)
    assert "only 30 answers are left to code" in found.reason
    assert advised(plain, survey=answers_of(texts), locked=29).left == 1


@pytest.mark.parametrize("words", [True, False])
def test_where_nothing_is_left_no_label_is_asked_for(words):
    """A survey that is labelled as a whole, or but for its locked answers, leaves none: the verdict asks for no more of them."""
    labelled = survey(120, plain=words)
    found = advised(labelled, survey=labelled.answers)
    assert (found.left, found.more) == (0, 0)
    assert found.verdict == ("enough" if words else "hand")
    texts = (*labelled.answers.texts, "one more")
    assert advised(labelled, survey=answers_of(texts), locked=1).left == 0


def test_nobody_is_advised_by_a_handful():
    """With fewer respondents than folds there is no curve, and no advice."""
    few = survey(4, plain=True, each=5)
    assert advice_on(few, fit(few, jobs=1)) is None


def test_a_theme_is_judged_from_ten_labels_on(plain):
    """The words of the advice and its number are one."""
    assert all((each.f1 is None) == (each.labels < FEWEST) for each in advised(plain).themes)


def test_under_one_theme_an_answer_it_is_said_what_f1_is_of(plain):
    """The curve codes theme by theme; where each answer has one theme the advice says that this rule is not in its F1."""
    single = replace(plain, codeframe=replace(plain.codeframe, single=True))
    assert "without the rule of one theme an answer" in advised(single).reason
    assert "without the rule" not in advised(plain).reason

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.scoring import Scorer
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme
from freetext.text.tokens import Tokenizer
from freetext.training.blend import HALVED, STRENGTH, blend_of, mean_spread, spread_of, trusted
from freetext.training.classifier import Line
from freetext.training.ground import ground_of
from freetext.training.lessons import fit_line

FRAME = Codeframe("visit", (Theme("tea", 1, "Tea", "cold tea"), Theme("staff", 2, "Staff"), Theme("c20", 3, "c20")))
WORDS = ["cold", "tea", "kind", "staff", "warm", "late", "full"]


@pytest.fixture(scope="module", name="ground")
def _ground():
    """Forty answers, ten of them labelled, two questions."""
    dice = np.random.default_rng(0)
    texts = [" ".join(dice.choice(WORDS, 3)) for _ in range(40)]
    answers = answers_of(texts, questions=[("good?", "bad?")[place % 2] for place in range(40)])
    return ground_of(FRAME, answers.take(range(10)), answers.take(range(10, 40)), Tokenizer())


def lines_for(ground, seed=0):
    """Lines that have learnt something of three themes."""
    dice = np.random.default_rng(seed)
    return [fit_line(ground.matrix, dice.permutation(10) < 4, 0) for _ in FRAME.themes]


@given(st.lists(st.integers(0, 500), min_size=3, max_size=3), st.lists(st.sampled_from([*WORDS, "new"]), max_size=6))
@settings(max_examples=30)
def test_the_folded_model_has_the_margins_of_the_blend(ground, positives, words):
    """Rows and bias of the fold, summed over tokens, are the blend's margins to 1e-4: the additive law."""
    blend, tokenizer = blend_of(ground, lines_for(ground), np.array(positives)), Tokenizer()
    texts, questions = [" ".join(words), "cold tea"], ["good?", "never asked"]
    pieces = tokenizer.pieces(texts)
    batch, folded = pieces.tokens(), Scorer(blend.folded()).margins(pieces, questions)
    assert folded == pytest.approx(blend.margins(ground.features.matrix(batch, questions)), abs=1e-4)


@given(st.integers(0, 10_000), st.integers(0, 10_000))
@settings(max_examples=30)
def test_definitions_count_for_less_as_positives_arrive(ground, one, two):
    """More positives never weigh a definition more; without any it has its full strength, at HALVED positives half of that."""
    fewer, more = sorted((one, two))
    lines = lines_for(ground)
    weights = [blend_of(ground, lines, np.array([count] * 3)).weight for count in (0, HALVED, fewer, more)]
    assert (weights[2] >= weights[3]).all()
    assert weights[0].tolist() == [STRENGTH, STRENGTH, 0]
    assert weights[1] == pytest.approx(weights[0] / 2)


def test_what_was_learnt_has_deviation_one_over_the_survey(ground):
    """From three positives on learnt margins are scaled to mean 0 and deviation 1; with one a third of it, where a definition speaks."""
    for positives, tells, silent in ((3, 1, 1), (30, 1, 1), (1, 1 / 3, 1)):
        blend = blend_of(ground, lines_for(ground), np.array([positives] * 3))
        learnt = ground.around @ blend.lines + blend.bias
        assert learnt.mean(axis=0) == pytest.approx(np.zeros(3), abs=1e-9)
        assert learnt.std(axis=0) == pytest.approx([tells, tells, silent])


def test_silent_lines_leave_the_definition_alone(ground):
    """Lines that have learnt nothing add nothing: margins are what definitions say, 0 for a theme that says nothing."""
    silent = Line(np.zeros(ground.around.shape[1]), 0.0)
    blend = blend_of(ground, [silent] * 3, np.zeros(3, dtype=np.int64))
    assert blend.margins(ground.around) == pytest.approx(STRENGTH * ground.prior.margins(ground.around))
    assert not blend.margins(ground.around)[:, 2].any()


def test_a_prior_that_does_not_speak_has_no_weight(ground):
    """Where no definition says anything the margins are those of the lines, scaled."""
    mute = replace(ground, prior=replace(ground.prior, speaks=np.zeros(3, dtype=np.bool_)))
    blend = blend_of(mute, lines_for(ground), np.array([5, 5, 5]))
    assert not blend.weight.any()
    assert blend.margins(ground.around) == pytest.approx(ground.around @ blend.lines + blend.bias)


def test_a_definition_that_labels_contradict_counts_for_nothing():
    """What ranks the labelled answers well counts in full, what ranks them by chance or worse for nothing, what nobody labelled in full."""
    dice = np.random.default_rng(0)
    given = (dice.random((400, 4)) < 0.3).astype(np.int8)
    given[:, 3] = 0
    noise = dice.random((400, 4))
    said = np.stack((given[:, 0] + noise[:, 0] / 2, noise[:, 1], -given[:, 2] + noise[:, 2], noise[:, 3]), axis=1)
    trust = trusted(said, given)
    assert trust[[0, 2, 3]].tolist() == [1, 0, 1]
    assert trust[1] < 0.3
    assert trusted(said[:0], given[:0]).tolist() == [1, 1, 1, 1]


@given(st.integers(0, 30))
@settings(max_examples=20)
def test_few_labels_take_little_trust_away(count):
    """The worst that k positives can say leaves more trust than the worst of k + 1 can, and none is more than full."""

    def worst(positives):
        given = (np.arange(100) < positives).astype(np.int8)[:, None]
        return trusted(-given.astype(float), given)[0]

    assert 1 >= worst(count) >= worst(count + 1) >= 0


def test_lines_are_measured_on_answers_that_they_have_not_seen(ground):
    """The spread is that over the unseen answers; where these are too few it is that over all, and the mean of spreads is their mean."""
    lines = lines_for(ground)
    unseen = np.arange(40) >= 10
    found = spread_of(ground, lines, unseen)
    margins = np.stack([line.margins(ground.around[10:]) for line in lines], axis=1)
    assert found.centre == pytest.approx(margins.mean(axis=0))
    assert found.scale == pytest.approx(margins.std(axis=0))
    every = spread_of(ground, lines)
    assert spread_of(ground, lines, np.arange(40) < 3).scale.tolist() == every.scale.tolist()
    assert mean_spread([found, every]).scale == pytest.approx((found.scale + every.scale) / 2)

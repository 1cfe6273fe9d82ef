from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.card import card_text
from freetext.model.cutoffs import Cutoff
from freetext.training.dataset import DISPUTED, folds_of
from freetext.training.favour import best_level, choice_of, moved
from freetext.training.fit import fit


@pytest.fixture(name="both", scope="module")
def _both(corpus):
    return {favour: fit(corpus, seed=1, jobs=1, favour=favour) for favour in ("tally", "f1")}


def test_without_a_word_the_tally_is_favoured(both, training):
    """The default is the tally, to the digest."""
    assert both["tally"].model.digest == training.model.digest


def test_the_favour_is_part_of_the_model(both):
    """The favour stands in the recipe and moves the digest; margins, probabilities and what either favour costs are the same."""
    tally, f1 = both["tally"].model, both["f1"].model
    assert [each.facts["recipe"]["favour"] for each in (tally, f1)] == ["tally", "f1"]
    assert tally.digest != f1.digest
    assert both["tally"].margins.tobytes() == both["f1"].margins.tobytes()
    assert [(each.slope, each.offset) for each in tally.cutoffs] == [(each.slope, each.offset) for each in f1.cutoffs]
    assert tally.facts["favours"] == f1.facts["favours"]


def test_the_card_shows_what_either_favour_costs(both):
    """Both rows stand in either card, and the one in force is marked; its F1 is that of the scores."""
    for favour, trained in both.items():
        row = trained.model.facts["favours"][favour]
        assert row["micro_f1"] == trained.model.facts["scores"]["micro_f1"]
        assert row["macro_f1"] == trained.model.facts["scores"]["macro_f1"]
        card = card_text(trained.model)
        assert f"| {favour} (this model) | {row['micro_f1']:.3f} |" in card
        assert sum(line.startswith(("| tally", "| f1")) for line in card.splitlines()) == 2


margin = st.floats(-4, 4)


@settings(max_examples=40)
@given(margin, st.floats(0.01, 5), margin, margin)
def test_a_cutoff_moves_half_way(cut, slope, offset, level):
    """In log odds the new cut-off lies in the middle of the old one and the level."""
    (found,) = moved((Cutoff(cut, slope, offset),), level, [True])
    assert slope * found.margin + offset == pytest.approx((slope * cut + offset + level) / 2, abs=1e-6)


@pytest.mark.parametrize(
    ("cutoff", "level", "learnt"),
    [
        (Cutoff(), -1.0, True),
        (Cutoff(0.5, 0.0, -2.0), -1.0, True),
        (Cutoff(0.5, 1.0, -2.0), None, True),
        (Cutoff(0.5, 1.0, -2.0), -1.0, False),
    ],
)
def test_a_cutoff_stays_where_nothing_says_where_to(cutoff, level, learnt):
    """A theme without codes, one whose margins say nothing, and one that only its definition tells keep their cut-off."""
    assert moved((cutoff,), level, [learnt]) == (cutoff,)


def test_the_level_is_that_of_the_highest_f1():
    """With true probabilities it is half of the highest F1, which the level found by trying comes near to."""
    dice = np.random.default_rng(3)
    scores = (dice.random((20_000, 2)) ** 3).astype(np.float32)
    truth = dice.random(scores.shape) < scores
    f1 = [2 * ((scores >= t) & truth).sum() / ((scores >= t).sum() + truth.sum()) for t in np.arange(0.01, 1, 0.01)]
    level = best_level(truth.astype(np.int8), scores)
    assert level is not None
    assert 1 / (1 + np.exp(-level)) == pytest.approx(max(f1) / 2, abs=0.03)


def test_few_labels_do_not_drive_the_level_to_an_end():
    """One positive with the highest of ten scores would put the level at that score; it is drawn to half of F1."""
    scores = np.linspace(0.01, 0.97, 10, dtype=np.float32)[:, None]
    level = best_level((scores > 0.9).astype(np.int8), scores)
    assert level is not None
    assert 0.45 < 1 / (1 + np.exp(-level)) < 0.55


def test_without_a_positive_answer_there_is_no_level():
    """Disputed and absent themes tell no level, nor does a theme without probabilities."""
    assert best_level(np.array([[0], [DISPUTED]], dtype=np.int8), np.full((2, 1), 0.5, dtype=np.float32)) is None
    assert best_level(np.ones((2, 1), dtype=np.int8), np.full((2, 1), np.nan, dtype=np.float32)) is None


def test_f1_is_scored_at_levels_that_other_answers_tell(both, corpus):
    """Under favour f1 no fold moves the level that it is scored at: what one fold's labels say changes only the codes of others."""
    folds = folds_of(corpus.answers.respondents, 1)
    inside = folds == folds[0]
    turned = corpus.given.copy()
    turned[inside] = (turned[inside] != 1).astype(np.int8)
    tally = both["tally"].model.cutoffs
    before, after = (
        choice_of(replace(corpus, given=each), both["tally"].margins, tally) for each in (corpus.given, turned)
    )
    assert before.level != after.level
    codes = [each.coded_apart("f1", folds)[inside] for each in (before, after)]
    assert (codes[0] == codes[1]).all()


def test_the_card_reads_its_figures_by_the_favour(both):
    """That a theme has as many codes as labels stands only where cut-offs favour the tally."""
    cards = {favour: card_text(trained.model) for favour, trained in both.items()}
    assert "as many codes as it has labels" in cards["tally"]
    assert "as many codes as it has labels" not in cards["f1"]
    assert "Cut-offs favour F1" in cards["f1"]


def test_few_codes_are_told_apart_from_a_weak_model(both):
    """Below 100 codes the card says that so many are needed; with more, that the model is too weak."""
    model = both["tally"].model
    none = {"bound": 0.1, "below": None, "above": None, "flagged": 1.0, "codes": 0, "wrong": 0, "all_wrong": 40}
    few, apart, weak = (
        card_text(replace(model, facts={**model.facts, "review": {**none, "all_codes": codes, "all_worth": worth}}))
        for codes, worth in ((97, 97), (400, 60), (400, 400))
    )
    assert "97 codes, and 100 are needed to show it" in few
    assert "say as much as 60 independent ones" in apart
    assert "too weak" in weak
    assert "too weak" not in few + apart


def test_of_one_or_two_labels_no_f1_is_told(both):
    """A theme with fewer than three labels has a dash for F1, and it is said that macro F1 counts it."""
    model = both["tally"].model
    slug = model.codeframe.slugs[0]
    card = card_text(replace(model, positives=(1, *model.positives[1:])))
    assert f"| {slug} | 1 | - |" in card
    assert "the rarer ones too" in card

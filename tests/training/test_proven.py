import numpy as np
import pytest

from freetext.model.cutoffs import apply_cutoffs, learn_cutoff, probabilities
from freetext.model.trust import Trust
from freetext.training.dataset import DISPUTED
from freetext.training.proven import BOUND, FEWEST, flagged, proven


def alone(given):
    """Respondents (answers,) who gave one answer each."""
    return [str(place) for place in range(len(given))]


def drawn(dice, answers, slope, offset):
    """Margins, and a truth of which the sigmoid with these slopes and offsets (themes,) is the very chance."""
    margins = dice.normal(size=(answers, len(slope)))
    return margins, dice.random(margins.shape) < 1 / (1 + np.exp(-(margins * slope + offset)))


def test_the_bound_is_kept_on_new_answers():
    """Known truth, 60 surveys: of the codes in unflagged new answers more than the bound are wrong in 5 % of surveys or so, and less where it counts."""
    kept, broken = 0, 0
    for seed in range(60):
        dice = np.random.default_rng(seed)
        slope, offset = dice.uniform(2, 6, 8), dice.uniform(-4, -1.5, 8)
        (margins, truth), (new, true) = drawn(dice, 400, slope, offset), drawn(dice, 4000, slope, offset)
        cutoffs = tuple(learn_cutoff(margins[:, place], truth[:, place]) for place in range(8))
        coded, codes = (apply_cutoffs(each.astype(np.float32), cutoffs) for each in (margins, new))
        told = proven(truth.astype(np.int8), coded, probabilities(margins.astype(np.float32), cutoffs), alone(truth))
        if told["below"] is not None:
            free = ~flagged(probabilities(new.astype(np.float32), cutoffs), codes, Trust(told["below"], told["above"]))
            kept += 1
            broken += (codes & ~true)[free].sum() > BOUND * codes[free].sum()
    assert kept >= 15
    assert broken <= 6


def test_what_is_told_is_what_is_seen():
    """Share flagged, codes and wrong codes are those of the labelled answers at the limits."""
    dice = np.random.default_rng(0)
    scores = dice.random((3000, 1)).astype(np.float32)
    given = (dice.random((3000, 1)) < scores).astype(np.int8)
    coded = scores > 0.4
    told = proven(given, coded, scores, alone(given))
    free = ~flagged(scores, coded, Trust(told["below"], told["above"]))
    assert told["flagged"] == pytest.approx(1 - free.mean(), abs=1e-4)
    assert told["codes"] == coded[free].sum() >= FEWEST
    assert told["wrong"] == (coded & (given == 0))[free].sum()
    assert told["all_codes"] == coded.sum()
    assert told["all_wrong"] == (coded & (given == 0)).sum()


@pytest.mark.parametrize(("answers", "wrong"), [(FEWEST - 1, 0.0), (2000, 0.3), (0, 0.0)])
def test_too_few_or_too_many_wrong_prove_nothing(answers, wrong):
    """With fewer than 100 codes, or when the surest ones are wrong too often, there is no limit: every answer is flagged."""
    dice = np.random.default_rng(1)
    given = (dice.random((answers, 1)) >= wrong).astype(np.int8)
    told = proven(
        given, np.ones_like(given, dtype=np.bool_), np.full(given.shape, 0.999, dtype=np.float32), alone(given)
    )
    assert (told["below"], told["above"], told["flagged"]) == (None, None, 1.0)


def test_a_model_that_is_always_right_is_left_alone():
    """Where no code is wrong the loosest limit stands, and nothing but answers without a theme is flagged."""
    given = np.ones((500, 1), dtype=np.int8)
    told = proven(given, given == 1, np.full(given.shape, 0.6, dtype=np.float32), alone(given))
    assert told["below"] < 0.6
    assert told["flagged"] == told["wrong"] == 0


def test_disputed_decisions_are_neither_right_nor_wrong():
    """A code that coders dispute counts for nothing."""
    given = np.full((500, 1), DISPUTED, dtype=np.int8)
    told = proven(given, np.ones((500, 1), dtype=np.bool_), np.full((500, 1), 0.9, dtype=np.float32), alone(given))
    assert (told["below"], told["all_codes"]) == (None, 0)


def test_an_answer_without_a_theme_is_flagged():
    """No theme found wants a person at every limit."""
    assert flagged(np.zeros((1, 2), np.float32), np.zeros((1, 2), np.bool_), Trust(0.0, 1.0)).all()


@pytest.mark.parametrize(("people", "each"), [(30, 10), (60, 10), (100, 10), (300, 2)])
def test_codes_that_are_wrong_together_prove_less(people, each):
    """Whole respondents are misread or not: where a tenth of the codes is truly wrong, little more than 5 % of surveys are proven."""
    proofs, tried = 0, 400
    names = np.repeat(np.arange(people).astype(str), each).tolist()
    coded, scores = np.ones((people * each, 1), dtype=np.bool_), np.full((people * each, 1), 0.99, dtype=np.float32)
    for seed in range(tried):
        wrong = np.random.default_rng(seed).random(people) < BOUND
        given = (~np.repeat(wrong, each)).astype(np.int8)[:, None]
        proofs += proven(given, coded, scores, names)["below"] is not None
    assert proofs <= 0.06 * tried


def test_few_surely_right_codes_take_their_likeness_from_all():
    """A person's surest codes are as much alike as all of theirs: without a wrong one among 120 of 12 people nothing is proven."""
    names = np.repeat(np.arange(42).astype(str), 10).tolist()
    sure = np.arange(420) < 120
    given = (sure | (np.arange(420) // 10 % 2 == 0)).astype(np.int8)[:, None]
    scores = np.where(sure, 0.99, 0.5).astype(np.float32)[:, None]
    told = proven(given, np.ones((420, 1), dtype=np.bool_), scores, names)
    assert told["below"] is None
    assert told["all_worth"] < 60


def test_one_code_a_person_counts_whole():
    """Where everybody gave one code there is nothing to share out: codes are worth as many as they are."""
    given = (np.arange(500) % 50 > 0).astype(np.int8)[:, None]
    told = proven(given, np.ones((500, 1), dtype=np.bool_), np.full((500, 1), 0.9, dtype=np.float32), alone(given))
    assert told["all_worth"] == told["codes"] == 500

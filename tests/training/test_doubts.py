import random
from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.training.dataset import DISPUTED, TrainingSet, training_set
from freetext.training.doubts import FEWEST, chances, doubts_in

SAID = {"Money": "money is short", "Staff": "the staff are kind", "Food": "cold food again"}


def clear_set(people=90):
    """Answers that hold one theme each, in words that leave no doubt; `Rare` is said twice."""
    dice = random.Random(3)
    themes = [dice.choice(list(SAID)) for _ in range(people)]
    texts = [f"{SAID[theme]} {dice.choice(['indeed', 'here', 'always', 'for us'])}" for theme in themes]
    frame = codeframe_of([*SAID, "Rare"])
    labels = np.zeros((people, 4), dtype=np.int8)
    labels[np.arange(people), [list(SAID).index(theme) for theme in themes]] = 1
    labels[:2, 3] = 1
    return training_set(frame, answers_of(texts), labels)


def with_slips(labelled, *cells):
    labels = labelled.given.copy()
    for row, theme in cells:
        labels[row, theme] = 1 - labels[row, theme]
    return replace(labelled, given=labels)


SLIPS = ((5, 0), (17, 1), (40, 2), (66, 0))


def found_in(labelled, **options):
    frame = labelled.codeframe
    found = doubts_in(labelled, **options)
    return found, [(int(each.id) - 1, frame.position[each.theme]) for each in found.found]


def test_planted_slips_stand_first():
    """Four labels turned round in a survey without other doubts are the four that are doubted most, dropped and added ones alike."""
    wrong = with_slips(clear_set(), *SLIPS)
    found, cells = found_in(wrong, most=4)
    assert set(cells) == set(SLIPS)
    assert [each.given for each in found.found] == [bool(wrong.given[cell]) for cell in cells]
    assert all((each.probability < 0.5) == each.given for each in found.found)


def test_the_greatest_doubt_comes_first_and_again():
    """Chances of being right rise down the list, lie in 0..1, and are the same when asked again."""
    wrong = with_slips(clear_set(), *SLIPS)
    first, again = doubts_in(wrong, most=50), doubts_in(wrong, most=50)
    sure = [each.chance for each in first.found]
    assert sure == sorted(sure)
    assert all(0 <= each <= 1 for each in sure)
    assert first == again


def test_the_audit_teaches_and_is_never_listed():
    """A slip in an audited answer is not shown, and how many answers are kept out is told."""
    wrong = with_slips(clear_set(), *SLIPS)
    key = (wrong.answers.ids[5], "")
    found, cells = found_in(wrong, most=4, audited={key})
    assert (5, 0) not in cells
    assert {(17, 1), (40, 2), (66, 0)} < set(cells)
    assert (found.kept_out, found.answers) == (1, 89)


def test_what_cannot_be_doubted_is_not():
    """Neither a theme with too few labels nor a decision in dispute is listed; the first is named."""
    wrong = with_slips(clear_set(), *SLIPS)
    wrong.given[17, 1] = DISPUTED
    found, cells = found_in(wrong, most=1000)
    assert found.rare == ("rare",)
    assert (found.themes, found.decisions) == (3, 3 * 90 - 1)
    assert len(cells) == found.decisions
    assert (17, 1) not in cells
    assert 3 not in {theme for _, theme in cells}


def test_one_respondent_cannot_be_doubted():
    """Nobody is held against a model that has seen them."""
    labelled = clear_set(30)
    alone = replace(labelled, answers=replace(labelled.answers, respondents=("me",) * 30))
    assert doubts_in(alone).found == ()


def test_coders_are_named_where_they_are_known():
    """Who decided stands beside the doubt."""
    wrong = with_slips(clear_set(), *SLIPS)
    found = doubts_in(wrong, most=1, coders={(wrong.answers.ids[row], ""): ("ada",) for row, _ in SLIPS})
    assert found.found[0].coders == ("ada",)


@given(seed=st.integers(0, 1000))
@settings(max_examples=15)
def test_chances_belong_to_decisions_not_to_places(seed):
    """Shuffled answers and themes have the chances that they had, to the solver's rounding; unknown ones stay unknown."""
    dice = np.random.default_rng(seed)
    said = dice.random((40, 3))
    labels = (dice.random((40, 3)) < said).astype(np.int8)
    said[0, 0] = np.nan
    rows, themes = dice.permutation(40), dice.permutation(3)
    one, two = chances(labels, said), chances(labels[rows][:, themes], said[rows][:, themes])
    assert np.allclose(one[rows][:, themes], two, atol=1e-3, equal_nan=True)
    assert np.isnan(one[0, 0])
    assert ((one >= 0) & (one <= 1) | np.isnan(one)).all()


def test_an_answer_left_empty_is_doubted_more():
    """Of two answers that lack a theme which is as probable in both, the one without any other theme is doubted more."""
    dice = np.random.default_rng(0)
    held = dice.integers(0, 2, 300)
    labels = np.stack([held, 1 - held], axis=1).astype(np.int8)
    said = np.clip(np.where(labels == 1, 0.8, 0.2) + dice.normal(0, 0.05, labels.shape), 0.01, 0.99)
    labels[0], said[0] = (0, 0), (0.6, 0.2)
    labels[1], said[1] = (0, 1), (0.6, 0.2)
    sure = chances(labels, said)
    assert sure[0, 0] < sure[1, 0]


def test_a_set_without_a_theme_that_is_common_has_no_doubts():
    """Where every theme has too few labels, nothing is doubted and all themes are named."""
    labelled = clear_set(FEWEST)
    found = doubts_in(TrainingSet(labelled.codeframe, labelled.answers, labelled.given))
    assert (found.found, found.rare) == ((), labelled.codeframe.slugs)

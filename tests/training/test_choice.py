"""The choice of a learner on a survey's own labels."""

import numpy as np
import pytest

from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.text.tokens import Tokenizer
from freetext.training.choice import MISTAKEN, SHORTLIST, Tried, best_of, choose_recipe
from freetext.training.classifier import DEFAULT, EXPECTED, LEARNERS, Recipe, recipe_of
from freetext.training.dataset import folds_of, training_set
from freetext.training.fit import fit
from freetext.training.ground import ground_of
from freetext.training.lessons import fit_line, lesson_of

WORDS = ("money", "staff", "parking", "food", "noise", "warm")


def survey(size, seed=0):
    """Answers that name their themes, with words of no theme between."""
    dice = np.random.default_rng(seed)
    given = dice.random((size, len(WORDS))) < 0.25
    texts = [
        " ".join(
            [*(word for word, held in zip(WORDS, row, strict=True) if held), *dice.choice(["and", "so", "well"], 4)]
        )
        for row in given
    ]
    return training_set(codeframe_of(WORDS), answers_of(texts), given.astype(np.int8))


def chosen(training):
    """What is chosen on a training set."""
    ground = ground_of(training.codeframe, training.answers, None, Tokenizer())
    return choose_recipe(training, ground, folds_of(training.answers.respondents, 0), jobs=1)


def test_few_labels_try_nothing():
    """Below 300 answers the default stands and nothing is tried."""
    found = chosen(survey(200))
    assert found.recipe == DEFAULT
    assert found.tried == ()


def test_the_default_stands_where_none_is_better():
    """Where every learner finds all, all are tried and the default stands."""
    found = chosen(survey(320))
    assert [each.recipe for each in found.tried] == list(SHORTLIST)
    assert found.tried[0].better == 0
    assert found.recipe == DEFAULT


@pytest.mark.parametrize("themes", [5, 15])
def test_noise_is_seldom_taken_for_a_better_learner(themes):
    """Where no learner is better, another than the default is taken in about 5 of 100 surveys at most, however few the themes."""
    dice, rounds = np.random.default_rng(7), 1500
    taken = 0
    for _ in range(rounds):
        gains = dice.normal(size=(len(SHORTLIST), themes)) * 0.02
        gains[0] = 0
        tried = [
            Tried(recipe, 0.5 + gain.mean(), gain.mean(), gain.std(ddof=1) / np.sqrt(themes))
            for recipe, gain in zip(SHORTLIST, gains, strict=True)
        ]
        taken += best_of(tried, themes) != DEFAULT
    assert taken / rounds < MISTAKEN + 0.015


def test_a_learner_that_is_surely_better_is_taken():
    """Of those that are better beyond chance the best is taken."""
    gains = (0.0, 0.05, 0.08, 0.2)
    errors = (0.0, 0.01, 0.01, 0.1)
    tried = [Tried(*each) for each in zip(SHORTLIST, (0.5, 0.55, 0.58, 0.7), gains, errors, strict=False)]
    assert best_of(tried, 15) == SHORTLIST[2]


@pytest.mark.parametrize("learner", LEARNERS)
def test_every_learner_learns(learner):
    """Whatever the learner, a line tells answers with the word from those without, and the model's facts tell the recipe again."""
    training = survey(120)
    model = fit(training, jobs=1, recipe=Recipe(0.5, learner)).model
    assert model.facts["scores"]["micro_f1"] > 0.9
    assert recipe_of(model.facts["recipe"]) == Recipe(0.5, learner)
    assert recipe_of(Recipe(0.5, learner).told(EXPECTED)) == Recipe(0.5, learner)


def test_without_a_recipe_one_is_chosen():
    """`fit` without a recipe gives the same model as with the one that is chosen."""
    training = survey(320)
    made = fit(training, jobs=1, recipe=None)
    assert made.model.digest == fit(training, jobs=1).model.digest
    assert [each.recipe for each in made.tried] == list(SHORTLIST)


def test_contrast_favours_what_tells_themes_apart():
    """A word that stands with a theme weighs more than one that stands everywhere; the mean squared length stays."""
    training = survey(200)
    ground = ground_of(training.codeframe, training.answers, None, Tokenizer())
    truth = training.given[:, 0] == 1
    weights = lesson_of(ground.matrix).contrast(truth)
    place = ground.features.vocabulary.word_place
    assert weights[place["money"]] > 1.5 * weights[place["and"]]
    before = ground.matrix.power(2).sum()
    assert (ground.matrix.power(2) @ weights**2).sum() == pytest.approx(before)
    assert fit_line(ground.matrix, truth, 0).coefficients[place["money"]] > 0

import random
from dataclasses import replace

import numpy as np
import pytest

from freetext.model.card import LABELLED, SURVEY, card_text
from freetext.model.coder import Coder
from freetext.model.cutoffs import apply_cutoffs, probabilities
from freetext.survey.answers import Answers, answers_of
from freetext.survey.codeframe import Theme, codeframe_of
from freetext.training.classifier import EXPECTED, SHARE
from freetext.training.dataset import DISPUTED, PRESENT, TrainingSet, training_set
from freetext.training.fit import fit
from freetext.training.held_out import part
from freetext.training.promote import challenge
from freetext.training.surveyed import MOST, rest_of

SAID = {
    "tea": ["the tea was cold", "a cup of tea please", "warm drinks", "the tea and the biscuits"],
    "staff": ["kind nurses", "the staff were rude", "nurses listened", "staff in a hurry"],
}
FILLER = [
    "all was fine",
    "nothing to add",
    "a long wait",
    "the wait was short",
    "far from the car park",
    "clean rooms",
    "much noise",
]
FRAME = codeframe_of(["staff", "tea"])
TEA = FRAME.position["tea"]
COMMON = {"tea": 0.15, "staff": 0.4}
OPEN, MISLED = 0.95, 0.05
"""How often an answer has the words of a theme that it holds, and of one that it does not."""


def survey_of(size, seed=0):
    """So many answers and bool (answers, themes): the words tell the theme, but not for sure."""
    dice = random.Random(seed)
    truth = np.array([[dice.random() < COMMON[slug] for slug in FRAME.slugs] for _ in range(size)])
    texts = [
        ", ".join(
            [
                dice.choice(SAID[slug])
                for slug, held in zip(FRAME.slugs, row, strict=True)
                if dice.random() < (OPEN if held else MISLED)
            ]
            + dice.sample(FILLER, dice.choice([1, 2, 3]))
        )
        for row in truth.tolist()
    ]
    return answers_of(texts), truth


def labels_at(survey, truth, places):
    """The training set of these places."""
    return training_set(FRAME, survey.take(places), truth[places].astype(np.int8))


def by_queue(survey, count, seed=0):
    """Places chosen as a queue might: an answer with a word of tea is four times as likely as another."""
    wish = np.array([4.0 if "tea" in text or "drinks" in text else 1.0 for text in survey.texts])
    return np.sort(np.random.default_rng(seed).choice(len(survey), count, replace=False, p=wish / wish.sum()))


def coded_share(model, answers):
    """The share of each theme that a model codes."""
    return np.concatenate([codings.chosen for codings in Coder(model).batches(answers)]).mean(axis=0)


@pytest.fixture(scope="module", name="big")
def _big():
    """A survey of 1,500 answers and what they hold."""
    return survey_of(1500)


@pytest.fixture(scope="module", name="learnt")
def _learnt(big):
    """150 answers that a queue chose, learnt within their survey."""
    survey, truth = big
    return fit(labels_at(survey, truth, by_queue(survey, 150)), survey=survey, jobs=1)


def test_labels_by_a_queue_do_not_move_what_is_coded(big, learnt):
    """Twice as many of the answers that a queue asked for speak of tea; of the survey about as many get it as hold it."""
    survey, truth = big
    assert truth[by_queue(survey, 150), TEA].mean() > 1.8 * truth[:, TEA].mean()
    assert np.abs(coded_share(learnt.model, survey) - truth.mean(axis=0)).max() < 0.03


def test_labels_at_random_have_the_share_that_is_expected(big):
    """Where the labelled answers are a random sample, both rules code about the same share of the survey."""
    survey, truth = big
    asked = np.sort(np.random.default_rng(1).choice(len(truth), 300, replace=False))
    labelled = labels_at(survey, truth, asked)
    one, two = (coded_share(fit(labelled, survey=each, jobs=1).model, survey) for each in (None, survey))
    assert np.abs(one - two).max() < 0.05


def test_as_many_are_coded_as_are_expected(big, learnt):
    """Labels and probabilities add up to the number of margins above the cut-off, but for answers of the same words."""
    survey, truth = big
    asked = by_queue(survey, 150)
    rest = np.setdiff1d(np.arange(len(truth)), asked)
    others = survey.take(rest)
    margins = Coder(learnt.model).margins(others.texts, others.questions)
    expected = truth[asked].sum(axis=0) + probabilities(margins, learnt.model.cutoffs).sum(axis=0)
    both = np.concatenate((learnt.margins.astype(np.float32), margins))
    coded = apply_cutoffs(both, learnt.model.cutoffs).sum(axis=0)
    for place in range(len(FRAME)):
        ties = np.unique(both[:, place], return_counts=True)[1].max()
        assert abs(coded[place] - expected[place]) <= (ties + 1) / 2


@pytest.mark.parametrize("more", [None, (), ("", " \n")])
def test_without_unlabelled_answers_nothing_changes(big, more):
    """No survey, one that is labelled as a whole, and one whose other answers are blank give the model of the labels alone."""
    survey, truth = big
    labelled = labels_at(survey, truth, range(60))
    whole = None
    if more is not None:
        whole = answers_of([*labelled.answers.texts, *more])
    one, two = fit(labelled, jobs=1).model, fit(labelled, survey=whole, jobs=1).model
    assert one.digest == two.digest
    assert two.facts["recipe"]["cutoffs"] == SHARE
    assert "unlabelled" not in two.facts
    assert LABELLED in card_text(two)
    assert SURVEY not in card_text(two)


def test_the_facts_and_the_card_say_how(big, learnt):
    """Recipe, number and hash of the unlabelled answers stand in the facts; the card says what a cut-off does."""
    told = learnt.model.facts
    assert told["recipe"]["cutoffs"] == EXPECTED
    assert told["unlabelled"]["answers"] == len(big[0]) - 150
    card = card_text(learnt.model)
    assert f"on {len(big[0]) - 150} answers of the same survey" in card
    assert f"hash {told['unlabelled']['texts']}" in card
    assert f"cutoffs {EXPECTED}" in card
    assert SURVEY in card
    assert LABELLED not in card


def test_the_card_says_which_theme_is_coded_by_its_definition(big):
    """A theme without a label whose definition the answers know is marked so, and coded; one whose words say nothing is not."""
    survey, truth = big
    themes = (*FRAME.themes, Theme("noise", 8, "Noise", definition="Much noise."), Theme("zebra", 9, "Zebra"))
    labelled = labels_at(survey, truth, np.arange(100))
    given = np.concatenate((labelled.given, np.zeros((100, 2), dtype=np.int8)), axis=1)
    frame = replace(FRAME, themes=themes)
    model = fit(TrainingSet(frame, labelled.answers, given), survey=survey, jobs=1).model
    card = card_text(model)
    assert "| noise | 0 | - | by its definition |" in card
    assert "| zebra | 0 | - | too few to learn: codes by rules only |" in card
    assert coded_share(model, survey)[frame.position["noise"]] > 0


def test_the_same_survey_gives_the_same_model(big, learnt):
    """Learnt again, the digest is the same; the labels alone give another model, and so does another survey."""
    survey, truth = big
    labelled = labels_at(survey, truth, by_queue(survey, 150))
    assert fit(labelled, survey=survey, jobs=1).model.digest == learnt.model.digest
    assert fit(labelled, jobs=1).model.digest != learnt.model.digest
    other = replace(survey, texts=(*survey.texts[:-1], "something else"))
    assert fit(labelled, survey=other, jobs=1).model.digest != learnt.model.digest


def test_the_order_of_the_unlabelled_changes_nothing(big, learnt):
    """Shuffled, the same survey has the same vocabulary, rows and cut-offs, bit for bit, and so the same digest."""
    survey, truth = big
    order = np.random.default_rng(3).permutation(len(survey))
    made = fit(labels_at(survey, truth, by_queue(survey, 150)), survey=survey.take(order), jobs=1).model
    assert made.vocabulary == learnt.model.vocabulary
    assert {name: array.tobytes() for name, array in made.arrays.items()} == {
        name: array.tobytes() for name, array in learnt.model.arrays.items()
    }
    assert made.cutoffs == learnt.model.cutoffs
    assert made.digest == learnt.model.digest


def test_labels_of_other_files_say_nothing_of_this_one(big):
    """Answers of another file teach lines; the shares of this survey are expected without them, although both count from 1."""
    survey, _ = big
    others, theirs = survey_of(200, seed=9)
    others = replace(others, texts=tuple(f"{text}, elsewhere" for text in others.texts))
    labelled = labels_at(others, theirs, by_queue(others, 100))
    rest = rest_of(labelled, survey, 0)
    assert rest is not None
    assert rest.count == len(survey)
    assert not rest.own.any()
    model = fit(labelled, survey=survey, jobs=1).model
    expected = probabilities(Coder(model).margins(survey.texts, survey.questions), model.cutoffs).mean(axis=0)
    assert np.abs(coded_share(model, survey) - expected).max() < 0.02


def test_of_very_many_a_seeded_sample_stands_for_all():
    """Above 20,000 unlabelled answers a sample by the seed is read; it weighs as much as all, and hangs on no order."""
    small, truth = survey_of(400)
    times = 60
    ids = tuple(str(place) for place in range(400 * times))
    survey = Answers(ids, small.texts * times, small.questions * times, ids)
    truth = np.tile(truth, (times, 1))
    labelled = labels_at(survey, truth, by_queue(survey, 3000))
    one, again, other = (rest_of(labelled, survey, seed) for seed in (0, 0, 1))
    assert one is not None
    assert again is not None
    assert other is not None
    assert (len(one.answers), one.count) == (MOST, len(survey) - 3000)
    assert one.answers == again.answers != other.answers
    assert one.facts == other.facts
    turned = rest_of(labelled, survey.take(range(len(survey) - 1, -1, -1)), 0)
    assert turned is not None
    assert (turned.answers, turned.facts) == (one.answers, one.facts)
    model = fit(labelled, survey=survey, jobs=1).model
    assert np.abs(coded_share(model, small) - truth.mean(axis=0)).max() < 0.03


def test_a_disputed_decision_counts_by_its_probability(big):
    """Where coders differ nobody knows: the answer is of the survey, and one that plainly holds the theme is still expected to."""
    survey, truth = big
    places = np.arange(200)
    labelled = labels_at(survey, truth, places)
    given = labelled.given.copy()
    given[np.flatnonzero(given[:, TEA] == PRESENT)[:6], TEA] = DISPUTED
    disputed = TrainingSet(FRAME, labelled.answers, given)
    share = coded_share(fit(disputed, survey=survey, jobs=1).model, survey)[TEA]
    assert abs(share - truth[:, TEA].mean()) < 0.04


def test_of_locked_answers_the_labels_are_not_seen(big):
    """Locked answers are of the survey as texts: with other labels for them the model has the same cut-offs."""
    survey, truth = big
    audit = {(str(place + 1), "") for place in range(100)}
    turned = truth.copy()
    turned[:100] = ~turned[:100]
    one, two = (
        challenge(part(labels_at(survey, each, range(250)), audit), survey=survey, jobs=1).model
        for each in (truth, turned)
    )
    assert one.facts["answers"] == 150
    assert one.facts["unlabelled"]["answers"] == len(survey) - 150
    assert one.cutoffs == two.cutoffs
    assert one.facts["locked"] != two.facts["locked"]

"""More labels than are learnt from."""

import numpy as np
import pytest

import freetext
from freetext.model.card import card_text
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.training.dataset import training_set
from freetext.training.fit import fit
from freetext.training.sampling import sample_of, with_sample

FRAME = codeframe_of(["money", "time"])


def survey(size=200):
    """Two answers a person, each of one theme."""
    texts = [f"{('money', 'time')[place % 2]} and more" for place in range(size)]
    people = [f"p{place // 2}" for place in range(size)]
    given = np.stack([np.arange(size) % 2 == side for side in (0, 1)], axis=1).astype(np.int8)
    return training_set(FRAME, answers_of(texts, respondents=people), given)


def test_few_labels_are_all_learnt_from():
    """Where there are no more labels than are wanted nothing is drawn and nothing is said."""
    training = survey()
    few, around, told = sample_of(training, training.answers, most=200)
    assert few is training
    assert around is training.answers
    assert told is None
    assert with_sample(model := fit(training, jobs=1).model, told) is model


def test_survey_and_labels_are_thinned_out_by_the_same_people():
    """The unlabelled answers that stay are those of the people who stay, so that shares of the survey stay what they were."""
    training = survey()
    around = answers_of(["more"] * 100, respondents=[f"p{place}" for place in range(100)])
    few, thinned, told = sample_of(training, around, most=50, seed=3)
    assert thinned
    assert told
    assert len(few.answers) == 50
    assert set(few.answers.respondents) == set(thinned.respondents)
    assert told.answers == 200
    assert told.respondents == 100
    assert few.given.sum(axis=0).tolist() == [25, 25]


def test_the_order_of_the_answers_is_of_no_account():
    """The same people are drawn from the same answers in another order."""
    training = survey()
    order = np.random.default_rng(0).permutation(200)
    other = training_set(FRAME, training.answers.take(order), training.given[order])
    one, two = (sample_of(each, None, most=60)[0] for each in (training, other))
    assert set(one.answers.respondents) == set(two.answers.respondents)


def test_the_card_says_that_it_was_a_sample():
    """A model of a sample tells it in its facts, its digest and its card."""
    few, _, told = sample_of(survey(), None, most=100)
    plain = fit(few, jobs=1).model
    model = with_sample(plain, told)
    assert model.facts["sample"] == {"answers": 200, "respondents": 100}
    assert model.digest != plain.digest
    assert "random sample, person by person, of 200 labelled answers of 100 respondents" in card_text(model)


@pytest.mark.parametrize("jobs", [1, 2])
def test_python_draws_the_same_sample(tmp_path, jobs):
    """`train(..., most=N)` learns from N labelled answers at most, whatever the number of processes."""
    rows = [f"{place},{('money', 'time')[place % 2]} and more,{'ab'[place % 2]}" for place in range(120)]
    (tmp_path / "a.csv").write_text("\n".join(["id,text,labels", *rows]), encoding="utf-8")
    answers = freetext.read_answers(tmp_path / "a.csv", text="text", id="id", labels="labels")
    model = freetext.train(answers, most=60, jobs=jobs)
    assert model.facts["answers"] == 60
    assert model.facts["sample"]["answers"] == 120

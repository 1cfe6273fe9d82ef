import numpy as np
from tests.training.invented_answers import said

from freetext.model.coder import Coder
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme
from freetext.training.dataset import training_set
from freetext.training.fit import fit
from freetext.training.unseen import unseen_codings

FRAME = Codeframe("why", (Theme("care", 1, "Care"), Theme("food", 2, "Food")))


def named(texts, wave):
    """Make a wave of one answer a respondent."""
    return answers_of(texts, ids=[f"{wave}{place}" for place in range(len(texts))])


def likeness(codings, lots):
    """How far the probabilities go along with what the lot gave, -1..1."""
    assert codings.scores is not None
    return float(np.corrcoef(codings.scores.ravel(), lots.ravel())[0, 1])


def test_no_answer_is_coded_by_what_was_learnt_from_it():
    """Labels that are drawn by lot can only be known by heart: a model knows them, and the unseen codes do not."""
    old, new = named(said(120, 1, length=5), "a"), named(said(120, 2, length=5), "b")
    lots = np.random.default_rng(3).random((120, 2)) < 0.4
    training = training_set(FRAME, old, lots.astype(np.int8))
    assert likeness(Coder(fit(training).model).code(old), lots) > 0.4
    assert likeness(unseen_codings(training, (old, new))[0], lots) < 0.2


def test_answers_come_back_in_order():
    """Each wave's codings stand in its order, blank answers too, whatever the order of the rows."""
    old, new = named(said(60, 1, length=5), "a"), named(["", *said(9, 2, length=5)], "b")
    given = np.array([["nurse" in text, "meal" in text] for text in old.texts])
    training = training_set(FRAME, old, given.astype(np.int8))
    one, two = unseen_codings(training, (old, new))
    turned = unseen_codings(training, (old.take(range(59, -1, -1)), new))[0]
    assert (len(one), len(two)) == (60, 10)
    assert two.blank.tolist() == [True] + [False] * 9
    assert (turned.chosen[::-1] == one.chosen).all()

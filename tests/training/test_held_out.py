import random
from dataclasses import replace

import numpy as np
import pytest

from freetext.model.coder import Coder
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.survey.labels import Label
from freetext.training.dataset import training_set
from freetext.training.fit import fit
from freetext.training.held_out import FEWEST_LEFT, LOCKED_FROM, audited, kept_from_audit, part, with_audit

FRAME = codeframe_of(["tea", "staff"])


def labelled(count, seed=0):
    """So many labelled answers, one each of as many people."""
    dice = random.Random(seed)
    texts = [
        f"{dice.choice(['cold tea', 'warm tea', 'kind staff', 'rude staff', 'fine'])} {place}" for place in range(count)
    ]
    given = np.array([["tea" in text, "staff" in text] for text in texts], dtype=np.int8)
    return training_set(FRAME, answers_of(texts), given)


def keys(places):
    """The keys of answers by their places."""
    return {(str(place + 1), "") for place in places}


def label(answer, source, event="label", coder="ada"):
    """One event on an answer."""
    return Label(answer, "q", ("tea",), coder, source=source, event=event)


def test_audited_is_what_the_random_audit_coded():
    """A standing audit decision counts, one that the queue wanted too; one that was taken back, or coded for another reason too, not."""
    events = [
        label("1", "audit"),
        label("2", "audit"),
        label("2", "queue", coder="ben"),
        label("3", "audit"),
        label("3", "audit", event="undo"),
        label("4", "audit"),
        label("4", "queue", event="pick"),
        label("5", "queue"),
        label("6", "audit"),
        label("6", "adjudicated"),
        label("7", "import"),
    ]
    assert audited(events) == {("1", "q"), ("4", "q"), ("6", "q")}


def test_from_200_labelled_answers_on_the_audit_is_held_out():
    """Below 200 every answer is fitted; from 200 on the audited ones are locked, all of them, and no other."""
    audit = keys(range(0, LOCKED_FROM, 4))
    few = part(labelled(LOCKED_FROM - 1), audit)
    assert (len(few.fitted.answers), few.locked) == (LOCKED_FROM - 1, None)
    parted = part(labelled(LOCKED_FROM), audit)
    assert parted.locked is not None
    assert {(each, "") for each in parted.locked.answers.ids} == audit
    assert len(parted.fitted.answers) == LOCKED_FROM - len(audit)
    assert not set(parted.fitted.answers.ids) & set(parted.locked.answers.ids)


@pytest.mark.parametrize("left", [0, FEWEST_LEFT - 1])
def test_an_audit_that_leaves_too_little_is_fitted(left):
    """Where next to nothing but the audit is labelled, a model needs it: nothing is locked."""
    parted = part(labelled(LOCKED_FROM), keys(range(left, LOCKED_FROM)))
    assert (len(parted.fitted.answers), parted.locked) == (LOCKED_FROM, None)
    assert part(labelled(LOCKED_FROM), keys(range(FEWEST_LEFT, LOCKED_FROM))).locked is not None


def test_an_audit_without_any_theme_is_fitted():
    """Answers that hold nothing can judge nothing."""
    whole = labelled(LOCKED_FROM)
    bare = keys(np.flatnonzero(~whole.given.any(axis=1)).tolist())
    assert bare
    assert part(whole, bare).locked is None
    assert part(whole, set()).locked is None


def test_the_model_says_what_it_was_kept_from():
    """Its facts hold how many answers were locked, the hash of their labels, and how it codes them; other labels, another digest."""
    parted = part(labelled(LOCKED_FROM), keys(range(60)))
    assert parted.locked is not None
    bare = fit(parted.fitted).model
    model = with_audit(bare, parted.locked)
    told = model.facts["locked"]
    assert (told["answers"], told["respondents"]) == (60, 60)
    assert told["scores"]["micro_f1"] > 0.9
    assert kept_from_audit(model)
    assert not kept_from_audit(bare)
    assert model.digest != bare.digest
    assert with_audit(bare, parted.locked).digest == model.digest
    other = parted.locked.given.copy()
    other[0] = 1 - other[0]
    assert with_audit(bare, replace(parted.locked, given=other)).facts["locked"]["labels"] != told["labels"]


def test_locked_labels_teach_nothing():
    """Whatever the audit's labels are, the fitted numbers are the same."""
    whole = labelled(LOCKED_FROM)
    turned = whole.given.copy()
    turned[:60] = 1 - turned[:60]
    one, two = (fit(part(each, keys(range(60))).fitted).model for each in (whole, replace(whole, given=turned)))
    assert one.digest == two.digest
    texts = answers_of(whole.answers.texts[:60])
    assert np.array_equal(Coder(one).code(texts).chosen, Coder(two).code(texts).chosen)


@pytest.mark.parametrize("told", [None, 3, [], {}, {"answers": 0}, {"answers": None}])
def test_a_model_that_says_nothing_has_seen_everything(model, told):
    """Facts that name no locked answers are those of a model that may have seen them."""
    assert not kept_from_audit(replace(model, facts={**model.facts, "locked": told}))

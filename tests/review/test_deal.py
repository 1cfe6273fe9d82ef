"""Batches: what is asked, of whom, and what is picked."""

import random
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.review.audit import audit_order
from freetext.review.deal import Deal, Plan, deal, disputed, owners, second
from freetext.review.items import Suggested
from freetext.review.queue import queue_order

SMALL = Plan(size=6)
LOOSE = Plan(target=0.49, size=6)
"""A target that wants 30 audited answers and no more."""


@st.composite
def reviews(draw):
    """A seed and the size of a survey, some of whose answers are blank, with or without columns and rankings."""
    return {
        "seed": draw(st.integers(0, 1000)),
        "people": draw(st.integers(1, 25)),
        "questions": draw(st.sampled_from([("a",), ("a", "b")])),
        "columns": draw(st.booleans()),
        "ranked": draw(st.booleans()),
    }


def setting(make, seed, people, questions, columns, ranked):
    """The survey of a review, and its rankings."""
    dice = random.Random(seed)
    answers = make.survey(
        people,
        questions,
        blank={place for place in range(people * len(questions)) if dice.random() < 0.1},
        columns=[dice.randrange(3) for _ in range(people)] if columns else None,
        salt=str(seed),
    )
    return answers, [make.ranking(answers, make.scores(answers, seed))] if ranked else []


def answered(make, dealt, dice, coder="ann"):
    """What a coder does with a batch: mostly labels, sometimes a skip or a label that is taken back."""
    events = [make.said(key, coder=coder, source="queue", event="pick") for key in dealt.picks]
    for each in dealt.asked:
        event = "skip" if dice.random() < 0.1 else "label"
        themes = [slug for slug in make.slugs if dice.random() < 0.3] if event == "label" else []
        events.append(make.said(each.key, themes, coder, each.stream, event))
        if dice.random() < 0.05:
            events.append(make.said(each.key, (), coder, event="undo"))
    return events


@settings(max_examples=25)
@given(reviews())
def test_everything_is_asked_once(make, review):
    """A review ends when everything is coded; nothing blank, coded, or twice in a batch is asked; then nothing is dealt any more."""
    answers, rankings = setting(make, **review)
    dice, events, coded = random.Random(review["seed"]), [], set()
    for batch in range(200):
        dealt = deal(answers, make.themes(answers), rankings, events, coder="ann", batch=batch, plan=SMALL)
        keys = [each.key for each in dealt.asked]
        if not keys:
            break
        assert len(keys) == len(set(keys)) <= SMALL.size
        assert not coded & set(keys)
        events += answered(make, dealt, dice)
        coded = {label.key for label in standing(events)}
    assert dealt == Deal()
    assert coded == {key for key, blank in zip(answers.keys, answers.blank, strict=True) if not blank}


@settings(max_examples=25)
@given(reviews(), st.randoms(use_true_random=False))
def test_the_order_of_other_answers_events_is_nothing(make, review, dice):
    """The deal is the same whatever the order in which the events of different answers stand in the logs, and dealt anew."""
    answers, rankings = setting(make, **review)
    events = []
    for batch in range(3):
        dealt = deal(answers, make.themes(answers), rankings, events, coder="ann", batch=batch, plan=SMALL)
        events += answered(make, dealt, dice)
    keys = list(dict.fromkeys(label.key for label in events))
    dice.shuffle(keys)
    shuffled = [label for key in keys for label in events if label.key == key]
    one, other = (
        deal(answers, make.themes(answers), rankings, each, coder="ann", batch=3, plan=SMALL)
        for each in (events, shuffled)
    )
    assert one == other


@settings(max_examples=25)
@given(reviews())
def test_coders_at_work_are_never_asked_the_same(make, review):
    """What several coders have before them at once does not overlap, and together they code everything."""
    answers, rankings = setting(make, **review)
    dice, events, team = random.Random(review["seed"]), [], ("ann", "bob", "cy")
    before = dict.fromkeys(team, Deal())
    for batch in range(150):
        coder = team[batch % 3]
        others = [each.key for name in team if name != coder for each in before[name].asked]
        dealt = deal(
            answers,
            make.themes(answers),
            rankings,
            events,
            coder=coder,
            active=team,
            held=others,
            batch=batch,
            plan=SMALL,
        )
        assert not {each.key for each in dealt.asked} & set(others)
        events += answered(make, before[coder], dice, coder) if batch > 5 else []
        before[coder] = dealt
        dealt_keys = {each.key for each in dealt.asked}
        events = [label for label in events if label.event != "label" or label.key not in dealt_keys] if False else events
    assert len({label.key for label in standing(events)}) == np.count_nonzero(~answers.blank)

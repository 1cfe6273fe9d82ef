"""The population of a bridge's walk."""

import numpy as np

from freetext.review.audit import population
from freetext.review.bridge_draw import bridge_salt, drawn
from freetext.review.bridge_walk import bridged
from freetext.review.deal import Plan, deal
from freetext.survey.answers import answers_of


def people(n=50):
    return population(answers_of([f"text {place}" for place in range(n)]), bridge_salt("k"))


def test_only_the_drawn_are_asked_and_all_of_them_at_random():
    """A batch of a bridge holds answers that were drawn, in the order of the random numbers, and nothing of any queue."""
    answers = people()
    places = drawn(answers, np.ones(50, dtype=np.bool_), 12)
    walk = bridged(answers, places)
    dealt = deal(walk, dict.fromkeys(walk.questions, ()), (), (), coder="ada", plan=Plan(size=8, audit=1.0))
    assert {answers.place[each.key] for each in dealt.asked} == set(places[:8].tolist())
    assert {each.stream for each in dealt.asked} == {"audit"}
    assert not dealt.picks


def test_a_bridge_keeps_what_a_population_knows():
    """Keys, numbers and columns are those of the wave; what can be asked is the bridge."""
    answers = people()
    walk = bridged(answers, np.array([3, 7]))
    assert walk.keys == answers.keys
    assert np.flatnonzero(walk.asked(answers.questions)).tolist() == [3, 7]
    assert not walk.queued(answers.questions).any()

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
from freetext.survey.labels import Key, Label, standing

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
    dice, coded = random.Random(review["seed"]), set[Key]()
    events: list[Label] = []
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
    events: list[Label] = []
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
def test_coders_at_work_never_have_the_same_before_them(make, review):
    """With what the others hold left out, batches never overlap, and together the coders code everything."""
    answers, rankings = setting(make, **review)
    dice, team = random.Random(review["seed"]), ("ann", "bob", "cy")
    events: list[Label] = []
    before = dict.fromkeys(team, Deal())
    for turn in range(150):
        coder = team[turn % 3]
        events += answered(make, before[coder], dice, coder)
        held = {each.key for name in team if name != coder for each in before[name].asked}
        before[coder] = deal(
            answers,
            make.themes(answers),
            rankings,
            events,
            coder=coder,
            active=team,
            held=held,
            batch=turn,
            plan=SMALL,
        )
        assert not held & {each.key for each in before[coder].asked}
    assert len({label.key for label in standing(events)}) == np.count_nonzero(~answers.blank)


@pytest.mark.parametrize("ranked", [False, True])
def test_active_coders_share_the_answers(make, ranked):
    """Six coders who begin at the same moment, and know nothing of each other's batches, are dealt different answers."""
    answers = make.survey(600, ("a", "b"))
    rankings = [make.ranking(answers, make.scores(answers))] if ranked else []
    team = ("ann", "bob", "cy", "dee", "eve", "fay")
    hands = [deal(answers, make.themes(answers), rankings, [], coder=each, active=team) for each in team]
    keys = [dealt.key for hand in hands for dealt in hand.asked]
    assert len(keys) == len(set(keys)) == 6 * 20
    picks = [key for hand in hands for key in hand.picks]
    assert len(picks) == len(set(picks))


def test_when_a_coder_leaves_only_their_answers_change_hands(make):
    """Shares are about equal, all answers of a respondent go to one coder, and who stays keeps what they had."""
    answers = make.survey(900, ("a", "b"))
    three, two = owners(answers, ("ann", "bob", "cy")), owners(answers, ("ann", "bob"))
    assert (np.bincount(three) > 500).all()
    assert (three[:900] == three[900:]).all()
    assert (two[three < 2] == three[three < 2]).all()


def test_who_has_none_left_takes_over(make):
    """A coder whose share is coded is dealt answers of the others' shares."""
    answers = make.survey(60)
    own = owners(answers, ("ann", "bob")) == 0
    events = [make.said(answers.keys[place]) for place in np.flatnonzero(own).tolist()]
    dealt = deal(answers, make.themes(answers), [], events, coder="ann", active=("ann", "bob"))
    assert len(dealt.asked) == 20


def test_half_of_a_batch_is_audit_and_half_is_queue(make):
    """Ten of twenty answers are the next of the audit, blind; the others the first of the queue, with what the model says of them."""
    answers = make.survey(400)
    suggestions = {key: (Suggested("food", ("cold",)),) for key in answers.keys}
    rank = make.ranking(answers, make.scores(answers), suggestions=suggestions, model="m")
    dealt = deal(answers, make.themes(answers), [rank], [], coder="ann", plan=Plan(target=0.49))
    audit = [each for each in dealt.asked if each.stream == "audit"]
    queue = [each for each in dealt.asked if each.stream == "queue"]
    order = audit_order(answers.draws)
    assert {answers.keys[place] for place in order[:10]} <= {each.key for each in audit}
    assert all(each.suggestion is None and not each.model for each in audit)
    assert all(each.suggestion == (Suggested("food", ("cold",)),) and each.model == "m" for each in queue)
    walked = [answers.keys[place] for place in queue_order(answers, [rank]).tolist()[:14]]
    assert {each.key for each in queue} <= set(walked)
    assert set(dealt.picks) <= {each.key for each in audit} & set(walked)


def test_the_order_tells_nothing(make):
    """Streams are mixed anew in every batch: over many, an audit answer stands in front as often as behind."""
    answers = make.survey(400)
    rank = make.ranking(answers, make.scores(answers))
    hands = [
        deal(answers, make.themes(answers), [rank], [], coder="ann", batch=batch, plan=LOOSE) for batch in range(200)
    ]
    places = [place for hand in hands for place, each in enumerate(hand.asked) if each.stream == "audit"]
    assert np.mean(places) == pytest.approx(2.5, abs=0.25)
    assert len({tuple(each.key for each in hand.asked) for hand in hands}) > 100


@settings(max_examples=40)
@given(st.integers(0, 1000), st.sets(st.integers(0, 39), max_size=20), st.integers(0, 39))
def test_the_queue_wants_an_answer_whether_the_audit_has_it_or_not(make, seed, coded, place):
    """An answer is asked by the queue exactly where it is picked when the audit has coded it."""
    answers = make.survey(40, salt=str(seed))
    rank = make.ranking(answers, make.scores(answers, seed))
    others = [make.said(answers.keys[each]) for each in coded - {place}]
    key, plan = answers.keys[place], Plan(audit=0, size=8)
    free, done = (
        deal(answers, make.themes(answers), [rank], events, coder="ann", plan=plan)
        for events in (others, [*others, make.said(key)])
    )
    assert (key in {each.key for each in free.asked}) == (key in done.picks)


def test_what_both_streams_want_is_asked_blind_and_picked(make):
    """An answer that the planned audit will take in and the queue wants now is asked as audit, without suggestion, and picked once."""
    answers = make.survey(60)  # 30 of them and more are planned
    scores = np.full((60, 3), 0.01)
    wanted = audit_order(answers.draws)[15]
    scores[wanted] = 0.5
    rank = make.ranking(answers, scores, suggestions={answers.keys[wanted]: ()})
    plan = Plan(target=0.2, size=2)
    dealt = deal(answers, make.themes(answers), [rank], [], coder="ann", plan=plan)
    found = next(each for each in dealt.asked if each.key == answers.keys[wanted])
    assert (found.stream, found.suggestion) == ("audit", None)
    assert dealt.picks == (answers.keys[wanted],)
    logged = [make.said(answers.keys[wanted], source="queue", event="pick")]
    assert deal(answers, make.themes(answers), [rank], logged, coder="ann", plan=plan).picks == ()


def test_what_the_queue_passes_is_picked_once(make):
    """Answers that the audit has coded and the queue would ask are picked; those already picked, or coded by the queue, are not."""
    answers = make.survey(60)
    rank = make.ranking(answers, make.scores(answers))
    first = [answers.keys[place] for place in queue_order(answers, [rank]).tolist()]
    events = [
        make.said(first[0]),
        make.said(first[1], source="queue"),
        make.said(first[2]),
        make.said(first[3], (), "bob"),
    ]
    events.append(make.said(first[2], source="queue", event="pick"))
    picks = deal(answers, make.themes(answers), [rank], events, coder="ann", plan=Plan(audit=0, size=4)).picks
    assert {first[0], first[3]} <= set(picks)
    assert not {first[1], first[2]} & set(picks)


@pytest.mark.parametrize(("source", "stream"), [("audit", "audit"), ("queue", "queue")])
def test_what_was_skipped_comes_first(make, source, stream):
    """The next batch begins with what the coder skipped, in the stream that it came from, and fills up to its size."""
    answers = make.survey(60)
    mine = answers.keys[50]
    events = [make.said(mine, source=source, event="skip")]
    dealt = deal(answers, make.themes(answers), [], events, coder="ann", plan=Plan(target=0.49))
    assert (dealt.asked[0].key, dealt.asked[0].stream) == (mine, stream)
    assert len(dealt.asked) == 20


def test_a_decision_ends_a_skip(make):
    """What was skipped and then coded, by whomever, does not come back."""
    answers = make.survey(30)
    key = answers.keys[3]
    for coder in ("ann", "bob"):
        events = [make.said(key, event="skip"), make.said(key, (), coder)]
        dealt = deal(answers, make.themes(answers), [], events, coder="ann")
        assert key not in {each.key for each in dealt.asked}


def test_what_the_queue_has_asked_is_no_random_answer_any_more(make):
    """An answer that somebody skipped in the queue is picked when the audit comes to it."""
    answers = make.survey(60)
    key = answers.keys[audit_order(answers.draws)[0]]
    events = [make.said(key, (), "bob", "queue", "skip")]
    dealt = deal(answers, make.themes(answers), [], events, coder="ann")
    assert key in dealt.picks


def test_only_the_questions_asked_for(make):
    """With a choice of questions no other is asked; one without themes never is."""
    answers = make.survey(60, ("a", "b", "c"))
    themes = {"a": make.slugs, "b": make.slugs}
    some = deal(answers, themes, [], [], coder="ann", plan=Plan(questions=("b",)))
    assert {each.key[1] for each in some.asked} == {"b"}
    assert {each.key[1] for each in deal(answers, themes, [], [], coder="ann").asked} == {"a", "b"}


def test_100_000_answers_are_dealt_at_once(make):
    """A batch out of 100,000 answers, with a ranking and columns, takes less than half a second; twice that on a busy machine."""
    answers = make.survey(100_000, columns=[place % 8 for place in range(100_000)])
    rank = make.ranking(answers, np.random.default_rng(0).random((100_000, 3)))
    events = [make.said(key, make.slugs[:1]) for key in answers.keys[:1000]]
    taken = []
    for _ in range(3):
        start = perf_counter()
        deal(answers, make.themes(answers), [rank], events, coder="ann", active=("bob", "cy"))
        taken.append(perf_counter() - start)
    assert min(taken) < 1


def test_few_coded_answers_are_all_coded_twice(make):
    """With fewer than 60 coded answers the second coder gets all, blind, in the order of u, but not their own."""
    answers = make.survey(40)
    events = [make.said(key, (), "ann" if place < 30 else "bob", "queue") for place, key in enumerate(answers.keys)]
    dealt = second(answers, events, coder="bob", size=100)
    places = [answers.place[each.key] for each in dealt.asked]
    assert sorted(places) == list(range(30))
    assert (np.diff(answers.draws[places]) > 0).all()
    assert {each.stream for each in dealt.asked} == {"second"}
    assert all(each.suggestion is None for each in dealt.asked)


def test_15_percent_are_coded_twice_and_nothing_three_times(make):
    """Of many coded answers the first 15 % by u are coded twice; others who second-code are asked for none of those again."""
    answers = make.survey(200)
    events = [make.said(key) for key in answers.keys]
    first = [each.key for each in second(answers, events, coder="bob", size=100).asked]
    assert first == [answers.keys[place] for place in audit_order(answers.draws)[:30]]
    events += [make.said(key, (), "bob") for key in first[:10]]
    assert [each.key for each in second(answers, events, coder="cy", size=100).asked] == first[10:]
    assert second(answers, events, coder="ann").asked == ()


def test_second_coders_share_the_work(make):
    """Two second coders at work are dealt different answers, and together all."""
    answers = make.survey(50)
    events = [make.said(key) for key in answers.keys]
    team = ("ann", "bob", "cy")
    bob, cy = (
        {each.key for each in second(answers, events, coder=name, active=team, size=50).asked} for name in team[1:]
    )
    assert not bob & cy
    assert bob | cy == set(answers.keys)


def test_disputes_in_the_order_of_the_file(make):
    """Answers on which coders differ are found in the file's order, until somebody adjudicates."""
    answers = make.survey(5)
    events = [
        make.said(answers.keys[place], themes, coder)
        for place in (3, 1, 2)
        for themes, coder in ((["food"], "ann"), ([], "bob"))
    ]
    events.append(make.said(answers.keys[1], ["food"], "cy", "adjudicated"))
    events += [make.said(answers.keys[0], ["food"], coder) for coder in ("ann", "bob")]
    assert disputed(answers, events) == (answers.keys[2], answers.keys[3])

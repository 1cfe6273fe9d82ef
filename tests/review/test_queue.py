"""The order of the queue."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.review.queue import LEARNT, STRATEGIES, queue_order


@settings(max_examples=40)
@given(st.integers(0, 40), st.sampled_from(STRATEGIES), st.integers(0, 200), st.integers(0, 5))
def test_every_answer_stands_once(make, people, strategy, labelled, seed):
    """Every strategy orders all answers, and the same input in the same way."""
    answers = make.survey(people, ("a", "b"))
    rankings = [make.ranking(answers, make.scores(answers, seed), labelled=labelled)]
    order = queue_order(answers, rankings, strategy, seed=seed)
    assert sorted(order.tolist()) == list(range(2 * people))
    assert order.tolist() == queue_order(answers, rankings, strategy, seed=seed).tolist()


@pytest.mark.parametrize(
    ("strategy", "first"),
    [("tally-variance", 1), ("margin", 0), ("entropy", 2), ("diverse", 3)],
)
def test_strategies_differ(make, strategy, first):
    """Each strategy asks first what it is named after."""
    answers = make.survey(4)
    scores = [[0.5, 0.01, 0.01], [0.3, 0.3, 0.09], [0.2, 0.2, 0.22], [0.01, 0.01, 0.01]]
    assert queue_order(answers, [make.ranking(answers, scores)], strategy)[0] == first


def test_the_variance_of_the_tally_is_its_sum_over_themes(make):
    """Answers stand by the weighted sum of p (1 - p); a heavier theme counts more."""
    answers = make.survey(30)
    scores = make.scores(answers)
    one = [make.ranking(answers, scores)]
    variance = scores.astype(np.float32) * (1 - scores.astype(np.float32))
    assert queue_order(answers, one, "tally-variance").tolist() == np.argsort(-variance.sum(axis=1)).tolist()
    weighed = queue_order(answers, one, "tally-variance", weights={"money": 0, "staff": 0})
    assert weighed.tolist() == np.argsort(-variance[:, 2]).tolist()


def test_auto_waits_for_labels(make):
    """Below 60 labels auto takes diverse and random answers in turn, from then on those of the largest variance."""
    answers = make.survey(200)
    scores = make.scores(answers)
    few, many = (make.ranking(answers, scores, labelled=labelled) for labelled in (LEARNT - 1, LEARNT))
    order = queue_order(answers, [few]).tolist()
    diverse, random = (queue_order(answers, [few], each).tolist() for each in ("diverse", "random"))
    assert set(order[:10]) == {*diverse[:5], *random[:5]}
    assert order[:2] == [diverse[0], random[0]]
    assert queue_order(answers, [many]).tolist() == queue_order(answers, [many], "tally-variance").tolist()


def test_equal_scores_leave_it_to_chance(make):
    """Where the scores say nothing, the order is that of the digests, not of the file, and another with another seed."""
    answers = make.survey(100)
    same = [make.ranking(answers, np.full((100, 3), 0.2))]
    order = queue_order(answers, same, "tally-variance").tolist()
    assert order == queue_order(answers, [], "auto").tolist() == queue_order(answers, [], "random").tolist()
    assert order != list(range(100))
    assert order != queue_order(answers, same, "tally-variance", seed=1).tolist()


def test_chance_has_nothing_to_do_with_the_audit(make):
    """The random order is none that the audit's order can be told from."""
    answers = make.survey(3000)
    rank = np.argsort(queue_order(answers, [], "random"))
    assert abs(np.corrcoef(rank, answers.draws)[0, 1]) < 0.06


def test_codeframes_are_compared(make):
    """Answers of several rankings stand by their scores, whichever codeframe they belong to; what none knows stands last."""
    answers = make.survey(3, ("a", "b", "c"))
    one = make.ranking(make.survey(3, ("a",)), [[0.1, 0, 0], [0.5, 0, 0], [0.3, 0, 0]])
    other = make.ranking(make.survey(3, ("b",)), [[0.2], [0.01], [0.4]], slugs=("price",))
    order = queue_order(answers, [one, other], "tally-variance").tolist()
    assert order[:6] == [1, 5, 2, 3, 0, 4]
    assert set(order[6:]) == {6, 7, 8}


def test_a_ranking_without_labels_takes_turns_with_one_that_has_them(make):
    """Where one codeframe has been learnt and another has not, both have answers among the first."""
    answers = make.survey(100, ("a", "b"))
    learnt, fresh = make.survey(100, ("a",)), make.survey(100, ("b",))
    rankings = [make.ranking(learnt, make.scores(learnt)), make.ranking(fresh, make.scores(fresh), labelled=3)]
    first = queue_order(answers, rankings)[:20]
    assert np.count_nonzero(first < 100) == 10


def test_what_is_no_answer_of_this_file_is_left_aside(make):
    """A ranking of a longer file orders the answers that are still there."""
    longer = make.survey(20)
    rankings = [make.ranking(longer, make.scores(longer))]
    kept = make.survey(10)
    whole = [place for place in queue_order(longer, rankings, "entropy").tolist() if place < 10]
    assert queue_order(kept, rankings, "entropy").tolist() == whole

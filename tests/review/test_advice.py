"""What the coder is told between batches."""

import pytest

from freetext.review.advice import advice, lasting, points
from freetext.review.audit import audit_order, decided


def told(make, answers, events=(), target=0.05, **given):
    """The sentences, as one text."""
    return " ".join(advice(answers, decided(answers, events), make.themes(answers), target, **given))


def test_a_small_survey_is_coded_whole(make):
    """For 41 answers the advice is to code them all, with the time that it takes."""
    said = told(make, make.survey(41))
    assert (
        said
        == "41 answers left to code: about 14 minutes at 20 seconds each. Code them all: then every number is exact."
    )


def test_the_coders_own_pace(make):
    """Once the coder's pace is known, times are by it."""
    assert "about 4 minutes at your pace" in told(make, make.survey(41), pace=6.0)


def test_where_most_would_be_audited_all_are_coded(make):
    """A target that wants more than half of the answers is worth coding all of them."""
    answers = make.survey(600)
    assert "Code them all" in told(make, answers, target=0.02)
    assert "Code them all" not in told(make, answers, target=0.05)


def test_a_large_survey_has_a_price(make):
    """Otherwise the advice says what the target costs in answers and hours, what is left to the model, and when to stop."""
    said = told(make, make.survey(5000))
    assert "138 more at random give every number its ± 5 points: about 46 minutes at 20 seconds each." in said
    assert "With what the queue asks in between, which teaches the model: 276 answers, about 1.5 hours." in said
    assert "Stop when no number wants more: the other 4,724 can be left to the model." in said


def test_an_audit_alone_has_one_price(make):
    """Where a batch is all audit there is no queue to speak of."""
    assert "queue" not in told(make, make.survey(5000), audit=1.0)


@pytest.mark.parametrize(
    ("people", "said"), [(5000, "Stop here: every number has its ± 10 points."), (300, "You can stop here")]
)
def test_what_is_reached_is_said(make, people, said):
    """When every number is reached the advice is to stop; of a small survey it adds what the rest would cost."""
    answers = make.survey(people)
    events = [make.said(answers.keys[place]) for place in audit_order(answers.draws)[:60]]
    assert said in told(make, answers, events, 0.1)


def test_everything_coded(make):
    """When nothing is left the numbers are exact."""
    answers = make.survey(5)
    assert told(make, answers, [make.said(key) for key in answers.keys]).startswith("Everything is coded")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (5, "about a minute"),
        (820, "about 14 minutes"),
        (5340, "about 89 minutes"),
        (7200, "about 2 hours"),
        (9000, "about 2.5 hours"),
        (36000 * 40, "about 400 hours"),
    ],
)
def test_times_as_people_say_them(seconds, said):
    """Minutes up to an hour and a half, then hours."""
    assert lasting(seconds) == said


def test_points():
    """A half-width is written in points, with decimals where it has some."""
    assert [points(each) for each in (0.05, 0.025, 0.01)] == ["5 points", "2.5 points", "1 point"]

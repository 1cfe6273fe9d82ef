"""Small surveys, rankings and decisions to deal from."""

from types import SimpleNamespace

import numpy as np
import pytest

from freetext.review.audit import population
from freetext.review.ranking import Ranking
from freetext.survey.answers import answers_of
from freetext.survey.labels import Label
from freetext.survey.responses import Banner

SLUGS = ("money", "staff", "food")


def survey(people, questions=("why",), *, blank=(), columns=None, salt="salt"):
    """A population, question after question; `blank` places, `columns` the place of each respondent's column in a banner `type`."""
    count = people * len(questions)
    names = [str(place % people) for place in range(count)]
    answers = answers_of(
        ["" if place in blank else "said" for place in range(count)],
        ids=names,
        questions=[questions[place // people] for place in range(count)],
        respondents=names,
    )
    banners = []
    if columns is not None:
        member = np.zeros((count, max(columns) + 1), dtype=np.bool_)
        member[np.arange(count), [columns[place % people] for place in range(count)]] = True
        banners = [Banner("type", tuple("abcdefgh"[: member.shape[1]]), member)]
    return population(answers, salt, banners)


def ranking(answers, scores, *, labelled=100, slugs=SLUGS, **given):
    """A ranking of all answers; the diverse order is the file's backwards."""
    scores = np.asarray(scores, dtype=np.float32)
    return Ranking("digest", slugs, answers.keys, scores, np.arange(len(answers))[::-1], labelled, **given)


def scores_of(answers, seed=0):
    """Random probabilities, most of them small."""
    return np.random.default_rng(seed).beta(0.5, 3, (len(answers), len(SLUGS)))


def said(key, themes=(), coder="ann", source="audit", event="label"):
    """One event of a log."""
    return Label(key[0], key[1], tuple(themes), coder, source=source, event=event)


@pytest.fixture(scope="session")
def make():
    """What the tests of this room make their surveys with."""
    return SimpleNamespace(
        survey=survey,
        ranking=ranking,
        scores=scores_of,
        said=said,
        slugs=SLUGS,
        themes=lambda answers: dict.fromkeys(answers.questions, SLUGS),
    )

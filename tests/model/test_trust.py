from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.coder import Coder
from freetext.model.reasons import UNPROVEN
from freetext.model.trust import UNSURE, Trust, doubtful, trust_of
from freetext.survey.answers import answers_of

share = st.floats(0, 1, width=32)


def with_review(model, **told):
    return replace(model, facts={**model.facts, "review": {"below": 0.7, "above": 0.3, **told}})


@settings(max_examples=40)
@given(st.lists(st.tuples(share, st.booleans()), min_size=1, max_size=9), share, share)
def test_a_stricter_limit_never_takes_a_doubt_away(row, one, two):
    """What is in doubt at a limit is in doubt at every stricter one."""
    scores, chosen = np.array([[each for each, _ in row]], np.float32), np.array([[each for _, each in row]], np.bool_)
    loose, strict = (Trust(limit, 1 - limit) for limit in sorted((one, two)))
    assert not (doubtful(scores, chosen, loose) & ~doubtful(scores, chosen, strict)).any()


def test_a_theme_without_a_probability_is_in_no_doubt():
    """A theme that is coded by phrases alone has no probability, and no person is asked for it."""
    scores = np.array([[np.nan, np.nan]], dtype=np.float32)
    assert not doubtful(scores, np.array([[True, False]]), UNSURE).any()


@pytest.mark.parametrize(
    ("facts", "trust"),
    [
        ({}, UNSURE),
        ({"review": {"below": 0.8, "above": 0.2}}, Trust(0.8, 0.2)),
        ({"review": {"below": None, "above": None}}, replace(UNSURE, proven=False)),
        ({"review": {"below": "0.8", "above": 0.2}}, replace(UNSURE, proven=False)),
        ({"review": {"below": True, "above": 7}}, replace(UNSURE, proven=False)),
        ({"review": None}, replace(UNSURE, proven=False)),
    ],
)
def test_limits_are_those_of_the_facts(facts, trust):
    """A model from before limits has the band of then; limits that are none leave nothing unseen."""
    assert trust_of(facts) == trust


@pytest.mark.parametrize("below", [0.55, 0.7, 0.98])
def test_a_code_below_the_limit_wants_a_person(model, below):
    """Codes less probable than `below` and uncoded themes more probable than `above` are named, the nearest to one half first; no others."""
    coder = Coder(with_review(model, below=below, above=1 - below))
    for text in ("kind of staff car", "grant", "it was full of meals", "lovely room"):
        codings = coder.code(answers_of([text]))
        assert codings.scores is not None
        rows = zip(coder.model.codeframe.codes, codings.scores[0].tolist(), codings.chosen[0].tolist(), strict=True)
        doubt = sorted(
            (abs(score - 0.5), code)
            for code, score, chosen in rows
            if (score < below if chosen else score > np.float32(1 - below))
        )
        why = codings.why[0]
        named = [part.split()[0] for part in why.removeprefix("unsure: ").split(", ")] if "unsure" in why else []
        assert named == [code for _, code in doubt[:3]]


def test_where_nothing_is_proven_every_code_wants_a_person(model):
    """A model that could not be shown to be right leaves no code of its own unseen."""
    coder = Coder(with_review(model, below=None, above=None))
    codings = coder.code(answers_of(["staff were kind", "kind of staff car", "grant", "parking"] * 2))
    assert all(codings.why)
    assert UNPROVEN in codings.why

"""Sufficient statistics give the sums of the whole."""

from dataclasses import fields, replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tallies.frames import NESTED as FRAME

from freetext.survey.codings import Source
from freetext.survey.responses import Audit, Banner, Responses
from freetext.tallies.crosstab import table_of
from freetext.tallies.entries import columns_of
from freetext.tallies.statistics import blank_statistics, counted_in, less, together
from freetext.tallies.summing import sums_from
from freetext.tallies.sums import sums_of

BASES = st.sampled_from(["asked", "answered", "substantive"])
WEIGHTS = st.floats(0.01, 100) | st.sampled_from([1.0, 0.5, 1e9, 2.0**-20])


@st.composite
def surveys(draw):
    """A random coded question: themes, deciders, blanks and scores, a banner of columns that overlap, weights, and a partition."""
    n = draw(st.integers(1, 15))
    flags = st.lists(st.booleans(), min_size=n, max_size=n)
    answered = np.array(draw(flags))
    codes = np.array([draw(flags) for _ in range(len(FRAME))]).T & answered[:, None]
    kinds = st.sampled_from([[1] * 5, [3] * 5, [1, 2, 1, 1, 3], [0, 1, 2, 3, 3]])
    source = np.array(draw(st.lists(kinds, min_size=n, max_size=n)), dtype=np.uint8)
    member = np.array([draw(flags) for _ in range(3)]).T
    several = draw(st.booleans())
    member = member if several else member & (np.cumsum(member, axis=1) == 1)
    values = st.sampled_from([0.05, 0.1, 0.3, 0.5, 0.9, np.nan])
    scores = np.array(draw(st.lists(values, min_size=n * 5, max_size=n * 5))).reshape(n, 5)
    sure = ~answered | (source >= Source.HUMAN).all(axis=1)
    nobody, unsaid = np.zeros(n, dtype=bool), np.full((n, 5), np.nan)
    audit = Audit(sure, nobody, np.zeros(n), unsaid, scores if draw(st.booleans()) else None)
    asked = np.ones(n, dtype=bool)
    responses = Responses("q", "open", FRAME, codes, source, asked, answered, audit=audit)
    weights = np.array(draw(st.lists(WEIGHTS, min_size=n, max_size=n))) if draw(st.booleans()) else None
    part = np.array(draw(st.lists(st.integers(0, 3), min_size=n, max_size=n)))
    return responses, Banner("b", ("x", "y", "z"), member), weights, part


def counted(responses, banner, weights, rows):
    """The statistics of some rows."""
    empty = blank_statistics("q", "open", FRAME, weighted=weights is not None)
    columns = {"b": columns_of(replace(banner, member=banner.member[rows]))}
    return counted_in(empty, responses.take(rows), columns, None if weights is None else weights[rows])


def differing(one, other):
    """The fields in which two sums differ."""
    return [field.name for field in fields(one) if not same(getattr(one, field.name), getattr(other, field.name))]


def same(one, other):
    if isinstance(one, np.ndarray):
        return one.shape == other.shape and one.dtype == other.dtype and bool((one == other).all())
    return one == other


@settings(max_examples=150)
@given(surveys(), BASES, st.booleans())
def test_statistics_give_the_sums_of_the_whole(survey, base, split):
    """Statistics of any parts, added, are the very sums of the whole, with every base, banner and weight."""
    responses, banner, weights, part = survey
    parts = [counted(responses, banner, weights, part == number) for number in sorted(set(part.tolist()))]
    whole = sums_of(responses, banner=banner if split else None, weights=weights, base=base)
    found = sums_from(together(parts), banner="b" if split else "", base=base)
    assert differing(found, whole) == []
    assert table_of(found) == table_of(whole)


@settings(max_examples=80)
@given(surveys(), BASES)
def test_a_part_can_be_taken_away(survey, base):
    """The whole without a part is what the others add up to."""
    responses, banner, weights, part = survey
    everybody = counted(responses, banner, weights, part >= 0)
    left = less(everybody, counted(responses, banner, weights, part == 0))
    rest = counted(responses, banner, weights, part != 0)
    assert differing(sums_from(left, banner="b", base=base), sums_from(rest, banner="b", base=base)) == []

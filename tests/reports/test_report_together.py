"""Themes that come together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis.extra import numpy as hnp

from freetext.reports.cooccurrence import both_given, together_listing
from freetext.survey.codeframe import codeframe_of
from freetext.survey.responses import Responses
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally
from freetext.tallies.options import multi_responses
from freetext.tallies.sums import sums_of


def listed(responses, profile=""):
    """The listing of a question, which there must be."""
    listing = together_listing(responses, tally(responses), "name", "Which?", profile)
    assert listing is not None
    return listing


def test_pairs_with_their_shares_and_what_chance_expects():
    """Of eight with a and six with b in ten, five have both: 63 % and 83 %, 4.8 expected, 1.04 times as often."""
    said = ["a;b"] * 5 + ["a"] * 3 + ["b"] + ["c"]
    responses = multi_responses("q", said)
    listing = listed(responses)
    (row,) = listing.rows
    assert [each.value for each in row] == ["a", "b", 5, 5 / 8, 5 / 6, 4.8, 1.04]
    assert listing.finding == "5 of the 6 who name b also name a (83 %; 4.8 expected by chance)."
    assert listing.title == "Which? Themes together"


def test_nothing_together_is_no_listing():
    """Single answers, and pairs of fewer than three, make no listing."""
    for said in (["a", "b"], ["a;b", "a;b", "c"]):
        responses = multi_responses("q", said)
        assert together_listing(responses, tally(responses), "n", "t") is None


@pytest.mark.parametrize(("alone", "told"), [(9, True), (3, False), (0, False)])
def test_a_profile_hides_a_pair_whose_cross_has_a_small_field(alone, told):
    """Under a profile a pair stands only where both, either alone and neither are all large enough."""
    said = ["a;b"] * 20 + ["a"] * alone + ["b"] * 12 + ["c"] * 11
    responses = multi_responses("q", said)
    assert (together_listing(responses, tally(responses), "n", "t", "nhs") is not None) == told
    if told:
        assert listed(responses, "nhs").rows[0][2].value == 20


def test_for_publication_a_small_base_has_no_percentage():
    """Of a base under 30 the counts stand alone, in the listing and in the finding; one of 30 has its percentage."""
    responses = multi_responses("q", ["a;b"] * 7 + ["b"] * 23 + ["c"] * 9)
    table = tally(responses, conventions=Conventions(publication=True))
    listing = together_listing(responses, table, "n", "t", publication=True)
    assert listing is not None
    assert [each.value for each in listing.rows[0][2:5]] == [7, None, 7 / 30]
    assert listing.finding == "All 7 who name a also name b (5.4 expected by chance)."
    plain = together_listing(responses, table, "n", "t")
    assert plain is not None
    assert "(100 %; 5.4 expected" in plain.finding


@given(hnp.arrays(np.bool_, (30, 3)))
@settings(max_examples=30)
def test_both_are_counted_as_the_sums_count_them(codes):
    """The counts are those of the table's own sums."""
    everybody = np.ones(30, dtype=np.bool_)
    source = np.full((30, 3), 3, dtype=np.uint8)
    responses = Responses("q", "open", codeframe_of(("a", "b", "c")), codes, source, everybody, everybody)
    assert np.array_equal(both_given(responses, everybody), sums_of(responses).both_n)

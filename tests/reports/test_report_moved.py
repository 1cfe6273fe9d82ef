"""Back-coding in a report."""

import pytest

from freetext.reports.methods import methods_of
from freetext.reports.moved import moves_listing
from freetext.reports.surveyed import Surveyed
from freetext.survey.questionnaire import Move
from freetext.tallies.conventions import Conventions


@pytest.mark.parametrize("profile", ["", "nhs", "ons10"])
def test_moves_are_not_counted_under_a_profile(asked, closed, profile):
    """Without a profile moves are listed and counted; under one there is no listing, and the methods name no number."""
    moves = tuple(Move("which", str(n), "Other", "Foo" if n < 14 else "Bar") for n in range(29))
    question = asked(closed({"Other": 60, "Foo": 60, "Bar": 60}, "which"), moves=moves)
    listing = moves_listing(question, "moves", profile)
    (said,) = (
        each
        for each in methods_of(Surveyed("s", (question,), conventions=Conventions(disclosure=profile)), ())
        if "back-coded" in each
    )
    assert (listing is None) == bool(profile)
    assert said.startswith("Some answers to" if profile else "29 answers to")

"""Banners."""

import pytest

from freetext.errors import InputError
from freetext.tallies.banners import banner_of


def test_columns_come_as_they_appear():
    """Words stand in the order of first appearance, and a blank is in no column."""
    banner = banner_of("type", ["b", "a", "", " b "])
    assert banner.names == ("b", "a")
    assert banner.member.tolist() == [[True, False], [False, True], [False, False], [True, False]]


def test_numbers_come_by_size():
    """A column of numbers is ordered by size, not as text."""
    assert banner_of("size", ["10", "9", "2.5"]).names == ("2.5", "9", "10")


def test_stated_options_come_first():
    """The questionnaire's order goes before what is found, and stays where nobody is in it."""
    assert banner_of("type", ["z", "la"], options=["IFA", "LA"]).names == ("IFA", "LA", "z")


def test_columns_may_overlap():
    """With a separator a respondent is in every column named."""
    assert banner_of("regions", ["n;s", "s"], separator=";").member.tolist() == [[True, True], [False, True]]


def test_a_blank_column_is_refused():
    """There is nothing to split by; the message names column and option."""
    with pytest.raises(InputError, match=r"column 'region'.*--by"):
        banner_of("region", ["", " "])


def test_too_many_columns_are_refused():
    """Free text is no banner."""
    with pytest.raises(InputError, match="101 different values"):
        banner_of("id", [f"r{place}" for place in range(101)])

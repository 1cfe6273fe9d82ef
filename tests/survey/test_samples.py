"""A plain random sample of respondents."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from freetext.survey.samples import Sampled, drawn, highest

PEOPLE = st.lists(st.integers(0, 8).map(str), min_size=1, max_size=40)


@given(PEOPLE, st.integers(1, 40))
def test_people_are_taken_whole_and_no_more_than_are_wanted(people, most):
    """Whoever is in is in with all their answers; the next person would be too much; one is in at least."""
    numbers = drawn(people, 0)
    kept = numbers <= highest(numbers, np.ones(len(people), dtype=np.bool_), most)
    inside = {person for person, took in zip(people, kept, strict=True) if took}
    assert kept.tolist() == [person in inside for person in people]
    assert inside
    assert kept.sum() <= most or len(inside) == 1
    others = np.unique(numbers[~kept])
    if len(others):
        assert kept.sum() + (numbers == others[0]).sum() > most


def test_the_draw_hangs_on_the_name_and_the_seed_alone():
    """The same person has the same number in any company, another with another seed."""
    assert drawn(["a", "b"], 1).tolist() == drawn(["b", "a"], 1).tolist()[::-1]
    assert drawn(["a"], 1).tolist() != drawn(["a"], 2).tolist()


def test_the_draw_is_even():
    """Of many people about one in ten is among the lowest tenth of the numbers."""
    share = (drawn(map(str, range(20_000)), 0) < np.uint64(2**64 // 10)).mean()
    assert abs(share - 0.1) < 0.01


def test_unlabelled_answers_do_not_count():
    """Only labelled answers count to the number that is wanted."""
    numbers, labelled = drawn(map(str, range(100)), 0), np.arange(100) < 10
    assert (numbers[labelled] <= highest(numbers, labelled, 10)).sum() == 10


def test_the_line_says_how_many_of_how_many():
    """People are told how many answers were drawn, of how many, and what takes more."""
    line = Sampled(1_000_000, 400_000, 99_990).line
    assert "99,990 of 1,000,000 labelled answers" in line
    assert "--most" in line

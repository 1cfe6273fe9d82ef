"""The bench of discovery counts what it says it counts."""

import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
HELD = np.array([True] * 6 + [False] * 14)
EVERYWHERE = np.array([True] * 6 + [False] * 14 + [True] * 6 + [False] * 14)


@pytest.fixture(scope="module")
def bench():
    """Return the bench."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SCRIPTS)
        before = set(sys.modules)
        yield import_module("bench_discover")
        for name in set(sys.modules) - before:
            if name.startswith("bench_"):
                del sys.modules[name]


@pytest.fixture
def empty(bench):
    """Six of 20 answers that are looked at have the hidden theme; twelve of 40 in all."""
    return bench.Looked("survey", "theme", "system", answers=12, left=6, looked=20)


@pytest.fixture
def judged(bench, empty):
    """Judge groups of the answers that are looked at."""
    return lambda groups: bench.judged(empty, groups, HELD)


@pytest.fixture
def judged_whole(bench, empty):
    """Judge groups of all answers."""
    return lambda groups: bench.judged_whole(empty, groups, EVERYWHERE)


def test_a_group_holds_a_theme_that_half_of_it_has_and_a_third_of_whose_answers_it_has(judged):
    """The first group that is pure enough and large enough is told, with its precision and recall."""
    found = judged([np.array([0]), np.array([0, 10, 11]), np.array([0, 1, 2, 12])])
    assert (found.rank, found.size, found.precision, found.recall) == (3, 4, 0.75, 0.5)


def test_a_heap_is_told_apart(judged):
    """A group of more than half of all that is looked at counts by the letter of the measure, and not as fair."""
    heap = judged([np.arange(12)])
    assert (heap.rank, heap.fair) == (1, 0)


def test_a_third_of_all_answers_is_more(judged, judged_whole):
    """Where another theme claims half of a theme's answers, a third of all is two thirds of what is left, or claimed ones beside it."""
    assert judged([np.arange(3)]).rank == 1
    assert judged_whole([np.arange(3)]).whole == 0
    assert judged_whole([np.arange(4)]).whole == 1
    found = judged_whole([np.arange(3), np.array([0, 20, 21, 22, 30])])
    assert (found.whole, found.wide, found.pure, found.part) == (2, 5, 0.8, 1 / 3)


def test_claimed_answers_of_other_themes_make_a_group_impure(judged_whole):
    """What a group reaches counts against its precision like any other answer."""
    assert judged_whole([np.array([0, 1, 2, 3, 30, 31, 32, 33, 34])]).whole == 0


def test_what_is_behind_the_tenth_does_not_count(judged):
    """Only the first ten groups are looked at."""
    groups = [np.array([19])] * 10 + [np.arange(6)]
    assert judged(groups).rank == 0

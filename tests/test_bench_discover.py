"""The bench of discovery counts what it says it counts."""

import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
HELD = np.array([True] * 6 + [False] * 14)


@pytest.fixture(scope="module")
def judged():
    """Judge groups of 20 answers that are looked at: six of them, of twelve in all, have the hidden theme."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SCRIPTS)
        before = set(sys.modules)
        bench = import_module("bench_discover")
        empty = bench.Looked("survey", "theme", "system", answers=12, left=6, looked=20)
        yield lambda groups: bench.judged(empty, groups, HELD)
        for name in set(sys.modules) - before:
            if name.startswith("bench_"):
                del sys.modules[name]


def test_a_group_holds_a_theme_that_half_of_it_has_and_a_third_of_whose_answers_it_has(judged):
    """The first group that is pure enough and large enough is told, with its precision and recall."""
    found = judged([np.array([0]), np.array([0, 10, 11]), np.array([0, 1, 2, 12])])
    assert (found.rank, found.size, found.precision, found.recall) == (3, 4, 0.75, 0.5)


def test_a_heap_is_told_apart(judged):
    """A group of more than half of all that is looked at counts by the letter of the measure, and not as fair."""
    heap = judged([np.arange(12)])
    assert (heap.rank, heap.fair) == (1, 0)


def test_a_third_of_all_answers_is_more(judged):
    """Where another theme claims half of a theme's answers, a third of all is two thirds of what is left."""
    assert judged([np.arange(3)]).whole == 0
    assert judged([np.arange(4)]).whole == 1


def test_what_is_behind_the_tenth_does_not_count(judged):
    """Only the first ten groups are looked at."""
    groups = [np.array([19])] * 10 + [np.arange(6)]
    assert judged(groups).rank == 0

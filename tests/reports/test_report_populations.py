"""What a report says of those whom respondents stand for: with a population that all answered, there is nobody else."""

import pytest

from freetext.reports.build import built
from freetext.reports.surveyed import Surveyed
from freetext.tallies.conventions import Conventions


@pytest.fixture(name="said")
def _said(asked, closed):
    def said(population, *bases):
        questions = tuple(
            asked(closed({"a": n - 10, "b": 10}), conventions=Conventions(population=population)) for n in bases
        )
        report = built(Surveyed("s", questions, conventions=Conventions(population=population)))
        return " ".join(report.warnings), " ".join(report.methods)

    return said


def test_without_a_population_there_is_a_wider_one(said):
    """Where nothing is said of a population, warnings and methods speak of a wider one."""
    warned, methods = said(None, 30)
    assert "of a wider population a share near half" in warned
    assert "They hold of a wider population as far as" in methods


def test_a_population_is_named_wherever_it_is_meant(said):
    """With a population no sentence speaks of a wider one."""
    warned, methods = said(41, 30)
    assert "of the population of 41 a share near half" in warned
    assert "They hold of a population of 41, which the intervals allow for, as far as" in methods
    assert "wider" not in warned + methods


def test_a_population_that_all_answered_leaves_nothing_to_sampling(said):
    """Where the base is the population there is no warning of sampling, and the methods say that nothing is left to it."""
    warned, methods = said(30, 30)
    assert "share near half" not in warned
    assert "all of it answered, so that nothing is left to sampling" in methods
    assert "random draw from it" not in methods


def test_a_question_that_fewer_answered_is_still_a_draw(said):
    """Of two questions of which one was answered by all, the other is still taken for a draw."""
    _, methods = said(30, 30, 25)
    assert "where all of it answered nothing is left to sampling, elsewhere as far as" in methods

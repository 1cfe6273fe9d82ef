"""Where numbers come from, and whether they come out the same again."""

import copy
import json
from dataclasses import replace

import pytest

from freetext.reports.build import built
from freetext.reports.provenance import differences, record, shown
from freetext.reports.report import Fact
from freetext.tallies.conventions import Conventions


@pytest.fixture(name="old", scope="module")
def _old(demo):
    facts = (Fact("survey.csv", "sha256 1a2b"), Fact("codeframe", "7399a259"))
    return json.loads(json.dumps(record(built(replace(demo, provenance=facts)))))


def test_the_same_survey_gives_the_same_record(demo, old):
    """A report built again differs in nothing, also after a way through JSON."""
    facts = (Fact("survey.csv", "sha256 1a2b"), Fact("codeframe", "7399a259"))
    assert differences(old, record(built(replace(demo, provenance=facts)))) == []


def test_an_input_that_has_changed_is_named(old):
    """A digest that differs, one that has gone and one that is new are told in words."""
    new = copy.deepcopy(old)
    new["facts"] = {"survey.csv": "sha256 9f", "model": "x"}
    assert differences(old, new) == [
        "survey.csv has changed: was sha256 1a2b, is sha256 9f.",
        "codeframe: was 7399a259, is not there any more.",
        "model: is x, was not there.",
    ]


def test_a_cell_that_has_changed_is_named(old):
    """A figure that differs is told by question, banner, row and column, old and new."""
    new = copy.deepcopy(old)
    table = next(each for each in new["tables"] if each["question"] == "barrier" and each["banner"] == "type")
    table["rows"][0]["cells"][1]["count"] = 5
    table["columns"][1]["n"] = 12
    table["rows"][0]["cells"][1]["letters"] = "B"
    assert differences(old, new) == [
        "barrier, by type, base of local authority: n was 13, is 12.",
        "barrier, by type, resource or risk aversion, local authority: count was 10, is 5; letters was '', is 'B'.",
    ]


def test_rows_and_tables_that_come_and_go_are_named(old):
    """Other rows are told by name, and no cell is compared with one of another row; so are tables."""
    new = copy.deepcopy(old)
    new["tables"][0]["rows"].pop()
    new["tables"].pop()
    said = differences(old, new)
    assert said[0] == "type: other rows (without other)."
    assert said[1].endswith("the table is not there any more.")


def test_the_last_digits_do_not_count(old):
    """A share that differs in the tenth place is the same: another machine adds in another order."""
    new = copy.deepcopy(old)
    new["tables"][0]["rows"][0]["cells"][0]["share"] *= 1 + 1e-12
    assert differences(old, new) == []


def test_words_are_compared_where_no_number_differs(old):
    """Sentences that are worded otherwise over the same numbers are counted."""
    new = copy.deepcopy(old)
    new["sentences"][0] = "Resource comes first."
    assert differences(old, new) == ["The numbers are the same; 1 of the sentences are worded otherwise."]


def test_another_format_is_said(old):
    """A record of another version is not compared."""
    assert differences(old, {**old, "format": 2}) == ["The record has format 1, this version writes 2."]


def test_conventions_that_are_not_the_usual_ones_are_facts(demo):
    """What was set otherwise than usual stands in the provenance."""
    facts = built(replace(demo, conventions=Conventions(population=152, order="size"))).provenance
    assert {each.name: each.value for each in facts} == {"population": "152", "order": "size"}


@pytest.mark.parametrize(
    ("number", "last"), [(50, "49."), (51, "And 1 more difference."), (70, "And 20 more differences.")]
)
def test_a_long_list_ends_in_the_number_of_the_others(number, last):
    """Fifty differences are told; behind them stands how many are not."""
    told = shown([f"{place}." for place in range(number)])
    assert told[-1] == last
    assert len(told) == min(number, 51)

"""Checks of headers, ids, closed values and weights: each planted fault is found with its rows, and what is sound is left alone."""

import pytest

from freetext.guard.checks import Cells
from freetext.guard.checks_headers import check_asked, check_filled, check_names
from freetext.guard.checks_ids import check_ids, check_questions
from freetext.guard.checks_options import near_doubles, no_rank, no_tick, outside_list
from freetext.guard.checks_weights import check_weights


def cells(*texts, name="col"):
    return Cells(name, texts, range(2, 2 + len(texts)))


def told(findings):
    """Name, severity and rows of each finding."""
    return [(each.check, each.severity, each.rows) for each in findings]


def test_header_faults_are_named():
    """Columns without a name and names that stand twice are found by their places and numbers; a sound header has none."""
    findings = list(check_names(["id", "", "a", "a", " "]))
    assert [(each.check, each.column, each.count) for each in findings] == [("no-name", "", 2), ("name-twice", "a", 2)]
    assert "number 2, 5" in findings[0].what
    assert list(check_names(["id", "a"])) == []


def test_columns_that_say_nothing_are_listed_together():
    """Constant and empty columns make one note each that lists them; one row alone is no column that repeats itself."""
    columns = [cells("x", "x", name="a"), cells("", " ", name="b"), cells("x", "y", name="c"), cells("", "y", name="d")]
    findings = list(check_filled(columns))
    assert [(each.check, each.count) for each in findings] == [("empty-column", 1), ("constant", 1)]
    assert "b." in findings[0].what
    assert "a." in findings[1].what
    assert list(check_filled([cells("x")])) == []


def test_columns_of_the_settings_must_be_there():
    """A column that the settings name and the file lacks needs a person, with what it was for."""
    (finding,) = check_asked(["id", "a"], {"id": "the id", "b": "a banner"})
    assert (finding.check, finding.severity, finding.column) == ("missing-column", "person", "b")
    assert "a banner" in finding.what


@pytest.mark.parametrize(
    ("ids", "check", "severity", "rows"),
    [
        (["1", "", " ", "4"], "id-missing", "person", (3, 4)),
        (["1", "2", "1", "1"], "id-twice", "person", (2, 4, 5)),
        (["a", " b", "c\u00a0"], "id-blanks", "note", (3, 4)),
        (["ab", "AB", "x"], "id-twins", "person", (2, 3)),
        (["007", "012", "13", "0a"], "id-zeros-lost", "person", (4,)),
        (["1.23E+15", "4,5e+12", "7"], "id-shortened", "person", (2, 3)),
    ],
)
def test_faults_of_ids_are_found(ids, check, severity, rows):
    """Each fault of an id is found alone and with its rows."""
    assert told(check_ids(cells(*ids))) == [(check, severity, rows)]


@pytest.mark.parametrize("ids", [["1", "2", "10"], ["007", "013"], ["a1", "a-1"], ["0", "1", "2"], []])
def test_sound_ids_are_left_alone(ids):
    """Numbers, numbers filled up with zeros and codes are ids without a finding."""
    assert list(check_ids(cells(*ids))) == []


def test_an_id_may_stand_once_a_question():
    """In a file with one answer a row an id and a question together must be unique, and each row must say its question."""
    assert list(check_ids(cells("1", "1", "2"), ["a", "b", "a"])) == []
    assert told(check_ids(cells("1", "1", "1"), ["a", "b", "a"])) == [("id-twice", "person", (2, 4))]
    assert told(check_questions(cells("a", " ", "b"))) == [("question-missing", "person", (3,))]


def test_values_outside_a_list_are_found_whatever_their_case():
    """Values are compared as the tally does, cell by cell or part by part; long ones are counted and not shown."""
    assert outside_list(cells("Yes", "yes ", "NO", ""), ["yes", "no"]) == []
    (finding,) = outside_list(cells("yes", "maybe", "Mrs Miller of Elm Street told us so"), ["yes", "no"])
    assert (finding.check, finding.severity, finding.rows) == ("outside-list", "person", (3, 4))
    assert "'maybe'" in finding.what
    assert "Miller" not in finding.what
    assert told(outside_list(cells("a;b", "a;d", ";c"), ["a", "b", "c"], ";")) == [("outside-list", "person", (3,))]


def test_ticks_and_ranks_are_what_they_must_be():
    """A column of ticks holds 0 and 1, their like or the option's own words, a ranking whole numbers from 1; blanks are neither's fault."""
    assert no_tick(cells("0", "1", "", "Yes", "too far", "Too Far "), "Too far") == []
    assert told(no_tick(cells("0", "2"), "2nd")) == [("outside-list", "person", (3,))]
    assert no_rank(cells("1", "12", "", "3.0")) == []
    assert told(no_rank(cells("0", "first", "2"))) == [("outside-list", "person", (2, 3))]


def test_spellings_of_an_option_are_told_apart_by_what_they_do():
    """Capitals and blanks are counted as one and noted; marks and accents are counted apart and need a person."""
    assert told(near_doubles(cells("Yes", "yes ", "YES", "No"))) == [("option-spellings", "note", ())]
    assert told(near_doubles(cells("Don't know", "Dont know.", "No"))) == [("near-options", "person", ())]
    assert told(near_doubles(cells("Yes", "Yes.", "No"))) == [("near-options", "person", ())]
    assert told(near_doubles(cells("Caf\u00e9", "Cafe"))) == [("near-options", "person", ())]
    assert list(near_doubles(cells("18-24", "1824", "+1", "-1"))) == []


@pytest.mark.parametrize(
    ("weights", "check", "severity", "rows"),
    [
        (["1", "", "1"], "weight-missing", "person", (3,)),
        (["1", "x", "nan", "inf", "1"], "weight-no-number", "person", (3, 4, 5)),
        (["1", "-1", "1"], "weight-negative", "person", (3,)),
        (["1", "0", "1,0"], "weight-zero", "note", (3,)),
        (["0.5"] * 18 + ["1", "10"], "weight-extreme", "note", (21,)),
        (["2", "2"], "weight-sum", "note", ()),
    ],
)
def test_faults_of_weights_are_found(weights, check, severity, rows):
    """Each fault of a weight is found with its rows."""
    assert (check, severity, rows) in told(check_weights(cells(*weights)))


def test_the_design_effect_is_kishs():
    """Weights 1 and 3 in halves have the design effect 1.25, which is no note; 18 of 0.5, one 1 and one 10 have n sum(w^2)/sum(w)^2 = 5.28."""
    assert list(check_weights(cells("0.5", "1.5"))) == []
    findings = {each.check: each for each in check_weights(cells(*["0.5"] * 18, "1", "10"))}
    assert "5.28" in findings["weight-effect"].what


def test_sound_weights_are_left_alone():
    """Weights around 1 have no finding, nor has a column without rows."""
    assert list(check_weights(cells("0.9", "1.1", "1"))) == []
    assert list(check_weights(cells())) == []

"""The published figures of the survey that the demo reconstructs, out of the same command as everybody's tallies."""

import csv
import json
import subprocess
import sys
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

import pytest

from freetext.files.project.demo import write_demo

QUESTIONS = ("type", "levels", "dedicated_resource", "game_changing", "barrier", "encourage", "issues")
TOTAL, LA, CHARITY, IFA, VAA, OTHER = "Total", "local authority", "charity", "IFA", "VAA", "other"


class Figure(NamedTuple):
    """What is published of a cell: how many, of how many, and the rounded percentage."""

    given: int
    base: int
    percent: int


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    folder = tmp_path_factory.mktemp("published") / "survey"
    write_demo(folder)
    return folder


def tallied(file, *options, folder):
    done = subprocess.run(
        [sys.executable, "-m", "freetext", "tally", str(file), "--json", "--quiet", *options],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return {table["question"]: table for table in json.loads(done.stdout)["tables"]}


@pytest.fixture(scope="module")
def tables(survey):
    return tallied("survey.csv", *(word for name in QUESTIONS for word in ("--closed", name)), folder=survey)


def published(table: dict[str, Any], row: str, column: str = TOTAL) -> Figure:
    """Round a cell's share as the report does: half up."""
    place = [each["name"] for each in table["columns"]].index(column)
    (cell,) = (each["cells"][place] for each in table["rows"] if each["name"] == row)
    percent = (100 * Decimal(repr(cell["share"]))).quantize(Decimal(1), ROUND_HALF_UP)
    return Figure(cell["count"], table["columns"][place]["n"], int(percent))


@pytest.mark.parametrize(
    ("row", "count", "percent"), [(LA, 13, 32), (CHARITY, 5, 12), (IFA, 13, 32), (VAA, 9, 22), (OTHER, 1, 2)]
)
def test_types_of_organisation(tables, row, count, percent):
    """41 organisations are 13, 5, 13, 9 and 1 by type."""
    assert Figure(count, 41, percent) == published(tables["type"], row)


def test_the_types_are_the_banner_of_every_other_figure(tables):
    """Every table by type has the types' own counts as bases, in the questionnaire's order."""
    expected = [(TOTAL, 41), (LA, 13), (CHARITY, 5), (IFA, 13), (VAA, 9), (OTHER, 1)]
    for name in ("levels", "dedicated_resource", "game_changing", "barrier", "issues"):
        assert expected == [(each["name"], each["n"]) for each in tables[name]["columns"]]


@pytest.mark.parametrize(("row", "count", "percent"), [("incremental", 36, 88), ("game-changing", 16, 39)])
def test_levels_of_innovation(tables, row, count, percent):
    """36 of 41 work at the incremental level and 16 at the game-changing one; several answers are allowed."""
    assert Figure(count, 41, percent) == published(tables["levels"], row)


def test_everybody_named_a_level(tables):
    """36 and 16 answers of 41 respondents, each of whom named at least one level: 11 named both."""
    assert tables["levels"]["mentions"][0] == 36 + 16
    assert tables["levels"]["columns"][0]["n"] == 41


@pytest.mark.parametrize(
    ("question", "row", "column", "expected"),
    [
        ("dedicated_resource", "yes", TOTAL, Figure(20, 41, 49)),
        ("dedicated_resource", "no", TOTAL, Figure(21, 41, 51)),
        ("dedicated_resource", "yes", LA, Figure(7, 13, 54)),
        ("dedicated_resource", "yes", IFA, Figure(5, 13, 38)),
        ("dedicated_resource", "yes", VAA, Figure(3, 9, 33)),
        ("dedicated_resource", "yes", CHARITY, Figure(4, 5, 80)),
        ("dedicated_resource", "yes", OTHER, Figure(1, 1, 100)),
        ("game_changing", "yes", TOTAL, Figure(19, 41, 46)),
        ("game_changing", "no", TOTAL, Figure(22, 41, 54)),
        ("game_changing", "yes", LA, Figure(8, 13, 62)),
        ("game_changing", "yes", IFA, Figure(3, 13, 23)),
        ("game_changing", "yes", VAA, Figure(4, 9, 44)),
        ("game_changing", "yes", CHARITY, Figure(3, 5, 60)),
        ("game_changing", "yes", OTHER, Figure(1, 1, 100)),
    ],
)
def test_resource_and_investment_by_type(tables, question, row, column, expected):
    """Dedicated resource and game-changing investment, as a whole and by type, are as published."""
    assert expected == published(tables[question], row, column)


def test_local_authorities_invest_almost_three_times_as_often(tables):
    """62 % of local authorities against 23 % of agencies is "almost 3 times"."""
    local, agency = (published(tables["game_changing"], "yes", column) for column in (LA, IFA))
    assert 2.5 < local.percent / agency.percent < 3
    assert 2.5 < (local.given / local.base) / (agency.given / agency.base) < 3


@pytest.mark.parametrize(
    ("row", "count", "percent"),
    [("resource", 23, 56), ("risk-aversion", 7, 17), ("capability", 3, 7), ("culture", 2, 5), ("none named", 6, 15)],
)
def test_greatest_barrier(tables, row, count, percent):
    """The greatest barrier is resource for 23 of 41; six name none and stay in the base."""
    assert Figure(count, 41, percent) == published(tables["barrier"], row)


def test_no_barrier_named_is_a_reserved_code_at_the_end(tables):
    """Those who name no barrier have a reserved code, printed last."""
    last = tables["barrier"]["rows"][-1]
    assert (last["name"], last["reserved"]) == ("none named", "none")


def test_resource_or_risk_aversion_among_local_authorities(tables):
    """Resource and risk aversion together, a net that counts a respondent once, are over 75 % of local authorities."""
    net = published(tables["barrier"], "resource or risk aversion", LA)
    assert net.given >= 10
    assert net.base == 13
    assert net.percent > 75


ENCOURAGED = {
    "seed funding": Figure(16, 35, 46),
    "joining with others": Figure(7, 35, 20),
    "evidence of efficacy": Figure(7, 35, 20),
    "extra staff": Figure(5, 35, 14),
}


@pytest.mark.parametrize("row", ENCOURAGED)
def test_what_would_encourage(tables, row):
    """Of the 35 who answered, 16, 7, 7 and 5 would be encouraged by each, once "Other" is back-coded."""
    assert ENCOURAGED[row] == published(tables["encourage"], row)


def test_the_moves_alone_make_the_new_category(survey, tables):
    """Evidence of efficacy is nobody's answer before the moves; they add up to the published row and leave the base alone."""
    # Outside the survey's folder no settings apply, so no moves.
    before = tallied(survey / "survey.csv", "--closed", "encourage", folder=survey.parent)["encourage"]
    with (survey / "moves.csv").open(encoding="utf-8", newline="") as file:
        moves = [move for move in csv.DictReader(file) if move["question"] == "encourage"]
    raw: Counter[str] = Counter({each["name"]: each["cells"][0]["count"] for each in before["rows"]})
    raw.subtract(move["from"] for move in moves)
    raw.update(move["to"] for move in moves)
    assert "evidence of efficacy" not in [each["name"] for each in before["rows"]]
    assert {name: figure.given for name, figure in ENCOURAGED.items()} == dict(+raw)
    assert 35 == before["columns"][0]["n"] == tables["encourage"]["columns"][0]["n"]
    assert any(f"back-coded by moves.csv: {len(moves)}" in note for note in tables["encourage"]["notes"])


def test_issues_of_the_coming_year(tables):
    """The ranking stands in the published order, leaves no tie, and names its score."""
    issues = tables["issues"]
    assert [(row["place"], row["name"]) for row in issues["rows"]] == [
        ("1", "adolescent mental health"),
        ("2", "placement sufficiency"),
        ("3", "adolescent safeguarding"),
        ("4", "youth crime"),
        ("5", "placement stability"),
    ]
    scores = [row["cells"][0]["score"] for row in issues["rows"]]
    assert sorted(set(scores), reverse=True) == scores
    assert "Borda" in issues["score"]

"""`--where` in the commands that count rows: tally, evaluate and search."""

import json

import pytest


def test_evaluate_compares_the_rows_that_meet_it(freetext, small, table, rows_to):
    """`evaluate --where` compares those rows alone; where all of them are blank the answer is no."""
    head, *rows = table
    cells = [[*row, *(["money", "money=model"] if row[3] else ["", "blank"])] for row in rows]
    rows_to(small / "coded.csv", [[*head, "freetext_themes", "freetext_source"], *cells])
    asked = ("evaluate", "coded.csv", "--labels", "themes")
    whole, part = (
        json.loads(freetext(*asked, *more, "--json", cwd=small).out) for more in ((), ("--where", "type = north"))
    )
    assert (whole["answers"], part["answers"]) == (9, 5)
    done = freetext(*asked, "--where", "id = 4", cwd=small)
    assert (done.code, done.out) == (1, "")


def test_search_finds_among_the_rows_that_meet_it(freetext, small):
    """`search --where` finds answers of those rows alone."""
    asked = ("search", "money", "answers.csv", "--text", "verbatim", "--id", "id", "--json")
    whole, part = (json.loads(freetext(*asked, *more, cwd=small).out) for more in ((), ("--where", "type = north")))
    names = [{each["id"] for each in found["answers"]} for found in (whole, part)]
    assert names[1] == {"1", "5", "8"} < names[0]


@pytest.mark.parametrize("command", ["tally", "evaluate", "search"])
def test_a_condition_on_a_dropped_column_is_refused(freetext, survey, command):
    """What the project drops cannot be asked for by a condition either."""
    more = {"tally": ["survey.csv"], "evaluate": ["survey.csv", "--labels", "type"], "search": ["money", "survey.csv"]}
    done = freetext(command, *more[command], "--where", "contact = x", cwd=survey)
    assert (done.code, done.out) == (2, "")
    assert "the column 'contact' is left out" in done.line


def test_a_filter_says_so_below_the_table(freetext, survey):
    """Every table of a part says of which part, in all its faces; columns that nobody is left in are gone."""
    asked = ("tally", "survey.csv", "--closed", "levels", "--where", "type = charity|IFA")
    for form in ((), ("--md",)):
        done = freetext(*asked, *form, cwd=survey)
        assert "Only those with type = charity|IFA: 18 rows of 41." in done.out.replace("\\|", "|")
    (table,) = (
        each
        for each in json.loads(freetext(*asked, "--json", cwd=survey).out)["tables"]
        if each["question"] == "levels"
    )
    assert [column["name"] for column in table["columns"]] == ["Total", "charity", "IFA"]

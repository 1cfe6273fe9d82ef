"""The JSON contract."""

import json

from freetext.show.jsons import as_json
from freetext.tallies.banners import banner_of
from freetext.tallies.crosstab import tally
from freetext.tallies.options import closed_responses
from freetext.tallies.ranks import ranking_responses


def refuse(constant):
    """Refuse what is no JSON."""
    raise AssertionError(constant)


def test_the_contract():
    """Format, tables, columns, rows and cells have the names that others script against."""
    table = tally(closed_responses("q", ["a", "b"]), banner=banner_of("t", ["x", ""], options=["x", "y"]))
    whole = json.loads(as_json([table]), parse_constant=refuse)
    assert whole["format"] == 1
    (found,) = whole["tables"]
    assert {"question", "banner", "base", "columns", "rows"} <= set(found)
    assert (found["question"], found["banner"], found["base"]) == ("q", "t", "answered")
    assert {"name": "x", "n": 1, "weighted": 1.0, "effective": 1.0}.items() <= found["columns"][1].items()
    assert set(found["columns"][1]) == {"name", "n", "weighted", "effective", "letter", "decided"}
    assert {"theme", "cells"} <= set(found["rows"][0])
    assert set(found["rows"][0]["cells"][0]) == {
        "count", "weighted", "share", "low", "high", "kind", "audited", "letters", "flag",
        "raw", "coding", "sampling", "mentions",
    }  # fmt: skip
    assert found["rows"][0]["cells"][2]["share"] is None


def test_numbers_equal_the_tables_to_the_last_bit():
    """Nothing is rounded on the way."""
    table = tally(closed_responses("q", ["a", "b", "a"]), weights=[0.1, 0.2, 0.7])
    (found,) = json.loads(as_json([table]))["tables"]
    assert [row["cells"][0]["share"] for row in found["rows"]] == [row.cells[0].share for row in table.rows]
    assert [row["cells"][0]["low"] for row in found["rows"]] == [row.cells[0].low for row in table.rows]


def test_a_ranking_adds_its_score():
    """A ranking names its score and carries score, mean rank and place."""
    (found,) = json.loads(as_json([tally(ranking_responses("r", {"a": ["1"], "b": ["2"]}))]))["tables"]
    assert found["score"]
    assert (found["rows"][0]["place"], found["rows"][0]["cells"][0]["score"]) == ("1", 1.0)


def test_any_name_can_be_piped():
    """The text is ASCII, so that it passes every pipe, odd names too."""
    assert "é\ud800" in json.loads(as_json([tally(closed_responses("q", ["é\ud800"]))]))["tables"][0]["rows"][0]["name"]
    assert as_json([tally(closed_responses("q", ["é"]))]).isascii()

"""What a search found, on a terminal, as JSON and as a table."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.show.found import found_json, found_rows, found_text, snippet, themes_text
from freetext.show.screens import display_width
from freetext.survey.found import Found, Given
from freetext.survey.query import query_of


def hit(text, wanted="", **more):
    """An answer with the hits of a search."""
    return Found("7", "why", "r7", text, query_of(wanted).spans(text), **more)


def test_hits_are_marked_with_and_without_colour():
    """Without colour a hit stands between stars, with colour it is bold."""
    found = hit("more money, please", "money please")
    assert snippet(found, 60, colour=False) == "more *money*, *please*"
    assert snippet(found, 60, colour=True) == "more \x1b[1mmoney\x1b[0m, \x1b[1mplease\x1b[0m"


def test_a_long_answer_is_cut_around_its_first_hit():
    """Of a long text the part around the first hit is shown, cut at blanks, with dots where something is left out."""
    text = f"{'before ' * 30}the money {'after ' * 30}"
    shown = snippet(hit(text, "money"), 60, colour=False)
    assert shown == "...before the *money* after after after after after..."
    assert snippet(hit(text), 30, colour=False) == "before before before..."
    assert snippet(hit(f"{'before ' * 30}money", "money"), 40, colour=False).endswith("before *money*")


def test_an_answer_is_shown_as_data():
    """Controls, ANSI and what turns text round are made harmless, in ids and themes too."""
    found = Found(
        "a\x1b[2J", "q", "r", "evil \x1b[31m money\n\u202etxt \ue000 \ue001", ((11, 16),), (Given("x\x07", "human"),)
    )
    shown = found_text([found])
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.count("\n") == 1
    assert "*" in shown


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"coded": True, "themes": (Given("a", "human"), Given("b", "human"), Given("c", "model"))}, "a, b (human); c (model)"),
        ({"coded": True, "disputed": ("d",)}, "d (in dispute)"),
        ({"coded": True, "none": True}, "no theme (human)"),
        ({"coded": True}, "no theme"),
        ({}, "not coded"),
        ({"flags": ("safeguarding",)}, "not coded; safeguarding"),
    ],
)  # fmt: skip
def test_themes_are_named_with_who_gave_them(more, said):
    """People's, rules' and the model's themes, disputes, no theme, no coding, and flags each read otherwise."""
    assert themes_text(hit("x", **more)) == said


@settings(max_examples=150)
@given(st.text(max_size=120), st.sampled_from(["a", "é*", "0 1", "日本"]), st.integers(20, 60))
def test_no_line_is_too_wide(text, wanted, width):
    """A snippet takes one line of at most the width, and every hit that it begins ends."""
    shown = snippet(hit(text, wanted), width, colour=False)
    assert display_width(shown) <= width
    assert "\n" not in shown
    bold = snippet(hit(text, wanted), width, colour=True)
    assert bold.count("\x1b[1m") == bold.count("\x1b[0m")


def test_json_holds_everything():
    """The JSON has how many were found, each answer's text, spans in characters, themes with who gave them, and flags."""
    found = hit("more money", "money", themes=(Given("a", "model"),), coded=True, flags=("safeguarding",))
    told = json.loads(found_json([found], 9))
    assert (told["format"], told["found"]) == (1, 9)
    assert told["answers"] == [
        {
            "id": "7", "question": "why", "respondent": "r7", "text": "more money", "spans": [[5, 10]], "coded": True,
            "themes": [{"theme": "a", "by": "model"}], "disputed": [], "coders": [], "flags": ["safeguarding"],
        }
    ]  # fmt: skip


def test_rows_of_a_table():
    """A table has a row an answer: themes and who gave them as a coded file writes them."""
    rows = found_rows([hit("x", themes=(Given("a", "human"), Given("b", "model"))), hit("y", none=True)])
    assert list(rows) == ["id", "question", "respondent", "text", "themes", "by", "disputed", "flags"]
    assert rows["by"] == ["a=human;b=model", "human"]

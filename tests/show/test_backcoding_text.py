"""Back-coding on the terminal."""

import pytest

from freetext.review.backcoding import propose
from freetext.review.option_frame import option_codeframe
from freetext.show.backcoding import moved_text, moves_text, proposal_text
from freetext.show.screens import display_width
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.questionnaire import Move, Question
from freetext.tallies.options import closed_responses

LISTED = ("seed funding", "extra staff", "Other")
OPTIONS = option_codeframe(Question("q", "closed", ("q",)), LISTED, "Other")
THEMES = Codeframe("t", (Theme("proof", 1, "Proof", keywords=("proof",)), Theme("culture", 2, "Culture")))
TEXTS = {f"r{n}": f"proof number {n}" for n in range(9)} | {
    "s1": "more staff\x1b[2J",
    "s2": "a \u202ereversed text that goes on for so long that no line of a terminal could hold all of it at once",
    "s3": "habits",
}


def listing(**given):
    """A listing of these texts."""
    found = propose(TEXTS, OPTIONS, base=40, coded={"s3": ("culture",)}, themes=THEMES)
    return proposal_text(found, TEXTS, OPTIONS, LISTED, question="q", share=0.05, **given)


def test_new_categories_come_first_then_options_then_what_must_be_read():
    """Sections say how many texts, their share of the base, and why; what is too small is told at the end."""
    lines = listing(width=120).splitlines()
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert heads == [
        'q: 12 texts of "Other", base 40 who answered',
        "So few are read sooner than guessed at: take what is proposed as a hint, and read them.",
        "New category 'Proof': 9 texts, 23 % of the base (coded 'Proof'; telling words number, proof)",
        "extra staff: 1 text, 3 % of the base",
        "No proposal: 2 texts to read",
        "Too few for a category of their own: Culture 1; a new category wants 2 texts (5 % of the base).",
    ]


def test_long_sections_are_cut_unless_all_is_asked_for():
    """Eight texts of each option are listed, and how many more there are; --all lists them."""
    assert "  and 1 more (--all lists them)" in listing().splitlines()
    assert sum(line.startswith("  r") for line in listing().splitlines()) == 8
    assert sum(line.startswith("  r") for line in listing(every=True).splitlines()) == 9


@pytest.mark.parametrize("width", [40, 60, 100])
def test_no_line_is_wider_than_the_terminal_or_harms_it(width):
    """Texts are wrapped, and whatever could move a cursor or turn text round is shown as a mark."""
    text = listing(width=width, every=True)
    assert max(map(display_width, text.splitlines())) <= width
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_before_and_after_stand_side_by_side():
    """Every option has its share and count before and after, the base both times; an option that went has its line, too."""
    before = closed_responses("q", ["a", "Other", "Other", ""], options=["a", "Other"])
    after = closed_responses("q", ["a", "a", "new", ""], options=["a", "new", "Other"])
    rows = [line.split() for line in moved_text(before, after).splitlines()]
    assert ["Base:", "all", "who", "answered", "3", "3"] in rows
    assert ["a", "33", "%", "1", "67", "%", "2"] in rows
    assert ["new", "0", "%", "0", "33", "%", "1"] in rows
    assert ["Other", "67", "%", "2", "0", "%", "0"] in rows


def test_moves_in_force_are_listed_by_option():
    """Those of most moves first, with ids; of many ids the first twelve and how many more."""
    moves = [Move("q", "r0", "Other", "a"), *(Move("q", f"r{n}", "Other", "b") for n in range(1, 15))]
    text = moves_text(moves, question="q", file="moves.csv", base=30, width=200)
    assert text.splitlines()[0] == "q: 15 moves in force (moves.csv), base 30 who answered"
    assert text.splitlines()[1].endswith("r12 and 2 more")
    assert text.splitlines()[2] == "  a: 1, 3 % of the base: r0"
    assert moves_text((), question="q", file="moves.csv", base=30) == "q: no move is in force."

import re

import pytest

from freetext.show.promotion import comparison_text, verdict_line, verdict_markdown
from freetext.show.screens import display_width
from freetext.tallies.paired import Comparison, Difference, ThemeChange, Verdict

THEMES = (
    ThemeChange("money", 0.5, 0.625, 40, "better"),
    ThemeChange("staff", 0.7, 0.65, 1200, "within chance"),
    ThemeChange("parking", None, 0.5, 3, "too few to tell"),
)
MICRO = Difference(0.601, 0.6137, 0.0127, -0.0021, 0.0271)
TALLY = Difference(1.204, 1.104, -0.1, -0.4, 0.2)
AUDIT = Comparison("audit", 1200, 900, MICRO, TALLY, THEMES)
NONE = Difference(None, None, None, None, None)
CARDS = Comparison(
    "cards", 0, 0, Difference(0.6, 0.61, None, None, None), NONE, (ThemeChange("money", 0.5, 0.6, 4, "not compared"),)
)


def words(text):
    """The lines of a text, blanks drawn together."""
    return [" ".join(line.split()) for line in text.splitlines()]


def test_each_theme_has_old_new_change_positives_and_standing():
    """A line a theme, then micro F1 and the tally's error with the interval of the difference; a dash where undefined."""
    lines = words(comparison_text(AUDIT, "abc", "def", width=100))
    assert lines[0] == "abc (old) against def (new)"
    assert lines[1] == "F1 on 1,200 audited answers of 900 respondents, which neither has seen"
    assert "money 0.50 0.63 +0.13 40 better" in lines
    assert "staff 0.70 0.65 -0.05 1,200 within chance" in lines
    assert "parking - 0.50 - 3 too few to tell" in lines
    assert "Micro F1 0.60 0.61 +0.013 -0.002 to +0.027" in lines
    assert "Mean tally error, points 1.20 1.10 -0.10 -0.40 to +0.20" in lines


def test_cards_alone_are_no_comparison():
    """Without answers that both coded there is no standing, no interval and no tally, and it is said why."""
    lines = words(comparison_text(CARDS, "abc", "def", width=100))
    assert lines[1] == "by their cards alone, each on its own labels: no fair comparison"
    assert "money 0.50 0.60 +0.10 4" in lines
    assert "Micro F1 0.60 0.61 -" in lines
    assert not any("tally" in line for line in lines)


def test_themes_that_only_one_has_are_listed():
    """New themes and those gone stand below, in the text as on the card."""
    text = comparison_text(AUDIT, "abc", "def", added=("food", "noise"), gone=("tea",), width=100)
    verdict = Verdict("promoted", "it is no worse", AUDIT, ("food", "noise"), ("tea",))
    for lines in (words(text), words(verdict_markdown(verdict, "abc"))):
        assert lines[-2:] == ["New: food, noise.", "Gone: tea."]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_lines_are_as_wide_as_asked(width):
    """No line is wider than the terminal."""
    text = comparison_text(AUDIT, "abc", "def", added=("food",) * 30, width=width)
    assert max(map(display_width, text.splitlines())) <= width


def test_colour_adds_nothing_but_codes():
    """Without its codes the coloured text is the plain one."""
    coloured = comparison_text(AUDIT, "abc", "def", width=80, colour=True)
    assert coloured != comparison_text(AUDIT, "abc", "def", width=80)
    assert re.sub(r"\x1b\[\d+m", "", coloured) == comparison_text(AUDIT, "abc", "def", width=80)


def test_the_verdict_in_one_line():
    """Who is in force, and why."""
    assert verdict_line(Verdict("kept", "micro F1 falls"), "old", "new") == "kept: old, because micro F1 falls"
    for outcome in ("promoted", "same"):
        assert verdict_line(Verdict(outcome, "it is so"), "old", "new") == "in force: new, because it is so"


def test_the_card_says_what_changed():
    """On the card stand the ground, the reason and a table; nothing where there was no model before."""
    lines = verdict_markdown(Verdict("kept", "micro F1 falls", AUDIT), "abc").splitlines()
    assert lines[0] == "## Against abc"
    assert lines[2] == "1,200 audited answers of 900 respondents, which neither has seen: micro F1 falls."
    assert "| money | 0.50 | 0.63 | +0.13 | 40 | better |" in lines
    assert all(line.count("|") == 7 for line in lines if line.startswith("|"))
    assert verdict_markdown(Verdict("promoted", "there was none"), "") == ""

"""Agreement on a terminal, as JSON, as Markdown and as sheets."""

import json
from dataclasses import replace

import numpy as np
import pytest

from freetext.show.agreement import agreement_text, interval, title
from freetext.show.agreement_pages import agreement_json, agreement_markdown, agreement_sheets
from freetext.show.screens import display_width
from freetext.survey.codeframe import codeframe_of
from freetext.survey.coders import Panel
from freetext.tallies.agreement import agreement_of
from freetext.tallies.agreement_figures import Figure

FRAME = codeframe_of(["Money", "Staff & pay", "Law"], name="visit")


def compared(*coders):
    """60 answers: the first theme differs in a few, the second is rare and never differs, the third is not given."""
    rows = np.arange(60)
    one = np.stack([rows % 3 == 0, rows % 30 == 7, rows < 0], axis=1)
    others = [one.copy() for _ in coders[1:]]
    for number, other in enumerate(others):
        other[number : 12 + number : 2, 0] ^= True
    keys = tuple((f"R{row}", "why" if row % 2 else "") for row in rows)
    given = np.stack([one, *others])
    return agreement_of(Panel(FRAME, coders, keys, given, np.ones(given.shape[:2], dtype=bool)))


def steady(found):
    """The same agreement with intervals that no other random stream moves."""

    def fixed(figure):
        return replace(figure, low=round(figure.value - 0.2, 2), high=1.0) if figure.value is not None else figure

    themes = tuple(replace(theme, alpha=fixed(theme.alpha)) for theme in found.themes)
    return replace(found, themes=themes, masi=fixed(found.masi), jaccard=fixed(found.jaccard))


TWO = steady(compared("ada", "ben"))


def test_face_of_an_agreement():
    """Themes with figures and readings, whole sets, how to read them, and what to do, lowest first, with the answers that differ."""
    assert (
        agreement_text([TWO], width=100)
        == """\
Agreement of ada and ben: 60 answers (visit)

                       share          alpha, 95 %   positive       reading   kappa    AC1   differ
──────────────────────────────────────────────────────────────────────────────────────────────────
Money                   35 %   0.78  0.58 to 1.00       0.86   do not rely    0.78   0.82        6
Staff & pay *            3 %   1.00  0.80 to 1.00       1.00          rely    1.00   1.00        0
Law                      0 %      -             -          -             -       -   1.00        0
──────────────────────────────────────────────────────────────────────────────────────────────────
Whole sets (MASI)              0.80  0.60 to 1.00              do not rely                       6
Whole sets (Jaccard)           0.80  0.60 to 1.00              do not rely                       6

reading: by the lower end of alpha's 95 % interval: 0.80 and more rely, 0.667 and more tentative,
below do not rely.
positive: where one coder gave the theme, how often another did too; share: of all decisions, those
that give it.
* rare: fewer than one decision in twenty gives it. Alpha and kappa are low there even where coders
differ on few answers: read the positive agreement beside them.
No alpha, as nobody gave it: Law.

What to do
Sharpen the definition of Money: they differ on 6 answers: R0, R2, R4, R6, R8, R10.
--differ lists all 6 answers on which they differ, with the themes that each gave.
"""
    )


def test_differing_answers_are_listed_by_id():
    """`differ` lists each answer on which coders differ with the themes of each, and no longer says that one can ask for it."""
    text = agreement_text([TWO], width=100, differ=True)
    assert text.endswith(
        "Where they differ\nR0: ada money; ben no theme\nR2: ada no theme; ben money\nR4: ada no theme; ben money\n"
        "R6: ada money; ben no theme\nR8: ada no theme; ben money\nR10: ada no theme; ben money\n"
    )
    assert "--differ" not in text


def test_pairs_of_three_coders():
    """More than two coders are shown two by two as well, and told where kappa is."""
    text = agreement_text([compared("ada", "ben", "cy")], width=100)
    assert "Agreement of ada, ben and cy: 60 answers" in text
    assert all(f"{pair} (MASI)  " in text for pair in ("ada and ben", "ada and cy", "ben and cy"))
    assert "Cohen's kappa takes two coders: name a pair with --coders ada,ben." in text
    assert "1. Sharpen the definition of Money: they differ on 12 answers: R0, R1 (why), R2" in " ".join(text.split())
    assert "\n2. To be sure of Staff & pay, code more answers twice" in text


@pytest.mark.parametrize("width", [40, 60, 80])
def test_nothing_is_wider_than_the_terminal(width):
    """Every line fits, whatever the width."""
    text = agreement_text([compared("ada", "ben", "cy")], width=width, differ=True)
    assert max(map(display_width, text.splitlines())) <= width


def test_what_holds_for_all_is_said_once():
    """How to read the figures stands below the first of several comparisons, not below each."""
    several = [TWO, replace(TWO, kind="model"), replace(TWO, kind="model in sight")]
    assert agreement_text(several, width=100).count("reading: by the lower end") == 1
    assert agreement_markdown(several).count("reading: by the lower end") == 1


def test_all_well_is_said():
    """Where every theme can be relied on, the text says that nothing is to do."""
    given = np.stack([np.arange(400)[:, None] % 2 == np.array([0, 1, 1])] * 2)
    keys = tuple((str(place), "") for place in range(400))
    found = agreement_of(Panel(FRAME, ("ada", "ben"), keys, given, np.ones((2, 400), dtype=bool)))
    assert "What to do\nNothing: every theme that was given can be relied on.\n" in agreement_text([found])


def test_the_model_is_told_apart():
    """A comparison with the model says whether people saw what it suggests, and advises labels, not definitions."""
    blind = replace(TWO, coders=("people", "model"), kind="model")
    assert title(blind) == "The model against people who had not seen what it says: 60 answers (visit)"
    assert "Give the model more labels of Money: they differ on 6 answers" in agreement_text([blind])
    seen = replace(blind, kind="model in sight", notes=("Mind the\x1b[31m gap.",))
    text = agreement_text([seen])
    assert "had its suggestion in sight" in text
    assert "What to do" not in text
    assert "Mind the\ufffd[31m gap." in text


def test_interval_ends_are_rounded_outwards():
    """No interval seems to reach a threshold that it does not reach."""
    assert interval(Figure(0.9, 0.7999, 0.9801)) == "0.79 to 0.99"
    assert interval(Figure(0.9, 0.29, 0.97)) == "0.29 to 0.97"
    assert interval(Figure(0.0, -0.0001, 0.5)) == "-0.01 to 0.50"
    assert interval(Figure(None, why="nobody gave it")) == "-"


def test_json_holds_every_figure():
    """Figures stand in full, null with a reason where undefined, with readings, and what each coder said by name."""
    (whole,) = json.loads(agreement_json([TWO]))["agreements"]
    assert (whole["coders"], whole["n"], whole["decisions"], whole["sharpen"]) == (["ada", "ben"], 60, 120, ["money"])
    money, _, law = whole["themes"]
    assert money["alpha"]["value"] == TWO.themes[0].alpha.value
    assert (money["reading"], money["differ"], money["rare"]) == ("do not rely", 6, False)
    assert law["alpha"] == {"value": None, "low": None, "high": None, "why": "nobody gave it"}
    assert whole["masi"]["reading"] == "do not rely"
    assert whole["differing"][0] == {"id": "R0", "question": "", "said": {"ada": ["money"], "ben": []}}


def test_markdown_is_escaped():
    """The Markdown table has a row for each theme and set, and names stand for themselves."""
    text = agreement_markdown([TWO], differ=True)
    assert "| Staff \\& pay \\* | 3 % | 1.00 | 0.80 to 1.00 | 1.00 | rely | 1.00 | 1.00 | 0 |" in text
    assert "- R0: ada money; ben no theme" in text
    assert text.startswith("### Agreement of ada and ben: 60 answers (visit)\n")


def test_sheets_hold_figures_and_differences():
    """Two sheets a comparison: every figure with its interval as numbers, and the answers on which coders differ."""
    sheets = agreement_sheets([TWO, TWO])
    assert [sheet.name for sheet in sheets] == ["Agreement 1", "Differ 1", "Agreement 2", "Differ 2"]
    money = TWO.themes[0]
    row = next(row for row in sheets[0].rows if row[0].value == "Money")
    figures = [
        part
        for each in (money.alpha, money.kappa, money.ac1, money.positive)
        for part in (each.value, each.low, each.high)
    ]
    assert [cell.value for cell in row] == ["Money", 60, 24, 6, money.prevalence, "do not rely", *figures]
    assert [cell.value for cell in sheets[1].rows[1]] == ["R0", "", "money", "no theme"]

import json

from freetext.show.advice import advice_json, advice_markdown, advice_text
from freetext.show.screens import display_width
from freetext.survey.advice import Advice, CurvePoint, ThemeAdvice

THEMES = (
    ThemeAdvice("money", "Money", "more", 30, f1=0.52, expected=0.584, low=0.45, high=0.71, enough_from=420),
    ThemeAdvice("staff", "Staff | *kind*", "more", 20, f1=0.1, expected=0.3, low=0.2, high=0.4),
    ThemeAdvice("food", "Food", "enough", 90, f1=0.91, expected=0.93, low=0.88, high=0.97),
    ThemeAdvice("cars", "Cars", "hand", 4),
)
CURVE = (CurvePoint(40, 0.4, 0.3, 3.0), CurvePoint(160, 0.51234567, 0.41, 1.5))
ADVICE = Advice("visit", "more", "micro F1 is 0.51", 200, 180, 900, 200, 0.51234567, 0.58, 1.52, 0.9, CURVE, THEMES)


def words(text):
    """The lines of a text, blanks drawn together."""
    return [" ".join(line.split()) for line in text.splitlines()]


def test_the_terminal_names_what_gains_most_and_what_can_be_left():
    """A few lines: the whole set, the themes to leave, those that gain most (the largest gain first), those by hand."""
    assert words(advice_text(ADVICE, width=400)) == [
        "What more labels would bring: visit, 200 labelled answers of 180 respondents",
        (
            "- More labels pay: micro F1 is 0.51. 200 more would bring micro F1 to about 0.58, and the mean error of a share in a "
            "large survey from about 1.5 to 0.9 points."
        ),
        "- Can be left to the model (F1): Food (0.91).",
        (
            "- Gain most from 200 more labels: Staff | *kind* from 0.10 to about 0.30 (0.20 to 0.40); Money from 0.52 to about 0.58 "
            "(0.45 to 0.71)."
        ),
        "- By hand, for want of labels: Cars (4).",
    ]


def test_the_lines_fit_the_terminal():
    """No line is wider than the terminal, and there are few."""
    lines = advice_text(ADVICE, width=60).splitlines()
    assert max(map(display_width, lines)) <= 60
    assert len(lines) < 20


def test_by_hand_promises_nothing():
    """Where all is to be coded by hand, no theme is said to be left to the model."""
    by_hand = Advice(
        "visit", "hand", "labels of 41 respondents", 200, 41, None, 200, 0.5, 0.6, None, None, CURVE, THEMES
    )
    text = advice_text(by_hand, width=200)
    assert "Code by hand, with the model as second coder: labels of 41 respondents." in text
    assert "Best learnt so far (F1): Food (0.91)." in text
    assert "left to the model" not in text
    page = advice_markdown([by_hand])
    assert "leave" not in page
    assert "left to the model" not in page
    assert "| best learnt so far |" in page


def test_where_nothing_is_left_no_labels_are_asked_for():
    """Where the whole survey is labelled it says so, and neither terminal nor file speaks of more labels."""
    reason = "micro F1 is 0.51, and no answer is left to label"
    done = Advice("visit", "hand", reason, 200, 180, 0, 0, 0.51, 0.53, 1.52, 1.4, CURVE, THEMES)
    said = advice_text(done, width=400)
    assert f"{reason}. Nothing of this survey is left to code." in said
    page = advice_markdown([done])
    assert "code by hand: F1 is 0.52, and no answer is left to label" in page
    for text in (said, page):
        assert "more would bring" not in text
        assert "more labels;" not in text
        assert "Gain most" not in text
        assert "200 answers, about" not in text


def test_the_file_holds_every_theme_and_point():
    """Markdown has a row for each size and theme, with what to do; names stand for themselves."""
    page = advice_markdown([ADVICE])
    assert "| 160 answers | 0.51 | 0.41 | 1.50 |" in page
    assert "| 400 answers, about | 0.58 | - | 0.90 |" in page
    assert "can be left to the model from about 420 labelled answers on" in page
    assert "code by hand: 4 labels only" in page
    assert "Staff \\| \\*kind\\*" in page


def test_json_is_the_advice_itself():
    """JSON has all fields, rounded to four places, null where nobody can tell."""
    told = json.loads(advice_json([ADVICE]))
    assert told["format"] == 1
    (one,) = told["advice"]
    assert (one["micro_f1"], one["left"], one["curve"][0]["tally_error"]) == (0.5123, 900, 3.0)
    assert one["themes"][3] == {
        "theme": "cars",
        "name": "Cars",
        "verdict": "hand",
        "labels": 4,
        **dict.fromkeys(("f1", "expected", "low", "high", "enough_from")),
    }

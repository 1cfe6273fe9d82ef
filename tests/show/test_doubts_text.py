from freetext.show.doubts import doubts_text
from freetext.show.screens import display_width
from freetext.survey.doubts import Doubt, Doubts

FOUND = (
    Doubt("NIS1", "why", "money", given=True, probability=0.021, chance=0.001, coders=("ada", "ben")),
    Doubt("N\x1b[31m2", "why", "a" * 60, given=False, probability=0.987, chance=0.01),
)
DOUBTS = Doubts(FOUND, answers=120, decisions=1200, themes=10, rare=("x", "y"), kept_out=7)


def words(text):
    """The lines of a text, blanks drawn together."""
    return [" ".join(line.split()) for line in text.splitlines()]


def test_each_doubt_is_a_line_without_its_text():
    """What people say, what the model says, theme, coders, question and id stand on a line; no text does unless it is asked for."""
    lines = words(doubts_text(DOUBTS, texts=None))
    assert lines[0] == "The 2 labels that the model doubts most, of 1,200 on 120 answers and 10 themes"
    assert lines[2] == "label model theme coder question id"
    assert lines[3] == "yes 0.02 money ada, ben why NIS1"
    assert lines[4] == f"no 0.99 {'a' * 31}... why N\ufffd[31m2"
    assert "Not doubted, for want of labels: 2 themes." in lines
    assert any(line.startswith("The order counts the answer's other labels too") for line in lines)
    assert any(line.startswith("Not listed: 7 answers of the blind audit.") for line in lines)


def test_texts_stand_below_and_are_harmless():
    """A text that is asked for is wrapped below its line, without control characters."""
    shown = doubts_text(DOUBTS, width=60, texts={("NIS1", "why"): "we have no money \x1b[2J" * 9})
    assert "    we have no money" in shown
    assert "\x1b" not in shown
    assert max(display_width(line) for line in shown.splitlines() if line.startswith("    ")) <= 60


def test_columns_that_nobody_fills_are_left_out():
    """Without coders and questions there is no column of them."""
    bare = Doubts((Doubt("1", "", "money", given=True, probability=0.1, chance=0.1),), 20, 20, 1, ())
    assert words(doubts_text(bare))[2:4] == ["label model theme id", "yes 0.10 money 1"]

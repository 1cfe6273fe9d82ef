"""One answer explained, as text and as JSON."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.show.explanation import event_text, explanation_json, explanation_text, reason_text
from freetext.show.screens import display_width
from freetext.survey.found import Dispute, Event, Explained, Found, Given, Reason
from freetext.survey.labels import Label

FOUND = Found("7", "why", "r7", "No money, no staff.", themes=(Given("money", "human"),), coders=("ada",), coded=True)
WHOLE = Explained(
    FOUND,
    title="Why not?",
    cells=(("Type", "charity"),),
    codes=(
        Reason("money", "human", ("ada", "ben")),
        Reason("staff", "rule", words=("no staff",)),
        Reason("time", "model", words=("late",), probability=0.815, cutoff=0.4),
        Reason("rare", "model"),
    ),
    said=(Reason("staff", "model", probability=0.5, cutoff=0.25),),
    near=(Reason("culture", "model", words=("no",), probability=0.2, cutoff=0.25),),
    disputed=(Dispute("food", ("ada",), ()),),
    why="coders differ: food",
    model="d1",
    in_file=("survey-coded.xlsx", "money", "money=human"),
    history=(Event(Label("7", "why", ("money",), "ada", "2026-01-01T00:00:00Z", "queue"), undone=True),),
    notes=("a note",),
)


def test_the_whole_of_an_explanation():
    """Text, closed answers, codes with who or what gave them, the model's own word, what is near, disputes, file, history, notes."""
    assert (
        explanation_text([WHOLE])
        == """\
7, why: Why not?
  No money, no staff.
  - Type: charity
Codes (model d1):
  money  human: ada, ben
  staff  rule: no staff
  time   model 0.82 (codes begin at 0.40): late
  rare   model: too few labels to say how sure
In dispute: food (yes: ada; no: nobody)
The model alone would say:
  staff  model 0.50 (codes begin at 0.25)
Nearly:
  culture  model 0.20 (codes begin at 0.25): no
Wants a person: coders differ: food
In survey-coded.xlsx: money (money=human)
History:
  2026-01-01T00:00:00Z  ada: money (queue; taken back)
- a note"""
    )


def test_an_answer_without_codes():
    """People's "no theme" is told from the model's, and from an answer that nobody coded."""
    bare = Explained(Found("7", "", "7", ""))
    assert explanation_text([bare]) == "7\n  (blank)\nCodes: not coded"
    none = Explained(Found("7", "", "7", "x", coders=("ada",), none=True, coded=True), model="d1")
    assert explanation_text([none]).endswith("Codes (model d1): no theme (human)")
    assert explanation_text([Explained(Found("7", "", "7", "x"), model="d1")]).endswith("Codes (model d1): no theme")


def test_closed_answers_stand_once_for_a_respondent():
    """Of several answers of one respondent the first has the closed answers."""
    both = explanation_text([WHOLE, WHOLE])
    assert both.count("charity") == 1
    assert both.count("7, why") == 2


def test_events_and_what_does_not_count():
    """Each kind of event has its words; why one does not count, flags and notes stand behind it."""
    label = Label("7", "why", (), "ada", "", "queue", suggested=True, note="hm", flags=("safeguarding",))
    assert event_text(Event(label)) == '(no time)  ada: no theme (queue; suggestion in sight; safeguarding) "hm"'
    skip = Label("7", "why", (), "ada", "t", "queue", event="skip")
    assert event_text(Event(skip, unused="about another text")) == "t  ada: passes (about another text)"


def test_a_code_of_the_file_alone():
    """Where no log says who, it is the coded file's word."""
    assert reason_text(Reason("a", "human")) == "human: as the coded file says"


def test_json_is_ascii_and_whole():
    """The JSON carries all of it, numbers as numbers, and is plain ASCII."""
    text = explanation_json([WHOLE])
    assert text.isascii()
    told = json.loads(text)
    assert told["format"] == 1
    (answer,) = told["answers"]
    assert answer["codes"][2] == {
        "theme": "time", "by": "model", "coders": [], "words": ["late"], "probability": 0.815, "cutoff": 0.4,
    }  # fmt: skip
    assert answer["history"][0]["undone"] is True
    assert answer["disputed"] == [{"theme": "food", "gave": ["ada"], "gave_not": []}]


@settings(max_examples=60)
@given(st.text(max_size=200), st.integers(40, 90))
def test_text_is_data_and_fits(text, width):
    """Whatever an answer, an id or a note holds, no line is too wide and none steers the terminal."""
    event = Event(Label(text, text, (text,), text or "x", text, "queue", note=text))
    told = Explained(Found(text, text, text, text), cells=((text, text),), history=(event,), notes=(text,))
    shown = explanation_text([told], width=width)
    assert "\x1b" not in shown
    assert max(map(display_width, shown.split("\n"))) <= width

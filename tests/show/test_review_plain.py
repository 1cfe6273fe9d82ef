"""The review in plain sentences."""

import unicodedata
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.review.items import Suggested
from freetext.review.views import Choice, Reach, Summary, View
from freetext.show.review_plain import definition, spoken
from freetext.survey.codeframe import Theme

ASKED = View(
    "answer",
    "ana",
    id="1042",
    question="better",
    title="What could be better?",
    text="I waited.\n\n[/] Parking cost £12!",
    cells=(("Age", "45-54"), ("Would you recommend us?", "")),
    choices=(
        Choice("wait", "Waiting times", "1"),
        Choice("park", "Parking", "2", suggested=True),
        Choice("rare", "Rare"),
    ),
    lit=(Suggested("park", ("Parking", "cost")),),
    done=7,
    size=20,
    pace=212.4,
    minutes=0.4,
)


def ticked(view, *slugs):
    """The same view with these themes ticked."""
    return replace(view, choices=tuple(replace(choice, ticked=choice.slug in slugs) for choice in view.choices))


def test_a_first_view_is_said_whole():
    """The first time everything is said, in the order in which one wants to hear it."""
    assert spoken(ASKED) == (
        "This batch 7 of 20, about 1 minute left, 212 an hour.",
        "Question: What could be better?",
        "Answer:",
        "I waited.",
        "[/] Parking cost £12!",
        "Also answered: Age: 45-54; Would you recommend us? no answer.",
        "The model suggests 2 Parking, by Parking, cost.",
        "Themes: 1 Waiting times; 2 Parking.",
        "Found by / alone: Rare.",
        "Ticked: nothing.",
        "? says the keys.",
    )


def test_only_what_changed_is_said_again():
    """A tick says what is ticked and nothing else; a clock that goes on says nothing."""
    assert spoken(ticked(ASKED, "wait"), ASKED) == ("Ticked: 1 Waiting times.",)
    assert spoken(replace(ASKED, minutes=9.0, pace=100.0), ASKED) == ()
    assert spoken(replace(ASKED, message="Nothing is left to undo."), ASKED) == ("Nothing is left to undo.",)


def test_a_new_answer_is_said_even_if_it_is_the_same():
    """The next answer is read with all that stands by it, the question and the themes only if they are others."""
    assert spoken(replace(ASKED, id="1043", done=8), ASKED) == (
        "This batch 8 of 20, about 1 minute left, 212 an hour.",
        "Answer:",
        "I waited.",
        "[/] Parking cost £12!",
        "Also answered: Age: 45-54; Would you recommend us? no answer.",
        "The model suggests 2 Parking, by Parking, cost.",
    )


def test_flags_and_notes_are_said_when_they_come_and_when_they_go():
    """What stands of an answer is said in words, also that it stands no more."""
    flagged = replace(ASKED, flags=("personal-data",), note="ring", none=True, decided=True)
    said = "This answer: [x] none of these themes, saved, personal data, note: ring."
    assert spoken(flagged, ASKED) == (said,)
    assert spoken(ASKED, flagged) == ("This answer: nothing is marked.",)


def test_blind_items_say_nothing_of_the_model():
    """Without a suggestion to show nothing of the model is said, not even that there is none."""
    said = " ".join(spoken(replace(ASKED, lit=None)))
    assert "model" not in said
    assert "The model suggests no theme." in spoken(replace(ASKED, lit=()))


def test_coders_who_differ_are_told_apart():
    """An adjudication says what each coder chose, and on which themes they differ."""
    choices = (Choice("wait", "Waiting times", "1", said_by=("A", "B")), Choice("park", "Parking", "2", said_by=("A",)))
    view = replace(ASKED, lit=None, adjudicating=True, said=(("wait", "park"), ("wait",)), choices=choices)
    said = spoken(view)
    assert "Coder A chose 1 Waiting times, 2 Parking." in said
    assert "Coder B chose 1 Waiting times." in said
    assert "They differ on 2 Parking." in said


def test_finds_are_said_with_what_can_be_done():
    """What is found is said, or that nothing is, and which keys go on."""
    found = replace(ASKED, phase="find", typed="a", found=("wait", "Parking"))
    assert "Themes with 'a' in their name: 1 Waiting times; 2 Parking." in spoken(found, ASKED)
    none = replace(ASKED, phase="search", typed="zz")
    assert "Answers with 'zz': none." in spoken(none, ASKED)
    many = replace(ASKED, phase="search", typed="a", found=tuple(map(str, range(30))), passages=("…a…",))
    assert any(line.startswith("Answers with 'a': 0 …a…; 1; 2;") and "and 18 more" in line for line in spoken(many))
    assert spoken(ASKED, found) == ("Back to the answer.",)


def test_leaving_help_and_definitions_are_said():
    """Every phase says what it is about."""
    assert any("without saving" in line for line in spoken(replace(ASKED, phase="leave"), ASKED))
    assert "n: none of these themes." in spoken(replace(ASKED, phase="help"), ASKED)
    assert "Note: ring." in spoken(replace(ASKED, phase="note", typed="ring"), ASKED)
    theme = Theme("wait", 1, "Waiting times", "How long.", ("queues",), ("travel",), ("Hours!", "Days!"))
    assert definition(theme, ASKED.choices[0]) == (
        "1 Waiting times: How long.",
        "Includes: queues",
        "Excludes: travel",
        "Examples: Hours!; Days!",
    )
    assert "1 Waiting times: How long." in spoken(replace(ASKED, phase="definition", defined=(theme,)), ASKED)


def test_a_summary_is_a_sentence_a_number():
    """Every number is said with its interval and what it still wants."""
    reaches = (
        Reach("better", "Parking", "North", 0.3, 0.2, 0.4, 120, 35),
        Reach("better", "Food", "", None, None, None, 0, 0),
    )
    view = View("summary", "ana", done=20, size=20, summary=Summary(reaches, 0.05, 35, ("Rest now.",)))
    assert spoken(view) == (
        "This batch 20 of 20.",
        "35 more audit answers until every number is known to within 5 points.",
        "Rest now.",
        "Parking, North, better: 30 %, interval 20-40, 120 audited, 35 more wanted.",
        "Food, better: not audited yet, enough.",
        "An empty line goes on, q leaves.",
        "? says the keys.",
    )
    done = replace(view, summary=Summary((replace(reaches[0], more=0),), 0.01, 0))
    assert spoken(done)[1:3] == ("STOP HERE", "Every number is known to within 1 point.")


def test_an_empty_review_says_what_comes_next():
    """When nothing is left the next commands are named."""
    assert spoken(View("empty", "ana", total=3))[:2] == ("Nothing is left to ask.", "You decided 3 answers in all.")


texts = st.text(alphabet=st.characters(exclude_categories=()), max_size=40)


@settings(max_examples=80, deadline=None)
@given(texts, texts, texts, texts)
def test_nothing_that_steers_a_terminal_is_said(text, title, note, message):
    """Whatever an answer, a question, a note or a message holds, lines are one line each and harmless."""
    view = replace(ASKED, text=text, title=title, cells=((title, text),), note=note, message=message, typed=note)
    for phase in ("answer", "find", "note", "search", "leave"):
        for line in spoken(replace(view, phase=phase, found=(text,))):
            assert {each for each in line if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} <= {"\u200c"}

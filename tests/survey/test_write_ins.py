"""What is written into an "Other" box, among joined options or beside one that was to be ticked."""

from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.survey.questionnaire import Question
from freetext.survey.several import cells_said, options_and_write_ins, takes_write_ins

OPTIONS = ("Vet", "Boarding, short stay", "Other")
JOINED = Question("q", "multi", ("q",), options=OPTIONS, reserved=(("Other", "other"),), separator=", ")
CLOSED = Question("q", "closed", ("q",), options=("a", "Other"), reserved=(("Other", "other"),), written="q_other")


def test_options_are_told_from_what_was_written_in():
    """Parts that are no options and stand side by side are one text, the sign between them as it was."""
    said, written = options_and_write_ins("Vet, Boarding, short stay, my own groomer, Ann", JOINED)
    assert (said, written) == (["Vet", "Boarding, short stay"], ["my own groomer, Ann"])


def test_only_a_question_with_a_box_takes_write_ins():
    """Without an option reserved as other, or with a column of the texts, a value outside the list is a fault."""
    assert takes_write_ins(JOINED)
    assert not takes_write_ins(Question("q", "multi", ("q",), options=OPTIONS, separator=", "))
    assert not takes_write_ins(
        Question("q", "multi", ("q",), options=OPTIONS, reserved=JOINED.reserved, separator=", ", written="t")
    )


def test_who_wrote_and_ticked_nothing_said_other():
    """A blank cell beside a text says the option; a cell that says something stays, and so does one without a text."""
    assert cells_said(CLOSED, ["a", "", "", "a"], ["", "a text", " ", "a text"]) == ["a", "Other", "", "a"]


parts = st.lists(st.sampled_from([*OPTIONS, "vet", "my own", "Ann", "x"]), max_size=5)


@settings(max_examples=60)
@given(st.lists(parts, max_size=6))
def test_write_ins_tick_other_and_nothing_else_changes(cells):
    """No cell holds a write-in any longer, options that were ticked stay, and doing it again changes nothing."""
    texts = [", ".join(each) for each in cells]
    said = cells_said(JOINED, texts)
    assert cells_said(JOINED, said) == said
    for before, now in zip(texts, said, strict=True):
        options, written = options_and_write_ins(before, JOINED)
        found, left = options_and_write_ins(now, JOINED)
        assert not left
        assert set(found) == set(options) | ({"Other"} if written else set())

"""The waves of a survey, and labels of answers that share an id."""

from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.survey.labels import Label, settle
from freetext.survey.questionnaire import Questionnaire
from freetext.survey.waves import Wave, apart, coded_name, coded_wave, id_in, layers, wave_names, wave_of


def label(id="1", text_hash="", themes=("a",), coder="ada", wave=""):
    return Label(id, "why", themes, coder, text_hash=text_hash, wave=wave)


def test_the_waves_of_a_survey_are_the_earlier_ones_and_then_its_file():
    """The oldest comes first; a survey without a file has none."""
    assert Questionnaire(file="c.csv", earlier=("a.csv", "b.csv")).waves == ("a.csv", "b.csv", "c.csv")
    assert Questionnaire().waves == ()


def test_a_wave_is_called_like_its_file():
    """Neither folder nor ending is part of the name, whichever system wrote the path."""
    assert wave_of("data/wave 1.csv") == wave_of("data\\wave 1.xlsx") == Wave("../wave 1.sav").name == "wave 1"


def test_what_is_coded_of_a_wave_bears_its_name():
    """From the wave to the coded file's name and back, whatever the folder and the ending; a copy is told too."""
    assert coded_name("data/wave 1.csv") == "wave 1-coded"
    for file in (
        "output/wave 1-coded.xlsx",
        "x\\wave 1-coded.csv",
        "wave 1-coded",
        "wave 1-coded.old.csv",
        "wave 1.csv",
    ):
        assert coded_wave(file) == "wave 1"


def test_files_of_one_name_have_their_folder_or_a_number():
    """No two waves bear one name: the nearest folder that tells all of them apart stands before it, else a number behind it."""
    assert wave_names(["a/x.csv", "b\\x-coded.xlsx", "y.csv"]) == ["a/x", "b/x", "y"]
    assert wave_names(["2022/out/x.csv", "2023/out/x.csv"]) == ["2022/x", "2023/x"]
    assert wave_names(["x.csv", "x.xlsx", "x.sav"]) == ["x", "x (2)", "x (3)"]


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "a/b"]), st.sampled_from(["1", "2", "b/1"])), unique=True))
@settings(max_examples=20)
def test_ids_of_several_waves_never_meet(pairs):
    """Different waves or ids give different names."""
    assert len({id_in(wave, name) for wave, name in pairs}) == len(pairs)


def test_labels_on_two_texts_of_one_id_stand_apart():
    """The first part holds the first text's labels and those without a hash, the second the other text's."""
    events = [label(text_hash="x"), label(text_hash="y", themes=("b",)), label(), label("2", "z")]
    assert layers(events) == [[events[0], events[2], events[3]], [events[1]]]


def test_a_text_that_nobody_knows_stands_with_the_first():
    """Where the texts are given, a label on none of them is no wave of its own."""
    events = [label(text_hash="old"), label(text_hash="y")]
    assert layers(events, (), {("1", "why"): [("", "x"), ("", "y")]}) == [[events[0]], [events[1]]]


def test_no_labels_are_one_empty_part():
    """Nothing has one part, so that there always is a first."""
    assert layers([]) == [[]]


def test_coders_of_two_waves_do_not_differ_on_an_id():
    """What two coders said of two texts under one id is no dispute."""
    events = [label(text_hash="x"), label(text_hash="y", themes=("b",), coder="ben")]
    assert settle(events)["1", "why"].disputed == ("a", "b")
    assert [settle(part)["1", "why"].disputed for part in layers(events)] == [(), ()]


def test_labels_apart_are_settled_each_by_itself():
    """The second text's labels bear another id, so that all can be counted together."""
    events = [label(text_hash="x"), label(text_hash="y", themes=("b",), coder="ben")]
    assert [(each.id, each.themes) for each in apart(events)] == [("1", ("a",)), ("2/1", ("b",))]


def test_the_same_words_in_two_waves_are_two_answers():
    """Labels that name their waves stand apart; one that names none, or one that is gone, is the oldest's."""
    events = [label(text_hash="x", wave=wave) for wave in ("one", "two", "", "renamed")]
    assert layers(events, ("one", "two")) == [[events[0], events[2], events[3]], [events[1]]]
    texts = {("1", "why"): [("one", "x"), ("two", "x")]}
    assert layers(events, ("one", "two"), texts) == [[events[0], events[2], events[3]], [events[1]]]

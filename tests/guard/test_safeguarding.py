"""The safeguarding lexicon: what it must find, what it should pass over, and laws that hold for any text."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import UsageError
from freetext.guard.safeguarding import CATEGORIES, categories, flags, flags_of

DATA = Path(__file__).parents[1] / "data"
DEVELOPED = [
    row["text"]
    for row in csv.DictReader((DATA / "disclosures_dev.csv").read_text(encoding="utf-8").splitlines())
    if row["disclosure"] == "1"
]
HARMLESS = ("The car park is fine.", "Lovely flowers by the door!", "Thank you, the leaflet came on Monday.")


PLAIN = (
    ("i want to die", "self-harm"),
    ("im suicdal", "self-harm"),
    ("I DON\u2019T WANT TO BE HERE ANYMORE", "self-harm"),
    ("My husband hits me", "abuse and neglect"),
    ("he pulled a knife on me", "violence"),
    ("the little boy next door is always locked in the shed", "child at risk"),
    ("I cant breathe and my chest is tight", "urgent clinical"),
)


@pytest.mark.parametrize(("text", "category"), PLAIN)
def test_each_category_is_found(text, category):
    """Plain disclosures are flagged under their category, misspelled, without punctuation and with either apostrophe."""
    assert category in categories(flags_of(text))


@pytest.mark.parametrize(
    ("plain", "written"),
    [
        ("i dont want to be here anymore", "i dnt wanna be here anymore"),
        ("he keeps hitting me", "he keeps hittin me"),
        ("my husband wouldnt let me out", "my husband wudnt let me out"),
    ],
)
def test_words_written_short_or_as_they_sound_are_known(plain, written):
    """What is written short or as it sounds is flagged as the plain words are."""
    assert categories(flags_of(plain))
    assert categories(flags_of(written)) == categories(flags_of(plain))


def test_a_part_may_stand_in_a_gap_of_another():
    """A word that a rule asks for may stand between the words of its other part."""
    rule = ("child at risk: walked .. duke & heron",)
    assert flags(["he walked the heron duke home"], also=rule) != [()]
    assert flags(["he walked the duke home"], also=rule) == [()]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No bruises, no pressure sores.",
        "Nobody was ever assaulted.",
        "Our suicide prevention strategy needs a new cover.",
        "The car park nearly gave me a heart attack.",
        "The council tax rise is a kick in the teeth.",
        "shoot me an email",
        "My feet were killing me.",
        "The staff were kind and the food was hot.",
    ],
)
def test_denials_talk_and_idioms_are_passed_over(text):
    """What is denied, talked about as a subject, or not meant is not flagged."""
    assert flags_of(text) == ()


AROUND = st.lists(st.sampled_from(DEVELOPED) | st.text(max_size=40), max_size=3).map(" \u20ac\U0001f600 ".join)


@given(AROUND, st.sampled_from(PLAIN), AROUND)
@settings(max_examples=60, deadline=None)
def test_offsets_lie_in_the_text(before, plain, after):
    """A flag has a known category and covers some of the text; a plain disclosure is covered whatever stands around it."""
    told, category = plain
    text = f"{before}\n{told}\n{after}"
    found = flags_of(text)
    for flag in found:
        assert flag.category in CATEGORIES
        assert 0 <= flag.start < flag.end <= len(text)
    begin = len(before) + 1
    inside = [flag for flag in found if begin <= flag.start < flag.end <= begin + len(told)]
    assert category in categories(inside)


@given(st.sampled_from(DEVELOPED), st.sampled_from(HARMLESS), st.sampled_from(HARMLESS))
@settings(max_examples=60, deadline=None)
def test_harmless_sentences_take_no_flag_away(text, before, after):
    """What is flagged stays flagged with the same categories when harmless sentences stand before and after it."""
    around = f"{before} {text}\n{after}"
    assert set(categories(flags_of(text))) <= set(categories(flags_of(around)))


@given(st.permutations(DEVELOPED[:40]))
@settings(max_examples=5, deadline=None)
def test_flags_are_free_of_order(texts):
    """A text's flags do not depend on the texts beside it, nor on what was flagged before."""
    assert flags(texts) == [flags_of(text) for text in texts]


@pytest.mark.parametrize(
    "piece", ["kill ", "my mum ", "a", "!", "'", "no ", "@", "he hit me ", "i want to die. ", "child hurt "]
)
def test_long_texts_take_linear_time(piece):
    """Four times the text takes no more than a few times as long, also where every word is one of the lexicon's."""
    spent = []
    for size in (25_000, 100_000):
        text = (piece * size)[:size]
        began = time.process_time()
        flags_of(text)
        spent.append(time.process_time() - began)
    assert spent[1] < 10 * spent[0] + 0.2


def test_own_phrases_are_added_and_taken_out():
    """A survey's own phrases flag under their category, and its own idioms are passed over."""
    text = "He went to see the Duke on Friday."
    assert flags([text]) == [()]
    (found,) = flags([text], also=("child at risk: see the duke",))
    assert categories(found) == ("child at risk",)
    assert flags([text], also=("child at risk: see the duke",), never=("see the duke on friday",)) == [()]


@pytest.mark.parametrize("line", ["child at rsk: see the duke", "Violence: see the duke", "see the duke", ": duke"])
def test_a_phrase_of_no_category_is_refused(line):
    """A phrase under a category that is misspelt or missing is refused with the categories there are, never passed over."""
    with pytest.raises(UsageError, match="self-harm, abuse and neglect, violence, child at risk, urgent clinical"):
        flags(["He went to see the Duke"], also=("violence: the duke of", line))


@pytest.mark.parametrize(
    "text",
    [
        "thank you for everything but I want to die",
        "The staff were lovely but he punched my son in the face",
        "we loved the hotel, my son was left alone all night",
    ],
)
def test_thanks_do_not_hide_what_is_grave(text):
    """A word of gladness in the same sentence hides nothing grave."""
    assert flags_of(text)

import re
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import CodeframeError
from freetext.model.rules import pattern_of, plainly, rules_of
from freetext.survey.codeframe import Codeframe, Theme


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("fund*", "Funding ends", True),
        ("fund*", "refund", False),
        ("fund", "funds", False),
        ("car park", "the CAR \n park.", True),
        ("car park", "carpark", False),
        ("car* park*", "cars parking", True),
        ("c++", "we use C++ here", True),
        ("don't", "I don\u2019t", True),
        (".*", "anything", False),
        ("a.b", "axb", False),
        ("[x]", "x", False),
        ("£5", "costs £5.", True),
        ("👍", "👍👍", True),
        ("שלום", "אמר שלום לכולם", True),
        ("strasse", "Straße", False),
        ("\u200b", "anything", False),
        ("\u200b*", "anything", False),
    ],
)
def test_phrases_are_literal_words(phrase, text, found):
    """A phrase is found letter for letter as whole words, case and white space aside; `*` is the rest of a word."""
    assert (pattern_of([phrase]).search(plainly(text)) is not None) == found


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=4), st.text(max_size=30))
def test_any_phrases_make_a_pattern(phrases, text):
    """No phrase is read as a regular expression."""
    pattern_of(phrases).search(plainly(text))


def test_matching_is_quick():
    """Many stars and a long answer take no quadratic time."""
    pattern = pattern_of(["a* a* a* a* b", "aa*"])
    begun = time.perf_counter()
    assert pattern.search("x" + "a" * 100_000) is None
    assert time.perf_counter() - begun < 1


def test_rule_words_are_the_answers_own():
    """The words by which a rule codes stand as the answer writes them, each spelling once, for that theme alone."""
    frame = Codeframe(
        "f", (Theme("a", 1, "A", always=("bike*", "car park")), Theme("b", 2, "B", always=("car",)), Theme("c", 3, "C"))
    )
    rules = rules_of(frame)
    assert rules.words("Bikes at the Car  park, Bikes, bikes", 0) == ["Bikes", "Car park", "bikes"]
    assert rules.words("the Car", 1) == ["Car"]
    assert rules.words("the Car", 2) == []


def test_a_codeframe_without_phrases_matches_nothing():
    """No phrase, no match, and no work."""
    always, never = rules_of(Codeframe("f", (Theme("a", 1, "A"),))).match(["anything", ""])
    assert not always.any()
    assert not never.any()
    assert always.shape == never.shape == (2, 1)


PARTS = [
    "car",
    "park",
    "c++",
    "don't",
    "CAR",
    "\u0130z",
    "ΟΔΟΣ",
    "ﬁne",
    "e\u0301",
    "*",
    "a*",
    "car*",
    "\u200b",
    "x\u00a0y",
    "\ufdfa",
    "-",
    ".",
]
worded = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=3)), min_size=1, max_size=4)
phrases = (
    st.tuples(worded, st.sampled_from([" ", "", "\u00a0"])).map(lambda made: made[1].join(made[0])).filter(str.strip)
)


def allowed(phrase: str) -> bool:
    try:
        Codeframe("f", (Theme("a", 1, "A", always=(phrase,)),))
    except CodeframeError:
        return False
    return True


@settings(max_examples=300)
@given(st.lists(phrases.filter(allowed), min_size=1, max_size=3, unique=True), phrases, st.sampled_from(" \t\x1f"))
def test_an_answer_without_an_anchor_matches_nothing(always, text, blank):
    """No phrase stands in an answer of which no piece, parted at white space of ASCII, holds the longest word of one."""
    rules = rules_of(Codeframe("f", (Theme("a", 1, "A", always=tuple(always)),)))
    for answer in (text, blank.join([text, *always, "end"])):
        pieces = re.split("[ \t-\r\x1c-\x1f]", answer)
        assert rules.marks(pieces).any() or not np.any(rules.match([answer]))


def test_many_phrases_are_marked_quickly():
    """A thousand phrases with the same beginnings cost a piece little, however long it is."""
    theme = Theme("a", 1, "A", always=tuple(f"aaaa{number} b*" for number in range(1000)))
    rules = rules_of(Codeframe("f", (theme,)))
    begun = time.perf_counter()
    rules.marks(["a" * 100_000, *["aaaa"] * 100, "a-" * 5000])
    assert time.perf_counter() - begun < 3

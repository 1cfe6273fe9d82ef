"""Abbreviations and what they stand for, as tokens."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.text.tokens import Tokenizer

GLOSSARY = (("LAC", "looked after children"), ("A&E", "emergency department"), ("IT", "computers"), ("SEND", "needs"))
TOKENIZER = Tokenizer("en", GLOSSARY)
PLAIN = Tokenizer("en")
words = st.lists(
    st.sampled_from(["LAC", "lac's", "A&E,", "it", "IT", "we", "send", "(SEND)", "don't", "LACs"]), max_size=6
)


def forms(tokenizer, text):
    batch = tokenizer([text])
    return [batch.lexicon[token] for token in batch.tokens]


@pytest.mark.parametrize("written", ["LAC", "lac", "Lac", "LAC,", "(lac)", "LAC's", "LACs", "EHCP/LAC"])
def test_an_abbreviation_is_followed_by_what_it_stands_for(written):
    """However it is cased, and whatever marks stand by it, the words that it stands for come behind it, under its own surface."""
    found = forms(TOKENIZER, f"our {written} wait")
    place = found.index("looked")
    assert found[place : place + 3] == ["looked", "after", "children"]
    assert len(set(TOKENIZER.surfaces(f"our {written} wait")[place - 1 : place + 3])) == 1


def test_an_abbreviation_of_several_tokens_is_one():
    """Signs within an abbreviation do not part it: the words behind it stand under the whole of it."""
    found = dict(zip(forms(TOKENIZER, "at A&E now"), TOKENIZER.surfaces("at A&E now"), strict=True))
    assert found["emergency"] == found["department"] == "A&E"


@pytest.mark.parametrize(("written", "meant"), [("IT", True), ("it", False), ("It", False), ("send", True)])
def test_an_abbreviation_that_is_a_common_word_is_meant_as_it_is_written(written, meant):
    """`IT` stands for computers, `it` for nothing; a word that carries content is no such case."""
    assert ("computers" in forms(TOKENIZER, written) or "needs" in forms(TOKENIZER, written)) is meant


@settings(max_examples=60)
@given(words)
def test_a_glossary_only_adds(said):
    """Without the words that were added, the tokens are those without a glossary; each has a surface that stands in the answer."""
    text = " ".join(said)
    added = {"looked", "after", "children", "emergency", "department", "computers", "needs"}
    found = forms(TOKENIZER, text)
    assert [form for form in found if form not in added] == forms(PLAIN, text)
    surfaces = TOKENIZER.surfaces(text)
    assert len(surfaces) == len(found)
    assert all(surface in text for surface in surfaces)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.text.clean import clean
from freetext.text.splitting import MARKS, PLAIN, Splitter

SPLITTERS = {lang: Splitter(lang, (), 1) for lang in sorted(PLAIN)}
LATIN = st.characters(min_codepoint=0x41, max_codepoint=0x17F, categories=["Lu", "Ll"])
words = st.text(st.one_of(LATIN, LATIN, st.characters(categories=["L"])), min_size=1, max_size=7)
chunks = st.one_of(
    st.tuples(words, st.sampled_from(["", *sorted(MARKS)])).map("".join),
    st.sampled_from(
        [
            "dont",
            "dont,",
            "e.g.",
            "etc.",
            "z.B.",
            "bzw.",
            "M.",
            "d'",
            "cannot.",
            "a.",
            "x:",
            "xD",
            "usw.",
            "ill;",
            "°c.",
        ]
    ),
    st.text(max_size=6),
)


@settings(max_examples=400)
@given(chunks, st.sampled_from(sorted(PLAIN)))
def test_what_is_told_in_advance_is_what_spacy_says(chunk, lang):
    """Letters, and letters with one mark behind, have the forms that spaCy's own rules give them, in every language that is taken for plain."""
    splitter = SPLITTERS[lang]
    assert splitter.forms(" ".join(chunk.split())) == [form for form, _ in splitter.pairs(chunk)]


@pytest.mark.parametrize("lang", sorted(PLAIN))
def test_special_cases_are_left_to_spacy(lang):
    """No special case of a language is told in advance otherwise than spaCy tells it, alone or with a mark behind."""
    splitter = SPLITTERS[lang]
    assert splitter._rules is not None
    for case in list(splitter._rules):
        for text in (clean(case).lower(), clean(case).lower() + ","):
            chunk = " ".join(text.split())
            assert splitter.forms(chunk) == [form for form, _ in splitter.pairs(chunk)]

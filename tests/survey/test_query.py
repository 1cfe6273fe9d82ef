"""What is looked for in answers: words, phrases, beginnings; case, accents and curly quotes do not matter."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from freetext.survey.query import Query, plain, query_of


@pytest.mark.parametrize(
    ("wanted", "text", "holds"),
    [
        ("money", "We need MONEY.", True),
        ("money staff", "staff want money", True),
        ("money staff", "money only", False),
        ("art", "party", False),
        ("fund*", "Funding is short", True),
        ("fund", "Funding is short", False),
        ('"senior leaders"', "our Senior\n Leaders", True),
        ('"senior leaders"', "leaders, senior", False),
        ('"third party"', "third-party", True),
        ('"senior lead*"', "senior leadership", True),
        ("cafe", "Das Café", True),
        ("CAFÉ", "cafe\u0301s", False),
        ("CAFÉ*", "cafe\u0301s", True),
        ("children's", "the children\u2019s home", True),
        ("\u201ctwo words\u201d", "two words", True),
        ("ｆｕｌｌ", "full width", True),
        ("資金", "もっと資金が必要", True),
        ("b.c", "b c", False),
        ("[0]", "see [0] there", True),
        ("(.*)", "anything", False),
        ("", "anything", True),
    ],
)
def test_what_a_text_holds(wanted, text, holds):
    """All words and phrases must be there, whole, `*` for the rest of a word; nothing in them is a pattern."""
    assert query_of(wanted).holds(text) is holds


@pytest.mark.parametrize("wanted", ["", "  ", "*", '""', '" "', "* *"])
def test_nothing_wanted_is_no_term(wanted):
    """Blanks, empty quotes and lone stars ask for nothing."""
    assert query_of(wanted) == Query()


def test_an_open_quote_is_no_fault():
    """A quote that nobody closed only parts words."""
    assert query_of('say "two words').terms == (("say",), ("two",), ("words",))


@pytest.mark.parametrize(
    ("wanted", "text", "shown"),
    [
        ("cafe money", "Money for the CAFÉ, money!", ["Money", "CAFÉ", "money"]),
        ("cafe", "cafe\u0301 noir", ["cafe\u0301"]),
        ("fine", "it is ﬁne", ["ﬁne"]),
        ("fund* funding", "funding", ["funding"]),
        ('"a b" "b c"', "a b c", ["a b c"]),
        ("strasse", "Straße", ["Straße"]),
    ],
)
def test_hits_are_named_in_the_texts_own_characters(wanted, text, shown):
    """Spans cut the text as it stands, accents and ligatures whole, overlapping hits as one."""
    assert [text[begin:end] for begin, end in query_of(wanted).spans(text)] == shown


@settings(max_examples=150)
@given(st.text(max_size=30), st.text(max_size=12))
@example("İstanbul ﬃ", "istanbul")
def test_spans_are_ordered_inside_and_there_exactly_where_all_is_held(text, wanted):
    """Spans lie in the text, apart and in order; a text that holds all that is wanted has one, if anything is wanted."""
    query = query_of(wanted)
    spans = query.spans(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= begin < end <= len(text) for begin, end in spans)
    if query.terms and query.holds(text):
        assert spans


@settings(max_examples=150)
@given(st.text(max_size=30))
def test_case_and_accents_do_not_matter(text):
    """A text and its composed form are the same to a search, and what is plain stays plain."""
    assert plain(unicodedata.normalize("NFC", text)) == plain(unicodedata.normalize("NFD", text))
    if text.isascii():
        assert len(plain(text)) == len(text)


@settings(max_examples=100)
@given(st.lists(st.text(alphabet="abcdé", min_size=1, max_size=5), min_size=1, max_size=4))
def test_a_text_holds_its_own_words(words):
    """Any words are found in a text made of them, in any order, alone and as a phrase."""
    text = " ".join(words)
    assert query_of(" ".join(reversed(words))).holds(text.upper())
    assert query_of(f'"{text}"').holds(text)

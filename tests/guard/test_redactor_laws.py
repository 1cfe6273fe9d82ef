"""The redactor's laws: spans in order and apart, twice is once, the quick look misses nothing, time grows with the text."""

import re
import time

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.guard.redactor import CANDIDATE, Redactor
from freetext.guard.spans import KINDS, PLACEHOLDER, Span, covered, masked, settled

PIECES = """Mr|Mrs|dr|MISS|Sister|Patel|o'neill|de la|J.|and|&|.|,| |  |-|'|’|(|)|[|]|@|+|0|7|44|07700 900123|020 7946 0321|999 954 2557|9990453802
    |SW1A 1AA|b12 3rd|AB 12 34 56 C|qq123456c|jane|example.org|.co.uk|/a?b=c|www.|https://|x@y.com| at | dot |(at)|ext 5|my name is |\u00a0|\n
    |é|ſ|K|İ|٣|[name]|[nhs number]|name|phone|Will|x|floor|🙂|Ⅷ|²"""
TEXTS = (
    st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map("".join)
    | st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map(" ".join)
    | st.text(max_size=60)
)
LISTED = Redactor(names=("name", "Will", "Patel Jones", "x", "phone"))


@given(TEXTS)
@settings(max_examples=300)
def test_spans_stand_in_order_and_apart(text):
    """Spans lie within the text, hold something, are sorted, never overlap, and leave placeholders alone."""
    spans = LISTED.spans(text)
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    assert edges == sorted(edges)
    assert all(span.end - span.start > 1 for span in spans)
    assert not any(
        span.start < each.end() and each.start() < span.end for each in PLACEHOLDER.finditer(text) for span in spans
    )


@pytest.mark.parametrize("redactor", [Redactor(), LISTED, Redactor(kinds=("email", "name"))])
@given(text=TEXTS)
@settings(max_examples=300)
def test_masking_twice_is_masking_once(redactor, text):
    """Nothing is found in a text that was masked."""
    once = redactor.mask(text)
    assert redactor.spans(once) == ()
    assert redactor.mask(once) == once


@given(TEXTS)
@settings(max_examples=400)
def test_a_text_that_is_no_candidate_has_no_spans(text):
    """The quick look is a necessary condition, and Arrow's engine sees what Python's sees."""
    quick = Redactor().may_hold(text)
    assert quick or Redactor().full(text) == ()  # what a full look finds, whatever the quick one says
    assert pc.match_substring_regex(pa.array([text]), CANDIDATE)[0].as_py() or Redactor().full(text) == ()


@given(TEXTS)
@settings(max_examples=200)
def test_a_list_of_names_has_its_own_quick_look(text):
    """With a list of names the quick look still misses nothing."""
    assert LISTED.may_hold(text) or LISTED.full(text) == ()


@given(TEXTS, st.sets(st.sampled_from(KINDS)))
@settings(max_examples=100)
def test_the_kinds_asked_for_are_those_given(text, kinds):
    """No kind is found that was not asked for; its own quick look misses none of the others."""
    redactor = Redactor(kinds=kinds)
    assert {span.kind for span in redactor.spans(text)} <= kinds
    assert redactor.may_hold(text) or redactor.full(text) == ()


@given(TEXTS)
@settings(max_examples=100)
def test_what_stands_between_spans_is_untouched(text):
    """Cut at its spans, a text and its masked self have the same pieces between."""
    spans = Redactor().spans(text)
    rest = [
        text[one:other]
        for one, other in zip(
            [0, *(each.end for each in spans)], [*(each.start for each in spans), len(text)], strict=True
        )
    ]
    assert masked(text, spans) == "".join(
        part for pair in zip(rest, [*(each.placeholder for each in spans), ""], strict=True) for part in pair
    )
    assert len(covered(text, spans)) == len(text)


def test_the_earlier_kind_has_what_two_claim():
    """A phone number within an address belongs to the address; of a name the rest is kept, if it holds two letters."""
    text = "Jane Doe jane@example.org x"
    claims = [Span(0, 27, "name"), Span(9, 25, "email"), Span(14, 25, "url")]
    assert settled(text, claims) == (Span(0, 13, "name"), Span(14, 25, "url"))


HOSTILE = {
    "at": "a@", "dots": "a.", "digits": "0", "zeros": "0 ", "phones": "07700 900", "titles": "Mr ", "couples": "Mr and ", "initials": "Mr J. ",
    "particles": "de ", "titled": "Mr de la ", "spelt": "a at b dot ", "brackets": "((at)", "www": "www.", "schemes": "http://", "paths": "a.com/",
    "pairs": "AB 12 ", "codes": "SW1A1", "words": "Jane", "plus": "+44", "hyphens": "a-", "numbers": "1-2.3 ", "blank": " ", "placeholders": "[name]",
    "names": "my name is ", "parens": "https://a)", "miss": "i miss ", "glued": "9990453802SW1A1AA",
}  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_nothing_hangs(piece):
    """Anything is read, however hostile: what takes a tenth of a second must not take the minutes that a square would."""
    redactor = Redactor(names=("Jane", "Mr Mr Mr x", "a a a a a b"))
    assert _seconds(redactor, (piece * (50_000 // len(piece) + 1))[:50_000]) < 30


def _seconds(redactor, text):
    began = time.process_time()
    redactor.mask(text)
    return time.process_time() - began


def test_the_pattern_is_plain_enough_for_re2():
    """The pattern of candidates has no look-around and no backreference."""
    assert not re.search(r"\(\?[=!<]|\\[1-9]|\\Z|\\w|\\s|\\d|\\b", CANDIDATE)

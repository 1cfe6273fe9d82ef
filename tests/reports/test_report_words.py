"""The words of a report: names, lists, and what an interval allows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.errors import counted
from freetext.reports.words import extent, headed, listed, named, opened, sentences, shortened, span

SHARES = st.floats(0, 1, allow_nan=False)


@given(SHARES, SHARES, SHARES)
@settings(max_examples=200)
def test_a_word_is_used_only_where_the_whole_interval_bears_it(one, two, three):
    """A majority lies above half, a minority below, three quarters and a quarter likewise: the whole interval, not the share alone."""
    low, share, high = sorted((one, two, three))
    said = extent(share, low, high)
    assert ("a majority" in said) <= (low > 0.5)
    assert ("more than three quarters" in said) <= (low > 0.75)
    assert ("a minority" in said) <= (high < 0.5)
    assert ("fewer than a quarter" in said) <= (high < 0.25)
    assert ("fewer than one in ten" in said) <= (high < 0.1)
    assert ("about half" in said) <= (low <= 0.505 and high >= 0.495 and high - low <= 0.3)


@pytest.mark.parametrize(
    ("share", "low", "high", "expected"),
    [
        (23 / 41, 0.41, 0.70, "about half, 41 to 70 %"),
        (0.62, 0.55, 0.68, "a majority, 55 to 68 %"),
        (0.62, 0.501, 0.68, "anything from 50 to 68 %"),
        (0.85, 0.76, 0.91, "more than three quarters, 76 to 91 %"),
        (0.23, 0.18, 0.29, "a minority, 18 to 29 %"),
        (0.17, 0.12, 0.24, "fewer than a quarter, 12 to 24 %"),
        (0.05, 0.02, 0.08, "fewer than one in ten, 2 to 8 %"),
        (0.5, 0.12, 0.88, "anything from 12 to 88 %"),
    ],
)
def test_what_an_interval_allows(share, low, high, expected):
    """The word fits the interval as it is printed, and the interval stands behind it."""
    assert expected == extent(share, low, high)


def test_lists_and_numbers():
    """Lists end in "and"; a long one says how many more; one is singular, thousands are parted."""
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert shortened(["a", "b", "c", "d"], 2) == "a, b and 2 more"
    assert shortened(["a", "b"], 2) == "a and b"
    assert [counted(1, "answer"), counted(2600, "answer"), counted(2, "reply", "replies")] == ["1 answer", "2,600 answers", "2 replies"]  # fmt: skip
    assert span(0.41, 0.70) == "41 to 70"
    assert span(0.411, 0.414) == "41"


def test_a_sentence_begins_with_a_capital_but_spelling_is_kept():
    """A lower-case first word gets its capital; one with a capital inside keeps its own spelling."""
    assert [opened("resource is"), opened("iPhone is"), opened("")] == ["Resource is", "iPhone is", ""]


def test_headings():
    """A question stands as it is; any other heading gets a colon."""
    assert sentences("What is it?", "Resource.") == "What is it? Resource."
    assert sentences("barrier", "Resource.") == "barrier: Resource."
    assert [headed("What is it?", "by type"), headed("levels", "by type")] == ["What is it? By type", "levels: by type"]


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_a_name_is_harmless(text):
    """A name in a sentence is one line, shows all it holds, and is not endless."""
    shown = named(text)
    assert shown == " ".join(shown.split())
    assert not set(shown) & set("\u202e\u202d\u2066\x1b\n\x00\u200b")
    assert len(shown) <= 83
    assert shown.isprintable() or any(each in shown for each in "\u200c\u200d") or not shown.isascii()


def test_a_long_name_ends_at_a_word():
    """What is cut off is never half a word."""
    assert named("word " * 40) == f"{' '.join(['word'] * 16)}..."

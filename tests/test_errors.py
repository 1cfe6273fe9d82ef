"""What errors say of names and cells."""

from hypothesis import given
from hypothesis import strategies as st

from freetext.errors import CELL, NAME, AmbiguousTheme, UnknownTheme, did_you_mean, names_listed, quoted

ANSWER = "Mrs Miller of Elm Street 12 is ill\nand told nobody but us; " * 100


@given(st.text())
def test_a_cell_is_quoted_whole_or_counted(text):
    """A short cell is quoted as Python writes it, a longer one is only counted; either way on one line."""
    said = quoted(text)
    assert said == (repr(text) if len(text) <= CELL else f"(a text of {len(text):,} characters)")
    assert len(said.splitlines()) == 1


def test_what_is_no_text_is_quoted_as_it_is():
    """A number shows as a number, a list of answers only by its length."""
    assert quoted(2.5) == "2.5"
    assert quoted([ANSWER]) == f"(a text of {len(repr([ANSWER])):,} characters)"


def test_themes_made_of_answers_are_not_repeated():
    """Neither an unknown theme nor those there comes out where they are answers, nor does a suggestion."""
    told = str(UnknownTheme(ANSWER, [ANSWER + "!", "money"], row=3))
    assert told == "row 3: no theme (a text of 5,900 characters). Themes: (a text of 5,901 characters), money."
    assert "Miller" not in str(AmbiguousTheme(ANSWER, [ANSWER, "b"]))


def test_names_are_suggested_and_listed_in_short():
    """Names stand as they are, the first twelve; what is longer than a name is never suggested."""
    assert names_listed(["a", "b"]) == "a, b"
    assert names_listed(list("abcdefghijklmn")) == "a, b, c, d, e, f, g, h, i, j, k, l and 2 more"
    assert did_you_mean("monei", ["money", ANSWER]) == "Did you mean 'money'?"
    assert did_you_mean("x" * NAME, ["x" * (NAME + 1)]) == ""
    assert did_you_mean(ANSWER, [ANSWER]) == ""

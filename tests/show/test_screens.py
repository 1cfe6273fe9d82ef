"""Small things for screens."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from freetext.show.screens import bar, display_width, left, plain, right, safe, weighted, wrap


@given(st.text(max_size=40))
def test_no_name_can_steer_a_terminal(text):
    """A safe name is one line without control, format or surrogate characters, and making it safe again changes nothing."""
    made = safe(text)
    assert not {unicodedata.category(each) for each in made.replace("\u200c", "").replace("\u200d", "")} & {
        "Cc",
        "Cf",
        "Cs",
        "Zl",
    }
    assert safe(made) == made
    made.encode()


def test_ansi_and_bidirectional_characters_are_neutralised():
    """An escape sequence loses its escape, an override its power, a line break its line."""
    assert safe("a\x1b[31mred\u202eevil\nb") == "a\ufffd[31mred\ufffdevil b"


def test_wide_and_combining_characters_are_measured():
    """A CJK character takes two cells, a combining one none."""
    assert [display_width(text) for text in ("abc", "資源", "e\u0301", "👍")] == [3, 4, 1, 2]
    assert (left("資", 4), right("資", 4)) == ("資  ", "  資")


@given(st.text(alphabet="ab 資é-", max_size=60), st.integers(2, 20))
def test_wrapping_keeps_every_character_within_the_width(text, width):
    """Wrapped lines fit, and nothing but spaces is lost."""
    lines = wrap(text, width)
    assert all(display_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_colours_only_when_asked():
    """Without colour a line is left as it is."""
    assert weighted("x", "bold", colour=False) == "x"
    assert weighted("x", "bold", colour=True) == "\x1b[1mx\x1b[0m"


def test_bars_have_a_plain_form():
    """Rules and bars can be written in ASCII."""
    assert bar(0.5, 5) == "██▌"
    assert plain("──" + bar(0.5, 5)) == "--##"

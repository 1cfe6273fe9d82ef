import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from freetext.text.clean import UNSEEN, clean

anything = st.text(st.characters(), max_size=40)


@settings(max_examples=300)
@given(anything)
@example("\u1fef")  # composes to a grave accent, which is a quote
@example("\u0149")  # composes to a modifier apostrophe and n
@example("e\u200d\u0301")  # composes only once the joiner is gone
@example("\uff40\u00b4")
def test_cleaning_twice_changes_nothing(text):
    """Cleaning is idempotent."""
    assert clean(clean(text)) == clean(text)


@settings(max_examples=300)
@given(anything)
def test_a_clean_text_is_composed_and_seen(text):
    """What is left is composed (NFKC) and holds nothing that nobody sees, white space aside."""
    cleaned = clean(text)
    assert cleaned == unicodedata.normalize("NFKC", cleaned)
    assert all(each.isspace() or unicodedata.category(each) not in UNSEEN for each in cleaned)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="`"), max_size=40))
def test_plain_letters_stay(text):
    """Printable ASCII is left as it is, but for the grave accent that stands for an apostrophe."""
    assert clean(text) == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("don\u2019t", "don't"),
        ("don\u00b4t", "don't"),
        ("don`t", "don't"),
        ("\u201cfine\u201d", '"fine"'),
        ("\uff26\uff35\uff2c\uff2c", "FULL"),
        ("\ufb01ne", "fine"),
        ("so\u00adft", "soft"),
        ("\u202eright\u202c", "right"),
        ("zero\u200bwidth", "zerowidth"),
        ("\ud83d lone", " lone"),
        ("cafe\u0301", "café"),
        ("bell\x07", "bell"),
    ],
)
def test_the_same_words_become_the_same_text(written, meant):
    """Quotes, widths, ligatures, accents and marks that nobody sees do not tell two spellings of a word apart."""
    assert clean(written) == meant

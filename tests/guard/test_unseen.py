import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.guard.redactor import Redactor
from freetext.guard.unseen import as_read, holds_unseen, places_read

SIGNS = st.sampled_from(("\u200b", "\u00ad", "\ufeff", "\u2060", "\u202e", "\uff11", "a", " ", "0", "é"))
TEXTS = st.lists(SIGNS, max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("ring 07700\u200b900\u200b123 now", "ring [phone] now"),
        ("ring 07700\u00ad900123", "ring [phone]"),
        ("write to jo\u200b@example.org", "write to [email]"),
        ("we live in SW1A\u200b1AA", "we live in [postcode]"),
        ("Mrs\u2060 Patel was kind", "[name] was kind"),
        ("ring \uff10\uff17\uff17\uff10\uff10 \uff19\uff10\uff10\uff11\uff12\uff13", "ring [phone]"),
        ("zwj \U0001f468\u200d\U0001f469 stays", "zwj \U0001f468\u200d\U0001f469 stays"),
    ],
)
def test_signs_that_cannot_be_seen_hide_nothing(text, masked):
    """Personal data is found as a reader sees it, whatever stands between its letters, and nothing else changes."""
    assert Redactor().mask(text) == masked
    assert Redactor().mask(masked) == masked


def test_names_of_a_list_are_found_behind_unseen_signs():
    """A name of the user's list is found also where a soft hyphen parts it."""
    assert Redactor(names=["Quillfeather"]).mask("ask Quill\u00adfeather") == "ask [name]"


@given(TEXTS)
def test_places_lead_there_and_back(text):
    """Each character that is read stands where it is said to stand, and is counted there."""
    read, stands = as_read(text)
    assert len(read) == len(stands)
    assert places_read(text)[-1] == len(read)
    assert all(places_read(text)[place] == number for number, place in enumerate(stands))
    assert holds_unseen(text) or read == text

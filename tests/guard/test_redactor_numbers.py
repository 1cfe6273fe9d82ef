"""Numbers made by the rules of those who issue them are all found, however they are laid out."""

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from freetext.guard.numbers import NEVER_ISSUED
from freetext.guard.phones import lost_its_lead
from freetext.guard.postcodes import AREAS, INWARD, LETTERED
from freetext.guard.redactor import Redactor

REDACTOR = Redactor()
BEFORE = st.sampled_from(["", "it is ", "(", "no:", '"', "see,", "\n"])
BEHIND = st.sampled_from(["", " please", ")", ".", ", thanks", '"', "?", "\n", " - ok", "..."])
FORMATS = phonenumbers.PhoneNumberFormat
GB_TYPES = (
    "FIXED_LINE",
    "MOBILE",
    "TOLL_FREE",
    "PREMIUM_RATE",
    "VOIP",
    "PERSONAL_NUMBER",
    "PAGER",
    "UAN",
)


def masked(before, text, behind, kind):
    """Say whether a text is masked whole, and nothing around it."""
    return REDACTOR.mask(f"{before}{text}{behind}") == f"{before}[{kind}]{behind}"


@pytest.mark.parametrize("kind", GB_TYPES)
@pytest.mark.parametrize("layout", [FORMATS.NATIONAL, FORMATS.E164, FORMATS.INTERNATIONAL])
@given(before=BEFORE, behind=BEHIND)
def test_british_numbers_of_every_kind(kind, layout, before, behind):
    """An example number of each kind is found as it is written at home and abroad."""
    number = phonenumbers.example_number_for_type("GB", getattr(phonenumbers.PhoneNumberType, kind))
    assert number is not None
    assert masked(before, phonenumbers.format_number(number, layout), behind, "phone")


@pytest.mark.parametrize("layout", [FORMATS.E164, FORMATS.INTERNATIONAL])
def test_numbers_of_other_countries(layout):
    """Of each country with numbers of nine digits or more, its code with them, an example is found behind its plus."""
    missed = []
    for region in phonenumbers.SUPPORTED_REGIONS:
        number = phonenumbers.example_number(region)
        text = phonenumbers.format_number(number, layout) if number else ""
        if sum(each.isdigit() for each in text) >= 9 and not masked("ring ", text, " today", "phone"):
            missed.append(text)
    assert missed == []


@given(st.integers(10**8, 10**9 - 1), st.sampled_from(["", " ", "-"]), st.sampled_from(["", " ", "-"]), BEFORE, BEHIND)
def test_nhs_numbers(number, one, two, before, behind):
    """Nine digits and their check digit are found in groups of 3, 3 and 4; with any other last digit they are none."""
    digits = f"{number}"
    check = -sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11
    assume(check < 10 and not digits.startswith("447") and len(set(f"{digits}{check}")) > 1)
    assert masked(before, f"{digits[:3]}{one}{digits[3:6]}{two}{digits[6:]}{check}", behind, "nhs number")
    wrong = f"{digits}{(check + 1) % 10}"
    assert REDACTOR.mask(wrong) == wrong


LETTERS = "ABCEGHJKLMNOPRSTWXYZ"


@given(
    st.sampled_from(LETTERS),
    st.sampled_from(LETTERS),
    st.integers(0, 999_999),
    st.sampled_from("ABCD"),
    st.sampled_from(["", " "]),
    BEFORE,
    BEHIND,
)
def test_ni_numbers(one, two, number, last, gap, before, behind):
    """A prefix that is issued, six digits and a letter from A to D are found; other prefixes are left."""
    pairs = f"{number:06}"
    text = gap.join([one + two, pairs[:2], pairs[2:4], pairs[4:], last])
    if two == "O" or one + two in NEVER_ISSUED:
        assert REDACTOR.mask(text) == text
    else:
        assert masked(before, text, behind, "ni number")
        assert gap or masked(before, text.lower(), behind, "ni number")


DISTRICTS = [f"{area}{number}" for area in sorted(AREAS) for number in (1, 9, 10, 28)] + [
    f"{each}A" for each in sorted(LETTERED)
]


@given(
    st.sampled_from(DISTRICTS),
    st.integers(0, 9),
    st.text(INWARD[:20], min_size=2, max_size=2),
    st.sampled_from(["", " ", "  "]),
    BEFORE,
    BEHIND,
)
def test_postcodes(district, sector, unit, gap, before, behind):
    """A district, a sector and a unit are found in capitals and small letters, with a space, two or none; ordinals aside."""
    assume(unit not in {"ST", "ND", "RD", "TH"})
    assert masked(before, f"{district}{gap}{sector}{unit}", behind, "postcode")
    assert masked(before, f"{district}{gap}{sector}{unit}".lower(), behind, "postcode")


@pytest.mark.parametrize("kind", ["FIXED_LINE", "MOBILE", "PREMIUM_RATE", "PERSONAL_NUMBER"])
def test_numbers_that_lost_their_lead(kind):
    """Digits are known as a British number without the 0 or the + that a spreadsheet takes off; short ones and other texts are not."""
    number = phonenumbers.example_number_for_type("GB", getattr(phonenumbers.PhoneNumberType, kind))
    assert number is not None
    assert lost_its_lead(str(number.national_number))
    assert lost_its_lead(f"44{number.national_number}")
    assert not lost_its_lead(f"0{number.national_number}")
    assert not any(map(lost_its_lead, ["", "17", "20231105", "12.5", "٧٧٠٠٩٠٠١٢٣", "123456789012345678", "true"]))

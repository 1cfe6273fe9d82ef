"""What the redactor finds, type by type, and what it leaves."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.errors import FreetextError
from freetext.guard.name_words import NEVER, PARTICLES, SELDOM
from freetext.guard.numbers import checked
from freetext.guard.postcodes import AREAS
from freetext.guard.redactor import HINTS, Redactor
from freetext.guard.spans import KINDS, PRECEDENCE, Span
from freetext.interfaces.redacting import kinds_of
from freetext.reports.personal import looks_personal

REDACTOR = Redactor()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Mr and Mrs Hughes's house", "[name]'s house"),
        ("MRS VAN DER BERG SAID", "[name] SAID"),
        ("Dr. A.B. McDonald-Smith, of Leeds", "[name], of Leeds"),
        ("thank you mrs o'neill!", "thank you [name]!"),
        ("'Mr Green' he said", "'[name]' he said"),
        ("Mr Young and dr young people", "[name] and dr young people"),
        ("Nurse Teo/Sister Kelleher", "[name]/[name]"),
        ("Miss B in reception, Mr P's team", "[name] in reception, [name]'s team"),
        ("saw the nurse. Palpitations, Dr. Roe", "saw the nurse. Palpitations, [name]"),
        ("MY SISTER MARRIAGE, NURSE TEO", "MY SISTER MARRIAGE, [name]"),
        ("my name is jane and I", "my name is jane and I"),
        ("my name is Jane Roe and I", "my name is [name] and I"),
        ("I miss Smith street and we don't miss evans", "I miss Smith street and we don't miss evans"),
        ("mrs roe and miss o'shea, and miss playing", "[name] and [name], and miss playing"),
        ("Dr\nSmith", "Dr\nSmith"),
        ("Drs Patel & Roe, Messrs Smith and Jones", "[name], [name]"),
        ("Prof. Dr. Schmidt, Rev. Canon Roe, Dr Lord", "[name], [name], [name]"),
        ("Mrs St. John and Mrs A-M Roe", "[name] and [name]"),
    ],
)
def test_names(text, masked):
    """A title and what stands behind it are one name; titles that are words need a capital behind them."""
    assert REDACTOR.mask(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("j.o+x@sub.example.co.uk.", "[email]."),
        ("jo at example dot co dot uk", "[email]"),
        ("JO [AT] EXAMPLE.COM", "[email]"),
        ("look at example.com", "look at example.com"),
        ("meet @ noon", "meet @ noon"),
        ("(http://a.example/x_(y))", "([url])"),
        ("WWW.EXAMPLE.ORG/A?b=c, then", "[url], then"),
        ("ask fine.no/problem and/or Node.js", "ask fine.no/problem and/or Node.js"),
        ("see https://example.org/u?mail=jo@example.org", "see [url]"),
        ("[https://example.org]", "[[url]]"),
    ],
)
def test_addresses(text, masked):
    """Addresses end where a sentence goes on; an address within an address is part of it."""
    assert REDACTOR.mask(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("07700 900123", "[phone]"),
        ("(020) 7946 0018 x12", "[phone]"),
        ("+44 (0)20 7946 0018", "[phone]"),
        ("0044 20 7946 0018", "[phone]"),
        ("447700900123 or 44 7700 900123", "[phone] or [phone]"),
        ("07700/900123 on 01/02/2023 10:30", "[phone] on 01/02/2023 10:30"),
        ("07700\u00a0900\u00a0123", "[phone]"),
        ("0113 496 0123 0113 496 0124", "[phone] [phone]"),
        ("from 01.02.2023 10.30", "from 01.02.2023 10.30"),
        ("2023-24, 020 out of 100, 0123456", "2023-24, 020 out of 100, 0123456"),
        ("999 954 2557", "[nhs number]"),
        ("9999542557", "[nhs number]"),
        ("999 954 2558", "999 954 2558"),
        ("1111111111", "1111111111"),
        ("isbn 1861972717", "isbn 1861972717"),
        ("qq 12 34 56 c, AB 123 456 C, at 10 20 30 a day", "qq 12 34 56 c, [ni number], at 10 20 30 a day"),
        ("P45, S17, 1 2 3 4 5", "P45, S17, 1 2 3 4 5"),
    ],
)
def test_numbers(text, masked):
    """Numbers are tested, not only shaped: a British range, a check digit, a prefix that is issued."""
    assert REDACTOR.mask(text) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("SW1A 1AA, cr26xh and e1w 1aa", "[postcode], [postcode] and [postcode]"),
        ("B12 3rd floor, B12 3RD FLOOR", "B12 3rd floor, B12 3RD FLOOR"),
        ("B33 8TH", "[postcode]"),
        ("ZZ1 1AA, SW1A 1CC, M4 2hr, LS1A 1AA", "ZZ1 1AA, SW1A 1CC, M4 2hr, LS1A 1AA"),
    ],
)
def test_postcodes(text, masked):
    """A postcode is of an area that there is, its end is no ordinal and no quantity."""
    assert REDACTOR.mask(text) == masked


@given(st.integers(0, 10**9 - 1))
def test_one_check_digit_fits_at_most(number):
    """Of the ten last digits at most one makes a number right."""
    digits = [int(each) for each in f"{number:09}"]
    assert sum(checked([*digits, last]) for last in range(10)) <= 1


def test_a_list_of_names_is_matched_on_words():
    """Names are found as written, with capitals and in capitals, on the borders of words; a longer name before a shorter."""
    redactor = Redactor(names=("Will", "ann marie", "Ward 7", "St. Hilda's", "Ann Marie Roe", " "))
    assert redactor.mask("Will will go, WILL too, Willis not") == "[name] will go, [name] too, Willis not"
    assert redactor.mask("ann marie, Ann-Marie, ANN MARIE Roe") == "[name], [name], [name] Roe"
    assert redactor.mask("Ann Marie Roe of Ward 7, Ward 70, St. Hilda's") == "[name] of [name], Ward 70, [name]"
    assert redactor.names == ("Will", "ann marie", "Ward 7", "St. Hilda's", "Ann Marie Roe")
    assert redactor.candidate == ""


def test_a_recogniser_adds_names():
    """What a recogniser takes for a name is masked, where nothing surer claims it."""
    redactor = Redactor(recogniser=lambda texts: [[(0, len(text))] for text in texts])
    assert redactor.mask("Jane jane@example.org") == "[name] [email]"
    assert Redactor(kinds=("url",), recogniser=lambda texts: [[(0, 4)] for _ in texts]).mask("Jane") == "Jane"


def test_spans_say_where():
    """A span has its place in characters and its kind."""
    assert REDACTOR.spans("Ring 07700 900123") == (Span(5, 17, "phone"),)
    assert Redactor(kinds=()).spans("Ring 07700 900123") == ()
    assert not Redactor(kinds=()).may_hold("Ring 07700 900123")


def test_types_are_taken_by_name():
    """A hyphen stands for a space; an unknown type is refused with those that there are."""
    assert kinds_of("NHS-number") == ("nhs number",)
    with pytest.raises(FreetextError, match="ni number"):
        kinds_of(["nino"])


def test_the_lists_are_whole():
    """There are 124 areas; every type has its place in the order and its quick look; no word is two things."""
    assert len(AREAS) == 124
    assert set(PRECEDENCE) == set(KINDS) == set(HINTS)
    assert not NEVER & SELDOM
    assert not NEVER & PARTICLES


@given(st.text(max_size=80))
def test_what_is_masked_is_not_quoted(text):
    """A text with anything to mask looks personal."""
    assert looks_personal(text) or not REDACTOR.spans(text)


def test_the_redactor_wakes_nothing_heavy():
    """What asks for telephone numbers is imported when a text may hold one, and not before."""
    seen = "import sys; from freetext.guard.redactor import Redactor; Redactor().mask('Mrs Patel'); print('phonenumbers' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"

"""Answers and phrases built to make matching slow: nothing may take the square of its length."""

import time
from contextlib import suppress

import pytest

from freetext.errors import FreetextError
from freetext.files.project.codeframes import parse_codeframe
from freetext.files.tabular.guard import guarded
from freetext.guard.redactor import Redactor
from freetext.guard.safeguarding import flags
from freetext.model.rules import rules_of
from freetext.survey.filters import condition_of
from freetext.survey.query import query_of

SECONDS = 20.0
"""Of a processor, for 20,000 characters that take a few hundredths; the square of that would take minutes."""
UNITS = (
    *(
        "a",
        "a ",
        "aa",
        "1",
        "1 ",
        "12-",
        "0",
        "+",
        "(0",
        "a@",
        "@",
        "a.",
        ".",
        "a@a.",
        "a-",
        "http://",
        "www.",
        "/",
        "Mr ",
        "Dr. A",
    ),
    *(
        "A",
        "A ",
        "Aa ",
        "AB1 2",
        "'",
        "O'",
        "'\"",
        "-",
        "_",
        "\u0301",
        "a\u0301",
        "\u200b",
        "\uff1d",
        "\U0001f600",
        "I want to ",
        "kill ",
    ),
    *(
        "not ",
        "no, ",
        "hurt my",
        "self ",
        "<",
        "&",
        "[",
        "[[",
        "[name] ",
        ":",
        "a:b",
        "%",
        "\n",
        "\t",
        "\\",
        "07700 ",
        "QQ 12 34 ",
    ),
)
LENGTH = 20_000
PHRASES = (
    "a* a* a* a* a* a* b",
    "aa* a",
    "a",
    "a* " * 60 + "b",
    "aaaaaaaaaaaaaaaa*",
    "* ".join("a" * n for n in range(1, 30)),
)


def texts(unit):
    """Long answers of one unit: alone, and broken at the end."""
    whole = (unit * LENGTH)[:LENGTH]
    return [whole, f"{whole}!", f"{whole}\x00b", f"x {whole} x"]


def took(call, *arguments):
    """Seconds of a processor that a call takes."""
    start = time.process_time()
    call(*arguments)
    return time.process_time() - start


@pytest.fixture(scope="module", name="rules")
def _rules():
    listed = ", ".join(f'"{phrase.strip()}"' for phrase in PHRASES)
    never = ", ".join(f'"z* {phrase.strip()}"' for phrase in PHRASES)
    frame = parse_codeframe(f'name = "x"\n[[theme]]\nslug = "t"\nalways = [{listed}]\nnever = [{never}]\n')
    return rules_of(frame)


@pytest.mark.parametrize("unit", UNITS)
def test_phrases_are_matched_in_time(rules, unit):
    """A codeframe's phrases, however many stars they have, are looked for in a long answer in time."""
    assert took(rules.match, texts(unit)) < SECONDS


@pytest.mark.parametrize("unit", UNITS)
def test_searches_and_guards_take_time_by_length(unit):
    """Searching a long answer, and guarding it against formulas, takes time by its length."""
    query = query_of('"a a a a a b" a* aaaa*')
    assert took(lambda: [(query.holds(text), query.spans(text)) for text in texts(unit)]) < SECONDS
    assert took(guarded, texts(unit)) < SECONDS


@pytest.mark.parametrize("unit", UNITS)
def test_personal_data_is_looked_for_in_time(unit):
    """Looking for personal data in a long answer takes time by its length."""
    redactor = Redactor()
    assert took(lambda: [redactor.mask(text) for text in texts(unit)[:2]]) < 2 * SECONDS
    assert took(lambda: [redactor.may_hold(text) for text in texts(unit)]) < SECONDS


@pytest.mark.parametrize("unit", UNITS)
def test_safeguarding_is_looked_for_in_time(unit):
    """Looking for what a person must see in a long answer takes time by its length."""
    assert took(flags, texts(unit)[:2]) < 2 * SECONDS


@pytest.mark.parametrize("unit", ["a", "'", '"', "=", "!", "|", "a|", "'a'|", "<", " "])
def test_conditions_are_read_in_time(unit):
    """A condition of a thousand parts is read, or refused, in time."""
    for text in (unit * 5_000, f"a = {unit * 5_000}", f"'{unit * 5_000}' = 1"):
        start = time.process_time()
        with suppress(FreetextError):
            condition_of(text)
        assert time.process_time() - start < SECONDS

"""Columns that ask who somebody is, found by the question as it was asked."""

import pytest

from freetext.files.project.guesses import guess
from freetext.files.tabular.rows import About, Table

NAMES = [f"{first} {last}" for first in ("Ann", "Ben", "Cleo") for last in ("Lee", "Okoro", "Smith", "Jones")]


def dropped(title, cells, name="q"):
    """Whether a column under a name and with a title is dropped, and why."""
    columns = (list(cells), ["we have no money and no staff for it"] * len(cells))
    table = Table("a.csv", (name, "why"), columns, len(cells), about={name: About(title=title)} if title else {})
    return dict(guess(table).drop).get(name, "")


@pytest.mark.parametrize(
    "question",
    [
        *(
            "What is your name?",
            "Please enter your full name",
            "Name of your child",
            "Your child\u2019s name",
            "Surname",
        ),
        *("1. What is your name? (optional)", "Names of the children", "Please give your name and address"),
        *("What is the name of your manager?", "Twitter handle", "Contact details - Name"),
    ],
)
def test_a_question_for_a_name_is_dropped(question):
    """Whoever asks for a name gets names: the column is dropped, whether the question is its name or its title."""
    assert dropped("", NAMES, name=question)
    assert dropped(question, NAMES) == "it asks for a name."


@pytest.mark.parametrize(
    ("question", "cells"),
    [
        ("What is your postcode?", [f"SW{n} {n}AB" for n in range(1, 10)] * 6),
        ("your email", [f"ann{n} at mail" for n in range(12)]),
        ("contact number", [str(770090000 + n) for n in range(12)]),
        ("What is your mobile phone number?", [str(770090000 + n) for n in range(12)]),
        ("Please give your home address", [f"{n} High Street, Leeds" for n in range(12)]),
        ("NHS number", [str(9434765919 + n) for n in range(12)]),
        ("What is your date of birth?", [f"{n + 1:02d}/03/1980" for n in range(12)]),
    ],
)
def test_a_question_for_where_somebody_is_reached_is_dropped(question, cells):
    """Postcodes, addresses, numbers and birthdays tell who somebody is, though some come twice."""
    assert dropped(question, cells)


@pytest.mark.parametrize(
    "question",
    [
        *("Name one thing that we could do better", "What would you name our new cat?", "What name would you give it?"),
        *("Name of your organisation", "What should we address first?", "What does your name mean to you?"),
        *("What do you use your phone for?", "What annoys you about our emails?", "Name three words"),
        *(
            "What is the first part of your postcode?",
            "Which brand names do you know?",
            "Please name the services you use",
        ),
    ],
)
def test_a_question_with_a_name_in_it_stays(question):
    """Questions that hold the word and ask for something else are questions."""
    assert not dropped(question, NAMES)


def test_a_question_of_few_answers_stays():
    """What has few different answers, or long ones, names nobody."""
    assert not dropped("Your email", ["daily", "weekly"] * 12)
    assert not dropped("Your name", [f"it means a lot to me and to my {name} family at home" for name in NAMES])

"""Quotes: short, different, whole, and nobody's secret."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.reports.personal import looks_personal
from freetext.reports.quotes import CUT, EACH, LONG, quotation, quotes_of
from freetext.reports.surveyed import Surveyed
from freetext.survey.codings import Source
from freetext.survey.responses import Banner
from freetext.tallies.table import CellCount

SAID = (
    "We have no money left for anything that is new.",
    "Funding ends in March and nobody knows what follows.",
    "Grants come late, and every year they are smaller.",
    "Our budget went to agency workers in the winter.",
    "The council cut the grant that paid the whole team.",
)


def surveyed_of(asked, **other):
    return Surveyed("s", (asked,), **other)


@pytest.fixture(name="money")
def _money(asked, coded, told, frame):
    """Make a question whose answers all name money."""

    def money(texts, *, source=Source.HUMAN, scores=None, banners=(), flagged=()):
        given = np.zeros((len(texts), 3), dtype=np.bool_)
        given[:, 0] = True
        responses = coded("why", frame, texts, given, source=source)
        return asked(responses, banners, told=replace(told(texts, flagged=flagged), scores=scores))

    return money


def test_quotes_are_answers_that_count_in_the_theme(demo):
    """Every quote of the demo is the beginning of an answer that holds the theme; at most three a theme, none twice."""
    for asked in demo.questions:
        quotes = quotes_of(demo, asked)
        assert len({each.text for each in quotes}) == len(quotes)
        for theme in {each.theme for each in quotes}:
            mine = [each for each in quotes if each.theme == theme]
            assert 1 <= len(mine) <= EACH
            holds = asked.responses.given[:, asked.responses.codeframe.position[theme]]
            texts = [" ".join(asked.told.texts[place].split()) for place in np.flatnonzero(holds)]
            assert all(any(text.startswith(each.text.removesuffix(CUT)) for text in texts) for each in mine)


def test_a_telephone_number_and_a_name_are_never_quoted(demo):
    """The answer of the demo that names somebody with a telephone number is in no quote."""
    assert not any("Maureen" in each.text for asked in demo.questions for each in quotes_of(demo, asked))


def test_flagged_answers_are_never_quoted(money):
    """An answer that somebody flagged is passed over."""
    asked = money(SAID, flagged=(0, 1, 2, 3))
    assert [each.text for each in quotes_of(surveyed_of(asked), asked)] == [SAID[4]]


def test_nothing_is_no_quote(money):
    """Blanks, "n/a", "as above" and the like stand for nothing; the same words are not quoted twice."""
    asked = money(["n/a", "as above", "See previous answer", "none", "  nothing  ", SAID[0], SAID[0].upper()])
    assert len(quotes_of(surveyed_of(asked), asked)) == 1


def test_people_before_the_machine_and_sure_before_unsure(money):
    """Answers that people coded come first; of the machine's, those with the highest score."""
    texts = [f"{each} Answer number {place}." for place, each in enumerate(SAID * 30)]
    scores = np.zeros((len(texts), 3))
    scores[:, 0] = np.linspace(0.5, 0.99, len(texts))
    asked = money(texts, source=Source.MODEL, scores=scores)
    sure = {texts[place] for place in range(len(texts) - 60, len(texts))}
    assert {each.text for each in quotes_of(surveyed_of(asked), asked)} <= sure
    asked.responses.source[3] = Source.HUMAN
    assert texts[3] in {each.text for each in quotes_of(surveyed_of(asked), asked)}


def test_quotes_differ(money):
    """Of many that say the same and one that says something else, both kinds are quoted."""
    asked = money([f"The grant is too small for us, number {place}." for place in range(20)] + [SAID[3]])
    texts = [each.text for each in quotes_of(surveyed_of(asked), asked)]
    assert SAID[3] in texts
    assert len(texts) == 2


def test_attribution_wants_a_column_of_ten(money):
    """A quote is attributed to its column only where that has a base of ten or more; never to an id."""
    member = np.zeros((15, 2), dtype=np.bool_)
    member[:11, 0] = member[11:, 1] = True
    asked = money([f"{SAID[place % 5]} Place {place} of many." for place in range(15)], banners=[Banner("type", ("large", "small"), member)])  # fmt: skip
    surveyed = surveyed_of(asked, banners=(Banner("type", ("large", "small"), member),))
    assert {each.column for each in quotes_of(surveyed, asked)} <= {"large", ""}
    assert "large" in {each.column for each in quotes_of(surveyed, asked)}


def test_a_profile_wants_a_cell_that_may_be_told(money, protecting):
    """Under a disclosure profile nobody is quoted out of a cell that is small or suppressed."""
    few = money(SAID)
    assert not quotes_of(protecting(surveyed_of(few), "nhs"), few)
    many = money([f"{each} Number {place}." for place, each in enumerate(SAID * 3)])
    assert quotes_of(protecting(surveyed_of(many), "nhs"), many)
    table = many.tables[0]
    hidden = CellCount(None, None, None, kind="suppressed")
    rows = (replace(table.rows[0], cells=(hidden,)), *table.rows[1:])
    gone = replace(many, tables=(replace(table, rows=rows),))
    assert not quotes_of(surveyed_of(gone), gone)


@given(st.text(max_size=400))
@settings(max_examples=200)
def test_a_quotation_is_whole_or_cut_behind_a_sentence(text):
    """What is quoted stands in the answer; it is not long, and what is cut ends with a sentence and says so."""
    said, line = quotation(text), " ".join(text.split())
    assert line.startswith(said.removesuffix(CUT))
    assert len(said) <= LONG + len(CUT)
    if said and said != line:
        assert said.endswith(CUT)
        assert said.removesuffix(CUT).rstrip("\"')\u2019\u201d")[-1] in ".!?"


def test_long_answers_are_cut_at_a_sentence_or_left():
    """A long answer is cut behind its last whole sentence that fits; one endless sentence is not quoted."""
    first = "There are two of us for the whole county, and one of us is on leave."
    assert quotation(f"{first} {'And so on ' * 40}") == f"{first} [...]"
    assert not quotation("and so on " * 40)


@pytest.mark.parametrize(
    "text",
    [
        "write to jane@example.org please", "ring me on 07700 900418", "+44 20 7946 0018 is our number", "NHS no 943 476 5919",
        "case 20210417", "we live in SW1A 1AA", "Mrs Miller told us", "ask Dr. Patel", "my name is on the list", "born 3/4/2009",
        "see www.example.org", "I'm Jane Doe and I run it", "Cllr Brown said so",
    ],
)  # fmt: skip
def test_what_looks_like_personal_data(text):
    """Addresses, numbers, dates and names after titles look like personal data."""
    assert looks_personal(text)


@pytest.mark.parametrize(
    "text",
    ["We close a £9m gap this year", "Closed 4 of 6 centres", "Four DCSs in six years", "income down 40% in 2020", "a doctor said so",
     "Since 2019 we lost 1,200 hours", "S17 budgets and the EHCP deadlines"],
)  # fmt: skip
def test_what_does_not(text):
    """Money, shares, years and jobs are no personal data."""
    assert not looks_personal(text)

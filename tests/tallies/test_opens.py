"""Coded columns, and who decided."""

import numpy as np
import pytest

from freetext.errors import InputError, UnknownTheme
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Source
from freetext.tallies.crosstab import tally
from freetext.tallies.opens import BY_PEOPLE, NO_SOURCE, deciders, open_responses

FRAME = Codeframe(
    "why",
    (Theme("a", 1, "Alpha; one"), Theme("b", 2, "Beta", net="n"), Theme("c", 3, "C")),
    (Theme("n", 9, "Net"),),
)
M, R, H = Source.MODEL, Source.RULE, Source.HUMAN


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("blank", [H, H, H]),
        ("human", [H, H, H]),
        ("model", [M, M, M]),
        ("a=human;b=human", [H, H, H]),
        ("a=human;b=model", [H, M, M]),
        ("b=model", [M, M, M]),
        ("a=human; model", [H, M, M]),
        ("b=rule", [M, R, M]),
        ("a=human;b=rule", [H, R, M]),
        ("b=rule;human", [H, R, H]),
        ("Beta=Human", [H, H, H]),
        ("", [M, M, M]),
    ],
)
def test_a_source_cell_says_who_decided_on_every_theme(cell, expected):
    """Themes not named are the model's, unless people decided on all that is named."""
    assert deciders(FRAME, cell).tolist() == expected


@pytest.mark.parametrize("cell", ["a=robot", "maybe", "a", "blank;a=model"])
def test_a_source_that_says_nobody_is_refused(cell):
    """What does not say who decided is refused, with row and column."""
    with pytest.raises(InputError, match=r"row 2, column 'freetext_source'.*who decided"):
        open_responses("q", FRAME, [["a"]], [cell])


def test_an_unknown_theme_is_refused_with_its_place():
    """A theme that the codeframe does not have is named with row and column, in the themes as in the source."""
    with pytest.raises(UnknownTheme, match="row 3, column 'freetext_themes': no theme 'bb'"):
        open_responses("q", FRAME, [["a"], ["bb"]])
    with pytest.raises(UnknownTheme, match="row 3, column 'freetext_source': no theme 'x'"):
        open_responses("q", FRAME, [["a"], []], ["a=model", "x=model"])


def test_a_net_is_no_code():
    """A net is counted, never coded."""
    with pytest.raises(InputError, match="'Net' is a net; code one of b"):
        open_responses("q", FRAME, [["Net"]])


def test_themes_go_by_slug_name_or_number():
    """A theme may be named in each of its three ways."""
    assert open_responses("q", FRAME, [["a", "beta", "3"]]).given.tolist() == [[True, True, True]]


@pytest.mark.parametrize(
    ("coded_by", "source", "notes", "kind"),
    [
        ("", M, (NO_SOURCE,), "not audited"),
        ("machine", M, (), "not audited"),
        ("people", H, (BY_PEOPLE,), "wilson"),
    ],
)
def test_without_a_source_a_machine_decided_unless_somebody_says_otherwise(coded_by, source, notes, kind):
    """A file that does not say who coded counts as coded by a machine, aloud; only where people are said to have coded is it exact."""
    responses = open_responses("q", FRAME, [["a"], []], coded_by=coded_by)
    assert (responses.source == source).all()
    table = tally(responses)
    assert (responses.notes, table.notes[: len(notes)]) == (notes, notes)
    assert table.row("a").cells[0].kind == kind


def test_a_source_overrules_who_is_said_to_have_coded():
    """Where the file says who decided, nobody's word changes it."""
    responses = open_responses("q", FRAME, [["a"], []], ["a=model", ""], coded_by="people")
    assert (responses.source == M).all()
    assert responses.notes == ()


def test_blank_answers_leave_the_base():
    """Blank in the source or in the mask, the answer does not count."""
    responses = open_responses("q", FRAME, [["a"], [], []], ["a=human", "blank", "human"], blank=[False, False, True])
    assert responses.answered.tolist() == [True, False, False]
    assert tally(responses).row("a").cells[0].share == 1.0


def test_a_blank_answer_with_a_theme_is_refused():
    """A blank answer has no theme; the message names the row."""
    with pytest.raises(InputError, match=r"row 2, column 'freetext_themes'.*blank"):
        open_responses("q", FRAME, [["a"]], ["blank"])


def test_the_callers_mask_is_left_alone():
    """A mask given is read, never written."""
    mask = np.array([False])
    open_responses("q", FRAME, [[]], ["blank"], blank=mask)
    assert mask.tolist() == [False]

"""A closed question beside the open one."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.reports.beside import beside_chart, beside_finding, beside_listing, pairs_of
from freetext.reports.crossed import cross_of, same_people
from freetext.reports.surveyed import Surveyed
from freetext.survey.codeframe import codeframe_of
from freetext.survey.coders import Panel
from freetext.survey.codings import Source
from freetext.tallies.agreement import agreement_of


@pytest.fixture(name="pair")
def _pair(demo):
    told, ticked = demo.asked("barrier_why"), demo.asked("barrier")
    return told, ticked, pairs_of(demo, told, ticked)


def test_themes_and_options_meet_by_name(pair):
    """An option and a theme stand side by side where their names or slugs are the same, in the order of the options."""
    _, _, pairs = pair
    assert [(each.theme.theme, each.option.name) for each in pairs] == [
        ("resource", "resource"), ("risk-aversion", "risk-aversion"), ("capability", "capability"), ("culture", "culture"),
    ]  # fmt: skip


def test_the_listing_has_both_figures_and_their_difference(demo, pair):
    """Closed and open figures are the tables' own; the difference is in points; kappa is of those who answered both."""
    told, ticked, pairs = pair
    listing = beside_listing(demo, told, ticked, pairs, "name")
    assert len(listing.head) == len(listing.rows[0])
    first = [each.value for each in listing.rows[1]]
    assert first[:5] == ["Risk aversion", 7 / 41, 11 / 40, 10, 7]
    assert any("of the 40 who answered both" in each for each in listing.notes)
    assert any("No option bears the name of: Covid impact and Evidence need." in each for each in listing.notes)
    chart = beside_chart(told, ticked, pairs, "name")
    assert chart is not None
    assert chart.kind == "dumbbell"
    assert [each.shares[0] for each in chart.series] == [23 / 41, 23 / 40]


def test_a_theme_shows_in_both_where_both_intervals_lie_above_one_in_twenty(pair):
    """Resource and risk aversion show in both kinds of data; capability, with three answers, is not sure to."""
    assert beside_finding(pair[2]) == (
        "Resource (56 % closed, 58 % open) and Risk aversion (17 % closed, 28 % open) show in both the closed and the open answers."
    )


def test_figures_that_differ_are_told(asked, closed, coded):
    """Where the intervals of the two figures are apart by more than chance, the sentence says in which data the theme shows more."""
    frame = codeframe_of(("money", "nerve"), name="f")
    given_ = np.zeros((100, 2), dtype=np.bool_)
    given_[:80, 1] = True
    told = asked(coded("open", frame, ["text"] * 100, given_))
    ticked = asked(closed({"nerve": 20, "money": 80}, "closed"))
    said = beside_finding(pairs_of(Surveyed("s", (told, ticked)), told, ticked))
    assert "Nerve shows more in the open answers (80 % against 20 %)".casefold() in said.casefold()
    assert "money shows more in the closed answers (80 % against 0 %)" in said


def test_unchecked_codes_are_told_as_such(asked, closed, coded):
    """Where nobody checked the codes of the open answers, no agreement is claimed."""
    frame = codeframe_of(("money", "nerve"), name="f")
    told = asked(coded("open", frame, ["text"] * 60, np.ones((60, 2), dtype=np.bool_), source=Source.MODEL))
    ticked = asked(closed({"nerve": 20, "money": 40}, "closed"))
    said = beside_finding(pairs_of(Surveyed("s", (told, ticked)), told, ticked))
    assert said.startswith("The codes of the open answers have not been checked enough")
    assert "both" not in said


def test_a_profile_hides_agreement_in_small_numbers(demo, protecting):
    """Under a profile no kappa stands where any of the four counts behind it is small."""
    hidden = protecting(demo, "nhs")
    told, ticked = hidden.asked("barrier_why"), hidden.asked("barrier")
    pairs = pairs_of(hidden, told, ticked)
    assert all(each.cross is None for each in pairs)
    assert all(
        row[4].value is None and row[5].value is None for row in beside_listing(hidden, told, ticked, pairs, "n").rows
    )


@given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=40))
@settings(max_examples=30)
def test_kappa_is_that_of_the_agreement_report(said):
    """Kappa and positive agreement are those of `agreement_of` for two coders who said the same things."""
    both = np.array(said).T
    frame = codeframe_of(("x",))
    panel = Panel(frame, ("a", "b"), tuple((str(n), "") for n in range(len(said))), both[:, :, None], np.ones(both.shape, dtype=np.bool_))  # fmt: skip
    (theme,) = agreement_of(panel, draws=1).themes
    cross = cross_of(both[0], both[1])
    assert cross.kappa == pytest.approx(theme.kappa.value)
    assert cross.positive == pytest.approx(theme.positive.value)
    assert sum(cross.fields) == cross.n == len(said)
    if cross.low is not None and cross.high is not None:
        assert cross.low - 1e-9 <= cross.high


def test_answers_of_one_person_in_two_rows_are_found_together():
    """Where questions stand in rows of their own, people are matched by name; without names row by row."""
    first = np.array([True, False, True, False])
    second = np.array([False, True, False, True])
    here, there = same_people(first, second, ("ann", "ann", "bob", "cy"))
    assert (here.tolist(), there.tolist()) == ([0], [1])
    assert [each.tolist() for each in same_people(first, second)] == [[], []]


def test_nobody_who_answered_both_leaves_the_figures(asked, closed, coded):
    """Two questions put to different people have figures side by side, and no kappa."""
    frame = codeframe_of(("money", "nerve"), name="f")
    texts = ["text"] * 5 + [""] * 5
    told = asked(coded("open", frame, texts, np.array([[bool(text), False] for text in texts])))
    ticked = asked(closed({"money": 10}, "closed"))
    away = replace(ticked, responses=replace(ticked.responses, answered=np.arange(10) >= 5))
    (pair,) = pairs_of(Surveyed("s", (told, away)), told, away)
    assert pair.cross is None

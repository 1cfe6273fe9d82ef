"""Rankings in words."""

from dataclasses import replace

import pytest

from freetext.reports.rankings import (
    column_winners,
    first_choices,
    pairs_finding,
    pairs_listing,
    ranking_finding,
)
from freetext.reports.sections import section_of
from freetext.reports.surveyed import Surveyed
from freetext.tallies.conventions import Conventions
from freetext.tallies.copeland import Standing, copeland
from freetext.tallies.crosstab import tally
from freetext.tallies.ranks import ranking_responses
from freetext.tallies.sums import sums_of
from freetext.tallies.table import CellCount


def ranked(**columns):
    return ranking_responses("r", {name: list(ranks) for name, ranks in columns.items()})


def pairs(question):
    """The pairs of a ranking, which there must be."""
    listing = pairs_listing(question.sums, copeland(question.sums), "name", question.title)
    assert listing is not None
    return listing


def test_the_published_winner(demo):
    """Adolescent mental health comes first, then placement sufficiency and adolescent safeguarding, also pair by pair."""
    issues = demo.asked("issues")
    assert ranking_finding(issues.total).startswith("Adolescent mental health is ranked first, with 3.")
    assert "; then placement sufficiency, then adolescent safeguarding." in ranking_finding(issues.total)
    assert first_choices(issues.total) == "Put first most often: adolescent mental health, by 24 of 41 (59 %)."
    said = pairs_finding(copeland(issues.sums))
    assert said == "Pair by pair (Copeland), adolescent mental health is preferred to every other item."
    assert (
        column_winners(issues.tables[1]) == "By type: adolescent mental health comes first in local authority and IFA."
    )


def test_ties_are_told():
    """Items that share the first place are named together, by points and pair by pair."""
    responses = ranked(x="12", y="21", z="33")
    assert (
        ranking_finding(tally(responses)) == "X and y share the first place, with 1.50 Borda points on average; then z."
    )
    assert pairs_finding(copeland(sums_of(responses))) == "Pair by pair (Copeland), x and y share the first place."


def test_a_winner_that_does_not_win_every_pair():
    """A first place pair by pair is not called a win over all where a pair is lost or tied."""
    standing = Standing("x", "x", "1", 1, 2, 1, 0)
    other = Standing("y", "y", "2", 0, 1, 1, 1)
    assert pairs_finding([standing, other]) == "Pair by pair (Copeland), x comes first, without winning every pair."
    assert not pairs_finding([standing])


def test_the_pairs_are_listed_with_their_shares(demo):
    """Each item has its wins, losses and ties, and the share of those who put it above each other one."""
    issues = demo.asked("issues")
    listing = pairs(issues)
    assert len({len(listing.head), *(len(row) for row in listing.rows)}) == 1
    assert [each.value for each in listing.rows[0][:6]] == ["adolescent mental health", "1", 4, 0, 0, None]
    shares = [[each.value for each in row[5:]] for row in listing.rows]
    assert all(abs(shares[i][j] + shares[j][i] - 1) < 1e-12 for i in range(5) for j in range(i))


def test_first_choices_go_by_weight():
    """The item put first most often is that of the largest share, weighted where there are weights."""
    responses = ranked(a=["1"] * 22 + ["2"] * 18, b=["2"] * 22 + ["1"] * 18)
    table = tally(responses, weights=[1.0] * 22 + [4.0] * 18)
    assert first_choices(table) == "Put first most often: b, by 77 % (weighted; 18 of 40)."


def test_nobody_ranked_and_hidden_scores():
    """An empty ranking says that nobody answered; hidden items are not among the winners."""
    assert ranking_finding(tally(ranked(x=["", ""], y=["", ""]))) == "Nobody answered."
    table = tally(ranked(x="11", y="22"))
    hidden = CellCount(None, None, None, kind="suppressed")
    rows = tuple(replace(row, cells=(hidden,)) for row in table.rows)
    assert ranking_finding(replace(table, rows=rows)) == "There is no figure to report."
    assert not first_choices(replace(table, rows=rows))


@pytest.mark.parametrize(("n", "told"), [(29, False), (30, True)])
def test_for_publication_pairs_of_a_small_base_have_no_percentage(asked, n, told):
    """Who beats whom stands; the shares of those who prefer an item stand from a base of 30 on."""
    conventions = Conventions(publication=True)
    question = asked(ranked(x="1" * n, y="2" * n), conventions=conventions)
    section = section_of(Surveyed("s", (question,), conventions=conventions), question, "q1")
    (listing,) = (each for each in section.listings if each.name == "q1-pairs")
    assert [each.value for each in listing.rows[0][:5]] == ["x", "1", 1, 0, 0]
    assert any(each.style == "percent" for row in listing.rows for each in row) == told
    assert len(listing.head) == len(listing.rows[0])

"""Notes below a table, and whom its base is of: each is true of the table that it stands below."""

from dataclasses import replace

import numpy as np
import pytest

from freetext.files.coding.tallying import Wanted, tables_of
from freetext.files.tabular.tables import Table
from freetext.show.notes import base_label, footnotes
from freetext.show.tables import terminal
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.responses import Audit
from freetext.tallies.across import across
from freetext.tallies.conventions import Conventions
from freetext.tallies.crosstab import tally
from freetext.tallies.merging import merged
from freetext.tallies.opens import open_responses
from freetext.tallies.options import closed_responses, multi_responses
from freetext.tallies.sums import sums_of

FRAME = Codeframe("f", (Theme("pay", 1, "Pay"), Theme("rest", 2, "Rest"), Theme("none", 3, "Nothing", reserved="none")))
CORRECTED = "Mentions count the codes as they stand"


def coded(text=""):
    cells = {"codes": ["pay", "", "rest", "pay"], "said": ["a", "", "c", "d"]}
    table = Table("c.csv", tuple(cells), tuple(cells.values()), 4)
    (found,) = tables_of(table, Wanted(themes=("codes",), text=text))
    return found


def test_a_base_with_blanks_is_not_called_those_who_answered():
    """Without verbatims and sources blank answers are of the base, and its label says so; with verbatims it is who answered."""
    untold, told = coded(), coded("said")
    assert (base_label(untold), untold.columns[0].n) == ("Base: all, blank or not", 4)
    assert (base_label(told), told.columns[0].n) == ("Base: all who answered", 3)
    assert "Base: all, blank or not" in terminal(untold)


def test_a_base_is_told_where_all_of_its_parts_are():
    """Over questions, and over parts of a table, one whose blanks cannot be told is enough."""
    one = open_responses("q", FRAME, [["pay"], []], ["pay=human", "blank"])
    other = replace(one, question="r", told=False)
    assert not across([one, other], "both").told
    assert across([one, one], "both").told
    assert not merged([sums_of(one), sums_of(replace(one, told=False))]).told


def audited(themes):
    """Sixty answers, all coded `pay` by a machine, 40 of them read: people said `themes`."""
    responses = open_responses("q", FRAME, [["pay"]] * 60)
    read = np.arange(60) < 40
    truth = np.where(read[:, None], [[slug in themes for slug in ("pay", "rest", "none")]], np.nan)
    audit = Audit(np.zeros(60, dtype=bool), read, np.full(60, 40 / 60), truth, np.full((60, 3), 0.5))
    return replace(responses, audit=audit)


def test_what_mentions_are_of_is_said_where_an_audit_corrected():
    """The number of mentions counts codes as they stand; mentions per respondent are corrected, and the note says which is which."""
    table = tally(audited({"pay", "rest"}))
    assert table.mentions == (60,)
    assert table.mean_mentions == pytest.approx((sum(row.cells[0].share or 0.0 for row in table.rows[:2]),))
    assert (table.mean_mentions[0] or 0.0) > 1
    assert any(note.startswith(CORRECTED) for note in footnotes(table))
    hidden = replace(table, mentions=(None,), mean_mentions=(None,))
    assert not any("entions" in note for note in footnotes(hidden))


def test_nothing_is_said_of_mentions_that_nobody_corrected():
    """Where no audit corrected anything, and of closed questions of one answer, no note speaks of mentions."""
    for table in (tally(multi_responses("q", ["a;b", "b"])), tally(closed_responses("q", ["a", "b"]))):
        assert not any("entions" in note for note in footnotes(table))


def test_reserved_codes_that_are_no_mentions_are_named():
    """A code that says there is nothing is no mention; it is named where anybody gave it."""
    there, absent = (
        tally(open_responses("q", FRAME, [["pay"], [last]], ["pay=human", f"{last}=human"]))
        for last in ("none", "rest")
    )
    assert (there.mentions, absent.mentions) == ((1,), (2,))
    assert "Not among the mentions: Nothing." in footnotes(there)
    assert not any("Not among" in note for note in footnotes(absent))


@pytest.mark.parametrize(("population", "said"), [(None, True), (40, False), (60, False)])
def test_what_a_small_base_knows_is_of_an_endless_population(population, said):
    """How far off a share near half can be is told from the base alone, so not where intervals allow for a population."""
    answers = closed_responses("q", ["yes"] * 25 + ["no"] * 15)
    notes = footnotes(tally(answers, conventions=Conventions(population=population)))
    assert any("base under 50" in note for note in notes)
    assert any("a share near half is known" in note for note in notes) == said

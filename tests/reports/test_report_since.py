"""What has changed since the wave before, as a report lists it."""

from dataclasses import replace

from tests.show.compared_example import bridge, changes

from freetext.reports.sections import section_of
from freetext.reports.since import Since, since_listing
from freetext.tallies.changes import Change


def listed(since, profile=""):
    """The listing, which there must be."""
    found = since_listing(since, "two", "q1-changed", "Why?", profile)
    assert found is not None
    return found


def cells(row):
    return [each.value for each in row]


def test_each_theme_has_its_change_its_interval_and_whether_it_counts():
    """Shares stand under the waves' names; a theme that is new says so in place of a change."""
    found = listed(Since("one", changes()))
    assert found.title == "Why? What has changed"
    assert found.head == ("Theme", "one", "two", "Change, points", "95 %", "Beyond chance")
    assert cells(found.rows[0]) == ["Money", 0.2, 0.32, "+12.0", "+4.0 to +20.0", "yes"]
    assert cells(found.rows[1]) == ["Parking", None, 0.05, "", "not in one", ""]
    assert found.finding == "Since one, changed beyond chance: Money (+12.0 points)."


def test_a_bridge_adds_both_parts():
    """World and coding stand beside the change and add up to it; what no bridge can tell is empty."""
    found = listed(Since("one", changes(), bridge(), ("two more",)))
    assert cells(found.rows[0])[6:] == ["+7.0", "-1.0 to +15.0", "+5.0", "+2.0 to +8.0", "no / yes"]
    assert cells(found.rows[1])[6:] == ["", "not in one", "", "", ""]
    assert found.notes[-1] == "two more"
    assert {len(row) for row in found.rows} == {len(found.head)}


def test_what_was_not_audited_is_told_once():
    """Themes without an interval are named below the table, by the waves' own names."""
    table = changes()
    cell = Change("no interval", said="not audited in OLD; audit too small (12) in NEW")
    found = listed(Since("one", replace(table, rows=(table.rows[0], replace(table.rows[1], cells=(cell,))))))
    assert found.notes[0] == "Not audited in one; audit too small (12) in two: Parking."


def test_nothing_is_listed_without_a_wave_before_or_under_a_profile():
    """Differences undo what a disclosure profile hides; and where no change is known, there is nothing to list."""
    table = changes()
    assert since_listing(None, "two", "n", "Why?") is None
    assert since_listing(Since("one", table), "two", "n", "Why?", "nhs") is None
    assert since_listing(Since("one", replace(table, rows=table.rows[1:])), "two", "n", "Why?") is None


def test_a_section_holds_it(demo):
    """The listing stands in its question's section."""
    asked = replace(demo.questions[1], since=Since("2019", changes()))
    names = [each.name for each in section_of(demo, asked, "q2").listings]
    assert "q2-changed" in names

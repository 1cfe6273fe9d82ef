"""What has changed since the wave before, as a report lists it."""

from dataclasses import replace

from tests.show.compared_example import bridge, changes

from freetext.reports.build import built
from freetext.reports.sections import section_of
from freetext.reports.since import Since, since_listing
from freetext.reports.surveyed import Wave
from freetext.reports.trends import trend_finding
from freetext.show.report_markdown import report_markdown
from freetext.show.report_page import page
from freetext.tallies.bridge_parts import Parts
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
    assert cells(found.rows[0]) == ["Money", 0.2, 0.32, 12.0, "+4.0 to +20.0", "yes"]
    assert cells(found.rows[1]) == ["Parking", None, 0.05, None, "not in one", ""]
    assert found.finding == "Since one, changed beyond chance: Money (+12.0 points)."


def test_a_bridge_adds_both_parts():
    """World and coding stand beside the change and add up to it; what no bridge can tell is empty."""
    found = listed(Since("one", changes(), bridge(), ("two more",)))
    assert cells(found.rows[0])[6:] == [7.0, "-1.0 to +15.0", 5.0, "+2.0 to +8.0", "no / yes"]
    assert cells(found.rows[1])[6:] == [None, "not in one", None, "", ""]
    assert found.notes[-1] == "two more"
    assert {len(row) for row in found.rows} == {len(found.head)}


def test_a_bridge_that_is_too_small_takes_no_columns():
    """Where the bridge tells no part of any change its columns would be empty: a line says why there are none."""
    whole = bridge()
    small = tuple(
        replace(row, cells=(Parts("bridge too small", read=10, said="bridge too small (10) in OLD"),))
        for row in whole.rows
    )
    found = listed(Since("one", changes(), replace(whole, rows=small, notes=("3 lost",))))
    assert found.head[-1] == "Beyond chance"
    assert {len(row) for row in found.rows} == {6}
    assert found.notes[-2:] == ("World and coding: bridge too small (10) in one.", "3 lost")
    assert whole.told not in found.notes


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


def test_it_is_headed_by_what_its_rows_are():
    """The rows of an open question are themes, those of a closed one answers."""
    assert listed(Since("one", changes())).head[0] == "Theme"
    assert listed(Since("one", changes(), kind="multi")).head[0] == "Answer"


def test_themes_stand_below_their_nets():
    """A theme of a net is a step in, as in the tables."""
    table = changes()
    net, theme = replace(table.rows[0], net=True), replace(table.rows[1], depth=1)
    found = listed(Since("one", replace(table, rows=(net, theme))))
    assert [row[0].depth for row in found.rows] == [0, 1]


def test_figures_stand_at_the_right(demo):
    """On the page change, interval and whether it counts stand at the right below their heads; a workbook has the change as a number."""
    asked = replace(demo.questions[1], since=Since("2019", changes()))
    found = page(built(replace(demo, questions=(asked,))))
    table = found[found.index("What has changed") :].split("</table>")[0]
    assert table.count('<td class="number"') == 2 * 5
    assert table.count('class="number"><span') == 5
    assert '<td class="number" data-order="12.0">+12.0</td>' in table
    assert "| Money | 20 % | 32 % | +12.0 | +4.0 to +20.0 | yes |" in report_markdown(
        built(replace(demo, questions=(asked,))), {}
    )


def test_the_trend_says_what_the_list_says(demo):
    """Where changes are listed, no other test has a say in what has moved."""
    table = changes()
    waves = (Wave("2019", demo.questions[1].total),)
    asked = replace(demo.questions[1], waves=waves, since=Since("2019", table))
    assert trend_finding(asked, "2021") == "Money has risen from 20 % (2019) to 32 % (2021)."
    rows = tuple(replace(row, cells=(replace(row.cells[0], counts=False),)) for row in table.rows)
    calm = replace(asked, since=Since("2019", replace(table, rows=rows)))
    assert "no figure has moved" in trend_finding(calm, "2021")


def test_what_was_not_tested_is_not_called_chance(demo):
    """Where no base is large enough for a test, neither the list nor the trend says that nothing has changed."""
    table = changes()
    rows = tuple(replace(row, cells=(replace(row.cells[0], p=None, counts=False),)) for row in table.rows)
    since = Since("2019", replace(table, rows=rows))
    asked = replace(demo.questions[1], waves=(Wave("2019", demo.questions[1].total),), since=since)
    told = "Since 2019, nothing could be tested: too few respondents, or nothing that differs."
    assert trend_finding(asked, "2021") == listed(since).finding == told


def test_a_section_holds_it(demo):
    """The listing stands in its question's section."""
    asked = replace(demo.questions[1], since=Since("2019", changes()))
    names = [each.name for each in section_of(demo, asked, "q2").listings]
    assert "q2-changed" in names

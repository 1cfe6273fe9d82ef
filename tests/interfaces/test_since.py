"""A report over two waves: what has changed, theme by theme, and trends that begin where a theme does."""

from dataclasses import replace

import pytest
from tests.interfaces.two_waves import code_again, write_coded, write_waves

from freetext.files.project.settings import read_settings
from freetext.files.project.survey_answers import survey_answers
from freetext.interfaces.bridge_reviews import drawable
from freetext.interfaces.report_requests import Request
from freetext.interfaces.reporting import made
from freetext.review.bridge_draw import drawn


@pytest.fixture(name="waves")
def _waves(tmp_path):
    write_waves(tmp_path / "survey")
    write_coded(tmp_path / "survey")
    return tmp_path / "survey"


def asked(folder):
    """What a report of both waves is asked for."""
    return Request(
        coded=str(folder / "output/two-coded.csv"),
        project=str(folder),
        waves=(str(folder / "output/one-coded.csv"),),
        verbatims=False,
    )


def reported(folder):
    """The section of the open question."""
    return next(each for each in made(asked(folder)).report.sections if each.anchor)


def listing(section):
    return next(each for each in section.listings if each.name.endswith("-changed"))


def test_each_question_lists_what_has_changed(waves):
    """A report with an earlier wave has the change of each theme, its interval and whether it counts."""
    found = listing(reported(waves))
    assert found.head[1:3] == ("one", "two")
    assert [row[0].value for row in found.rows] == ["Money", "Staff"]
    assert found.rows[0][5].value in {"yes", "no"}


def test_a_bridge_stands_beside_the_change(waves):
    """Where people coded a bridge, world and coding stand in the same table."""
    project = read_settings(waves)
    there = drawable(survey_answers(project, "one.csv"), project, ["say"])
    order = [there.answers.keys[place][0] for place in drawn(there.answers, there.frame, len(there.answers))]
    code_again(waves, order[:40])
    found = listing(reported(waves))
    assert found.head[6] == "World, points"
    assert found.rows[1][8].value == 0


def test_a_trend_begins_where_its_theme_does(waves):
    """A theme that was added after the old wave has no point there, not one at 0 %."""
    path = waves / "codeframe.toml"
    more = '[[theme]]\nslug = "place"\nname = "Place"\nnumber = 3\n[[change]]\nop = "add"\nto = ["place"]\ntime = "2024-12-01T00:00:00Z"\n'
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    section = reported(waves)
    trend = next(each for each in section.charts if each.kind == "trend")
    shares = {each.name: each.shares for each in trend.series}
    assert shares["Place"][0] is None
    assert shares["Place"][1] is not None
    assert all(None not in each.low for each in trend.series if each.name != "Place")
    assert "not in one" in [cell.value for row in listing(section).rows for cell in row]


def test_an_option_that_nobody_chose_before_is_not_called_new(waves):
    """Of a closed question it is not known what was offered: the listing says that nobody chose it, not that it was not there."""
    settings = waves / "freetext.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + '[[question]]\nname = "region"\nkind = "closed"\ncolumn = "region"\n',
        encoding="utf-8",
    )
    two = waves / "output/two-coded.csv"
    two.write_text(two.read_text(encoding="utf-8").replace(",south,", ",west,", 5), encoding="utf-8")
    sections = made(asked(waves)).report.sections
    told = [listing(each) for each in sections if "region" in each.title]
    assert told[0].head[0] == "Answer"
    assert "nobody in one" in [cell.value for row in told[0].rows for cell in row]


def test_an_option_that_nobody_chooses_now_is_named(waves):
    """An option of a closed question that was chosen before and has no row now is named below the list."""
    settings = waves / "freetext.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + '[[question]]\nname = "region"\nkind = "closed"\ncolumn = "region"\n',
        encoding="utf-8",
    )
    two = waves / "output/two-coded.csv"
    two.write_text(two.read_text(encoding="utf-8").replace(",south,", ",north,"), encoding="utf-8")
    told = next(listing(each) for each in made(asked(waves)).report.sections if "region" in each.title)
    assert "south: only in one." in told.notes


def test_an_earlier_wave_needs_no_column_that_only_this_one_has(waves):
    """A banner and a closed question of this wave alone are reported of it; the wave before is compared in total all the same."""
    two = waves / "output/two-coded.csv"
    head, *rows = two.read_text(encoding="utf-8").splitlines()
    lines = [f"{head},channel", *(f"{row},{'web' if place % 2 else 'post'}" for place, row in enumerate(rows))]
    two.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sections = made(replace(asked(waves), by=("channel",), closed=("channel", "region"))).report.sections
    names = {section.title: {each.name for each in section.listings} for section in sections}
    assert "say-changed" in names["say"]
    assert not any("changed" in each for each in names["channel"])
    assert any("changed" in each for each in names["region"])

"""A question over the waves."""

from dataclasses import replace

from freetext.reports.surveyed import Wave
from freetext.reports.trends import trend_chart, trend_finding
from freetext.tallies.crosstab import tally


def over(asked, closed, *waves):
    """The last of these counts is this wave, the others came before it, from 2019 on."""
    now = asked(closed(waves[-1], title="Which?"))
    before = tuple(Wave(str(2019 + place), tally(closed(each))) for place, each in enumerate(waves[:-1]))
    return replace(now, waves=before)


def drawn(question, wave):
    """The trend of a question, which there must be."""
    chart = trend_chart(question, wave, "name")
    assert chart is not None
    return chart


def test_a_move_beyond_chance_is_told(asked, closed):
    """A share that has moved by more than both intervals allow has risen or fallen, with both figures."""
    question = over(asked, closed, {"a": 200, "b": 100, "c": 100}, {"a": 100, "b": 200, "c": 100})
    assert trend_finding(question, "2020") == (
        "A has fallen from 50 % (2019) to 25 % (2020) and b has risen from 25 % (2019) to 50 % (2020)."
    )


def test_a_move_within_chance_is_not(asked, closed):
    """A share that has moved less is not said to have moved."""
    question = over(asked, closed, {"a": 20, "b": 21}, {"a": 23, "b": 18})
    assert trend_finding(question, "now") == "Since 2019, no figure has moved by more than chance could."


def test_the_lines_are_the_shares_of_each_wave(asked, closed):
    """Each theme has one line with its share in every wave, none where a wave did not have it."""
    question = over(asked, closed, {"a": 1, "b": 3}, {"a": 2, "b": 2}, {"a": 1, "b": 2, "c": 1})
    chart = drawn(question, "2021")
    assert chart.kind == "trend"
    assert chart.labels == ("2019", "2020", "2021")
    assert {each.name: each.shares for each in chart.series} == {
        "b": (0.75, 0.5, 0.5),
        "a": (0.25, 0.5, 0.25),
        "c": (None, None, 0.25),
    }
    assert chart.base == "Base: 4 (2019), 4 (2020) and 4 (2021)."
    assert chart.title == "Which? Over the waves"


def test_without_an_earlier_wave_there_is_no_trend(demo):
    """A first wave has no trend."""
    assert all(trend_chart(each, "now", "name") is None for each in demo.questions)

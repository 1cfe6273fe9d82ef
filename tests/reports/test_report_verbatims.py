"""The answers that a report carries."""

from dataclasses import replace

import numpy as np
import pytest

from freetext.reports.surveyed import Surveyed
from freetext.reports.verbatims import verbatims_of
from freetext.survey.codings import Source
from freetext.survey.responses import Banner


@pytest.fixture(name="many")
def _many(asked, coded, told, frame):
    """200 answers in three columns; a quarter coded by people, theme by theme rarer, some flagged."""
    n = 200
    dice = np.random.default_rng(5)
    given = dice.random((n, 3)) < np.array([0.5, 0.2, 0.03])
    texts = [f"answer {place} says what it says" for place in range(n)]
    responses = coded("why", frame, texts, given, source=Source.MODEL)
    responses.source[dice.random(n) < 0.25] = Source.HUMAN
    banner = Banner("type", ("x", "y", "z"), dice.integers(0, 3, n)[:, None] == np.arange(3))
    question = asked(responses, (banner,), told=told(texts, flagged=(3, 4, 5)))
    return Surveyed("s", (question,), banners=(banner,))


def carried_by(surveyed, asked):
    """What a section carries, which there must be."""
    found = verbatims_of(surveyed, asked)
    assert found is not None
    return found


def test_all_are_carried_where_they_fit(demo):
    """Every answer that may be shown is carried with its codes and columns; the one with a telephone number is counted."""
    asked = demo.asked("anything_else")
    carried = carried_by(demo, asked)
    assert (len(carried.ids), carried.total, carried.withheld) == (25, 26, 1)
    assert not any("07700" in text for text in carried.texts)
    names, places = carried.columns["type"]
    assert names == ("local authority", "charity", "IFA", "VAA", "other")
    place = carried.slugs.index("capability")
    assert carried.given[:, place].sum() == asked.total.row("capability").cells[0].count
    inside = carried.slugs.index("inside")
    children = [carried.slugs.index(slug) for slug in ("capability", "risk-aversion", "culture")]
    assert np.array_equal(carried.given[:, inside], carried.given[:, children].any(axis=1))
    assert len(places) == len(carried.ids) == len(carried.texts) == len(carried.who)


def test_every_cell_is_covered_where_only_a_part_is_carried(many):
    """Of more than the limit each cell of the tables keeps some of its answers, and people's come before the machine's."""
    asked = many.questions[0]
    carried = carried_by(replace(many, limit=60), asked)
    assert (len(carried.ids), carried.total) == (60, 200)
    table = asked.tables[1]
    _, places = carried.columns["type"]
    for row, slug in enumerate(carried.slugs):
        for column in range(3):
            cell = next(each for each in table.rows if each.theme == slug).cells[column + 1]
            open_ = (cell.count or 0) - 3
            held = int(np.count_nonzero(carried.given[:, row] & (places == column)))
            assert held >= min(2, open_)


def test_the_draw_is_seeded(many):
    """The same seed carries the same answers; another may carry others."""
    asked = many.questions[0]
    first, again, other = (carried_by(replace(many, limit=40, seed=seed), asked) for seed in (1, 1, 2))
    assert first.ids == again.ids
    assert first.ids != other.ids


def test_flagged_answers_are_never_carried(many):
    """An answer that somebody flagged is left out, and counted."""
    carried = carried_by(many, many.questions[0])
    assert not {"R003", "R004", "R005"} & set(carried.ids)
    assert carried.withheld == 3


def test_none_are_carried_where_that_is_not_wanted_or_a_profile_protects(many, protecting):
    """Without the wish, and under a profile, no answer is carried."""
    asked = many.questions[0]
    assert verbatims_of(replace(many, verbatims=False), asked) is None
    assert verbatims_of(protecting(many, "ons10"), asked) is None

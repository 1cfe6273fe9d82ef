"""An earlier wave under today's codeframe."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tallies.waves import TIME, audited, frame_of, made, wave

from freetext.survey.codings import Source
from freetext.survey.fates import Change
from freetext.tallies.carried import carried, gone, origins
from freetext.tallies.crosstab import tally

BEFORE = frame_of("money", "staff", "food", "noise")


def test_a_codeframe_that_did_not_change_carries_everything_as_it_was():
    """Where nothing changed the very same responses come back, and every theme is the same."""
    old = wave(BEFORE, made(10, (0.5,) * 4, 1))
    assert carried(old, BEFORE) is old
    assert {each.kind for each in origins(BEFORE, BEFORE.slugs).values()} == {"same"}
    assert gone(BEFORE, BEFORE.slugs) == ()


def changed(*changes, themes, **how):
    """Today's codeframe."""
    return frame_of(*themes, changes=tuple(Change(op, old, new, TIME) for op, old, new in changes), **how)


def test_renamed_and_merged_themes_have_the_codes_of_those_that_they_were():
    """A theme has the codes of its old slug; a merged one those of any of its sources; a note tells which."""
    today = changed(("rename", ("noise",), ("din",)), ("merge", ("staff",), ("food",)), themes=("money", "food", "din"))
    old = wave(BEFORE, made(50, (0.3,) * 4, 2))
    found, codes = carried(old, today), old.given
    assert found.given.tolist() == np.column_stack([codes[:, 0], codes[:, 1] | codes[:, 2], codes[:, 3]]).tolist()
    said = origins(today, BEFORE.slugs)
    assert [said[slug].kind for slug in today.slugs] == ["same", "merged", "renamed"]
    assert said["din"].told() == "noise in OLD"
    assert said["food"].told("wave1") == "staff, food in wave1"


def test_a_theme_of_today_alone_says_so():
    """A theme that nothing of then leads to is new, and has no codes; one that was retired is gone."""
    today = changed(("retire", ("noise",), ()), themes=("money", "staff", "food", "parking"))
    said = origins(today, BEFORE.slugs)
    assert (said["parking"].kind, said["parking"].told()) == ("new", "not in OLD")
    assert [each.slug for each in gone(today, BEFORE.slugs)] == ["noise"]
    assert not carried(wave(BEFORE, made(50, (0.3,) * 4, 2)), today).given[:, 3].any()


SPLIT = (("split", ("staff",), ("manners", "numbers")),)


@pytest.mark.parametrize(
    ("nets", "kind"), [({"manners": "people", "numbers": "people"}, "same"), ({"manners": "people"}, "split")]
)
def test_a_net_of_all_parts_can_be_compared(nets, kind):
    """A part of a theme that was split has no figure of its own; a net that holds all parts has, one that holds a few has none."""
    today = changed(*SPLIT, themes=("money", "manners", "numbers", "food", "noise"), nets=("people",), **nets)
    said = origins(today, BEFORE.slugs)
    assert said["manners"].told() == "a part of staff in OLD"
    assert said["people"].kind == kind
    old = wave(BEFORE, made(50, (0.3,) * 4, 2))
    net = tally(carried(old, today)).row("people").cells[0]
    assert net.count == int(old.given[:, 1].sum())


def test_a_net_that_holds_a_new_theme_says_so():
    """A net is compared although a theme came into it, and tells; one of new themes alone is new."""
    today = frame_of("money", "bus", "bike", nets=("costs", "travel"), money="costs", bus="costs", bike="travel")
    said = origins(today, ["money"])
    assert (said["costs"].kind, said["costs"].told()) == ("wider", "with bus, not in OLD")
    assert said["travel"].kind == "new"


@settings(max_examples=30)
@given(st.integers(0, 1000))
def test_what_people_found_is_carried_like_the_codes(seed):
    """Where people read, what they found of a merged theme is what they found of any source; elsewhere nothing is known of any theme."""
    dice = np.random.default_rng(seed)
    truth, read = made(30, (0.3,) * 4, seed), dice.random(30) < 0.5
    old = wave(BEFORE, made(30, (0.3,) * 4, seed + 1), Source.MODEL, audited(truth, read, 0.5))
    today = changed(("merge", ("staff",), ("food",)), themes=("money", "food", "noise", "parking"))
    found = carried(old, today).audit
    assert found is not None
    assert found.truth[read, 1].tolist() == (truth[:, 1] | truth[:, 2])[read].tolist()
    assert found.truth[read, 3].tolist() == [0.0] * int(read.sum())
    assert np.isnan(found.truth[~read]).all()

from dataclasses import replace

import numpy as np
import pytest
from tests.tallies.drift_waves import waves_of

from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.codings import Codings, Source
from freetext.tallies.drift_codes import code_facts, coded, enough_coded, least_seen, surest
from freetext.tallies.drift_verdict import judged

FRAME = Codeframe("why", (Theme("money", 1, "Money"), Theme("staff", 2, "Staff")))
LATER = Codeframe("why", (Theme("staff", 2, "Staff"), Theme("parking", 3, "Parking"), Theme("money", 1, "Money")))


def codings(shares, n=200, frame=FRAME, source=Source.MODEL):
    """Make codings of n answers with these shares of themes, the first answers having each."""
    chosen = np.arange(n)[:, None] < np.array(shares)[None, :] * n
    scores = np.where(chosen, 0.9, 0.05).astype(np.float32)
    why = tuple("" if has else "no theme found" for has in chosen.any(axis=1))
    return Codings(frame, chosen, np.full(chosen.shape, source, np.uint8), np.zeros(n, dtype=np.bool_), scores, why)


def facts_of(old, new):
    """Compare two codings of which every answer is somebody's."""
    codes = coded(old, new, np.zeros(len(old) + len(new), dtype=np.bool_))
    return {fact.name: fact for fact in code_facts(codes, waves_of(len(old), len(new)), 0.05)}


def test_the_theme_that_moved_is_named():
    """Of two themes the one that doubled is found, with both shares; the other is not."""
    facts = facts_of(codings([0.2, 0.3]), codings([0.4, 0.3]))
    money, staff = facts["themes"].parts
    assert (money.slug, money.old, money.new, money.found) == ("money", 0.2, 0.4, True)
    assert (staff.slug, staff.found) == ("staff", False)
    assert facts["themes"].effect == pytest.approx(0.2)


def test_themes_are_tested_by_probability_and_shown_by_code():
    """Where a model doubts twice as often whether a theme applies, and gives the code as seldom as before, the theme is found and its shares are those of the codes."""
    old, new = codings([0.2, 0.3]), codings([0.2, 0.3])
    doubted = np.where(np.arange(200)[:, None] < [0, 80], 0.45, new.scores)
    facts = facts_of(old, replace(new, scores=doubted.astype(np.float32)))
    parts = {part.slug: part for part in facts["themes"].parts}
    assert (parts["staff"].found, parts["staff"].old, parts["staff"].new) == (True, 0.3, 0.3)
    assert not parts["money"].found


def test_what_a_rule_decided_is_certain():
    """A theme that a rule gives or takes counts as given or not, whatever probability the model had."""
    old, new = codings([0.2, 0.3]), codings([0.4, 0.3])
    source = np.where(np.arange(200)[:, None] < [50, 0], Source.RULE, new.source).astype(np.uint8)
    codes = coded(old, replace(new, source=source), np.zeros(400, dtype=np.bool_))
    assert (codes.likely[200:250, 0] == 1).all()
    assert codes.likely[250:280, 0] == pytest.approx(0.9)
    assert codes.likely[:200] == pytest.approx(old.scores)


@pytest.mark.parametrize("lost", ["all", "one"])
def test_without_every_probability_themes_are_tested_by_code(lost):
    """Where either wave lacks a probability, codes are compared with codes."""
    old, new = codings([0.2, 0.3]), codings([0.4, 0.3])
    holed = None if lost == "all" else np.where(np.arange(200)[:, None] == 7, np.nan, new.scores).astype(np.float32)
    codes = coded(old, replace(new, scores=holed), np.zeros(400, dtype=np.bool_))
    assert (codes.likely == codes.chosen).all()


def test_codes_of_one_wave_raise_few_false_alarms():
    """Of two random halves of one wave, themes or anything else of the codes is found once in twenty at most, but for the chance of so many halves."""
    dice = np.random.default_rng(5)
    alarms = 0
    for seed in range(300):
        likely = dice.beta(0.2, 0.8, size=(160, 2)).astype(np.float32)
        doubtful = np.where(np.abs(likely - 0.5).min(axis=1) < 0.2, "doubtful", "")
        made = [
            Codings(FRAME, side > 0.5, np.full(side.shape, Source.MODEL, np.uint8), np.zeros(80, np.bool_), side, why)
            for side, why in zip(np.split(likely, 2), (tuple(doubtful[:80]), tuple(doubtful[80:])), strict=True)
        ]
        codes = coded(made[0], made[1], np.zeros(160, dtype=np.bool_))
        facts = judged(code_facts(codes, waves_of(80, 80, rounds=199, seed=seed), 0.05), 0.05)
        alarms += any(fact.found for fact in facts)
    assert 0 < alarms / 300 < 0.05 + 2.5 * (0.05 * 0.95 / 300) ** 0.5


def test_themes_go_by_their_slug():
    """Where the codeframe was put in another order and has one theme more, the shared themes are compared, by slug."""
    codes = coded(codings([0.2, 0.3]), codings([0.3, 0.1, 0.2], frame=LATER), np.zeros(400, dtype=np.bool_))
    assert codes.slugs == ("staff", "money")
    assert codes.chosen[:200].mean(axis=0).tolist() == codes.chosen[200:].mean(axis=0).tolist() == [0.3, 0.2]


def test_answers_that_people_decided_tell_nothing_of_the_model():
    """Answers that a person decided, and those that are left out, are in no base; with too few others nothing is compared."""
    old, new = codings([0.2, 0.3], source=Source.HUMAN), codings([0.4, 0.3])
    codes = coded(old, new, np.arange(400) >= 380)
    assert int(codes.base.sum()) == 180
    assert not enough_coded(codes, np.arange(400) >= 200)


def test_how_sure_an_answer_is_hangs_on_its_least_certain_code():
    """The least certain code counts, whether it is given or not; an answer without a probability has none."""
    made = codings([0.5, 0.0], n=2)
    scores = np.array([[0.9, 0.35], [np.nan, np.nan]], dtype=np.float32)
    sure = surest(Codings(FRAME, made.chosen, made.source, made.blank, scores, made.why))
    assert sure[0] == pytest.approx(0.65)
    assert np.isnan(sure[1])


@pytest.mark.parametrize(("sizes", "low", "high"), [((300, 300), 0.12, 0.15), ((2000, 2000), 0.07, 0.085)])
def test_what_would_go_unseen_shrinks_with_the_waves(sizes, low, high):
    """A theme of 5 % must grow to 13 % to be found among 300 answers a side, to 8 % among 2,000."""
    old, new = (codings([0.05] * 2, n=n) for n in sizes)
    codes = coded(old, new, np.zeros(sum(sizes), dtype=np.bool_))
    assert low < least_seen(codes, np.arange(sum(sizes)) >= sizes[0], 0.0125) < high

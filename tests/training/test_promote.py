import random
from dataclasses import replace

import numpy as np
import pytest

from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.tallies.paired import Comparison, Difference, ThemeChange
from freetext.text.vectors import Absent
from freetext.training.classifier import EXPECTED, Recipe, recipe_of
from freetext.training.dataset import training_set
from freetext.training.fit import fit
from freetext.training.held_out import Parted, kept_from_audit, part
from freetext.training.promote import by_cards, challenge, judge, on_audit, ruled

SAID = {"tea": "cold tea", "staff": "kind staff", "food": "stale bread", "noise": "loud doors"}
SLUGS = tuple(sorted(SAID))


def labelled(count, *, wrong=0.0, seed=0, slugs=SLUGS):
    """So many labelled answers; a share of the decisions on them is wrong."""
    dice = random.Random(seed)
    held = [dice.sample(SLUGS, dice.choice([1, 1, 2])) for _ in range(count)]
    texts = [", ".join(f"{SAID[slug]} {dice.choice('abcdefgh')}{dice.choice('xyz')}" for slug in each) for each in held]
    frame = codeframe_of(slugs)
    given = np.array([[slug in each for slug in frame.slugs] for each in held])
    turned = np.random.default_rng(seed).random(given.shape) < wrong
    return training_set(frame, answers_of(texts), (given ^ turned).astype(np.int8))


def audit_of(places):
    """The keys of audited answers by their places."""
    return {(str(place + 1), "") for place in places}


def wrong_outside(whole, places, wrong, seed=5):
    """The same answers with a share of wrong labels outside the audit."""
    turned = np.random.default_rng(seed).random(whole.given.shape) < wrong
    turned[places] = False
    return replace(whole, given=np.where(turned, 1 - whole.given, whole.given).astype(np.int8))


@pytest.fixture(scope="module", name="good")
def _good():
    """A challenger from 300 sound labels, 100 of them a locked audit."""
    return challenge(part(labelled(300), audit_of(range(100))))


@pytest.fixture(scope="module", name="poor")
def _poor():
    """A challenger of the same answers, of which a third of the labels outside the audit is wrong."""
    return challenge(part(wrong_outside(labelled(300), range(100), 0.33), audit_of(range(100))))


def test_the_first_model_is_promoted(good):
    """Where none is in force, nothing is compared."""
    verdict = judge(good, None)
    assert (verdict.outcome, verdict.comparison) == ("promoted", None)


def test_the_same_model_is_the_same(good):
    """The same labels and seed give the digest that is in force: nothing happens."""
    assert judge(good, challenge(good.parted).model).outcome == "same"


def test_a_worse_model_is_kept_out(good, poor):
    """On locked answers that neither has seen the worse one loses, with every reason; the champion stays."""
    verdict = judge(poor, good.model)
    assert verdict.outcome == "kept"
    assert "micro F1 falls by" in verdict.because
    assert verdict.comparison is not None
    assert (verdict.comparison.ground, verdict.comparison.answers) == ("audit", 100)
    assert "worse" in {each.standing for each in verdict.comparison.themes}


def test_a_better_model_takes_over(good, poor):
    """The other way round the better one wins, and says by what."""
    verdict = judge(good, poor.model)
    assert verdict.outcome == "promoted"
    assert verdict.because.startswith("it is no worse on 100 audited answers: micro F1 +")


def test_force_promotes_whatever_is_said(good, poor):
    """--force puts the worse one in force and keeps the reason why it would not have been."""
    verdict = judge(poor, good.model, force=True)
    assert verdict.outcome == "promoted"
    assert "--force" in verdict.because
    assert "micro F1 falls by" in verdict.because


def test_the_verdict_is_the_same_again(good, poor):
    """Judged again with the same seed, every figure is the same."""
    assert judge(poor, good.model) == judge(poor, good.model)


def test_below_200_the_same_recipe_takes_over():
    """Without a locked set nothing is held out: the same recipe with more labels takes over, its cards laid side by side."""
    whole = labelled(120)
    old = challenge(Parted(replace(whole, answers=whole.answers.take(range(80)), given=whole.given[:80])))
    verdict = judge(challenge(Parted(whole)), old.model)
    assert (verdict.outcome, verdict.because) == ("promoted", "same recipe, 40 more labels")
    assert verdict.comparison is not None
    assert verdict.comparison.ground == "cards"
    assert {each.standing for each in verdict.comparison.themes} == {"not compared"}


def test_a_champion_that_has_seen_the_audit_is_no_rival(good):
    """A champion that was fitted on everything gives way to the same recipe, which says that the audit is locked from now on."""
    old = fit(labelled(300)).model
    assert not kept_from_audit(old)
    verdict = judge(good, old)
    assert verdict.outcome == "promoted"
    assert "same recipe, 100 fewer labels: 100 audited answers are locked from now on" in verdict.because


def test_a_small_audit_judges_nothing():
    """Fewer than thirty locked answers do not decide between two models."""
    whole = labelled(300)
    old = challenge(part(labelled(300, wrong=0.05), audit_of(range(29))))
    verdict = judge(challenge(part(whole, audit_of(range(29)))), old.model)
    assert verdict.because == "same recipe, as many labels"


def test_cutoffs_elsewhere_are_said_and_not_judged_by_the_labels():
    """Where only the place of the cut-offs differs the recipe is the same, and the reason says where they stand now."""
    whole = labelled(120)
    few = Parted(replace(whole, answers=whole.answers.take(range(80)), given=whole.given[:80]))
    alone, within = challenge(few), challenge(few, survey=whole.answers)
    there = judge(within, alone.model)
    back = judge(alone, within.model)
    assert there.outcome == back.outcome == "promoted"
    assert there.because == "same recipe, as many labels, cut-offs now at the expected share of the survey"
    assert back.because == "same recipe, as many labels, cut-offs now at the training share"
    assert judge(challenge(few, survey=whole.answers), within.model).outcome == "same"


def test_another_learner_is_compared_within_the_survey():
    """Two learners are compared with cut-offs of one kind, whatever the champion's were: its learner is judged, not its labels' share."""
    whole = labelled(120)
    few = Parted(replace(whole, answers=whole.answers.take(range(80)), given=whole.given[:80]))
    verdict = judge(challenge(few, survey=whole.answers), fit(few.fitted, recipe=Recipe(1e-4)).model)
    assert verdict.comparison is not None
    again = fit(few.fitted, survey=whole.answers, recipe=Recipe(1e-4))
    assert verdict.comparison.micro.old == pytest.approx(again.scores.micro)


def test_another_recipe_is_compared_out_of_fold():
    """Where nothing is locked, another recipe has to be no worse on the same labels, both out of fold."""
    whole = labelled(150, wrong=0.05)
    champion = fit(whole, recipe=Recipe(1e-4)).model
    verdict = judge(challenge(Parted(whole)), champion)
    assert verdict.comparison is not None
    assert (verdict.comparison.ground, verdict.comparison.answers) == ("folds", 150)
    assert verdict.comparison.micro.new == pytest.approx(fit(whole).scores.micro)
    assert verdict.comparison.micro.old == pytest.approx(fit(whole, recipe=Recipe(1e-4)).scores.micro)


@pytest.mark.parametrize("told", [None, "svm", {}, {"learner": "forest", "C": 0.3}, {"C": True}, {"C": -1.0}])
def test_an_unknown_recipe_stays(good, told):
    """A champion of a recipe that this version cannot repeat stays in force, unless the audit can judge."""
    whole = labelled(120)
    champion = fit(whole).model
    champion = replace(champion, facts={**champion.facts, "recipe": told})
    verdict = judge(challenge(Parted(whole)), champion)
    assert verdict.outcome == "kept"
    assert "recipe is one that this version does not know" in verdict.because


def test_recipes_come_back_from_facts():
    """A recipe is found again in the facts of its model; with anything more or less in them it is another one."""
    assert recipe_of(Recipe(0.5).facts) == Recipe(0.5)
    assert recipe_of(Recipe(0.5).told(EXPECTED)) == Recipe(0.5)
    assert recipe_of(Recipe(0.5).told("elsewhere")) is None
    assert recipe_of({**Recipe().facts, "more": 1}) is None
    assert recipe_of({**Recipe().facts, "C": float("inf")}) is None


def test_another_favour_is_the_same_recipe():
    """Where only the favour differs, nothing is judged by labels: the reason says what cut-offs favour now."""
    whole = labelled(60)
    champion = fit(whole).model
    verdict = judge(challenge(Parted(whole), favour="f1"), champion)
    assert (verdict.outcome, verdict.because) == ("promoted", "same recipe, as many labels, cut-offs now favour f1")
    assert recipe_of(Recipe(0.5).told(EXPECTED, "f1")) == Recipe(0.5)


@pytest.mark.parametrize("given_up", [None, "tally", "f1"])
def test_what_was_given_up_is_no_fault(given_up):
    """The rule on the tally does not hold a model that favours F1 against one that does not, nor the other way round."""
    falls, rises = Difference(0.8, 0.7, -0.1, -0.12, -0.08), Difference(1.0, 3.0, 2.0, 1.8, 2.2)
    verdict = ruled(Comparison("audit", 100, 90, falls, rises, ()), given_up=given_up)
    assert verdict.outcome == "kept"
    assert ("micro F1" in verdict.because) == (given_up != "f1")
    assert ("tally" in verdict.because) == (given_up != "tally")


def test_a_changed_codeframe_is_compared_by_what_is_common(good):
    """Themes that both have are compared; new ones and those gone are listed."""
    other = labelled(300, slugs=("food", "noise", "staff", "weather"))
    verdict = judge(challenge(part(other, audit_of(range(100)))), good.model)
    assert (verdict.added, verdict.gone) == (("weather",), ("tea",))
    assert verdict.comparison is not None
    assert [each.theme for each in verdict.comparison.themes] == ["food", "noise", "staff"]


def test_a_codeframe_with_nothing_in_common_takes_over(good):
    """Where no theme is shared there is nothing to compare."""
    one = replace(labelled(120), codeframe=codeframe_of(["one", "two", "three", "four"]))
    verdict = judge(challenge(Parted(one)), good.model)
    assert (verdict.outcome, verdict.because) == ("promoted", "the two have no theme in common")


def test_a_comparison_on_the_audit_knows_the_codeframe_of_the_labels(good, poor):
    """Models of an older codeframe are compared by the themes that the labels still know."""
    locked = good.parted.locked
    fewer = replace(locked, codeframe=codeframe_of(["staff", "tea"]), given=locked.given[:, [2, 3]])
    found = on_audit(poor.model, good.model, fewer)
    assert [each.theme for each in found.themes] == ["staff", "tea"]
    whole = {each.theme: each for each in on_audit(poor.model, good.model, locked).themes}
    assert [(each.old, each.new) for each in found.themes] == [
        (whole[name].old, whole[name].new) for name in ("staff", "tea")
    ]


def test_cards_tell_both_sides(good, poor):
    """By their cards, each theme has what each model says of itself."""
    found = by_cards(poor.model, good.model)
    scores = [model.facts["scores"]["themes"]["tea"]["f1"] for model in (poor.model, good.model)]
    assert next((each.old, each.new) for each in found.themes if each.theme == "tea") == tuple(scores)


SAME = Difference(0.5, 0.5, 0.0, -0.02, 0.02)


def change(standing):
    """A theme with a standing."""
    return ThemeChange("tea", 0.5, 0.4, 20, standing)


@pytest.mark.parametrize(
    ("micro", "tally", "themes", "reason"),
    [
        (Difference(0.5, 0.489, -0.011, -0.03, 0.01), SAME, (), "micro F1 falls by 0.011, and 0.01 is allowed"),
        (Difference(0.5, 0.495, -0.005, -0.009, -0.001), SAME, (), "micro F1 falls beyond chance"),
        (SAME, Difference(1, 1.6, 0.6, -0.1, 1.2), (), "mean tally error rises by 0.60 points, and 0.5 is allowed"),
        (SAME, Difference(1, 1.3, 0.3, 0.1, 0.5), (), "mean tally error rises beyond chance"),
        (SAME, SAME, (change("worse"),), "tea falls beyond chance"),
    ],
)
def test_each_rule_keeps_the_champion(micro, tally, themes, reason):
    """One broken rule is enough, and is the reason given."""
    verdict = ruled(Comparison("audit", 100, 90, micro, tally, themes))
    assert verdict.outcome == "kept"
    assert reason in verdict.because
    assert ";" not in verdict.because


@pytest.mark.parametrize("standing", ["better", "within chance", "too few to tell"])
def test_within_the_rules_the_challenger_takes_over(standing):
    """A fall within the margin and within chance is no fall; a wider margin allows more."""
    micro = Difference(0.5, 0.491, -0.009, -0.03, 0.01)
    assert ruled(Comparison("audit", 100, 90, micro, SAME, (change(standing),))).outcome == "promoted"
    wide = Difference(0.5, 0.45, -0.05, -0.12, 0.01)
    assert ruled(Comparison("audit", 100, 90, wide, SAME, ()), 0.06).outcome == "promoted"
    assert ruled(Comparison("audit", 100, 90, wide, SAME, ())).outcome == "kept"


def test_a_champion_without_its_vectors_is_not_thrown_away(good):
    """A champion whose vectors are absent stays, even where an audit is locked, and so does one with many more labels."""
    dense = np.zeros((3, len(SLUGS)), dtype=np.float32)
    folded = replace(good.model.folded, vectors=Absent("tiny", "0" * 16, 3), dense=dense)
    champion = replace(good.model, folded=folded)
    verdict = judge(good, champion)
    assert verdict.outcome == "kept"
    assert "learnt with the vectors 'tiny' (0000000000000000), which are not here" in verdict.because
    assert judge(good, champion, force=True).outcome == "promoted"
    few = judge(challenge(Parted(labelled(60))), champion)
    assert (few.outcome, few.because) == ("kept", "140 fewer labels: much less to learn from")


def test_another_recipe_with_much_fewer_labels_stays_out():
    """With less than three quarters of the labels no recipe takes over, for folds of these few say nothing of the others."""
    champion = fit(labelled(200), recipe=Recipe(1e-4)).model
    verdict = judge(challenge(Parted(labelled(80))), champion)
    assert (verdict.outcome, verdict.because) == ("kept", "120 fewer labels: much less to learn from")

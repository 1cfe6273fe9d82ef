from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freetext.tallies.audited import START
from freetext.tallies.drift import Fact, Part, Side
from freetext.tallies.drift_verdict import (
    MATTERS,
    SMALLEST,
    Planned,
    judged,
    level_of,
    told_apart_said,
    verdict,
    wanted,
)
from freetext.tallies.intervals import enough

SIDE = Side(1000, 1000, 1000, 1000)


def fact(name, effect, p=0.0005, measure="points", group="text", parts=()):
    """Make a fact that says its name."""
    return Fact(name, group, "share", measure, None, None, effect, p, f"{name}.", parts)


def decided(*facts, new=SIDE, with_model=True, planned=None):
    """Judge facts at .05 and decide."""
    return verdict(judged(facts, 0.05), SIDE, new, with_model=with_model, planned=planned)


def test_a_guess_below_chance_is_no_better_than_a_coin():
    """An AUC of .5 or less is chance, and no figure invites anybody to read it backwards; above it the figure and its zero are told."""
    assert told_apart_said(0.23).endswith("does no better than a coin.")
    assert told_apart_said(0.5) == told_apart_said(0.23)
    assert told_apart_said(0.7).endswith(
        "finds the right one in 70 % of pairs of an old and a new answer (AUC 0.70; .5 is a coin)."
    )


def test_nothing_found_fits():
    """Where no p is small the model fits, in plain words, however large an effect may look."""
    said = decided(fact("text", 0.58, p=0.2, measure="AUC"), fact("blank", 0.3, p=0.06))
    assert (said.code, said.headline, said.audit) == ("fits", "The model fits this wave.", 0)


def test_what_is_found_and_small_is_told():
    """A difference that is certain and changes no table leaves the verdict, and is told."""
    said = decided(fact("text", 0.51, measure="AUC"))
    assert (said.code, said.why) == ("fits", ("text.",))


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ([fact("language", 0.05), fact("text", 0.9, measure="AUC")], "language"),
        ([fact("text", 0.86, measure="AUC"), fact("no theme", 0.2)], "question"),
        ([fact("text", 0.7, measure="AUC")], "retrain"),
        ([fact("no theme", 0.06, group="codes")], "retrain"),
        ([fact("no known word", 0.03, group="codes")], "retrain"),
        ([fact("new words", 0.03)], "retrain"),
        ([fact("new words", 0.01)], "audit"),
        ([fact("text", 0.57, measure="AUC")], "audit"),
        ([fact("confidence", 0.4, measure="AUC", group="codes")], "audit"),
        ([fact("closed: age", 0.3, measure="Cramér's V", group="people")], "fits"),
        ([fact("language", -0.05)], "audit"),
        ([fact("no theme", -0.06, group="codes")], "audit"),
    ],
)
def test_the_first_rule_that_speaks_decides(facts, code):
    """Language comes before question, question before retraining, that before an audit."""
    assert decided(*facts).code == code


def test_a_word_that_nobody_wrote_before_wants_a_look():
    """A word of three answers in a hundred that was hardly known is named, and the model learns anew; one that grew is no such word."""
    app, staff = Part("app", 0.001, 0.03, 0.001, found=True), Part("staff", 0.1, 0.2, 0.001, found=True)
    said = decided(fact("words", 0.03, parts=(app,)))
    assert said.code == "retrain"
    assert "answers with app may be a theme" in said.do[0]
    assert decided(fact("words", 0.1, parts=(staff,))).code == "audit"


def test_other_people_are_said_to_be():
    """Where closed columns moved, whoever compares totals is warned, whatever the verdict."""
    closed = fact("closed: age", 0.3, measure="Cramér's V", group="people")
    assert any("weight" in line for line in decided(closed).do)
    assert any("weight" in line for line in decided(closed, fact("text", 0.7, measure="AUC")).do)


def test_too_few_answers_are_read():
    """Below thirty respondents nothing is decided, whatever p says."""
    said = decided(fact("text", 0.9, measure="AUC"), new=replace(SIDE, respondents=SMALLEST - 1))
    assert (said.code, said.audit) == ("few", 0)


def test_the_audit_is_planned_for_the_theme_that_wants_most():
    """Of themes of 5 and 40 % all are to be known to 5 points: that of 40 % wants most, and what is audited counts."""
    shares = {"staff": 0.40, "money": 0.05}
    facts = [fact("text", 0.57, measure="AUC")]
    more = enough(0.40, 0.05, 1000)
    assert decided(*facts, planned=Planned(shares=shares)).audit == more
    said = decided(*facts, planned=Planned(done=more - 60, shares=shares))
    assert (said.audit, said.headline) == (60, "Audit 60 more.")
    assert "large enough" in decided(*facts, planned=Planned(done=more, shares=shares)).do[0]


def test_where_only_themes_moved_these_are_audited():
    """If nothing else differs, the audit is planned for the themes that moved alone."""
    part = Part("Money", 0.05, 0.12, 0.001, found=True, slug="money")
    themes = fact("themes", 0.07, group="codes", parts=(part,))
    shares = {"staff": 0.40, "money": 0.12}
    assert decided(themes, planned=Planned(shares=shares)).audit == enough(0.12, 0.05, 1000)


def test_without_codes_an_audit_is_planned_as_one_that_has_not_begun():
    """Without a share of any theme the usual first share is planned for, of the answers of the whole file, not of the sample."""
    judged_facts = judged([fact("text", 0.57, measure="AUC")], 0.05)
    half = Side(2000, 1000, 900, 900)
    assert wanted(judged_facts, half, None) == enough(START, 0.05, 1800)


def test_without_a_model_no_model_is_spoken_of():
    """Without a model the waves are alike, or differ; nobody is told to go on coding."""
    assert decided(with_model=False).headline == "The waves are alike."
    assert decided(fact("text", 0.57, measure="AUC"), with_model=False).headline == "The waves differ."


def test_the_level_is_shared_out_by_weight():
    """Among a dozen facts themes have a larger part of the level than a closed column, and a p between the two is found of themes alone."""
    names = ["themes", "words", "text", "length", "review", "no theme", *[f"closed: {place}" for place in range(6)]]
    every = [fact(name, 0.2, p=1.0) for name in names]
    parts = {name: level_of(name, every, 0.05) for name in names}
    assert sum(parts.values()) == pytest.approx(0.05)
    between = (parts["themes"] + parts["closed: 1"]) / 2
    for name in ("themes", "closed: 1"):
        judged_facts = judged([replace(each, p=between if each.name == name else 1.0) for each in every], 0.05)
        assert [each.name for each in judged_facts if each.found] == ([name] if name == "themes" else [])


def test_what_is_not_tested_takes_no_part_of_the_level():
    """A fact without p leaves the level to the others."""
    told = fact("known words", 0.2, p=None)
    assert level_of("themes", [fact("themes", 0.1), told], 0.05) == 0.05


@given(st.lists(st.sampled_from(sorted(MATTERS)), max_size=8), st.lists(st.floats(0, 1), min_size=8, max_size=8))
def test_parts_of_what_is_not_found_are_not_found(names, p):
    """A fact counts only at the level after correction, its parts only with it, and what is told without a test never."""
    part = Part("a", 0.1, 0.9, 0.001, found=True)
    facts = judged([fact(name, 0.9, p=value, parts=(part,)) for name, value in zip(names, p, strict=False)], 0.05)
    for each in facts:
        assert each.adjusted is not None
        assert each.found == (each.adjusted <= 0.05) == each.parts[0].found
    told = judged([fact("known words", -0.5, p=None)], 0.05)[0]
    assert (told.found, told.matters, told.adjusted) == (False, False, None)

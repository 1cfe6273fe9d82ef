"""Decisions on "Other" texts to moves."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.review.backcode_plan import Asked, Ruling, plan_moves, rulings
from freetext.review.option_frame import new_category, option_codeframe, with_category
from freetext.survey.labels import Label, settle
from freetext.survey.questionnaire import Move, Question

LISTED = ("seed funding", "extra staff", "Other")
CLOSED = Question("q", "closed", ("q",), options=LISTED)
BARE = option_codeframe(CLOSED, LISTED, "Other")
FRAME = with_category(BARE, new_category(BARE, "evidence"))
ASKED = Asked("q", "Other", LISTED, 2)
SEVERAL = Asked("q", "Other", LISTED, 2, ";")


def said(id, *themes, coder="ada", day="2021-03-02", source="queue"):
    """A decision."""
    return Label(id, "q_other", themes, coder, f"{day}T09:00:00Z", source)


def ruled(*labels, several=False):
    """What coders say together."""
    keys = dict.fromkeys(label.key for label in labels)
    return rulings(keys, settle(labels), labels, FRAME, several=several)


def move(id, to, by="by hand"):
    """A move that stands."""
    return Move("q", id, "Other", to, by)


def test_agreed_decisions_become_moves_with_a_reason():
    """The option's name is moved to; the reason names the coders, the latest day and the ground, and nothing of the text."""
    found = ruled(said("1", "extra-staff"), said("1", "extra-staff", coder="ben", day="2021-03-04"))
    plan = plan_moves(["1"], found, (), (), ASKED)
    assert plan.add == (move("1", "extra staff", "ada and ben, 2021-03-04: the text means an option of the question"),)
    assert plan.options == ()


@pytest.mark.parametrize("stays", [("stays-other",), ()])
def test_what_stays_other_is_not_moved(stays):
    """The reserved code and "no theme" both say that the text stays, also where one coder says the one and one the other."""
    found = ruled(said("1", *stays), said("1", "stays-other", coder="ben"))
    assert not found["1"].disputed
    plan = plan_moves(["1"], found, (), (), ASKED)
    assert not plan.changes
    assert not plan.undecided


def test_disputes_and_what_nobody_decided_are_named():
    """Where coders differ, or nobody has decided, nothing moves."""
    found = ruled(said("1", "extra-staff"), said("1", "stays-other", coder="ben"))
    plan = plan_moves(["1", "2"], found, (), (), ASKED)
    assert (plan.disputed, plan.undecided, plan.add) == (("1",), ("2",), ())


def test_an_adjudicator_overrules():
    """What is adjudicated is moved, in the adjudicator's name."""
    labels = (
        said("1", "extra-staff"),
        said("1", coder="ben"),
        said("1", "seed-funding", coder="eve", source="adjudicated"),
    )
    assert ruled(*labels)["1"] == Ruling("1", ("seed funding",), ("eve",), "2021-03-02")


def test_several_options_for_a_single_answer_are_a_dispute():
    """A closed question has room for one option; one of several answers takes both in one move."""
    label = said("1", "extra-staff", "seed-funding")
    assert ruled(label)["1"].disputed
    found = ruled(label, several=True)
    assert plan_moves(["1"], found, (), (), SEVERAL).add[0].to == "extra staff;seed funding"


def test_a_small_new_category_stays_other():
    """Below the share a new category is not made, unless asked for; a listed option may be as small as it is."""
    found = ruled(said("1", "evidence"), said("2", "extra-staff"))
    plan = plan_moves(["1", "2"], found, (), (), ASKED)
    assert ([each.to for each in plan.add], plan.small, plan.options) == (["extra staff"], (("evidence", 1),), ())
    kept = plan_moves(["1", "2"], found, (), (), ASKED, keep_small=True)
    assert ([each.to for each in kept.add], kept.options) == (["evidence", "extra staff"], ("evidence",))


def test_of_several_options_the_small_one_stays_other():
    """A text that means a listed option and a small new category keeps "Other" beside the option."""
    found = ruled(said("1", "extra-staff", "evidence"), several=True)
    assert plan_moves(["1"], found, (), (), SEVERAL).add[0].to == "extra staff;Other"


def test_moves_by_hand_stay_and_contradictions_are_told():
    """A move that back-coding did not make is kept, as are those of other questions; what contradicts it is told."""
    found = ruled(said("1", "extra-staff"), said("2", "extra-staff"))
    there = (move("1", "seed funding"), move("2", "Extra staff"), Move("p", "1", "Other", "x"))
    plan = plan_moves(["1", "2"], found, there, (), ASKED)
    assert (plan.differ, plan.stand, plan.changes) == ((there[0],), (there[1],), False)


def test_moves_of_back_coding_follow_the_decisions():
    """A move that back-coding made goes when the decision has changed, and the new one comes."""
    there = (move("1", "seed funding"), move("2", "seed funding"))
    made = {each.key for each in there}
    plan = plan_moves(["1", "2"], ruled(said("1", "extra-staff"), said("2")), there, made, ASKED)
    assert (plan.back, [each.to for each in plan.add]) == (there, ["extra staff"])


DECIDED = st.dictionaries(
    st.sampled_from("12345"), st.sampled_from(["extra-staff", "seed-funding", "evidence", "stays-other"])
)


@given(DECIDED, DECIDED, st.booleans())
@settings(max_examples=80)
def test_a_plan_carried_out_leaves_nothing_to_do(first, second, keep):
    """Planned again after it was carried out nothing changes, also when the decisions had changed in between."""
    there: tuple[Move, ...] = ()
    made: set[tuple[str, str, str, str, str]] = set()
    for decided in (first, first | second):
        found = ruled(*(said(name, slug) for name, slug in decided.items()))
        for again in (False, True):
            plan = plan_moves(list("12345"), found, there, made, ASKED, keep_small=keep)
            assert not (again and (plan.add or plan.back))
            there = (*(each for each in there if each not in plan.back), *plan.add)
            made |= {each.key for each in plan.add}


def test_a_move_of_another_waves_respondent_is_not_theirs():
    """Where an id is used again, a move that was made from another text neither stands for this one nor is taken back."""
    asked = replace(ASKED, hashes={"1": "now"})
    old = replace(move("1", "seed funding"), text_hash="then")
    plan = plan_moves(["1"], ruled(said("1", "extra-staff")), (old,), {old.key}, asked)
    assert (plan.back, plan.stand, plan.differ) == ((), (), ())
    assert [(each.to, each.text_hash) for each in plan.add] == [("extra staff", "now")]
    assert plan_moves(["1"], {}, (old,), (), asked).undecided == ("1",)


@pytest.mark.parametrize(
    ("listed", "added", "means"),
    [
        ((), (), "a new category"),
        (("evidence",), (), "an option of the question"),
        (("evidence",), ("Evidence",), "a category added in back-coding"),
    ],
)
def test_a_reason_says_whose_option_it_is(listed, added, means):
    """An option that back-coding added is no option of the questionnaire, also where the project lists it by now."""
    asked = replace(ASKED, listed=(*LISTED, *listed), least=1, added=added)
    (made,) = plan_moves(["1"], ruled(said("1", "evidence")), (), (), asked).add
    assert made.reason.endswith(f"the text means {means}")

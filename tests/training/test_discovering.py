import random
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.tallies.intervals import wilson
from freetext.text.vectors import Absent
from freetext.training.dataset import training_set
from freetext.training.discovering import FEW, discover
from freetext.training.fit import fit

SUBJECTS = {
    "bus": ["the bus was late", "buses never come on time", "no bus after six", "the bus stop is far away", "a late bus again"],
    "food": ["the food was cold", "cold meals every day", "lunch tasted of nothing", "meals are served cold", "food too salty for lunch"],
    "parking": ["nowhere to park the car", "parking costs too much", "the car park is full", "park and pay, every time", "no parking for visitors"],
    "noise": ["noisy at night", "the noise kept me awake", "so much noise at night", "awake all night from the noise", "night staff are noisy"],
}  # fmt: skip
ENDS = ["", " as ever", ", I think", " on Monday", " for my mother", " once more", " here", " and nobody minds"]


def survey(size: int = 160, seed: int = 1) -> tuple[list[str], list[str]]:
    """Return invented answers and the subject of each."""
    dice = random.Random(seed)
    names = [dice.choice([*SUBJECTS]) for _ in range(size)]
    return [dice.choice(SUBJECTS[name]) + dice.choice(ENDS) for name in names], names


def best(found, names, subject):
    """Return the highest precision among groups with a third of a subject's answers."""
    count = names.count(subject)
    held = [(sum(names[place] == subject for place in each.places), len(each)) for each in found.proposed]
    return max((inside / size for inside, size in held if 3 * inside >= count), default=0.0)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_each_subject_is_proposed(subject):
    """Of answers on four subjects, each subject has a group of its own."""
    texts, names = survey()
    assert best(discover(texts), names, subject) >= 0.8


def test_claimed_answers_are_not_proposed():
    """No group holds an answer that a theme claims; the shares before and after tell what is left."""
    texts, names = survey()
    claimed = np.array([name in {"food", "noise"} for name in names])
    found = discover(texts, claimed=claimed)
    assert found.proposed
    assert not any(claimed[place] for each in found.proposed for place in each.places)
    assert found.looked_at == int((~claimed).sum())
    assert found.unclaimed == pytest.approx(float((~claimed).mean()))
    assert all(each.after == pytest.approx(found.unclaimed - len(each) / len(texts)) for each in found.proposed)


def test_all_answers_can_be_looked_at():
    """With `everything` claimed answers are grouped too, and only the others count as gained."""
    texts, names = survey()
    claimed = np.array([name == "food" for name in names])
    found = discover(texts, claimed=claimed, everything=True)
    assert best(found, names, "food") >= 0.8
    assert found.unclaimed == pytest.approx(float((~claimed).mean()))
    for each in found.proposed:
        gained = sum(not claimed[place] for place in each.places)
        assert each.after == pytest.approx(found.unclaimed - gained / len(texts))


def test_the_order_of_rows_is_of_no_account():
    """The same texts in another order give groups of the same texts, words and names."""
    texts, _ = survey()
    order = random.Random(5).sample(range(len(texts)), len(texts))
    mixed, claimed = [texts[place] for place in order], np.arange(len(texts)) % 3 == 0
    one, two = discover(texts, claimed=claimed), discover(mixed, claimed=claimed[order])
    told = lambda found, of: [  # noqa: E731
        (each.name, each.words, sorted(of[p] for p in each.places), sorted(of[p] for p in each.also))
        for each in found.proposed
    ]
    assert told(one, texts) == told(two, mixed)
    assert any(each.also for each in one.proposed)


def test_the_same_seed_gives_the_same_groups():
    """Asked twice, the same groups are proposed."""
    texts, _ = survey()
    assert discover(texts, seed=3) == discover(texts, seed=3)


def test_sizes_words_and_verbatims_belong_to_the_group():
    """A group's share has Wilson's interval, its words stand in its answers, and what is to be read are some of its members."""
    texts, _ = survey()
    for number, each in enumerate(discover(texts).proposed, 1):
        assert each.number == number
        assert (each.share, each.low, each.high) == (
            len(each) / len(texts),
            *wilson(len(each) / len(texts), len(texts)),
        )
        assert set(each.central) <= set(each.places)
        assert 1 <= len(each.central) <= 5
        assert len({texts[place].casefold() for place in each.central}) == len(each.central)
        assert len(set(each.places)) == len(each.places)
        assert all(any(word in texts[place].casefold() for place in each.places) for word in each.words)
        assert each.name.split(", ") == list(each.words[: each.name.count(",") + 1])
        if each.parts:
            assert sorted(place for part in each.parts for place in part) == sorted(each.places)


def test_names_are_no_two_alike():
    """No two groups bear one name, and at most as many are proposed as were asked for."""
    texts, _ = survey()
    found = discover(texts, groups=3)
    assert 1 <= len(found.proposed) <= 3
    names = [each.name for each in discover(texts).proposed]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("size", [0, 1, 41, FEW - 1])
def test_few_answers_are_to_be_read(size):
    """Under 60 answers nothing is grouped by its words: the sentence gives the number, and says to read them."""
    texts = [f"thing{place} other{place}" for place in range(size)]
    found = discover(texts)
    assert found.few
    assert found.proposed == ()
    assert found.looked_at == size
    assert ("read them" in found.said) == (size > 0)


def test_few_answers_that_say_the_same_stand_side_by_side():
    """Of few answers, those that hold nearly the same words make a group, and no other does."""
    texts = [*(f"thing{place} other{place}" for place in range(30)), "The bus was late.", "bus late!", "late bus"]
    found = discover(texts)
    assert [sorted(each.places) for each in found.proposed] == [[30, 31, 32]]
    assert found.proposed[0].name in {"bus, late", "late, bus"}


def test_few_answers_are_read_once_each():
    """Texts to read first differ in more than case and marks, also where answers are only put side by side."""
    texts = [*(f"thing{place} other{place}" for place in range(30)), *["late bus", "Late bus!"] * 3, "the late bus"]
    (found,) = discover(texts).proposed
    assert len(found) == 7
    assert sorted(texts[place].casefold().strip("!") for place in found.central) == ["late bus", "the late bus"]


def test_one_group_and_one_answer_are_counted_as_one():
    """What is said is a sentence."""
    assert discover(["no money"] * 100).said == "100 answers: 1 group holds 100 of them."
    assert discover(["no money"]).said.startswith("1 answer: too few")


def test_blank_answers_count_for_nothing():
    """Blank texts are neither looked at nor part of any share."""
    texts, _ = survey(100)
    assert discover([*texts, "", "  "]).answers == 100


def test_answers_without_a_common_word_have_no_group():
    """Where no two answers share a word nothing is proposed."""
    texts = [chr(0x4E00 + 3 * place) for place in range(80)]
    assert discover(texts, lang="xx").proposed == ()


def test_personal_data_is_never_a_word():
    """What is hidden from models makes neither a word nor a name of a group."""
    texts, _ = survey(120)
    found = discover([f"{text}, write to ann.smith@example.org" for text in texts])
    assert found.proposed
    assert not any("smith" in word or "example" in word for each in found.proposed for word in each.words)


def test_near_themes_are_told_by_a_model():
    """A group of answers that a theme all but claims names that theme; a reserved code is never named."""
    texts, names = survey(240)
    truth = np.array([[name == "bus", name == "food"] for name in names], dtype=np.int8)
    model = fit(training_set(codeframe_of(["bus", "food"]), answers_of(texts), truth), jobs=1).model
    found = discover(texts, model=model)
    group = max(found.proposed, key=lambda each: sum(names[p] == "bus" for p in each.places) / len(each))
    assert group.near[0][0] == "bus"
    assert group.near[0][1] > 0.5
    assert all(one[1] >= two[1] for each in found.proposed for one, two in pairwise(each.near))
    frame = replace(model.codeframe, themes=tuple(replace(each, reserved="other") for each in model.codeframe.themes))
    silent = discover(texts, model=replace(model, codeframe=frame))
    assert not any(each.near for each in silent.proposed)


def test_near_themes_are_told_by_definitions():
    """Without a model the definitions of a codeframe say what a group is near to."""
    texts, names = survey(240)
    frame = codeframe_of(["parking", "noise"])
    found = discover(texts, codeframe=frame)
    group = max(found.proposed, key=lambda each: sum(names[p] == "parking" for p in each.places) / len(each))
    assert group.near[0][0] == "parking"


def test_columns_of_different_lengths_are_refused():
    """As many claims and questions as texts, or none."""
    with pytest.raises(ValueError, match="differ in number"):
        discover(["one"], claimed=np.array([True, False]))
    with pytest.raises(ValueError, match="differ in number"):
        discover(["one"], nothing=np.array([True, False]))


class Meanings:
    """Two numbers a word: vehicles, and all else."""

    name, digest, size = "two", "0" * 16, 2

    def __call__(self, forms):
        """Return float32 (forms, 2)."""
        return np.array(
            [[form in {"bus", "buses", "car"}, form not in {"bus", "buses", "car"}] for form in forms], np.float32
        )


def test_vectors_are_views_of_their_own():
    """With vectors groups are found as without, and vectors that are not loaded are refused."""
    texts, names = survey()
    assert best(discover(texts, vectors=Meanings()), names, "food") >= 0.8
    with pytest.raises(Exception, match="not loaded"):
        discover(texts, vectors=Absent("a", "b", 2))


@pytest.mark.slow
def test_many_answers_are_drawn_from_and_the_rest_assigned():
    """Where only some answers are compared, the others join the groups whose line they lie beyond."""
    texts, names = survey(4600)
    found = discover(texts)
    assert max(len(each) for each in found.proposed) > 600
    assert all(best(found, names, subject) >= 0.7 for subject in SUBJECTS)


def test_a_group_reaches_claimed_answers_that_say_the_same():
    """Answers that a theme claims and that say what a group says are named beside it, half of them and few others; none is a member."""
    texts, names = survey(400)
    dice = random.Random(2)
    claimed = np.array([name == "noise" or (name == "bus" and dice.random() < 0.6) for name in names])
    found = discover(texts, claimed=claimed)
    hidden = {place for place, name in enumerate(names) if name == "bus" and claimed[place]}
    right = [len(hidden & set(each.also)) / max(len(each.also), 1) for each in found.proposed]
    part = [len(hidden & set(each.also)) / len(hidden) for each in found.proposed]
    assert any(one >= 0.8 and other >= 0.5 for one, other in zip(right, part, strict=True))
    assert all(claimed[place] for each in found.proposed for place in each.also)
    assert all(len(set(each.also)) == len(each.also) for each in found.proposed)


def test_what_names_nothing_is_never_reached():
    """A claimed answer that names nothing says what no group says, in whatever words; the others are reached as they were."""
    texts, names = survey(400)
    dice = random.Random(2)
    claimed = np.array([name == "noise" or (name == "bus" and dice.random() < 0.6) for name in names])
    whole = discover(texts, claimed=claimed)
    reached = sorted({place for each in whole.proposed for place in each.also})
    nothing = np.isin(np.arange(len(texts)), reached[::2])
    found = discover(texts, claimed=claimed, nothing=nothing)
    assert reached[::2]
    assert {place for each in found.proposed for place in each.also} == set(reached[1::2])


def test_nothing_is_reached_where_all_is_looked_at():
    """With `everything`, or where no theme claims anything, a group has members alone."""
    texts, names = survey()
    claimed = np.array([name == "food" for name in names])
    for found in (discover(texts), discover(texts, claimed=claimed, everything=True)):
        assert found.proposed
        assert all(each.also == () for each in found.proposed)


def test_a_subject_that_nobody_left_reaches_no_other():
    """Claimed answers on a subject of their own are reached by no group of another, but for a few."""
    texts, names = survey(400)
    claimed = np.array([name == "noise" for name in names])
    found = discover(texts, claimed=claimed)
    assert found.proposed
    assert all(len(each.also) <= 0.1 * claimed.sum() for each in found.proposed)

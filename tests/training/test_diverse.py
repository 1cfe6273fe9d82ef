import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.training.diverse import LEVELS, diverse_order

TOPICS = [f"{word} {word}s about the {word}" for word in ("money", "staff", "parking", "food", "noise", "beds")]


@settings(max_examples=20)
@given(st.lists(st.text(st.characters(), max_size=8), max_size=40), st.integers(0, 9))
def test_places_are_a_permutation_and_the_same_again(texts, seed):
    """Any texts get one place each, and the same places for the same seed."""
    places = diverse_order(texts, seed=seed)
    assert sorted(places.tolist()) == list(range(len(texts)))
    assert diverse_order(texts, seed=seed).tolist() == places.tolist()


def test_the_first_answers_speak_of_everything():
    """Of 300 answers on six topics, one of them in most, the first fifteen hold every topic."""
    dice = random.Random(3)
    topics = [*[0] * 250, *[dice.randrange(1, 6) for _ in range(50)]]
    texts = [f"{TOPICS[topic]} {dice.choice('abcdefgh')} {dice.choice('stuvwxyz')}" for topic in topics]
    places = diverse_order(texts)
    assert {topics[place] for place in np.argsort(places)[: LEVELS[0]]} == set(range(6))


def test_texts_written_alike_stand_early_once():
    """The same words again and again take one early place only."""
    texts = ["nothing"] * 200 + [f"{topic} {place}" for place in range(15) for topic in TOPICS]
    first = np.argsort(diverse_order(texts))[:20]
    assert sum(texts[place] == "nothing" for place in first) <= 1


@pytest.mark.slow
def test_many_answers_are_drawn_from():
    """Of more answers than are compared, a draw is; the places are still a permutation."""
    dice = random.Random(1)
    words = [f"word{number}" for number in range(500)]
    texts = [" ".join(dice.choices(words, k=6)) for _ in range(25_000)]
    assert sorted(diverse_order(texts).tolist()) == list(range(25_000))

import numpy as np

from freetext.text.tokens import Tokenizer
from freetext.training.points import counted, read
from freetext.training.telling_words import Words, name_of

TEXTS = [
    "the bus is late",
    "late buses",
    "a bus again",
    "cold food",
    "food is cold again",
    "no food",
    "staff",
    "staff again",
]


def words_of(texts):
    """Return the words of a survey."""
    batch = read(texts, "en", (), hidden=True)
    return Words(batch, counted(batch))


def test_words_that_only_a_group_writes_come_first():
    """A group's words are those that others do not write, once for all endings, spelt as it spells them most."""
    assert words_of(TEXTS).telling(np.array([0, 1, 2])) == ("bus", "late")
    assert words_of(TEXTS).telling(np.array([3, 4, 5]))[0] == "food"


def test_a_word_that_is_everywhere_tells_nothing():
    """A word that as many of the others hold is no telling word."""
    texts = [f"{text} thing" for text in TEXTS]
    assert "thing" not in words_of(texts).telling(np.array([0, 1, 2]))


def test_grammar_and_marks_are_no_words():
    """Function words, numbers and marks are not read; negations are, for they carry content."""
    batch = read(["the 42 //", "not at all, 7!"], "en", (), hidden=True)
    said = [batch.lexicon[token] for token in batch.tokens]
    assert said == ["not"]
    assert "the" in Tokenizer("en").function_words


def test_marks_around_a_word_are_left_out():
    """What respondents write around a word does not make another word of it."""
    assert (
        words_of(["economy//no way", "the economy", "economy//", "cold food", "staff"]).telling(np.array([0, 1, 2]))[0]
        == "economy"
    )


def test_a_name_is_its_own():
    """A name takes a word more where another group has it, and a number where no word is left."""
    assert name_of(("bus", "late", "stop"), (), 1) == "bus, late"
    assert name_of(("bus", "late", "stop"), ("bus, late",), 2) == "bus, late, stop"
    assert name_of(("bus",), ("bus",), 2) == "group 2"
    assert name_of((), (), 4) == "group 4"

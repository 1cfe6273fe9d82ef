import numpy as np
import pytest

from freetext.tallies.drift_relabel import relabelled
from freetext.text.tokens import Tokenizer
from freetext.training.word_shifts import (
    SHOWN,
    known_share,
    shares_of,
    shifted,
    telling_words,
    unheard,
    words_in,
    written,
)

OLD = ["the nurse was kind", "the bed was hard", "a long wait", "tea was cold", "nobody called me"] * 8
NEW = ["the app is broken", "the nurse was kind", "a long wait for the app", "tea was cold", "the app again!"] * 8


def compared(old, new, rounds=199):
    """Read two waves of one answer a respondent."""
    batch = Tokenizer("en")([*old, *new])
    unit = np.arange(len(old) + len(new))
    return batch, relabelled(unit, unit >= len(old), rounds, 0)


def test_the_word_that_came_is_found_and_told_first():
    """A word that three in five now write is found, corrected for the number of words, and is the first to be told."""
    batch, waves = compared(OLD, NEW)
    said = written(batch, waves)
    p, each = shifted(said, waves)
    assert p == each["app"] == pytest.approx(1 / 200)
    first = telling_words(batch, said, waves, np.ones(80, dtype=bool))[0]
    assert (first.word, first.side) == ("app", "new")
    assert (first.old, first.new) == pytest.approx((0.0, 0.6))


def test_words_of_one_person_are_not_shown():
    """Words of fewer than three respondents are not told, however telling."""
    batch, waves = compared(OLD, [*NEW, "Rumpelstilzchen Rumpelstilzchen", "rumpelstilzchen"])
    words = telling_words(batch, written(batch, waves), waves, np.ones(82, dtype=bool))
    assert SHOWN == 3
    assert "rumpelstilzchen" not in {word.word for word in words}


def test_the_share_of_words_that_nobody_said_before():
    """What the old wave never writes is counted by running words, marks left out, beside what relabelled waves would have."""
    batch, waves = compared(OLD, NEW)
    share, usual, p = unheard(written(batch, waves), waves)
    fresh = sum(text.count(word) for text in NEW for word in ("app", "is", "broken", "for", "again"))
    assert share == pytest.approx(fresh / sum(words_in(batch)[40:]))
    assert usual < share / 4
    assert p == pytest.approx(1 / 200)


def test_the_same_answers_have_nothing_new():
    """Of two waves of the same answers no word is new, and none moved."""
    batch, waves = compared(OLD, OLD)
    said = written(batch, waves)
    assert unheard(said, waves)[0] == 0
    assert shifted(said, waves)[0] > 0.5


def test_shares_are_of_the_base():
    """A word's share is of the answers of the base in either wave, an answer counting once."""
    batch, waves = compared(["tea tea", "tea", ""], ["tea", "bed", "bed"])
    base = np.array([True, True, False, True, True, True])
    shares = shares_of(batch, ["tea", "bed"], waves.new, base)
    assert np.array(shares) == pytest.approx(np.array([[1, 1 / 3], [0, 2 / 3]]))


def test_known_words_are_counted_as_they_run():
    """The share of running words that a model knows leaves marks out; an empty base knows all there is."""
    batch, _ = compared(["tea, tea and bed!"], ["bed"])
    known = np.array([word == "tea" for word in batch.lexicon])
    assert known_share(batch, known, np.array([True, False])) == pytest.approx(0.5)
    assert known_share(batch, known, np.array([False, False])) == 1.0

import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.text.memory import Memory
from freetext.text.splitting import Splitter
from freetext.text.tokens import PieceBatch, TokenBatch, Tokenizer

SPLITTER = Splitter("en", (), 1)
WORDS = ["tea", "cold", "don't", "(car", "park)", "7", "\u200b", "Tea.", "", "a\u00a0b"]
batches = st.lists(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), max_size=4), min_size=1, max_size=8
)


def forms(batch: TokenBatch) -> list[list[str]]:
    return [
        [batch.lexicon[token] for token in batch.tokens[begin:end]]
        for begin, end in zip(batch.offsets[:-1].tolist(), batch.offsets[1:].tolist(), strict=True)
    ]


def sizes(batch: PieceBatch) -> tuple[int, int, int, int]:
    memory = batch.memory
    return len(memory), memory.size, memory.characters, len(memory.lexicon)


@settings(max_examples=25)
@given(batches, st.integers(1, 6), st.integers(1, 30))
def test_a_small_memory_changes_nothing(some, pieces, characters):
    """However often a memory is compacted, an answer has the tokens that it has with a memory that forgets nothing."""
    small, large = Tokenizer(remembered=pieces, characters=characters), Tokenizer()
    for texts in some:
        assert forms(small(texts)) == forms(large(texts))


@settings(max_examples=40)
@given(batches, st.integers(1, 9), st.integers(1, 40))
def test_what_is_kept_fits_and_is_whole(some, pieces, characters):
    """A compacted memory is within its bounds, and what it has kept has the tokens and the sight that it had."""
    memory = Memory()
    for texts in some:
        memory.numbers([f"{word} " for text in texts for word in text.split(" ")], SPLITTER)
    heir = memory.compacted(pieces, characters)
    assert len(heir) <= pieces
    assert heir.characters <= characters
    assert heir.kept is not None
    assert heir.kept.source is memory.mark
    assert heir.texts == [memory.texts[number] for number in heir.kept.pieces.tolist()]
    assert heir.lexicon == [memory.lexicon[form] for form in heir.kept.forms.tolist()]
    here, there = heir.gather(np.arange(heir.size)), memory.gather(heir.kept.pieces)
    assert [heir.lexicon[token] for token in here[0]] == [memory.lexicon[token] for token in there[0]]
    assert here[1].tolist() == there[1].tolist()
    assert heir.visible(np.arange(heir.size)).tolist() == memory.visible(heir.kept.pieces).tolist()


def test_a_run_of_any_length_is_flat():
    """Batch after batch of new words leaves memory, lexicon and spaCy's store of strings within bounds, and common words known."""
    dice, tokenizer = random.Random(3), Tokenizer(remembered=400, characters=4000)
    store = tokenizer._splitter._language.vocab.strings
    begun = len(store)
    for number in range(40):
        odd = [f"w{number}x{each}'s" for each in range(60)]
        batch = tokenizer.pieces([f"the staff {dice.choice(odd)} and {word}" for word in odd])
        assert max(sizes(batch)) < 8000
        assert len(batch.memory) < 400 + 300
        if number > 2:
            assert {"the", "staff", "and"} <= set(batch.memory.texts[:200])
    assert len(store) < begun + 20


def test_the_pipeline_is_replaced_now_and_then():
    """SpaCy never gives back the places of words that it has forgotten: a new pipeline does, and parts words alike."""
    splitter, odd = Splitter("en", (), 1, renewed=100), [f"w{each}'s" for each in range(60)]
    first = splitter._language
    for turn in range(3):
        with splitter.forgetful():
            assert [splitter.forms(word) for word in odd] == [[f"w{each}", "'s"] for each in range(60)]
        assert (splitter._language is first) == (turn < 2)


def test_white_space_behind_a_word_makes_no_second_one():
    """A word has one number, whatever blank is behind it."""
    batch = Tokenizer().pieces(["tea tea\ttea\n tea", "tea"])
    assert batch.memory.texts.count("tea") == 1
    assert forms(batch.tokens()) == [["tea"] * 4, ["tea"]]


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), min_size=1, max_size=6), st.data())
def test_some_answers_of_a_batch_are_a_batch(texts, data):
    """Taken rows have their own tokens, in their order, and hold no piece that none of them has."""
    batch = Tokenizer().pieces(texts)
    rows = data.draw(st.lists(st.integers(0, len(texts) - 1), max_size=6))
    part = batch.take(np.array(rows, dtype=np.int64))
    whole = forms(batch.tokens())
    assert forms(part.tokens()) == [whole[row] for row in rows]
    assert sorted(set(part.places.tolist())) == list(range(len(part.numbers)))
    assert all(array.dtype == np.dtype(np.int32) for array in (part.places, part.offsets, part.numbers))

import time
from itertools import accumulate

import numpy as np
import pytest
import spacy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from freetext.errors import UsageError
from freetext.text.clean import clean
from freetext.text.tokens import LONGEST, TokenBatch, Tokenizer

NLP = spacy.blank("en")
SHARED = Tokenizer()
PIECES = [
    "don't", "Isn\u2019t", "can't", "cannot", "e.g.", "U.S.", "a.m.", "10am", "...", ":)", "(:", ":", ")", "-", "'", '"', "\u00a0",
    "http://a.b/c?d=e", "me@x.org", "x/y", "1,000.50", "£5m", "C++", "not", "gonna", "\u05e9\u05dc\u05d5\u05dd", "👍🏽", "👨‍👩‍👧", "日本語",
    "Straße", "\u0130stanbul", "ΟΔΟΣ", "\ufdfa", "\u2028", "\t", " ", " ", " ", ",", ".", "!?", "\u00b4", "\ud800", "\u200b",
]  # fmt: skip
anything = st.text(st.characters(), max_size=30)
answers = st.one_of(anything, st.lists(st.one_of(st.sampled_from(PIECES), anything), max_size=12).map("".join))


def forms(batch: TokenBatch, row: int = 0) -> list[str]:
    return [batch.lexicon[token] for token in batch.tokens[batch.offsets[row] : batch.offsets[row + 1]]]


RULES = NLP.Defaults.tokenizer_exceptions or {}
LONGEST_RULE = max(map(len, RULES))


def breaks_an_emoticon(text: str) -> bool:
    """Whether white space stands within what is a special case without it: spaCy then also loses special cases beside it."""
    joined, breaks = "".join(text.split()), set(accumulate(map(len, text.split())))
    spans = [(begin, begin + length) for begin in range(len(joined)) for length in range(2, LONGEST_RULE + 1)]
    return any(
        joined[begin:end] in RULES and not joined[begin:end].isalnum() and breaks & set(range(begin + 1, end))
        for begin, end in spans
    )


@settings(max_examples=400)
@given(answers)
def test_tokens_of_the_chunks_are_the_tokens_of_the_answer(text):
    """The chunks' tokens, joined, are what spaCy makes of the whole answer, clean and in lower case, white space dropped."""
    if any(len(chunk) > LONGEST for chunk in text.split()):
        return
    plain = clean(text).lower()
    assume(not breaks_an_emoticon(plain))
    assert [token.norm_.lower() for token in NLP.tokenizer(plain) if not token.is_space] == forms(SHARED([text]))


@settings(max_examples=15)
@given(st.lists(answers, max_size=8), st.integers(2, 3), st.integers(2, 12))
def test_tokens_do_not_depend_on_the_batch_or_the_memory(texts, size, remembered):
    """An answer has the same tokens alone, among others, and after the memory of chunks was renewed."""
    together = SHARED(texts)
    small = Tokenizer(remembered=remembered, characters=40)
    apart = [
        forms(batch, row)
        for start in range(0, len(texts), size)
        for batch in [small(texts[start : start + size])]
        for row in range(len(batch))
    ]
    assert apart == [forms(together, row) for row in range(len(texts))]


@settings(max_examples=100)
@given(answers)
def test_every_token_has_its_word(text):
    """There is one surface a token, found in the answer as cleaned; nothing of it is white space alone."""
    surfaces = SHARED.surfaces(text)
    assert len(surfaces) == len(forms(SHARED([text])))
    cleaned = " ".join(clean(chunk) for chunk in text.split())
    assert all(surface and (surface in cleaned or surface in cleaned.lower()) for surface in surfaces)


@settings(max_examples=100)
@given(st.lists(answers, max_size=6))
def test_offsets_part_the_tokens(texts):
    """Offsets begin at 0, never fall, end at the number of tokens, and lengths are their steps."""
    batch = SHARED(texts)
    assert len(batch) == len(texts)
    assert batch.offsets[0] == 0
    assert batch.offsets[-1] == len(batch.tokens)
    assert (batch.lengths >= 0).all()
    assert batch.tokens.dtype == np.int32


@pytest.mark.parametrize(
    "text",
    [
        "don't",
        "DON'T",
        "don\u2019t",
        "dont",
        "isn't",
        "isnt",
        "cannot",
        "can't",
        "cant",
        "won't",
        "didn`t",
        "wasn\u00b4t",
        "not",
    ],
)
def test_negation_is_kept(text):
    """Every way to say not holds the word `not`."""
    assert "not" in forms(SHARED([f"we {text} care"]))


@pytest.mark.parametrize("number", ["7", "2019", "10.50", "1,000", "50"])
def test_digits_are_kept(number):
    """Numbers are words like others."""
    assert number in forms(SHARED([f"about {number} then"]))


@pytest.mark.parametrize("text", ["", " ", "\n\t\u00a0\u2003", "\u200b", "\ufeff\u200d", "\ud83d"])
def test_an_answer_without_a_word_has_no_token(text):
    """White space and unseen characters leave nothing."""
    assert forms(SHARED([text])) == []
    assert SHARED.surfaces(text) == []


@pytest.mark.parametrize("chunk", ["a", "a.b", "(", ":)", "http://a.b/", "don't", "\ufdfa", "👍🏽", "a\u0301", "-a1"])
def test_a_chunk_of_100_000_characters_is_quick(chunk):
    """No chunk takes quadratic time, whatever it is made of."""
    begun = time.perf_counter()
    batch = Tokenizer()([chunk * (100_000 // len(chunk))])
    assert len(batch.tokens) >= 100_000 / LONGEST
    assert time.perf_counter() - begun < 6


def test_case_is_one_in_tokens_and_kept_in_words():
    """Tokens are lower-case, words for evidence as the answer writes them."""
    assert forms(SHARED(["The NHS"])) == ["the", "nhs"]
    assert SHARED.surfaces("The NHS don\u2019t") == ["The", "NHS", "do", "n't"]


def test_an_old_batch_keeps_its_words_when_the_memory_is_renewed():
    """A batch holds its own lexicon, which a renewed memory does not touch."""
    tokenizer = Tokenizer(remembered=1)
    first = tokenizer(["one two three"])
    second = tokenizer(["four"])
    assert first.lexicon is not second.lexicon
    assert forms(first) == ["one", "two", "three"]
    assert forms(second) == ["four"]


@pytest.mark.parametrize("lang", ["qq", "", "EN", "en.examples", "..os", "english", "en\n"])
def test_a_language_that_spacy_does_not_speak_is_refused(lang):
    """An unknown language code, or what is none, is the user's mistake and imports nothing."""
    with pytest.raises(UsageError, match="language"):
        Tokenizer(lang)


def test_another_language_has_its_own_tokenizer():
    """The codeframe's language names the tokenizer."""
    assert forms(Tokenizer("de")(["z.B. bzgl. der Tür"])) == ["z.b.", "bezueglich", "der", "tuer"]

"""Answers scored by their pieces, under memories that forget."""

import random
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.compiled import fold
from freetext.model.features import learn_features
from freetext.model.scoring import Scorer
from freetext.survey.answers import is_blank
from freetext.text.tokens import Tokenizer

QUESTIONS = ["what was good?", "what could be better?", "", "never asked"]
WORDS = [
    "nothing",
    "staff",
    "the staff",
    "car\tpark",
    "cold",
    "food.",
    "isn't",
    "xyzzy",
    "👍",
    "",
    "\u200b",
    "food\u00a0cold",
    "\ud800",
]
texts = st.one_of(st.text(max_size=12), st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
batches = st.lists(
    st.lists(st.tuples(texts, st.sampled_from(QUESTIONS)), min_size=1, max_size=4), min_size=1, max_size=6
)


@pytest.fixture(scope="module")
def folded(corpus):
    """Random coefficients over the features of the corpus."""
    features = learn_features(Tokenizer()(corpus.answers.texts), corpus.answers.questions, corpus.answers.respondents)
    dice = np.random.default_rng(5)
    return fold(features, dice.normal(size=(features.size, 3)), dice.normal(size=3))


LARGE = Tokenizer()


@settings(max_examples=60)
@given(batches, st.integers(1, 8), st.integers(1, 40))
def test_forgetting_changes_no_score(folded, some, pieces, characters):
    """Scores and counts are the same bits with a memory that is compacted at every turn as with one that forgets nothing."""
    small, forgetful, lasting = Tokenizer(remembered=pieces, characters=characters), Scorer(folded), Scorer(folded)
    for rows in some:
        words, questions = [text for text, _ in rows], [question for _, question in rows]
        one = forgetful.score(small.pieces(words), questions)
        two = lasting.score(LARGE.pieces(words), questions)
        assert one.margins.tobytes() == two.margins.tobytes()
        assert one.counts.tobytes() == two.counts.tobytes()
        assert one.margins.dtype == one.counts.dtype == np.dtype(np.float32)


@settings(max_examples=25)
@given(batches)
def test_tokens_may_be_weighed_in_between(folded, some):
    """Evidence of other batches, and of another tokenizer's, disturbs no score."""
    scorer, small, other = Scorer(folded), Tokenizer(remembered=4), Tokenizer()
    for rows in some:
        words, questions = [text for text, _ in rows], [question for _, question in rows]
        pieces = small.pieces(words)
        scorer.contributions(other(words[:1]), questions[:1])
        margins = scorer.margins(pieces, questions)
        shares = scorer.contributions(pieces.tokens(), questions)
        assert shares.tobytes() == Scorer(folded).contributions(LARGE(words), questions).tobytes()
        assert margins.tobytes() == Scorer(folded).margins(LARGE.pieces(words), questions).tobytes()


@settings(max_examples=200)
@given(
    st.lists(
        st.text(st.one_of(st.sampled_from("\u200b\u00a0\x00 \n\u200e\ud800a."), st.characters()), max_size=4),
        max_size=5,
    )
)
def test_blank_is_what_nobody_can_see(folded, some):
    """By its pieces an answer is blank where the survey's own rule says so of the whole text."""
    assert Scorer(folded).score(LARGE.pieces(some)).blank.tolist() == [is_blank(text) for text in some]


class Interrupted:
    """Ctrl-C at the nth line of a room that is reached."""

    def __init__(self, room: str, line: int) -> None:
        self.room, self.left = room, line

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        """Count lines; give up on what is none of ours."""
        if event == "call" and Path(frame.f_code.co_filename).parent.name != self.room:
            return None
        self.left -= event == "line"
        if not self.left:
            raise KeyboardInterrupt
        return self


@settings(max_examples=60)
@given(st.sampled_from(["text", "model"]), st.integers(1, 120), st.integers(0, 99))
def test_an_interruption_changes_no_score(folded, room, line, seed):
    """Wherever Ctrl-C comes, at a memory that is compacted too, the same tokenizer and scorer give the same bits as before."""
    dice, tokenizer, scorer = random.Random(seed), Tokenizer(remembered=40, characters=4000), Scorer(folded)
    words = ["staff", "food", "cold", "kind", *(f"w{number}" for number in range(40))]
    for number in range(12):
        batch = [" ".join(dice.sample(words[number : number + 20], 6)) for _ in range(9)]
        if number > 3:
            before = sys.gettrace()
            sys.settrace(Interrupted(room, line))
            with suppress(KeyboardInterrupt):
                scorer.score(tokenizer.pieces(batch))
            sys.settrace(before)
        margins = scorer.margins(tokenizer.pieces(batch))
        assert margins.tobytes() == Scorer(folded).margins(LARGE.pieces(batch)).tobytes()


def test_rows_of_a_long_run_stay_bounded(folded):
    """Batch after batch of new words, the scorer holds no more rows than the memory has pieces and forms."""
    tokenizer, scorer = Tokenizer(remembered=300, characters=3000), Scorer(folded)
    dice = random.Random(1)
    for number in range(30):
        scorer.score(tokenizer.pieces([f"the staff {dice.random()} w{number}x{each}" for each in range(50)]))
        assert len(scorer._pieces._table) <= 2048
        assert len(scorer._forms._table) <= 2048

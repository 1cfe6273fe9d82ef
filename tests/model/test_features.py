from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.features import ASKED, COMMON, Features, count, find_vocabulary, gram_rows, learn_features
from freetext.model.vocabulary import START, Vocabulary, grams, key_of, look_up
from freetext.text.tokens import TokenBatch, Tokenizer

TOKENIZER = Tokenizer()
QUESTIONS = ["", "good?", "bad?"]
texts = st.lists(
    st.sampled_from(["tea", "cold", "Tea", "not", "ana", "parking", "7", "smith", "x", "don't", "👍"]), max_size=6
).map(" ".join)
answer_sets = st.lists(
    st.tuples(texts, st.sampled_from(QUESTIONS), st.sampled_from(["p", "q", "r", "r\0"])), min_size=1, max_size=12
)


def unzipped(rows) -> tuple[TokenBatch, list[str], list[str]]:
    return TOKENIZER([text for text, _, _ in rows]), [question for _, question, _ in rows], [who for _, _, who in rows]


def words_of(batch: TokenBatch, row: int) -> list[str]:
    return [batch.lexicon[token] for token in batch.tokens[batch.offsets[row] : batch.offsets[row + 1]]]


def written(rows) -> dict[str, set[Any]]:
    """For each kind of feature, all (feature, respondent) that occur: the definition, spelled out."""
    batch, questions, people = unzipped(rows)
    found: dict[str, set[Any]] = {"words": set(), "pairs": set(), "chars": set(), "crossed": set()}
    for row, (question, who) in enumerate(zip(questions, people, strict=True)):
        words = words_of(batch, row)
        found["words"] |= {(word, who) for word in words}
        found["pairs"] |= {(pair, who) for pair in pairwise(["<start>", *words])}
        found["chars"] |= {(gram, who) for word in words for gram in grams(word)}
        found["crossed"] |= {((question, word), who) for word in words if question}
    return found


def shared(found: set[Any]) -> set[Any]:
    return {feature for feature, who in found if any(feature == other and who != another for other, another in found)}


@settings(max_examples=150)
@given(answer_sets)
def test_the_vocabulary_is_what_two_respondents_wrote(rows):
    """Words, pairs of known words, n-grams and (question, word) enter when two respondents wrote them, and only then."""
    batch, questions, people = unzipped(rows)
    vocabulary = find_vocabulary(batch, questions, people)
    found = {kind: shared(each) for kind, each in written(rows).items()}
    assert set(vocabulary.words) == found["words"]
    assert set(vocabulary.chars) == found["chars"]
    named = ["<start>", *vocabulary.words]
    assert {(named[left + 1], named[right + 1]) for left, right in vocabulary.pairs.tolist()} == found["pairs"]
    assert {
        (vocabulary.questions[left], vocabulary.words[right]) for left, right in vocabulary.crossed.tolist()
    } == found["crossed"]
    assert vocabulary.questions == tuple(sorted({question for question in questions if question}))


@settings(max_examples=60)
@given(answer_sets, st.randoms(use_true_random=False))
def test_the_vocabulary_does_not_depend_on_the_order_of_answers(rows, dice):
    """Shuffled answers have the same vocabulary, and it is sorted."""
    first = find_vocabulary(*unzipped(rows))
    shuffled = list(rows)
    dice.shuffle(shuffled)
    second = find_vocabulary(*unzipped(shuffled))
    assert (first.words, first.chars, first.questions) == (second.words, second.chars, second.questions)
    assert first.pairs.tolist() == second.pairs.tolist()
    assert first.crossed.tolist() == second.crossed.tolist()
    assert list(first.words) == sorted(first.words)
    assert (np.diff(first.pair_keys) > 0).all()
    assert (np.diff(first.crossed_keys) > 0).all()


@settings(max_examples=100)
@given(answer_sets, answer_sets)
def test_counts_are_counts(rows, others):
    """A feature's count in any answer, also one that training has not seen, is how often the answer holds it."""
    vocabulary = find_vocabulary(*unzipped(rows))
    batch, questions, _ = unzipped(others)
    counts = count(batch, vocabulary, questions).toarray()
    named = ["<start>", *vocabulary.words]
    for row, question in enumerate(questions):
        words = words_of(batch, row)
        pairs = list(pairwise(["<start>", *words]))
        spelled = [gram for word in words for gram in grams(word)]
        expected = [
            *(words.count(word) for word in vocabulary.words),
            *(pairs.count((named[left + 1], named[right + 1])) for left, right in vocabulary.pairs.tolist()),
            *(spelled.count(gram) for gram in vocabulary.chars),
            *(
                words.count(vocabulary.words[right]) * (vocabulary.questions[left] == question)
                for left, right in vocabulary.crossed.tolist()
            ),
            *(int(each == question) for each in vocabulary.questions),
        ]
        assert counts[row].tolist() == expected


def test_each_block_has_a_mean_squared_norm_of_one(vectors):
    """Words, pairs, n-grams and vectors weigh the same in the training answers, however many there are; crossed features less."""
    rows = [
        (f"cold tea {word}", "good?", str(place))
        for place, word in enumerate(["again", "not", "again", "hot not", "tea"])
    ]
    batch, questions, people = unzipped(rows)
    features = learn_features(batch, questions, people, vectors=vectors)
    matrix = features.matrix(batch, questions)
    edges = features.vocabulary.starts
    blocks = [*pairwise(edges[:4]), (edges[5], features.size)]
    for begin, end in blocks:
        assert matrix[:, begin:end].power(2).sum() / len(rows) == pytest.approx(1)
    assert matrix[:, edges[3] : edges[4]].power(2).sum() / len(rows) == pytest.approx(ASKED**2)


def test_common_words_have_short_vectors(vectors):
    """In the dense block a word's vector counts for less the more often the survey writes it; one that it does not know counts whole."""
    rows = [(text, "", str(place)) for place, text in enumerate(["the tea", "the the tea", "the the the the"])]
    batch, questions, people = unzipped(rows)
    features = learn_features(batch, questions, people, vectors=vectors)
    assert features.vocabulary.words == ("tea", "the")
    assert features.fading == pytest.approx([COMMON / (COMMON + 2 / 9), COMMON / (COMMON + 7 / 9)])
    new = Tokenizer()(["tea new"])
    dense = features.matrix(new, [""])[:, features.vocabulary.size :].toarray()[0]
    tea, word = vectors(["tea", "new"])
    assert dense == pytest.approx((tea * features.fading[0] + word) * features.scale / np.sqrt(2), rel=1e-5)


def test_words_fade_by_the_whole_survey(vectors):
    """A word that no labelled answer holds keeps its place where there are vectors, so that it fades as the survey writes it."""
    batch, questions, people = unzipped([(text, "", str(n)) for n, text in enumerate(["tea", "tea", "the", "the the"])])
    whole = learn_features(batch, questions, people, vectors=vectors)
    part = learn_features(batch, questions, people, taught=2, vectors=vectors)
    assert part.vocabulary.words == whole.vocabulary.words == ("tea", "the")
    assert part.fading == pytest.approx(whole.fading)
    assert learn_features(batch, questions, people, taught=2).vocabulary.words == ("tea",)


def test_rare_features_weigh_more():
    """Within a block the weight is the inverse document frequency, ln((1 + n) / (1 + n with it)) + 1."""
    rows = [("cold tea", "", "1"), ("cold tea", "", "2"), ("cold", "", "3")]
    features = learn_features(*unzipped(rows))
    assert features.vocabulary.words == ("cold", "tea")
    cold, tea = features.weights[:2]
    assert tea / cold == pytest.approx(np.log(4 / 3) + 1)


@settings(max_examples=40)
@given(answer_sets)
def test_features_are_finite(rows):
    """No set of answers, not even one without a shared word, gives a weight that is no number."""
    batch, questions, people = unzipped(rows)
    features = learn_features(batch, questions, people)
    assert np.isfinite(features.weights).all()
    assert np.isfinite(features.matrix(batch, questions).toarray()).all()


def test_an_empty_vocabulary_counts_nothing():
    """A model that knows no word gives every answer an empty row."""
    nothing = Vocabulary((), (), (), np.zeros((0, 2), np.int32), np.zeros((0, 2), np.int32))
    batch = TOKENIZER(["cold tea", ""])
    assert count(batch, nothing, ["", ""]).shape == (2, 0)
    assert Features(nothing, np.zeros(0)).matrix(batch, ["", ""]).shape == (2, 0)
    assert gram_rows(nothing, ["tea"]).shape == (1, 0)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("a", [" a "]),
        ("ab", [" ab", "ab ", " ab "]),
        ("", ["  "]),
        ("abc", [" ab", "abc", "bc ", " abc", "abc ", " abc "]),
    ],
)
def test_ngrams_have_three_to_five_characters_with_the_edges(word, expected):
    """Edges count as characters; each n-gram stands as often as the word holds it."""
    assert grams(word) == expected


@given(st.lists(st.tuples(st.integers(START, 4), st.integers(0, 4)), unique=True), st.integers(5, 9))
def test_numbers_of_pairs_sort_as_pairs_do(pairs, words):
    """A pair's number is its own and sorts as the pair."""
    table = np.array(sorted(pairs), dtype=np.int32).reshape(-1, 2)
    assert (np.diff(key_of(table[:, 0], table[:, 1], words)) > 0).all()


@given(st.lists(st.integers(-5, 20)), st.sets(st.integers(-5, 20)))
def test_looking_up_finds_what_is_there(keys, known):
    """A key's place among the sorted known ones, -1 where it is not known."""
    order = sorted(known)
    expected = [order.index(key) if key in known else -1 for key in keys]
    assert look_up(np.array(keys, dtype=np.int64), np.array(order, dtype=np.int64)).tolist() == expected

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.model.compiled import fold
from freetext.model.features import Features, learn_features
from freetext.model.scoring import Scorer
from freetext.text.tokens import Tokenizer

QUESTIONS = ["what was good?", "what could be better?", "", "never asked"]
WORDS = [
    "nothing",
    "staff",
    "the staff",
    "parking",
    "car",
    "cold",
    "food",
    "isn't",
    "funding",
    "xyzzy",
    "Zürich",
    "👍",
    "7",
    "",
    " ",
]
texts = st.one_of(st.text(max_size=20), st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join))
batches = st.lists(st.tuples(texts, st.sampled_from(QUESTIONS)), min_size=1, max_size=8)


@pytest.fixture(scope="module", params=["counts alone", "with vectors"])
def plain(corpus, request):
    """Features of the corpus, random coefficients over them, and the same folded; once more with a block of vectors."""
    vectors = request.getfixturevalue("vectors") if request.param == "with vectors" else None
    batch = Tokenizer()(corpus.answers.texts)
    features = learn_features(batch, corpus.answers.questions, corpus.answers.respondents, vectors=vectors)
    dice = np.random.default_rng(3)
    coefficients, bias = dice.normal(size=(features.size, 4)), dice.normal(size=4)
    return features, coefficients, bias, fold(features, coefficients, bias)


TOKENIZER = Tokenizer()


@settings(max_examples=150)
@given(batches)
def test_compiled_scores_are_the_plain_ones(plain, rows):
    """Score rows give what the feature matrix times the coefficients gives, for any answers and questions."""
    features, coefficients, bias, folded = plain
    assert isinstance(features, Features)
    words, questions = [text for text, _ in rows], [question for _, question in rows]
    pieces, batch = TOKENIZER.pieces(words), TOKENIZER(words)
    expected = features.matrix(batch, questions) @ coefficients + bias
    scale = abs(features.matrix(batch, questions)) @ np.abs(coefficients) + 1
    assert (np.abs(Scorer(folded).margins(pieces, questions) - expected) / scale).max() < 1e-5


@settings(max_examples=60)
@given(batches, st.randoms(use_true_random=False))
def test_a_score_does_not_depend_on_the_batch(plain, rows, dice):
    """An answer's scores are the same bits alone, in any company and order, and after other answers were met."""
    scorer, tokenizer = Scorer(plain[3]), Tokenizer() if dice.random() < 0.1 else TOKENIZER

    def scores(some) -> list[bytes]:
        batch = tokenizer.pieces([text for text, _ in some])
        return [row.tobytes() for row in scorer.margins(batch, [question for _, question in some])]

    together = dict(zip(rows, scores(rows), strict=True))
    shuffled = list(rows)
    dice.shuffle(shuffled)
    assert dict(zip(shuffled, scores(shuffled), strict=True)) == together
    assert all(scores([row]) == [together[row]] for row in rows)


@settings(max_examples=100)
@given(batches)
def test_contributions_add_up_to_the_score(plain, rows):
    """What its tokens add, the bias and the question's own term are an answer's margins."""
    _, _, bias, folded = plain
    questions = [question for _, question in rows]
    pieces = TOKENIZER.pieces([text for text, _ in rows])
    batch, scorer = pieces.tokens(), Scorer(folded)
    margins, shares = scorer.margins(pieces, questions), scorer.contributions(batch, questions)
    own = folded.rows[folded.vocabulary.starts[4] :]
    for row, place in enumerate(folded.vocabulary.ask(questions).tolist()):
        whole = shares[batch.offsets[row] : batch.offsets[row + 1]].sum(axis=0, dtype=np.float64) + bias
        whole += own[place] if place >= 0 else 0
        assert whole == pytest.approx(margins[row], abs=1e-4)


@pytest.mark.parametrize("question", ["", "never asked"])
def test_an_unseen_question_adds_nothing(plain, question):
    """Without a question, and with one that training has not met, the words alone speak."""
    folded = plain[3]
    pieces = TOKENIZER.pieces(["the staff are kind"])
    words = Scorer(folded).contributions(pieces.tokens(), [question]).sum(axis=0)
    assert Scorer(folded).margins(pieces, [question])[0] == pytest.approx(words + folded.bias, abs=1e-4)


def test_an_empty_answer_scores_the_bias_and_its_question(plain):
    """An answer without a token is no division by nothing."""
    folded = plain[3]
    margins = Scorer(folded).margins(TOKENIZER.pieces(["", "", "\u200b"]), ["", "what was good?", ""])
    assert margins[0] == pytest.approx(folded.bias)
    assert margins[2] == pytest.approx(folded.bias)
    own = folded.rows[folded.vocabulary.starts[4] :][folded.vocabulary.questions.index("what was good?")]
    assert margins[1] == pytest.approx(folded.bias + own)


def test_no_answers_have_no_scores(plain):
    """A batch of nothing is no error."""
    pieces = TOKENIZER.pieces([])
    scorer = Scorer(plain[3])
    assert scorer.margins(pieces, []).shape == (0, 4)
    assert scorer.contributions(pieces.tokens(), []).shape == (0, 4)
    assert scorer.score(pieces).unknown.shape == (0,)


def test_a_renewed_memory_is_met_anew(plain):
    """Batches of two lexicons, in turns, score as each would alone."""
    one, two = Tokenizer(), Tokenizer()
    scorer = Scorer(plain[3])
    first, second = one.pieces(["the food is cold"]), two.pieces(["parking parking"])
    expected = [Scorer(plain[3]).margins(each, [""]).tobytes() for each in (first, second)]
    for _ in range(2):
        assert [scorer.margins(each, [""]).tobytes() for each in (first, second)] == expected


def test_unknown_answers_are_those_without_a_known_word(plain):
    """Unknown: no word of the model, whatever characters it shares with known ones."""
    assert Scorer(plain[3]).score(TOKENIZER.pieces(["xyzzy", "xyzzy food", "", "foodish"])).unknown.tolist() == [
        True,
        False,
        True,
        True,
    ]


def test_a_word_that_has_a_vector_is_heard(corpus, vectors):
    """What the vocabulary holds nothing of is heard where its vector says something, and only there."""
    answers = corpus.answers
    batch = Tokenizer()(answers.texts)
    for given_vectors, heard in ((None, [False, False]), (vectors, [True, False])):
        features = learn_features(batch, answers.questions, answers.respondents, vectors=given_vectors)
        folded = fold(features, np.ones((features.size, 2)), np.zeros(2))
        assert Scorer(folded).score(TOKENIZER.pieces(["qzqzq", ""])).heard.tolist() == heard

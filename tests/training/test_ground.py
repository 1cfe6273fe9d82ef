import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.text.tokens import Tokenizer
from freetext.training.ground import ground_of, in_order

FRAME = codeframe_of(["tea", "staff"])
LABELLED = answers_of(["cold tea", "kind staff", "tea, and Zebediah"], respondents=["a", "b", "c"])


def ground(rest=None, labelled=LABELLED):
    """The ground of these answers, with a tokenizer of its own."""
    return ground_of(FRAME, labelled, rest, Tokenizer())


def rest_of(texts, respondents):
    """Answers that nobody has labelled."""
    return answers_of(texts, ids=[f"r{place}" for place in range(len(texts))], respondents=respondents)


def test_what_one_respondent_wrote_stays_out_with_unlabelled_answers_too():
    """A name enters neither words nor n-grams however often one person writes it, labelled or not."""
    known = ground(
        rest_of(["warm tea", "Zebediah said Zebediah", "Xerxes Xerxes"], ["d", "c", "e"])
    ).features.vocabulary
    assert "tea" in known.words
    assert not {"zebediah", "xerxes"} & set(known.words)
    assert not [gram for gram in known.chars if "zeb" in gram or "xer" in gram]


def test_the_unlabelled_bring_in_what_two_respondents_wrote():
    """A word of one labelled answer is known where another respondent's unlabelled answer has it."""
    alone = ground().features.vocabulary
    both = ground(rest_of(["staff, all kind"], ["d"])).features.vocabulary
    assert "kind" not in alone.words
    assert "kind" in both.words


def test_words_of_unlabelled_answers_alone_stay_out_and_their_n_grams_come_in():
    """Nothing is learnt of a word that no labelled answer holds; its n-grams may be a definition's."""
    known = ground(rest_of(["parking", "parking"], ["d", "e"])).features.vocabulary
    assert "parking" not in known.words
    assert " park" in known.chars


def test_with_nothing_labelled_all_words_are_known():
    """Before there are labels the whole survey is the ground."""
    known = ground(rest_of(["parking", "parking"], ["d", "e"]), LABELLED.take(())).features.vocabulary
    assert known.words == ("parking",)


@given(st.lists(st.sampled_from(["warm tea", "cold staff", "kind", "tea tea", ""]), min_size=1, max_size=9), st.data())
@settings(max_examples=20)
def test_the_order_of_the_rest_changes_nothing(texts, data):
    """Shuffled, the same unlabelled answers give the same vocabulary, weights, features and prior, bit for bit."""
    rest = rest_of(texts, [str(place % 4) for place in range(len(texts))])
    one, two = ground(rest), ground(rest.take(data.draw(st.permutations(range(len(texts))))))
    assert one.features.vocabulary.words == two.features.vocabulary.words
    assert one.features.vocabulary.chars == two.features.vocabulary.chars
    assert one.features.weights.tobytes() == two.features.weights.tobytes()
    assert one.around.toarray().tobytes() == two.around.toarray().tobytes()
    assert one.prior.rows.tobytes() == two.prior.rows.tobytes()


def test_labelled_answers_come_first_and_in_their_order():
    """The ground's matrix holds the labelled answers, as they were given."""
    made = ground(rest_of(["a warm tea"], ["d"]))
    assert made.matrix.shape[0] == made.labelled == 3
    features = made.features.matrix(Tokenizer()(LABELLED.texts), LABELLED.questions)
    assert made.matrix.toarray() == pytest.approx(features.toarray())


def test_the_matrix_is_sorted_so_that_sums_have_one_order():
    """Indices are in order from the start: no later step sorts them and changes the last digits of what comes after."""
    assert ground(rest_of(["cold staff, warm tea"], ["d"])).around.has_sorted_indices


def test_an_order_of_answers_is_by_what_they_say():
    """By text, then question, then respondent."""
    answers = answers_of(["b", "a", "a"], questions=["", "y", "x"])
    assert in_order(answers).tolist() == [2, 1, 0]
    assert in_order(answers).dtype == np.int64

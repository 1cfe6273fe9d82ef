from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import f1_score

from freetext.model.card import card_text
from freetext.model.coder import Coder
from freetext.model.cutoffs import Cutoff, apply_cutoffs
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.training.dataset import DISPUTED, folds_of, training_set
from freetext.training.fit import fit
from freetext.training.lessons import fit_line

ONE = codeframe_of(["a"])


def learnt(texts, given, **options):
    given = np.array(given, dtype=np.int8).reshape(len(texts), -1)
    frame = codeframe_of([chr(97 + place) for place in range(given.shape[1])])
    return fit(training_set(frame, answers_of(texts), given), jobs=1, **options)


def test_the_same_labels_and_seed_give_the_same_model(training, corpus):
    """Fitted again, the digest is the same and so is every number."""
    again = fit(corpus, seed=1, jobs=1)
    assert again.model.digest == training.model.digest
    assert again.margins.tobytes() == training.margins.tobytes()


@pytest.mark.slow
def test_the_number_of_jobs_changes_nothing(training, corpus):
    """Two processes give the digest that one gives."""
    assert fit(corpus, seed=1, jobs=2).model.digest == training.model.digest


def test_each_theme_is_told_when_it_is_done(training, corpus):
    """Whoever waits is told of every theme, one by one, and the model is the same."""
    told: list[int] = []
    assert fit(corpus, seed=1, jobs=1, advance=told.append).model.digest == training.model.digest
    assert told == [1] * len(corpus.codeframe)


def test_the_seed_is_part_of_the_model(training, corpus):
    """Another seed has other folds, and another digest that says so."""
    other = fit(corpus, seed=2, jobs=1)
    assert other.model.digest != training.model.digest
    assert other.model.facts["seed"] == 2


def test_the_order_of_rows_may_change_the_digest_and_hardly_the_scores(training, corpus):
    """The solver walks the answers in their order: shuffled rows have their own digest, the same vocabulary and nearly the same rows."""
    order = np.random.default_rng(0).permutation(len(corpus.answers))
    shuffled = fit(replace(corpus, answers=corpus.answers.take(order), given=corpus.given[order]), seed=1, jobs=1)
    assert shuffled.model.vocabulary == training.model.vocabulary
    assert np.abs(shuffled.margins - training.margins[order]).max() < 0.1


def test_a_model_is_its_labels(training, corpus):
    """One label changed is another digest."""
    given = corpus.given.copy()
    given[0, 0] = 1 - given[0, 0]
    assert fit(replace(corpus, given=given), seed=1, jobs=1).model.digest != training.model.digest


def test_out_of_fold_margins_have_not_seen_the_respondent(training, corpus):
    """An answer's margins come from lines fitted without its fold; a respondent's labels do not change them."""
    folds = folds_of(corpus.answers.respondents, 1)
    given = corpus.given.copy()
    fold = folds == folds[0]
    given[fold, 1] = 1 - given[fold, 1]
    changed = fit(replace(corpus, given=given), seed=1, jobs=1)
    assert changed.margins[fold, 1].tobytes() == training.margins[fold, 1].tobytes()
    assert changed.margins[~fold, 1].tobytes() != training.margins[~fold, 1].tobytes()


def test_a_disputed_answer_teaches_nothing_about_its_theme(training, corpus):
    """A theme is learnt, cut and scored as if the answers on which coders differ were not there."""
    money = corpus.codeframe.position["money"]
    clear = corpus.given[:, money] != DISPUTED
    assert not clear.all()
    features = training.model.folded.vocabulary
    without = fit(
        replace(corpus, given=np.where(corpus.given == DISPUTED, 0, corpus.given).astype(np.int8)), seed=1, jobs=1
    )
    assert without.model.folded.vocabulary.words == features.words
    assert not np.array_equal(without.model.folded.rows[:, money], training.model.folded.rows[:, money])
    assert np.array_equal(
        np.delete(without.model.folded.rows, money, 1), np.delete(training.model.folded.rows, money, 1)
    )
    truth, coded = corpus.given[clear, money] == 1, training.margins[clear, money]
    cut = training.model.cutoffs[money].margin
    assert cut is not None
    assert int((coded >= cut).sum()) == int(truth.sum())
    assert training.scores.f1[money] == pytest.approx(f1_score(truth, coded >= cut))
    assert training.model.positives[money] == int(truth.sum())


def test_disputed_cells_are_as_if_absent_from_the_fit():
    """The line of a disputed theme is the line fitted on the other answers, scaled by one number."""
    dice = np.random.default_rng(1)
    texts = [" ".join(dice.choice(["tea", "cold", "nice", "staff", "car"], 3)) for _ in range(40)]
    given = np.array([["tea" in text] for text in texts], dtype=np.int8)
    disputed = given.copy()
    disputed[5:9] = DISPUTED
    one = learnt(texts, disputed)
    from freetext.model.features import learn_features  # noqa: PLC0415
    from freetext.text.tokens import Tokenizer  # noqa: PLC0415

    batch = Tokenizer()(texts)
    features = learn_features(batch, [""] * 40, [str(place) for place in range(40)])
    clear = disputed[:, 0] != DISPUTED
    matrix = features.matrix(batch, [""] * 40)
    line = fit_line(matrix[clear], given[clear, 0] == 1, 0)
    rows = line.coefficients * features.weights
    scale = np.linalg.norm(one.model.folded.rows[:, 0]) / np.linalg.norm(rows)
    assert one.model.folded.rows[:, 0] == pytest.approx(scale * rows, abs=1e-5)


def test_scores_are_scikit_learns(training, corpus):
    """Micro F1 over all clear cells, macro F1 over themes that have a positive; the card's figures are out of fold."""
    clear = corpus.given != DISPUTED
    truth = (corpus.given == 1) & clear
    coded = apply_cutoffs(training.margins.astype(np.float32), training.model.cutoffs) & clear
    held = truth.any(axis=0)
    assert training.scores.micro == pytest.approx(f1_score(truth, coded, average="micro", zero_division=0))
    assert training.scores.macro == pytest.approx(
        f1_score(truth[:, held], coded[:, held], average="macro", zero_division=0)
    )


@pytest.mark.parametrize("positives", [1, 2])
def test_a_theme_with_few_positives_codes_nothing(positives):
    """Below three positives a theme gets no cut-off and zero rows, and the other themes are learnt all the same."""
    texts = ["cold tea", "warm tea", "cold tea today", "nice staff", "kind staff", "staff"] * 4
    given = [[int("tea" in text), int(place < positives)] for place, text in enumerate(texts)]
    made = learnt(texts, given)
    assert made.model.cutoffs[1] == Cutoff()
    assert not made.model.folded.rows[:, 1].any()
    assert made.model.cutoffs[0].margin is not None


def test_a_theme_that_all_hold_is_given_to_all():
    """Where every answer holds a theme, every answer of which the model knows a word gets it, with a high and finite probability."""
    made = learnt([f"word{place % 3} tea" for place in range(12)], np.ones((12, 1)))
    codings = Coder(made.model).code(answers_of(["tea", "quite tea", "tea x"]))
    assert codings.chosen.all()
    assert codings.scores is not None
    assert ((codings.scores > 0.8) & (codings.scores <= 1)).all()


@pytest.mark.parametrize("texts", [["tea"], ["tea", "staff"], ["tea", "tea", "tea"], ["!", "!", "!"]])
def test_a_handful_of_answers_is_learnt(texts):
    """One, two or three answers, even without a word, make a model that codes without an error."""
    made = learnt(texts, [[1]] * len(texts))
    codings = Coder(made.model).code(answers_of(["tea", ""]))
    assert codings.chosen[1].tolist() == [False]


def test_answers_that_share_no_word_do_not_get_everything():
    """Where no word is shared, no answer can be told from another: the model does not code all of them with a rare theme."""
    texts = [chr(0x4E00 + place) * 3 for place in range(40)]
    made = learnt(texts, [[int(place < 4)] for place in range(40)])
    assert Coder(made.model).code(answers_of(texts)).chosen.sum() <= 20


@settings(max_examples=8)
@given(
    st.lists(
        st.tuples(st.text(st.characters(), max_size=12), st.lists(st.sampled_from([0, 1, 2]), min_size=2, max_size=2)),
        min_size=1,
        max_size=12,
    )
)
def test_any_labelled_answers_are_learnt(rows):
    """Random texts and labels make a model with finite numbers, whose codings are sound, or are refused."""
    given = np.array([cells for _, cells in rows], dtype=np.int8)
    answers = answers_of([text for text, _ in rows])
    if not (given[~answers.blank] == 1).any():
        return
    model = fit(training_set(codeframe_of(["a", "b"]), answers, given), jobs=1).model
    assert all(np.isfinite(array).all() for array in model.arrays.values())
    codings = Coder(model).code(answers, evidence=True)
    assert not codings.chosen[answers.blank].any()


def test_what_one_respondent_wrote_is_not_in_the_model():
    """However often one person writes a name, it does not enter the model; what two write does."""
    texts = ["ask for quentin", "quentin again", "quentin", "tea is cold", "tea is warm", "cold tea"]
    given = np.array([[1], [1], [1], [0], [0], [0]], dtype=np.int8)
    answers = answers_of(texts, respondents=["p", "p", "p", "q", "r", "s"])
    vocabulary = fit(training_set(ONE, answers, given), jobs=1).model.vocabulary
    assert "tea" in vocabulary["words"]
    assert "quentin" not in vocabulary["words"]
    assert not any(gram.strip() in "quentin" and "q" in gram for gram in vocabulary["chars"])


def test_facts_say_what_the_model_was_made_from(training, corpus):
    """Counts of answers, respondents, questions and disputed answers, the hash of the labels, and the versions."""
    facts = training.model.facts
    assert (facts["answers"], facts["respondents"], facts["questions"], facts["disputed"]) == (120, 60, 2, 1)
    assert set(facts["versions"]) >= {"freetext", "numpy", "scikit-learn", "scipy", "spacy"}
    assert (
        facts["labels"]
        != fit(replace(corpus, given=np.where(corpus.given == 2, 0, corpus.given)), jobs=1).model.facts["labels"]
    )


def test_a_found_codeframes_name_is_not_in_the_digest(model):
    """A codeframe found in labels is called after its folder; the same labels give the same digest under any name."""
    found = replace(model, codeframe=replace(model.codeframe, by_name=True))
    other = replace(found, codeframe=replace(found.codeframe, name="other"))
    assert found.digest == other.digest
    assert replace(model, codeframe=replace(model.codeframe, name="other", by_name=False)).digest != model.digest


@pytest.mark.parametrize("positives", [1, 2])
def test_a_theme_of_which_nothing_speaks_codes_nothing(positives):
    """Fewer than three positives and no definition, keyword or rule (the slug is no word): no code, whatever the answer."""
    texts = [f"{'tea was cold' if place % 2 else 'staff were kind'} {place % 7}" for place in range(40)]
    given = np.zeros((40, 2), dtype=np.int8)
    given[1::2, 0], given[:positives, 1] = 1, 1
    training = training_set(codeframe_of(["tea", "x7"]), answers_of(texts), given)
    model = fit(training, jobs=1).model
    place = model.codeframe.position["x7"]
    assert model.cutoffs[place] == Cutoff()
    assert not Coder(model).code(answers_of([*texts, "x7", "x7 x7"])).chosen[:, place].any()


def test_nobody_held_out_proves_nothing():
    """Of one respondent's answers alone there are no out-of-fold codes: every answer is flagged, and the card says so."""
    texts = ["tea was cold", "staff were kind"] * 20
    frame = codeframe_of(["staff", "tea"])
    given = np.tile([[0, 1], [1, 0]], (20, 1)).astype(np.int8)
    model = fit(training_set(frame, answers_of(texts, respondents=["one"] * 40), given), jobs=1).model
    assert (model.facts["review"]["below"], model.facts["favours"]) == (None, None)
    assert all(Coder(model).code(answers_of(texts)).why)
    assert "Every answer is flagged: nothing was coded out of fold" in card_text(model)


def test_the_card_says_what_is_flagged(training):
    """The card tells the limits, the share flagged and the error of the other codes, or that every answer is flagged."""
    told, card = training.model.facts["review"], card_text(training.model)
    if told["below"] is None:
        assert "Every answer is flagged" in card
    else:
        assert f"below {told['below']:.2f}" in card
        assert f"{told['flagged']:.0%} of the labelled answers are flagged; of the {told['codes']:,} codes" in card

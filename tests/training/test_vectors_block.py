import json
from dataclasses import replace

import numpy as np
import pytest

from freetext.model.coder import Coder
from freetext.survey.answers import answers_of
from freetext.survey.codeframe import Codeframe, Theme
from freetext.survey.labels import Settled
from freetext.text.tokens import Tokenizer
from freetext.training.cold import cold_model
from freetext.training.dataset import PRESENT, training_set
from freetext.training.fit import fit
from freetext.training.ground import ground_of
from freetext.training.lessons import fit_line
from freetext.training.out_of_fold import rank
from freetext.training.promote import same_vectors


@pytest.fixture(scope="module")
def learnt(corpus, vectors):
    """The corpus, learnt with vectors."""
    return fit(corpus, seed=1, jobs=1, vectors=vectors)


def test_a_model_tells_its_vectors(learnt, vectors, training):
    """A model's facts tell the vectors' name, digest and size; those of a model without vectors do not speak of them."""
    told = {"name": "tiny", "digest": vectors.digest, "size": 6}
    assert learnt.model.facts["vectors"] == told == json.loads(json.dumps(told))
    assert learnt.model.folded.dense.shape == (6, len(learnt.model.codeframe))
    assert "vectors" not in training.model.facts
    assert training.model.folded.dense is None


def test_vectors_make_another_model_always_the_same(learnt, corpus, training, vectors):
    """The same labels, seed and vectors give the same model; vectors or none give different ones."""
    assert fit(corpus, seed=1, jobs=1, vectors=vectors).model.digest == learnt.model.digest
    assert learnt.model.digest != training.model.digest
    assert not same_vectors(learnt.model, training.model)
    assert same_vectors(learnt.model, learnt.model)
    assert same_vectors(training.model, training.model)


def test_folded_margins_are_those_of_the_lines(learnt, corpus, vectors):
    """What the coder adds up, token by token, and what its words contribute, are the margins that the lines give."""
    coder = Coder(learnt.model)
    margins = coder.margins(corpus.answers.texts, corpus.answers.questions)
    batch = Tokenizer()(corpus.answers.texts)
    share = coder._scorer.contributions(batch, corpus.answers.questions)
    asked = learnt.model.folded.vocabulary.ask(corpus.answers.questions)
    edges = learnt.model.folded.vocabulary.starts
    whole = np.add.reduceat(share, batch.offsets[:-1]) + learnt.model.folded.bias
    whole += learnt.model.folded.rows[edges[4] + asked]
    assert margins == pytest.approx(whole, abs=1e-3)


def test_a_word_nobody_wrote_is_understood_by_its_vector(vectors):
    """A word that no answer holds moves the margin as the vector that it has does."""

    class Meanings:
        name, digest, size = "made", "0123456789abcdef", 2

        def __call__(self, forms):
            near = {"funding": [1, 0], "grant": [1, 0], "xylophone": [1, 0], "nurse": [0, 1], "doctor": [0, 1]}
            return np.array([near.get(form, [0, 0]) for form in forms], dtype=np.float32).reshape(len(forms), 2)

    texts = [("funding", "grant", "nurse", "doctor")[place % 4] for place in range(40)]
    given = np.array([[place % 4 < 2, place % 4 >= 2] for place in range(40)], dtype=np.int8)
    frame = Codeframe("s", (Theme("a", 1, "Qqq"), Theme("b", 2, "Zzz")))
    model = fit(training_set(frame, answers_of(texts), given), jobs=1, vectors=Meanings()).model
    money, care = Coder(model).margins(["xylophone"], [""])[0]
    assert money > care


def test_vectors_keep_their_own_weight(corpus, vectors):
    """Contrast is of counts: however the dense columns are scaled, the weights of the others are the same."""
    ground = ground_of(corpus.codeframe, corpus.answers, None, Tokenizer(), vectors)
    counted = ground.features.vocabulary.size
    truth = corpus.given[:, 0] == PRESENT
    silent = ground.matrix.copy().tolil()
    silent[:, counted:] = 0
    alone = fit_line(ground.matrix[:, :counted], truth, 1)
    beside = fit_line(silent.tocsr(), truth, 1, counted=counted)
    assert beside.coefficients[:counted] == pytest.approx(alone.coefficients, abs=1e-3)


def test_definitions_are_likened_by_vectors_too(corpus, vectors):
    """With vectors what definitions say has a part in the dense block, and deviation 1 over the survey as without."""
    without = ground_of(corpus.codeframe, corpus.answers, None, Tokenizer())
    ground = ground_of(corpus.codeframe, corpus.answers, None, Tokenizer(), vectors)
    counted = ground.features.vocabulary.size
    speaks = ground.prior.speaks
    assert (speaks == without.prior.speaks).all()
    assert ground.prior.rows[counted:, speaks].any(axis=0).all()
    assert not ground.prior.rows[:, ~speaks].any()
    margins = ground.prior.margins(ground.around)[:, speaks]
    assert margins.std(axis=0) == pytest.approx(1, abs=1e-3)
    assert margins.mean(axis=0) == pytest.approx(0, abs=1e-3)


def test_a_ranking_is_made_with_the_vectors(corpus, vectors):
    """The ranking's model is the one that training with the same vectors makes."""
    answers = replace(corpus.answers, ids=tuple(str(place) for place in range(len(corpus.answers))))
    slugs = corpus.codeframe.slugs
    settled = {
        (answers.ids[row], answers.questions[row]): Settled(tuple(slugs[at] for at in np.flatnonzero(given == PRESENT)))
        for row, given in enumerate(corpus.given)
        if row != 8
    }
    plain, ranked = (rank(answers, corpus.codeframe, settled, vectors=each) for each in (None, vectors))
    assert plain.model != ranked.model
    assert plain.scores.shape == ranked.scores.shape


def test_definitions_alone_are_coded_with_vectors(corpus, vectors):
    """A model that no label taught tells its vectors and uses them."""
    plain, made = (cold_model(corpus.codeframe, corpus.answers, vectors=each) for each in (None, vectors))
    assert made.facts["vectors"]["digest"] == vectors.digest
    assert made.digest != plain.digest
    codings = Coder(made).code(corpus.answers)
    assert codings.chosen.any()


def test_a_ground_can_be_had_without_its_vectors(corpus, vectors):
    """Without the block of vectors the counted features are those of a ground that never had any."""
    without = ground_of(corpus.codeframe, corpus.answers, None, Tokenizer())
    counted = ground_of(corpus.codeframe, corpus.answers, None, Tokenizer(), vectors).counted
    assert without.counted is without
    assert abs(counted.around - without.around).max() == 0
    assert counted.prior.rows.shape == without.prior.rows.shape

"""What a fold's lines may know."""

import numpy as np

from freetext.survey.answers import answers_of
from freetext.survey.codeframe import codeframe_of
from freetext.text.tokens import Tokenizer
from freetext.training.dataset import FOLDS, folds_of, training_set
from freetext.training.fit import fit
from freetext.training.ground import ground_of
from freetext.training.lines import Cuts


def survey(size, seed=0):
    """Answers of one telling word among many rare ones."""
    dice = np.random.default_rng(seed)
    rare = [f"w{number}" for number in range(size // 2)]
    given = dice.random(size) < 0.3
    texts = [" ".join([*(["money"] if held else []), *dice.choice(rare, 3)]) for held in given]
    return training_set(codeframe_of(["money"]), answers_of(texts), given.astype(np.int8)[:, None])


def test_a_fold_lends_no_feature_to_its_own_lines():
    """Outside a fold stands no feature that fewer than two answers hold without the fold's own."""
    training = survey(60)
    ground = ground_of(training.codeframe, training.answers, None, Tokenizer())
    folds = folds_of(training.answers.respondents, 0)
    cuts = Cuts(ground.matrix, folds, ground.features.vocabulary.size, ground.around.getnnz(axis=0))
    for number in range(FOLDS):
        outside = cuts.outside(number).matrix
        held = outside.getnnz(axis=0)
        assert held[held > 0].min() >= 2
        assert outside.shape == ground.matrix[folds != number].shape


def test_new_answers_get_as_many_codes_as_labelled_ones():
    """Of answers like those that were learnt from about as many are coded as had the theme, and not fewer because they are new."""
    training = survey(150)
    model = fit(training, jobs=1).model
    from freetext.model.coder import Coder  # noqa: PLC0415

    new = survey(2000, seed=1)
    share = np.concatenate([codings.chosen for codings in Coder(model).batches(new.answers)]).mean()
    assert abs(share - training.given.mean()) < 0.05

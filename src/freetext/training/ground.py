"""What all themes of a survey are learnt on: features of its answers, labelled or not, and what definitions say of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from freetext.model.features import Features, learn_features
from freetext.survey.answers import Answers, IntArray
from freetext.survey.codeframe import Codeframe
from freetext.text.tokens import Tokenizer
from freetext.text.vectors import Vectors
from freetext.training.definitions import Prior, distinct_rows, prior_of


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """Features that were learnt on `labelled` answers and on others around them.

    around    (answers, features): the labelled answers first
    labelled  how many of these are labelled
    prior     what the codeframe's definitions say
    """

    features: Features
    around: sparse.csr_matrix
    labelled: int
    prior: Prior

    @property
    def matrix(self) -> sparse.csr_matrix:
        """The labelled answers (answers, features)."""
        return self.around[: self.labelled]

    @property
    def counted(self) -> Ground:
        """The same without the block of vectors, which is half the work; up to a constant for each theme."""
        if self.features.vectors is None:
            return self
        size = self.features.vocabulary.size
        features = replace(self.features, vectors=None, fading=None, scale=1.0)
        prior = replace(self.prior, rows=self.prior.rows[:size])
        return replace(self, features=features, around=self.around[:, :size], prior=prior)


def ground_of(
    codeframe: Codeframe,
    labelled: Answers,
    rest: Answers | None,
    tokenizer: Tokenizer,
    vectors: Vectors | None = None,
) -> Ground:
    """Learn features on the labelled answers and the rest of the survey, or a sample of it; labels play no part in it.

    The order of the rest is of no account. With no labelled answer at all, the rest is what there is to learn from.
    """
    texts, questions, respondents = labelled.texts, labelled.questions, labelled.respondents
    if rest is not None:
        rest = rest.take(in_order(rest))
        texts, questions = (*texts, *rest.texts), (*questions, *rest.questions)
        respondents = (*respondents, *rest.respondents)
    batch = tokenizer(texts)
    features = learn_features(batch, questions, respondents, taught=len(labelled) or None, vectors=vectors)
    around = features.matrix(batch, questions)
    around.sort_indices()  # or the first who needs them sorted does it, and sums before and after differ in their last digits
    return Ground(features, around, len(labelled), prior_of(codeframe, features, around, distinct_rows(texts)))


def in_order(answers: Answers) -> IntArray:
    """Return the places of answers in an order that does not depend on theirs: by text, question and respondent."""
    keys = list(zip(answers.texts, answers.questions, answers.respondents, answers.ids, strict=True))
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)
